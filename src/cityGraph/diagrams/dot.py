"""A scene as DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..escape_formats import dot_string, xml_references
from ..render.columns import width, wrap
from .heading import marks_of, source_marks
from .palette import EDGE, LINES, PLAIN, QUIET, RULE, line_of, look_of
from .scene import EDGE_FONT, Row, label_columns, label_width, link, tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.claim import Entity
    from .scene import DrawnEdge, Panel, Scene

FONT = 14  # pixels
FACE = "Noto Sans CJK TC"
_GAP = 20  # pixels between the panels of a column
_MARK = 17  # pixels before a name, for the mark of its kind
_PANEL_COLUMNS = 36  # the longest line of a panel, as a terminal counts columns

# The rows of a panel, the heading first, each with its text broken into lines.
_BrokenRows = list[tuple[Row, list[str]]]


def as_dot(scene: Scene, direction: str = "LR") -> str:
    """Write a scene as DOT.

    Args:
        scene: What to draw.
        direction: Where edges lead: ``LR`` from left to right, ``TB`` from top to bottom.

    Returns:
        The DOT. The same scene always gives the same text.
    """
    import pydot

    graph = pydot.Dot("citygraph", graph_type="digraph", bgcolor="white", nodesep="0.3", ranksep="0.6")
    graph.set("rankdir", direction)
    graph.set_node_defaults(fontname=FACE, fontsize=str(FONT), fixedsize="true", style="filled", penwidth="1")
    graph.set_edge_defaults(fontname=FACE, fontsize=str(EDGE_FONT), arrowsize="0.8", penwidth="1.3")
    marks = source_marks(scene)
    node_names = {key: f"n{at}" for at, key in enumerate((*scene.things, *scene.panels))}
    numbers = {name: at for at, name in enumerate(node_names.values())}
    pages: dict[str, str] = {}
    for edge in scene.edges:
        if page := link(edge):
            pages.setdefault(edge.start, page)
            pages.setdefault(edge.end, page)
    for iri in scene.things:
        graph.add_node(_entity_node(node_names[iri], scene.things[iri], pages.get(iri), bold=iri in scene.asked))
    broken = {key: _broken_rows(panel, marks) for key, panel in scene.panels.items()}
    widths = _panel_widths(scene, broken)
    if scene.column:
        graph.add_node(_table_node("column", _column(scene, broken, widths)))
        return str(graph.to_string())
    # From left to right, Graphviz places the first node at the bottom.
    for key in reversed(broken) if scene.stacked else broken:
        graph.add_node(_table_node(node_names[key], _table(broken[key], widths[key])))
    parallel: dict[tuple[str, str, str], list[DrawnEdge]] = {}
    for edge in scene.edges:
        parallel.setdefault((node_names[edge.start], node_names[edge.end], edge.line), []).append(edge)
    for (start, end, line), edges in sorted(
        parallel.items(), key=lambda item: [numbers[item[0][0]], numbers[item[0][1]], item[0][2]]
    ):
        arrow = _edge(start, end, line, edges, marks)
        # An arrow at a panel is one at its heading, and not at the row that stands at half its height.
        if edges[0].start in scene.panels:
            arrow.set("tailport", dot_string("head:e"))
        if edges[0].end in scene.panels:
            arrow.set("headport", dot_string("head:w"))
        graph.add_edge(arrow)
    return str(graph.to_string())


def _entity_node(name: str, thing: Entity, page: str | None, *, bold: bool) -> Any:
    """Return an entity as a node whose size fits its label; `page` is what it links to."""
    import pydot

    look = look_of(thing.kind)
    shape = look.shape
    lines = _balanced(terminal(thing.label), 16)
    margin = {"ellipse": 38, "hexagon": 38 + 18 * len(lines)}.get(shape, 20)
    node_width = max(map(width, lines)) * FONT * 0.54 + margin + _MARK
    node_height = len(lines) * FONT * 1.35 + (20 if shape == "ellipse" else 12)
    node = pydot.Node(
        name,
        label=dot_string(*lines),
        shape="box" if shape == "rounded" else shape,
        style=dot_string("filled,rounded" if shape == "rounded" else "filled"),
        fillcolor=dot_string(look.fill),
        color=dot_string(EDGE if bold else look.rim),
        width=f"{node_width / 72:.3f}",
        height=f"{node_height / 72:.3f}",
        penwidth="2.5" if bold else "1",
        tooltip=dot_string(f"{terminal(thing.label)} · {terminal(thing.kind_label)}"),
    )
    node.set("class", dot_string(look.mark))
    if page:
        node.set("URL", dot_string(page))
    return node


def _edge(start: str, end: str, line: str, edges: Sequence[DrawnEdge], marks: dict[str, str]) -> Any:
    """Return edges of one kind of line between two nodes as one arrow, with a label for each relation."""
    import pydot

    by_label: dict[str, list[DrawnEdge]] = {}
    for edge in edges:
        by_label.setdefault(terminal(edge.label), []).append(edge)
    labels = [
        f"{label} {marks_of([passage for edge in labelled for passage in edge.evidence], marks)}".rstrip()
        for label, labelled in by_label.items()
        if label
    ]
    if line == "inferred" and labels:
        labels[0] = "◇ " + labels[0]
    page = next(filter(None, map(link, edges)), None)
    # An edge without a claim has a relation but no line.
    look = line_of(line)
    hint = dot_string(" · ".join(dict.fromkeys(filter(None, map(tooltip, edges)))))
    arrow = pydot.Edge(
        start,
        end,
        label=_label_table(labels),
        tooltip=hint,
        labeltooltip=hint,
        style=dot_string(look.style if line in LINES or edges[0].relation else "invis"),
        color=dot_string(look.colour),
        penwidth=f"{look.width * 0.75:g}",
    )
    if page:
        arrow.set("URL", dot_string(page))
    return arrow


def _broken_rows(panel: Panel, marks: dict[str, str]) -> _BrokenRows:
    """Return the heading of a panel, its rows and its note, each with its text broken into lines."""
    note = [Row(panel.note)] if panel.note else []
    return [(row, _row_lines(row, marks)) for row in (panel.head, *panel.rows, *note)]


def _row_lines(row: Row, marks: dict[str, str]) -> list[str]:
    sign = "◇ " if row.line == "inferred" else ""
    return _balanced(f"{sign}{terminal(row.words)} {marks_of(row.evidence, marks)}".strip(), _PANEL_COLUMNS)


def _panel_widths(scene: Scene, broken: dict[str, _BrokenRows]) -> dict[str, float]:
    """Return the width of each panel: panels in columns have one width, and so have stacked ones of one kind."""
    groups = {
        key: "" if scene.column else panel.head.thing.kind if scene.stacked and panel.head.thing else key
        for key, panel in scene.panels.items()
    }
    widest: dict[str, float] = {}
    for key, group in groups.items():
        widest[group] = max(widest.get(group, 0.0), _needed_width(broken[key]))
    return {key: widest[group] for key, group in groups.items()}


def _needed_width(rows: Iterable[tuple[Row, list[str]]]) -> float:
    """Return the width that a panel needs, in points."""
    columns = (label_columns(line) * 1.04 + 3 * row.depth for row, lines in rows for line in lines)
    return max(120.0, max(columns) * FONT * 0.5 + 18)


def _table(rows: _BrokenRows, panel_width: float) -> str:
    """Return a panel as a table: the heading, then a cell for each row."""
    (head, head_lines), *others = rows
    cells = [_cell(head, head_lines, panel_width, top=True)]
    cells += [_cell(row, lines, panel_width) for row, lines in others]
    return f'<TABLE BORDER="1" COLOR="{RULE}" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">{"".join(cells)}</TABLE>'


def _table_node(name: str, table: str) -> Any:
    """Return a node that consists of a table."""
    import pydot

    node = pydot.Node(name, label=f"<{table}>", shape="plain", style=dot_string(""), fixedsize="false")
    node.set("class", dot_string("panel"))
    return node


def _column(scene: Scene, broken: dict[str, _BrokenRows], widths: dict[str, float]) -> str:
    """Return the panels of a scene in one column, as a table."""
    gap = f'<TR><TD HEIGHT="{_GAP}">{"▼" if scene.spine else ""}</TD></TR>'
    rows = [f"<TR><TD>{_table(broken[key], widths[key])}</TD></TR>" for key in scene.column]
    return f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0">{gap.join(rows)}</TABLE>'


def _cell_height(lines: Sequence[str]) -> int:
    return 5 + 18 * len(lines)


def _cell(row: Row, lines: Sequence[str], panel_width: float, *, top: bool = False) -> str:
    """Return a row of a panel as a row of a table; `top` is for the heading."""
    fill = look_of(row.thing.kind).fill if row.thing else ("#ffffff" if not top else PLAIN.fill)
    style, colour = line_of(row.line)[:2]
    words = "".join(f'{xml_references(line)}<BR ALIGN="LEFT"/>' for line in lines)
    if not row.thing and not top:
        words = f'<FONT COLOR="{QUIET}">{words}</FONT>' if not row.evidence else words
    border = f' BORDER="1" STYLE="{style.upper()}" COLOR="{colour}"' if row.line else ""
    page, hint = link(row), tooltip(row)
    more = f' HREF="{xml_references(page)}"' if page else ""
    more += f' TOOLTIP="{xml_references(hint)}"' if hint else ""
    cell_width = panel_width - 18 * row.depth
    port = ' PORT="head"' if top else ""
    cell = (
        f'<TD{port} FIXEDSIZE="TRUE" WIDTH="{cell_width:.0f}" HEIGHT="{_cell_height(lines)}" ALIGN="LEFT" BALIGN="LEFT"'
        f' BGCOLOR="{fill}"{border}{more}>{f"<B>{words}</B>" if top else words}</TD>'
    )
    if not row.depth:
        return f"<TR>{cell}</TR>"
    inner = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"><TR>{cell}</TR></TABLE>'
    return f'<TR><TD ALIGN="RIGHT" CELLPADDING="0">{inner}</TD></TR>'


def _balanced(label: str, most: int) -> list[str]:
    """Break a label into lines of about one length, at most `most` columns. A longer ASCII word stays whole."""
    words = [width(word) for word in label.split() if word.isascii()]
    most = max([most, *words])
    lines = wrap(label, most)
    least = max([6, *words])
    while most > least and len(wrap(label, most - 1)) == len(lines):
        most -= 1
    return wrap(label, most)


def _label_table(labels: Iterable[str]) -> str:
    """Return the labels of an edge as a table with cells as large as their text: engines cannot measure Chinese."""
    rows = "".join(
        f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{label_width(label)}" HEIGHT="16" ALIGN="LEFT">'
        f"{xml_references(label)}</TD></TR>"
        for label in labels
    )
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">{rows}</TABLE>>' if rows else '""'
