"""The verb compare: what two cities share, what only one names, and what is no city."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import FIXTURE
from support.samples import HEAD, NAMESAKES, claim
from support.two_cities import graphs

SHARED = {"風電產業", "特鋼產業鏈", "人工智能", "電機", "電池"}
PLAIN = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:port a cg:City ; skos:prefLabel "灣城"@zh-Hant ; cg:aids ex:wind .
ex:wind a cg:Industry ; skos:prefLabel "風電產業"@zh-Hant .
"""


def names(found: cg.Comparison, part: str, named: str) -> set[str]:
    return {row.topic.label for row in found.part(part, named)}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> cg.Comparison:
    one, other = graphs(tmp_path_factory.mktemp("two"))
    return cg.compare(one, beside=other)


def test_all_that_both_name_is_found_and_nothing_else(found: cg.Comparison) -> None:
    assert names(found, "things", "both") == SHARED
    assert names(found, "things", "first") == {"氫能產業鏈", "絲綢產業", "雙名一"}
    assert names(found, "things", "second") == {"氫能產業", "茶葉", "重名", "雙名一"}


def test_what_stands_in_one_city_alone_is_empty_on_the_other_side_and_no_denial(found: cg.Comparison) -> None:
    (silk,) = [row for row in found.part("things") if row.topic.label == "絲綢產業"]
    assert (silk.named, silk.second) == ("first", ())
    assert silk.as_json()["second"] == []


def test_each_side_says_where_it_says_so(found: cg.Comparison) -> None:
    for row in found:
        for said in (*row.first, *row.second):
            assert said.claims
            assert all(claim.evidence for claim in said.claims)
            assert said.as_json(figure=row.part == "figures")["evidence"]


def test_the_counts_of_a_side_are_those_of_its_claims(found: cg.Comparison) -> None:
    side = found.first
    assert side.claims == sum(side.status.values()) == sum(side.proof.values())
    assert (side.status["realised"], side.status["planned"], side.status["targeted"]) == (34, 5, 8)
    assert (side.sources, side.dates, side.held_back) == (1, ("2031-05-08",), 1)
    assert side.kinds["產業鏈"] == 3


def test_inferred_claims_are_left_out_unless_asked_for(tmp_path: Path, found: cg.Comparison) -> None:
    one, other = graphs(tmp_path)
    more = cg.compare(one, beside=other, inferred=True)

    def silk(answer: cg.Comparison) -> cg.Said:
        (row,) = [row for row in answer.part("things") if row.topic.label == "絲綢產業"]
        return row.first[0]

    assert len(silk(more).claims) == len(silk(found).claims) + 1
    # What no source states stands behind what one does.
    assert silk(more).claims[-1].basis == "inferred"
    assert silk(more).standing == "planned"


def test_a_city_beside_itself_shares_everything() -> None:
    found = cg.compare(cg.open(), beside=cg.open())
    assert {row.named for row in found} == {"both"}
    assert found.alike == ()
    assert found.first == found.second
    assert len(found.part("things")) > 100
    for row in found:
        assert [said.entity for said in row.first] == [said.entity for said in row.second]


def test_the_two_sides_change_places(tmp_path: Path, found: cg.Comparison) -> None:
    one, other = graphs(tmp_path)
    turned = cg.compare(other, beside=one)
    assert (turned.first, turned.second) == (found.second, found.first)
    for part in ("things", "leaders", "zones", "figures"):
        assert len(turned.part(part, "both")) == len(found.part(part, "both"))
        assert names(turned, part, "first") == names(found, part, "second")


def test_two_cities_of_one_graph_have_their_own(fixture_city: cg.CityGraph) -> None:
    found = cg.compare(fixture_city, "雲泊", "霽川")
    assert names(found, "things", "second") == {"雲端服務", "數字文創"}
    assert {"深水裝備", "海洋工程產業", "深海錨鏈"} <= names(found, "things", "first")
    assert not names(found, "things", "both")


def test_a_graph_without_claims_is_compared_by_its_triples(tmp_path: Path) -> None:
    file = tmp_path / "plain.ttl"
    file.write_text(PLAIN, "utf-8")
    one, _ = graphs(tmp_path)
    found = cg.compare(cg.open(file), beside=one)
    assert names(found, "things", "both") == {"風電產業"}
    (row,) = found.part("things", "both")
    assert row.first[0].standing == ""
    assert (found.first.claims, found.first.status, found.first.sources) == (1, {}, 0)


def test_a_graph_of_two_cities_asks_which(fixture_city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"about 2 cities: 雲泊 .*, 霽川 .*Say which one is meant"):
        cg.compare(fixture_city, beside=cg.open())


def test_a_name_of_two_cities_carries_both(tmp_path: Path) -> None:
    file = tmp_path / "two.ttl"
    file.write_text(NAMESAKES.replace('cg:Zone ; skos:prefLabel "陽曲"', 'cg:City ; skos:prefLabel "陽曲"'), "utf-8")
    with pytest.raises(cg.AmbiguousName) as refused:
        cg.compare(cg.open(file), "陽曲", beside=cg.open())
    assert {each.iri for each in refused.value.candidates} == {"urn:park", "urn:county"}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("太鋼", "長春"), "'太鋼' is no city: 太鋼 has the kind 企業"),
        (("太原", "Taiyuan"), "太原 is compared with itself"),
        (("太原", "沒有這城"), "is called '沒有這城'"),
    ],
)
def test_what_is_no_second_city_is_refused(city: cg.CityGraph, names: tuple[str, str], told: str) -> None:
    with pytest.raises(cg.CityGraphError, match=told):
        cg.compare(city, *names)


def test_a_city_of_which_nothing_is_said_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "port.ttl"
    body = 'ex:mute a cg:City ; skos:prefLabel "無言"@zh-Hant .'
    file.write_text(HEAD + claim("of", "ex:port cg:builds ex:plant") + body, "utf-8")
    with pytest.raises(cg.CityGraphError, match="Nothing is said of 無言"):
        cg.compare(cg.open(file), "雲泊", "無言")


def test_a_county_can_stand_beside_a_city(city: cg.CityGraph) -> None:
    assert (
        cg.compare(city, "陽曲縣", beside=cg.open(FIXTURE.parent / "hekou" / "city.ttl")).first.city.label == "陽曲縣"
    )


def test_a_comparison_prints_as_text(found: cg.Comparison) -> None:
    assert str(found).startswith("甲城與乙城\n")
