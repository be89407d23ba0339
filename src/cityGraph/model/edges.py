"""Merge claims that say the same, and list the figures on which sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .claim import BASES, Claim, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .graph import Neighbor


def merge_neighbors(one: Neighbor, two: Neighbor) -> Neighbor:
    """Merge two neighbors that come from claims of the same edge.

    A period is kept only if both have it: the time that one source gives does not hold for the claim of the other.

    Args:
        one: A neighbor.
        two: Another one with the same entity, relation, direction and status.

    Returns:
        The neighbor with the surer basis, with the evidence and the sources of both, and with those qualifiers on
        which they do not differ. If both have the same basis, `because` joins their reasons with a semicolon.
    """
    stronger, weaker = sorted((one, two), key=lambda tie: BASES.index(tie.basis))
    said = dict.fromkeys((*stronger.qualifiers, *weaker.qualifiers))
    names = [qualifier.name for qualifier in said]
    both = {q for q in said if q in stronger.qualifiers and q in weaker.qualifiers}
    shared = [q for q in said if names.count(q.name) == 1 and (q.name != "period" or q in both)]
    reasons = dict.fromkeys(filter(None, (stronger.because, weaker.because)))
    return stronger.replace(
        evidence=tuple(dict.fromkeys((*stronger.evidence, *weaker.evidence))),
        qualifiers=tuple(shared),
        because="; ".join(reasons) if stronger.basis == weaker.basis and reasons else stronger.because,
        rests_on=tuple(dict.fromkeys((*stronger.rests_on, *weaker.rests_on))),
    )


def figures_of(told: Iterable[Claim]) -> list[Claim]:
    """Merge the claims that say the same, so that a figure given by several sources is listed once.

    Claims say the same if they have the same subject, relation, object, status, unit, comparator, period and stage. A
    claim of a source and an inferred claim stay apart.

    Args:
        told: Claims in any order. Their objects may be entities or values.

    Returns:
        One claim for each group, in the order of the first: the first claim, with the evidence of all and with the
        surest basis.
    """
    found: dict[tuple[object, ...], Claim] = {}
    for claim in told:
        said = (claim.qualifier(name) for name in ("unit", "comparator", "period", "stage"))
        key = (claim.subject.iri, claim.relation.iri, claim.object, claim.status, claim.basis == "inferred", *said)
        if key in found:
            surer = min(found[key], claim, key=lambda each: BASES.index(each.basis) if each.basis in BASES else 9)
            evidence = tuple(dict.fromkeys((*found[key].evidence, *claim.evidence)))
            found[key] = found[key].replace(evidence=evidence, basis=surer.basis)
        else:
            found[key] = claim
    return list(found.values())


def disagreeing(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """List the figures on which sources differ.

    Args:
        claims: Claims in any order. Only those whose object is a decimal, a year or a date are compared.

    Returns:
        For the IRI of each claim that other sources contradict: the figures that they give for the same relation of
        the same subject, as text, sorted. Empty if no sources differ.
    """
    figures: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.object, Value) and claim.object.datatype.endswith(("#decimal", "#gYear", "#date")):
            figures.setdefault((claim.subject.iri, claim.relation.iri), []).append(claim)
    found: dict[str, list[str]] = {}
    for several in figures.values():
        for claim in several:
            unlike = [o for o in several if o.object != claim.object and o.sources != claim.sources]
            told = [other.told for other in unlike if isinstance(other.object, Value)]
            if told:
                found[claim.iri] = sorted(dict.fromkeys(told))
    return found
