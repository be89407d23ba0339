"""Reads the numbers of a Chinese text: digits and numerals, each with its magnitude.

A run of digits and numerals is read as a whole or not at all: what is left of a number when one of its characters is
not understood is another number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .tables import table

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMERAL = "〇零一二三四五六七八九十百千万亿兆两廿卅"
ARABIC = r"\d(?:[\d,.]|，(?=\d{3}(?!\d)))*"  # 1，200 is 1200, or 1 and 200: it is not read
PRINTED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:0|[1-9]\d*)(?:\.\d+)?")
_SECTION = re.compile(
    r"(?:(?P<k>[一二三四五六七八九两])千)?(?:[零〇]?(?P<h>[一二三四五六七八九两])百)?"
    r"(?:[零〇]?(?P<t>[一二三四五六七八九])?(?P<ten>十))?(?:(?P<z>[零〇])?(?P<o>[一二三四五六七八九两]))?"
)
_BARE = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}


@dataclass(frozen=True)
class Number:
    """A number in a folded text.

    Attributes:
        start: Where it begins.
        end: Where it ends, with its magnitude; exclusive.
        value: Its value; None for a run of digits and numerals that is no number that can be read.
        shape: One of "digits", "numeral", "single" (one numeral from 一 to 九, or 两), "bare" (such as 百, without a
            digit before it), "words".
        power: The magnitude that is printed, 1 if none is.
        more: Whether 多 or 余 stands inside it, as in 1000多万.
    """

    start: int
    end: int
    value: Decimal | None
    shape: str
    power: Decimal = Decimal(1)
    more: str = ""


@cache
def magnitudes(language: str) -> dict[str, tuple[Decimal, str]]:
    """Return the words of magnitude of a language.

    Args:
        language: "zh" or "en".

    Returns:
        By word, its value and the last column that limits it: what may not follow (zh), or "money" (en).

    Examples:
        >>> magnitudes("zh")["亿"][0]
        Decimal('100000000')
    """
    last = "not_before" if language == "zh" else "attached"
    return {row["word"]: (Decimal(row["value"]), row[last]) for row in table("magnitudes", language)}


def numeral(words: str) -> Decimal | None:
    """Read a Chinese numeral.

    Args:
        words: A numeral in 简体, such as 一百二十亿.

    Returns:
        Its value; None if it is none, or if it may mean two numbers (一万五, 三五).

    Examples:
        >>> numeral("一百二十亿"), numeral("两千零五"), numeral("万亿"), numeral("三五")
        (Decimal('12000000000'), Decimal('2005'), Decimal('1000000000000'), None)
    """
    words = words.replace("廿", "二十").replace("卅", "三十")
    for mark, power in (("兆", 10**12), ("亿", 10**8), ("万", 10**4)):
        if mark not in words:
            continue
        left, _, right = words.rpartition(mark)
        head = Decimal(1) if not left else numeral(left)
        if head is None or (right and not left) or (right and len(right) == 1 and right in _DIGITS):
            return None
        tail = numeral(right.lstrip("零〇")) if right else Decimal(0)
        return None if tail is None or tail >= power else head * power + tail
    return _section(words)


def _section(words: str) -> Decimal | None:
    """Read a numeral below 万."""
    if words in _BARE:
        return Decimal(_BARE[words])
    match = _SECTION.fullmatch(words)
    if not words or match is None:
        return None
    one = match["o"] and not match["ten"] and not match["z"] and (match["k"] or match["h"])
    if one or (match["z"] and match["ten"]) or (match["z"] and not (match["k"] or match["h"])):
        return None  # 一百五 may be 105 or 150
    value = 1000 * _DIGITS.get(match["k"] or "〇", 0) + 100 * _DIGITS.get(match["h"] or "〇", 0)
    value += 10 * (_DIGITS[match["t"]] if match["t"] else 1) if match["ten"] else 0
    return Decimal(value + _DIGITS.get(match["o"] or "〇", 0))


@cache
def _chinese_run() -> re.Pattern[str]:
    return re.compile(rf"(?:{ARABIC}(?: (?=[百千万亿兆]))?|[{_NUMERAL}]|[多余几来数](?=[十百千万亿兆]))+")


def chinese_numbers(text: str) -> list[Number]:
    """Find the numbers of a Chinese text.

    Args:
        text: A folded text.

    Returns:
        Numbers in the order of the text, also those that cannot be read (value None).

    Examples:
        >>> [str(number.value) for number in chinese_numbers("投资12亿3,000万元，一百二十家，数十亿元")]
        ['1230000000', '120', 'None']
    """
    return [_chinese(text, *match.span()) for match in _chinese_run().finditer(text)]


def _chinese(text: str, start: int, end: int) -> Number:
    while text[end - 1] in ",. ，":
        end -= 1
    while text[start] in "多余来" and start < end - 1:
        start += 1
    blocked = {word: limit for word, (_, limit) in magnitudes("zh").items() if limit}
    last = text[end - 1]
    if end - start > 1 and last in blocked and text[end : end + 1] in blocked[last].split("|") and end < len(text):
        end -= 1  # 3千米: the unit is 千米
    if text[end : end + 1] == "几":
        return Number(start, end, None, "numeral")
    run = text[start:end]
    if not run[0].isdigit():
        marks = [mark for mark in run if mark in "多余几来数"]
        if marks:
            plain = re.sub("[多余]", "", run)
            value = numeral(plain) if set(marks) <= {"多", "余"} and len(marks) == 1 and run[-1] not in "多余" else None
            return Number(start, end, value, "numeral", more="over")
        if re.search(r"\d", run):
            return Number(start, end, None, "numeral")
        value = numeral(run)
        bare = run[0] in "百千万亿兆" or run in ("十万", "十亿")
        shape = "bare" if bare else "single" if len(run) == 1 and run != "十" else "numeral"
        return Number(start, end, value, shape, _power_of(run))
    return _digits(text, start, end)


def _power_of(run: str) -> Decimal:
    powers = re.search(r"[百千万亿兆]+$", run)
    return (numeral(powers[0]) or Decimal(1)) if powers else Decimal(1)


_PART = re.compile(rf"({ARABIC}) ?([多余]?)([十百千万亿兆]*)")


def _digits(text: str, start: int, end: int) -> Number:
    """Read digits with Chinese magnitudes: 1.6万亿, 1亿2000万, 1000多万."""
    value, last, power, more, at = Decimal(0), None, Decimal(1), "", start
    while at < end:
        match = _PART.match(text, at, end)
        if match is None:  # 120亿一期: a numeral behind the number is not part of it
            rest = text[at:end]
            if last is None or re.search("[百千万亿兆几来数多余]", rest) or re.search(r"\d", rest):
                return Number(start, end, None, "digits")
            end = at
            break
        printed = match[1].rstrip(",.")
        stop = match.end() if printed == match[1] or match[2] or match[3] else match.end() - 1
        if not PRINTED.fullmatch(printed) or (match[3] and printed != match[1]):
            return Number(start, end, None, "digits")
        factor = numeral(match[3]) if match[3] else Decimal(1)
        if factor is None or match[3] == "十" or (last is not None and (factor >= last or "." in printed or more)):
            return Number(start, end, None, "digits")
        part = Decimal(printed.replace(",", "")) * factor
        if last is not None and (part >= last or (factor == 1 and len(printed) < 3)):
            return Number(start, end, None, "digits")  # 1万5 may be 15000
        if match[2]:
            more = "over"
        value, last, power, at = value + part, factor, factor, stop
    return Number(start, end, value, "digits", power, more)
