"""What each city names: things, leaders, zones; the best claim first."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.comparison.shares import all_claims, cities_of
from cityGraph.comparison.sides import Half, leaders, things, zones
from support.two_cities import graphs


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Half, Half]:
    made = []
    for graph in graphs(tmp_path_factory.mktemp("two")):
        (about,) = cities_of(graph)
        made.append(Half(graph, about, all_claims(graph, about)).stated())
    return made[0], made[1]


def labels(said: tuple[cg.Said, ...]) -> list[str]:
    return [each.entity.label for each in said]


def test_kinds_come_in_order_and_what_both_name_first(halves: tuple[Half, Half]) -> None:
    rows, _ = things(*halves)
    kinds = [row.topic.kind for row in rows]
    assert kinds == sorted(kinds, key=["Industry", "Chain", "Track", "Product"].index)
    for kind in set(kinds):
        named = [row.named for row in rows if row.topic.kind == kind]
        assert named == sorted(named, key=["both", "first", "second"].index)


def test_how_two_things_were_joined_is_told(halves: tuple[Half, Half]) -> None:
    rows, _ = things(*halves)
    remarks = {row.topic.label: [each.name for each in row.remarks] for row in rows if row.named == "both"}
    assert remarks == {
        "風電產業": [],
        "特鋼產業鏈": ["name"],
        "人工智能": ["name"],
        "電機": ["name"],
        "電池": ["kinds", "name"],
    }
    (battery,) = [row for row in rows if row.topic.label == "電池" and row.named == "both"]
    assert battery.remarks[0].value == "產業鏈 | 產業"


def test_nearly_the_same_names_are_listed_and_not_shared(halves: tuple[Half, Half]) -> None:
    _, alike = things(*halves)
    assert {(row.topic.label, row.second[0].entity.label) for row in alike} == {
        ("氫能產業鏈", "氫能產業"),
        ("雙名一", "重名"),
        ("雙名一", "雙名一"),
    }


def test_a_fact_comes_before_a_plan_and_gives_the_status(halves: tuple[Half, Half]) -> None:
    rows, _ = things(*halves)
    (wind,) = [row for row in rows if row.topic.label == "風電產業"]
    assert [claim.status for claim in wind.first[0].claims] == ["realised", "planned"]
    assert wind.first[0].standing == wind.first[0].claims[0].standing == "realised"


def test_the_status_of_every_thing_is_that_of_its_first_claim(city: cg.CityGraph) -> None:
    half = Half(city, cities_of(city)[0], all_claims(city, cities_of(city)[0]))
    for thing in half.things(half.is_comparable):
        said = half.said(thing)
        assert said.standing == said.claims[0].standing


def test_leaders_stand_side_by_side(halves: tuple[Half, Half]) -> None:
    found = leaders(*halves, things(*halves)[0])
    assert [(row.topic.label, labels(row.first), labels(row.second)) for row in found] == [
        ("風電產業", ["甲鋼"], ["乙能"]),
        ("特鋼產業鏈", ["甲鋼"], ["乙鋼"]),
    ]
    # The general relation counts, and a plan stays one.
    assert found[1].second[0].standing == "planned"


def test_who_only_takes_part_is_no_leader(halves: tuple[Half, Half]) -> None:
    assert not any(row.topic.label == "電池" for row in leaders(*halves, things(*halves)[0]))


def test_zones_stand_with_what_they_turn_to(halves: tuple[Half, Half]) -> None:
    found = zones(*halves, things(*halves)[0])
    assert {(row.topic.label, *labels(row.first), row.named, *labels(row.second)) for row in found} == {
        ("特鋼產業鏈", "甲園", "both", "乙園"),
        ("絲綢產業", "甲園", "first"),
        ("氫能產業", "second", "乙園"),
        ("電池", "second", "乙園"),
    }


def test_core_firms_of_a_chain_count_as_leaders(city: cg.CityGraph) -> None:
    about = cities_of(city)[0]
    half = Half(city, about, all_claims(city, about)).stated()
    found = leaders(half, half, things(half, half)[0])
    core = {claim.subject for claim in half.claims if claim.relation.iri.endswith("chainCoreOf")}
    assert core
    assert core <= {said.entity for row in found for said in row.first}


def test_the_quote_that_has_the_name_comes_first(tmp_path: Path) -> None:
    one, _ = graphs(tmp_path)
    (about,) = cities_of(one)
    listed = all_claims(one, about)
    silk = next(claim for claim in listed if claim.subject.label == "甲園" and claim.object_text == "絲綢產業")
    other = silk.evidence[0].replace(phrase="別的話")
    half = Half(one, about, [silk.replace(evidence=(other, *silk.evidence))])
    assert isinstance(silk.object, cg.Entity)
    assert [each.phrase for each in half.said(silk.object).claims[0].evidence] == ["甲園培育絲綢產業", "別的話"]
