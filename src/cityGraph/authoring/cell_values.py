"""Reads the dates and numbers of cells, as people and spreadsheets write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_YEARS = range(1000, 2200)
_PARTS = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:\.0*)?")
_FIRST_SERIAL = date(1899, 12, 30)  # the day that spreadsheets call 0
_ONLY_DIGITS = re.compile(r"[\d\s/.\-–—~年月日]*\d[\d\s/.\-–—~年月日]*")
_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_AMOUNT = re.compile(rf"({_NUMBER})(?:\s*(?:-|–|—|~|～|至|to)\s*({_NUMBER}))?\s*(%?)", re.IGNORECASE)
_LEADING = re.compile(rf"(\D*?)({_NUMBER}(?:\s*[-–—~～至]\s*{_NUMBER})?)\s*(\D.*)")


def iso_date(text: str) -> str | None:
    """Return a date in ISO 8601, as precise as it was written.

    Args:
        text: A date, year first: ``2021-06-09``, ``2021/6``, ``2021年6月9日``, ``20210609`` or a year.

    Returns:
        The date; None if it is none.

    Examples:
        >>> iso_date("2021/6/9"), iso_date("2021年6月"), iso_date("2021"), iso_date("2021-13"), iso_date("9/6/2021")
        ('2021-06-09', '2021-06', '2021', None, None)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _PARTS.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if not found:
        return None
    year, month, day = (int(each) if each else 0 for each in found.groups())
    if year not in _YEARS or (found[2] and not 1 <= month <= 12):
        return None
    if found[3]:
        try:
            date(year, month, day)
        except ValueError:
            return None
    return "-".join([f"{year:04}", *(f"{each:02}" for each in (month, day) if each)])


def date_of_serial(text: str) -> str:
    """Return the date that a spreadsheet stores as a number.

    Args:
        text: The number.

    Returns:
        The date in ISO 8601; empty if the number is none of a date in our times.

    Examples:
        >>> date_of_serial("44356"), date_of_serial("120")
        ('2021-06-09', '')
    """
    if not _SERIAL.fullmatch(text):
        return ""
    return (_FIRST_SERIAL + timedelta(days=int(text.partition(".")[0]))).isoformat()


def period(text: str) -> str | None:
    """Return a period as the proof reads it.

    Args:
        text: A date, two dates with a slash or a dash between them, or words of a text.

    Returns:
        The dates in ISO 8601, words as they are; None for digits that are no date.

    Examples:
        >>> period("2021年6月"), period("2019/2021"), period("截至2009年"), period("2021-13"), period("44356")
        ('2021-06', '2019/2021', '截至2009年', None, None)
    """
    if found := iso_date(text):
        return found
    if not _ONLY_DIGITS.fullmatch(unicodedata.normalize("NFKC", text)):
        return text
    for mark in ("/", "–", "—", "~", " - ", "-"):
        ends = [iso_date(each) for each in text.split(mark)]
        if len(ends) == 2 and ends[0] and ends[1] and ends[0] <= ends[1]:
            return f"{ends[0]}/{ends[1]}"
    return None


def amount(text: str) -> tuple[str, str] | None:
    """Return a number as the proof reads it, and the unit that stands in it.

    Args:
        text: Digits, also with commas between thousands, or a range.

    Returns:
        The digits without commas, a range with a hyphen, and ``%`` or an empty unit; None if it is no number.

    Examples:
        >>> amount("1,200.5"), amount("6–8"), amount("8.1%"), amount("120亿元")
        (('1200.5', ''), ('6-8', ''), ('8.1', '%'), None)
    """
    found = _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return None
    first, last, unit = found.groups()
    return "-".join(each.replace(",", "") for each in (first, last) if each), unit


def number_and_rest(text: str) -> tuple[str, str, str]:
    """Divide a cell that holds a number and its unit.

    Args:
        text: The cell.

    Returns:
        The words before the number, the number, and what stands behind it; all empty if it has no number.

    Examples:
        >>> number_and_rest("120亿元"), number_and_rest("超过70 家"), number_and_rest("翻两番")
        (('', '120', '亿元'), ('超过', '70', '家'), ('', '', ''))
    """
    found = _LEADING.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return (found[1].strip(), found[2].strip(), found[3].strip()) if found else ("", "", "")
