"""Each word of a sense: found where its example marks it; its counter has no word of the sense."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from cityGraph.proof.lemmas import forms
from cityGraph.proof.senses import either
from cityGraph.proof.tables import LANGUAGES, table
from support.rows import for_each

MARKED = re.compile(r"\[([^\[\]]+)\]")
ROWS = [
    pytest.param(language, row, id=f"{row['sense']}-{row['word']}")
    for language in LANGUAGES
    for row in table("senses", language)
]


@for_each(("language", "row"), ROWS)
def test_a_word_is_found_in_its_example_and_not_in_its_counter(language: str, row: Mapping[str, str]) -> None:
    (marked,) = MARKED.findall(row["example"])
    pattern = re.compile(either(row["sense"], language))
    place = row["example"].index("[")
    found = [match.span() for match in pattern.finditer(MARKED.sub(r"\1", row["example"]).lower())]
    assert (place, place + len(marked)) in found
    assert not pattern.search(row["counter"].lower()), row["counter"]


@for_each(("language", "row"), ROWS)
def test_the_marked_word_is_that_of_the_row(language: str, row: Mapping[str, str]) -> None:
    (marked,) = MARKED.findall(row["example"].lower())
    word = row["word"]
    assert marked in (forms(word[1:-1]) if word.startswith("<") else (word,)), row


def test_a_sense_without_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        either("no such sense", "en")
