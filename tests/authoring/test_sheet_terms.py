"""The words of a sheet for kinds, relations and statuses."""

from __future__ import annotations

import random
from functools import cache
from importlib.resources import files

import pytest

import cityGraph as cg
from cityGraph.authoring.sheet_terms import SheetTerms
from cityGraph.model.claim import STATUSES
from cityGraph.names.declared import declared_kind, declared_relation
from cityGraph.names.labels import aliases, all_labels
from cityGraph.namespaces import local
from cityGraph.proof.scope import MOODS
from cityGraph.proof.tables import table
from support.ontology import WHOLE


@cache
def terms() -> SheetTerms:
    return SheetTerms()


@cache
def words(query: str) -> list[str]:
    """Every word that the ontology has for its kinds, or for its relations."""
    city = cg.open()
    iris = sorted(row[0].value for row in city.select(query))
    found = [*aliases(city, iris).values(), *all_labels(city, iris, inverse=False).values(), map(local, iris)]
    return sorted({word for each in found for word in each})


def test_a_word_for_a_kind_means_what_it_means_elsewhere() -> None:
    city = cg.open()
    for word in random.Random("kinds").sample(words("declared-kinds"), 25):
        assert terms().kinds.meaning(word).term == local(declared_kind(city, word)), word


def test_a_word_for_a_relation_means_what_it_means_elsewhere() -> None:
    city = cg.open()
    for word in random.Random("relations").sample(words("declared-relations"), 25):
        for value in (False, True):
            found = terms().relation(word, value=value).term
            assert found == local(declared_relation(city, word, value=value)), word


@pytest.mark.parametrize(
    ("word", "term"),
    [("firm", "Firm"), ("Firms", "Firm"), ("cg:Firm", "Firm"), ("企業", "Firm"), ("企业", "Firm"), ("城市", "City")],
)
def test_a_kind_goes_by_label_alias_or_id(word: str, term: str) -> None:
    assert terms().kinds.meaning(word).term == term


def test_a_relation_goes_by_any_of_its_words_and_a_hyphen_is_a_space() -> None:
    for word in ("located-in", "Located In", "located_in", "位於", "位于", "cg:locatedIn"):
        assert terms().relation(word, value=False).term == "locatedIn"


def test_a_relation_that_reads_from_the_object_is_refused_with_the_one_to_write() -> None:
    meaning = terms().relation("given priority support by", value=False)
    assert meaning.term == ""
    assert "Exchange the two" in meaning.reason
    assert terms().relation(meaning.suggestion, value=False).term


def test_a_word_for_nothing_is_refused_with_the_nearest() -> None:
    assert terms().kinds.meaning("organisatoin").suggestion == "organisation"
    assert terms().kinds.meaning("丙丁戊").reason == "no kind is called '丙丁戊'"
    assert terms().kinds.meaning("丙丁戊").suggestion == ""
    assert terms().kinds.meaning("Claim").term == ""


@pytest.mark.parametrize(("word", "term"), [("planned", "planned"), ("事實", "realised"), ("规划", "planned")])
def test_a_status_goes_by_its_words_in_three_languages(word: str, term: str) -> None:
    assert terms().statuses.meaning(word).term == term
    assert {terms().statuses.meaning(each).term for each in STATUSES} == {*STATUSES}


def test_each_relation_of_the_lexicon_says_one_of_the_ontology() -> None:
    known = {row["relation"] for row in table("ends", "any")}
    assert {name for names in terms().said_by.values() for name in names} == known
    # A relation with narrower words of its own is not said by the plain ones.
    assert terms().said_by["supports"] == ()
    assert terms().said_by["aids"] == ("supports",)


def test_a_kind_has_the_family_of_what_it_is_below() -> None:
    families = terms().families
    assert (families["Government"], families["City"], families["Zone"]) == ("body", "place", "zone")
    assert {local(str(kind)) for kind in WHOLE.subjects() if str(kind).endswith("#Person")} == {"Person"}


@pytest.mark.parametrize(
    ("means", "term"),
    [
        ("支持", "supports"), ("located in", "located-in"), ("located_in", "located-in"),
        ("cg:locatedIn", "located-in"), ("plans", "plans"), ("cg:spearheads", "cg:spearheads"),
        ("planned", "planned"), ("規劃", "planned"), ("规划", "planned"), ("Target", "targeted"),
        ("realised", "done"), ("事實", "done"), ("目標", "targeted"),
        ("negation", "denied"), ("否定", "denied"), ("傳聞", "hearsay"),
        ("rumour", "hearsay"), ("condition", "condition"), ("條件", "condition"), ("former", "former"),
        ("以前", "former"), ("under construction", "begun"), ("在建", "begun"),
    ],
)  # fmt: skip
def test_an_added_word_means_a_relation_or_a_mood_in_any_language(means: str, term: str) -> None:
    assert terms().word(means).term == term


@pytest.mark.parametrize(
    ("means", "suggestion"),
    [("suports", "supports"), ("negatoin", "negation"), ("planed", "planned"), ("zzz", "")],
)
def test_an_added_word_of_another_meaning_is_refused_with_the_word_that_was_meant(means: str, suggestion: str) -> None:
    refused = terms().word(means)
    assert (refused.term, refused.suggestion) == ("", suggestion)
    assert refused.reason == f"no relation, status or mood is called '{means}'"


@pytest.mark.parametrize("means", ["unit", "单位", "亿元", "公頃", "km", "comparator", "指标"])
def test_no_word_can_be_added_for_a_unit_or_what_else_a_number_has(means: str) -> None:
    assert terms().word(means).reason == (
        f"'{means}' belongs to a number. Words can be added for relations and moods only"
    )


def test_an_added_word_does_not_turn_a_relation_round() -> None:
    refused = terms().word("受…支持")
    assert (refused.term, refused.reason) == ("", "'受…支持' reads from the object to the subject")


def test_each_word_for_a_mood_is_known_and_no_relation_has_a_name_of_a_mood() -> None:
    lines = (files("cityGraph.authoring") / "moods.tsv").read_text("utf-8").splitlines()[1:]
    for mood, said in (line.split("\t") for line in lines):
        assert {terms().word(word).term for word in (mood, *said.split("|"))} == {mood}
    assert {line.partition("\t")[0] for line in lines} == set(MOODS)
    assert not set(MOODS) & {row["relation"] for row in table("ends", "any")}
