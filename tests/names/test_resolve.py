"""The verb resolve: a name in any script finds the one thing that has it; a near miss is only suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.rows import for_each
from support.samples import NAMESAKES, turtle


@for_each(
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


def test_an_entity_in_the_place_of_its_name_is_refused_with_what_to_give(city: cg.CityGraph) -> None:
    entity = cg.resolve(city, "太鋼")
    for ask in (cg.resolve, cg.neighbors, cg.find):
        with pytest.raises(TypeError, match="the iri of an entity; got Entity"):
            ask(city, entity)  # type: ignore[arg-type]
    assert cg.resolve(city, entity.iri) == cg.resolve(city, entity.label) == entity


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


@pytest.mark.parametrize(
    "name", ["太剛", "taigagn", "鋼", "太", "綜改示範區", "晉能", "二期", "60", "2024", "產業園區", "百"]
)
def test_a_verb_takes_no_near_name_no_part_and_no_short_beginning(city: cg.CityGraph, name: str) -> None:
    with pytest.raises(cg.NameNotFound) as refused:
        cg.neighbors(city, name)
    assert list(refused.value.suggestions) == [match.label for match in cg.find(city, name, top=5)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("西北二環", "西北二環主線"),  # an event has a name that begins so, too
        ("西北二环", "西北二環主線"),
        ("xibeierhuan", "西北二環主線"),
        ("古交—婁煩—方山高速公路", "古交—婁煩—方山高速公路工程建設項目"),
        ("晶科56GW", "晶科56GW垂直一體化大基地"),
        ("泰山玻璃纖維", "泰山玻璃纖維(太原)有限公司"),
        ("太鋼不銹鋼", "山西太鋼不銹鋼股份有限公司"),
        ("地鐵1號線", "太原地鐵1號線"),
        ("一號線", "太原地鐵1號線"),
        ("氢能", "氫能產業鏈"),
        ("山西", "山西省"),
        ("Shanxi", "山西省"),
        ("富士康", "富士康(太原)"),
        ("硅料", "硅料(光伏)"),
    ],
)
def test_a_shortened_name_is_taken_if_it_fits_one_thing_and_the_graph_notes_it(typed: str, meant: str) -> None:
    with cg.open() as city:
        assert cg.resolve(city, typed).label == meant
        assert city.notes == (f"「{typed}」按「{meant}」查詢。",)


@pytest.mark.parametrize("name", ["太原地鐵一號線", "太原地铁1号线", "太原地鐵１號線", "taiyuanditieyihaoxian"])
def test_numbers_are_the_same_in_chinese_and_in_digits_and_nothing_is_noted(name: str) -> None:
    with cg.open() as city:
        assert cg.resolve(city, name).label == "太原地鐵1號線"
        assert city.notes == ()


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("光伏", ["光伏產業鏈", "光伏產業"]),
        ("陽曲", ["陽曲縣", "陽曲工業園區", "陽曲產業園區", "陽曲示范區"]),
        ("美錦能源", ["山西美錦能源股份有限公司", "美錦能源集團"]),
        ("8GW項目", ["中來一期8GW項目", "中來二期8GW項目"]),
    ],
)
def test_a_name_that_is_short_for_several_is_refused_with_all(city: cg.CityGraph, name: str, labels: list[str]) -> None:
    with pytest.raises(cg.AmbiguousName, match=f"'{name}' may be short for {len(labels)} entities") as refused:
        cg.resolve(city, name)
    assert [each.label for each in refused.value.candidates] == labels
    assert refused.value.shortened


def test_of_several_that_a_name_is_short_for_the_kind_of_the_question_is_meant(city: cg.CityGraph) -> None:
    assert cg.resolve(city, "光伏", kind="Chain").label == "光伏產業鏈"
    assert cg.resolve(city, "光伏", about=["Chain"]).label == "光伏產業鏈"
    assert cg.resolve(city, "西北二環", about=["Event"]).label == "西北二環主線通車"
    with pytest.raises(cg.AmbiguousName):
        cg.resolve(city, "光伏", about=["Firm"])


def test_a_name_in_full_is_taken_whatever_begins_so(tmp_path: Path) -> None:
    body = """ex:a a cg:Chain ; skos:prefLabel "光伏"@zh-Hant . ex:b a cg:Chain ; skos:prefLabel "光伏產業鏈"@zh-Hant .
    ex:c a cg:Firm ; skos:prefLabel "Hai Na 12"@en . ex:d a cg:Firm ; skos:prefLabel "Mill 120 Wharf"@en .
    ex:e a cg:Event ; skos:prefLabel "船廠投產"@zh-Hant ."""
    city = cg.open(turtle(tmp_path, body))
    assert cg.resolve(city, "光伏", about=["Firm"]).iri == "https://example.org/a"
    assert city.notes == ()
    assert cg.resolve(city, "hai na").iri == "https://example.org/c"
    assert cg.resolve(city, "船廠", kind="Event").iri == "https://example.org/e"
    for cut in ("ha", "Mill 12", "船廠"):  # in the middle of a word, of a number; an event
        with pytest.raises(cg.NameNotFound):
            cg.resolve(city, cut)


def test_a_kind_chooses_between_two_things_of_one_name_and_leaves_out_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    city = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(city, "陽曲", kind="Zone").iri == "urn:park"
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "范兆森", kind="Zone")
