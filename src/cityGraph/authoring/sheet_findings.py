"""What the rules of the model find in a graph that was just built, as cells of the sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.plain_triples import has_claims
from ..graph.reader import read
from ..model.sheets import Refused
from ..proof.claim_proof import ClaimProof
from ..proof.prover import Prover, conflicts, works_in_use
from ..proof.wording import wording
from ..validation.hygiene import hygiene_findings
from ..validation.quotes import quote_findings
from ..validation.values import value_findings
from .columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from ..model.claim import Claim
    from ..proof.text import Text
    from ..store.city import CityGraph

# The column of a rule that is not called after one.
_COLUMNS = {"kinds": "relation", "phrase": "quote", "evidence": "quote", "value": "object", "anchor": "anchor"}
_OF_THINGS = {"thing-named-twice": "name", "shared-english-name": "en", "leading-article": "en"}

# Rules that a graph of sheets keeps by the way it is made, or that `conflicts` asks too: their queries take long.
_KEPT = ("plain-triple-without-claim", "claim-without-plain-triple", "said-twice")

Place = tuple[str, int]  # a file and a row


def findings(
    city: CityGraph, texts: Mapping[str, Text], places: Mapping[str, Place], file: str, proved: Container[str] = ()
) -> tuple[list[Refused], dict[str, str]]:
    """Check a graph by every rule that its rows can break.

    Args:
        city: The open graph.
        texts: The texts of its sources, by the IRI of the source.
        places: Where each thing, source, claim and passage stands in the sheets, by its IRI.
        file: What the answer calls the table of claims.
        proved: The claims that a text was just found to say; it is not asked again.

    Returns:
        What is wrong, and the degree of proof of each claim by its IRI.
    """
    words = wording(city)
    claims = [claim for claim in read(city, None) if claim.status] if has_claims(city) else []
    found = [
        *_of_claims(city, claims, texts, proved),
        *((rule, message, claim.iri) for claim, (rule, message) in conflicts(claims)),
        *quote_findings(claims, words),
        *hygiene_findings(city, _KEPT),
        *value_findings(city),
        *(("anchor", "the anchor is no position", thing) for thing in words.bad_anchors),
    ]
    refused = [_refused(rule, message, places.get(about, (file, 1))) for rule, message, about in found]
    return list(dict.fromkeys(refused)), {claim.iri: claim.proof or "none" for claim in claims}


def _of_claims(
    city: CityGraph, claims: list[Claim], texts: Mapping[str, Text], proved: Container[str]
) -> Iterator[tuple[str, str, str]]:
    words = wording(city)
    proof = ClaimProof(city, words, claims, dict(texts))
    in_use = works_in_use(claims, words)
    alone = Prover(words, {}, in_use)
    with_texts = Prover(words, dict(texts), in_use, proof.at_positions)
    for claim in claims:
        for rule, message in (alone if claim.iri in proved else with_texts).check(claim):
            yield rule, message, claim.iri


def _refused(rule: str, message: str, place: Place) -> Refused:
    file, row = place
    column = _COLUMNS.get(rule) or _OF_THINGS.get(rule) or (rule if rule in columns_of("claims").all else "")
    return Refused(file, row, column, " ".join(message.split()).rstrip("."))
