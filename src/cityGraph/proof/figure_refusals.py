"""Tells numbers that are quantities from numbers that are not: codes, names, list numbers, places in an order."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .figure_units import any_of
from .tables import table

if TYPE_CHECKING:
    from .figure_numbers import Number
    from .figure_units import Unit

_NOT_BEFORE = re.compile(r"[A-Za-z_#@'’`·]$|[A-Za-z]-$|\d[+/:×x*.-]$|\[$")
_NOT_BEHIND = re.compile(
    r"[+/:×*]\d|\]|[A-Za-z]|_|-[A-Z\d]|几|分之|强|[国省县乡]道|年代|年[底初末中度]|世纪|·| ?[½⅓¼¾⅔]| \d+/\d"
)
_LINE_NUMBER = re.compile(r"(?:^|\n)\s*[(（]?$")
_LINE_NUMBER_END = re.compile(r"[.、)）](?!\d)")
_KEPT_BARE = re.compile(r"级|规模|产|大|俱乐部|[，。；、）)]|\Z")
_CODE = re.compile(r"(?:RMB|USD|EUR|CNY|HKD|TWD|NTD|TOP|top)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(
    r"(?:代码|编号|编码|电话|邮编|证号|文号|号码|\b(?:code|tel|phone|fax|zip))[:： ]{0,2}$", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-z]{2,} $")
_CAPITAL = re.compile(r"[A-Z][A-Za-z]+ $")
_SENTENCE = re.compile(r"(?:^|[.!?:;\n•“”\"(] ?)$")


def refused(plain: str, left: Number, right: Number, unit: Unit | None, marked: bool, language: str) -> bool:
    """Whether a number is no quantity: part of a code or a name, a sum, a list number, a telephone number.

    Args:
        plain: A folded text.
        left: The number; the first of a range.
        right: The same number; the last of a range.
        unit: The unit behind it; None if there is none.
        marked: Whether a comparator or a unit stands before it.
        language: "zh" or "en".

    Returns:
        Whether it is not to be read.

    Examples:
        >>> from cityGraph.proof.figure_numbers import chinese_numbers
        >>> (number,) = chinese_numbers("G20峰会")
        >>> refused("G20峰会", number, number, None, False, "zh")
        True
    """
    start, end = left.start, right.end
    head = plain[max(0, start - 24) : start]
    if _NOT_BEFORE.search(head) and not _CODE.search(head):
        return True
    if unit is None and _NOT_BEHIND.match(plain, end):
        return True
    if _LINE_NUMBER.search(head) and _LINE_NUMBER_END.match(plain, end):
        return True
    if head.endswith(("(", "（")) and plain[end : end + 1] in ("）", ")"):
        return True
    bare = unit is None and right.power == 1
    if bare and not marked and head.endswith(("“", '"', "「", "‘", "《")):
        return True  # “1233” is the name of a plan
    if language == "zh" and bare and _LATIN.search(head) and not _CODE.search(head.rstrip()):
        return True
    if language == "zh" and unit is not None and unit.key == "year" and re.fullmatch(r"[5-9]\d|0\d", plain[start:end]):
        return True  # 98年 is 1998
    if unit is not None and unit.words == "日" and plain[unit.end : unit.end + 1] != "内":
        return True  # 25日 is a day of a month
    if unit is not None and unit.key == "year" and right.shape == "numeral" and 1900 < (right.value or 0) < 2100:
        return True  # 两千零二十五年
    if language == "en" and not marked and (_named(head) or (plain[start].isupper() and _proper(plain, head, end))):
        return True
    digits = plain[start:end]
    if unit is not None or not digits.isdigit():
        return False
    if not marked and _YEAR.fullmatch(digits) and (language == "zh" or not re.match("[ -][a-z]", plain[end : end + 2])):
        return True
    return len(digits) >= 8 or bool(_NUMBERED.search(head))


def _proper(plain: str, head: str, end: int) -> bool:
    """Whether a number word with a capital is part of a name: the Three Gorges."""
    return not _SENTENCE.search(head) or bool(re.match(r"[ -][A-Z]", plain[end : end + 2]))


def _named(head: str) -> bool:
    """Whether a capital word inside a sentence stands before a number: Fortune 500."""
    match = _CAPITAL.search(head)
    return match is not None and not _SENTENCE.search(head[: match.start()]) and len(head) > match.end() - match.start()


@cache
def _ordinals(language: str) -> re.Pattern[str]:
    words = any_of(row["word"] for row in table("ordinals", language))
    return re.compile(
        rf"(?P<word>{words}|TOP ?|No\.? ?)$" if language == "zh" else rf"\b(?P<word>{words}) $|#$", re.IGNORECASE
    )


@cache
def _counted(language: str) -> frozenset[str]:
    """The words that put also what is counted in an order: 前10家, but not 排30家."""
    return frozenset(row["word"] for row in table("ordinals", language) if row["counted"] == "yes")


def ordered(plain: str, start: int, number: Number, unit: Unit | None, language: str) -> bool:
    """Whether a number is a place in an order: 第3, 前10名, 3号楼, No. 3.

    Args:
        plain: A folded text.
        start: Where the number begins; of a range, the first.
        number: The number; of a range, the last.
        unit: The unit behind it; None if there is none.
        language: "zh" or "en".

    Returns:
        Whether it is.

    Examples:
        >>> from cityGraph.proof.figure_numbers import chinese_numbers
        >>> ordered("3号楼", 0, chinese_numbers("3号楼")[0], None, "zh")
        True
    """
    if (
        language == "zh"
        and unit is None
        and number.power == 1
        and plain[number.end : number.end + 1] in tuple("号期级届")
    ):
        return True
    match = _ordinals(language).search(plain, max(0, start - 14), start)
    if match is None or language == "en":
        return match is not None
    if match["word"] in _counted(language):
        return match["word"] != "前" or unit is None or unit.key.startswith("count:")
    return unit is None or unit.key in ("count:名", "count:位")


def rank(plain: str, start: int, key: str, language: str) -> str:
    """Return the unit of a place in an order.

    Args:
        plain: A folded text.
        start: Where its number begins.
        key: The key of the unit behind it; empty if there is none.
        language: "zh" or "en".

    Returns:
        "rank" for a place among others, else the key.

    Examples:
        >>> rank("排名5", 2, "", "zh"), rank("phase 2", 6, "", "en")
        ('rank', '')
    """
    match = _ordinals(language).search(plain, max(0, start - 14), start)
    ranked = match and match["word"].lower() in _RANKS
    return "rank" if key in ("count:名", "count:位") or (ranked and not key) else key


_RANKS = frozenset({"前", "排名", "位列", "位居", "居", "top", "no.", "no", "number", "ranked", "ranks", "rank"})


def readable(plain: str, number: Number, unit: Unit | None, marked: bool) -> bool:
    """Whether a numeral is a number and no part of a word.

    Args:
        plain: A folded text.
        number: The number.
        unit: The unit behind it; None if there is none.
        marked: Whether a comparator or a unit stands before it.

    Returns:
        True for all digits; a numeral needs a unit, a comparator or a large magnitude.

    Examples:
        >>> from cityGraph.proof.figure_numbers import chinese_numbers
        >>> readable("二十大", chinese_numbers("二十大")[0], None, False)
        False
    """
    if number.shape == "single":
        return unit is not None and bool(unit.numeral)
    if number.shape == "bare":
        run = plain[number.start : number.end]
        if len(run) == 1:
            return marked
        return unit is not None or marked or (number.power >= 10**8) or bool(_KEPT_BARE.match(plain, number.end))
    if number.shape == "numeral":
        return unit is not None or marked or number.power >= 10_000
    return True
