"""Reads the numbers of an English text: digits and number words, each with its magnitude."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from .figure_numbers import ARABIC, PRINTED, Number, magnitudes

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MAGNITUDE = re.compile(r"[ -]?([A-Za-z]+)(?![A-Za-z])")
_BELOW = "hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_MONEY = re.compile(r"(?:[$€£¥]|\b(?:RMB|CNY|USD|EUR|HKD|TWD|NTD)) ?[\d,.]+$")


@cache
def _english_words() -> re.Pattern[str]:
    small = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
    large = "hundred|thousand|million|billion|trillion"
    word = rf"(?:{small}|{large}|dozen)"
    more = rf"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))[ -]and[ -]|[ -]){word}"
    head = rf"(?:half (?:a |an )?|an? |(?:{small}) and a half )?{word}"
    below = rf"(?![\w’'])(?!-(?:{small})\b)(?![ -](?:{_BELOW})\b)"  # one-third stake
    return re.compile(
        rf"(?<![\w'’.-])(?:(?:{head})(?:{more})*(?! and a half\b)|(?:{small}) and a half){below}", re.IGNORECASE
    )


def english_numbers(text: str) -> list[Number]:
    """Find the numbers of an English text.

    Args:
        text: A folded text.

    Returns:
        Numbers in the order of the text, also those that cannot be read (value None).

    Examples:
        >>> [str(number.value) for number in english_numbers("$1.2bn, forty-five plants, half a million, two dozen")]
        ['1200000000.0', '45', '500000.0', '24']
    """
    found = [_english_digits(text, *match.span()) for match in re.finditer(ARABIC, text)]
    found += [_english_chain(text, *match.span()) for match in _english_words().finditer(text)]
    found.sort(key=lambda number: (number.start, -number.end))
    return [number for at, number in enumerate(found) if not at or number.start >= found[at - 1].end]


def _english_digits(text: str, start: int, end: int) -> Number:
    while text[end - 1] in ",.":
        end -= 1
    if not PRINTED.fullmatch(text, start, end):
        return Number(start, end, None, "digits")
    value, power = Decimal(text[start:end].replace(",", "")), Decimal(1)
    while match := _MAGNITUDE.match(text, end):
        factor, limit = magnitudes("en").get(match[1].lower(), (None, ""))
        if factor is None or (limit == "money" and not _MONEY.search(text[:end])):
            break
        value, power, end = value * factor, power * factor, match.end()
    return Number(start, end, value, "digits", power)


def _english_chain(text: str, start: int, end: int) -> Number:
    words = [word for word in re.split("[ -]+", text[start:end].lower()) if word != "and"]
    group, fraction = Decimal(0), Decimal(0)
    if words[0] == "half":  # half a million
        group, words = Decimal("0.5"), [word for word in words[1:] if word not in ("a", "an")]
    elif words[0] in ("a", "an") and (words[1] in SMALL or words[1] in TENS):  # a two-year study
        start += len(words[0]) + 1
        words = words[1:]
    elif words[0] in ("a", "an"):
        group, words = Decimal(1), words[1:]
    elif "half" in words:  # two and a half million
        at = words.index("half")
        fraction, words = Decimal("0.5"), words[: at - 1] + words[at + 1 :]
        if len(words) == 1:
            return Number(start, end, (SMALL | TENS)[words[0]] + fraction, "words")
    plain = words[0] in SMALL or words[0] in TENS
    value = None if (group == Decimal("0.5") and plain) or (fraction and not plain) else _sum(words, group, fraction)
    power = Decimal(1)
    for word in reversed(words):
        if word in SMALL or word in TENS:
            break
        power *= 12 if word == "dozen" else magnitudes("en")[word][0]
    return Number(start, end, value, "words", power)


def _sum(words: list[str], group: Decimal, fraction: Decimal) -> Decimal | None:
    """Add up number words; None if they are not one number (nineteen ninety)."""
    total, last, limit = Decimal(0), "", None
    for word in words:
        if word in SMALL and last != "small" and not (last == "tens" and not 0 < SMALL[word] < 10):
            group, last = group + SMALL[word] + fraction, "small"
        elif word in TENS and last in ("", "power"):
            group, last = group + TENS[word], "tens"
        elif word in ("hundred", "dozen") and group and not (word == "hundred" and group >= 100):
            group, last = group * (12 if word == "dozen" else 100), "power"
        elif word in magnitudes("en") and group and word not in ("hundred", "dozen"):
            factor = magnitudes("en")[word][0]
            if limit is not None and factor >= limit:
                return None
            total, group, last, limit = total + group * factor, Decimal(0), "power", factor
        else:
            return None
    return total + group
