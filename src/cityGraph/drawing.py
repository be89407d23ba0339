"""Relationship diagrams: the verb `diagram`. What is drawn, and how it looks; pydot writes it as DOT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import picture
from .edges import relation_iris
from .errors import CityGraphError
from .evidence import neighbors
from .model import Entity, Noun, Passage
from .names import is_kind, resolve
from .routes import paths
from .surface import WORDS
from .terminal import safe, width, wrap
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Neighbor
    from .store import CityGraph
    from .vocabulary import Vocabulary
    from .ways import Hop

READABLE = 60
FONT = 11
TIE_FONT = 9
# Kinds by what they are: shape, and a fill light enough for black words and for print in grey.
_LOOKS = {
    ("ellipse", "#ffe0c2"): ("City",),
    ("box", "#d7eaff"): ("Firm", "LegalEntity"),
    ("hexagon", "#d9f0d9"): ("Chain",),
    ("rounded", "#eef8ea"): ("Segment", "Product", "Industry"),
    ("rounded", "#fff2c4"): ("Zone", "AdministrativeArea", "Place", "Region"),
    ("box", "#eadff5"): ("Project", "Route", "Facility", "Programme", "Plan"),
    ("ellipse", "#ffdbe4"): ("Target", "Indicator", "Observation", "Event"),
    ("hexagon", "#d8f0ee"): ("Positioning", "NamedSet", "Track", "Ambition", "Designation"),
}
LOOKS = {kind: look for look, kinds in _LOOKS.items() for kind in kinds}
PLAIN = ("box", "#f2f2f2")


class Tie(NamedTuple):
    """One tie as it is drawn: which way, in what line, with what words."""

    start: Entity
    end: Entity
    relation: str
    label: str
    status: str
    inferred: bool
    evidence: tuple[Passage, ...]
    because: str | None

    @property
    def line(self) -> str:
        """What the line looks like: its status, or that it is inferred."""
        return "inferred" if self.inferred else self.status


class Diagram(Noun):
    """A drawing: `dot` for any Graphviz, `svg` with legend and caption; `png` and `pdf` are made of that.

    In a notebook it shows itself.
    """

    dot: str
    svg: str
    things: int
    ties: int

    def png(self) -> bytes:
        """The picture in pixels."""
        return picture.png(self.svg)

    def pdf(self) -> bytes:
        """The picture as a page; its text stays text."""
        return picture.pdf(self.svg)

    def _repr_svg_(self) -> str:
        return self.svg


def diagram(
    city: CityGraph,
    *names: str,
    hops: int = 1,
    path: tuple[str, str] | None = None,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
    every: bool = False,
    program: str | None = None,
) -> Diagram:
    """The ties around things, so many `hops` far, or the best `path` between two, as a picture.

    `kinds` and `relations` (local names or labels) are the only ones drawn beside the things asked for, `statuses`
    (``realised``, ``planned``, ``targeted``) the only ties. More than 60
    things are refused, since nobody can read them, unless `every` asks for all. The same input gives the same bytes.
    `program` is a system ``dot`` to lay out with. Raises `CityGraphError` where nothing is left to draw.

    >>> import cityGraph as cg
    >>> drawn = cg.diagram(cg.open(), "晶科")
    >>> drawn.things, "光伏產業鏈" in drawn.svg.replace(chr(10), "")
    (3, True)
    """
    if bool(names) == bool(path):
        raise CityGraphError("give names to draw around, or a path between two")
    ties = list(_on_path(city, path, inferred=inferred) if path else _around(city, names, hops, inferred=inferred))
    asked = {resolve(city, name).iri for name in (*names, *(path or ()))}
    whole = len(ties)
    ties = [tie for tie in ties if _kept(tie, asked, list(kinds))]
    if wanted := set(statuses):
        ties = [tie for tie in ties if tie.status in wanted]
    if only := relation_iris(city, relations):
        ties = [tie for tie in ties if tie.relation in only]
    if not ties:
        why = "the filters leave none of them" if whole else "it has no ties; inferred ones are drawn with --inferred"
        raise CityGraphError(f"nothing to draw: {why}")
    things = {end.iri: end for tie in ties for end in (tie.start, tie.end)}
    if len(things) > READABLE and not every:
        ways = "leave some out (--kind, --relation, fewer --hops), or --all"
        raise CityGraphError(f"{len(things)} things make no readable picture; {ways}")
    dot = _dot(things, ties, asked)
    svg = picture.finished(
        picture.laid_out(dot, program), _legend(things, ties, city.language), _caption(ties, city.language)
    )
    return Diagram(dot, svg, len(things), len(ties))


def _around(city: CityGraph, names: Iterable[str], hops: int, *, inferred: bool) -> Iterable[Tie]:
    found = [tie for name in names for tie in neighbors(city, name, hops=hops, inferred=inferred)]
    words = vocabulary(city, {tie.relation.iri for tie in found})
    drawn: dict[tuple[str, ...], Tie] = {}
    for tie in found:
        start, end = (tie.via, tie.entity) if tie.direction == "out" else (tie.entity, tie.via)
        one = _tie(tie, start, end, words)
        drawn.setdefault((start.iri, end.iri, one.relation, one.line), one)
    return drawn.values()


def _on_path(city: CityGraph, ends: tuple[str, str], *, inferred: bool) -> Iterable[Tie]:
    found = paths(city, *ends, top=1, inferred=inferred)
    hops = [each for path in found for hop in path.hops for each in (hop, *hop.others)]
    words = vocabulary(city, {hop.relation.iri for hop in hops})
    return [_tie(hop, hop.subject, hop.object, words) for hop in hops]


def _tie(tie: Neighbor | Hop, start: Entity, end: Entity, words: Vocabulary) -> Tie:
    relation = tie.relation.iri
    label, inference = words.relation(relation, "out"), tie.basis == "inferred"
    return Tie(start, end, relation, label, tie.status, inference, tie.evidence, tie.because)


def _kept(tie: Tie, asked: set[str], kinds: list[str]) -> bool:
    return not kinds or all(end.iri in asked or is_kind(end, kinds) for end in (tie.start, tie.end))


def _dot(things: dict[str, Entity], ties: list[Tie], asked: set[str]) -> str:
    """The drawing in DOT: sizes from display width, ties of one line between two things merged, in a fixed order."""
    import pydot

    graph = pydot.Dot("citygraph", graph_type="digraph", rankdir="LR", nodesep="0.25", ranksep="0.55", bgcolor="white")
    graph.set_node_defaults(
        fontname="Noto Sans CJK TC", fontsize=str(FONT), fixedsize="true", style="filled", penwidth="0.8"
    )
    graph.set_edge_defaults(fontname="Noto Sans CJK TC", fontsize=str(TIE_FONT), arrowsize="0.7", penwidth="0.9")
    number = {iri: f"n{at}" for at, iri in enumerate(sorted(things))}
    for iri in sorted(things):
        thing = things[iri]
        shape, fill = LOOKS.get(thing.kind, PLAIN)
        lines = _balanced(safe(thing.label))
        across = max(map(width, lines)) * FONT * 0.52 + {"ellipse": 30, "hexagon": 30 + 14 * len(lines)}.get(shape, 16)
        down = len(lines) * FONT * 1.35 + (16 if shape == "ellipse" else 10)
        graph.add_node(
            pydot.Node(
                number[iri],
                label=_quoted("\\n".join(map(_escaped, lines))),
                shape="box" if shape == "rounded" else shape,
                style=_quoted("filled,rounded" if shape == "rounded" else "filled"),
                fillcolor=_quoted(fill),
                width=f"{across / 72:.3f}",
                height=f"{down / 72:.3f}",
                penwidth="2" if iri in asked else "0.8",
                tooltip=_quoted(_escaped(f"{safe(thing.label)} · {safe(thing.kind_label)}")),
            )
        )
    merged: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in ties:
        merged.setdefault((number[tie.start.iri], number[tie.end.iri], tie.line), []).append(tie)
    for (start, end, line), several in sorted(merged.items(), key=lambda each: each[0]):
        labels = list(dict.fromkeys(safe(tie.label) for tie in several))
        if line == "inferred":
            labels[0] = "◇ " + labels[0]
        said = [p for tie in several for p in tie.evidence]
        told = list(dict.fromkeys(f"{p.source_label} 「{p.phrase}」" for p in said)) + [
            t.because for t in several if t.because
        ]
        link = next((p.url for p in said if p.url), None)
        more: dict[str, Any] = {"URL": _quoted(_escaped(link))} if link else {}
        graph.add_edge(
            pydot.Edge(
                start,
                end,
                label=_boxed(labels),
                tooltip=_quoted(_escaped(" · ".join(map(safe, told)))),
                style=_quoted({"realised": "solid", "planned": "dashed", "targeted": "dotted"}.get(line, "dashed")),
                color=_quoted("#808080" if line == "inferred" else picture.INK),
                **more,
            )
        )
    return str(graph.to_string())


def _balanced(label: str) -> list[str]:
    """A label in lines of about one length: none holds a single character, and no word is broken."""
    words = [word for word in label.split() if word.isascii()]
    most = max([16, *map(width, words)])
    lines = wrap(label, most)
    least = max([6, *map(width, words)])
    while most > least and len(wrap(label, most - 1)) == len(lines):
        most -= 1
    return wrap(label, most)


def _boxed(labels: list[str]) -> str:
    """A label as a table of the size that its words will take."""
    rows = "".join(
        f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{_across(label):.0f}" HEIGHT="12">{_markup(label)}</TD></TR>'
        for label in labels
    )
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">{rows}</TABLE>>'


def _across(label: str) -> float:
    return width(label) * TIE_FONT * 0.54 + 4


def _markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _quoted(text: str) -> str:
    return f'"{text}"'


def _legend(things: dict[str, Entity], ties: list[Tie], language: str) -> list[tuple[str, str, str]]:
    """What occurs, and nothing else: kinds by fill, then lines."""
    kinds = sorted({(thing.kind, thing.kind_label) for thing in things.values() if thing.kind})
    fills: dict[str, list[str]] = {}
    for kind, label in kinds:
        fills.setdefault(LOOKS.get(kind, PLAIN)[1], []).append(label)
    words = WORDS[language]
    lines = [line for line in picture.DASHES if any(tie.line == line for tie in ties)]
    names = dict(zip(picture.DASHES, words["status"], strict=True))
    comma = words["comma"]
    return [
        *(("fill", fill, comma.join(labels)) for fill, labels in fills.items()),
        *(("line", line, names[line]) for line in lines),
    ]


def _caption(ties: list[Tie], language: str) -> list[str]:
    """The sources that are drawn, each by its label."""
    titles = list(dict.fromkeys(passage.source_title for tie in ties for passage in tie.evidence))
    comma = WORDS[language]["comma"]
    return [comma.join(map(safe, titles))] if titles else []
