"""The simple undirected graph that measures run on; hubs left out."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.edge_arrays import EdgeArrays, edge_arrays
from ..graph.filters import relation_iris
from ..names.entities import entities, entity_of
from . import measures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Entity
    from ..store.city import CityGraph

STAR = 0.2
FEW = 10  # of so few things none is the centre of a star


class Network:
    """The simple undirected graph of the ties that the filters leave, without the centres of stars unless asked for."""

    def __init__(self, found: EdgeArrays, *, hub: bool) -> None:
        n, pairs = len(found.nodes), measures.simple(found.starts, found.ends)
        centres: set[int] = set()
        if not hub and n > FEW:
            centres = {node for node, share in enumerate(measures.degree(n, pairs)) if share > STAR}
        self.left_out = [found.nodes[node] for node in sorted(centres)]
        kept = [node for node in range(n) if node not in centres]
        self.nodes = [found.nodes[node] for node in kept]
        self.number = {iri: at for at, iri in enumerate(self.nodes)}
        self.pairs = self.pairs_of(found) if centres else pairs

    def pairs_of(self, ties: EdgeArrays) -> measures.Pairs:
        """The pairs of these ties among the things of this network."""
        ends = [self.number.get(node, -1) for node in ties.nodes]
        kept = [(ends[one], ends[other]) for one, other in ties.pairs() if ends[one] >= 0 and ends[other] >= 0]
        return measures.simple(array("i", (one for one, _ in kept)), array("i", (other for _, other in kept)))

    def centres(self, city: CityGraph) -> tuple[Entity, ...]:
        """What was left out."""
        known = entities(city, self.left_out)
        return tuple(entity_of(known, iri) for iri in self.left_out)


def filtered(city: CityGraph, relations: Iterable[str], *, inferred: bool, realised: bool = False) -> EdgeArrays:
    """The ties that the filters leave; says which of them left none."""
    found = edge_arrays(city, inferred=inferred)
    if not len(found):
        raise CityGraphError("the graph ties no two things that have a name: there is no network")
    whole = found
    wanted = {found.predicates.index(name) for name in relation_iris(city, relations, inferred=inferred)}
    if wanted:
        found = found.where(lambda tie: whole.relations[tie] in wanted)
    else:
        headings = {row[0].value for row in city.select("headings")}
        idle = {at for at, predicate in enumerate(found.predicates) if predicate in headings}
        found = found.where(lambda tie: whole.relations[tie] not in idle) if idle else found
    if realised and not found.status:
        raise CityGraphError("the graph makes no claims: what is realised and what is planned cannot be told apart")
    if realised:
        before = found
        found = found.where(lambda tie: before.status[tie] == "realised")
    if not len(found):
        raise CityGraphError("no tie is left: those asked for, by relation or as realised, are none of the graph")
    return found
