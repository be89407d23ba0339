"""All edges of a graph as integer arrays."""

from __future__ import annotations

from array import array
from itertools import chain, compress
from typing import TYPE_CHECKING

from ..model.noun import Noun
from ..namespaces import local
from .plain_triples import has_claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..store.city import CityGraph

ORDERED = 100_000  # ties up to which they are sorted, so that every engine gives the same


class EdgeArrays(Noun):
    """The ties of a graph: `starts`, `ends` and `relations` are indices into `nodes` and `predicates`, by tie.

    `status`, `basis` and `claims` are those of each tie, and empty where the graph makes no claims. A tie is read both
    ways by paths and measures; its direction is kept.
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
        """The ties that `keep` keeps, by number, and the nodes that they have left."""
        kept = [tie for tie in range(len(self)) if keep(tie)]
        ids: dict[int, int] = {}
        starts = array("i", (ids.setdefault(self.starts[tie], len(ids)) for tie in kept))
        ends = array("i", (ids.setdefault(self.ends[tie], len(ids)) for tie in kept))
        return EdgeArrays(
            tuple(self.nodes[node] for node in ids),
            self.predicates,
            starts,
            ends,
            array("i", (self.relations[tie] for tie in kept)),
            *(
                tuple(column[tie] for tie in kept) if column else ()
                for column in (self.status, self.basis, self.claims)
            ),
        )

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The two ends of each tie, by number."""
        return zip(self.starts, self.ends, strict=True)


def edge_arrays(city: CityGraph, *, inferred: bool = False) -> EdgeArrays:
    """The ties of a graph; inferred ones are left out unless `inferred` asks for them.

    >>> import cityGraph as cg
    >>> found = edge_arrays(cg.open())
    >>> len(found) > 400, found.predicates[0].startswith("https://")
    (True, True)
    """
    city.read_here()
    whole: EdgeArrays = city.once("edges", lambda: _read(city))
    if inferred or "inferred" not in whole.basis:
        return whole
    stated: EdgeArrays = city.once("stated edges", lambda: whole.where(lambda tie: whole.basis[tie] != "inferred"))
    return stated


def _read(city: CityGraph) -> EdgeArrays:
    if has_claims(city):
        return _gathered(city.columns("edges", 6))
    return _gathered(city.columns("plain-edges", 3), _named(city))


def _named(city: CityGraph) -> set[str]:
    (found,) = city.columns("all-named", 1)
    return set(found)


def _gathered(found: list[list[str]], known: set[str] | None = None) -> EdgeArrays:
    """The arrays of a table's columns: strings by themselves, since a million tuples keep the collector busy."""
    if known is not None and not (known.issuperset(found[0]) and known.issuperset(found[1])):
        kept = [one in known and other in known for one, other in zip(found[0], found[1], strict=True)]
        found = [list(compress(column, kept)) for column in found]
    if 0 < len(found[0]) < ORDERED:
        # In an order of their own: engines answer in any.
        found = [list(column) for column in zip(*sorted(zip(*found, strict=True)), strict=True)]
    subjects, objects, predicates = found[:3]
    ids = {node: number for number, node in enumerate(dict.fromkeys(chain(subjects, objects)))}
    which = {predicate: number for number, predicate in enumerate(dict.fromkeys(predicates))}
    starts, ends = (array("i", map(ids.__getitem__, column)) for column in (subjects, objects))
    relations = array("i", map(which.__getitem__, predicates))
    local_names = {term: local(term) for term in set(chain(*found[3:5]))}
    status, basis = [tuple(map(local_names.__getitem__, column)) for column in found[3:5]] or [(), ()]
    claims = tuple(found[5]) if len(found) > 5 else ()
    return EdgeArrays(tuple(ids), tuple(which), starts, ends, relations, status, basis, claims)
