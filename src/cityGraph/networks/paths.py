"""The verb `paths`: the best routes between two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.edge_arrays import edge_arrays
from ..graph.filters import relation_iris
from ..model.paths import Paths
from ..names.entities import entities
from ..names.kinds import of_kind
from ..names.resolve import resolve
from .adjacency import Adjacency
from .hops import paths_of
from .k_shortest import Field, routes_through

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


def paths(
    city: CityGraph,
    start: str,
    end: str,
    *,
    top: int = 3,
    max_hops: int = 6,
    via: Iterable[str] = (),
    avoid: Iterable[str] = (),
    avoid_kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    inferred: bool = False,
    directed: bool = False,
    plain: bool = False,
) -> Paths:
    """The `top` best loopless paths of at most `max_hops` hops, best first; each hop keeps its claims.

    `via` are things that a path must pass, `avoid` things and `avoid_kinds` kinds that it must not; `relations` the
    only relations (label or local name); `directed` follows ties from subject to object alone; `plain` counts hops and
    nothing else. On a graph of more than 50 000 triples they are the best of those that are at most one hop longer than
    the shortest.

    Raises `NameNotFound`, `AmbiguousName`, and `CityGraphError` where start and end are one thing, where one of them is
    to be passed or avoided, where more than three things are to be passed, or where a relation or a kind is not in the
    graph.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> [[thing.label for thing in path.things] for path in cg.paths(city, "中國寶武", "不鏽鋼", top=1)]
    [['中國寶武', '太鋼', '不鏽鋼']]
    """
    one, other = resolve(city, start), resolve(city, end)
    if one == other:
        raise CityGraphError(f"{start!r} and {end!r} are one thing: {one.label}; a path needs two")
    through = [resolve(city, name).iri for name in via]
    shunned = frozenset(resolve(city, name).iri for name in avoid)
    if {one.iri, other.iri} & {*through, *shunned}:
        raise CityGraphError("an end of the path cannot be passed or avoided: name things in between")
    if len(set(through)) > 3:
        raise CityGraphError(f"at most three things can be passed; {len(set(through))} are given")
    ties = Adjacency(
        city,
        (one.iri, other.iri),
        relations=relation_iris(city, relations, inferred=inferred),
        avoid=shunned | _of_kinds(city, avoid_kinds).difference(through),
        inferred=inferred,
        directed=directed,
    )
    field = Field(ties, one.iri, other.iri, max_hops, plain=plain)
    found = (
        routes_through(ties, [one.iri, *dict.fromkeys(through), other.iri], max_hops, top, field.costs)
        if through
        else field.best(top)
    )
    chosen = tuple(paths_of(city, field.costs, list(found)))
    if chosen or not ties.whole:
        return Paths(one, other, chosen, max_hops)
    near, far = field.reach(one.iri), field.reach(other.iri, back=True)
    if other.iri in near:
        return Paths(one, other, (), max_hops)
    return Paths(one, other, (), max_hops, len(near) - 1, len(far) - 1)


def _of_kinds(city: CityGraph, kinds: Iterable[str]) -> frozenset[str]:
    """The things in the network that are of these kinds."""
    asked = list(kinds)
    known = entities(city, edge_arrays(city, inferred=True).nodes).values() if asked else ()
    return frozenset(thing.iri for kind in asked for thing in of_kind(known, kind))
