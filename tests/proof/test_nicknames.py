"""What a text may call a thing besides its names."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.proof.facts import facts
from cityGraph.proof.nicknames import nicknames
from cityGraph.proof.relation_words import RelationWords

FAMILIES = {"city": "place", "a": "firm", "b": "firm", "c": "firm"}
NAMES = {
    "city": ["青川"],
    "a": ["青川远山光学股份有限公司"],
    "b": ["海岸明光半导体有限公司"],
    "c": ["海岸明光新材料有限公司"],
}


def called(names: dict[str, list[str]]) -> dict[str, set[str]]:
    city = cg.open()
    return nicknames(names, lambda thing: FAMILIES.get(thing, ""), (), RelationWords(city))


def test_a_firm_is_called_by_place_and_brand_or_without_its_place() -> None:
    assert called(NAMES)["a"] >= {"青川远山", "远山光学"}


def test_a_brand_of_two_firms_means_neither() -> None:
    found = called(NAMES)
    assert "海岸明光" not in found["b"] | found["c"]


def test_a_brand_that_is_the_name_of_a_thing_means_that_thing() -> None:
    assert "远山光学" not in called({**NAMES, "other": ["远山光学"]})["a"]


def test_an_office_has_its_usual_names() -> None:
    found = called({"o": ["secretary of the cpc riverton municipal committee"]})
    assert "party secretary of riverton" in found["o"]


def test_a_work_is_called_as_its_events_call_it() -> None:
    city = cg.open()
    everything, claims = facts(city)
    names = {
        end.iri: [end.label.translate({0x7522: 0x4EA7, 0x9285: 0x94DC, 0x6295: 0x6295})]
        for c in claims
        for end in c.ends
    }
    events = [fact for fact in everything if fact.stages]
    found = nicknames(names, lambda _: "", events, RelationWords(city))
    assert any(found.get(fact.subject) for fact in events)
