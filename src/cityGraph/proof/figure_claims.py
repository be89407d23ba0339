"""Reads the figure that a person enters, and compares it with one that a text prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .figure import folded
from .figure_forms import special
from .figure_numbers import chinese_numbers, magnitudes
from .figure_numbers_english import english_numbers
from .figure_units import RATES, STOP, units
from .figure_words import together
from .tables import LANGUAGES, table

if TYPE_CHECKING:
    from .figure import Figure

CLASSES = ("about", "nearly", "over", "under", "at-least", "at-most")
_SYMBOLS = {
    ">": "over",
    ">=": "at-least",
    "≥": "at-least",
    "<": "under",
    "<=": "at-most",
    "≤": "at-most",
    "~": "about",
    "≈": "about",
    "=": "",
}
# They say nothing of more or less.
_NEUTRAL = frozenset({
    "达", "达到", "达至", "共", "为", "仅", "只", "仅有", "恰好", "reach", "reaches", "reached", "reaching",
    "just", "only", "exactly",
})  # fmt: skip
_RANGE = re.compile(r"\s*(?:-|–|—|~|～|至|到| to )\s*")


@dataclass(frozen=True)
class Claimed:
    """A figure as a person enters it.

    Attributes:
        number: The number as entered.
        low: Its value in the base unit; the lower end of a range.
        high: The upper end of a range; else equal to `low`.
        unit: The key of its base unit; empty for none, and for words that are no known unit.
        unit_words: The words of the unit, folded, without their magnitude.
        comparator: A class, as in a `Figure`; "unknown" for words that are no comparator.
        said: The whole figure as entered, for messages.
    """

    number: str
    low: Decimal
    high: Decimal
    unit: str
    unit_words: str
    comparator: str
    said: str


@lru_cache(maxsize=1024)
def claimed(number: str, unit: str = "", comparator: str = "", language: str = "zh") -> Claimed | None:
    """Read a figure from the cells of a sheet.

    Args:
        number: Digits, numerals or number words; two for a range: "120", "1.62", "30-50", "8,000", "一百二十".
        unit: The words of its unit, with their magnitude: "亿元", "million US dollars", "acres", "家".
        comparator: Words as printed ("约", "more than"), a class ("over") or a sign (">="); empty for none.
        language: The language of the sheet, "zh" or "en"; words of the other are understood, too.

    Returns:
        The figure; None if `number` is no number.

    Examples:
        >>> claimed("8.5", "萬億元").low == claimed("85000", "億元").low
        True
        >>> claimed("30-50", "billion US dollars", "", "en").high
        Decimal('50000000000')
        >>> claimed("many") is None
        True
    """
    if not unit and folded(number).strip().endswith("%"):
        number, unit = number.strip()[:-1], "%"
    ends = [_number(part) for part in _RANGE.split(folded(number).strip())]
    if not 0 < len(ends) < 3 or any(end is None for end in ends):
        return None
    values = [end for end in ends if end is not None]
    if len(values) == 2 and not values[0] < values[1]:
        return None
    power, words = _power(folded(unit).strip(), language)
    key, factor, words = _unit(words, language)
    said = " ".join(part for part in (comparator.strip(), number.strip(), unit.strip()) if part)
    if not said.isascii():
        said = said.replace(" ", "")
    scale = power * factor
    return Claimed(number, values[0] * scale, values[-1] * scale, key, words, _comparator(comparator), said)


def _number(words: str) -> Decimal | None:
    for read in (chinese_numbers, english_numbers):
        found = read(words)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
            return found[0].value
    for language in LANGUAGES:
        forms, _ = special(words, words, language)
        if len(forms) == 1 and (forms[0].start, forms[0].end) == (0, len(words)) and not forms[0].ordinal:
            return forms[0].low
    return None


@cache
def _english_powers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word for word in magnitudes('en') if len(word) > 1)})s?\b", re.IGNORECASE)


def _power(words: str, language: str) -> tuple[Decimal, str]:
    """Take the magnitude off the words of a unit."""
    power = Decimal(1)
    while words and words[0] in magnitudes("zh") and words not in _rows(language):
        if words[0] == "百" and words.startswith("百分"):
            break
        power, words = power * magnitudes("zh")[words[0]][0], words[1:].strip()
    for match in _english_powers().findall(words):
        power *= magnitudes("en")[
            match.lower().rstrip("s") if match.lower() not in magnitudes("en") else match.lower()
        ][0]
    words = _english_powers().sub(" ", words)
    return power, re.sub(r"^of ", "", " ".join(words.split()))


@cache
def _rows(language: str) -> dict[str, tuple[str, Decimal]]:
    """Every unit by its words, those of the language first."""
    rows: dict[str, tuple[str, Decimal]] = {}
    for each in sorted(LANGUAGES, key=lambda other: other != language):
        for word, row in units(each).items():
            rows.setdefault(word.replace("{n}", "").strip(), (row["unit"], Decimal(row["factor"])))
    return rows


def _unit(words: str, language: str) -> tuple[str, Decimal, str]:
    """Return the key, the factor and the words of a unit; an empty key for words that are no known unit."""
    rows = _rows(language)
    for each in (words, words.lower(), words.replace("$ ", "$")):
        if each in rows:
            return (*rows[each], words)
    loose = {word.lower(): value for word, value in rows.items() if len(word) > 3}
    if words.lower() in loose:
        return (*loose[words.lower()], words)
    head, _, rate = re.sub(" per ", "/", words).partition("/")
    if rate:
        key, factor, _ = _unit(head.strip(), language)
        if key:
            return f"{key}/{RATES.get(rate.strip()) or rows.get(rate.strip(), (rate.strip(), 1))[0]}", factor, words
    return "", Decimal(1), words.lower()


def _comparator(words: str) -> str:
    plain = folded(words).strip().lower()
    if plain in CLASSES:
        return plain
    if plain in _SYMBOLS:
        return _SYMBOLS[plain]
    if not plain or plain in _NEUTRAL:
        return ""
    said = {
        row["comparator"] for language in LANGUAGES for row in table("comparators", language) if row["word"] == plain
    }
    return together(said) or "unknown"


_UNIT = 200  # characters behind a number among which its unit and noun stand


def difference(figure: Figure, claim: Claimed, text: str) -> tuple[str, str] | None:
    """Say how a claimed figure differs from a printed one.

    Args:
        figure: A figure of the text.
        claim: What is claimed.
        text: The text in which the figure stands.

    Returns:
        None if the text says exactly what is claimed. Else the column of the sheet that differs ("object", "unit" or
        "comparator") and the reason.

    Examples:
        >>> from cityGraph.proof.figures import figures
        >>> text = "产值超过1000亿元"
        >>> difference(figures(text)[0], claimed("1000", "亿元"), text)
        ('comparator', 'the text says 超过1000亿元, the row says 1000亿元')
        >>> difference(figures(text)[0], claimed("0.1", "万亿元", "超过"), text) is None
        True
    """
    printed = text[figure.start : figure.end]
    reason = f"the text says {printed}, the row says {claim.said}"
    if figure.ordinal:
        return "object", f"{printed} is a place in an order, and no amount"
    if (figure.low, figure.high) != (claim.low, claim.high):
        return ("unit" if _same_digits(figure, claim, text) else "object"), reason
    if not _same_unit(figure, claim, text):
        return "unit", reason
    if figure.comparator == "unclear":
        return "comparator", f"the words around the number do not say one thing: {printed}"
    return None if figure.comparator == claim.comparator else ("comparator", reason)


def _same_digits(figure: Figure, claim: Claimed, text: str) -> bool:
    """Whether only the magnitude differs: 950 million and 950 billion."""
    digits = re.findall(r"\d[\d,.]*", folded(text[figure.number_start : figure.number_end]))
    return figure.low >= 0 and bool(digits) and digits == re.findall(r"\d[\d,.]*", folded(claim.number))


def _same_unit(figure: Figure, claim: Claimed, text: str) -> bool:
    if claim.unit and figure.unit:
        return claim.unit == figure.unit
    if claim.unit:
        return False
    if not claim.unit_words:
        return figure.unit == "" or figure.unit.startswith("count:")
    if figure.unit and not figure.unit.startswith("count:"):
        return False
    behind = folded(text[figure.number_end : figure.number_end + _UNIT]).lower()
    words = claim.unit_words
    if not words.isascii():
        return re.match(rf"[多余来]? ?{re.escape(words)}", behind) is not None
    match = _NOUN.match(behind)
    if match is None:
        return False
    head, _, rate = re.sub(r"\s+per\s+", "/", words).partition("/")
    rated = _RATED.match(behind, match.end())
    if (rated[1] if rated else "") != rate.strip():
        return False
    nouns = [_singular(word) for word in match[0].strip(" -+").split(" ")]
    wanted = [_singular(word) for word in head.split()]
    return any(nouns[at : at + len(wanted)] == wanted for at in range(min(4, len(nouns))))


_STOP = (
    "of|in|on|at|for|to|and|or|by|with|from|the|that|which|who|is|are|was|were|has|have|will|would|than|including|per"
)
_NOUN = re.compile(rf"[+]?(?:[ -](?!(?:{STOP})\b)[a-z]+(?:-[a-z]+)*){{1,5}}")
_RATED = re.compile(r"(?: per | an? |/)(year|month|week|day|hour)\b")


def _singular(words: str) -> str:
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words
