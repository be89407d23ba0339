"""Follow a name to the things that it refers to, such as a brand to its company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.referrals import Referral
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ..model.claim import Claim


def referred(thing: Entity, claims: Iterable[Claim]) -> dict[Entity, tuple[Claim, ...]]:
    """List what a name refers to, and what refers to it.

    A name that refers to two companies does not make them one: nothing is followed forward and then back.

    Args:
        thing: The thing with the name.
        claims: The claims of the graph. Inferred ones are followed too.

    Returns:
        The other things, nearest first, each with the claims that lead to it. A stated claim is preferred to an
        inferred one.
    """
    pairs = [
        (claim.subject, claim.object, claim)
        for claim in sorted(claims, key=lambda claim: claim.basis == "inferred")
        if local(claim.relation.iri) == "refersTo" and isinstance(claim.object, Entity)
    ]
    found: dict[Entity, tuple[Claim, ...]] = {}
    for steps in (pairs, [(there, here, claim) for here, there, claim in pairs]):
        reached: dict[Entity, tuple[Claim, ...]] = {thing: ()}
        frontier = [thing]
        while frontier:
            level = frontier
            frontier = []
            for here, there, claim in steps:
                if here in level and there not in reached:
                    reached[there] = (*reached[here], claim)
                    frontier.append(there)
        found = reached | found
    del found[thing]
    return found


def referrals(
    thing: Entity, others: Mapping[Entity, tuple[Claim, ...]], items: Sequence[Collection[Entity | None]]
) -> tuple[Referral, ...]:
    """Count the items of an answer that belong to other things than the one asked for.

    Args:
        thing: The thing that was asked for.
        others: What `referred` returned for it.
        items: For each item of the answer, the things that it belongs to.

    Returns:
        The other things that have such an item.
    """
    counts = dict.fromkeys(others, 0)
    for owners in items:
        if thing not in owners:
            for other in others:
                counts[other] += other in owners
    return tuple(Referral(other, claims, counts[other]) for other, claims in others.items() if counts[other])
