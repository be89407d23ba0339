"""Measure, pad and wrap text in terminal columns, where a Chinese character takes two."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # From a word and its role, such as a status, to the word in the colour of that role.
    Style = Callable[[str, str], str]

WIDEST = 120  # columns; longer lines are hard to read
# What may not begin a line, and what may not end one (https://www.w3.org/TR/clreq/, 3.1.4).
_NOT_FIRST = frozenset("，。；：、！？）〕」』】》〉％”’")
_NOT_LAST = frozenset("（〔「『【《〈“‘")
_SIMPLE = re.compile("[\0-\u0482\u2010-\u2027\u2030-\u9fff\uff01-\uffe6]*")
# Where `_pieces` breaks a simple text: behind a space, between a narrow sign and a wide one, and behind a wide one.
_BREAK = re.compile(
    f"(?<![{''.join(sorted(_NOT_LAST))}])"
    r"(?:(?<= )(?=[^ ])|(?<=[^ \u2e80-\U0010ffff])(?=[ \u2e80-\U0010ffff])(?![{0}])"
    r"|(?<=[\u2e80-\U0010ffff])(?=[\s\S])(?![{0}]))".replace("{0}", "".join(sorted(_NOT_FIRST)))
)
LONGEST = 5_000  # characters of one text; nobody reads more, and a megabyte takes seconds to wrap
# The colour of each role at a terminal. The word itself always says the same. Only colours that can be read on black
# and on white.
COLOURS = {"realised": "green", "planned": "yellow", "targeted": "cyan", "inferred": "magenta"}
COLOURS |= {"supported": "green", "differs": "red", "not-said": "magenta"}
COLOURS |= {"+": "green", "-": "red"}
COLOURS |= {"Error": "red", "Warning": "yellow", "Note": "cyan"}


@functools.lru_cache(maxsize=4096)  # most pieces of a text are single characters, and come again
def width(text: str) -> int:
    """Return how many terminal columns a text takes.

    Wide characters (https://www.unicode.org/reports/tr11/) take two columns, combining characters none, and an emoji
    that is joined from several takes two.

    Args:
        text: The text, without control characters.

    Returns:
        The number of columns; 0 for an empty text.

    Examples:
        >>> width("太鋼 TISCO"), width("👩‍🚀"), width("ก็")
        (10, 2, 1)
    """
    if text.isascii():
        return len(text)
    if _is_simple(text):
        wide = unicodedata.east_asian_width
        return sum(0 if unicodedata.combining(c) else 2 if wide(c) in "WF" else 1 for c in text)
    from wcwidth import iter_graphemes, wcswidth

    # wcwidth gives -1 for a control character, which is shown as one column.
    return sum(width(each) if _is_simple(each) else abs(wcswidth(each)) for each in iter_graphemes(text))


def _is_simple(text: str) -> bool:
    """Return whether a text is Latin, Greek, plain Chinese or symbols, where each character has a width of its own.

    wcwidth knows all others, but takes 11 ms to import.
    """
    return _SIMPLE.fullmatch(text) is not None


def _units(text: str) -> Iterable[str]:
    """Return what must not be broken: characters, or graphemes where several characters make one."""
    if _is_simple(text):
        return text
    from wcwidth import iter_graphemes

    # A grapheme may be as long as its writer likes: one that takes more columns than an emoji is broken, too.
    return [unit for grapheme in iter_graphemes(text) for unit in ([grapheme] if width(grapheme) <= 2 else grapheme)]


def pad(text: str, columns: int) -> str:
    """Return a text with spaces added at its end.

    Args:
        text: The text.
        columns: The columns to fill. A wider text is returned as it is.

    Returns:
        The text, at least `columns` columns wide.

    Examples:
        >>> pad("太鋼", 6)
        '太鋼  '
    """
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines, at spaces or next to a wide character, but never before a comma or a closing bracket.

    A run of other characters that is wider than a line is broken where the line ends. Of a text longer than `LONGEST`
    only the beginning is kept, with a mark that says how much of it: ``…[5,000/10,000,000]``.

    Args:
        text: The text, without line ends.
        columns: The largest width of a line, in columns, at least 1.

    Returns:
        The lines, in order. An empty text gives one empty line.

    Examples:
        >>> wrap("太原 重點支持 太鋼", 10)
        ['太原 重點', '支持 太鋼']
        >>> wrap("太原，太鋼", 4)
        ['太', '原，', '太鋼']
    """
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}…[{LONGEST:,}/{len(text):,}]"
    elif width(text) <= columns:
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
    """Return how many characters of `text` fit into `columns`, at least one unit."""
    end = 0
    for unit in _units(text):
        columns -= width(unit)
        if columns < 0 and end:
            return end
        end += len(unit)
    return end


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may be broken: single wide characters, runs of spaces, runs of others.

    A closing sign stays with what is before it, an opening one with what follows.
    """
    if _is_simple(text):
        yield from filter(None, _BREAK.split(text))
        return
    run, run_kind = "", 0
    for unit in _units(text):
        kind = 0 if unit == " " else 2 if unit >= "\u2e80" else 1
        kept = run[-1:] in _NOT_LAST or (run_kind and unit in _NOT_FIRST)
        if run and not kept and (kind != run_kind or kind == 2):
            yield run
            run = ""
        run, run_kind = run + unit, kind
    if run:
        yield run


def plain(text: str, role: str) -> str:
    """Return a word without colour: the style for pipes and files.

    Args:
        text: The word.
        role: Its role, which is ignored.

    Returns:
        The word, unchanged.
    """
    del role
    return text
