"""What differs in the evidence of a claim: sources, quotes, places, basis, proof, reason."""

from __future__ import annotations

from typing import Any

import cityGraph as cg
from cityGraph.comparison.evidence import evidence_aspects
from support.nouns import CITY, FIRM, SUPPORTS, article, passage

CLAIM = cg.Claim("urn:1", CITY, SUPPORTS, FIRM, "planned", "stated", (passage("支持"),), proof="quotes")


def aspects(before: cg.Claim, **changes: Any) -> list[tuple[str, str | None, str | None]]:
    found = evidence_aspects(before, before.replace(**changes), lambda iri: iri)
    return [(aspect.name, aspect.before, aspect.after) for aspect in found]


def test_equal_evidence_has_no_aspects() -> None:
    assert aspects(CLAIM) == []
    assert aspects(CLAIM, evidence=(passage("支持"), passage("支持"))) == []


def test_sources_come_and_go_by_their_short_names() -> None:
    assert aspects(CLAIM, evidence=(passage("支持"), article("支持"))) == [("new-source", None, "本文")]
    assert aspects(CLAIM, evidence=(article("支持"),)) == [("new-source", None, "本文"), ("lost-source", "港報", None)]


def test_a_source_that_was_replaced_is_the_same_source() -> None:
    moved = CLAIM.replace(evidence=(article("支持"),))
    assert [a.name for a in evidence_aspects(CLAIM, moved, lambda _: "urn:paper")] == []


def test_quotes_are_compared_before_their_places() -> None:
    assert aspects(CLAIM, evidence=(passage("重點支持"),)) == [("quote", "支持", "重點支持")]
    assert aspects(CLAIM, evidence=(passage("支持"), passage("又"))) == [("quote", None, "又")]
    assert aspects(CLAIM, evidence=(passage("支持", 4),)) == [("place", "§3:0-1", "§4:0-1")]
    assert aspects(CLAIM, evidence=(passage("支持", None),)) == [("place", "§3:0-1", None)]


def test_basis_proof_and_reason_differ() -> None:
    assert aspects(CLAIM, basis="resolved", proof="citation") == [
        ("basis", "stated", "resolved"),
        ("proof", "quotes", "citation"),
    ]
    assert aspects(CLAIM, because="鄰近") == [("because", None, "鄰近")]


def test_a_triple_that_nobody_states_has_no_degree_of_proof() -> None:
    plain = CLAIM.replace(basis="", proof="none", evidence=())
    assert [name for name, *_ in aspects(plain, basis="stated", proof="quotes", evidence=CLAIM.evidence)] == [
        "new-source",
        "basis",
    ]
