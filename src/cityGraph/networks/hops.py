"""Turn paths of IRIs into paths of hops with claims, and warn where a path may mislead."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..graph.reader import read_claims
from ..model.claim import Claim, Entity, Relation
from ..model.paths import Hop, Path
from ..names.entities import entities, entity_of
from ..names.labels import vocabulary
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    ties = {pair: costs.ties.hop(*pair) for path in found for pair in pairwise(path)}
    every = [tie for several in ties.values() for tie in several]
    claims = {claim.iri: claim for claim in read_claims(city, {tie[5] for tie in every if tie[5]})}
    things = entities(city, {thing for path in found for thing in path})
    words = vocabulary(city, {tie[2] for tie in every})
    for path in found:
        hops = []
        for pair in pairwise(path):
            several = [
                _hop(things, tie, claims.get(tie[5]), pair[0], words.relation(tie[2], _direction(tie, pair[0])))
                for tie in ties[pair]
            ]
            hops.append(several[0].replace(others=tuple(several[1:])))
        yield Path(tuple(hops), round(costs.length(path), 9), tuple(_warnings(hops)))


# By each warning: relations by which two things can share a third without being connected themselves.
_SHARED = {
    "support": {"supports", "backs", "pushes", "serves", "builds", "focusesOn", "carriesOut"},
    "site": {"sitedIn", "partOf", "overlaps", "within", "liesIn"},
    "list": {
        "memberOf", "designatedAs", "worksIn", "chainLeaderOf", "spearheads", "specialisesIn", "tookPartIn",
        "underTheme", "comprises", "hasSegment",
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


def _direction(tie: EdgeRow, near: str) -> str:
    return "out" if tie[0] == near else "in"


def _hop(things: dict[str, Entity], tie: EdgeRow, claim: Claim | None, near: str, label: str) -> Hop:
    start, end, predicate, status, basis, _ = tie
    return Hop(
        entity_of(things, start),
        Relation(predicate, label),
        entity_of(things, end),
        _direction(tie, near),
        status,
        basis,
        claim.evidence if claim else (),
        claim.qualifiers if claim else (),
        claim.because if claim else None,
        claim.rests_on if claim else (),
    )
