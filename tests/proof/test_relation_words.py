"""The words that say relations, values and stages; every row of their tables is tried."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

import pytest

import cityGraph as cg
from cityGraph.proof.construction import parse
from cityGraph.proof.folded import folded
from cityGraph.proof.patterns import matches
from cityGraph.proof.relation_words import RelationWords, states
from cityGraph.proof.tables import LANGUAGES, table
from support.ontology import MODULES, parsed
from support.rows import for_each

MARK = re.compile(r"\[([so]):([^\[\]]+)\]")
STAGE = "https://w3id.org/citygraph/ontology#inProduction"
WORDINGS = [(language, row) for language in LANGUAGES for row in table("wordings", language)]
MEASURED = [(language, row) for language, row in WORDINGS if "{s}" not in row["pattern"]]
SLOTTED = [(language, row) for language, row in WORDINGS if "{s}" in row["pattern"]]


@pytest.fixture(scope="module")
def words() -> RelationWords:
    return RelationWords(cg.open())


def says(language: str, pattern: str, sentence: str) -> bool:
    """Whether a construction stands in a sentence with its ends where they are marked."""
    ends: dict[str, int] = {}
    plain = sentence
    while match := MARK.search(plain):
        ends["{" + match[1] + "}"] = match.start()
        plain = plain[: match.start()] + "*" + plain[match.end() :]
    for found in matches([parse("", pattern, "", language)], folded(plain), 0, len(plain)):
        bounds = [0, *(end for _, end in found.words)], [*(start for start, _ in found.words), len(plain)]
        slots = {slot: found.pattern.slot(slot)[0] for slot in ends}
        if all(bounds[0][at] <= ends[slot] < bounds[1][at] for slot, at in slots.items()):
            return True
    return False


@for_each(("language", "row"), SLOTTED, ids=lambda each: each if isinstance(each, str) else each["pattern"])
def test_a_wording_says_its_example_and_not_its_counter(language: str, row: dict[str, str]) -> None:
    assert says(language, row["pattern"], row["example"])
    assert not says(language, row["pattern"], row["counter"])


@for_each(("language", "row"), MEASURED, ids=lambda each: each if isinstance(each, str) else each["pattern"])
def test_a_word_of_a_value_says_its_example_and_not_its_counter(language: str, row: dict[str, str]) -> None:
    for sentence, expected in ((row["example"], True), (row["counter"], False)):
        parts = row["pattern"].split("…")
        found = [re.search(rf"(?<![a-z]){re.escape(part)}(?![a-z])", folded(sentence)) for part in parts]
        assert all(found) is expected, sentence


def test_a_counter_is_near_to_its_example() -> None:
    """It has the ends the other way round, or differs in a few words; few rows share one."""
    several = Counter(row["counter"] for _, row in WORDINGS)
    assert [counter for counter, rows in several.items() if rows > 2] == []
    far = (SequenceMatcher(None, row["example"], row["counter"]).ratio() < 0.45 for _, row in WORDINGS)
    assert not any(far)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", ["stages", "plans", "fillers", "strong", "industries"])
def test_a_word_stands_in_its_example_and_not_in_its_counter(purpose: str, language: str) -> None:
    for row in table(purpose, language):
        parts = [folded(part) for part in row["word"].split("…")]
        assert all(part in folded(row["example"]) for part in parts), row
        whole = [re.search(rf"(?<![a-z]){re.escape(part)}(?![a-z])", folded(row["counter"])) for part in parts]
        assert not all(whole), row


def test_each_relation_and_stage_of_a_table_is_one_of_the_ontology() -> None:
    terms = {str(term).rpartition("#")[2] for module in MODULES for term in parsed(module).subjects()}
    used = {row["relation"] for _, row in WORDINGS} | {row["relation"] for row in table("says", "any")}
    assert used - terms == set()
    assert {row["stage"] for language in LANGUAGES for row in table("stages", language)} - terms == set()
    lexicon = {row["relation"] for language in LANGUAGES for row in table("relations", language)}
    assert {row["says"] for row in table("says", "any")} <= lexicon


def test_a_special_relation_is_said_by_the_words_of_the_general_one(words: RelationWords) -> None:
    assert any(pattern.source == "{s}…扶持…{o}" for pattern in words.of_tie("supports", "zh"))


def test_a_relation_that_is_the_other_way_round_turns_the_words(words: RelationWords) -> None:
    of = [pattern for pattern in words.of_tie("controlledBy", "zh") if pattern.source == "{s}…控股…{o}"]
    assert [pattern.tokens for pattern in of if pattern.relation == "owns"] == [("{o}", "控股", "{s}")]


def test_labels_and_cues_are_words_too(words: RelationWords) -> None:
    assert ("{s}", "重点支持", "{o}") in {pattern.tokens for pattern in words.of_tie("supports", "zh")}
    assert ("{o}", "引入", "{s}") in {pattern.tokens for pattern in words.of_tie("worksIn", "zh")}
    assert "换乘站" in words.of_value("interchangeCount", "zh")
    assert "总投资" in words.of_value("totalInvestment", "zh")
    assert "total investment" in words.of_value("totalInvestment", "en")


def test_a_stage_has_words_in_both_languages(words: RelationWords) -> None:
    assert "投产" in words.of_stage(STAGE, "zh")
    assert "go into production" in words.of_stage(STAGE, "en")


def test_an_office_is_a_state_and_a_signing_is_none() -> None:
    assert "holdsOffice" in states()
    assert "signsWith" not in states()
