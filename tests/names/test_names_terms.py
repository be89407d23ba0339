"""The words for kinds and relations: as printed, in three languages; a part of a label only if it is in one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cityGraph as cg
from cityGraph.names.terms import terms_named
from cityGraph.namespaces import PREFIXES, local

TERMS = [
    PREFIXES["cg"] + name for name in ("Firm", "LegalEntity", "Chain", "Industry", "chainLeaderOf", "cooperatesWith")
]


def named(city: cg.CityGraph, word: str) -> set[str]:
    return {local(term) for term in terms_named(city, word, TERMS, "Nothing is", "There are")}


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("https://w3id.org/citygraph/ontology#Chain", "Chain"),
        ("cg:Chain", "Chain"),
        ("產業", "Industry"),  # a label in full, though a part of another
        ("产业链", "Chain"),
        ("industries", "Industry"),
        ("companies", "LegalEntity"),
        ("法人", "LegalEntity"),  # a part
        ("公司", "Firm"),  # an alias in full, though a part of another label
        ("鏈主", "chainLeaderOf"),  # in the labels for both directions of one relation
        ("cooperates", "cooperatesWith"),
        ("合作", "cooperatesWith"),
        ("與…合作", "cooperatesWith"),
        ("業", None),
        ("", None),
    ],
)
def test_a_word_stands_for_one_term_or_none(city: cg.CityGraph, word: str, term: str | None) -> None:
    if term:
        assert named(city, word) == {term}
    else:
        with pytest.raises(cg.CityGraphError, match="Nothing is"):
            named(city, word)


@pytest.mark.parametrize(
    ("language", "word", "says"),
    [
        ("zh-Hant", "Frm", r"Nearest names: 企業 \(Firm\)"),
        ("en", "企页", r"Nearest names: firm \(Firm\)"),
        ("zh-Hans", "suports", r"There are: 产业链 \(Chain\), 企业 \(Firm\), .*, and 1 more\.$"),
        ("zh-Hant", "合作伙伴", r"Nearest names: .*與…合作 \(cooperatesWith\)"),
    ],
)
def test_the_nearest_are_listed_in_the_language_of_the_reader(language: str, word: str, says: str) -> None:
    with cg.open(language=language) as city, pytest.raises(cg.CityGraphError, match=says):
        named(city, word)


def test_a_part_of_several_labels_is_refused_with_these(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"'是…的'\. Nearest names: ([^,]*\(\w+\), ){4}[^,]*\(\w+\)\.$"):
        cg.neighbors(city, "太鋼", relations=["是…的"])


@pytest.mark.parametrize(
    "ask",
    [
        lambda city, word: cg.neighbors(city, "太鋼", relations=[word]),
        lambda city, word: cg.export(city, "太鋼", relations=[word]),
        lambda city, word: cg.paths(city, "太鋼", "太原", relations=[word]),
    ],
)
def test_a_relation_is_named_alike_in_every_verb(
    city: cg.CityGraph, ask: Callable[[cg.CityGraph, str], cg.Neighbors | cg.Export | cg.Paths]
) -> None:
    assert ask(city, "重點支持") == ask(city, "given priority support by") == ask(city, "supports")
    with pytest.raises(
        cg.CityGraphError, match=r"No relation in this graph is called 'suports'\. Nearest names: 重點支持"
    ):
        ask(city, "suports")


def test_gaps_take_a_kind_in_any_language() -> None:
    with cg.open(language="en") as city:
        assert cg.gaps(city, kind="產業鏈") == cg.gaps(city, kind="chains") == cg.gaps(city, kind="Chain")
        assert len(cg.gaps(city, kind="產業鏈")) > 0


def test_of_all_terms_those_with_a_label_are_listed_first(city: cg.CityGraph) -> None:
    terms = [*TERMS, "http://purl.org/dc/terms/abstract"]
    with pytest.raises(cg.CityGraphError, match=r"There are: 產業鏈 \(Chain\), .*, and 2 more\.$"):
        terms_named(city, "xyz", terms, "Nothing is", "There are")
