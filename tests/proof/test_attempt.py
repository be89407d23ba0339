"""Where a statement is tried, and what comes of the attempts."""

from __future__ import annotations

from cityGraph.model.positions import Range
from cityGraph.proof.attempt import Failure, Place, Proof, anchors, name_of, shown, verdict
from cityGraph.proof.statement import Statement
from support.proving import THINGS, reading

STATED = Proof((("subject", (Range(1, 0, 2),)),), resolved=False)
RESOLVED = Proof((("subject", (Range(2, 0, 2),)),), resolved=True)


def made(quote: str = "", what: object = "样品") -> Statement:
    return Statement(THINGS["明光集团"], "supports", what, "realised", "", quote)  # type: ignore[arg-type]


def test_a_quote_is_tried_at_each_of_its_places() -> None:
    text = reading("明光集團扩产。\n\n明光集团扩产。")
    assert anchors(made("明光集团扩产"), text) == [Place(1, 0, 6), Place(2, 0, 6)]
    assert anchors(made("停工"), text) == []


def test_without_a_quote_each_sentence_is_tried_that_names_an_end() -> None:
    text = reading("西山产业园扩建。今天下雨。明光集团扩产。公司招工。")
    assert anchors(made(what=THINGS["西山产业园"]), text) == [Place(1, 0, 8), Place(1, 13, 20), Place(1, 20, 25)]
    assert len(anchors(made(), text)) == 4


def test_the_best_proof_counts_and_a_denial_more_than_any() -> None:
    assert verdict([RESOLVED, STATED], []).basis == "stated"
    assert verdict([RESOLVED], [Failure(3, "subject", "a")]).basis == "resolved"
    denied = verdict([STATED], [Failure(9, "status", "denied", denied=True)])
    assert (denied.proved, denied.reason) == (False, "denied")


def test_the_failure_that_came_farthest_is_shown() -> None:
    assert (
        verdict([], [Failure(1, "relation", "a"), Failure(6, "measure", "b"), Failure(2, "subject", "c")]).reason == "b"
    )


def test_messages_name_things() -> None:
    assert shown(reading("甲"), "明光集团") == name_of(THINGS["明光集团"]) == "明光集团"
    assert shown(reading("甲"), "urn:x") == "urn:x"
    assert name_of("样品") == "样品"
