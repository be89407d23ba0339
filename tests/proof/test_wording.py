"""The words of the proof are those that the ontology and the graph declare."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.namespaces import CG
from cityGraph.proof.wording import parse_cue, wording

YB = "https://w3id.org/citygraph/id/yunbo/"


def test_a_cue_has_words_and_slots_in_the_order_of_the_text() -> None:
    assert parse_cue("{s}為龍頭的{o}").tokens == ("{s}", "為龍頭的", "{o}")
    assert parse_cue("{o}由…上升到{s}").words == ("由", "上升到")
    assert parse_cue("{s}{o}").words == ()
    assert parse_cue("重點支持").tokens == ("重點支持",)


def test_relations_have_the_kinds_statuses_and_cues_that_the_ontology_declares(fixture_city: cg.CityGraph) -> None:
    words = wording(fixture_city)
    supports = words.relations[CG + "supports"]
    assert "支持" in "".join(supports.cue_words)
    assert not supports.literal
    assert words.relations[CG + "value"].literal
    assert words.modal["將"] == "planned"


def test_a_thing_has_its_kind_and_every_kind_above_it(fixture_city: cg.CityGraph) -> None:
    words = wording(fixture_city)
    firm = next(thing for thing, kinds in sorted(words.kinds.items()) if CG + "Firm" in kinds)
    assert words.is_a(firm, frozenset({CG + "Organisation"})) or words.is_a(firm, frozenset({CG + "Firm"}))
    assert not words.is_a(firm, frozenset({CG + "Event"}))
    assert not words.is_a("urn:nothing", frozenset({CG + "Firm"}))


def test_only_names_of_the_source_script_are_looked_for_and_all_names_are_known() -> None:
    city = cg.open()
    words = wording(city)
    (firm,) = [thing for thing in words.names if thing.endswith("/taigang")]
    assert "太鋼" in words.names[firm]
    assert "TISCO" not in words.names[firm]
    assert {"太鋼", "太钢"} <= words.all_names[firm]


def test_connectors_are_tried_longest_first(fixture_city: cg.CityGraph) -> None:
    words = wording(fixture_city)
    assert list(words.connectors) == sorted(words.connectors, key=len, reverse=True)
    assert set(words.open_marks) <= set(words.connectors) | {"等"}
    assert "等" in words.open_marks
    assert words.bad_anchors == ()
