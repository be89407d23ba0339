"""Reads the periods of a text, and compares one with what is claimed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from .dates_chinese import chinese_dates
from .dates_english import english_dates
from .figure import folded
from .figure_units import any_of
from .tables import table

if TYPE_CHECKING:
    from .dates import Atom

_ISO = re.compile(r"(?P<a>\d{4}(?:-\d{2}){0,2})(?:/(?P<b>\d{4}(?:-\d{2}){0,2}))?")
_SENTENCE = re.compile(r"[。！？\n!?]|\.(?=\s)")
_JOINT = {"zh": re.compile(r" ?(?:至|到|-|—|——|–|~|～) ?"), "en": re.compile(r" (?:to|until|through) |-|–")}
_SAME_YEAR = re.compile("(?:同年|当年|次年|翌年)$")
_SINCE_THEN = {
    "zh": re.compile(r"此后|自此|从此|自那时起|从那时起"),
    "en": re.compile(r"\bsince then\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class Period:
    """A time that a text names.

    Attributes:
        start: Where its words begin: an offset in code points, zero-based.
        end: Where they end; exclusive.
        words: The words as printed.
        first: The first day, month or year, as ISO with the precision printed; empty if nothing settles it.
        last: The last one; equal to `first` if it is one.
        relation: One of "in", "by", "since", "until", "after".
        computed: Whether the year comes from the date of the text or from another period.
        part: "start", "middle", "late" or "end" if only a part of it is named that no month settles (2011年底).
    """

    start: int
    end: int
    words: str
    first: str
    last: str
    relation: str
    computed: bool
    part: str = ""


def dated(text: str, language: str = "zh") -> list[tuple[int, int]]:
    """Find all words that name a time, also those that only name what is compared with (去年同期).

    Args:
        text: A paragraph.
        language: "zh" or "en".

    Returns:
        (start, end) of each, in the order of the text.

    Examples:
        >>> dated("比2010年同期增长8%")
        [(1, 8)]
    """
    return [(atom.start, atom.end) for atom in _atoms(folded(text), language)]


def _atoms(plain: str, language: str) -> list[Atom]:
    return chinese_dates(plain) if language == "zh" else english_dates(plain)


def periods(text: str, base: str = "", language: str = "zh") -> list[Period]:
    """Read every period of a text.

    Args:
        text: A paragraph, in any script and width. Names should be blanked: a year in a name dates nothing.
        base: The date of the text, as ISO; it settles 去年 and 3月25日. Empty if none is known.
        language: "zh" or "en".

    Returns:
        Periods in the order of the text, none inside another.

    Examples:
        >>> [(period.first, period.relation) for period in periods("今年9月投产，到2027年", "2011-03-29")]
        [('2011-09', 'in'), ('2027', 'by')]
        >>> [(period.first, period.last) for period in periods("the first half of 2025", "", "en")]
        [('2025-01', '2025-06')]
    """
    plain = folded(text)
    atoms = [
        atom for atom in _atoms(plain, language) if not (atom.nothing or (atom.days is not None and len(base) < 10))
    ]
    found: list[Period] = []
    known: tuple[int, int] | None = None  # the last year that was printed, and where
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        other = _SAME_YEAR.search(plain, max(0, atom.start - 2), atom.start)
        first, last, computed = _ends(atom, "" if other else base, _near(plain, atom, known, base))
        end, part = atom.end, atom.part
        if atom.year is not None:
            known = (atom.until or atom.year, atom.start)
        after = atoms[at + 1] if at + 1 < len(atoms) else None
        if after and first and _joined(plain, atom, after, language):
            year = int(first[:4])
            _, until, guessed = _ends(after, base, year)
            if until and until[: len(first)] > first[: len(until)]:
                last, end, computed, part = (
                    until,
                    after.end,
                    computed or (guessed and atom.year is None),
                    _parts(part, after.part),
                )
                known = (int(until[:4]), after.start)
                at += 1
        begin = atom.start
        if atom.year is None and (same := _SAME_YEAR.search(plain, max(0, begin - 2), begin)):
            begin = same.start()
        relation, start, stop = _relation(plain, begin, end, language)
        if relation == "from":
            relation = "in" if first != last else "since"
        found.append(Period(start, stop, text[start:stop], first, last, relation, computed, part))
        at += 1
    return sorted([*found, *_then(text, plain, found, language)], key=lambda period: period.start)


def _joined(plain: str, left: Atom, right: Atom, language: str) -> bool:
    """Whether two dates are the ends of one time."""
    if language == "en" and plain[left.end : right.start] == " and ":
        return plain[max(0, left.start - 8) : left.start].lower() == "between "
    return _JOINT[language].fullmatch(plain, left.end, right.start) is not None


def _parts(first: str, last: str) -> str:
    return f"{first}/{last}" if first or last else ""


def _near(plain: str, atom: Atom, known: tuple[int, int] | None, base: str) -> int | None:
    """Return the year printed before a date without one: in its sentence, or anywhere if the text has no date."""
    if said := _SAME_YEAR.search(plain, max(0, atom.start - 2), atom.start):
        return None if known is None else known[0] + (said[0] in ("次年", "翌年"))
    if known is None:
        return None
    same = not _SENTENCE.search(plain, known[1], atom.start)
    return known[0] if same or not base else None


def _ends(atom: Atom, base: str, near: int | None) -> tuple[str, str, bool]:
    """Return first and last as ISO, and whether the year is computed."""
    if atom.words:
        return "", "", False
    if atom.days is not None:
        day = (date.fromisoformat(base[:10]) + timedelta(atom.days)).isoformat()
        return day, day, True
    if atom.months is not None:
        if len(base) < 7:
            return "", "", True
        months = int(base[:4]) * 12 + int(base[5:7]) - 1 + atom.months
        month = f"{months // 12:04}-{months % 12 + 1:02}"
        return month, month, True
    if atom.year is not None:
        year, computed = atom.year, False
    elif atom.shift is not None:
        if not base:
            return "", "", True
        year, computed = int(base[:4]) + atom.shift, True
    elif near is not None:
        year, computed = near, True
    else:
        if not base or (len(base) > 4 and f"{atom.month:02}" + (f"-{atom.day:02}" if atom.day else "") > base[5:]):
            return "", "", True  # a month behind the date of the text: of this year or of the last
        year, computed = int(base[:4]), True
    if atom.until is not None:
        return f"{year:04}", f"{atom.until:04}", computed
    if atom.month is None or atom.last is None:
        return f"{year:04}", f"{year:04}", computed
    day = f"-{atom.day:02}" if atom.day else ""
    end = f"-{atom.last_day:02}" if atom.last_day else day
    return f"{year:04}-{atom.month:02}{day}", f"{year:04}-{atom.last:02}{end}", computed


@cache
def _relations(language: str, side: str) -> re.Pattern[str]:
    words = any_of(row["word"] for row in table("periods", language) if row["kind"] == side)
    if language == "zh":
        number = r"(?![\d一二三四五六七八九十两几])"  # “十四五”前三年
        return re.compile(rf"(?P<word>{words}) ?$" if side == "before" else rf" ?(?P<word>{words}){number}")
    return re.compile(
        rf"\b(?P<word>{words}) (?:the )?$" if side == "before" else rf" (?P<word>{words})\b", re.IGNORECASE
    )


@cache
def _relation_of(language: str, side: str) -> dict[str, str]:
    return {row["word"]: row["value"] for row in table("periods", language) if row["kind"] == side}


def _relation(plain: str, start: int, end: int, language: str) -> tuple[str, int, int]:
    """Return the relation that stands before or behind a date, and its extent with it."""
    relation = "in"
    if match := _relations(language, "before").search(plain, max(0, start - 20), start):
        relation, start = _relation_of(language, "before")[match["word"].lower()], match.start()
    if match := _relations(language, "after").match(plain, end):
        behind = _relation_of(language, "after")[match["word"].lower()]
        if relation in ("in", "from", "since", behind):
            relation, end = behind, match.end()
    return relation, start, end


def _then(text: str, plain: str, found: list[Period], language: str) -> list[Period]:
    """Read "since then": since the period before it."""
    then = []
    for match in _SINCE_THEN[language].finditer(plain):
        earlier = [period for period in found if period.end <= match.start()]
        first = earlier[-1].last if earlier else ""
        then.append(Period(*match.span(), text[match.start() : match.end()], first, first, "since", True))
    return then


def same_period(claimed: str, period: Period, text: str) -> bool:
    """Whether a text names the period that is claimed.

    Args:
        claimed: ISO ("2011-09", "2010/2012"), or words as a text prints them (截至2009年, "since 2018", 十四五).
        period: A period of the text.
        text: The text in which it stands.

    Returns:
        True only if both name the same time with the same precision. A bare date agrees with "by" and "as of", never
        with "since" and "after".

    Examples:
        >>> text = "截至2009年，园区"
        >>> same_period("2009", periods(text)[0], text), same_period("2019", periods(text)[0], text)
        (True, False)
    """
    del text
    wanted = claimed.strip()
    if match := _ISO.fullmatch(wanted):
        ends = (match["a"], match["b"] or match["a"])
        return _agrees(ends, "in", "", period)
    plain = folded(wanted)
    if plain == folded(period.words):
        return True
    language = "zh" if not plain.isascii() else "en"
    read = [each for each in periods(plain, "", language) if each.first]
    if len(read) != 1:
        return False
    return _agrees((read[0].first, read[0].last), read[0].relation, read[0].part, period)


def _agrees(ends: tuple[str, str], relation: str, part: str, period: Period) -> bool:
    if not period.first or ends != (period.first, period.last):
        return False
    if part != period.part and not (not part and period.part == "end"):
        return False
    if relation == "in":
        return period.relation in ("in", "by", "until")
    return relation == period.relation
