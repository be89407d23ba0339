"""The tables of suggestions: each row is said once, and shows itself."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from cityGraph.authoring.sheet_terms import SheetTerms
from cityGraph.authoring.suggest_tables import rows
from cityGraph.names.folding import SIMPLIFIED

NAMES = sorted(
    file.name.removesuffix(".tsv")
    for file in files("cityGraph.authoring").iterdir()
    if file.name.startswith("suggest") and file.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_is_said_once(name: str) -> None:
    seen = [tuple(row.values())[:2] for row in rows(name)]
    assert len(seen) == len(set(seen)), [each for each in seen if seen.count(each) > 1]


@pytest.mark.parametrize("name", NAMES)
def test_a_chinese_word_is_in_the_script_that_is_compared(name: str) -> None:
    for row in rows(name):
        word = next(iter(row.values()))
        assert word.translate(SIMPLIFIED) == word


@pytest.mark.parametrize("name", [name for name in NAMES if "example" in rows(name)[0]])
def test_a_row_shows_its_word_and_a_sentence_without_it(name: str) -> None:
    for row in rows(name):
        word, example, counter = row["word"], row["example"], row["counter"]
        assert re.search(rf"\[[^\]]*{re.escape(word)}\]|\[{re.escape(word)}[^\]]*\]", example), row
        assert word not in re.sub(r"\[[^\]]*\]", "", counter), row


def test_kinds_and_relations_are_those_of_a_sheet() -> None:
    terms = SheetTerms()
    for kind in {row["kind"] for row in rows("suggest-heads")}:
        assert terms.kinds.meaning(kind).term, kind
    for row in rows("suggest-relations"):
        assert terms.relation(row["relation"], value=False).term, row["relation"]
    assert len({row["relation"] for row in rows("suggest-relations")}) == len(rows("suggest-relations"))
