"""The view `positioning` on a page: five columns, from the city to firms and zones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..model.claim import Relation
from ..render.words_pictures import PICTURE_WORDS
from .flow import Piece, draw_flow, flow_height
from .heading import marks_of, source_marks
from .palette import INK, QUIET, RULE, look_of
from .scene import DrawnEdge, Row
from .sheet import MARGIN, NAME, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .scene import Scene
    from .sheet import Sheet

CITY, AIM, WAY, FIELD, FIRM = range(5)
_COLUMNS = {"City": CITY, "Positioning": AIM, "Chain": FIELD, "Industry": FIELD}
_WIDTHS = (0.065, 0.16, 0.18, 0.205)  # shares of the width; the last column has what is left
_BETWEEN = 0.038  # from one column to the next
_PAD, _GAP = 9.0, 10.0
_SWEEPS = 6


class _Box(NamedTuple):
    """A thing that is drawn in a column.

    Attributes:
        key: Its IRI, or the key of its panel.
        column: The number of its column.
        pieces: The words in it.
        rows: What stands beside it in the last column.
        high: The height of the box.
        whole: The height with what stands beside it.
    """

    key: str
    column: int
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    high: float
    whole: float


def columns_of(scene: Scene) -> dict[str, int]:
    """Give each thing of the view `positioning` a column.

    Args:
        scene: The scene.

    Returns:
        By IRI or key: 0 cities, 1 positionings and sets of them, 2 what they are pursued through, 3 chains and
        industries, 4 what those alone lead to.
    """
    things = scene.things | {key: panel.head.thing for key, panel in scene.panels.items() if panel.head.thing}
    columns = {key: _COLUMNS.get(thing.kind, WAY) for key, thing in things.items()}
    for edge in scene.edges:
        if edge.end in columns and columns.get(edge.start) == CITY and columns[edge.end] == WAY:
            columns[edge.end] = AIM
    starts: dict[str, set[int]] = {}
    for edge in scene.edges:
        if edge.relation:
            starts.setdefault(edge.end, set()).add(columns[edge.start])
    last = {key for key, column in columns.items() if column == WAY and starts.get(key) == {FIELD}}
    return columns | dict.fromkeys(last, FIRM)


def draw_layers(sheet: Sheet, top: float, scene: Scene, language: str) -> float:
    """Draw the view `positioning`.

    A box says above its name by which relations it is reached. The last column lists the firms of a chain or an
    industry, and the zones that it leads to.

    Args:
        sheet: The page.
        top: Where to begin.
        scene: The scene.
        language: The language of the words.

    Returns:
        Where the drawing ends.
    """
    lefts, widths = _places(sheet)
    y = top
    for x, word in zip(lefts, PICTURE_WORDS[language]["layer_heads"], strict=True):
        sheet.text(word, x, y + 13, 13, fill=QUIET)
    sheet.add("path", d=f"M{MARGIN:g} {y + 22:g}h{sheet.room:g}", stroke=INK, stroke_width=1)
    columns = columns_of(scene)
    boxes = _boxes(scene, columns, widths)
    edges = [edge for edge in scene.edges if edge.relation and columns[edge.end] != FIRM]
    legs = list(dict.fromkeys(leg for edge in edges for leg in _legs(edge, boxes)))
    tops = _stacked(_ordered(boxes, legs), boxes, legs)
    y += 40
    bottom = max((tops[key] + box.whole for key, box in boxes.items()), default=0.0)
    for leg in legs:
        _draw_leg(sheet, leg, boxes, tops, y, lefts, widths)
    for key, box in boxes.items():
        if not box.pieces:
            continue
        x, wide, at = lefts[box.column], widths[box.column], y + tops[key]
        middle = at + (box.whole - box.high) / 2
        thing = scene.things.get(key) or scene.panels[key].head.thing
        look = look_of(thing.kind if thing else "")
        sheet.box(x, middle, wide, box.high, "", look.fill, look.rim)
        draw_flow(sheet, box.pieces, x + _PAD, middle + _PAD - 4, wide - 2 * _PAD, 7)
        if box.rows:
            side = lefts[FIRM] - 12
            sheet.add("path", d=f"M{x + wide:g} {middle + box.high / 2:g}H{side:g}", stroke=RULE, stroke_width=1.5)
            sheet.add("path", d=f"M{side:g} {at:g}v{box.whole:g}", stroke=RULE, stroke_width=1.5)
            listed = _rows_height(box.rows, widths[FIRM])
            _draw_rows(sheet, box.rows, source_marks(scene), lefts[FIRM], at + (box.whole - listed) / 2, widths[FIRM])
    return y + bottom


def _places(sheet: Sheet) -> tuple[list[float], list[float]]:
    """Return where each column begins and how wide it is."""
    between = _BETWEEN * sheet.room
    widths = [share * sheet.room for share in _WIDTHS]
    widths.append(sheet.room - sum(widths) - between * len(widths))
    return [MARGIN + sum(widths[:at]) + between * at for at in range(len(widths))], widths


def _boxes(scene: Scene, columns: dict[str, int], widths: Sequence[float]) -> dict[str, _Box]:
    marks = source_marks(scene)
    reached: dict[str, list[DrawnEdge]] = {}
    for edge in scene.edges:
        reached.setdefault(edge.end, []).append(edge)
    notes = {edge.start: scene.panels[edge.end].head.words for edge in scene.edges if not edge.relation}
    boxes: dict[str, _Box] = {}
    for key, column in columns.items():
        if column == FIRM:
            continue
        thing = scene.things.get(key) or scene.panels[key].head.thing
        by_label: dict[str, list[DrawnEdge]] = {}
        for edge in reached.get(key, ()):
            by_label.setdefault(("◇ " if edge.line == "inferred" else "") + edge.label, []).append(edge)
        pieces = []
        for label, edges in by_label.items():
            evidence = tuple(dict.fromkeys(passage for edge in edges for passage in edge.evidence))
            row = Row(label, None, "", evidence, edges[0].because)
            pieces.append(Piece(label, row, SMALL, quiet=True, marks=marks_of(evidence, marks)))
        if thing:
            pieces.append(Piece(thing.label, Row(thing.label, thing), bold=key in scene.asked, mark=True))
        if key in notes:
            pieces.append(Piece(notes[key], size=13, quiet=True))
        rows = list(scene.panels[key].rows) if key in scene.panels else []
        for edge in scene.edges:
            if edge.start == key and columns.get(edge.end) == FIRM:
                end = scene.things[edge.end]
                rows.append(Row(Relation("", edge.label).to(end.label), end, edge.line, edge.evidence, edge.because))
        high = flow_height(pieces, widths[column] - 2 * _PAD, 7) + 2 * _PAD - 7
        boxes[key] = _Box(key, column, tuple(pieces), tuple(rows), high, max(high, _rows_height(rows, widths[FIRM])))
    return boxes


def _row_piece(row: Row, marks: dict[str, str]) -> Piece:
    return Piece(row.words, row, NAME - 1, quiet=row.line == "inferred", marks=marks_of(row.evidence, marks), mark=True)


def _rows_height(rows: Iterable[Row], wide: float) -> float:
    # With the widest mark: a row is never higher than it is thought to be.
    sample = {passage.source: "①" for row in rows for passage in row.evidence}
    return sum(flow_height([_row_piece(row, sample)], wide - 18 * row.depth) for row in rows)


def _draw_rows(sheet: Sheet, rows: Iterable[Row], marks: dict[str, str], x: float, y: float, wide: float) -> None:
    for row in rows:
        y = draw_flow(sheet, [_row_piece(row, marks)], x + 18 * row.depth, y, wide - 18 * row.depth)


def _neighbors(boxes: dict[str, _Box], edges: Iterable[DrawnEdge]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {key: [] for key in boxes}
    for edge in edges:
        if edge.start != edge.end:
            near[edge.start].append(edge.end)
            near[edge.end].append(edge.start)
    return near


def _ordered(boxes: dict[str, _Box], edges: Sequence[DrawnEdge]) -> list[list[str]]:
    """Order each column so that curves cross little: each thing at the mean place of what it is connected to."""
    near = _neighbors(boxes, edges)
    columns = [[key for key, box in boxes.items() if box.column == column] for column in range(FIRM)]
    place = {key: at / max(1, len(column)) for column in columns for at, key in enumerate(column)}
    for sweep in range(_SWEEPS):
        for at in range(FIRM) if sweep % 2 else reversed(range(FIRM)):
            side = [n for n in range(FIRM) if (n < at if sweep % 2 else n > at)]
            mean = {}
            for key in columns[at]:
                found = [place[other] for other in near[key] if boxes[other].column in side]
                mean[key] = sum(found) / len(found) if found else place[key]
            # What leads nowhere stands last.
            ends = {key: at == AIM and all(boxes[other].column == CITY for other in near[key]) for key in columns[at]}
            columns[at].sort(key=lambda key: (ends[key], mean[key]))
            place |= {key: n / max(1, len(columns[at])) for n, key in enumerate(columns[at])}
    return columns


def _stacked(columns: Sequence[Sequence[str]], boxes: dict[str, _Box], edges: Sequence[DrawnEdge]) -> dict[str, float]:
    """Return the top of each box: the highest column from the top, the others near what they are connected to."""
    near = _neighbors(boxes, edges)
    heights = [sum(boxes[key].whole + _GAP for key in column) for column in columns]
    widest = heights.index(max(heights))
    tops: dict[str, float] = {}
    for at in sorted(range(FIRM), key=lambda column: (abs(column - widest), -column)):
        y = 0.0
        for n, key in enumerate(columns[at]):
            found = [tops[other] + boxes[other].whole / 2 for other in near[key] if other in tops]
            wanted = sum(found) / len(found) - boxes[key].whole / 2 if found and at != widest else y
            left = sum(boxes[other].whole + _GAP for other in columns[at][n:])
            y = max(y, min(wanted, heights[widest] - left))
            tops[key] = y
            y += boxes[key].whole + _GAP
    return tops


def _legs(edge: DrawnEdge, boxes: dict[str, _Box]) -> Iterator[DrawnEdge]:
    """Yield an edge in pieces from one column to the next, and give it a place in each column that it crosses.

    Edges from one thing in one line share these places: they part where they leave the last of them.
    """
    first, last = boxes[edge.start].column, boxes[edge.end].column
    start = edge.start
    for column in range(first + 1, last):
        key = f"{edge.start} {edge.line} {column}"
        boxes.setdefault(key, _Box(key, column, (), (), 4.0, 4.0))
        yield DrawnEdge(start, key, edge.relation, "", edge.line, (), None)
        start = key
    yield edge._replace(start=start)


def _draw_leg(
    sheet: Sheet,
    leg: DrawnEdge,
    boxes: dict[str, _Box],
    tops: dict[str, float],
    y: float,
    lefts: Sequence[float],
    widths: Sequence[float],
) -> None:
    """Draw a curve from the right of a box to the left of the next; within a column, at its left."""
    one, other = boxes[leg.start], boxes[leg.end]
    start, stop = y + tops[one.key] + one.whole / 2, y + tops[other.key] + other.whole / 2
    left, right = lefts[one.column] + widths[one.column], lefts[other.column]
    ahead = 7.0 if other.pieces else 0.0  # the head of the arrow
    if one.column >= other.column:
        left = lefts[one.column]
        out, back = left - 30, right - (30 if one.column == other.column else -30)
    else:
        out = back = (left + right) / 2
    across = "" if other.pieces else f"H{right + widths[other.column]:g}"
    path = f"M{left:g} {start:g}C{out:g} {start:g} {back:g} {stop:g} {right - ahead:g} {stop:g}{across}"
    sheet.stroke(path, leg.line, leg)
    if other.pieces:
        sheet.arrow(right - 1, stop, leg.line)
