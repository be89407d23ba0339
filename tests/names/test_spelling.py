"""Spellings of a name: folded, as pinyin, by initials."""

from __future__ import annotations

import pytest
from hypothesis import given

import cityGraph as cg
from cityGraph.names.entities import names_of
from cityGraph.names.spelling import fold, initials, pinyin_key
from support.strange import ANY, quick


def test_folding_keeps_what_is_all_punctuation() -> None:
    assert fold("——") != ""
    assert fold("1+7+4") == "174"


HEARD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/citygraph/ontology#> .
<urn:lv> a cg:City ; skos:prefLabel "呂梁"@zh-Hant ; skos:altLabel "Lǚliáng"@zh-Latn-pinyin .
<urn:changzhi> a cg:City ; skos:prefLabel "長治"@zh-Hant ; skos:altLabel "Chángzhì"@zh-Latn-pinyin .
<urn:chuangzhi> a cg:Firm ; skos:prefLabel "創智"@zh-Hant ; skos:altLabel "Chuàngzhì"@zh-Latn-pinyin .
<urn:silent> a cg:Firm ; skos:prefLabel "無音"@zh-Hant .
<urn:cz> a cg:Firm ; skos:prefLabel "CZ"@en .
"""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    file = tmp_path_factory.mktemp("heard") / "heard.ttl"
    file.write_text(HEARD, "utf-8")
    return cg.open(file)


@pytest.mark.parametrize("name", ["Lǚliáng", "luliang", "lvliang", "lü liang", "lü3liang2", "ll", "LL"])
def test_pinyin_finds_with_tones_without_and_by_initials(heard: cg.CityGraph, name: str) -> None:
    assert cg.resolve(heard, name).iri == "urn:lv"


def test_a_name_goes_before_initials_and_initials_of_two_are_refused(heard: cg.CityGraph, city: cg.CityGraph) -> None:
    assert cg.resolve(heard, "cz").iri == "urn:cz"
    assert [match.how for match in cg.find(heard, "cz")] == ["exact", "initials", "initials"]
    with pytest.raises(cg.AmbiguousName, match=r"Use a longer name or an IRI.") as refused:
        cg.resolve(city, "tg")
    assert [candidate.label for candidate in refused.value.candidates] == ["太谷", "太鋼", "太鍋"]


def test_what_has_no_pinyin_in_the_data_is_not_guessed(heard: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound):
        cg.resolve(heard, "wuyin")


def test_each_character_has_its_syllable(city: cg.CityGraph) -> None:
    found = 0
    for thing, spelled in names_of(city, {claim.subject.iri for claim in cg.claims(city, inferred=True)}).items():
        labels = [name for name, language, _ in spelled if language == "zh-Hant"]
        for name, language, _ in spelled:
            if language == "zh-Latn-pinyin" and all("\u4e00" <= c <= "\u9fff" for c in "".join(labels)):
                assert len(initials(name)) in map(len, labels), thing
                found += 1
    assert found > 50


@quick
@given(ANY)
def test_pinyin_is_heard_in_no_nonsense(text: str) -> None:
    assert pinyin_key(text).isascii()
    assert initials(text).isascii()


def test_only_a_digit_after_a_syllable_is_a_tone() -> None:
    assert pinyin_key("er4 huan2") == "erhuan"
    assert pinyin_key("xian4 12") == "xian12"
