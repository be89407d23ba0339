"""A value of a claim and its datatype."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.model.claim import BASES, STANDINGS, STATUSES, rank


@pytest.mark.parametrize("text", ["7", "-1234567", "0012000", "12000.5", "¹", "--5", "9" * 5_000])
def test_an_object_that_is_a_number_stands_as_it_is_written_with_comparator_and_unit(text: str) -> None:
    thing = cg.Entity("urn:a", "甲", "Zone", "開發區")
    number = cg.Value(text, "http://www.w3.org/2001/XMLSchema#decimal")
    claim = cg.Claim("urn:c", thing, cg.Relation("urn:r", "面積"), number, "realised", "stated")
    assert claim.object_text == text
    unit, comparator = cg.Qualifier("unit", "單位", "urn:mu", "畝"), cg.Qualifier("comparator", "", "urn:about", "約")
    assert claim.replace(qualifiers=(unit, comparator)).object_text == f"約 {text} 畝"
    assert claim.replace(object=thing).object_text == "甲"


def test_what_is_inferred_stands_as_inferred_and_all_else_by_its_status(city: cg.CityGraph) -> None:
    nouns = [
        *cg.claims(city, inferred=True),
        *cg.neighbors(city, "太鋼", inferred=True),
        *(hop for path in cg.paths(city, "太鋼", "泰山玻璃纖維(太原)有限公司", inferred=True) for hop in path.hops),
    ]
    for kind in (cg.Claim, cg.Neighbor, cg.Hop):
        assert {noun.basis == "inferred" for noun in nouns if isinstance(noun, kind)} == {True, False}
    for noun in nouns:
        assert noun.standing == ("inferred" if noun.basis == "inferred" else noun.status)


def test_statuses_and_bases_have_one_order() -> None:
    assert sorted(["targeted", "rumoured", "planned", "realised"], key=rank) == [*STATUSES, "rumoured"]
    assert sorted(["inferred", "targeted", "realised"], key=lambda each: rank(each, STANDINGS)) == [
        "realised",
        "targeted",
        "inferred",
    ]
    assert [rank(basis, BASES) for basis in ("stated", "resolved", "inferred", "")] == [0, 1, 2, 3]
