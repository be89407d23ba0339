"""The forms of English words."""

from __future__ import annotations

import pytest

from cityGraph.proof.lemmas import forms, stem


@pytest.mark.parametrize(
    ("lemma", "past"),
    [("fund", "funded"), ("plan", "planned"), ("supply", "supplied"), ("lead", "led"), ("commit", "committed")],
)
def test_a_lemma_has_its_past(lemma: str, past: str) -> None:
    assert past in forms(lemma)


@pytest.mark.parametrize(("one", "other"), [("grower", "growers"), ("investment", "invested"), ("revenue", "revenues")])
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_other_words_have_another_stem() -> None:
    assert stem("revenue") != stem("review")
