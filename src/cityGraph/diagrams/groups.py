"""A thing with many neighbors: one box for each relation, with the first of its neighbors or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..names.labels import vocabulary
from ..render.rows import count_of, status_of
from ..render.words import WORDS
from ..render.words_pictures import PICTURE_WORDS
from .flow import Piece, draw_flow, flow_height
from .heading import by_status, marks_of, source_marks
from .palette import INK, LINES, PAGE, QUIET
from .scene import DrawnEdge, Panel, Row, Scene
from .sheet import LEADING, MARGIN, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model.claim import Entity
    from ..store.city import CityGraph
    from .sheet import Sheet

_WHOLE = 8  # a group of so many is listed in full
_FIRST = 6  # of a larger one, so many
_RARE = 2  # groups of at most so many share a box
_MARKS = 6  # the marks of more sources are not read
_SIDE, _FRAME = 0.29, 0.5  # of the width: a column of boxes, and the frame around the plans
_PAD, _GAP = 13.0, 14.0
_HEAD = 16.0


class Group(NamedTuple):
    """The neighbors that one relation leads to, in one status; or those of several rare relations.

    Attributes:
        key: The key of its panel in the scene.
        label: The relation, read from the thing in the middle.
        line: How it is drawn: a key of `palette.LINES`, or empty.
        many: How many neighbors it has.
        rows: Those that are listed. A row without an entity names one of several relations.
        hidden: How many neighbors are not listed.
    """

    key: str
    label: str
    line: str
    many: int
    rows: tuple[Row, ...]
    hidden: int = 0


def grouped(
    city: CityGraph, focus: Entity, edges: Iterable[DrawnEdge], things: Mapping[str, Entity], opened: Iterable[str]
) -> tuple[Scene, tuple[Group, ...]]:
    """Group the edges at one thing by relation and status.

    Args:
        city: An open graph.
        focus: The thing in the middle.
        edges: The edges at it.
        things: The entities at their ends, by IRI.
        opened: The IRIs of relations whose neighbors are all listed.

    Returns:
        The scene with a panel for each group, and the groups: by status, the largest first, rare ones together last.
    """
    words, opened = PICTURE_WORDS[city.language], set(opened)
    edges = list(edges)
    labels = vocabulary(city, {edge.relation for edge in edges})
    found: dict[tuple[str, str, str], dict[str, DrawnEdge]] = {}
    for edge in edges:
        direction, other = ("out", edge.end) if edge.start == focus.iri else ("in", edge.start)
        found.setdefault((edge.line, edge.relation, direction), {}).setdefault(other, edge)
    order = [*LINES, ""]
    groups: list[Group] = []
    for line in sorted({line for line, *_ in found}, key=lambda line: order.index(line) if line in order else 9):
        here = [(key, members) for key, members in found.items() if key[0] == line]
        here.sort(key=lambda item: -len(item[1]))
        rare = [(key, members) for key, members in here if len(members) <= _RARE and key[1] not in opened]
        rare = rare if len(rare) > 1 else []
        for key, members in here:
            if (key, members) not in rare:
                rows = [_row(things[other], edge) for other, edge in members.items()]
                kept = rows if key[1] in opened or len(rows) <= _WHOLE else rows[:_FIRST]
                label = labels.relation(*key[1:])
                groups.append(Group(" ".join(key), label, line, len(rows), tuple(kept), len(rows) - len(kept)))
        if rare:
            rows = []
            for key, members in rare:
                rows.append(Row(labels.relation(*key[1:])))
                rows += [_row(things[other], edge) for other, edge in members.items()]
            label = count_of(words, "rare", len(rare))
            groups.append(Group(f"{line} rare", label, line, len(rows) - len(rare), tuple(rows)))
    return _scene(focus, edges, groups, city.language), tuple(groups)


def _row(thing: Entity, edge: DrawnEdge) -> Row:
    return Row(thing.label, thing, "", edge.evidence, edge.because)


def _scene(focus: Entity, edges: Sequence[DrawnEdge], groups: Iterable[Group], language: str) -> Scene:
    words = PICTURE_WORDS[language]
    others = {end for edge in edges for end in edge[:2]} - {focus.iri}
    counts = [count_of(words, "neighbors", len(others)), *by_status((edge.line for edge in edges), language)]
    panels = {
        group.key: Panel(
            Row(f"{group.label} · {group.many}"),
            group.rows,
            words["more"].format(n=group.hidden) if group.hidden else "",
        )
        for group in groups
    }
    arrows = [DrawnEdge(focus.iri, group.key, group.label, "", group.line, (), None, group.line) for group in groups]
    title = words["around"].format(names=focus.label)
    asked = frozenset({focus.iri})
    return Scene({focus.iri: focus}, arrows, panels, asked, title=title, counts=" · ".join(counts))


def draw_groups(sheet: Sheet, top: float, scene: Scene, groups: Sequence[Group], language: str) -> float:
    """Draw a thing with its groups: facts, inferences and targets at the left, plans in one frame at the right.

    If all are plans, or none is, both sides have groups, and there is no frame.

    Args:
        sheet: The page.
        top: Where to begin.
        scene: The scene of `grouped`.
        groups: Its groups.
        language: The language of the words.

    Returns:
        Where the drawing ends.
    """
    (focus,) = scene.things.values()
    marks = source_marks(scene)
    left = [group for group in groups if group.line != "planned"]
    right = [group for group in groups if group.line == "planned"]
    framed = len(right) > 1 and bool(left)
    if not (left and right):
        left, right = list(groups)[::2], list(groups)[1::2]
    side, frame = sheet.room * _SIDE, sheet.room * (_FRAME if framed else _SIDE)
    drawer = _Drawer(sheet, marks, language)
    inner = (frame - 3 * _GAP) / 2
    rare = [group for group in right if framed and not all(row.thing for row in group.rows)]
    columns = _columns([group for group in right if group not in rare], inner, drawer)
    left_high = drawer.stack_height(left, side)
    stacked = max(drawer.stack_height(column, inner) for column in columns)
    right_high = drawer.stack_height(right, frame)
    if framed:
        right_high = 40 + stacked + sum(_GAP + drawer.box_height(group, frame - 2 * _GAP) for group in rare) + _GAP
    high = max(left_high, right_high, 200.0)
    middle = top + high / 2
    x = MARGIN + side + (sheet.room - side - frame) / 2
    ends = drawer.focus(focus, x, middle)
    places = drawer.stack(left, MARGIN, top + (high - left_high) / 2, side)
    drawer.curves(left, [(MARGIN + side, y) for y in places], (ends[0], middle))
    x = sheet.wide - MARGIN - frame
    if not framed:
        places = drawer.stack(right, x, top + (high - right_high) / 2, frame)
        drawer.curves(right, [(x, y) for y in places], (ends[1], middle))
        return top + high
    y = top + (high - right_high) / 2
    sheet.box(x, y, frame, right_high, "planned")
    sheet.stroke(f"M{ends[1]:g} {middle:g}H{x:g}", "planned")
    words = PICTURE_WORDS[language]
    wide = sheet.text(words["plans"], x + _PAD, y + 27, _HEAD, bold=True)
    many = sum(group.many for group in right)
    sheet.text(str(many), x + _PAD + wide + 8, y + 27, _HEAD, fill=QUIET)
    for at, column in enumerate(columns):
        drawer.stack(column, x + _GAP + at * (inner + _GAP), y + 40, inner, thin=True)
    drawer.stack(rare, x + _GAP, y + 40 + stacked + _GAP, frame - 2 * _GAP, thin=True)
    return top + high


def _columns(groups: Iterable[Group], wide: float, drawer: _Drawer) -> list[list[Group]]:
    """Share groups among two columns, the highest first: each goes where there is more room."""
    columns: list[list[Group]] = [[], []]
    heights = [0.0, 0.0]
    for group in sorted(groups, key=lambda group: -drawer.box_height(group, wide)):
        at = heights.index(min(heights))
        columns[at].append(group)
        heights[at] += drawer.box_height(group, wide) + _GAP
    return columns


class _Drawer:
    """Draws boxes of groups on a page."""

    def __init__(self, sheet: Sheet, marks: dict[str, str], language: str) -> None:
        self.sheet = sheet
        self.marks = marks
        self.words = WORDS[language]
        self.language = language

    def pieces(self, group: Group) -> list[Piece]:
        listed = [
            Piece(row.words, row, mark=True) if row.thing else Piece(row.words, size=13, quiet=True, leads=True)
            for row in group.rows
        ]
        if group.hidden:
            listed.append(Piece(PICTURE_WORDS[self.language]["more"].format(n=group.hidden), quiet=True, size=14))
        return listed

    def head(self, group: Group) -> list[Piece]:
        cited = marks_of((passage for row in group.rows for passage in row.evidence), self.marks)
        sign = "◇ " if group.line == "inferred" else ""
        shown = cited if len(cited) <= _MARKS else ""
        return [
            Piece(sign + group.label, size=_HEAD, bold=True),
            Piece(str(group.many), size=_HEAD, quiet=True, marks=shown),
        ]

    def box_height(self, group: Group, wide: float) -> float:
        room = wide - 2 * _PAD
        return 2 * _PAD - 4 + flow_height(self.head(group), room - 60, 8) + 3 + flow_height(self.pieces(group), room)

    def stack_height(self, groups: Iterable[Group], wide: float) -> float:
        return max(0.0, sum(self.box_height(group, wide) + _GAP for group in groups) - _GAP)

    def stack(self, groups: Iterable[Group], x: float, y: float, wide: float, *, thin: bool = False) -> list[float]:
        """Draw boxes one below another. Return the middle of each."""
        middles = []
        for group in groups:
            high = self.box_height(group, wide)
            self.sheet.box(x, y, wide, high, "" if thin else group.line or "realised")
            below = draw_flow(self.sheet, self.head(group), x + _PAD, y + _PAD - 4, wide - 2 * _PAD - 60, 8)
            if group.line and not thin:
                word = status_of(group.line, self.words)
                self.sheet.text(word, x + wide - _PAD, y + _PAD + 12, 13, fill=QUIET, end=True)
            draw_flow(self.sheet, self.pieces(group), x + _PAD, below + 3, wide - 2 * _PAD)
            middles.append(y + high / 2)
            y += high + _GAP
        return middles

    def focus(self, thing: Entity, x: float, y: float) -> tuple[float, float]:
        """Draw the thing in the middle. Return its left and its right side."""
        name = Piece(thing.label, size=20)
        lines = name.lines(260)
        wide = max(measure(line, 20) for line in lines) + 64
        high = len(lines) * 20 * LEADING + 28
        self.sheet.add("rect", x=x - wide / 2, y=y - high / 2, width=wide, height=high, rx=4, fill=INK)
        for at, line in enumerate(lines):
            base = y - high / 2 + 14 + 22 + at * 20 * LEADING
            self.sheet.text(line, x - wide / 2 + 32, base, 20, fill=PAGE, bold=True)
        return x - wide / 2, x + wide / 2

    def curves(self, groups: Iterable[Group], starts: Iterable[tuple[float, float]], end: tuple[float, float]) -> None:
        """Draw a curve from each box to the thing in the middle."""
        for group, (x, y) in zip(groups, starts, strict=True):
            half = (x + end[0]) / 2
            self.sheet.stroke(f"M{x:g} {y:g}C{half:g} {y:g} {half:g} {end[1]:g} {end[0]:g} {end[1]:g}", group.line)
            if group.line == "inferred":
                diamond = f"M{half:g} {(y + end[1]) / 2 - 6:g}l6 6l-6 6l-6 -6Z"
                self.sheet.add("path", d=diamond, fill=PAGE, stroke=QUIET)
