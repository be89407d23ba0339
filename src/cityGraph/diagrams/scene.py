"""The parts that a diagram is made of, and the styles that they are drawn in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..escape import terminal
from ..render.columns import width
from ..render.rows import status_of
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Entity, Passage

INK = "#1a1a1a"
FAINT = "#808080"
EDGE_FONT = 9  # points
# A line by status: a style of Graphviz (https://graphviz.org/docs/attr-types/style/), a colour, the dashes of SVG.
LINES = {
    "realised": ("solid", INK, ""),
    "planned": ("dashed", INK, "6,3"),
    "targeted": ("dotted", INK, "1.5,3"),
    "inferred": ("dashed", FAINT, "2,2"),
}
# Kinds by shape and fill. The fills are light enough for black words and for print in grey.
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
    """An edge as it is drawn.

    Attributes:
        start: Where it begins: the IRI of an entity, or the key of a panel.
        end: Where it ends, in the same way.
        relation: The IRI of its relation. Empty if it is not drawn and only places one panel beside another.
        label: The words on it. Empty if it has none.
        line: How it is drawn: a key of `LINES`, a status or ``inferred``. Empty if it is not drawn.
        evidence: The passages that state it.
        because: The reason, if it is inferred.
        status: ``realised``, ``planned`` or ``targeted``, of an inferred edge too. Empty if it is not drawn.
    """

    start: str
    end: str
    relation: str
    label: str
    line: str
    evidence: tuple[Passage, ...]
    because: str | None
    status: str = ""


class Row(NamedTuple):
    """A line of a panel.

    Attributes:
        words: The text.
        thing: The entity that the text names, if any. Its kind gives the fill.
        line: How the border is drawn: a key of `LINES`. Empty for no border.
        evidence: The passages that state it.
        because: The reason, if it is inferred.
        depth: How many steps it is indented.
    """

    words: str
    thing: Entity | None = None
    line: str = ""
    evidence: tuple[Passage, ...] = ()
    because: str | None = None
    depth: int = 0


class Panel(NamedTuple):
    """A box with a heading and a list.

    Attributes:
        head: The heading: an entity, or words such as a year.
        rows: The list below it.
        note: A remark below the list, such as that the list is empty. Empty for none.
    """

    head: Row
    rows: tuple[Row, ...]
    note: str = ""


class Scene(NamedTuple):
    """Everything that one diagram shows, before it is laid out.

    Attributes:
        things: The entities that are drawn on their own, by IRI.
        edges: The edges between entities and panels.
        panels: The panels by key. The keys are those that `edges` name.
        asked: The IRIs of the entities that are drawn bold.
        stacked: Place panels that no edge connects below one another.
        columns: The keys of the panels to place in columns, in order. Empty to let the edges place them.
        spine: Draw an arrow from each panel of a column to the next.
    """

    things: dict[str, Entity]
    edges: Sequence[DrawnEdge]
    panels: dict[str, Panel]
    asked: frozenset[str] = frozenset()
    stacked: bool = False
    columns: tuple[str, ...] = ()
    spine: bool = False

    def rows(self) -> Iterator[Row]:
        """Yield the heading and the rows of each panel.

        Yields:
            The rows in drawing order, without notes.
        """
        for panel in self.panels.values():
            yield panel.head
            yield from panel.rows

    def passages(self) -> Iterator[Passage]:
        """Yield the evidence of everything drawn.

        Yields:
            The passages in drawing order, the edges first. A passage may come more than once.
        """
        for edge in self.edges:
            yield from edge.evidence
        for row in self.rows():
            yield from row.evidence

    def shown(self) -> list[Entity]:
        """List the entities that are drawn, on their own or in a panel.

        Returns:
            The entities, each once.
        """
        listed = [row.thing for row in self.rows() if row.thing]
        return list({thing.iri: thing for thing in (*self.things.values(), *listed)}.values())

    def lines(self) -> set[str]:
        """Return the kinds of line that occur.

        Returns:
            Keys of `LINES`.
        """
        return ({edge.line for edge in self.edges} | {row.line for row in self.rows()}) & LINES.keys()


def source_marks(scene: Scene) -> dict[str, str]:
    """Give each source of a diagram a mark, such as ①.

    Args:
        scene: The diagram.

    Returns:
        The marks by the IRI of the source, in drawing order. Empty if there are fewer than two sources: one source
        needs no mark.
    """
    sources = list(dict.fromkeys(passage.source for passage in scene.passages()))
    return {source: _mark(number) for number, source in enumerate(sources, 1)} if len(sources) > 1 else {}


def _mark(number: int) -> str:
    """Return a number in a circle or, above 50, where Unicode has none, in brackets."""
    for first, start in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        if first <= number < {1: 21, 21: 36, 36: 51}[first]:
            return chr(start + number - first)
    return f"({number})"


def marks_of(evidence: Iterable[Passage], marks: dict[str, str]) -> str:
    """Return the marks of the sources of some passages.

    Args:
        evidence: The passages.
        marks: The mark of each source, from `source_marks`.

    Returns:
        The marks, each once, in the order of the passages. Empty without marks.
    """
    return "".join(marks.get(source, "") for source in dict.fromkeys(passage.source for passage in evidence))


def tooltip(part: DrawnEdge | Row) -> str:
    """Return what a reader sees when the pointer rests on a part.

    Args:
        part: An edge or a row.

    Returns:
        The title of each source with its quote, then the reason if the part is inferred. Empty without either.
    """
    quotes = dict.fromkeys(f"{passage.source_title} 「{passage.phrase}」" for passage in part.evidence)
    return " · ".join(map(terminal, [*quotes, *([part.because] if part.because else [])]))


def link(part: DrawnEdge | Row) -> str | None:
    """Return the address of the first quote of a part that has one.

    Args:
        part: An edge or a row.

    Returns:
        An address that begins with ``http://`` or ``https://``, or None. A browser could run other addresses, such
        as ``javascript:``.
    """
    pages = (passage.url for passage in part.evidence if passage.url)
    return next((url for url in pages if url.lower().startswith(("https://", "http://"))), None)


def legend(scene: Scene, language: str) -> list[tuple[str, str, str]]:
    """List what the fills and lines of a diagram mean.

    Args:
        scene: The diagram.
        language: The language of the words: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        What occurs in the diagram, fills first. Each is (``fill``, colour, words) or (``line``, key of `LINES`,
        words).
    """
    fills: dict[str, list[str]] = {}
    for kind, label in sorted({(thing.kind, thing.kind_label) for thing in scene.shown() if thing.kind}):
        fills.setdefault(LOOKS.get(kind, PLAIN)[1], []).append(label)
    words = WORDS[language]
    return [
        *(("fill", fill, words["comma"].join(labels)) for fill, labels in fills.items()),
        *(("line", line, status_of(line, words)) for line in LINES if line in scene.lines()),
    ]


def caption(scene: Scene, language: str) -> str:
    """Return the line that names the sources of a diagram.

    Args:
        scene: The diagram.
        language: The language of the words: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The titles in drawing order, each after its mark if there are several. Empty without sources.
    """
    words, marks = WORDS[language], source_marks(scene)
    titles = {passage.source: passage.source_title for passage in scene.passages()}
    # A space that does not break keeps a mark on the line of its title.
    listed = [f"{marks[source]}\xa0{terminal(title)}" if marks else terminal(title) for source, title in titles.items()]
    return str(words["drawn_from"]) + words["comma"].join(listed) if listed else ""


def label_columns(text: str) -> int:
    """Return how many columns a text takes in a diagram.

    Args:
        text: One line.

    Returns:
        The width of the terminal (see `render.columns.width`), with two columns for each sign above U+2200, such as a
        number in a circle: the font draws those as wide as a Chinese character.
    """
    return width(text) + sum(width(c) == 1 for c in text if c > "\u2200")


def label_width(label: str) -> int:
    """Return how wide the label of an edge is drawn.

    Args:
        label: One line.

    Returns:
        The width in points, with a small margin.
    """
    return round(label_columns(label) * EDGE_FONT * 0.54) + 4
