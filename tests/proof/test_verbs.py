"""Which words are verbs and prepositions."""

from __future__ import annotations

import pytest

from cityGraph.proof.reading import BLANK
from cityGraph.proof.verbs import finite, has_verb, prepositions

NAME = BLANK * 5


@pytest.mark.parametrize("words", ["it was funded", f"{NAME} makes lamps", f"{NAME} met her", "which owns it"])
def test_words_with_a_verb(words: str) -> None:
    assert has_verb(words, "en")


@pytest.mark.parametrize("words", ["the old mills of", f"the works of {NAME}", ", a plant in"])
def test_words_without_a_verb(words: str) -> None:
    assert not has_verb(words, "en")


def test_prepositions_are_whole_words() -> None:
    assert prepositions("en").findall("in the inner city of it") == ["in", "of"]


def test_a_base_form_is_not_surely_a_verb() -> None:
    assert finite().fullmatch("funded")
    assert not finite().fullmatch("fund")
