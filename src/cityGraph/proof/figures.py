"""Reads the figures of a text: number, unit and comparator; an amount, a change or a place in an order."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from .figure import Figure, folded
from .figure_claims import Claimed, claimed, difference
from .figure_forms import special
from .figure_numbers import Number, chinese_numbers
from .figure_numbers_english import english_numbers
from .figure_refusals import ordered, rank, readable, refused
from .figure_units import STOP, TIME, Unit, rate_behind, unit_behind
from .figure_words import after, before, change, together
from .periods import dated

__all__ = ["Claimed", "Figure", "claimed", "difference", "figures"]

_DASH = r" ?(?:-|–|—|——|~|～|至|到|–) ?"
_OR = re.compile(r" or | ?(?:或者|或) ?", re.IGNORECASE)
_RANGE = {"zh": re.compile(_DASH), "en": re.compile(r" ?(?:-|–|—|~) ?|-? to |-to-", re.IGNORECASE)}
_YUAN = ("元", "圆")  # of whatever currency stands before the number
_MINUS = re.compile(r"(?:(?<![A-Za-z\d)%])[-−]|(?<!正)负|\bminus )$")
_MONTHS = re.compile("半(月|小时|钟头)")
_HALF = re.compile(r"半(?![导岛径数年价天夜])")


@lru_cache(maxsize=256)
def _read(text: str, language: str) -> tuple[Figure, ...]:
    plain = folded(text)
    taken = dated(text, language)
    found, blocked = special(plain, text, language)
    dates = {at for start, end in taken for at in range(start, end)}
    found = [figure for figure in found if dates.isdisjoint(range(figure.start, figure.end))]
    taken += [*blocked, *((figure.start, figure.end) for figure in found)]
    busy = {at for start, end in taken for at in range(start, end)}
    numbers = chinese_numbers(plain) if language == "zh" else english_numbers(plain)
    free = [number for number in numbers if busy.isdisjoint(range(number.start, number.end))]
    at = 0
    while at < len(free):
        left = right = free[at]
        unit = None
        if at + 1 < len(free) and _either(plain, left, free[at + 1], language):
            at += 2  # one or two firms: neither
            continue
        if at + 1 < len(free) and (joined := _joined(plain, left, free[at + 1], language)):
            right, unit = free[at + 1], joined[0]
        figure = _figure(plain, text, left, right, language, unit)
        if figure is not None:
            found.append(figure)
        at += 1 if left is right else 2
    return tuple(sorted(found, key=lambda figure: figure.start))


def figures(text: str, language: str = "zh") -> list[Figure]:
    """Read every figure of a text.

    Args:
        text: A paragraph, in any script and width. Names should be blanked: a number in a name is no figure.
        language: "zh" or "en".

    Returns:
        Figures in the order of the text, none inside another. Dates are periods and no figures.

    Examples:
        >>> [(figure.high, figure.unit, figure.comparator) for figure in figures("總投資超過120億元，70餘家企業")]
        [(Decimal('12000000000'), 'CNY', 'over'), (Decimal('70'), 'count:家', 'over')]
        >>> [(figure.low, figure.high, figure.unit) for figure in figures("a $30-50 billion industry", "en")]
        [(Decimal('30000000000'), Decimal('50000000000'), 'USD')]
    """
    return list(_read(text, language))


def _either(plain: str, left: Number, right: Number, language: str) -> bool:
    """Whether a text leaves open which of two numbers it means."""
    unit = unit_behind(plain, left.end, language)
    start = before(plain, right.start, language, right.shape).start
    return _OR.fullmatch(plain, unit.end if unit else left.end, start) is not None


def _joined(plain: str, left: Number, right: Number, language: str) -> tuple[Unit | None] | None:
    """Return the unit of the first of two numbers if they are the ends of one range; None if they are two figures."""
    at = left.end
    unit = unit_behind(plain, at, language) if plain[at : at + 1] != "-" else None
    middle = unit.end if unit else at
    head = before(plain, right.start, language, right.shape)
    start = head.start if head.key and not head.comparators else right.start
    joint = _RANGE[language].fullmatch(plain, middle, start)
    opening = plain[max(0, left.start - 24) : before(plain, left.start, language, left.shape).start].lower()
    if joint is None:
        between = language == "en" and plain[middle:start] == " and " and opening.endswith("between ")
        return (unit,) if between else None
    if joint[0].strip("- ").lower() not in ("至", "到", "to"):
        return (unit,)
    first = unit.key if unit else before(plain, left.start, language, left.shape).key
    behind = unit_behind(plain, right.end, language)
    second = head.key or (behind.key if behind else "")
    rising = unit is not None and change(plain, before(plain, left.start, language, left.shape).start, middle, language)
    apart = rising or (first and first != second) or re.search(r"(?:[从由自]|\bfrom )$", opening)
    return None if apart else (unit,)


def _figure(
    plain: str, text: str, left: Number, right: Number, language: str, first_unit: Unit | None
) -> Figure | None:
    """Read one number, or two that are the ends of one range: both have the magnitude and the unit of the second."""
    inside, at = after(plain, right.end, language, "inside")
    unit = unit_behind(plain, at, language)
    if inside and unit is None and plain[right.end : at].strip() == "来":
        return None
    head = before(plain, left.start, language, left.shape)
    marked = bool(head.comparators or inside or head.key or right.more)
    if left.value is None or right.value is None or refused(plain, left, right, unit, marked, language):
        return None
    if unit is not None and unit.numeral == "large" and right.power < 10_000:
        unit = None  # 30度 may be warmth
    ordinal = ordered(plain, left.start, right, unit, language)
    if not ordinal and not readable(plain, right, unit, marked):
        return None
    if unit is not None and head.key and not _agree(head.key, unit):
        return None
    low, high = left.value, right.value
    if left is not right:
        if left.power == 1 and right.power != 1 and low * right.power < high:
            low *= right.power
        if not low < high or (first_unit and first_unit.key != (unit.key if unit else head.key)):
            return None
    said = [*head.comparators, *filter(None, [inside, right.more])]
    end, key, words, factor = at if inside else right.end, head.key, head.words, Decimal(1)
    if unit is not None:
        end, factor = unit.end, unit.factor
        key = head.key if head.key and unit.words in _YUAN else unit.key
        words = text[unit.end - len(unit.words) : unit.end]
        if key == "count:个" and (whole := _MONTHS.match(plain, end)):
            key, end = ("month" if whole[1] == "月" else "hour"), whole.end()
            low, high, words = low + Decimal("0.5"), high + Decimal("0.5"), text[at:end]
        elif plain[end : end + 1] == "级" and not key.startswith("count:"):
            key, end, words = f"{key}-class", end + 1, text[at : end + 1]
        elif language == "zh" and (half := _HALF.match(plain, end)) and left is right and factor == 1:
            low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), half.end()
    elif head.key and (rate := rate_behind(plain, end, language)):
        key, end = f"{key}/{rate[0]}", rate[1]
    elif language == "en" and not head.key and (noun := _noun(plain, right.end)):
        end, key, words = noun.end, noun.key, text[noun.end - len(noun.words) : noun.end]
    behind, end = _behind(plain, end, key, language)
    said += filter(None, [behind])
    if key in TIME and _doubtful(plain, head.start, left.start):
        said.append("unclear")
    if _MINUS.search(plain, max(0, left.start - 7), left.start):
        low, high = -high, -low
    changed = "" if ordinal else change(plain, head.start, end, language)
    if key == "times" and not changed and (language == "zh" or _COMPARED.match(plain, end)):
        changed = "multiple"
    key = rank(plain, left.start, key, language) if ordinal else key
    return Figure(
        head.start, end, left.start, right.end, _tidy(low * factor), _tidy(high * factor), key, words,
        together(said, head.certain), changed, ordinal,
    )  # fmt: skip


def _agree(key: str, unit: Unit) -> bool:
    """Whether a unit before a number and one behind it are one: NT$30億元, but not EUR5m."""
    return key == unit.key.split("/")[0] or unit.words in _YUAN


def _tidy(value: Decimal) -> Decimal:
    """Write 1620000.0 as 1620000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


_COMPARED = re.compile(r" (?:the|as|that|more|higher|larger|bigger|greater)\b", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"(?:[ -][A-Za-z-]+){1,3}? or (?P<more>more|above|less|fewer|below)\b", re.IGNORECASE)
_SOME_MORE = re.compile(r"[多余](?P<clear>(?=[的来，。；、,)）]|时间|\Z))?")


def _behind(plain: str, end: int, key: str, language: str) -> tuple[str, int]:
    """Read the comparator behind a unit, or behind the noun that is counted (30 plants or more)."""
    behind, stop = after(plain, end, language)
    if behind:
        return behind, stop
    if language == "en" and (match := _NOUN_BEHIND.match(plain, end)):
        return ("at-least" if match["more"].lower() in ("more", "above") else "at-most"), end
    if language == "zh" and key and (match := _SOME_MORE.match(plain, end)):
        if match["clear"] is not None:
            return "over", match.end()
        return ("unclear" if key in TIME else ""), end
    return "", end


def _doubtful(plain: str, start: int, number: int) -> bool:
    """Whether a word before a duration may mean something else: over five years, 近三年 (the last three)."""
    words = plain[start:number].strip().lower()
    if words == "over":
        return not re.search(r"\b(?:for|of|is|was|takes|took|lasting) $", plain[max(0, start - 8) : start].lower())
    return words == "近" and not re.search(
        "经过|历时|用了|耗时|历经|花了|已有|长达|过去了|经", plain[max(0, start - 4) : start]
    )


@cache
def _adjectives(count: int) -> re.Pattern[str]:
    return re.compile(rf"(?: (?!(?:{STOP})\b)(?:[A-Za-z]+-)*[A-Za-z]+(?<!s)){{{count}}}(?= [A-Za-z])")


def _noun(plain: str, at: int) -> Unit | None:
    """Find a known unit behind up to three adjectives: 600 harbor-based workers."""
    for count in (1, 2, 3):
        match = _adjectives(count).match(plain, at)
        if match is None:
            return None
        unit = unit_behind(plain, match.end(), "en")
        if unit is not None and unit.key not in TIME | {"times", "%", "USD", "m", "t"}:
            return unit
    return None
