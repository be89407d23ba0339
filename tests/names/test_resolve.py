"""The verb resolve: a name in any script finds the one thing that has it; a near miss is only suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import NAMESAKES


@pytest.mark.parametrize(
    "name",
    [
        "太鋼",
        "太钢",
        " 太鋼 ",
        "太 鋼",
        "TISCO",
        "tisco",
        "ＴＩＳＣＯ",
        "Taigang",
        "Tàigāng",
        "tai gang",
        "tai4gang1",
        "TAIGANG",
        "太钢集团",
        "太鋼集團",
        "https://w3id.org/citygraph/id/taiyuan/taigang",
        "ty:taigang",
    ],
)
def test_every_spelling_finds_the_same_firm(city: cg.CityGraph, name: str) -> None:
    assert cg.resolve(city, name).iri == "https://w3id.org/citygraph/id/taiyuan/taigang"


@pytest.mark.parametrize("name", ["太原钢铁(集团)有限公司", "太原钢铁（集团）有限公司", "太原鋼鐵(集團)有限公司"])
def test_a_firm_is_not_the_company_that_its_name_stands_for(city: cg.CityGraph, name: str) -> None:
    assert cg.resolve(city, name).iri == "https://w3id.org/citygraph/id/taiyuan/taigang-group"


def test_the_answer_is_the_same_under_every_name(city: cg.CityGraph) -> None:
    answers = [cg.neighbors(city, name) for name in ("太鋼", "太钢", "TISCO", "太钢集团")]
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("name", ["示范區", "示範區", "示范区"])
def test_variant_characters_find_each_other(tmp_path: Path, name: str) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    assert cg.resolve(cg.open(tmp_path / "two.ttl"), name).iri == "urn:zone"


def test_what_no_thing_is_called_is_refused_with_the_nearest_names(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound, match="太鋼") as refused:
        cg.resolve(city, "太鋼鐵")
    assert refused.value.suggestions[0] in ("太鋼", "太钢")
    assert len(refused.value.suggestions) <= 5


@pytest.mark.parametrize("name", ["", " ", "\x00", "鋼" * 10_000, "ty:nothing", "https://example.org/nothing"])
def test_names_that_are_none_are_refused(city: cg.CityGraph, name: str) -> None:
    with pytest.raises(cg.NameNotFound) as refused:
        cg.resolve(city, name)
    assert len(str(refused.value)) < 300


def test_a_name_of_two_is_refused_with_both(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    with pytest.raises(cg.AmbiguousName) as refused:
        cg.resolve(cg.open(tmp_path / "two.ttl"), "陽曲")
    assert [candidate.iri for candidate in refused.value.candidates] == ["urn:county", "urn:park"]
    assert "urn:county" in str(refused.value)


def test_the_words_of_the_ontology_are_no_entities(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "重點支持")


def test_of_many_the_first_are_told_of_and_the_others_counted(tmp_path: Path) -> None:
    things = "\n".join(f'<urn:{n}> <http://www.w3.org/2000/01/rdf-schema#label> "甲" .' for n in range(60))
    (tmp_path / "a.ttl").write_text(things, "utf-8")
    with pytest.raises(cg.AmbiguousName, match=r"and 56 more\. Use a longer name or an IRI.") as refused:
        cg.resolve(cg.open(tmp_path / "a.ttl"), "甲")
    assert len(refused.value.candidates) == 60


@pytest.mark.parametrize("name", ["陽曲", "太剛", "taigagn", "鋼"])
def test_a_verb_takes_no_beginning_no_part_and_no_near_name(city: cg.CityGraph, name: str) -> None:
    with pytest.raises(cg.NameNotFound) as refused:
        cg.neighbors(city, name)
    assert list(refused.value.suggestions) == [match.name for match in cg.find(city, name, top=5)]


def test_a_kind_chooses_between_two_things_of_one_name_and_leaves_out_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    city = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(city, "陽曲", kind="Zone").iri == "urn:park"
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "范兆森", kind="Zone")
