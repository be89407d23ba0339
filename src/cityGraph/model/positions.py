"""The grammar of positions: `15:26-28+15:31-33`, `subject 12:21-24; …`."""

from __future__ import annotations

import re
from typing import NamedTuple


def begins(ranges: str) -> tuple[int, ...]:
    """Where the first range of a position begins, for sorting by the order of the text.

    >>> begins("15:26-28+15:31-33")[:2]
    (15, 26)
    """
    return tuple(int(number) for number in ranges.partition("-")[0].split(":") if number.isdigit())


def parts(positions: str) -> list[tuple[str, str]]:
    """The parts of a positions literal: (role, ranges).

    >>> parts("subject 12:21-24; relation 13:71-75")
    [('subject', '12:21-24'), ('relation', '13:71-75')]
    """
    pairs = (part.split(None, 1) for part in positions.split(";"))
    return [(pair[0], pair[1].strip()) for pair in pairs if len(pair) == 2]


_RANGE = re.compile(r"(\d+):(\d+)-(\d+)")


class Range(NamedTuple):
    """Words in a paragraph: offsets count Unicode code points from zero, `end` exclusive."""

    paragraph: int
    start: int
    end: int

    def inside(self, other: Range) -> bool:
        """Whether `other` holds all of it."""
        return self.paragraph == other.paragraph and other.start <= self.start and self.end <= other.end

    def __str__(self) -> str:
        return f"{self.paragraph}:{self.start}-{self.end}"


Position = tuple[Range, ...]


def position(text: str) -> Position:
    """The ranges of ``34:66-69+34:70-76``, in their order.

    Raises `ValueError` where the text is no position.

    >>> position("34:66-69+34:70-76")[1].start
    70
    """
    ranges = []
    for part in text.strip().split("+"):
        match = _RANGE.fullmatch(part)
        if match is None or int(match[2]) >= int(match[3]):
            raise ValueError(f"{text!r} is no position; one looks like 13:71-75 or 34:66-69+34:70-76")
        ranges.append(Range(*map(int, match.groups())))
    return tuple(ranges)


def written(ranges: Position) -> str:
    """A position as it is written.

    >>> written(position("34:66-69+34:70-76"))
    '34:66-69+34:70-76'
    """
    return "+".join(map(str, ranges))
