"""The tables that tell the parts of a clause: each row does at the marked name what it is for, and not elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from cityGraph.proof import clause_zh
from cityGraph.proof.amounts_zh import of_works
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Thing
from cityGraph.proof.tables import LANGUAGES, table
from cityGraph.proof.text import text_of
from cityGraph.proof.topics import Spot
from cityGraph.proof.verbs import adverbs
from support.proving import FAMILIES, THINGS
from support.rows import for_each

Row = Mapping[str, str]
MARKED = re.compile(r"\[([^\[\]]+)\]")
FAMILIES_OF = {"Oakline": "Firm", "Elmford": "City", "Mill Park": "Zone"}
ENGLISH = {name: Thing(name, kind, (name,)) for name, kind in FAMILIES_OF.items()}


def rows(purpose: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [
        pytest.param(language, row, id=f"{language}-{row['word']}")
        for language in LANGUAGES
        for row in table(purpose, language)
    ]


def spot(sentence: str) -> tuple[Reading, Spot]:
    """Return the mention at the marked name of a sentence, and the text."""
    reading = Reading(text_of(MARKED.sub(r"\1", sentence)), {**THINGS, **ENGLISH}.values(), families=FAMILIES)
    at = sentence.index("[")
    return reading, next(each for each in reading.topics.spots(1) if each.start == at)


@for_each(("language", "row"), rows("prepositions"))
def test_a_preposition_governs_the_name_behind_it_alone(language: str, row: Row) -> None:
    del language
    assert row["word"] in row["counter"].lower()
    assert spot(row["example"])[1].governed
    assert not spot(row["counter"])[1].governed


def test_no_chinese_preposition_ends_with_another() -> None:
    words = [row["word"] for row in table("prepositions", "zh")]
    assert [word for word in words if any(word != other and word.endswith(other) for other in words)] == []


@for_each(("language", "row"), rows("speech"))
def test_a_verb_of_speech_stands_behind_who_speaks(language: str, row: Row) -> None:
    del language
    assert row["word"] in row["counter"]
    for column, expected in (("example", True), ("counter", False)):
        reading, person = spot(row[column])
        assert clause_zh.speaks(reading.paragraph(1), person) is expected


@for_each(("language", "row"), rows("works"))
def test_a_measure_with_such_a_word_is_of_works(language: str, row: Row) -> None:
    del language
    assert MARKED.findall(row["example"]) == [row["word"]]
    assert of_works(MARKED.sub(r"\1", row["example"]))
    assert not of_works(row["counter"])


@for_each(("language", "row"), rows("adverbs"))
def test_an_adverb_may_part_a_name_from_its_verb(language: str, row: Row) -> None:
    del language
    assert MARKED.findall(row["example"]) == [row["word"]]
    assert adverbs().fullmatch(row["word"])
    assert not adverbs().fullmatch(*MARKED.findall(row["counter"]))


@for_each(("language", "row"), rows("titles"))
def test_a_title_right_before_a_name_leaves_it_the_topic(language: str, row: Row) -> None:
    del language
    assert row["word"] in row["counter"]
    assert spot(row["example"])[1].topic
    assert not spot(row["counter"])[1].topic


@for_each(("language", "row"), rows("leadins"))
def test_a_word_that_leads_to_a_name_leaves_it_the_topic(language: str, row: Row) -> None:
    del language
    assert clause_zh.leads_in(row["example"].partition("[")[0])
    assert not clause_zh.leads_in(row["counter"].partition("[")[0])


def test_no_word_that_leads_to_a_name_is_made_of_others() -> None:
    words = [row["word"] for row in table("leadins", "zh")]
    for word in words:
        others = "|".join(map(re.escape, sorted((each for each in words if each != word), key=len, reverse=True)))
        assert not re.fullmatch(f"(?:{others})+", word), word
