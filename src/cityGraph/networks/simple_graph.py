"""Build the simple undirected graph that measures run on, without hubs."""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.edge_arrays import EdgeArrays, edge_arrays
from ..graph.filters import relation_iris
from ..names.entities import entities, entity_of
from ..namespaces import local
from . import arrays, measures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.claim import Entity
    from ..store.city import CityGraph

# Hubs are few, are connected to many, and stand out: see `hubs_of`.
FEW, MANY, TIMES = 0.1, 0.1, 2


class Network:
    """The simple undirected graph of some edges: at most one pair for any two things, no loops.

    Unless `hub` is true, hubs are left out: they are close to everything and would hide all other differences.
    """

    def __init__(self, edges: EdgeArrays, *, hub: bool) -> None:
        n, pairs = len(edges.nodes), measures.simple(edges.starts, edges.ends)
        hubs = set() if hub else hubs_of([round(share * (n - 1)) for share in measures.degree(n, pairs)])
        self.left_out = [edges.nodes[node] for node in sorted(hubs)]
        kept = [node for node in range(n) if node not in hubs]
        self.nodes = [edges.nodes[node] for node in kept]
        self.number = {iri: at for at, iri in enumerate(self.nodes)}
        self.pairs = self.pairs_of(edges) if hubs else pairs

    def pairs_of(self, edges: EdgeArrays) -> measures.Pairs:
        """Return the pairs that edges make among the things of this network.

        Args:
            edges: The edges. Those with an end outside the network are left out.

        Returns:
            The pairs of numbers of things, each once, in ascending order.
        """
        ends = [self.number.get(node, -1) for node in edges.nodes]
        kept = [(ends[one], ends[other]) for one, other in edges.pairs() if ends[one] >= 0 and ends[other] >= 0]
        return measures.simple(array("i", (one for one, _ in kept)), array("i", (other for _, other in kept)))

    def hubs(self, city: CityGraph) -> tuple[Entity, ...]:
        """Return the hubs that were left out.

        Args:
            city: The open graph.

        Returns:
            The hubs. Empty if none was left out.
        """
        known = entities(city, self.left_out)
        return tuple(entity_of(known, iri) for iri in self.left_out)


def hubs_of(degrees: Sequence[int]) -> set[int]:
    """Return the hubs of a network.

    Hubs are the things that are connected to most others, if each of them is connected to more than a tenth of all
    things and to more than twice as many as any thing that is no hub, and if they are less than a tenth of all things.
    So no hub is left out of a network in which connections grow evenly from thing to thing, or of one with ten things.

    Args:
        degrees: To how many others each thing is connected, by its number.

    Returns:
        The numbers of the hubs: as many as fulfil the conditions; empty if there is none.

    Examples:
        >>> hubs_of([11, 3, 2, 2] + [1] * 10), hubs_of([5, 4, 3, 2] + [1] * 10)
        ({0}, set())
    """
    n = len(degrees)
    ranked = sorted(range(n), key=lambda thing: -degrees[thing])
    found = 0
    for at, (one, other) in enumerate(pairwise(ranked), 1):
        if at >= FEW * n or degrees[one] <= MANY * n:
            break
        if degrees[one] > TIMES * degrees[other]:
            found = at
    return set(ranked[:found])


def filtered(city: CityGraph, relations: Iterable[str], *, inferred: bool, realised: bool = False) -> EdgeArrays:
    """Return the edges that remain after the filters.

    Args:
        city: The open graph.
        relations: Use only the edges with these relations, by label or local name. Empty uses all, except those that
            only put things under headings.
        inferred: Use inferred claims, too.
        realised: Use only realised claims.

    Returns:
        The edges, at least one.

    Raises:
        CityGraphError: A relation does not exist, no edges are left, or `realised` is asked of a graph without claims.
    """
    edges = edge_arrays(city, inferred=inferred)
    if not len(edges):
        raise CityGraphError("This graph is no network: no edge connects two entities with names.")
    whole = edges
    wanted = {edges.predicates.index(name) for name in relation_iris(city, relations, inferred=inferred)}
    if wanted:
        edges = edges.where(lambda edge: whole.relations[edge] in wanted)
    else:
        headings = {row[0].value for row in city.select("headings")}
        under_headings = {at for at, predicate in enumerate(edges.predicates) if predicate in headings}
        edges = edges.where(lambda edge: whole.relations[edge] not in under_headings) if under_headings else edges
    if realised and not edges.status:
        raise CityGraphError("This graph has no claims, so its edges have no status. --plan-effect needs claims.")
    if realised:
        before = edges
        edges = edges.where(lambda edge: before.status[edge] == "realised")
    if len(edges) > measures.SMALL and not arrays.installed():
        city.note("A large network is measured in plain Python, which is slow. Faster: pip install 'citygraph[large]'")
    if not len(edges):
        relation = (
            f" with the relation {' or '.join(sorted(local(whole.predicates[at]) for at in wanted))}" if wanted else ""
        )
        why = f"no edge{relation} is realised" if realised else "all of them only put entities under headings"
        raise CityGraphError(f"No edges are left: {why}.")
    return edges
