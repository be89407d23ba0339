"""The edges around entities or on a path, as they are drawn."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..graph.filters import known_statuses, narrowed, relation_iris
from ..graph.neighbors import neighbors
from ..names.kinds import known_kinds, of_kind
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..networks.paths import paths
from .scene import DrawnEdge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.claim import Entity
    from ..model.graph import Neighbor
    from ..model.paths import Hop
    from ..names.labels import Vocabulary
    from ..store.city import CityGraph


def edges_around(
    city: CityGraph, names: Iterable[str], hops: int, path: tuple[str, str] | None, *, inferred: bool
) -> tuple[list[DrawnEdge], dict[str, Entity], dict[str, Entity]]:
    """Return the edges around some names or on a path.

    Args:
        city: An open graph.
        names: The entities to draw around.
        hops: How many edges to follow from each.
        path: The two ends of a path, or None.
        inferred: Follow inferred edges, too.

    Returns:
        The edges, one for each triple and status; the entities at their ends, by IRI; and those that were named.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several entities have this name.
    """
    asked = {thing.iri: thing for thing in (resolve(city, name) for name in (*names, *(path or ())))}
    found: list[tuple[Neighbor | Hop, Entity, Entity]] = []
    if path:
        steps = (hop for best in paths(city, *path, top=1, inferred=inferred) for hop in best.hops)
        found += ((hop, hop.subject, hop.object) for step in steps for hop in (step, *step.others))
    for name in names:
        near = _in_order(neighbors(city, name, hops=hops, inferred=inferred))
        found += ((n, n.via, n.entity) if n.direction == "out" else (n, n.entity, n.via) for n in near)
    labels = vocabulary(city, {edge.relation.iri for edge, _, _ in found})
    drawn: dict[tuple[str, ...], DrawnEdge] = {}
    for edge, start, end in found:
        new = _drawn_edge(edge, start, end, labels)
        drawn.setdefault((start.iri, end.iri, new.relation, new.status), new)
    return list(drawn.values()), {end.iri: end for _, *ends in found for end in ends}, asked


def _in_order(near: Iterable[Neighbor]) -> list[Neighbor]:
    """Sort the neighbors of each relation by their places in a list, a plan beside a fact; those without come last."""
    found = list(near)
    relations = list(dict.fromkeys((each.hops, each.relation.label) for each in found))

    def place(each: Neighbor) -> int:
        orders = [int(q.value) for q in each.qualifiers if q.name == "order" and q.value.isdecimal()]
        return orders[0] if orders else sys.maxsize

    return sorted(found, key=lambda each: (relations.index((each.hops, each.relation.label)), place(each)))


def _drawn_edge(edge: Neighbor | Hop, start: Entity, end: Entity, labels: Vocabulary) -> DrawnEdge:
    relation = edge.relation.iri
    label = labels.relation(relation, "out")
    return DrawnEdge(start.iri, end.iri, relation, label, edge.standing, edge.evidence, edge.because, edge.status)


def filtered(
    city: CityGraph,
    edges: list[DrawnEdge],
    things: dict[str, Entity],
    asked: dict[str, Entity],
    kinds: Iterable[str],
    relations: Iterable[str],
    statuses: Iterable[str],
    avoid: Iterable[str],
    avoid_kinds: Iterable[str],
) -> list[DrawnEdge]:
    """Return the edges that pass every filter.

    Args:
        city: An open graph.
        edges: The edges, from `edges_around`.
        things: The entities at their ends, by IRI.
        asked: The entities that were named, by IRI.
        kinds: Keep entities of these kinds, and those that were named.
        relations: Keep edges with these relations.
        statuses: Keep edges with these statuses.
        avoid: Leave these entities out, and what is then no longer connected to a named one.
        avoid_kinds: Leave out entities of these kinds in the same way.

    Returns:
        The edges that are left, at least one.

    Raises:
        CityGraphError: A filter leaves none; the message names the first that does.
    """
    wanted, only = known_statuses(city, statuses), relation_iris(city, relations)
    avoided = {resolve(city, name).iri for name in avoid}
    kinds = known_kinds(city, kinds)
    for kind in known_kinds(city, avoid_kinds):
        avoided |= {thing.iri for thing in of_kind(things.values(), kind)} - asked.keys()
    filters: dict[str, Callable[[DrawnEdge], bool]] = {
        "--kind": lambda edge: not kinds or all(end in asked or things[end].kind in kinds for end in edge[:2]),
        "--relation": lambda edge: not only or edge.relation in only,
        "--status": lambda edge: not wanted or edge.status in wanted,
        "--avoid": lambda edge: not avoided & {edge.start, edge.end},
    }
    edges = narrowed(edges, filters, "Nothing to draw", "edges")
    return _connected(edges, asked) if avoided else edges


def _connected(edges: list[DrawnEdge], asked: dict[str, Entity]) -> list[DrawnEdge]:
    """Return the edges that are connected to an entity that was named."""
    adjacent: dict[str, set[str]] = {}
    for edge in edges:
        adjacent.setdefault(edge.start, set()).add(edge.end)
        adjacent.setdefault(edge.end, set()).add(edge.start)
    reached, frontier = set(asked), set(asked)
    while frontier:
        frontier = {other for iri in frontier for other in adjacent.get(iri, ())} - reached
        reached |= frontier
    return [edge for edge in edges if edge.start in reached]
