"""Reads numbers and dates in Chinese text.

The words of units and comparators come from the ontology (``cg:word``, with ``{n}`` for the number); the numbers are
those of `figure_numbers`. This file adds a doubling (翻番), a rise from one rank to another, and dates that take their
year from the dateline (今年, 去年).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .figure import folded
from .figure_numbers import chinese_numbers
from .figure_numbers_english import english_numbers

if TYPE_CHECKING:
    from decimal import Decimal

    from .figure_numbers import Number

XSD = "http://www.w3.org/2001/XMLSchema#"
_LARGE = 10_000  # a numeral below needs a unit: 百 is also a part of words
_MORE = ("多", "餘", "余")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)} | {"兩": 2, "两": 2}
_MULTIPLES = {"翻番": 2, "翻一番": 2, "翻兩番": 4}
_RISE = re.compile(r"(\d+)名上升到(?:第)?(\d+)名")
_DATE = re.compile(r"(?:(\d{4})年?)?(今年|去年|全年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_DATE_WORDS = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|(?:今年|去年)?\d{1,2}月(?:\d{1,2}日)?|今年|去年|全年")


@dataclass(frozen=True)
class Reading:
    """The number or date that some words give.

    Attributes:
        value: Its lexical form, such as "60000" or "2025-03-27".
        datatype: The IRI of its datatype (XML Schema).
        unit: The IRI of its unit; None if no unit is printed.
        comparator: The IRI of its comparator, such as "at least"; None if none is printed.
        computed: Whether the value is a result, not printed as such: a difference, or a date with the year of the
            dateline.
    """

    value: str
    datatype: str
    unit: str | None = None
    comparator: str | None = None
    computed: bool = False


@dataclass(frozen=True)
class Reader:
    """Reads numbers with the units and comparators of an ontology.

    Attributes:
        units: The IRI of each unit by its word, with ``{n}`` for the number, such as ``{n}%``.
        comparators: The IRI of each comparator by its word, with ``{n}`` for number and unit, such as ``{n}以上``.
        times: The IRI of the unit of a doubling.
        places: The IRI of the unit of a rise in rank.
    """

    units: dict[str, str]
    comparators: dict[str, str]
    times: str
    places: str

    @cached_property
    def _patterns(self) -> list[tuple[str | None, str | None, str, str]]:
        """The words before and behind a number for each unit with each comparator; None is a number without one."""
        patterns: list[tuple[str | None, str | None, str, str]] = []
        for unit_word, unit in [*self.units.items(), ("{n}", None)]:
            for comparator_word, comparator in [*self.comparators.items(), ("{n}", None)]:
                before, after = comparator_word.replace("{n}", unit_word).split("{n}")
                patterns.append((unit, comparator, before, after))
        return patterns

    def _around(self, text: str, number: Number) -> dict[tuple[int, int], Reading]:
        """Read a number with each unit and comparator whose words stand around it."""
        found: dict[tuple[int, int], Reading] = {}
        value = number.value
        if value is None or number.more or number.shape in ("single", "words"):
            return found
        plain = number.shape == "digits" or (number.power >= _LARGE and number.end - number.start > 1)
        more = text[number.end : number.end + 1] in _MORE
        for unit, comparator, before, after in self._patterns:
            if not text.startswith(after, number.end) or not text.endswith(before, 0, number.start):
                continue
            if (plain or (unit is not None and number.shape == "numeral")) and not (more and not after):
                span = (number.start - len(before), number.end + len(after))
                found.setdefault(span, Reading(_written(value), XSD + "decimal", unit, comparator))
        return found

    def quantities(self, text: str) -> dict[tuple[int, int], Reading]:
        """Read every number in a text, together with its unit and comparator.

        Args:
            text: A paragraph or a quote.

        Returns:
            Readings by (start, end), in the order of the text: offsets in code points, zero-based, end exclusive. A
            number inside a longer one is left out, but both ranks of a rise are kept beside the rise itself.

        Examples:
            >>> reader = Reader({"{n}%": "urn:percent"}, {"{n}以上": "urn:atLeast"}, "urn:times", "urn:places")
            >>> [(where, found.value, found.unit) for where, found in reader.quantities("穩定在60%以上").items()]
            [((3, 8), '60', 'urn:percent')]
            >>> [found.value for found in reader.quantities("96,000 tons").values()]
            ['96000']
        """
        found: dict[tuple[int, int], Reading] = {}
        plain = folded(text)
        for number in english_numbers(plain) if text.isascii() else chinese_numbers(plain):
            found |= self._around(text, number)
        for word, factor in _MULTIPLES.items():
            for match in re.finditer(word, text):
                found[match.span()] = Reading(str(factor), XSD + "decimal", self.times)
        for match in _RISE.finditer(text):
            rise = str(int(match[1]) - int(match[2]))
            found[match.span()] = Reading(rise, XSD + "decimal", self.places, computed=True)
        printed = [span for span, reading in found.items() if not reading.computed]
        whole = {
            (start, end): reading
            for (start, end), reading in found.items()
            if reading.computed or not any(s <= start and end <= e and (s, e) != (start, end) for s, e in printed)
        }
        return dict(sorted(whole.items()))


def _written(value: Decimal) -> str:
    return format(value.normalize(), "f")


def numerals(text: str) -> dict[tuple[int, int], Reading]:
    """Read the single Chinese numerals in a text. They count as numbers only in a name, as 六 in 六地.

    Args:
        text: A paragraph.

    Returns:
        Readings by (start, end), in the order of the text: offsets in code points, zero-based, end exclusive.

    Examples:
        >>> [reading.value for reading in numerals("六地").values()]
        ['6']
    """
    return {
        (at, at + 1): Reading(str(_DIGITS[character]), XSD + "decimal")
        for at, character in enumerate(text)
        if character in _DIGITS
    }


def dates(text: str) -> list[tuple[int, int]]:
    """Find the dates and years in a text, each in full.

    Args:
        text: A paragraph or a quote.

    Returns:
        (start, end) of each, in the order of the text: offsets in code points, zero-based, end exclusive.

    Examples:
        >>> dates("去年12月9日通車,今年2月22日開通")
        [(0, 7), (10, 17)]
    """
    return [match.span() for match in _DATE_WORDS.finditer(text)]


def date(words: list[str]) -> Reading | None:
    """Read the date that some words give.

    Args:
        words: The words of each range of a position. They are read as one: the year of the dateline may come first.

    Returns:
        A year, a month or a day; None if the words give no year or are no date.

    Examples:
        >>> date(["2025年", "去年12月9日"]).value
        '2024-12-09'
        >>> date(["2020年"]).datatype
        'http://www.w3.org/2001/XMLSchema#gYear'
    """
    match = _DATE.fullmatch("".join(words))
    if match is None or match[1] is None:
        return None
    year = int(match[1]) - (match[2] == "去年")
    computed = len(words) > 1
    if match[3] and match[4]:
        return Reading(f"{year:04}-{int(match[3]):02}-{int(match[4]):02}", XSD + "date", computed=computed)
    if match[3]:
        return Reading(f"{year:04}-{int(match[3]):02}", XSD + "gYearMonth", computed=computed)
    return None if match[4] else Reading(f"{year:04}", XSD + "gYear", computed=computed)
