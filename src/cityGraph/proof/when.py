"""Does the text give the period of a statement at the place where it says it?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from .attempt import Failure
from .folded import folded
from .patterns import traits
from .senses import either
from .tables import LANGUAGES, table

if TYPE_CHECKING:
    from .periods import Period
    from .reading import Paragraph, Reading
    from .statement import Statement

_STAGE = 8
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COMPARED = (
    re.compile(rf"{either('only compared', 'zh')}$"),
    re.compile(rf"[^,。;]{{0,10}}?{either('compared with before', 'zh')}"),
)
_WEEKDAY = re.compile(rf"(?<!next )(?<!every )\b({'|'.join(_DAYS)})\b(?!s)")


def period_failure(
    statement: Statement, reading: Reading, paragraph: Paragraph, start: int, end: int
) -> Failure | None:
    """Say what is wrong with the period of a statement.

    Args:
        statement: The statement; without a period nothing is wrong.
        reading: The text, with its date.
        paragraph: Where it is said.
        start: Where its verb or number begins.
        end: Where it ends.

    Returns:
        What is wrong; None if the nearest period is that of the statement.
    """
    from .periods import periods, same_period

    if not statement.period:
        return None
    first, last = paragraph.sentence(start)
    unread = not statement.period[:4].isdigit() and not periods(statement.period, language=paragraph.language)
    if unread and folded(statement.period) in paragraph.folded[first:last]:
        return None
    if statement.period == _weekday(reading, paragraph, start):
        return None
    for period in _nearest(paragraph, start, end):
        if (
            same_period(statement.period, period, paragraph.words)
            or _prints(statement.period, paragraph, period)
            or _within(statement, period)
            or _goes_on(statement, paragraph, period)
            or _to_come(statement, reading, paragraph, period)
        ):
            return None
        return Failure(_STAGE, "period", f"the text says {period.words} here, the row says {statement.period}")
    if any(statement.period in name for name in statement.subject.names):
        return None  # the plan of 2022 speaks of 2022
    return Failure(_STAGE, "period", f"no period stands here; the row says {statement.period}")


def _weekday(reading: Reading, paragraph: Paragraph, at: int) -> str:
    """Return the day that a weekday of a sentence means: the last one up to the date of the text, if any."""
    first, last = paragraph.sentence(at)
    names = _WEEKDAY.findall(paragraph.words[first:last]) if paragraph.language == "en" else []
    if len(names) != 1 or not re.fullmatch(r"\d{4}-\d\d-\d\d", reading.date):
        return ""
    day = date.fromisoformat(reading.date)
    return (day - timedelta((day.weekday() - _DAYS.index(names[0])) % 7)).isoformat()


def is_future(reading: Reading, paragraph: Paragraph, start: int, end: int) -> tuple[bool, bool]:
    """Say whether the period of a place lies ahead of the text.

    Args:
        reading: The text, with its date.
        paragraph: Where the place is.
        start: Where its verb or number begins.
        end: Where it ends.

    Returns:
        Whether the period is not over at the date of the text, and whether it has not even begun. Both False if the
        place has no period, or the text no date and the period no word such as 明年.
    """
    clause = paragraph.clause(start)
    for period in _nearest(paragraph, start, end):
        ahead = bool(_coming_years().search(folded(period.words)))
        here = _of_clause(paragraph, period, clause)
        sentence = paragraph.sentence(start)[0] if paragraph.language == "en" else 0
        led = period.relation == "by" and sentence <= period.start < start
        parted = paragraph.language == "en" and "," in paragraph.bare[end : period.start]
        if period.relation in ("since", "until") or parted or not (here or led):
            return False, False
        if reading.date and period.last:
            width = min(len(reading.date), len(period.last))
            over = period.last[:width] > reading.date[:width] or (
                period.last[:width] == reading.date[:width] and len(period.last) < len(reading.date)
            )
            width = min(len(reading.date), len(period.first))
            return ahead or over, ahead or period.first[:width] > reading.date[:width]
        # A text without a date: 到2030年 is said of what is to come, unless something else says that it is done.
        return ahead or period.relation == "by", ahead
    return False, False


@cache
def _coming_years() -> re.Pattern[str]:
    """What matches the words for a year ahead, in any language: 明年, next year."""
    rows = [row for language in LANGUAGES for row in table("periods", language) if row["kind"] == "year"]
    return re.compile("|".join(re.escape(row["word"]) for row in rows if int(row["value"]) > 0))


def is_past(reading: Reading, paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether the clause of a place gives a period that was over at the date of the text.

    Args:
        reading: The text, with its date.
        paragraph: Where the place is.
        start: Where its verb or number begins.
        end: Where it ends.

    Returns:
        Whether it does; False if the text has no date.
    """
    clause = paragraph.clause(start)
    nearest = _nearest(paragraph, start, end)
    if not reading.date or not nearest or not nearest[0].last or not _of_clause(paragraph, nearest[0], clause):
        return False
    width = min(len(reading.date), len(nearest[0].last))
    return nearest[0].relation == "in" and nearest[0].last[:width] < reading.date[:width]


def _of_clause(paragraph: Paragraph, period: Period, clause: tuple[int, int]) -> bool:
    """Whether a period stands in a clause, or alone before its comma (2030年,甲支持乙)."""
    if clause[0] <= period.start < clause[1]:
        return True
    start, end = paragraph.clause(period.start)
    rest = paragraph.bare[start : period.start] + paragraph.bare[period.end : end]
    return end == clause[0] and not re.search(r"[^\s,在到至从于底末初前后]", rest)


def _prints(words: str, paragraph: Paragraph, period: Period) -> bool:
    """Whether the text prints the words of a period right where it names a part of it: 五、六月份."""
    plain = folded(words)
    at = paragraph.folded.rfind(plain, 0, period.end)
    listed = at >= 0 and not plain[:4].isdigit() and paragraph.folded[period.start - 1 : period.start] in "、和与及"
    return listed and at < period.start and at + len(plain) == period.end


def _goes_on(statement: Statement, paragraph: Paragraph, period: Period) -> bool:
    """Whether a month goes on with the year of the date before it: 今年二月…八月 is 今年八月."""
    claimed, printed = folded(statement.period), folded(period.words)
    if not claimed.endswith(printed) or claimed == printed:
        return False
    first = paragraph.sentence(period.start)[0]
    before = paragraph.periods.between(first, period.start)
    return bool(before) and folded(before[-1].words).startswith(claimed.removesuffix(printed))


def _to_come(statement: Statement, reading: Reading, paragraph: Paragraph, period: Period) -> bool:
    """Whether a plan names a month behind the date of the text: that of the same year (预定11月成立)."""
    from .periods import periods

    if statement.status == "realised" or period.first or len(reading.date) < 7 or paragraph.language != "zh":
        return False
    read = periods(period.words, f"{reading.date[:4]}-12-31")
    return len(read) == 1 and read[0].first == statement.period > reading.date[:7]


def _within(statement: Statement, period: Period) -> bool:
    """Whether a period lies within that of the statement (early 2019 in 2019), or a founding is told as a since."""
    iso = statement.period
    if years := re.fullmatch(r"(\d{4})-(\d{4})", iso):
        return period.first.startswith(years[1]) and period.last.startswith(years[2]) and period.relation == "in"
    if not iso[:4].isdigit() or not (period.first.startswith(iso) and period.last.startswith(iso)):
        return False
    return period.relation == "in" or (period.relation == "since" and "dated" in traits(statement.relation))


def _nearest(paragraph: Paragraph, start: int, end: int) -> list[Period]:
    """List the period that dates a place: of its clause, else before it in the sentence, behind it, or before that."""
    clause, sentence = paragraph.clause(start), paragraph.sentence(start)

    def within(bounds: tuple[int, int]) -> list[Period]:
        inside = paragraph.periods.between(*bounds)
        return [each for each in inside if each.end <= bounds[1] and not _is_compared(paragraph, each)]

    def distance(period: Period) -> int:
        return start - period.end if period.end <= start else period.start - end

    own = sorted(within(clause), key=distance)
    earlier = [each for each in within(sentence) if each.end <= start][::-1]
    later = [each for each in within(sentence) if each.start >= end]
    if own or earlier or later:
        return (own or earlier or later)[:1]
    return [each for each in paragraph.periods.between(0, sentence[0])[-1:] if each.end <= sentence[0]]


def _is_compared(paragraph: Paragraph, period: Period) -> bool:
    """Whether a Chinese period only names what is compared with: 比去年, 在去年高基数的基础上."""
    if paragraph.language != "zh":
        return False
    before, behind = _COMPARED
    return bool(
        before.search(paragraph.folded, max(period.start - 4, 0), period.start)
        or behind.match(paragraph.folded, period.end)
    )
