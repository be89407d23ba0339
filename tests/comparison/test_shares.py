"""Which claims of a graph are about which of its cities."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.comparison.shares import all_claims, below, cities_of, share, speaking
from support.paths import FIXTURE
from support.samples import claim
from support.two_cities import PREFIXES

TWO = """@prefix ex: <https://example.org/> .
ex:paper a cg:Source ; skos:prefLabel "報"@zh-Hant .
ex:east a cg:City ; skos:prefLabel "東城"@zh-Hant . ex:west a cg:City ; skos:prefLabel "西城"@zh-Hant .
ex:province a cg:AdministrativeArea ; skos:prefLabel "某省"@zh-Hant .
ex:park a cg:Zone ; skos:prefLabel "東園"@zh-Hant . ex:mill a cg:Firm ; skos:prefLabel "西廠"@zh-Hant .
ex:branch a cg:Firm ; skos:prefLabel "分廠"@zh-Hant . ex:wind a cg:Industry ; skos:prefLabel "風電"@zh-Hant .
ex:stray a cg:Product ; skos:prefLabel "無主"@zh-Hant . ex:maker a cg:Firm ; skos:prefLabel "無主廠"@zh-Hant .
ex:funded a cg:Firm ; skos:prefLabel "省企"@zh-Hant . ex:yarn a cg:Product ; skos:prefLabel "紗"@zh-Hant .
ex:road a cg:Route ; skos:prefLabel "東西路"@zh-Hant .
"""
CLAIMS = (
    claim("c1", "ex:park cg:sitedIn ex:east", status="realised")
    + claim("c2", "ex:branch cg:sitedIn ex:park", status="realised")
    + claim("c3", "ex:mill cg:headquarteredIn ex:west", status="realised")
    + claim("c4", "ex:branch cg:controlledBy ex:mill", status="realised")
    + claim("c5", "ex:branch cg:spearheads ex:wind", status="realised")
    + claim("c6", "ex:maker cg:makes ex:stray", status="realised")
    + claim("c7", "ex:road cg:connects ex:east", status="planned")
    + claim("c8", "ex:road cg:connects ex:west", status="planned")
    + claim("c9", "ex:east cg:within ex:province", status="realised")
    + claim("c10", "ex:west cg:within ex:province", status="realised")
    + claim("c11", "ex:province cg:aids ex:funded", status="planned")
    + claim("c12", "ex:funded cg:makes ex:yarn", status="realised")
)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    file = tmp_path_factory.mktemp("two") / "two.ttl"
    file.write_text(PREFIXES + TWO + CLAIMS, "utf-8")
    return cg.open(file)


def of(graph: cg.CityGraph, one: str, rival: str) -> set[str]:
    ends = cg.resolve(graph, one), cg.resolve(graph, rival)
    return {each.iri.rpartition("/")[2] for each in share(graph, all_claims(graph, ends[0]), *ends)}


def test_a_thing_belongs_to_the_city_in_which_it_lies_whoever_is_nearer(two: cg.CityGraph) -> None:
    # The parent of the branch is in the west; the branch and what it leads are in the east.
    assert {"c1", "c2", "c4", "c5", "c9"} <= of(two, "東城", "西城")
    assert of(two, "西城", "東城") & {"c1", "c2", "c5", "c9"} == set()


def test_a_tie_between_things_of_both_is_about_both(two: cg.CityGraph) -> None:
    assert "c4" in of(two, "東城", "西城") & of(two, "西城", "東城")


def test_what_one_city_says_of_a_thing_of_both_is_about_this_city(two: cg.CityGraph) -> None:
    # The road belongs to both; that it reaches the west is about the west.
    assert of(two, "東城", "西城") & {"c7", "c8"} == {"c7"}
    assert of(two, "西城", "東城") & {"c7", "c8"} == {"c8"}


def test_a_province_leads_from_no_city_to_the_other(two: cg.CityGraph) -> None:
    assert "c10" in of(two, "西城", "東城")
    # What the province does for a firm is said of no city by the way through the province.
    assert ("c12" in of(two, "東城", "西城")) != ("c12" in of(two, "西城", "東城"))


def test_what_nothing_leads_to_belongs_to_one_city_alone(two: cg.CityGraph) -> None:
    assert ("c6" in of(two, "東城", "西城")) != ("c6" in of(two, "西城", "東城"))


def test_a_graph_about_one_city_is_about_it_as_a_whole(city: cg.CityGraph) -> None:
    (taiyuan,) = cities_of(city)
    whole = all_claims(city, taiyuan)
    assert share(city, whole, taiyuan, None) == whole


def test_headings_are_no_claims_about_a_city(city: cg.CityGraph) -> None:
    listed = all_claims(city, cities_of(city)[0])
    assert not any(each.relation.iri.endswith("underTheme") for each in listed)
    assert any(each.basis == "inferred" for each in listed)


@pytest.mark.parametrize(
    ("file", "cities"),
    [
        ("city", ["雲泊", "霽川"]),
        ("hekou", ["河口市"]),
        ("rivermouth", ["潮河口"]),
        ("articles/hans", ["硯泓"]),
        ("articles/hant", ["葭嶼"]),
    ],
)
def test_a_graph_is_about_the_cities_that_say_something_or_that_it_names(file: str, cities: list[str]) -> None:
    found = [each.label for each in cities_of(cg.open(FIXTURE.parent / file / "city.ttl"))]
    assert len(found) == len(cities)
    if file != "rivermouth":
        assert found == cities


def test_a_city_that_is_only_inferred_to_say_something_does_not_speak(city: cg.CityGraph) -> None:
    said = [each for each in all_claims(city, cities_of(city)[0]) if each.subject.label == "太原"]
    assert [each.label for each in speaking(said)] == ["太原"]
    assert speaking([each.replace(basis="inferred") for each in said]) == []


def test_a_graph_without_a_city_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "none.ttl"
    file.write_text(PREFIXES + '<urn:a> a cg:Firm ; skos:prefLabel "甲"@zh-Hant .', "utf-8")
    with pytest.raises(cg.CityGraphError, match="This graph has no city"):
        cities_of(cg.open(file))


def test_a_general_relation_stands_with_the_special_ones(city: cg.CityGraph) -> None:
    assert {each.rpartition("#")[2] for each in below(city, "worksOn")} == {
        "worksOn", "researches", "cultivates", "specialisesIn",
    }  # fmt: skip


def test_an_endpoint_is_read_around_the_city_and_says_so(server: str) -> None:
    graph = cg.open(server)
    taiyuan = cg.resolve(graph, "太原")
    found = all_claims(graph, taiyuan)
    assert len(found) > 200
    assert any("two steps" in note or "2 steps" in note for note in graph.notes)
