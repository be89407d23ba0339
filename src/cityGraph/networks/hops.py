"""Turn paths of IRIs into paths of hops with claims, and warn where a path may mislead."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..graph.reader import read_claims
from ..model.claim import Claim, Entity, Relation
from ..model.edges import edges_of
from ..model.paths import Hop, Path
from ..names.entities import entities, entity_of
from ..names.labels import vocabulary
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.edges import Edge
    from ..names.labels import Vocabulary
    from ..store.city import CityGraph
    from .adjacency import EdgeRow
    from .k_shortest import Costs


def paths_of(city: CityGraph, costs: Costs, found: list[list[str]]) -> Iterator[Path]:
    """Turn paths of IRIs into nouns.

    Args:
        city: The open graph.
        costs: The costs by which the paths were found.
        found: The paths, each as the IRIs of its things in order, at least two.

    Yields:
        Each path, in the same order. The claims of all paths are read at once.
    """
    rows = {pair: costs.adjacency.hop(*pair) for path in found for pair in pairwise(path)}
    every = [row for several in rows.values() for row in several]
    claims = {claim.iri: claim for claim in read_claims(city, {row.claim for row in every if row.claim})}
    things = entities(city, {thing for path in found for thing in path})
    words = vocabulary(city, {row.predicate for row in every})
    for path in found:
        hops = []
        for near, far in pairwise(path):
            edges = edges_of(claims.get(row.claim) or _claim(things, row) for row in rows[near, far])
            several = [_hop(edge, near, words) for edge in edges]
            hops.append(several[0].replace(others=tuple(several[1:])))
        yield Path(tuple(hops), round(costs.length(path), 9), tuple(_warnings(hops)))


# By each warning: relations by which two things can share a third without being connected themselves.
_SHARED = {
    "support": {
        "supports", "backs", "pushes", "serves", "focusesOn", "implements", "movesForward", "advancesPreparationOf",
        "advancesConstructionOf", "toLaunch", "toImprove", "toBuildUp", "takesMeasure",
    },
    "site": {"sitedIn", "partOf", "overlaps", "within", "liesIn"},
    "list": {
        "memberOf", "designatedAs", "ratedAs", "worksIn", "chainLeaderOf", "spearheads", "specialisesIn", "tookPartIn",
        "underTheme", "comprises", "hasSegment", "gathers", "cultivates", "inField",
    },
}  # fmt: skip


def _warnings(hops: list[Hop]) -> Iterator[str]:
    """Yield the warnings for a path: where two things only share a third, and where a hop is inferred."""
    found = []
    for one, other in pairwise(hops):
        both = {local(one.relation.iri), local(other.relation.iri)}
        if both <= _SHARED["support"] and (one.direction, other.direction) == ("in", "out"):
            found.append("support")
        elif len(both) == 1 and one.direction != other.direction:
            found += [warning for warning, relations in _SHARED.items() if both <= relations]
    if any(hop.basis == "inferred" for hop in hops):
        found.append("inferred")
    yield from dict.fromkeys(found)


def _claim(things: dict[str, Entity], row: EdgeRow) -> Claim:
    """Read a triple without a claim as a claim without evidence."""
    subject, target = entity_of(things, row.subject), entity_of(things, row.object)
    return Claim(row.claim, subject, Relation(row.predicate, ""), target, row.status, row.basis)


def _hop(edge: Edge, near: str, words: Vocabulary) -> Hop:
    direction = edge.direction(near)
    return Hop(
        edge.subject,
        Relation(edge.relation.iri, words.relation(edge.relation.iri, direction)),
        edge.object,
        direction,
        edge.status,
        edge.basis,
        edge.evidence,
        edge.qualifiers,
        edge.because,
        edge.rests_on,
        edge.proof,
    )
