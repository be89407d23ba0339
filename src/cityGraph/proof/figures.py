"""Reads the figures of a text: number, unit, comparator, and whether it is an amount, a change or a place in an order."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from .figure import Figure, folded
from .figure_claims import Claimed, claimed, difference
from .figure_forms import special
from .figure_numbers import Number, chinese_numbers, english_numbers
from .figure_words import TIME, Unit, after, before, change_before, together, unit_behind
from .periods import dated

__all__ = ["Claimed", "Figure", "claimed", "difference", "figures"]

_DASH = r" ?(?:-|–|—|——|~|～|至|到|–) ?"
_RANGE = {"zh": re.compile(_DASH), "en": re.compile(r" ?(?:-|–|—|~) ?| to ", re.IGNORECASE)}
_ORDINAL = {
    "zh": re.compile(r"(?:第|前|排名|位列|位居|居|排|TOP ?|top ?|No\. ?)$"),
    "en": re.compile(r"(?:\btop |\bNo\. ?|\bnumber |#|\b(?:interstate|route|highway|phase|level|building|terminal|line|"
                     r"section|chapter|article|figure|table|page|version|type|model|class|grade|category|zone|stage|"
                     r"step|gate|block|unit|room|floor|district|tier|ranked|ranks|rank) )$", re.IGNORECASE),
}  # fmt: skip
_NOT_BEFORE = re.compile(r"[A-Za-z_#@]$|[A-Za-z]-$|\d[+＋/:×x*.-]$|\[$|[数几]$")
_NOT_BEHIND = re.compile(r"[+/:×*]\d|\]|[A-Za-z]|_|-[A-Z\d]|几|分之")
_LINE_NUMBER = re.compile(r"(?:^|\n)\s*[(（]?$")
_LINE_NUMBER_END = re.compile(r"[.、)）](?!\d)")
_KEPT_BARE = re.compile(r"级|规模|产|大|俱乐部|[，。；、）)]|\Z")


@lru_cache(maxsize=256)
def _read(text: str, language: str) -> tuple[Figure, ...]:
    plain = folded(text)
    taken = dated(text, language)
    found, blocked = special(plain, text, language)
    found = [figure for figure in found if not any(a < figure.end and figure.start < b for a, b in taken)]
    taken += [*blocked, *((figure.start, figure.end) for figure in found)]
    numbers = chinese_numbers(plain) if language == "zh" else english_numbers(plain)
    free = [number for number in numbers if not any(a < number.end and number.start < b for a, b in taken)]
    at = 0
    while at < len(free):
        pair = free[at + 1] if at + 1 < len(free) else None
        figure = _range(plain, text, free[at], pair, language) if pair else None
        if figure is not None:
            found.append(figure)
            at += 2
            continue
        figure = _figure(plain, text, free[at], language)
        if figure is not None:
            found.append(figure)
        at += 1
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


def _refused(plain: str, start: int, end: int, unit: Unit | None, language: str) -> bool:
    """Whether digits at a place are no quantity: part of a code, a sum, a list number, a telephone number."""
    head = plain[max(0, start - 24) : start]
    if _NOT_BEFORE.search(head) and not re.search(r"(?:US|NT|HK|RMB|USD|EUR|CNY|HKD|TWD|NTD|TOP|top)\$?$", head):
        return True
    if unit is None and _NOT_BEHIND.match(plain, end):
        return True
    if _LINE_NUMBER.search(head) and _LINE_NUMBER_END.match(plain, end):
        return True
    if head.endswith(("(", "（")) and plain[end : end + 1] in ")）":
        return True
    digits = plain[start:end]
    return unit is None and digits.isdigit() and (len(digits) >= 8 or (digits[0] == "0" and len(digits) > 1))


def _figure(plain: str, text: str, number: Number, language: str) -> Figure | None:
    return _made(plain, text, number, number, number, language)


def _range(plain: str, text: str, left: Number, right: Number, language: str) -> Figure | None:
    """Read two numbers as the ends of one range; both have the magnitude and the unit of the second."""
    at = left.end
    unit = unit_behind(plain, at, language) if plain[at : at + 1] != "-" else None
    middle = unit.end if unit else at
    joint = _RANGE[language].fullmatch(plain, middle, right.start)
    if joint is None and (head := before(plain, right.start, language, right.shape)).key and not head.comparators:
        joint = _RANGE[language].fullmatch(plain, middle, head.start)
    spread = language == "en" and joint is None and plain[middle : right.start] == " and "
    opening = plain[max(0, left.start - 24) : left.start]
    if spread:
        start = before(plain, left.start, language, left.shape).start
        if not plain[max(0, start - 8) : start].lower().endswith("between "):
            return None
    elif joint is None or (
        joint[0].strip() in ("至", "到", "to") and re.search(r"(?:[从由自]|\bfrom )(?:[$€£]|US\$|NT\$)?$", opening)
    ):
        return None
    return _made(plain, text, left, right, right, language, unit)


def _made(
    plain: str, text: str, left: Number, right: Number, number: Number, language: str, first_unit: Unit | None = None
) -> Figure | None:
    inside, at = after(plain, number.end, language, "inside")
    unit = unit_behind(plain, at, language)
    if inside and unit is None and plain[number.end : at].strip() == "来":
        return None
    head = before(plain, left.start, language, left.shape)
    if left.value is None or right.value is None or _refused(plain, left.start, right.end, unit, language):
        return None
    low, high = left.value, right.value
    if left is not right:
        if left.power == 1 and right.power != 1 and low * right.power < high:
            low *= right.power
        if not low < high or (first_unit and unit and first_unit.key != unit.key):
            return None
    ordinal = bool(_ORDINAL[language].search(plain, max(0, left.start - 12), left.start))
    if not ordinal and not _readable(plain, number, unit, bool(head.comparators or inside or head.key)):
        return None
    said = [*head.comparators, *([inside] if inside else []), *([number.more] if number.more else [])]
    end, key, words, factor = at if inside else right.end, head.key, head.words, Decimal(1)
    if unit is not None and not (head.key and unit.key != head.key and head.key != "yuan-or-yen"):
        end, key, words, factor = unit.end, unit.key, text[unit.end - len(unit.words) : unit.end], unit.factor
        if language == "zh" and (half := _HALF.match(plain, end)) and left is right and factor == 1:
            low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), half.end()
    elif language == "en" and unit is None and (noun := _noun(plain, right.end)):
        end, key, words = noun.end, noun.key, text[noun.end - len(noun.words) : noun.end]
    behind, end = after(plain, end, language)
    if behind:
        said.append(behind)
    if key in TIME and "over" in said and re.search(r"(?i)over $", plain[head.start : left.start]):
        said.append("about")  # "over five years" may mean "during": unclear
    start = head.start
    minus = plain[left.start - 1 : left.start] in ("-", "−") and not re.match(
        r"[\w)）]", plain[left.start - 2 : left.start - 1]
    )
    if minus and left.start:
        low, high = -high, -low
    change = "" if ordinal else change_before(plain, start, language)
    if key == "times" and not change and language == "zh":
        change = "multiple"
    if ordinal:
        key = _rank(plain, left.start, key, language)
    return Figure(
        start, end, left.start, right.end, low * factor, high * factor, key, words,
        together(said, head.certain), change, ordinal,
    )  # fmt: skip


_HALF = re.compile(r"半(?![导岛径数年价天夜])")


def _rank(plain: str, start: int, key: str, language: str) -> str:
    ranked = re.search(
        r"(?i)(?:前|排名第?|位列第?|位居第?|居第?|top |no\. ?|number |#|ranked |ranks |rank )$",
        plain[max(0, start - 12) : start],
    )
    return "rank" if key in ("count:名", "count:位") or (ranked and not key) else key


def _readable(plain: str, number: Number, unit: Unit | None, marked: bool) -> bool:
    """Whether a numeral is a number and no part of a word."""
    if number.shape == "single":
        return unit is not None and unit.numeral
    if number.shape == "bare":
        run = plain[number.start : number.end]
        if run in ("十", "百", "千", "万", "亿"):
            return marked
        return unit is not None or marked or (number.power >= 10**8) or bool(_KEPT_BARE.match(plain, number.end))
    if number.shape == "numeral":
        return unit is not None or marked or number.power >= 10_000
    return True


@cache
def _adjectives(count: int) -> re.Pattern[str]:
    stop = "of|in|on|at|for|to|and|or|by|with|from|the|that|which|who|is|are|was|were|has|have|had|will|would|per|a|an|as|than"
    return re.compile(rf"(?: (?!(?:{stop})\b)(?:[A-Za-z]+-)*[A-Za-z]+(?<!s)){{{count}}}(?= [A-Za-z])")


def _noun(plain: str, at: int) -> Unit | None:
    """Find a known unit behind up to three adjectives: 600 Michigan-based employees."""
    for count in (1, 2, 3):
        match = _adjectives(count).match(plain, at)
        if match is None:
            return None
        unit = unit_behind(plain, match.end(), "en")
        if unit is not None and unit.key not in TIME | {"times", "%", "USD", "m", "t"}:
            return unit
    return None
