"""A name is looked up in several ways, one after the other: IRI, as written, other script, pinyin, initials."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.names.lookup import by_iri, carriers_of

TAIGANG = "https://w3id.org/citygraph/id/taiyuan/taigang"


@pytest.mark.parametrize(
    ("text", "iris"),
    [
        (TAIGANG, [TAIGANG]),
        ("ty:taigang", [TAIGANG]),
        ("urn:x", ["urn:x"]),
        ("http://example.org/a", ["http://example.org/a"]),
        ("太鋼", []),
        ("ty:", []),
        ("a b:c", []),
        ("ty:a b", []),
        ("太:鋼", []),
    ],
)
def test_an_iri_and_a_curie_stand_for_an_iri_and_other_text_does_not(
    text: str, iris: list[str], city: cg.CityGraph
) -> None:
    assert by_iri(city, text) == iris


@pytest.mark.parametrize("name", ["太鋼", "太钢", "TISCO", "tàigāng", "tai4gang1", "太鋼 ".strip()])
def test_each_way_of_writing_a_name_leads_to_its_carrier(city: cg.CityGraph, name: str) -> None:
    found = [list(carriers) for carriers in carriers_of(city, name)]
    first = next(filter(None, found))
    assert TAIGANG in first


def test_initials_come_last_and_an_empty_name_is_nobodys(city: cg.CityGraph) -> None:
    found = [list(carriers) for carriers in carriers_of(city, "tg")]
    assert TAIGANG in found[-1]
    assert not any(TAIGANG in carriers for carriers in found[:-1])
    assert list(carriers_of(city, "")) == []
