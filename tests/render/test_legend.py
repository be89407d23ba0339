"""What the marks of an answer mean: only those that occur are explained."""

from __future__ import annotations

import pytest

from cityGraph.render.legend import legend_lines
from cityGraph.render.words import WORDS
from support.nouns import article, passage
from support.process import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_marks_that_occur_are_explained(language: str) -> None:
    words = WORDS[language]
    legend = words["legend"]

    def told(*cited: object, **marks: bool) -> str:
        return " ".join(legend_lines([cited], words, 200, **marks))  # type: ignore[list-item]

    assert told(passage("甲", None, "B")).strip() == legend["marks"].format(marks=f"B {legend['grades']['B']}")
    # A source with a short name is shown without its grade. A paragraph by itself needs no line.
    assert told(article("甲").replace(quality="A")) == ""
    assert legend["paragraph"] in told(article("甲"), passage("乙", None, "B"))
    every = told(*(passage("甲", 3, grade) for grade in "ABM"), resolved=True, inferred=True)
    for mark in (*legend["grades"].values(), legend["paragraph"], legend["resolved"], legend["inferred"]):
        assert mark in every


def test_without_marks_there_is_no_line() -> None:
    assert legend_lines([(passage("甲", None, None),)], WORDS["en"], 80) == []
    assert legend_lines([], WORDS["en"], 80) == []
