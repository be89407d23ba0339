"""The verb `paths`: find the best paths between two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..graph.edge_arrays import edge_arrays
from ..graph.filters import relation_iris
from ..model.paths import Paths
from ..model.verb import verb
from ..names.entities import entities
from ..names.kinds import known_kinds, of_kind
from ..names.resolve import resolve
from .adjacency import Adjacency
from .hops import paths_of
from .k_shortest import Field, routes_through

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.verb import OfRelation
    from ..store.city import CityGraph


@verb("render.paths.paths_text")
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
    **_also: Unpack[OfRelation],
) -> Paths:
    """Find the best paths between two things. No path passes a thing twice.

    A hop costs 1, or 2 if all its claims are inferred. Passing through a thing costs half the natural logarithm of the
    number of things it is connected to, so that paths through hubs are longer. In a graph of more than 50 000 triples,
    or at an endpoint, only paths that are at most one hop longer than the shortest are compared.

    Args:
        city: An open graph.
        start: The thing where the paths start, by any of its names.
        end: The thing where they end.
        top: The largest number of paths to list.
        max_hops: The largest number of hops in a path.
        via: Up to three things that a path must pass, in any order.
        avoid: Things that a path must not pass.
        avoid_kinds: Kinds of things that a path must not pass, by local name or label. Things in `via` are allowed.
        relations: Use only the edges with these relations, by label or local name. Empty uses all.
        inferred: Use inferred claims, too.
        directed: Follow edges only from subject to object.
        plain: Count only hops: inferred claims and hubs cost nothing extra.

    Returns:
        The paths, best first; each hop has its claims.

    Raises:
        NameNotFound: Nothing has one of the names.
        AmbiguousName: Several things have one of the names.
        CityGraphError: Both ends are the same thing, an end is in `via` or `avoid`, `via` holds more than three things,
            or a relation or kind does not exist in the graph.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> [[thing.label for thing in path.things] for path in cg.paths(city, "中國寶武", "不銹鋼", top=1)]
        [['中國寶武', '太鋼', '不銹鋼']]
    """
    one, other = resolve(city, start), resolve(city, end)
    if one == other:
        raise CityGraphError(f"{short(start)!r} and {short(end)!r} are the same entity: {one.label}. Give two.")
    through = [resolve(city, name).iri for name in via]
    avoided = frozenset(resolve(city, name).iri for name in avoid)
    for thing in (one, other):
        if thing.iri in {*through, *avoided}:
            raise CityGraphError(f"{thing.label} is an end of the path, so it cannot be in --via or --avoid.")
    if len(set(through)) > 3:
        raise CityGraphError(f"--via takes at most 3 entities; got {len(set(through))}.")
    adjacency = Adjacency(
        city,
        (one.iri, other.iri),
        relations=relation_iris(city, relations, inferred=inferred),
        avoid=avoided | _of_kinds(city, avoid_kinds).difference(through),
        inferred=inferred,
        directed=directed,
    )
    field = Field(adjacency, one.iri, other.iri, max_hops, plain=plain)
    found = (
        routes_through(adjacency, [one.iri, *dict.fromkeys(through), other.iri], max_hops, top, field.costs)
        if through
        else field.best(top)
    )
    chosen = tuple(paths_of(city, field.costs, list(found)))
    if chosen or not adjacency.whole:
        return Paths(one, other, chosen, max_hops)
    near, far = field.reach(one.iri), field.reach(other.iri, back=True)
    if other.iri in near:
        return Paths(one, other, (), max_hops)
    return Paths(one, other, (), max_hops, len(near) - 1, len(far) - 1)


def _of_kinds(city: CityGraph, kinds: Iterable[str]) -> frozenset[str]:
    """Return the IRIs of the things in the network that have one of these kinds."""
    asked = known_kinds(city, kinds)
    known = entities(city, edge_arrays(city, inferred=True).nodes).values() if asked else ()
    return frozenset(thing.iri for kind in asked for thing in of_kind(known, kind))
