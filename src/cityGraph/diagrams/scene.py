"""What a picture contains, and the one table of styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..escape import terminal
from ..render.columns import width
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity, Passage

INK = "#1a1a1a"
FAINT = "#808080"
EDGE_FONT = 9
# How a line is drawn by what it says: a style of Graphviz, a colour, the dashes of SVG.
LINES = {
    "realised": ("solid", INK, ""),
    "planned": ("dashed", INK, "6,3"),
    "targeted": ("dotted", INK, "1.5,3"),
    "inferred": ("dashed", FAINT, "2,2"),
}
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


class DrawnEdge(NamedTuple):
    """A tie as it is drawn, between things or panels by their keys: its words, its line, and who says it."""

    start: str
    end: str
    relation: str
    label: str
    line: str
    evidence: tuple[Passage, ...]
    because: str | None


class Row(NamedTuple):
    """A line of a panel: words, the thing that they name, the line around it, and who says it."""

    words: str
    thing: Entity | None = None
    line: str = ""
    evidence: tuple[Passage, ...] = ()
    because: str | None = None
    depth: int = 0


class Panel(NamedTuple):
    """A thing, or a heading, and what is listed under it; `note` stands where nothing is."""

    head: Row
    rows: tuple[Row, ...]
    note: str = ""


class Scene(NamedTuple):
    """All that is drawn.

    `things` and `panels` are found by the keys that ties name, `asked` are drawn bold; `stacked`
    sets what is not tied together one under the other; `columns` are panels in their order, to be set in columns, and
    `spine` says that one follows on the other.
    """

    things: dict[str, Entity]
    ties: Sequence[DrawnEdge]
    panels: dict[str, Panel]
    asked: frozenset[str] = frozenset()
    stacked: bool = False
    columns: tuple[str, ...] = ()
    spine: bool = False

    def rows(self) -> Iterator[Row]:
        """The heads and rows of all panels."""
        for panel in self.panels.values():
            yield panel.head
            yield from panel.rows

    def passages(self) -> Iterator[Passage]:
        """Who says what is drawn, in the order in which it is drawn."""
        for tie in self.ties:
            yield from tie.evidence
        for row in self.rows():
            yield from row.evidence

    def shown(self) -> list[Entity]:
        """The things that are drawn, each once."""
        listed = [row.thing for row in self.rows() if row.thing]
        return list({thing.iri: thing for thing in (*self.things.values(), *listed)}.values())

    def lines(self) -> set[str]:
        """The lines that occur."""
        return ({tie.line for tie in self.ties} | {row.line for row in self.rows()}) & LINES.keys()


def line_of(claim: Claim) -> str:
    """How a claim is drawn: by its status, or as inferred."""
    return "inferred" if claim.basis == "inferred" else claim.status


def marks(scene: Scene) -> dict[str, str]:
    """A mark for each source, by its IRI, in the order in which they are drawn; none where there is one source."""
    sources = list(dict.fromkeys(passage.source for passage in scene.passages()))
    return {source: _mark(at) for at, source in enumerate(sources, 1)} if len(sources) > 1 else {}


def _mark(number: int) -> str:
    """A circled number, as far as Unicode has them."""
    for first, start in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        if first <= number < {1: 21, 21: 36, 36: 51}[first]:
            return chr(start + number - first)
    return f"({number})"


def marked(evidence: Iterable[Passage], known: dict[str, str]) -> str:
    """The marks of the sources that say it."""
    return "".join(known.get(source, "") for source in dict.fromkeys(passage.source for passage in evidence))


def told(part: DrawnEdge | Row) -> str:
    """What is shown where a reader points at a part: each source with its words, or the reason of an inference."""
    said = dict.fromkeys(f"{passage.source_title} 「{passage.phrase}」" for passage in part.evidence)
    return " · ".join(map(terminal, [*said, *([part.because] if part.because else [])]))


def link(part: DrawnEdge | Row) -> str | None:
    """Where the words stand in the page, if anywhere; an address that a browser would run is none."""
    pages = (passage.url for passage in part.evidence if passage.url)
    return next((url for url in pages if url.lower().startswith(("https://", "http://"))), None)


def legend(scene: Scene, language: str) -> list[tuple[str, str, str]]:
    """What occurs, and nothing else, as (``fill`` or ``line``, colour or line, words): kinds, then lines."""
    fills: dict[str, list[str]] = {}
    for kind, label in sorted({(thing.kind, thing.kind_label) for thing in scene.shown() if thing.kind}):
        fills.setdefault(LOOKS.get(kind, PLAIN)[1], []).append(label)
    words = WORDS[language]
    names = dict(zip(LINES, words["status"], strict=True))
    return [
        *(("fill", fill, words["comma"].join(labels)) for fill, labels in fills.items()),
        *(("line", line, names[line]) for line in LINES if line in scene.lines()),
    ]


def caption(scene: Scene, language: str) -> str:
    """The sources of what is drawn, each by its label, after its mark if there are several."""
    words, known = WORDS[language], marks(scene)
    titles = {passage.source: passage.source_title for passage in scene.passages()}
    # A mark stays on the line of its title.
    listed = [f"{known[source]}\xa0{terminal(title)}" if known else terminal(title) for source, title in titles.items()]
    return str(words["drawn_from"]) + words["comma"].join(listed) if listed else ""


def columns_of(text: str) -> int:
    """The columns of `text` where a circled number takes two, as it does in print."""
    return width(text) + sum(width(c) == 1 for c in text if c > "\u2200")


def across(label: str) -> int:
    """How wide the label of a tie is drawn, in points."""
    return round(columns_of(label) * EDGE_FONT * 0.54) + 4
