"""The text is changed, not the claim: what it says no more is refused, and what it still says is accepted.

`benchmarks/mutation.py` prints these shares for many more changes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.mutants import mutator
from support.paths import DATA, FIXTURE, article
from support.text_mutants import NEUTRAL, TextMutator, known_words
from support.text_words import USUAL

KINDS = {*USUAL, "another number", "another name", "a comma", "a blank line"}


def cities() -> list[Any]:
    found = [pytest.param((FIXTURE / "city.ttl", FIXTURE / "article.txt"), id="fixture")]
    real = article()
    return [*found, pytest.param((DATA, real), id="太原")] if real else found


@pytest.fixture(scope="module", params=cities())
def changes(request: pytest.FixtureRequest) -> TextMutator:
    graph, text = request.param
    return TextMutator(mutator(Path(graph), Path(text)))


def test_of_the_changes_nearly_all_are_judged_as_a_reader_would(changes: TextMutator) -> None:
    verdicts = changes.judge(25, seed=11)
    assert verdicts.made.keys() == KINDS
    assert min(verdicts.made.values()) >= 15
    assert verdicts.share(neutral=False) >= 0.97, verdicts.table()
    assert verdicts.share(neutral=True) >= 0.97, verdicts.table()


def test_the_unchanged_claim_is_proved_in_the_unchanged_text(changes: TextMutator) -> None:
    assert changes.judge_.false_alarms() == []


def test_changes_are_the_same_for_the_same_seed(changes: TextMutator) -> None:
    kinds = ("denied", "an adverb")
    assert changes.judge(8, 3, kinds).table() == changes.judge(8, 3, kinds).table()


def test_half_of_the_words_are_not_from_the_tables_of_the_proof() -> None:
    known = {word for mood in ("denied", "hearsay", "condition", "former", "planned") for word in known_words(mood)}
    unknown = [word for kind, words in USUAL.items() if kind not in NEUTRAL for word in words if word not in known]
    assert len(unknown) >= 50
