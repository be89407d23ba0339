"""Names and other words one after another, in as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .fonts import is_chinese
from .palette import INK, QUIET, line_of
from .sheet import LEADING, MARK, NAME, SMALL, lines_of, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .scene import Row
    from .sheet import Sheet

_MOST_EVEN = 9  # more lines are a text and no name: their lengths need not be even


class Piece(NamedTuple):
    """Words that stay together in a line of a flow.

    Attributes:
        words: The text.
        row: What it stands for: gives the mark, the line below it and the link. None for words alone.
        size: The size of the font, in pixels.
        quiet: Whether it is grey.
        bold: Whether it is bold.
        marks: The marks of its sources, drawn small behind it.
        mark: Whether the mark of its kind stands before it.
        leads: Whether it stays on one line with the piece after it.
    """

    words: str
    row: Row | None = None
    size: float = NAME
    quiet: bool = False
    bold: bool = False
    marks: str = ""
    mark: bool = False
    leads: bool = False

    @property
    def inferred(self) -> bool:
        """Whether it needs the sign of what no source says."""
        return self.row is not None and self.row.line == "inferred"

    def lines(self, room: float) -> list[str]:
        """Break the words into lines.

        Args:
            room: How wide a line may be, in pixels.

        Returns:
            The lines, at least one.
        """
        words = ("◇ " if self.inferred else "") + self.words
        room -= self.indent + (measure(self.marks, SMALL) + 3 if self.marks else 0)
        lines = lines_of(words, room, self.size)
        # Lines of about one length, so that the last is not a single character; no word of letters is broken for that.
        least = max((measure(word, self.size) for word in words.split() if not is_chinese(word)), default=0.0)
        while 1 < len(lines) < _MOST_EVEN and (room := room - self.size) > least:
            narrower = lines_of(words, room, self.size)
            broken = not is_chinese(words) and " ".join(narrower).split() != words.split()
            if broken or len(narrower) > len(lines):
                break
            lines = narrower
        return lines

    def wide(self, room: float) -> float:
        """Return how wide the words are, with their marks.

        Args:
            room: How wide a line may be, in pixels.

        Returns:
            The width in pixels.
        """
        widest = max(measure(line, self.size) for line in self.lines(room)) * (1.04 if self.bold else 1)
        return self.indent + widest + (measure(self.marks, SMALL) + 3 if self.marks else 0)

    @property
    def indent(self) -> float:
        """The room that the mark of its kind takes, in pixels."""
        return MARK + 6 if self.mark else 0.0


def draw_flow(sheet: Sheet, pieces: Sequence[Piece], x: float, y: float, room: float, gap: float = 16) -> float:
    """Write pieces one after another, in as many lines as they need.

    Args:
        sheet: The page.
        pieces: What to write.
        x: Where a line begins.
        y: The top of the first line.
        room: How wide a line may be.
        gap: The room between two pieces.

    Returns:
        Where the last line ends, below.
    """
    for piece, left, top, lines in placed(pieces, room, gap):
        _draw_piece(sheet, piece, x + left, y + top, lines)
    return y + flow_height(pieces, room, gap)


def _draw_piece(sheet: Sheet, piece: Piece, x: float, y: float, lines: Iterable[str]) -> None:
    parent = sheet.linked(piece.row)
    high = piece.size * LEADING
    if piece.mark and piece.row and piece.row.thing:
        sheet.mark(piece.row.thing.kind, x, y + high / 2 + 0.5, parent)
    wide = 0.0
    base = y
    for line in lines:
        base = y + piece.size * 1.1
        fill = QUIET if piece.quiet else INK
        wide = sheet.text(line, x + piece.indent, base, piece.size, fill=fill, bold=piece.bold, parent=parent)
        if piece.row and piece.row.line in ("planned", "targeted"):
            look = line_of(piece.row.line)
            left = x + piece.indent
            sheet.add(
                "path", parent, d=f"M{left:g} {base + 4:g}H{left + wide:g}", stroke=look.colour,
                stroke_width=1, stroke_dasharray=look.dashes if piece.row.line == "planned" else "1 3",
            )  # fmt: skip
        y += high
    if piece.marks:
        sheet.text(piece.marks, x + piece.indent + wide + 3, base, SMALL, fill=QUIET, parent=parent)


def placed(pieces: Iterable[Piece], room: float, gap: float = 16) -> list[tuple[Piece, float, float, list[str]]]:
    """Place pieces one after another, in as many lines as they need.

    Args:
        pieces: What to place.
        room: How wide a line may be, in pixels.
        gap: The room between two pieces.

    Returns:
        For each piece where it begins, from the left and from the top, and its words in lines.
    """
    found: list[tuple[Piece, float, float, list[str]]] = []
    left = top = high = 0.0
    broken = [(piece, lines, piece.wide(room)) for piece in pieces for lines in (piece.lines(room),)]
    for at, (piece, lines, wide) in enumerate(broken):
        needed = wide + gap + broken[at + 1][2] if piece.leads and at + 1 < len(broken) else wide
        if left and left + needed > room:
            left, top, high = 0.0, top + high, 0.0
        found.append((piece, left, top, lines))
        left += wide + (gap / 2 if piece.leads else gap)
        high = max(high, len(lines) * piece.size * LEADING)
    return found


def flow_height(pieces: Iterable[Piece], room: float, gap: float = 16) -> float:
    """Return how high pieces are in a flow.

    Args:
        pieces: What to place.
        room: How wide a line may be, in pixels.
        gap: The room between two pieces.

    Returns:
        The height in pixels; 0 without pieces.
    """
    return max(
        (top + len(lines) * piece.size * LEADING for piece, _, top, lines in placed(pieces, room, gap)), default=0.0
    )
