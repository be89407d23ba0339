"""The addresses of cells, as spreadsheets write them."""

from __future__ import annotations

import re

FARTHEST = (1_048_576, 16_384)  # the last row and column of a sheet
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Place = tuple[int, int]  # a row and a column, each from 1


def letters(column: int) -> str:
    """Return the letters of a column.

    Args:
        column: Its number, from 1.

    Returns:
        The letters, as a spreadsheet shows them.

    Examples:
        >>> letters(1), letters(28), letters(16384)
        ('A', 'AB', 'XFD')
    """
    word = ""
    while column:
        column, rest = divmod(column - 1, 26)
        word = chr(65 + rest) + word
    return word


def column_of(word: str) -> int | None:
    """Return the number of a column.

    Args:
        word: Its letters, the address of a cell in it, or the number as digits.

    Returns:
        The number, from 1; None if it is no column.

    Examples:
        >>> column_of("AB"), column_of("AB12"), column_of("4"), column_of("object")
        (28, 28, 4, None)
    """
    if word.isdecimal():
        return int(word) if 0 < int(word[:6]) <= FARTHEST[1] else None
    place = place_of(word) or place_of(f"{word}1")
    return place[1] if place else None


def place_of(reference: str) -> Place | None:
    """Return the row and column of a cell.

    Args:
        reference: The address of the cell.

    Returns:
        The row and the column, from 1; None if it is no address.

    Examples:
        >>> place_of("AB12"), place_of("12"), place_of("ZZZ1")
        ((12, 28), None, None)
    """
    if not (found := _REFERENCE.fullmatch(reference)):
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    place = int(found[2]), column
    return place if 1 <= place[0] <= FARTHEST[0] and column <= FARTHEST[1] else None
