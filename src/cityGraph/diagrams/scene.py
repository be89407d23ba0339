"""The parts that a diagram is made of, and the styles that they are drawn in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..escape import terminal
from ..render.columns import width
from .palette import LINES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..model.claim import Entity, Passage
    from .sheet import Sheet

EDGE_FONT = 12.5  # pixels


class DrawnEdge(NamedTuple):
    """An edge as it is drawn.

    Attributes:
        start: Where it begins: the IRI of an entity, or the key of a panel.
        end: Where it ends, in the same way.
        relation: The IRI of its relation. Empty if it is not drawn and only places one panel beside another.
        label: The words on it. Empty if it has none.
        line: How it is drawn: a key of `palette.LINES`, a status or ``inferred``. Empty if it is not drawn.
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
        line: How the border is drawn: a key of `palette.LINES`. Empty for no border.
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
        column: The keys of the panels to place in one column, in order. Empty to let the edges place them.
        spine: Draw an arrow from each panel of the column to the next.
        title: What was asked.
        counts: How much is shown. Empty counts what is drawn.
        marks: Whether the legend explains the marks of kinds. A picture with one mark needs no legend of marks.
    """

    things: dict[str, Entity]
    edges: Sequence[DrawnEdge]
    panels: dict[str, Panel]
    asked: frozenset[str] = frozenset()
    stacked: bool = False
    column: tuple[str, ...] = ()
    spine: bool = False
    title: str = ""
    counts: str = ""
    marks: bool = True

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
            Keys of `palette.LINES`.
        """
        return ({edge.line for edge in self.edges} | {row.line for row in self.rows()}) & LINES.keys()


class Drawing(NamedTuple):
    """A scene and how it is put on a page.

    Attributes:
        scene: What it shows.
        draw: Draws it on a sheet from a height on, and returns where it ends. None leaves the layout to Graphviz.
    """

    scene: Scene
    draw: Callable[[Sheet, float], float] | None = None


def tooltip(part: DrawnEdge | Row) -> str:
    """Return what a reader sees when the pointer rests on a part.

    Args:
        part: An edge or a row.

    Returns:
        The title of each source with its quote, then the reason if the part is inferred. Empty without either.
    """
    quotes = dict.fromkeys(
        passage.source_title + (f" 「{passage.phrase}」" if passage.phrase else "") for passage in part.evidence
    )
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
    return round(label_columns(label) * EDGE_FONT * 0.54) + 6
