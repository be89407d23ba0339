"""Find what is next to each thing under some filters, without reading all of a large graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..escape import sparql_iri
from ..graph.edge_arrays import edge_arrays
from ..graph.plain_triples import edges_beside, has_claims
from ..model.claim import rank
from ..names.entities import with_names
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

WHOLE = 50_000  # triples up to which all edges are read; in a larger graph only those that a search reaches


class EdgeRow(NamedTuple):
    """An edge as it is read from the graph.

    Attributes:
        subject: The IRI of the thing that it starts from.
        object: The IRI of the thing that it leads to.
        predicate: The IRI of its relation.
        status: The status of its claim. Empty without a claim.
        basis: The basis of its claim. Empty without a claim.
        claim: The IRI of its claim. Empty without a claim.
    """

    subject: str
    object: str
    predicate: str
    status: str = ""
    basis: str = ""
    claim: str = ""


class Adjacency:
    """The edges around each thing, under some filters.

    In a small graph all edges are read at once; in a large one, or at an endpoint, those around a thing are read when
    they are asked for.
    """

    def __init__(
        self,
        city: CityGraph,
        ends: tuple[str, str],
        *,
        relations: frozenset[str],
        avoid: frozenset[str],
        inferred: bool,
        directed: bool,
    ) -> None:
        self.city, self.ends, self.relations, self.avoid, self.directed = city, ends, relations, avoid, directed
        self.inferred = inferred
        self.found: dict[str, dict[str, list[EdgeRow]]] = {}
        size = city.size()
        self.whole = size is not None and size <= WHOLE
        if self.whole:
            all_of = edge_arrays(city, inferred=inferred)
            for at, (one, other) in enumerate(all_of.pairs()):
                claim = (all_of.status[at], all_of.basis[at], all_of.claims[at]) if all_of.claims else ()
                predicate = all_of.predicates[all_of.relations[at]]
                edge = EdgeRow(all_of.nodes[one], all_of.nodes[other], predicate, *claim)
                if self._is_kept(edge):
                    self.found.setdefault(edge.subject, {}).setdefault(edge.object, []).append(edge)
                    self.found.setdefault(edge.object, {}).setdefault(edge.subject, []).append(edge)

    def fetch(self, things: Iterable[str]) -> None:
        """Read the edges around some things, unless they are read already.

        Args:
            things: The IRIs of the things.
        """
        missing = [thing for thing in things if thing not in self.found]
        if self.whole or not missing:
            return
        asked, claims = list(map(sparql_iri, missing)), has_claims(self.city)
        for thing in missing:
            self.found[thing] = {}
        if claims:
            found = dict.fromkeys(self.city.select_iris("around", entity=asked))
            said = {(row[0], row[2], row[1]) for row in found if local(row[4]) != "inferred"}
            found |= {(s, o, p, "", "", ""): None for s, p, o in edges_beside(self.city, said, missing)}
        else:
            found = dict.fromkeys(self.city.select_iris("plain-around", subject=asked, object=asked))
            known = with_names(self.city, {end for row in found for end in row[:2]})
            found = {row: None for row in found if row[0] in known and row[1] in known}
        for row in found:
            edge = EdgeRow(*row[:3], *map(local, row[3:5]), *row[5:])
            if self._is_kept(edge):
                for near, far in ((edge.subject, edge.object), (edge.object, edge.subject)):
                    if near in self.found and near in missing:
                        self.found[near].setdefault(far, []).append(edge)

    def _is_kept(self, edge: EdgeRow) -> bool:
        """Return whether an edge passes the filters. A loop never does."""
        if edge.subject == edge.object or (edge.basis == "inferred" and not self.inferred):
            return False
        return not self.relations or edge.predicate in self.relations

    def around(self, thing: str) -> dict[str, list[EdgeRow]]:
        """Return what is next to a thing.

        Args:
            thing: The IRI of the thing.

        Returns:
            For the IRI of each thing next to it: the edges between the two, in either direction. Empty if there are
            none.
        """
        self.fetch([thing])
        return self.found.get(thing, {})

    def passable(self, thing: str) -> bool:
        """Return whether a path may pass through a thing.

        Args:
            thing: The IRI of the thing.

        Returns:
            False if the filters avoid it, unless it is one of the ends of the path.
        """
        return thing in self.ends or thing not in self.avoid

    def hop(self, thing: str, other: str) -> list[EdgeRow]:
        """Return the edges by which a path can go from one thing to another.

        Args:
            thing: The IRI of the thing where the hop starts.
            other: The IRI of the thing where it ends.

        Returns:
            The edges, stated before inferred, then by status. If the search is directed, only those whose subject is
            `thing`.
        """
        between = self.around(thing).get(other, ())
        edges = {edge for edge in between if not self.directed or edge.subject == thing}
        return sorted(edges, key=lambda edge: (edge.basis == "inferred", rank(edge.status), edge))
