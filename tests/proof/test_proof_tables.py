"""The tables of words: each row is said once, shows itself at work, and shows what it must not take."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from cityGraph.names.folding import SIMPLIFIED
from cityGraph.proof.tables import LANGUAGES, PRINTED, table
from support.rows import for_each

NAMES = sorted(
    file.name for file in files("cityGraph.proof").joinpath("lexicon").iterdir() if file.name.endswith(".tsv")
)
WORDS = [tuple(name.split(".")[:2]) for name in NAMES]
TABLES = [(purpose, language) for purpose, language in WORDS if language in (*LANGUAGES, PRINTED)]
RELATIONS = {
    "administers",
    "aims-for",
    "briefs",
    "builds",
    "chairs",
    "connects",
    "cooperates-with",
    "designated-as",
    "designates",
    "develops",
    "founded-in",
    "has-output",
    "has-stage",
    "holds-office",
    "hosts",
    "invests-in",
    "leads",
    "listed-on",
    "located-in",
    "organises",
    "owns",
    "part-of",
    "plans",
    "produces",
    "ranks",
    "restrains",
    "serves",
    "signed",
    "supplies",
    "supports",
}
FAMILIES = {"place", "body", "zone", "project", "person", "good"}
ROLES = {
    "between",
    "open",
    "close",
    "aside-open",
    "aside-close",
    "rest",
    "rest-number",
    "examples",
    "part",
    "each",
    "all",
}
PART = re.compile(r"\{s\}|\{o\}|…")
MARK = re.compile(r"\[([so]):([^\[\]]+)\]")
LEMMA = re.compile(r"<[a-z]+(?:-[a-z]+)*>")


def _bare(pattern: str) -> str:
    """Return a pattern without slots, gaps and lemmas: only words and marks."""
    return LEMMA.sub("", PART.sub("", pattern))


def _hidden(sentence: str, word: str, language: str) -> str:
    """Return a sentence without its marked names, and without the compounds in which a word is another word."""
    sentence = re.sub(r"\[n:[^\]]+\]", "*", sentence)
    for row in table("compounds", language):
        holds = row["hides"] in word and row["word"] not in word
        if holds or (word in row["word"] and word != row["word"]):
            sentence = re.sub(re.escape(row["word"]), "*", sentence, flags=re.IGNORECASE)
    return sentence


def _occurs(word: str, sentence: str, language: str) -> bool:
    """Whether a word stands in a sentence, in English between the ends of words."""
    pattern = re.escape(word).replace(r"\{n\}", "(?:七|seven)")
    if language == "en":
        pattern = (r"(?<!\w)" if word[0].isalnum() else "") + pattern + (r"(?!\w)" if word[-1].isalnum() else "")
    return re.search(pattern, sentence, re.IGNORECASE) is not None


def test_there_are_tables_of_relations_in_each_language() -> None:
    for language in LANGUAGES:
        assert {row["relation"] for row in table("relations", language)} == RELATIONS


@for_each(("purpose", "language"), TABLES)
def test_a_row_is_said_once(purpose: str, language: str) -> None:
    said = [tuple(row.values())[:-2] for row in table(purpose, language)]
    assert [row for row in said if said.count(row) > 1] == []


@for_each(("purpose", "language"), TABLES)
def test_a_row_ends_with_an_example_and_another_counter(purpose: str, language: str) -> None:
    for row in table(purpose, language):
        assert list(row)[-2:] == ["example", "counter"]
        assert row["example"].strip()
        assert row["counter"].strip()
        assert row["example"] != row["counter"], row


@for_each(("purpose", "language"), TABLES)
def test_cells_have_no_spaces_at_their_ends(purpose: str, language: str) -> None:
    assert [cell for row in table(purpose, language) for cell in row.values() if cell != cell.strip()] == []


@for_each("purpose", [purpose for purpose, language in TABLES if language == "zh"])
def test_chinese_tables_are_in_simplified_characters(purpose: str) -> None:
    cells = [cell for row in table(purpose, "zh") for cell in row.values()]
    assert [cell for cell in cells if cell.translate(SIMPLIFIED) != cell] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pattern_has_each_slot_once_and_words_around_them(language: str) -> None:
    for row in table("relations", language):
        pattern = row["pattern"]
        assert (pattern.count("{s}"), pattern.count("{o}")) == (1, 1), pattern
        assert not re.search(r"[{}<>\[\]]", _bare(pattern)), pattern
        assert not re.search(r"^\s*…|…\s*…|…\s*$|  ", pattern), pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_relation_has_a_known_mood(language: str) -> None:
    assert {row["mood"] for row in table("relations", language)} <= {"", "planned", "begun", "done"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_and_counter_of_a_relation_mark_both_ends(language: str) -> None:
    for row in table("relations", language):
        for sentence in (row["example"], row["counter"]):
            assert sorted(end for end, _ in MARK.findall(sentence)) == ["o", "s"], sentence
            assert not re.search(r"[\[\]]", MARK.sub("", sentence)), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_relation_has_its_ends_and_words_in_the_order_of_the_pattern(language: str) -> None:
    for row in table("relations", language):
        sentence = MARK.sub(lambda mark: "{" + mark[1] + "}", row["example"]).lower()
        at = 0
        for part in re.findall(r"\{[so]\}|[^…{}<>]+", LEMMA.sub("…", row["pattern"])):
            at = sentence.find(part.strip(), at)
            assert at >= 0, (row["pattern"], row["example"])
            at += len(part.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counter_speaks_of_the_two_things_of_its_example(language: str) -> None:
    for row in table("relations", language):
        ends = [dict(MARK.findall(row[column])) for column in ("example", "counter")]
        assert {end: name.lower() for end, name in ends[0].items()} == {
            end: name.lower() for end, name in ends[1].items()
        }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("purpose", "column"), [("standins", "word"), ("lists", "mark")])
def test_a_word_stands_in_its_example_and_not_in_its_counter(purpose: str, column: str, language: str) -> None:
    for row in table(purpose, language):
        word = row[column]
        assert _occurs(word, _hidden(row["example"], word, language), language), row
        assert not _occurs(word, _hidden(row["counter"], word, language), language), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_compound_stands_in_its_example_and_not_in_its_counter(language: str) -> None:
    for row in table("compounds", language):
        assert _occurs(row["word"], row["example"], language), row
        assert not _occurs(row["word"], row["counter"], language), row


def test_a_chinese_compound_holds_the_word_that_it_hides() -> None:
    for row in table("compounds", "zh"):
        assert row["hides"] in row["word"]
        assert row["hides"] in row["counter"], row


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stand_in_is_of_known_families(language: str) -> None:
    for row in table("standins", language):
        assert set(row["families"].split("|")) <= FAMILIES, row
        assert row["possessive"] in {"", "possessive"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_of_a_list_has_a_known_role(language: str) -> None:
    assert {row["role"] for row in table("lists", language)} <= ROLES
