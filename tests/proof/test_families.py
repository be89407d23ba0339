"""The ontology says which kinds may be mistaken for each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import CG
from cityGraph.proof.families import families
from cityGraph.proof.wording import wording

FAMILIES = {
    "place": {"City", "AdministrativeArea", "Region", "Country", "Place", "Community"},
    "firm": {"Firm", "LegalEntity"},
    "body": {"Organisation", "Government", "Fund"},
    "zone": {"Zone"},
    "project": {"Project", "Route", "Work", "Facility", "Programme", "Event", "Plan", "Measure", "NamedSet"},
    "person": {"Person"},
    "good": {"Product", "Industry", "Chain", "Segment", "Technology", "Brand"},
    "document": {"Document", "Debt"},
    "designation": {"Designation"},
}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_the_kinds_that_may_be_mistaken_for_each_other(city: cg.CityGraph, family: str) -> None:
    assert {kind for kind, each in families(city).items() if each == family} == FAMILIES[family]


def test_each_other_kind_is_a_family_of_its_own(city: cg.CityGraph) -> None:
    alone = {kind: family for kind, family in families(city).items() if kind not in set().union(*FAMILIES.values())}
    assert {"Positioning", "Office", "Ambition"} <= alone.keys()
    assert all(family == kind.lower() for kind, family in alone.items())
    assert not {"Location", "Body", "Undertaking", "Good", "Record", "Claim", "Unit"} & families(city).keys()


def test_a_graph_without_the_ontology_has_the_families_of_the_package(tmp_path: Path, city: cg.CityGraph) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> a <urn:B> .", "utf-8")
    foreign = cg.open(tmp_path / "a.ttl")
    assert families(foreign) == families(city)


def test_a_city_may_have_a_family_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        f"@prefix cg: <{CG}> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix ex: <urn:x#> ."
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        "ex:Mill a owl:Class ; rdfs:subClassOf cg:Facility . ex:Bell a owl:Class ; rdfs:subClassOf cg:Good ; "
        'cg:family "bell" . ex:a a cg:Claim .',
        "utf-8",
    )
    found = families(cg.open(tmp_path / "a.ttl"))
    assert found["Mill"] == "project"
    assert found["Bell"] == "bell"


def test_a_zone_stands_where_a_place_or_a_body_may(city: cg.CityGraph) -> None:
    relations = wording(city).relations
    assert CG + "Zone" in relations[CG + "investsIn"].subjects & relations[CG + "locatedIn"].objects
    assert CG + "Firm" in relations[CG + "investsIn"].subjects
    assert CG + "Firm" not in relations[CG + "locatedIn"].objects


def test_a_thing_is_not_like_another_because_its_kind_is_of_the_same_family(city: cg.CityGraph) -> None:
    kinds = set().union(*wording(city).kinds.values())
    assert CG + "Organisation" in kinds
    assert not {CG + family for family in ("Location", "Body", "Undertaking", "Good", "Record")} & kinds
