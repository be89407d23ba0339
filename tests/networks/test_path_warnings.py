"""What a path warns of: things that one third treats alike need have nothing to do with each other."""

from __future__ import annotations

import pytest

import cityGraph as cg
from support.proof_cases import CAST, PREFIXES, opened

EDGES = """
ex:city cg:supports ex:zone . ex:city cg:backs ex:park . ex:twin cg:supports ex:foundry . ex:twin cg:pushes ex:lamp .
ex:twin cg:backs ex:zone . ex:lamp cg:sitedIn ex:park . ex:street cg:sitedIn ex:park .
"""


@pytest.fixture(scope="module")
def graph() -> cg.CityGraph:
    things = [f'ex:{name} a cg:{kind} ; skos:prefLabel "{label}"@zh-Hant .' for name, (kind, label, *_) in CAST.items()]
    return opened("\n".join([PREFIXES, *things, EDGES]))


def warnings(graph: cg.CityGraph, *labels: str) -> tuple[str, ...]:
    found = cg.paths(graph, labels[0], labels[-1], top=20)
    (path,) = [path for path in found if tuple(thing.label for thing in path.things) == labels]
    return path.warnings


def test_two_things_that_one_city_supports_are_not_tied_to_each_other(graph: cg.CityGraph) -> None:
    assert warnings(graph, "鷺洲新區", "瀾陵", "楓浦產業園") == ("support",)
    assert warnings(graph, "澤嶼鑄機", "桐汀", "汀蘭光電") == ("support",)


def test_two_cities_that_favour_one_thing_in_different_ways_do_have_to_do_with_each_other(graph: cg.CityGraph) -> None:
    assert warnings(graph, "瀾陵", "鷺洲新區", "桐汀") == ()


def test_two_things_on_one_site_are_not_tied_to_each_other(graph: cg.CityGraph) -> None:
    assert warnings(graph, "汀蘭光電", "楓浦產業園", "鷺洲街改造工程") == ("site",)
    assert warnings(graph, "瀾陵", "楓浦產業園", "汀蘭光電") == ()
