"""Targets, what is dated, what is being built: of the city that ships, and of small graphs with what that lacks."""

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

# Targets ------------------------------------------------------------------------------------------------------------


def test_the_targets_of_the_city_stand_by_subject_in_the_order_of_the_source(city: cg.CityGraph) -> None:
    found = cg.targets(city)
    assert len(found) == 9
    assert [target.values[0].told for target in found.targets[:2]] == ["≥ 60 %", "≥ 30 %"]
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
    assert [(base.told, year) for base, year in zip(target.baselines, target.years, strict=True)] == [
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
    assert [(value.told, len(value.evidence)) for value in target.values] == [("≥ 900 噸", 2), ("≥ 950 噸", 1)]


def test_targets_by_the_kind_of_their_subject_and_by_status(city: cg.CityGraph) -> None:
    assert len(cg.targets(city, kinds=["企業"])) == 2
    assert len(cg.targets(city, kinds=["City", "Firm"])) == 9
    assert len(cg.targets(city, statuses=["realised"])) == 0
    with pytest.raises(cg.CityGraphError, match="kinds are: City, Firm"):
        cg.targets(city, kinds=["Dragon"])


# What is dated ------------------------------------------------------------------------------------------------------


def test_a_date_is_as_precise_as_its_source_and_the_earliest_is_first(city: cg.CityGraph) -> None:
    found = cg.timeline(city)
    dates = [moment.date or "" for moment in found]
    assert dates == sorted(dates)
    assert {moment.precision for moment in found} == {"year", "month", "day"}
    assert {"1950", "2021-05", "2021-07-01", "2035"} <= set(dates)


def test_a_plan_in_the_timeline_is_a_plan(city: cg.CityGraph) -> None:
    by_status = {status: cg.timeline(city, statuses=[status]) for status in ("realised", "planned", "targeted")}
    assert {moment.date for moment in by_status["targeted"]} == {"2025"}
    assert "2035" in {moment.date for moment in by_status["planned"]}
    assert sum(map(len, by_status.values())) == len(cg.timeline(city))


def test_an_event_tells_what_it_brought_to_which_stage(city: cg.CityGraph) -> None:
    broken = next(moment for moment in cg.timeline(city) if moment.date == "2025-01-12")
    assert len(broken.stages) == 2
    assert broken.as_json()["stages"][0]["stage"] == "groundBroken"
    due = next(moment for moment in cg.timeline(city, "太原") if moment.entity.label == "制造業佔比目標")
    assert (due.told, due.figure and due.figure.told) == ("到期 2025", "≥ 60 %")


def test_a_thing_has_the_times_of_its_parts_and_of_its_events(city: cg.CityGraph) -> None:
    plant = cg.timeline(city, "年產60萬噸高性能玻璃纖維智能制造項目")
    assert [(moment.date, moment.entity.label) for moment in plant] == [("2025-02-15", "一號生產線點火投產")]
    assert [moment.entity.label for moment in plant.undated] == ["泰山玻纖太原項目達產"]
    assert {moment.date for moment in cg.timeline(city, "太鋼")} == {"2022", "2023"}


def test_years_bound_the_timeline_and_what_has_none_is_left_out(city: cg.CityGraph) -> None:
    found = cg.timeline(city, from_year=2024, to_year=2024)
    assert {moment.date[:4] for moment in found if moment.date} == {"2024"}
    assert found.undated == ()
    assert cg.timeline(city).undated
    with pytest.raises(cg.CityGraphError, match="run backwards"):
        cg.timeline(city, from_year=2025, to_year=2024)


@pytest.mark.parametrize("what", ["zone", "long", "time"])
def test_dates_of_other_shapes_keep_what_they_say(tmp_path: Path, what: str) -> None:
    value, read = {
        "zone": ('"2031-05-09Z"^^xsd:date', "2031-05-09"),
        "long": ('"12031"^^xsd:gYear', None),
        "time": ('"2031-05-09T10:00:00"^^xsd:dateTime', "2031-05-09"),
    }[what]
    found = cg.timeline(port_graph(tmp_path, claim("dated", f"ex:start cg:date {value}", status="realised")))
    assert [moment.date for moment in found] == ([read] if read else [])
    assert [moment.entity.label for moment in found.undated] == ([] if read else ["廠房投產"])


# What is being built ------------------------------------------------------------------------------------------------


def test_works_go_from_what_is_meant_to_what_runs(city: cg.CityGraph) -> None:
    found = cg.projects(city)
    stages = [work.stage for work in found]
    reached = [stage for stage in stages if stage]
    assert list(dict.fromkeys(reached)) == ["groundBroken", "inProduction", "openToTraffic", "fullProduction"]
    first = [work.driven[0].relation.label for work in found if work.driven and not work.stage]
    assert list(dict.fromkeys(first)) == ["擬建", "爭取", "推動", "推進建設", "實施", "服務保障"]
    assert all(work.claims for work in found)
    kinds = {claim.subject.label for claim in cg.claims(city) if claim.subject.kind == "Project"}
    assert kinds <= {work.entity.label for work in found}


def test_the_start_of_a_part_is_no_stage_of_the_whole(city: cg.CityGraph) -> None:
    (whole,) = cg.projects(city, "太原惠科20萬噸電子銅箔項目")
    assert whole.stage is None
    assert [moment.entity.label for moment in whole.history] == ["惠科銅箔一期投產"]
    assert whole.unknown == ("stage", "owner")


def test_a_history_has_its_dates_and_says_where_there_is_none(city: cg.CityGraph) -> None:
    (work,) = cg.projects(city, "厚生鋰電池隔膜項目")
    assert [moment.date for moment in work.history] == ["2021-07-01", None]
    assert work.stage == "inProduction"
    assert [claim.subject.label for claim in work.owners] == ["山西厚生新材料科技有限公司"]


def test_what_is_inferred_is_held_back_and_counted(city: cg.CityGraph) -> None:
    held = cg.projects(city, "中來16GW高效電池項目")
    assert (held[0].owners, held.held_back) == ((), 2)
    shown = cg.projects(city, "中來16GW高效電池項目", inferred=True)
    assert shown.held_back == 0
    assert [claim.basis for claim in shown[0].owners] == ["inferred"]


def test_the_status_of_a_work_is_that_of_its_place_in_the_pipeline(city: cg.CityGraph) -> None:
    by_status = {status: cg.projects(city, statuses=[status]) for status in ("realised", "planned", "targeted")}
    assert sum(map(len, by_status.values())) == len(cg.projects(city)) == by_status["targeted"].of
    assert all(work.stage or not work.driven for work in by_status["realised"])
    # What is left out by status is no gap: the site that is planned stays beside the stage that was reached.
    road = next(work for work in by_status["realised"] if work.entity.label.startswith("古交—婁煩"))
    assert [claim.status for claim in road.sites] == ["planned"] * 3


def test_works_of_an_owner_a_site_and_a_kind(city: cg.CityGraph) -> None:
    assert {work.entity.label for work in cg.projects(city, "陽曲工業園區")} == {
        "年產60萬噸高性能玻璃纖維智能制造項目",
        "厚生鋰電池隔膜項目",
    }
    assert [work.entity.label for work in cg.projects(city, "晶科能源股份有限公司")] == ["晶科56GW垂直一體化大基地"]
    assert {work.entity.kind for work in cg.projects(city, kinds=["線路"])} == {"Route"}
    with pytest.raises(cg.CityGraphError, match="kinds are: Facility, Project, Route"):
        cg.projects(city, kinds=["Dragon"])


def test_a_work_that_is_a_part_of_itself_ends(tmp_path: Path) -> None:
    body = (
        claim("one", "ex:hall cg:partOf ex:plant", status="realised")
        + claim("two", "ex:plant cg:partOf ex:hall", status="realised")
        + claim("three", "ex:start cg:advances ex:hall", " cg:stage cg:inProduction ;", "realised")
    )
    found = {work.entity.label: work for work in cg.projects(port_graph(tmp_path, body))}
    assert found["一號廠房"].stage == "inProduction"
    assert found["錨鏈廠"].stage is None
    assert len(found["錨鏈廠"].history) == 1


# Refusals, and nothing there ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", [cg.targets, cg.timeline, cg.projects], ids=lambda verb: verb.__name__)
def test_an_unknown_name_is_refused_and_a_foreign_graph_has_nothing(tmp_path: Path, verb: object) -> None:
    assert callable(verb)
    with pytest.raises(cg.NameNotFound, match="nothing here is called"):
        verb(cg.open(), "沒有這個")
    file = tmp_path / "people.ttl"
    file.write_text('<urn:a> <urn:knows> <urn:b> . <urn:a> <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    foreign = cg.open(file)
    assert len(verb(foreign)) == len(verb(foreign, "甲")) == 0
    assert len(verb(foreign, kinds=["Firm"])) == 0


def test_one_source_has_its_own_plan(city: cg.CityGraph, article_city: cg.CityGraph) -> None:
    assert len(cg.targets(article_city)) == 9
    assert len(cg.timeline(article_city)) < len(cg.timeline(city))
    assert cg.projects(article_city, "年產60萬噸高性能玻璃纖維智能制造項目")[0].stage is None
