"""The verb `diagram`: claims around things, a path or a view as a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.claims import claims
from ..graph.filters import known_statuses, narrowed, relation_iris
from ..graph.neighbors import neighbors
from ..model.noun import Noun
from ..names.kinds import is_kind, of_kind
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..networks.paths import paths
from . import raster, svg
from .dot import as_dot
from .limits import refuse_unreadable
from .scene import DrawnEdge, Scene, caption, legend
from .views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.claim import Entity
    from ..model.graph import Neighbor
    from ..model.paths import Hop
    from ..names.labels import Vocabulary
    from ..store.city import CityGraph

_SCREEN = 4 / 3
_COLUMNS = 8


class Diagram(Noun):
    """A drawing: `dot` for any Graphviz, `svg` with legend and caption; `png` and `pdf` are made of that.

    `things` and `ties` count what is drawn. In a notebook it shows itself.
    """

    dot: str
    svg: str
    things: int
    ties: int

    @property
    def missing(self) -> str:
        """The characters that the font of `png` and `pdf` does not have, each once: they are drawn as boxes."""
        return raster.missing(self.svg)

    def png(self) -> bytes:
        """The picture in pixels."""
        return raster.png(self.svg)

    def pdf(self) -> bytes:
        """The picture as a page; its text stays text."""
        return raster.pdf(self.svg)

    def _repr_svg_(self) -> str:
        return self.svg


def diagram(
    city: CityGraph,
    *names: str,
    hops: int = 1,
    path: tuple[str, str] | None = None,
    view: str | None = None,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    avoid: Iterable[str] = (),
    avoid_kinds: Iterable[str] = (),
    inferred: bool = False,
    size: str | None = None,
    every: bool = False,
    program: str | None = None,
) -> Diagram:
    """The ties around things, so many `hops` far, the best `path` between two, or a `view`, as a picture.

    A view is ``chains``, ``positioning``, ``zones``, ``timeline`` or ``ontology``; with names it shows those alone.
    `kinds` and `relations` (local names or labels) are the only ones drawn beside the things asked for, `statuses`
    (``realised``, ``planned``, ``targeted``) the only ties; the things `avoid` and the kinds `avoid_kinds` are left
    out, with what hangs on them alone. `size` is a ratio such as ``16:9``. More than 60 things are refused, since
    nobody can read them, unless `every` asks for all. The same input gives the same bytes. `program` is a system
    ``dot`` to lay out with. Raises `CityGraphError` where nothing is left to draw.

    >>> import cityGraph as cg
    >>> drawn = cg.diagram(cg.open(), "晶科")
    >>> drawn.things, "光伏產業鏈" in drawn.svg.replace(chr(10), "")
    (3, True)
    """
    ratio = _ratio(size) if size else None
    if view:
        if path or [*kinds, *relations, *avoid, *avoid_kinds] or hops != 1:
            raise CityGraphError(
                "a view is drawn whole: it takes names and statuses, no hops, path, kinds or relations"
            )
        scene = _viewed(city, view, names, known_statuses(statuses), inferred=inferred)
    else:
        if bool(names) == bool(path):
            raise CityGraphError("give names to draw around, a path between two, or a view")
        ties, things, asked = _asked(city, names, hops, path, inferred=inferred)
        ties = _narrowed(city, ties, things, asked, kinds, relations, statuses, avoid, avoid_kinds)
        ends = {end for tie in ties for end in (tie.start, tie.end)}
        scene = Scene({iri: things[iri] for iri in ends}, ties, {}, frozenset(asked))
    refuse_unreadable(scene, every=every)
    dot, laid = _laid_out(scene, ratio, program)
    drawn = svg.finished(laid, legend(scene, city.language), caption(scene, city.language), ratio)
    return Diagram(dot, drawn, len(scene.shown()), len(scene.ties))


def _ratio(size: str) -> float:
    found = re.fullmatch(r"(\d{1,4})[:x×/](\d{1,4})", size.strip())
    if not found or not (0.2 <= int(found[1]) / (int(found[2]) or 10**9) <= 5):
        raise CityGraphError(f"{size!r} is no size: give a ratio between 1:5 and 5:1, such as 16:9")
    return int(found[1]) / int(found[2])


def _viewed(city: CityGraph, view: str, names: Iterable[str], statuses: set[str], *, inferred: bool) -> Scene:
    if view not in VIEWS:
        raise CityGraphError(f"no view is called {view!r}; there are: {', '.join(VIEWS)}")
    told = [claim for claim in claims(city, inferred=inferred) if not statuses or claim.status in statuses]
    scene = VIEWS[view](city, list(names), told)
    if not (scene.things or scene.panels):
        raise CityGraphError(f"nothing to draw: there is nothing for the view {view!r} in this graph")
    return scene


def _asked(
    city: CityGraph, names: Iterable[str], hops: int, path: tuple[str, str] | None, *, inferred: bool
) -> tuple[list[DrawnEdge], dict[str, Entity], set[str]]:
    """All ties that are asked for, the things at their ends, and the IRIs of those that were named."""
    named = {resolve(city, name).iri for name in (*names, *(path or ()))}
    found: list[tuple[Neighbor | Hop, Entity, Entity]] = []
    if path:
        ways = (hop for way in paths(city, *path, top=1, inferred=inferred) for hop in way.hops)
        found += ((hop, hop.subject, hop.object) for way in ways for hop in (way, *way.others))
    for name in names:
        near = neighbors(city, name, hops=hops, inferred=inferred)
        found += ((t, t.via, t.entity) if t.direction == "out" else (t, t.entity, t.via) for t in near)
    words = vocabulary(city, {tie.relation.iri for tie, _, _ in found})
    drawn: dict[tuple[str, ...], DrawnEdge] = {}
    for tie, start, end in found:
        one = _tie(tie, start, end, words)
        drawn.setdefault((start.iri, end.iri, one.relation, one.line), one)
    return list(drawn.values()), {end.iri: end for _, *ends in found for end in ends}, named


def _tie(tie: Neighbor | Hop, start: Entity, end: Entity, words: Vocabulary) -> DrawnEdge:
    relation = tie.relation.iri
    line = "inferred" if tie.basis == "inferred" else tie.status
    return DrawnEdge(start.iri, end.iri, relation, words.relation(relation, "out"), line, tie.evidence, tie.because)


def _narrowed(
    city: CityGraph,
    ties: list[DrawnEdge],
    things: dict[str, Entity],
    asked: set[str],
    kinds: Iterable[str],
    relations: Iterable[str],
    statuses: Iterable[str],
    avoid: Iterable[str],
    avoid_kinds: Iterable[str],
) -> list[DrawnEdge]:
    """What the filters leave, one after the other; raises `CityGraphError`, which names the one that leaves nothing."""
    if not ties:
        raise CityGraphError("nothing to draw: it has no ties; inferred ones are drawn with --inferred")
    wanted, only = known_statuses(statuses), relation_iris(city, relations)
    gone = {resolve(city, name).iri for name in avoid}
    kinds = list(kinds)
    for kind in avoid_kinds:
        gone |= {thing.iri for thing in of_kind(things.values(), kind)} - asked
    filters: dict[str, Callable[[DrawnEdge], bool]] = {
        "--kind": lambda tie: not kinds or all(end in asked or is_kind(things[end], kinds) for end in tie[:2]),
        "--relation": lambda tie: not only or tie.relation in only,
        "--status": lambda tie: not wanted or tie.line in wanted,
        "--avoid": lambda tie: not gone & {tie.start, tie.end},
    }
    ties = narrowed(ties, filters, "nothing to draw", "ties")
    return _reached(ties, asked) if gone else ties


def _reached(ties: list[DrawnEdge], asked: set[str]) -> list[DrawnEdge]:
    """The ties that still lead to the things asked for."""
    near: dict[str, set[str]] = {}
    for tie in ties:
        near.setdefault(tie.start, set()).add(tie.end)
        near.setdefault(tie.end, set()).add(tie.start)
    reached, frontier = set(asked), set(asked)
    while frontier:
        frontier = {other for one in frontier for other in near.get(one, ())} - reached
        reached |= frontier
    return [tie for tie in ties if tie.start in reached]


def _laid_out(scene: Scene, ratio: float | None, program: str | None) -> tuple[str, str]:
    """The DOT and its layout, of the ways to set it the one whose shape is nearest to the ratio."""
    if not scene.columns:
        ways = [("LR", 1), ("TB", 1)] if ratio and not scene.stacked else [("LR", 1)]
    else:
        ways = [("LR", many) for many in range(1, min(_COLUMNS, len(scene.columns)) + 1)]
    target = ratio or _SCREEN
    best: tuple[float, str, str] | None = None
    for way in ways:
        dot = as_dot(scene, *way)
        laid = svg.laid_out(dot, program)
        off = svg.shape(laid) / target
        if best is None or max(off, 1 / off) < best[0]:
            best = max(off, 1 / off), dot, laid
        elif scene.columns:
            break
    assert best
    return best[1:]
