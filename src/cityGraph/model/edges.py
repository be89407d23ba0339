"""`Edge`, `edges_of`, the merging of figures, and figures on which sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .claim import BASES, Claim, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .graph import Neighbor


def merge_neighbors(one: Neighbor, two: Neighbor) -> Neighbor:
    """Two claims of one tie: the evidence of both, and of what qualifies them what neither gainsays.

    A time that one source speaks of is not that of the other: it stays only where both have it.
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
    """`told`, those that say the same as one claim, with the evidence of each and the surest basis."""
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
    """By claim the figures that other sources give for the same measure of the same thing."""
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
