"""A figure that a text prints, and the form in which texts are read for figures and periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..names.folding import SIMPLIFIED

if TYPE_CHECKING:
    from decimal import Decimal

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LIST_COMMA = 0xFF0C  # 30家，40家: a comma between two figures, never one inside a figure


@dataclass(frozen=True)
class Figure:
    """A number with its unit and comparator, where a text prints it.

    Attributes:
        start: Where it begins, with comparator and unit: an offset in code points, zero-based.
        end: Where it ends; exclusive.
        number_start: Where its digits or numerals begin, without comparator and unit.
        number_end: Where they end, with their magnitude, such as 億; exclusive.
        low: Its value in the base unit; the lower end of a range.
        high: The upper end of a range; else equal to `low`.
        unit: The key of its base unit, such as "CNY", "m2" or "count:家"; empty if the word behind it is no known unit.
        unit_words: The words of the unit as printed.
        comparator: One of "", "about", "nearly", "over", "under", "at-least", "at-most"; "unclear" if the words around
            the number say more than one of them, or take one back.
        change: One of "", "rise", "fall", "multiple": by how much, or to how many times, something changed.
        ordinal: Whether it is a place in an order and no amount.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Decimal
    high: Decimal
    unit: str
    unit_words: str
    comparator: str
    change: str
    ordinal: bool


def folded(text: str) -> str:
    """Fold a text to 简体 and half width, one character to one, so that every offset stays.

    Args:
        text: Any text.

    Returns:
        A text of the same length.

    Examples:
        >>> folded("億元，１２０％")
        '亿元，120%'
    """
    if text.isascii():
        return text
    half = "".join(map(_half_width, text)).translate(SIMPLIFIED)
    return half if "，" not in text else _thousands(text, half)


def _half_width(character: str) -> str:
    code = ord(character)
    if character.isspace() and character != "\n":
        return " "
    return character if code == _LIST_COMMA else chr(_HALF_WIDTH.get(code, code))


def _thousands(text: str, half: str) -> str:
    """Fold a comma of full width only between two digits of full width."""
    wide = [0xFF10 <= ord(character) <= 0xFF19 for character in text]
    return "".join(
        "," if character == "，" and 0 < at < len(text) - 1 and wide[at - 1] and wide[at + 1] else character
        for at, character in enumerate(half)
    )
