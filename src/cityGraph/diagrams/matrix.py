"""The matrix of chains: a row a chain, with level, leaders, firms, and segments in their order."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..render.words_pictures import PICTURE_WORDS
from .flow import Piece, draw_flow, flow_height
from .heading import marks_of, source_marks
from .palette import INK, QUIET, RULE
from .sheet import MARGIN, MARK, NAME, SMALL, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .chains import Chain, Segment
    from .scene import Row, Scene
    from .sheet import Sheet

_COLUMNS = (0.12, 0.07, 0.175, 0.18, 0.455)  # shares of the width
_GUTTER = 16.0  # between columns
_PAD, _BETWEEN = 8.0, 23.0  # inside a box, and from one box to the next
_BOX = 170.0  # how wide the words of a box may be
_SPACE = 6.0  # above and below a row
_ACROSS = 3  # chains beside one another that only have a name


class _Box(NamedTuple):
    """A segment that is placed: its words, its place in the cell, its size."""

    segment: Segment
    pieces: list[Piece]
    x: float
    y: float
    wide: float
    high: float

    @property
    def iri(self) -> str:
        return self.segment.head.thing.iri if self.segment.head.thing else ""


def draw_matrix(sheet: Sheet, top: float, scene: Scene, chains: Sequence[Chain], language: str) -> float:
    """Draw chains as a matrix; those of which only the name is known in columns below.

    Args:
        sheet: The page.
        top: Where to begin.
        scene: The scene, which gives the marks of the sources.
        chains: The rows.
        language: The language of the words.

    Returns:
        Where the drawing ends.
    """
    drawer = _Drawer(sheet, source_marks(scene), chains, language)
    y = top
    if rows := [chain for chain in chains if not chain.bare]:
        y = drawer.heads(y)
        for chain in rows:
            y = drawer.row(chain, y)
        y += 16
    bare = [chain for chain in chains if chain.bare]
    for _, listed in groupby(bare, key=lambda chain: chain.listed and chain.listed.words):
        y = drawer.grid(list(listed), y) + 16
    return y - 16


class _Drawer:
    """Draws the parts of a matrix on a page."""

    def __init__(self, sheet: Sheet, marks: dict[str, str], chains: Sequence[Chain], language: str) -> None:
        self.sheet = sheet
        self.marks = marks
        self.words = PICTURE_WORDS[language]
        widths = [share * sheet.room for share in _COLUMNS]
        # No word of letters is broken: the names of chains and levels take the room that they need from the segments.
        rows = [chain for chain in chains if not chain.bare]
        needs = max((_longest(chain.head.words) for chain in rows), default=0.0) * 1.04 + MARK + 8
        levels = [chain.level for chain in rows if chain.level]
        marked = max((_longest(each.words) + measure(self.piece(each).marks, SMALL) for each in levels), default=0.0)
        for at, need in enumerate((needs, marked + 4)):
            more = max(0.0, need + _GUTTER - widths[at])
            widths[at] += more
            widths[-1] -= more
        self.lefts = [MARGIN + sum(widths[:at]) for at in range(len(widths))]
        self.rooms = [*(wide - _GUTTER for wide in widths[:-1]), widths[-1]]

    def heads(self, y: float) -> float:
        for x, word in zip(self.lefts, self.words["chain_heads"], strict=True):
            self.sheet.text(word, x, y + 13, 13, fill=QUIET)
        self.rule(y + 22, INK)
        return y + 22

    def rule(self, y: float, colour: str, x: float = MARGIN, wide: float | None = None) -> None:
        self.sheet.add("path", d=f"M{x:g} {y:g}h{wide or self.sheet.room:g}", stroke=colour, stroke_width=1)

    def piece(self, row: Row, size: float = NAME) -> Piece:
        quiet = row.line == "inferred"
        return Piece(row.words, row, size, quiet=quiet, marks=marks_of(row.evidence, self.marks))

    def cell(self, rows: Iterable[Row], size: float = NAME) -> list[Piece]:
        """Return the names of a cell; one quiet word if there are none."""
        return [self.piece(row, size) for row in rows] or [Piece(self.words["unsaid"], quiet=True, size=size)]

    def row(self, chain: Chain, y: float) -> float:
        """Draw a chain. Return where the next begins."""
        cells = [
            [Piece(chain.head.words, chain.head, bold=True, mark=True)],
            self.cell([chain.level] if chain.level else []),
            self.cell(chain.leaders),
            self.cell(chain.firms),
        ]
        heights = [flow_height(cell, room, 12) for cell, room in zip(cells, self.rooms, strict=False)]
        boxes, segments_high = self.boxes(chain.segments)
        high = max(*heights, segments_high, 24.0) + 2 * _SPACE
        for cell, cell_high, x, room in zip(cells, heights, self.lefts, self.rooms, strict=False):
            draw_flow(self.sheet, cell, x, y + (high - cell_high) / 2, room, 12)
        x = self.lefts[-1]
        if boxes:
            self.segments(boxes, x, y + (high - segments_high) / 2)
        else:
            draw_flow(self.sheet, self.cell([]), x, y + (high - NAME * 1.45) / 2, self.rooms[-1])
        self.rule(y + high, RULE)
        return y + high

    def boxes(self, segments: Sequence[Segment]) -> tuple[list[_Box], float]:
        """Place the segments of a chain: those of one step below one another, the steps from left to right."""
        steps = [
            list(step)
            for key, found in groupby(segments, key=lambda segment: segment.step)
            for step in ([list(found)] if key is not None else [[segment] for segment in found])
        ]
        placed: list[_Box] = []
        line: list[_Box] = []
        left = top = bottom = 0.0
        for step in steps:
            contents = [self.contents(segment, segments) for segment in step]
            sizes = [_size(pieces) for pieces in contents]
            wide = max(size[0] for size in sizes)
            high = sum(size[1] for size in sizes) + 6 * (len(sizes) - 1)
            if line and left + wide > self.rooms[-1]:
                placed += _centred(line, top, bottom)
                left, top, line = _BETWEEN, bottom + 8, []
                bottom = top
            y = 0.0
            for segment, pieces, size in zip(step, contents, sizes, strict=True):
                line.append(_Box(segment, pieces, left, y - high / 2, size[0], size[1]))
                y += size[1] + 6
            left += wide + _BETWEEN
            bottom = max(bottom, top + high)
        return [*placed, *_centred(line, top, bottom)], bottom

    def contents(self, segment: Segment, others: Sequence[Segment]) -> list[Piece]:
        """Return the words of a box: its name, its firms, and what it feeds that does not stand next to it."""
        # The edge of the box shows the status, so the name needs no line.
        head = self.piece(segment.head)._replace(row=segment.head._replace(line=""))
        far = [
            Piece(f"→ {other.head.words}", size=13, quiet=True)
            for other in others
            if other.head.thing and other.head.thing.iri in segment.feeds and not _next(segment, other)
        ]
        return [head, *(self.piece(row, 14) for row in segment.firms), *far]

    def segments(self, boxes: Sequence[_Box], x: float, y: float) -> None:
        """Draw the boxes of segments, and an arrow where one feeds the next."""
        by_iri = {box.iri: box for box in boxes}
        for before, box in pairwise(boxes):
            unordered = not (before.segment.placed and box.segment.placed)
            if box.segment.step is None and unordered and before.x < box.x:
                self.sheet.text("·", x + box.x - _BETWEEN / 2 - 7, y + box.y + box.high / 2 + 5, fill=QUIET)
        for box in boxes:
            for end, edge in box.segment.feeds.items():
                if (other := by_iri[end]) and _next(box.segment, other.segment):
                    middles = y + box.y + box.high / 2, y + other.y + other.high / 2
                    start, stop = x + box.x + box.wide, x + other.x
                    if other.x <= box.x:  # it stands in the next line
                        start, middles = stop - _BETWEEN + 4, (middles[1], middles[1])
                    self.sheet.stroke(f"M{start:g} {middles[0]:g}L{stop - 7:g} {middles[1]:g}", edge.line, edge)
                    self.sheet.arrow(stop - 1, middles[1], edge.line)
        for box in boxes:
            self.sheet.box(x + box.x, y + box.y, box.wide, box.high, box.segment.head.line or "realised")
            below = y + box.y + _PAD / 2
            for piece in box.pieces:
                below = draw_flow(self.sheet, [piece], x + box.x + _PAD, below, _BOX)

    def grid(self, chains: Sequence[Chain], y: float) -> float:
        """Draw chains of which only the name is known, in their order. Return where they end."""
        levels = dict.fromkeys(chain.level.words for chain in chains if chain.level)
        listed = chains[0].listed
        named = self.words["in_list"].format(list=listed.words) if listed else self.words["bare_chains"]
        marks = marks_of(listed.evidence, self.marks) if listed else ""
        head = Piece(" · ".join([*levels, named]), size=13, quiet=True, marks=marks)
        y = draw_flow(self.sheet, [head], MARGIN, y, self.sheet.room) + 4
        gap = 32.0
        wide = (self.sheet.room + gap) / _ACROSS - gap
        for at in range(min(_ACROSS, len(chains))):
            self.rule(y, INK, MARGIN + at * (wide + gap), wide)
        for at in range(0, len(chains), _ACROSS):
            across = chains[at : at + _ACROSS]
            names = [[Piece(chain.head.words, chain.head, bold=True, mark=True)] for chain in across]
            firms = [self.cell((*chain.leaders, *chain.firms), SMALL + 1) for chain in across]
            left, right = wide * 0.5, wide * 0.47
            heights = [flow_height(name, left) for name in names] + [flow_height(each, right, 10) for each in firms]
            high = max(heights) + 10
            for column, (name, inside) in enumerate(zip(names, firms, strict=True)):
                x = MARGIN + column * (wide + gap)
                draw_flow(self.sheet, name, x, y + 5, left)
                draw_flow(self.sheet, inside, x + wide - right, y + 5, right, 10)
                self.rule(y + high, RULE, x, wide)
            y += high
        return y


def _longest(words: str) -> float:
    """Return how wide the longest word of a name is; a Chinese name can be broken after any character."""
    return max(measure(word, NAME) for word in words.split()) if words.isascii() else 0.0


def _next(segment: Segment, other: Segment) -> bool:
    """Return whether one segment stands in the step after another."""
    return segment.step is not None and other.step == segment.step + 1


def _size(pieces: Sequence[Piece]) -> tuple[float, float]:
    """Return how wide and how high a box with these lines is."""
    widest = max(piece.wide(_BOX) for piece in pieces)
    return widest + 2 * _PAD, sum(flow_height([piece], _BOX) for piece in pieces) + _PAD


def _centred(boxes: Iterable[_Box], top: float, bottom: float) -> list[_Box]:
    """Place the boxes of a line, which are placed around its middle."""
    return [box._replace(y=box.y + (top + bottom) / 2) for box in boxes]
