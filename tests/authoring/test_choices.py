"""What a sheet offers: each word means, in the same sheet, what it says."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.authoring.choices import Choices, choices
from cityGraph.authoring.sheet_terms import SheetTerms
from cityGraph.proof.figure_claims import CLASSES, claimed
from cityGraph.proof.scope import MOODS
from support.process import LANGUAGES


@pytest.fixture(scope="module")
def terms() -> SheetTerms:
    return SheetTerms()


@pytest.fixture(scope="module", params=LANGUAGES)
def offered(request: pytest.FixtureRequest) -> Choices:
    return choices(request.param)


def test_each_kind_and_relation_means_one_term(offered: Choices, terms: SheetTerms) -> None:
    kinds = [terms.kinds.meaning(kind).term for kind in offered.kinds]
    assert "" not in kinds
    assert len(set(kinds)) == len(kinds) > 40
    words = (*offered.relations, *offered.others)
    meanings = {tuple(terms.relation(word, value=value).term for value in (False, True)) for word in words}
    assert ("", "") not in meanings
    assert len(meanings) == len(words)  # no two words mean the same


def test_the_relations_that_come_first_have_words_in_the_lexicon(offered: Choices, terms: SheetTerms) -> None:
    for word in offered.relations:
        found = {terms.relation(word, value=value).term for value in (False, True)} - {""}
        assert any(terms.said_by[term] for term in found), word
    assert len(offered.relations) > 30


def test_statuses_comparators_and_moods_are_understood(offered: Choices, terms: SheetTerms) -> None:
    assert [terms.statuses.meaning(word).term for word in offered.statuses] == ["realised", "planned", "targeted"]
    read = [claimed("1", "", word) for word in offered.comparators]
    assert {each.comparator for each in read if each} == set(CLASSES)
    moods = [terms.word(word).term for word in offered.moods]
    assert {*moods, "planned", "targeted"} == set(MOODS)
    assert not {"planned", "targeted"} & set(moods)  # these are statuses
    assert all(terms.word(word).term for word in (*offered.relations, *offered.statuses))


def test_a_reader_gets_words_of_one_language() -> None:
    assert all(word.isascii() for words in choices("en")._values() for word in words)
    hant, hans = choices("zh-Hant"), choices("zh-Hans")
    assert {"產業鏈", "企業"} <= set(hant.kinds)
    assert {"产业链", "企业"} <= set(hans.kinds)
    assert hant.moods[1] == "傳聞"


def test_what_the_graph_of_the_package_uses_can_be_chosen(city: cg.CityGraph, offered: Choices) -> None:
    assert len(offered.relations) + len(offered.others) >= len(cg.schema(city).relations) - 5


def test_chinese_labels_stand_in_the_order_of_their_sounds() -> None:
    kinds = choices("zh-Hans").kinds
    assert kinds.index("产品") < kinds.index("城市") < kinds.index("企业") < kinds.index("主题")
