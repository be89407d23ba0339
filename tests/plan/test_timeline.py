"""The verb timeline: dated events in order."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import claim, port_graph, turtle

# A year, a month and a day; an end of a plan, a year that is due, and an event of which nobody says when it was.
YEARS = (
    claim("built", 'ex:plant cg:founded "2028"^^xsd:gYear', status="realised")
    + claim("tried", 'ex:trial cg:date "2029-05"^^xsd:gYearMonth', status="realised")
    + claim("opened", 'ex:start cg:date "2029-07-01"^^xsd:date', status="realised")
    + claim("advanced", "ex:start cg:advances ex:hall", " cg:stage cg:groundBroken ;", "realised")
    + claim("planned", 'ex:port cg:founded "2040"^^xsd:gYear', status="planned")
    + claim("goes-to", 'ex:goal cg:value "900"^^xsd:decimal', " cg:unit cg:tonne ; cg:comparator cg:atLeast ;")
    + claim("due", 'ex:goal cg:due "2035"^^xsd:gYear')
    + claim("set", "ex:port cg:setsTarget ex:goal")
    + claim("part", "ex:hall cg:partOf ex:plant", status="realised")
    + claim("some-day", "ex:feast cg:advances ex:hall", " cg:stage cg:inProduction ;", "realised")
    + """ex:trial a cg:Event ; skos:prefLabel "試產"@zh-Hant . ex:feast a cg:Event ; skos:prefLabel "達產"@zh-Hant ."""
)


def test_the_earliest_is_first(city: cg.CityGraph) -> None:
    found = cg.timeline(city)
    dates = [moment.date or "" for moment in found]
    assert dates == sorted(dates)
    assert {moment.precision for moment in found} == {"year", "month", "day"}


def test_a_date_is_as_precise_as_its_source(tmp_path: Path) -> None:
    found = cg.timeline(port_graph(tmp_path, YEARS))
    assert [(moment.date, moment.precision) for moment in found] == [
        ("2028", "year"),
        ("2029-05", "month"),
        ("2029-07-01", "day"),
        ("2035", "year"),
        ("2040", "year"),
    ]


def test_a_plan_in_the_timeline_is_a_plan(city: cg.CityGraph, tmp_path: Path) -> None:
    statuses = ("realised", "planned", "targeted")
    by_status = [cg.timeline(port_graph(tmp_path, YEARS), statuses=[status]) for status in statuses]
    dates = [[moment.date for moment in found] for found in by_status]
    assert dates == [["2028", "2029-05", "2029-07-01"], ["2040"], ["2035"]]
    assert sum(len(cg.timeline(city, statuses=[status])) for status in statuses) == len(cg.timeline(city))


def test_an_event_tells_what_it_brought_to_which_stage(tmp_path: Path) -> None:
    port = port_graph(tmp_path, YEARS)
    broken = next(moment for moment in cg.timeline(port) if moment.date == "2029-07-01")
    assert [stage["stage"] for stage in broken.as_json()["stages"]] == ["groundBroken"]
    due = next(moment for moment in cg.timeline(port, "雲泊") if moment.entity.label == "吞吐量目標")
    assert (due.text, due.figure and due.figure.object_text) == ("年限 2035", "≥ 900 噸")


def test_a_thing_has_the_times_of_its_parts_and_of_its_events(tmp_path: Path) -> None:
    plant = cg.timeline(port_graph(tmp_path, YEARS), "錨鏈廠")
    assert [(moment.date, moment.entity.label) for moment in plant] == [("2028", "錨鏈廠"), ("2029-07-01", "廠房投產")]
    assert [moment.entity.label for moment in plant.undated] == ["達產"]


def test_years_bound_the_timeline_and_what_has_none_is_left_out(city: cg.CityGraph) -> None:
    found = cg.timeline(city, from_year=2022, to_year=2024)
    inside = {moment.date for moment in cg.timeline(city) if moment.date and "2022" <= moment.date[:4] <= "2024"}
    assert {moment.date for moment in found} == inside
    assert inside
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


def test_a_year_in_the_place_of_a_name_keeps_that_year(city: cg.CityGraph, tmp_path: Path) -> None:
    for year in ("2025", "2025年", "二〇二五年"):
        assert list(cg.timeline(city, year)) == list(cg.timeline(city, from_year=2025, to_year=2025)) != []
    with pytest.raises(cg.NameNotFound):
        cg.timeline(city, "20255")
    with pytest.raises(cg.NameNotFound):
        cg.timeline(city, "2025", from_year=2024)
    named = cg.open(turtle(tmp_path, 'ex:a a cg:Event ; skos:prefLabel "1984"@en .'))
    assert cg.timeline(named, "1984").entity == cg.resolve(named, "1984")


def test_what_is_dated_has_its_figure_as_a_newspaper_prints_it(city: cg.CityGraph) -> None:
    invested = [event.text for event in cg.timeline(city) if event.claim.relation.label == "總投資"]
    assert invested
    assert all("億元" in text and "0000" not in text for text in invested)


def test_what_is_due_is_dated_by_that_year(tmp_path: Path) -> None:
    due = claim("opens", 'ex:plant cg:plansTo "open"@en', ' cg:dueBy "2033-09" ;', status="planned")
    (moment,) = cg.timeline(port_graph(tmp_path, due))
    assert (moment.date, moment.precision, moment.claim.status) == ("2033-09", "month", "planned")
