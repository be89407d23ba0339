"""Are the claims proved by their quotes, and does the graph record it rightly?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import PROOFS
from ..namespaces import local
from ..proof.claim_proof import ClaimProof
from ..proof.degree import Degrees

if TYPE_CHECKING:
    from ..model.claim import Claim
    from ..proof.wording import Wording
    from ..store.city import CityGraph
    from .places import Found


def proofs(city: CityGraph, words: Wording, claims: list[Claim]) -> tuple[list[Found], list[Found], dict[str, int]]:
    """Compute the degree of proof of each claim, and compare it with what the graph records (`cg:proof`).

    Args:
        city: An open graph.
        words: The words of the graph.
        claims: All its claims.

    Returns:
        What the quotes of claims lack that are cited only; the claims of which the graph records another degree, none
        if it is a part of a data set; and the number of claims of each degree.

    Examples:
        >>> import cityGraph as cg
        >>> from cityGraph.graph.reader import read
        >>> from cityGraph.proof.wording import wording
        >>> city = cg.open()
        >>> proofs(city, wording(city), [claim for claim in read(city, None) if claim.basis == "inferred"])[2]["quotes"]
        0
    """
    degrees = Degrees(words, claims, ClaimProof(city, words, claims, {}).by_quotes)
    # The degrees in a part of a data set were computed in the whole: a part may lack the names that prove a claim.
    whole = all(source.value in words.sources for (source,) in city.select("listed-sources"))
    recorded = {claim.value: local(proof.value) for claim, proof in city.select("proofs")} if whole else {}
    counts = dict.fromkeys(PROOFS, 0)
    cited: list[Found] = []
    wrong: list[Found] = []
    for claim in claims:
        proof, missing = degrees.degree(claim)
        counts[proof] += 1
        lacks = f"its quotes lack: {', '.join(missing)}"
        if proof == "citation":
            cited.append(("cited", lacks, claim.iri))
        if (said := recorded.get(claim.iri, proof)) != proof:
            why = lacks if missing else "its quotes prove it" if proof == "quotes" else f"it is {proof}"
            wrong.append(("proof", f"cg:proof is {said}, but {why}", claim.iri))
    return cited, wrong, counts
