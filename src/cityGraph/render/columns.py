"""Display width, padding and wrapping for a terminal with wide characters.

command a terminal on the way.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

if TYPE_CHECKING:
    Style = Callable[[str, str], str]

WIDEST = 120


def width(text: str) -> int:
    """The columns that `text` takes in a terminal.

    >>> width("太鋼 TISCO")
    10
    """
    wide = unicodedata.east_asian_width
    return sum(0 if unicodedata.combining(c) else 2 if wide(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int) -> str:
    """`text` with spaces up to `columns` columns."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns` columns: broken at spaces, or after any wide character.

    >>> wrap("太原 重點支持 太鋼", 10)
    ['太原 重點', '支持 太鋼']
    """
    if width(text) <= columns:
        return [text]
    lines, line, room = [], "", columns
    for piece in _pieces(text):
        wide = width(piece)
        if wide > room and line.strip():
            lines.append(line.rstrip())
            line, room = "", columns
        while wide > columns:
            end = _fitting(piece, columns)
            lines.append(piece[:end])
            piece = piece[end:]
            wide -= width(lines[-1])
        if line or not piece.isspace():
            line += piece
            room -= wide
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _fitting(text: str, columns: int) -> int:
    """How many characters of `text` fit, at least one."""
    for at, c in enumerate(text):
        columns -= width(c)
        if columns < 0:
            return max(at, 1)
    return len(text)


def _pieces(text: str) -> Iterator[str]:
    """What a line may be broken between: wide characters, each by itself, runs of spaces, runs of others."""
    run, kind = "", 0
    for c in text:
        now = 0 if c == " " else 2 if c >= "\u2e80" else 1
        if run and (now != kind or now == 2):
            yield run
            run = ""
        run, kind = run + c, now
    if run:
        yield run


def plain(text: str, colour: str) -> str:
    """The style of a pipe: no colour."""
    del colour
    return text
