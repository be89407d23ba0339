"""What claims date, earliest first; an event that no claim dates stands last."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.plan.moments import moments, with_parts

TURTLE = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:zone> a cg:Zone ; skos:prefLabel "園區"@zh-Hant .
<urn:part> a cg:Zone ; skos:prefLabel "分區"@zh-Hant .
<urn:far> a cg:Zone ; skos:prefLabel "遠區"@zh-Hant .
<urn:opening> a cg:Event ; skos:prefLabel "開園"@zh-Hant .
<urn:visit> a cg:Event ; skos:prefLabel "調研"@zh-Hant .
"""
CLAIM = """
<urn:c{n}> a cg:Claim ; rdf:subject <{subject}> ; rdf:predicate {predicate} ; rdf:object {object} ;
    cg:status cg:realised ; cg:basis cg:stated .
"""


@pytest.fixture
def city(tmp_path: Path) -> cg.CityGraph:
    rows = [
        ("urn:opening", "cg:date", '"2025-03-01"^^xsd:date'),
        ("urn:far", "cg:date", '"2024"^^xsd:gYear'),
        ("urn:part", "cg:partOf", "<urn:zone>"),
        ("urn:opening", "cg:takesPlaceIn", "<urn:part>"),
        ("urn:visit", "cg:takesPlaceIn", "<urn:zone>"),
    ]
    claims = (CLAIM.format(n=n, subject=s, predicate=p, object=o) for n, (s, p, o) in enumerate(rows))
    file = tmp_path / "city.ttl"
    file.write_text(TURTLE + "".join(claims), "utf-8")
    return cg.open(file)


def test_moments_are_sorted_by_date_and_undated_events_stand_last(city: cg.CityGraph) -> None:
    found = moments(city, tuple(cg.claims(city)))
    assert [(moment.date, moment.entity.iri) for moment in found] == [
        ("2024", "urn:far"),
        ("2025-03-01", "urn:opening"),
        (None, "urn:visit"),
    ]


def test_moments_of_a_thing_are_those_of_its_parts_and_events_too(city: cg.CityGraph) -> None:
    found = moments(city, tuple(cg.claims(city)), ["urn:zone"])
    assert [moment.entity.iri for moment in found] == ["urn:opening", "urn:visit"]
    assert moments(city, tuple(cg.claims(city)), ["urn:nothing"]) == []


def test_with_parts_follows_part_of_and_nothing_else(city: cg.CityGraph) -> None:
    claims = tuple(cg.claims(city))
    assert with_parts(claims, {"urn:zone"}) == {"urn:zone", "urn:part"}
    assert with_parts(claims, {"urn:part"}) == {"urn:part"}
    assert with_parts((), {"urn:zone"}) == {"urn:zone"}
