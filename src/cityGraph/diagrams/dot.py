"""A scene as DOT."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..render.columns import width, wrap
from .scene import EDGE_FONT, INK, LINES, LOOKS, PLAIN, Row, across, columns_of, link, marked, marks, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Entity
    from .scene import DrawnEdge, Panel, Scene

FONT = 11
FACE = "Noto Sans CJK TC"
_GAP = 16  # points between panels in a column
_ROW = 36  # columns of the longest line in a panel


def as_dot(scene: Scene, direction: str = "LR", columns: int = 1) -> str:
    """The scene in DOT: left to right (``LR``) or downwards (``TB``), or its panels in so many columns."""
    import pydot

    graph = pydot.Dot("citygraph", graph_type="digraph", bgcolor="white", nodesep="0.25", ranksep="0.55")
    graph.set("rankdir", direction)
    graph.set_node_defaults(fontname=FACE, fontsize=str(FONT), fixedsize="true", style="filled", penwidth="0.8")
    graph.set_edge_defaults(fontname=FACE, fontsize=str(EDGE_FONT), arrowsize="0.7", penwidth="0.9")
    known = marks(scene)
    number = {key: f"n{at}" for at, key in enumerate((*sorted(scene.things), *scene.panels))}
    pages: dict[str, str] = {}
    for tie in scene.ties:
        if page := link(tie):
            pages.setdefault(tie.start, page)
            pages.setdefault(tie.end, page)
    for iri in sorted(scene.things):
        graph.add_node(_thing(number[iri], scene.things[iri], pages.get(iri), bold=iri in scene.asked))
    listed = {key: _listed(panel, known) for key, panel in scene.panels.items()}
    rooms = _rooms(scene, listed)
    if scene.columns:
        graph.set("ranksep", "0.2")
        for one, other in pairwise(_columns(graph, scene, listed, rooms, columns)):
            graph.add_edge(pydot.Edge(one, other, style="invis"))
        return str(graph.to_string())
    # An engine that runs from left to right sets what is first lowest.
    for key in reversed(listed) if scene.stacked else listed:
        graph.add_node(_tabled(number[key], _table(listed[key], rooms[key])))
    merged: dict[tuple[str, str, str], list[DrawnEdge]] = {}
    for tie in scene.ties:
        merged.setdefault((number[tie.start], number[tie.end], tie.line), []).append(tie)
    for (start, end, line), several in sorted(merged.items(), key=lambda each: each[0]):
        graph.add_edge(_edge(start, end, line, several, known))
    return str(graph.to_string())


def _thing(name: str, thing: Entity, page: str | None, *, bold: bool) -> Any:
    import pydot

    shape, fill = LOOKS.get(thing.kind, PLAIN)
    lines = _balanced(terminal(thing.label), 16)
    across = max(map(width, lines)) * FONT * 0.52 + {"ellipse": 30, "hexagon": 30 + 14 * len(lines)}.get(shape, 16)
    down = len(lines) * FONT * 1.35 + (16 if shape == "ellipse" else 10)
    made = pydot.Node(
        name,
        label=_quoted("\\n".join(map(_escaped, lines))),
        shape="box" if shape == "rounded" else shape,
        style=_quoted("filled,rounded" if shape == "rounded" else "filled"),
        fillcolor=_quoted(fill),
        width=f"{across / 72:.3f}",
        height=f"{down / 72:.3f}",
        penwidth="2" if bold else "0.8",
        tooltip=_quoted(_escaped(f"{terminal(thing.label)} · {terminal(thing.kind_label)}")),
    )
    if page:
        made.set("URL", _quoted(_escaped(page)))
    return made


def _edge(start: str, end: str, line: str, several: Sequence[DrawnEdge], known: dict[str, str]) -> Any:
    import pydot

    labels: dict[str, list[DrawnEdge]] = {}
    for tie in several:
        labels.setdefault(terminal(tie.label), []).append(tie)
    shown = [
        f"{label} {marked([p for tie in ties for p in tie.evidence], known)}".rstrip()
        for label, ties in labels.items()
        if label
    ]
    if line == "inferred" and shown:
        shown[0] = "◇ " + shown[0]
    page = next(filter(None, map(link, several)), None)
    style, colour, _ = LINES.get(line, ("invis", INK, ""))
    hint = _quoted(_escaped(" · ".join(dict.fromkeys(filter(None, map(told, several))))))
    made = pydot.Edge(
        start,
        end,
        label=_boxed(shown),
        tooltip=hint,
        labeltooltip=hint,
        style=_quoted(style),
        color=_quoted(colour),
    )
    if page:
        made.set("URL", _quoted(_escaped(page)))
    return made


Listed = list[tuple[Row, list[str]]]


def _listed(panel: Panel, known: dict[str, str]) -> Listed:
    """The head of a panel, its rows and its note, each with the lines that its words take."""
    note = [Row(panel.note)] if panel.note else []
    return [(row, _lines(row, known)) for row in (panel.head, *panel.rows, *note)]


def _lines(row: Row, known: dict[str, str]) -> list[str]:
    sign = "◇ " if row.line == "inferred" else ""
    return _balanced(f"{sign}{terminal(row.words)} {marked(row.evidence, known)}".strip(), _ROW)


def _rooms(scene: Scene, listed: dict[str, Listed]) -> dict[str, float]:
    """How wide each panel is drawn: in columns as the widest, in a stack as the widest whose head is of its kind."""
    kinds = {
        key: "" if scene.columns else panel.head.thing.kind if scene.stacked and panel.head.thing else key
        for key, panel in scene.panels.items()
    }
    widest: dict[str, float] = {}
    for key, kind in kinds.items():
        widest[kind] = max(widest.get(kind, 0.0), _room(listed[key]))
    return {key: widest[kind] for key, kind in kinds.items()}


def _room(listed: Iterable[tuple[Row, list[str]]]) -> float:
    """How wide a panel has to be."""
    across = (columns_of(line) * 1.04 + 3 * row.depth for row, lines in listed for line in lines)
    return max(96.0, max(across) * FONT * 0.5 + 14)


def _table(listed: Listed, room: float) -> str:
    """A panel: the head, then a row for each thing, all of one width."""
    (head, words), *rows = listed
    cells = [_cell(head, words, room, top=True), *(_cell(row, lines, room) for row, lines in rows)]
    return f'<TABLE BORDER="1" COLOR="{INK}" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">{"".join(cells)}</TABLE>'


def _high(listed: Listed) -> int:
    """How high a panel comes out."""
    return 2 + 3 * (len(listed) + 1) + sum(_down(lines) for _, lines in listed)


def _tabled(name: str, table: str) -> Any:
    import pydot

    made = pydot.Node(name, label=f"<{table}>", shape="plain", style=_quoted(""), fixedsize="false")
    made.set("class", _quoted("panel"))
    return made


def _columns(graph: Any, scene: Scene, listed: dict[str, Listed], rooms: dict[str, float], many: int) -> Iterator[str]:
    """Put the panels into columns of about one height, in their order: each column is one node. Their names."""
    heights = {key: _high(listed[key]) for key in scene.columns}
    columns: list[list[str]] = [[]]
    filled = 0.0
    for key in scene.columns:
        # The next column begins where this one is nearer to its share without the panel than with it.
        if (
            columns[-1]
            and len(columns) < many
            and filled + heights[key] / 2 > sum(heights.values()) / many * len(columns)
        ):
            columns.append([])
        columns[-1].append(key)
        filled += heights[key]
    deep = [sum(heights[key] + _GAP for key in column) for column in columns]
    for at, column in enumerate(columns):
        gap = f'<TR><TD HEIGHT="{_GAP}">{"▼" if scene.spine else ""}</TD></TR>'
        rows = [f"<TR><TD>{_table(listed[key], rooms[key])}</TD></TR>" for key in column]
        # An empty row at the foot makes all as high, so that they begin at one height.
        foot = f'<TR><TD HEIGHT="{max(deep) - deep[at]}"></TD></TR>' if max(deep) > deep[at] else ""
        table = f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0">{gap.join(rows)}{foot}</TABLE>'
        graph.add_node(_tabled(f"c{at}", table))
        yield f"c{at}"


def _down(lines: Sequence[str]) -> int:
    return 4 + 14 * len(lines)


def _cell(row: Row, lines: Sequence[str], room: float, *, top: bool = False) -> str:
    fill = LOOKS.get(row.thing.kind, PLAIN)[1] if row.thing else ("#ffffff" if not top else PLAIN[1])
    style, colour, _ = LINES.get(row.line, ("solid", INK, ""))
    words = "".join(f'{_markup(line)}<BR ALIGN="LEFT"/>' for line in lines)
    if not row.thing and not top:
        words = f'<FONT COLOR="#555555">{words}</FONT>' if not row.evidence else words
    border = f' BORDER="1" STYLE="{style.upper()}" COLOR="{colour}"' if row.line else ""
    page, hint = link(row), told(row)
    more = f' HREF="{_markup(page)}"' if page else ""
    more += f' TOOLTIP="{_markup(hint)}"' if hint else ""
    wide = room - 30 * row.depth * 0.5
    cell = (
        f'<TD FIXEDSIZE="TRUE" WIDTH="{wide:.0f}" HEIGHT="{_down(lines)}" ALIGN="LEFT" BALIGN="LEFT"'
        f' BGCOLOR="{fill}"{border}{more}>{f"<B>{words}</B>" if top else words}</TD>'
    )
    if not row.depth:
        return f"<TR>{cell}</TR>"
    inner = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"><TR>{cell}</TR></TABLE>'
    return f'<TR><TD ALIGN="RIGHT" CELLPADDING="0">{inner}</TD></TR>'


def _balanced(label: str, most: int) -> list[str]:
    """A label in lines of about one length, at most so many columns unless a word is longer: no word is broken."""
    words = [width(word) for word in label.split() if word.isascii()]
    most = max([most, *words])
    lines = wrap(label, most)
    least = max([6, *words])
    while most > least and len(wrap(label, most - 1)) == len(lines):
        most -= 1
    return wrap(label, most)


def _boxed(labels: Iterable[str]) -> str:
    """A label as a table of the size that its words will take."""
    rows = "".join(
        f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{across(label)}" HEIGHT="12" ALIGN="LEFT">{_markup(label)}</TD></TR>'
        for label in labels
    )
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">{rows}</TABLE>>' if rows else '""'


def _markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _quoted(text: str) -> str:
    return f'"{text}"'
