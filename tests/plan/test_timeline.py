"""The verb timeline: dated events in order."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import claim, port_graph


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
    assert (due.text, due.figure and due.figure.object_text) == ("年限 2025", "≥ 60 %")


def test_a_thing_has_the_times_of_its_parts_and_of_its_events(city: cg.CityGraph) -> None:
    plant = cg.timeline(city, "年產60萬噸高性能玻璃纖維智能制造項目")
    assert [(moment.date, moment.entity.label) for moment in plant] == [
        ("2025-02-15", "一號生產線點火投產"),
        ("2026", "泰山玻纖太原項目達產"),
    ]
    assert plant.undated == ()
    cells = cg.timeline(city, "中來16GW高效電池項目")
    assert [moment.entity.label for moment in cells.undated] == ["中來一期8GW投產"]
    assert {moment.date for moment in cg.timeline(city, "太鋼")} == {"2022", "2023"}


def test_years_bound_the_timeline_and_what_has_none_is_left_out(city: cg.CityGraph) -> None:
    found = cg.timeline(city, from_year=2024, to_year=2024)
    assert {moment.date[:4] for moment in found if moment.date} == {"2024"}
    assert found.undated == ()
    assert cg.timeline(city).undated
    with pytest.raises(cg.CityGraphError, match="is after the last"):
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


def test_a_thing_has_the_times_of_the_parts_of_its_parts(tmp_path: Path) -> None:
    body = (
        claim("inner", "ex:hall cg:partOf ex:plant", status="realised")
        + claim("outer", "ex:plant cg:partOf ex:port", status="realised")
        + claim("opens", 'ex:hall cg:founded "2031"^^xsd:gYear', status="realised")
    )
    assert [moment.entity.label for moment in cg.timeline(port_graph(tmp_path, body), "雲泊")] == ["一號廠房"]
