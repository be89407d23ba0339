"""Panels as lists in columns: a heading above a rule, and a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .flow import Piece, draw_flow, flow_height
from .heading import marks_of, source_marks
from .palette import INK
from .sheet import HIGH, MARGIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .scene import Panel, Row, Scene
    from .sheet import Sheet

_LEAST, _MOST = 250.0, 470.0  # how wide a column is
_GAP, _BELOW = 36.0, 24.0  # between columns, and below a panel
_ROW, _HEAD = 14.0, 17.0
_INDENT = 18.0
_FOOT = 110.0  # what the foot of a page takes


def draw_lists(sheet: Sheet, top: float, scene: Scene) -> float:
    """Draw the panels of a scene in columns of about one height, in their order.

    Args:
        sheet: The page.
        top: Where to begin.
        scene: The scene. Its edges are not drawn.

    Returns:
        Where the drawing ends.
    """
    marks = source_marks(scene)
    fewest = max(1, int((sheet.room + _GAP) / (_MOST + _GAP)))
    most = max(fewest, int((sheet.room + _GAP) / (_LEAST + _GAP)))
    best: tuple[float, float, list[list[Panel]]] | None = None
    for many in range(fewest, most + 1):
        wide = (sheet.room + _GAP) / many - _GAP
        heights = {key: _height(panel, wide, marks) for key, panel in scene.panels.items()}
        columns = _shared(heights, many)
        high = max(sum(heights[key] for key in column) for column in columns)
        if best is None or high < best[0]:
            best = high, wide, [[scene.panels[key] for key in column] for column in columns]
        if best[0] <= HIGH - top - _FOOT:
            break
    assert best
    high, wide, placed = best
    for at, column in enumerate(placed):
        y = top
        for panel in column:
            y = _draw(sheet, panel, MARGIN + at * (wide + _GAP), y, wide, marks)
    return top + high


def _shared(heights: Mapping[str, float], many: int) -> list[list[str]]:
    """Share panels among columns, in their order, so that the highest column is as low as can be."""

    def columns(limit: float) -> list[list[str]]:
        shared: list[list[str]] = [[]]
        filled = 0.0
        for key, high in heights.items():
            if shared[-1] and filled + high > limit:
                shared.append([])
                filled = 0.0
            shared[-1].append(key)
            filled += high
        return shared

    low, high = max(heights.values()), sum(heights.values())
    while high - low > 1:
        half = (low + high) / 2
        low, high = (low, half) if len(columns(half)) <= many else (half, high)
    return columns(high)


def _piece(row: Row, marks: dict[str, str]) -> Piece:
    return Piece(row.words, row, _ROW, marks=marks_of(row.evidence, marks), mark=bool(row.thing))


def _height(panel: Panel, wide: float, marks: dict[str, str]) -> float:
    head = flow_height([_heading(panel)], wide) + 12
    rows = sum(flow_height([_piece(row, marks)], wide - row.depth * _INDENT) + 4 for row in panel.rows)
    return head + rows + (flow_height([Piece(panel.note, size=_ROW)], wide) + 4 if panel.note else 0) + _BELOW


def _heading(panel: Panel) -> Piece:
    return Piece(panel.head.words, panel.head, _HEAD, bold=True, mark=bool(panel.head.thing))


def _draw(sheet: Sheet, panel: Panel, x: float, y: float, wide: float, marks: dict[str, str]) -> float:
    """Draw one panel. Return where the next begins."""
    y = draw_flow(sheet, [_heading(panel)], x, y, wide) + 3
    sheet.add("path", d=f"M{x:g} {y:g}h{wide:g}", stroke=INK, stroke_width=1)
    y += 9
    for row in panel.rows:
        indent = row.depth * _INDENT
        y = draw_flow(sheet, [_piece(row, marks)], x + indent, y, wide - indent) + 4
    if panel.note:
        y = draw_flow(sheet, [Piece(panel.note, size=_ROW, quiet=True)], x, y, wide) + 4
    return y + _BELOW
