"""The verb targets: figure, unit, baseline and due year."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import claim, port_graph

GOAL = (
    claim("sets", "ex:port cg:setsTarget ex:goal")
    + claim("by", "ex:goal cg:measuredBy ex:cargo")
    + claim("how-much", 'ex:goal cg:value "900"^^xsd:decimal', " cg:unit cg:tonne ; cg:comparator cg:atLeast ;")
    + claim("due", 'ex:goal cg:due "2035"^^xsd:gYear')
)
BASE = "".join(
    claim(f"{name}-by", f"ex:{name} cg:measuredBy ex:cargo", status="realised")
    + claim(f"{name}-is", f'ex:{name} cg:value "{value}"^^xsd:decimal', " cg:unit cg:tonne ;", "realised")
    + claim(f"{name}-in", f'ex:{name} cg:year "{year}"^^xsd:gYear', status="realised")
    for name, value, year in (("before", "500", "2027"), ("then", "700", "2029"))
)


def test_the_targets_of_the_city_stand_by_subject_in_the_order_of_the_source(city: cg.CityGraph) -> None:
    found = cg.targets(city)
    assert len(found) == 9
    assert [target.values[0].object_text for target in found.targets[:2]] == ["≥ 60 %", "≥ 30 %"]
    assert {subject.label for target in found.targets[:7] for subject in target.subjects} == {"太原"}
    doubling = next(target for target in found if target.entity.label == "產值翻番")
    assert [firm.label for firm in doubling.subjects] == ["厚生", "百信", "錦波"]
    assert doubling.open_list


def test_what_no_source_says_of_a_target_is_told(city: cg.CityGraph) -> None:
    unknown = {target.entity.label: target.unknown for target in cg.targets(city)}
    assert unknown["百億規模"] == ("indicator", "unit", "baseline", "due")
    assert unknown["產值翻番"] == ("baseline", "due")
    assert set(unknown.values()) == {("baseline",), unknown["百億規模"], unknown["產值翻番"]}


@pytest.mark.parametrize(("name", "many"), [("惠科", 1), ("太原", 7), ("產值", 1), ("百億規模", 1), ("太鋼", 0)])
def test_targets_of_a_thing_an_indicator_or_by_their_name(city: cg.CityGraph, name: str, many: int) -> None:
    assert len(cg.targets(city, name)) == many


def test_a_baseline_is_an_observation_by_the_same_measure_the_latest_first(tmp_path: Path) -> None:
    (target,) = cg.targets(port_graph(tmp_path, GOAL + BASE))
    assert target.unknown == ()
    assert target.due == "2035"
    assert [(base.object_text, year) for base, year in zip(target.baselines, target.years, strict=True)] == [
        ("700 噸", "2029"),
        ("500 噸", "2027"),
    ]
    said = target.as_json()
    assert (said["comparator"], said["value"], said["unit"]) == ("atLeast", "900", "tonne")
    assert said["baselines"][0]["evidence"][0]["phrase"] == "then-is 之言"


def test_sources_that_differ_on_a_figure_both_stand_and_that_agree_are_one(tmp_path: Path) -> None:
    more = " cg:unit cg:tonne ; cg:comparator cg:atLeast ;"
    same = claim("again", 'ex:goal cg:value "900"^^xsd:decimal', more, source="other")
    unlike = claim("unlike", 'ex:goal cg:value "950"^^xsd:decimal', more, source="other")
    (target,) = cg.targets(port_graph(tmp_path, GOAL + same + unlike))
    assert [(value.object_text, len(value.evidence)) for value in target.values] == [("≥ 900 噸", 2), ("≥ 950 噸", 1)]


def test_targets_by_the_kind_of_their_subject_and_by_status(city: cg.CityGraph) -> None:
    assert len(cg.targets(city, kinds=["企業"])) == 2
    assert len(cg.targets(city, kinds=["City", "Firm"])) == 9
    assert len(cg.targets(city, statuses=["realised"])) == 0
    with pytest.raises(cg.CityGraphError, match="Kinds here: City, Firm"):
        cg.targets(city, kinds=["Dragon"])


def test_the_theme_that_a_target_stands_under_does_not_give_it_its_status(tmp_path: Path) -> None:
    theme = claim("a-theme", "ex:goal cg:underTheme ex:hall", status="realised")
    city = port_graph(tmp_path, theme + claim("sets", "ex:port cg:setsTarget ex:goal"))
    (target,) = cg.targets(city, statuses=["targeted"])
    assert target.main_claim.relation.iri.endswith("setsTarget")
    assert len(cg.targets(city, statuses=["realised"])) == 0
