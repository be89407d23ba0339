"""Words that mean the same where a measure is named."""

from __future__ import annotations

import pytest

from cityGraph.proof.folded import folded
from cityGraph.proof.synonyms import same_words
from cityGraph.proof.tables import LANGUAGES, table


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_of_a_row_means_the_others(language: str) -> None:
    for row in table("synonyms", language):
        first, *others = map(folded, row["words"].split("|"))
        assert set(others) <= set(same_words(first, language)), row
        assert first in row["example"]
        assert first not in row["counter"]


def test_english_words_are_compared_by_their_stems() -> None:
    assert "cost" in same_words("investments", "en")


def test_a_word_of_no_row_means_only_itself() -> None:
    assert same_words("自行车", "zh") == ()
