"""Read and write positions, such as ``15:26-28+15:31-33`` or ``subject 12:21-24; relation 13:71-75``."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 9  # digits of a number in a text: no text is longer


def number(text: str) -> int | None:
    """Read the number of a paragraph, an offset, or a place in a list.

    Args:
        text: The number as it stands in the data, where anything may stand.

    Returns:
        The number; None if the text is none from 0 to 999 999 999.

    Examples:
        >>> number("13"), number("1.5"), number("-1")
        (13, None, None)
    """
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= LONGEST else None


def begins(ranges: str) -> tuple[int, ...]:
    """Return where a position begins, as a key to sort by the order of the text.

    Args:
        ranges: A position, such as ``15:26-28+15:31-33``. It may be empty.

    Returns:
        The paragraph and the start of the first range. Empty if there is none.

    Examples:
        >>> begins("15:26-28+15:31-33")[:2]
        (15, 26)
    """
    numbers = map(number, ranges.partition("-")[0].split(":"))
    return tuple(each for each in numbers if each is not None)


def parts(positions: str) -> list[tuple[str, str]]:
    """Split the positions of a claim by the part of the claim that they belong to.

    Args:
        positions: The positions of all parts, separated by semicolons. It may be empty.

    Returns:
        A pair of role and position for each part, in order. A part without a position is left out.

    Examples:
        >>> parts("subject 12:21-24; relation 13:71-75")
        [('subject', '12:21-24'), ('relation', '13:71-75')]
    """
    pairs = (part.split(None, 1) for part in positions.split(";"))
    return [(pair[0], pair[1].strip()) for pair in pairs if len(pair) == 2]


_RANGE = re.compile(r"(\d+):(\d+)-(\d+)")


class Range(NamedTuple):
    """A stretch of words in a paragraph, written ``13:71-75``.

    Attributes:
        paragraph: The number of the paragraph; the title is 1.
        start: The offset of the first character, in Unicode code points from zero.
        end: The offset after the last character.
    """

    paragraph: int
    start: int
    end: int

    def inside(self, other: Range) -> bool:
        """Return whether another range contains this one.

        Args:
            other: The range that may contain it.

        Returns:
            True if both are in the same paragraph and no character of this range lies outside `other`.
        """
        return self.paragraph == other.paragraph and other.start <= self.start and self.end <= other.end

    def __str__(self) -> str:
        return f"{self.paragraph}:{self.start}-{self.end}"


Position = tuple[Range, ...]


def position(text: str) -> Position:
    """Read a position.

    Args:
        text: Ranges joined by plus signs, such as ``34:66-69+34:70-76``.

    Returns:
        The ranges, in the order of the text.

    Raises:
        ValueError: The text is not a position, or a range ends before it starts.

    Examples:
        >>> position("34:66-69+34:70-76")[1].start
        70
    """
    ranges = []
    for part in text.strip().split("+"):
        match = _RANGE.fullmatch(part)
        if match is None or int(match[2]) >= int(match[3]):
            raise ValueError(
                f"{text!r} is not a position. Write paragraph:start-end, such as 13:71-75 or 34:66-69+34:70-76."
            )
        ranges.append(Range(*map(int, match.groups())))
    return tuple(ranges)


def written(ranges: Position) -> str:
    """Write a position as text.

    Args:
        ranges: The ranges, in order.

    Returns:
        The ranges joined by plus signs, as `position` reads them.

    Examples:
        >>> written(position("34:66-69+34:70-76"))
        '34:66-69+34:70-76'
    """
    return "+".join(map(str, ranges))
