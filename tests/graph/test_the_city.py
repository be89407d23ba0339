"""The city that a graph is about: the one that its data set names, else the one with most connections."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.the_city import the_city
from support.samples import PREFIXES

CITIES = """
ex:one a cg:City ; skos:prefLabel "一城"@zh-Hant .
ex:two a cg:City ; skos:prefLabel "二城"@zh-Hant .
ex:zone a cg:Zone ; skos:prefLabel "區"@zh-Hant .
ex:two cg:supports ex:zone .
"""
VOCABULARIES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix void: <http://rdfs.org/ns/void#> .
"""


def opened(folder: Path, text: str, engine: str) -> cg.CityGraph:
    file = folder / "some.ttl"
    file.write_text(PREFIXES + VOCABULARIES + text, "utf-8")
    return cg.open(file, engine=engine)


def test_the_city_is_the_one_with_most_connections(tmp_path: Path, engine: str) -> None:
    assert the_city(opened(tmp_path, CITIES, engine)).label == "二城"


def test_claims_that_stand_alone_connect_too(tmp_path: Path, engine: str) -> None:
    claims = "".join(
        f"[] a cg:Claim ; rdf:subject ex:one ; rdf:predicate cg:supports ; rdf:object ex:f{at} .\n" for at in range(2)
    )
    assert the_city(opened(tmp_path, CITIES + claims, engine)).label == "一城"


@pytest.mark.parametrize("about", ["dcterms:subject", "schema:about"])
def test_a_data_set_names_its_city(tmp_path: Path, engine: str, about: str) -> None:
    stated = f"ex:set a void:Dataset ; {about} ex:one , ex:zone .\n"
    assert the_city(opened(tmp_path, CITIES + stated, engine)).label == "一城"
    both = stated + f"ex:set {about} ex:two .\n"
    assert the_city(opened(tmp_path, CITIES + both, engine)).label == "二城"


def test_cities_that_are_connected_alike_are_taken_in_order(tmp_path: Path, engine: str) -> None:
    assert the_city(opened(tmp_path, CITIES + "ex:one cg:supports ex:zone .", engine)).label == "一城"


def test_a_graph_without_a_city_is_an_error(tmp_path: Path, engine: str) -> None:
    with pytest.raises(cg.CityGraphError, match=r"This graph has no city: nothing in it has the kind City"):
        the_city(opened(tmp_path, 'ex:zone a cg:Zone ; skos:prefLabel "區"@zh-Hant .', engine))


def test_the_shipped_city_and_the_fixture_have_theirs(city: cg.CityGraph, fixture_city: cg.CityGraph) -> None:
    assert (the_city(city).label, the_city(fixture_city).label) == ("太原", "雲泊")
