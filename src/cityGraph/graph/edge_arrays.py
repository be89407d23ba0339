"""Read all edges of a graph as integer arrays."""

from __future__ import annotations

from array import array
from itertools import chain, compress
from typing import TYPE_CHECKING

from ..model.noun import Noun
from ..namespaces import local
from .plain_triples import edges_beside, has_claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..store.city import CityGraph

_MOST_SORTED = 100_000  # edges; more are left in the engine's order, because sorting them takes too long


class EdgeArrays(Noun):
    """All edges of a graph as arrays: one for each claim between two things, and for each triple without a claim.

    Paths and measures read an edge both ways; its direction is kept.

    Attributes:
        nodes: ``(n_nodes,)``, the IRIs of the things.
        predicates: ``(n_relations,)``, the IRIs of the relations.
        starts: ``(n_edges,)``, int32, for each edge the index of its subject in `nodes`.
        ends: ``(n_edges,)``, int32, the index of its object in `nodes`.
        relations: ``(n_edges,)``, int32, the index of its relation in `predicates`.
        status: ``(n_edges,)``, its status, an empty text without a claim; empty if the graph has no claims.
        basis: ``(n_edges,)``, its basis, in the same way.
        claims: ``(n_edges,)``, the IRI of its claim, in the same way.
    """

    nodes: tuple[str, ...]
    predicates: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    relations: array[int]
    status: tuple[str, ...]
    basis: tuple[str, ...]
    claims: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def where(self, keep: Callable[[int], bool]) -> EdgeArrays:
        """Keep some of the edges.

        Args:
            keep: Returns whether to keep an edge, given its index.

        Returns:
            New arrays with these edges, and with the nodes that have one.
        """
        kept = [edge for edge in range(len(self)) if keep(edge)]
        ids: dict[int, int] = {}
        starts = array("i", (ids.setdefault(self.starts[edge], len(ids)) for edge in kept))
        ends = array("i", (ids.setdefault(self.ends[edge], len(ids)) for edge in kept))
        return EdgeArrays(
            tuple(self.nodes[node] for node in ids),
            self.predicates,
            starts,
            ends,
            array("i", (self.relations[edge] for edge in kept)),
            *(
                tuple(column[edge] for edge in kept) if column else ()
                for column in (self.status, self.basis, self.claims)
            ),
        )

    def pairs(self) -> Iterator[tuple[int, int]]:
        """List the two ends of each edge.

        Yields:
            The indices of subject and object in `nodes`.
        """
        return zip(self.starts, self.ends, strict=True)


def edge_arrays(city: CityGraph, *, inferred: bool = False) -> EdgeArrays:
    """Read all edges of a graph. They are read once for each handle.

    Args:
        city: An open graph.
        inferred: Include edges that are inferred rather than stated by a source.

    Returns:
        The edges, sorted by the IRIs of subject, object and relation if there are fewer than 100 000.

    Raises:
        CityGraphError: The graph is an endpoint, which is never read whole.

    Examples:
        >>> import cityGraph as cg
        >>> edges = edge_arrays(cg.open())
        >>> len(edges) > 400, edges.predicates[0].startswith("https://")
        (True, True)
    """
    city.read_here()
    whole: EdgeArrays = city.once("edges", lambda: _read(city))
    if inferred or "inferred" not in whole.basis:
        return whole
    stated: EdgeArrays = city.once("stated edges", lambda: whole.where(lambda edge: whole.basis[edge] != "inferred"))
    return stated


def _read(city: CityGraph) -> EdgeArrays:
    if has_claims(city):
        columns = city.columns("edges", 6)
        said = zip(columns[0], columns[2], columns[1], columns[4], strict=True)
        beside = edges_beside(city, {(s, p, o) for s, p, o, basis in said if local(basis) != "inferred"})
        for subject, predicate, what in beside:
            for column, value in zip(columns, (subject, what, predicate, "", "", ""), strict=True):
                column.append(value)
        return _arrays(columns)
    (named,) = city.columns("all-named", 1)
    return _arrays(city.columns("plain-edges", 3), set(named))


def _arrays(columns: list[list[str]], known: set[str] | None = None) -> EdgeArrays:
    """Make arrays of the columns of a table, keeping the rows with both ends in `known`.

    By column, because a million tuples would keep Python's garbage collector busy.
    """
    if known is not None and not (known.issuperset(columns[0]) and known.issuperset(columns[1])):
        kept = [start in known and end in known for start, end in zip(columns[0], columns[1], strict=True)]
        columns = [list(compress(column, kept)) for column in columns]
    if 0 < len(columns[0]) < _MOST_SORTED:
        # Sorted, because every engine returns them in another order.
        columns = [list(column) for column in zip(*sorted(zip(*columns, strict=True)), strict=True)]
    subjects, objects, predicates = columns[:3]
    nodes = {node: number for number, node in enumerate(dict.fromkeys(chain(subjects, objects)))}
    numbers = {predicate: number for number, predicate in enumerate(dict.fromkeys(predicates))}
    starts, ends = (array("i", map(nodes.__getitem__, column)) for column in (subjects, objects))
    relations = array("i", map(numbers.__getitem__, predicates))
    local_names = {term: local(term) for term in set(chain(*columns[3:5]))}
    status, basis = [tuple(map(local_names.__getitem__, column)) for column in columns[3:5]] or [(), ()]
    claims = tuple(columns[5]) if len(columns) > 5 else ()
    return EdgeArrays(tuple(nodes), tuple(numbers), starts, ends, relations, status, basis, claims)
