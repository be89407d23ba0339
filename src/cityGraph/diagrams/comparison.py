"""Two cities as a picture: what both name between them, figures beside each other, and below what only one names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..render.comparison_lines import Wording
from ..render.rows import status_of
from .diagram import Diagram
from .dot import as_dot
from .frame import page
from .heading import heading
from .limits import cut
from .palette import LINES
from .scene import DrawnEdge, Panel, Row, Scene
from .side_by_side import Drawer, box_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Entity
    from ..model.comparison import Beside, Comparison, Said

_SIDES = ("first", "second")
_BOXES = 24  # things that both name, each with a box; more are listed in words
_ONLY = {"one": "first", "other": "second"}


def comparison_picture(answer: Comparison, language: str) -> Diagram:
    """Draw two cities side by side: one at the left, one at the right, and between them what both name.

    Args:
        answer: What `compare` returned.
        language: The language of the words: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The picture, as DOT and SVG. A line is solid where a city states a fact, dashed where it has a plan, dotted for
        a target.

    Examples:
        >>> import cityGraph as cg
        >>> drawn = comparison_picture(cg.compare(cg.open(), "太原", "長春"), "zh-Hant")
        >>> drawn.things > 100, drawn.edges
        (True, 0)
    """
    wording = Wording(answer, language)
    scene = _scene(answer, wording)
    shown = heading(scene, language)
    used = scene.lines() | {said.standing for row in _drawn_rows(answer) for said in (*row.first, *row.second)}
    shown = shown._replace(lines=tuple((line, status_of(line, wording.words)) for line in LINES if line in used))
    drawer = Drawer(answer, wording, scene, _boxed(answer))
    finished = page(shown, drawer.draw)
    return Diagram(as_dot(scene), finished, len(scene.shown()), len(scene.edges))


def _scene(answer: Comparison, wording: Wording) -> Scene:
    """Return all that the picture shows: the cities with an edge to each thing that both name, and a list for each."""
    both, boxed = answer.part("things", "both"), _boxed(answer)
    things: dict[str, Entity] = {side: _drawn(getattr(answer, side).city) for side in _SIDES}
    things |= {box_key(at): _drawn(row.topic) for at, row in enumerate(boxed)}
    edges = [_edge(side, box_key(at), getattr(row, side)[0]) for at, row in enumerate(boxed) for side in _SIDES]
    panels = {
        f"only {side}": Panel(Row(wording.told("only_of", city=wording.cities[side])), tuple(_only(answer, side)))
        for side in _SIDES
        if answer.part("things", side)
    }
    drawn = {row.topic.iri for row in boxed}
    if rest := [row for row in both if row.topic.iri not in drawn]:
        panels["also"] = Panel(Row(wording.told("also", n=len(rest))), tuple(map(_of_both, rest)))
    if figures := answer.part("figures", "both"):
        rows = [_figure(row, side, said, wording) for row in figures for side in _SIDES for said in getattr(row, side)]
        panels["figures"] = Panel(Row(wording.told("figures")), tuple(rows))
    counts = wording.told(
        "picture_counts", both=len(both), **{key: len(answer.part("things", side)) for key, side in _ONLY.items()}
    )
    return Scene(things, edges, panels, frozenset(_SIDES), title=wording.told("picture"), counts=counts)


def _drawn_rows(answer: Comparison) -> list[Beside]:
    """Return the rows whose lines and names are drawn."""
    boxed = {row.topic.iri for row in _boxed(answer)}
    return [row for row in answer if row.named == "both" or row.topic.iri in boxed]


def _boxed(answer: Comparison) -> list[Beside]:
    """Return the things that get a box: of each kind the first, so that a long list leaves room for the others."""
    both = answer.part("things", "both")
    place: dict[str, int] = {}
    turns = []
    for row in both:
        place[row.topic.kind] = place.get(row.topic.kind, 0) + 1
        turns.append(place[row.topic.kind])
    kept = set(sorted(range(len(both)), key=lambda at: (turns[at], at))[:_BOXES])
    return [row for at, row in enumerate(both) if at in kept]


def _drawn(thing: Entity) -> Entity:
    return thing.replace(label=cut(thing.label))


def _edge(side: str, key: str, said: Said) -> DrawnEdge:
    claim = said.claims[0]
    return DrawnEdge(side, key, claim.relation.iri, "", said.standing, claim.evidence[:1], claim.because, claim.status)


def _only(answer: Comparison, side: str) -> Iterator[Row]:
    for row in answer.part("things", side):
        said: Said = getattr(row, side)[0]
        thing = _drawn(row.topic)
        yield Row(thing.label, thing, said.standing, said.claims[0].evidence[:1], said.claims[0].because)


def _of_both(row: Beside) -> Row:
    thing = _drawn(row.topic)
    passages = [passage for said in (*row.first, *row.second) for passage in said.claims[0].evidence[:1]]
    return Row(thing.label, thing, "", tuple(dict.fromkeys(passages)))


def _figure(row: Beside, side: str, said: Said, wording: Wording) -> Row:
    text = f"{row.topic.label} · {wording.told('said', city=wording.cities[side], text=wording.said(row, said, side))}"
    return Row(cut(text), None, said.standing, said.claims[0].evidence[:1], said.claims[0].because)
