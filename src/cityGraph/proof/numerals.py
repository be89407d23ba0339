"""Reads numbers and days that only a quote may be asked for: one Chinese numeral with its unit, and English days.

In running text a single numeral is too often part of a word (一流, 三期). In the short quote of a figure, and with the
words of its unit around it (分三期建設), it is a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMERALS = {str(value): digit for value, digit in enumerate("一二三四五六七八九", 1)}
_PAIR = {"2": "二兩两"}
_MONTHS = re.findall(r"\w+", "January February March April May June July August September October November December")
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_DAY = re.compile(rf"\b({_NAMES})\.? (\d{{1,2}})\b")


def in_one_numeral(units: Mapping[str, str], value: str, unit: str | None, comparator: str | None, phrase: str) -> bool:
    """Whether a quote gives a value as one Chinese numeral, inside the words of its unit.

    Args:
        units: The IRI of each unit by its word, with ``{n}`` for the number.
        value: The number in digits.
        unit: The IRI of the unit; None never matches.
        comparator: The IRI of the comparator; only None matches, since a single numeral has none.
        phrase: The quote.

    Returns:
        Whether it does.

    Examples:
        >>> in_one_numeral({"分{n}期建設": "urn:phase"}, "3", "urn:phase", None, "項目分三期建設")
        True
        >>> in_one_numeral({"分{n}期建設": "urn:phase"}, "3", "urn:phase", None, "機場三期改擴建")
        False
    """
    if comparator is not None:
        return False
    words = [word for word, iri in units.items() if iri == unit]
    numerals = _PAIR.get(value, _NUMERALS.get(value, ""))
    return any(word.replace("{n}", numeral) in phrase for word in words for numeral in numerals)


def english_days(phrase: str) -> list[str]:
    """Read the days that an English quote names, as ``MM-DD``.

    Args:
        phrase: The quote.

    Returns:
        Month and day, in the order of the quote.

    Examples:
        >>> english_days("administration on Feb 25")
        ['02-25']
    """
    short = [month[:3] for month in _MONTHS]
    return [f"{short.index(month[:3]) + 1:02}-{int(day):02}" for month, day in _DAY.findall(phrase)]
