"""The reason that a neighbor shows: that of the claims which it is merged from, and of no weaker claim beside them."""

from __future__ import annotations

import cityGraph as cg
from support.proof_cases import Said, case, opened

STATED = Said("relatesTo", "motors", "sonar")
GUESS = STATED.but(basis="inferred", positions="", passages="", more='cg:because "both are built at sea"')
OTHER = GUESS.but(more='cg:because "both are named first"')


def reason(*claims: Said) -> str | None:
    graph, _ = case("[o 船用電機產業]與聲納相關。", *claims)
    (neighbor,) = cg.neighbors(opened(graph), "船用電機產業", inferred=True)
    return neighbor.because


def test_two_inferred_claims_that_say_the_same_give_both_reasons() -> None:
    assert reason(GUESS, OTHER) == "both are built at sea; both are named first"


def test_a_reason_that_is_given_twice_is_shown_once() -> None:
    assert reason(GUESS, GUESS) == "both are built at sea"


def test_a_claim_without_a_reason_adds_none() -> None:
    assert reason(GUESS, GUESS.but(more="")) == "both are built at sea"
    assert reason(GUESS.but(more=""), GUESS.but(more="")) is None


def test_what_a_source_states_needs_no_reason_of_ours() -> None:
    assert reason(STATED, GUESS) is None
    assert reason(GUESS, STATED) is None
