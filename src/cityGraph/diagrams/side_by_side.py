"""Two cities on a page: one at each side, between them what both name, below what only one names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..render.figures import quoted
from ..render.rows import count_of
from .flow import Piece, draw_flow, flow_height
from .heading import marks_of, source_marks
from .limits import cut
from .palette import INK, QUIET, RULE, look_of
from .scene import Row
from .sheet import LEADING, MARGIN, NAME, SMALL, lines_of, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.comparison import Beside, Comparison, Said, Side
    from ..render.comparison_lines import Wording
    from .scene import Scene
    from .sheet import Sheet

_SIDES = ("first", "second")
_CITY, _MIDDLE = 0.2, 0.44  # shares of the width: a city, and what both name
_PAD, _GAP, _BELOW, _BETWEEN = 12.0, 10.0, 30.0, 44.0
_SMALL = 13.0
_HOLDERS = 3  # leaders or zones that a box names
_NAMES = 60  # names of one kind that a list has


def box_key(at: int) -> str:
    """Return the key in a scene of a thing that both cities name.

    Args:
        at: Its place among the boxes, from zero.

    Returns:
        The key.
    """
    return f"shared {at}"


class _Box(NamedTuple):
    """A thing that both name: its row, what stands below its name on each side, and its place."""

    key: str
    row: Beside
    halves: tuple[list[Piece], list[Piece]]
    high: float


class Drawer:
    """Draws two cities on a page: each at one side, and below what only this one names.

    Args:
        answer: The comparison.
        wording: Its words.
        scene: All that the picture shows: an edge from each city to each box, and the lists.
        boxed: The things that have a box between the cities.
    """

    def __init__(self, answer: Comparison, wording: Wording, scene: Scene, boxed: Sequence[Beside]) -> None:
        self.answer, self.wording, self.scene, self.boxed = answer, wording, scene, boxed
        self.marks = source_marks(scene)
        self.holders: dict[str, dict[str, Beside]] = {
            part: {row.topic.iri: row for row in answer.part(part)} for part in ("leaders", "zones")
        }

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw everything.

        Args:
            sheet: The page.
            top: Where to begin.

        Returns:
            Where the drawing ends.
        """
        y = self._fan(sheet, top)
        y = self._figures(sheet, y)
        return self._lists(sheet, y)

    def _fan(self, sheet: Sheet, top: float) -> float:
        """Draw the cities and, between them, what both name, with a line from each city."""
        wide, middle = sheet.room * _CITY, sheet.room * _MIDDLE
        left = MARGIN + (sheet.room - middle) / 2
        ends = (MARGIN + wide, sheet.wide - MARGIN - wide)
        boxes = self._boxes(middle)
        cities = [self._city(side) for side in _SIDES]
        city_high = max(_stacked_height(pieces, wide - 2 * _PAD) for pieces in cities) + 2 * _PAD
        stack = sum(box.high + _GAP for box in boxes) - _GAP if boxes else 0.0
        high = max(stack, city_high)
        centre = top + high / 2
        y = top + (high - stack) / 2
        places = []
        for box in boxes:
            places.append(y)
            y += box.high + _GAP
        edges = {(edge.start, edge.end): edge for edge in self.scene.edges}
        for box, at in zip(boxes, places, strict=True):
            stop = at + box.high / 2
            for side, x, to in ((_SIDES[0], ends[0], left), (_SIDES[1], ends[1], left + middle)):
                half = (x + to) / 2
                edge = edges[side, box.key]
                sheet.stroke(
                    f"M{x:g} {centre:g}C{half:g} {centre:g} {half:g} {stop:g} {to:g} {stop:g}", edge.line, edge
                )
                marks = marks_of(edge.evidence, self.marks)
                if marks:
                    away, off = -5 if side == _SIDES[0] else 5, -5 if stop <= centre else 14
                    sheet.text(marks, to + away, stop + off, SMALL, fill=QUIET, end=away < 0)
        for box, at in zip(boxes, places, strict=True):
            self._box(sheet, box, left, at, middle)
        if not boxes:
            for number, line in enumerate(lines_of(self.wording.own["nothing"], middle, NAME)):
                x = left + (middle - measure(line, NAME)) / 2
                sheet.text(line, x, centre + number * NAME * LEADING, fill=QUIET)
        for pieces, x in zip(cities, (MARGIN, ends[1]), strict=True):
            look = look_of("City")
            sheet.box(x, centre - city_high / 2, wide, city_high, "", look.fill, look.rim)
            y = centre - _stacked_height(pieces, wide - 2 * _PAD) / 2
            for piece in pieces:
                y = draw_flow(sheet, [piece], x + _PAD, y, wide - 2 * _PAD)
        bottom = top + high
        if panel := self.scene.panels.get("also"):
            bottom = draw_flow(sheet, [Piece(panel.head.words, size=_SMALL, quiet=True)], left, bottom + 14, middle)
            bottom = draw_flow(sheet, [self._listed(row) for row in panel.rows], left, bottom + 2, middle, 14)
        return bottom + _BELOW

    def _city(self, side: str) -> list[Piece]:
        """Return the words in the box of a city: its name, how much is said of it, and how much of that is fact."""
        about: Side = getattr(self.answer, side)
        row = Row(cut(self.wording.cities[side]), about.city)
        told = (count_of(self.wording.words, "claims", about.claims), self.wording.statuses(about))
        return [
            Piece(row.words, row, 19, bold=True, mark=True),
            *(Piece(each, size=_SMALL, quiet=True) for each in told if each),
        ]

    def _boxes(self, wide: float) -> list[_Box]:
        """Return a box for each thing that both name."""
        found = []
        for at, row in enumerate(self.boxed):
            one, other = (self._half(row, side) for side in _SIDES)
            room = (wide - 3 * _PAD) / 2
            halves = max(flow_height(one, room), flow_height(other, room))
            name = flow_height([self._name(row)], wide - 2 * _PAD)
            found.append(_Box(box_key(at), row, (one, other), name + halves + 2 * _PAD - 6))
        return found

    def _name(self, row: Beside) -> Piece:
        return Piece(cut(row.topic.label), Row(row.topic.label, row.topic), bold=True, mark=True)

    def _half(self, row: Beside, side: str) -> list[Piece]:
        """Return who leads a thing and which zones turn to it in one city, with the marks of the sources."""
        pieces = []
        own: Said = getattr(row, side)[0]
        if own.entity.label != row.topic.label:
            called = self.wording.told("called", name=quoted(cut(own.entity.label), self.wording.words))
            pieces.append(Piece(called, size=_SMALL, quiet=True))
        for part, key in (("leaders", "leads"), ("zones", "zone_list")):
            holders = self.holders[part].get(row.topic.iri)
            listed: Sequence[Said] = getattr(holders, side) if holders else ()
            if not listed:
                continue
            pieces.append(Piece(self.wording.own[key], size=_SMALL, quiet=True, leads=True))
            pieces += [
                Piece(cut(said.entity.label), self._held(said), 14, quiet=said.standing == "inferred")
                for said in listed[:_HOLDERS]
            ]
            if len(listed) > _HOLDERS:
                more = self.wording.own["and_more"].format(n=len(listed) - _HOLDERS)
                pieces.append(Piece(more, size=_SMALL, quiet=True))
        return pieces

    def _held(self, said: Said) -> Row:
        claim = said.claims[0]
        return Row(said.entity.label, said.entity, said.standing, claim.evidence, claim.because)

    def _box(self, sheet: Sheet, box: _Box, x: float, y: float, wide: float) -> None:
        look = look_of(box.row.topic.kind)
        sheet.box(x, y, wide, box.high, "", look.fill, look.rim)
        name = self._name(box.row)
        room = wide - 2 * _PAD
        own = min(room, name.wide(room))
        y = draw_flow(sheet, [name], x + (wide - own) / 2, y + _PAD - 3, own + 1)
        half = (wide - 3 * _PAD) / 2
        draw_flow(sheet, box.halves[0], x + _PAD, y, half)
        # What the second city says stands at the right, where its line ends.
        draw_flow(sheet, box.halves[1], x + 2 * _PAD + half, y, half)

    def _figures(self, sheet: Sheet, top: float) -> float:
        """Draw the figures that both give: the indicator in the middle, the figures at the sides of the cities."""
        rows = self.answer.part("figures", "both")
        if not rows:
            return top
        wide, middle = sheet.room * (1 - _MIDDLE) / 2 - 16, sheet.room * _MIDDLE
        left = MARGIN + wide + 16
        sheet.text(self.wording.own["figures"], left, top + 13, _SMALL, fill=QUIET)
        y = self._rule(sheet, MARGIN, top + 22, sheet.room, INK) + 10
        for row in rows:
            cells = [self._said(row, side) for side in _SIDES]
            remarks = [self.wording.remark(each) for each in row.remarks]
            topic = [Piece(cut(row.topic.label), bold=True)]
            topic += [Piece(each, size=_SMALL, quiet=True) for each in remarks]
            high = max(flow_height(cells[0], wide), flow_height(cells[1], wide), flow_height(topic, middle - 16))
            draw_flow(sheet, cells[0], MARGIN, y, wide)
            draw_flow(sheet, topic, left, y, middle - 16)
            draw_flow(sheet, cells[1], left + middle, y, wide)
            y = self._rule(sheet, MARGIN, y + high + 6, sheet.room, RULE) + 8
        return y + _BELOW - 8

    def _said(self, row: Beside, side: str) -> list[Piece]:
        return [
            Piece(
                cut(self.wording.said(row, said, side)),
                Row(row.topic.label, None, said.standing, said.claims[0].evidence[:1], said.claims[0].because),
                14,
                quiet=said.standing == "inferred",
                marks=marks_of(said.claims[0].evidence[:1], self.marks),
            )
            for said in getattr(row, side)
        ]

    def _rule(self, sheet: Sheet, x: float, y: float, wide: float, colour: str) -> float:
        sheet.add("path", d=f"M{x:g} {y:g}h{wide:g}", stroke=colour, stroke_width=1)
        return y

    def _lists(self, sheet: Sheet, top: float) -> float:
        """Draw below each city what only this one names, kind by kind."""
        panels = [panel for side in _SIDES if (panel := self.scene.panels.get(f"only {side}"))]
        wide = (sheet.room - _BETWEEN) / 2 if len(panels) > 1 else sheet.room
        bottom = top
        for at, panel in enumerate(panels):
            x, y = MARGIN + at * (wide + _BETWEEN), top
            y = draw_flow(sheet, [Piece(panel.head.words, size=17, bold=True)], x, y, wide) + 3
            y = self._rule(sheet, x, y, wide, INK) + 9
            kinds: dict[str, list[Row]] = {}
            for row in panel.rows:
                kinds.setdefault((row.thing and row.thing.kind_label) or "", []).append(row)
            for kind, rows in kinds.items():
                head = Piece(f"{kind} {len(rows)}".strip(), size=_SMALL, quiet=True)
                y = draw_flow(sheet, [head], x, y, wide) + 2
                names = [self._listed(row) for row in rows[:_NAMES]]
                if len(rows) > _NAMES:
                    names.append(Piece(self.wording.own["and_more"].format(n=len(rows) - _NAMES), size=14, quiet=True))
                y = draw_flow(sheet, names, x, y, wide, 14) + 12
            bottom = max(bottom, y)
        return bottom

    def _listed(self, row: Row) -> Piece:
        marks = marks_of(row.evidence, self.marks)
        return Piece(row.words, row, 14, quiet=row.line == "inferred", marks=marks, mark=True)


def _stacked_height(pieces: Sequence[Piece], room: float) -> float:
    """Return how high pieces are, one below the other."""
    return sum(flow_height([piece], room) for piece in pieces)
