"""The units that stand before or behind a number, as the tables in ``lexicon/`` have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable

TIME = frozenset({"year", "month", "week", "day", "hour", "minute"})
# No adjective between a number and the noun that is counted.
STOP = (
    "of|in|on|at|for|to|and|or|by|with|from|the|that|which|who|is|are|was|were|has|have|had|will|would|per|a|an|as|than|"
    "including|plus|such|but|not|into|under|across|while|when|be|been|can"
)
RATES = {"年": "year", "月": "month", "日": "day", "天": "day", "year": "year", "month": "month", "week": "week",
          "day": "day", "annum": "year", "hour": "hour", "小时": "hour", "h": "hour", "a": "year"}  # fmt: skip
_RATE = {
    "zh": re.compile(r" ?[/每] ?(年|月|日|天|小时|h\b|a\b)"),
    "en": re.compile(r"(?: per | an? |/)(year|month|week|day|annum|hour)\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class Unit:
    """A unit behind or before a number.

    Attributes:
        key: The key of its base unit.
        factor: How many of the base unit it is.
        end: Where its words end.
        words: Its words in the text that was given.
        numeral: "yes" if a single Chinese numeral may stand before it, "large" if only 万 and more may, else empty.
    """

    key: str
    factor: Decimal
    end: int
    words: str
    numeral: str


def any_of(words: Iterable[str]) -> str:
    r"""Return a pattern for one of several words, the longest first.

    Args:
        words: The words.

    Returns:
        The alternatives, escaped.

    Examples:
        >>> any_of(["a", "a+"])
        'a\\+|a'
    """
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _is_symbol(word: str) -> bool:
    """Whether upper and lower case differ in meaning: MW and mW."""
    return not re.search("[a-z]{3}", word.lower()) or any(letter.isupper() for letter in word[1:])


@cache
def units(language: str) -> dict[str, dict[str, str]]:
    """Return the units of a language.

    Args:
        language: "zh" or "en".

    Returns:
        The row of each unit by its word, with ``{n}`` for the number if it stands before one.

    Examples:
        >>> units("zh")["亩"]["unit"]
        'mu'
    """
    return {row["word"]: dict(row) for row in table("units", language)}


@cache
def _behind(language: str) -> re.Pattern[str]:
    words = [word for word in units(language) if "{n}" not in word]
    plain = [word for word in words if not word.isascii() or not _is_symbol(word)]
    symbols = [word for word in words if word not in plain]
    edge = r"(?![A-Za-z²³])"
    fixed = [
        f"{re.escape(word)}{edge if word[-1].isalpha() else ''}" for word in sorted(symbols, key=len, reverse=True)
    ]
    chinese = [word for word in plain if not word.isascii()]
    english = [word for word in plain if word.isascii()]
    options = ["|".join(fixed)]
    if chinese:
        options.append("|".join(_limited(word, language) for word in sorted(chinese, key=len, reverse=True)))
    if english:
        options.append(f"(?i:{any_of(english)}){edge}")
    return re.compile("|".join(option for option in options if option))


def _limited(word: str, language: str) -> str:
    limit = units(language)[word]["not_before"]
    return re.escape(word) + (f"(?!{any_of(limit.split('|'))})" if limit else "")


def unit_behind(text: str, at: int, language: str) -> Unit | None:
    """Read the unit that stands behind a number.

    Args:
        text: A folded text.
        at: Where the number ends.
        language: "zh" or "en".

    Returns:
        The unit, with its rate (30吨/年); None if no known unit stands there.

    Examples:
        >>> unit_behind("3万平方米的", 2, "zh").key, unit_behind("30-acre", 2, "en").key
        ('m2', 'acre')
    """
    start = at + 1 if text[at : at + 1] in (" ", "-") and text[at + 1 : at + 2].strip() else at
    if text[at : at + 1] == "-" and language == "zh":
        return None
    match = _behind(language).match(text, start)
    if match is None:
        return None
    row = units(language).get(match[0]) or units(language).get(match[0].lower())
    if row is None:
        row = next(row for word, row in units(language).items() if word.lower() == match[0].lower())
    if row["unit"] == "m" and match[0] == "m" and start == at and language == "en" and not _metres(text, match.end()):
        return None  # 5m visitors are five million
    end, key = match.end(), row["unit"]
    if key not in TIME and (rate := _RATE[language].match(text, end)):
        end, key = rate.end(), f"{key}/{RATES[rate[1].lower()]}"
    elif text[end : end + 1] == "/" and (below := _behind(language).match(text, end + 1)):
        end, key = below.end(), f"{key}/{units(language).get(below[0], {'unit': below[0]})['unit']}"
    return Unit(key, Decimal(row["factor"]), end, text[start:end], row["numeral"])


def rate_behind(text: str, at: int, language: str) -> tuple[str, int] | None:
    """Read the rate behind an amount whose unit stands before it ($3 million per year).

    Args:
        text: A folded text.
        at: Where the amount ends.
        language: "zh" or "en".

    Returns:
        The key of the unit of time and the end of its words; None if there is none.

    Examples:
        >>> rate_behind("$3m a year", 3, "en")
        ('year', 10)
    """
    match = _RATE[language].match(text, at)
    return (RATES[match[1].lower()], match.end()) if match else None


def _metres(text: str, at: int) -> bool:
    return bool(re.compile(r"\Z|[^\w ]| (?:long|wide|high|tall|deep|above|below|from|in|of|and|x)\b").match(text, at))
