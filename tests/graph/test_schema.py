"""The verb schema: which kinds there are, what may connect them by the ontology, and what does in the graph."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import PREFIXES, local
from support.process import citygraph
from support.samples import turtle

PEOPLE = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
ex:a a foaf:Person ; foaf:name "Ada" ; foaf:knows ex:b , ex:c ; foaf:age 36 .
ex:b a foaf:Person ; foaf:name "Bo" ; ex:worksAt ex:m .
ex:c a foaf:Person ; foaf:name "Cy" .
ex:m a ex:Mill ; foaf:name "Mill" .
"""


def test_each_kind_has_its_number_of_things_and_its_definition(city: cg.CityGraph) -> None:
    kinds = {kind.name: kind for kind in cg.schema(city).kinds}
    counted = cg.about(city).kinds
    assert {kind.label: kind.count for kind in kinds.values() if kind.count} == counted
    assert kinds["Firm"].definition == "來源所稱的企業,不一定等於某一家公司"
    assert kinds["Milestone"].definition
    assert [kind.count for kind in cg.schema(city).kinds] == sorted((k.count for k in kinds.values()), reverse=True)


def test_a_relation_has_what_the_ontology_allows_and_what_the_graph_uses(city: cg.CityGraph) -> None:
    relations = {(local(each.relation.iri), each.direction): each for each in cg.schema(city, "產業鏈").relations}
    leads = relations["chainLeaderOf", "in"]
    assert leads.relation.label == "鏈主為"
    assert [kind.name for kind in leads.kinds] == ["Firm", "LegalEntity"]
    assert leads.statuses == ("realised",)
    assert "{o}鏈主{s}" in leads.cues
    assert "層級" in [qualifier.label for qualifier in leads.qualifiers]
    claims = [claim for claim in cg.claims(city, inferred=True) if local(claim.relation.iri) == "chainLeaderOf"]
    assert leads.claims == len(claims) > 0
    assert ("hasSegment", "out") in relations
    assert ("hasSegment", "in") not in relations


def test_the_numbers_of_claims_are_those_of_the_graph(city: cg.CityGraph) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for claim in cg.claims(city, inferred=True):
        counted[claim.relation.iri, "out"] += claim.subject.kind == "Firm"
        counted[claim.relation.iri, "in"] += isinstance(claim.object, cg.Entity) and claim.object.kind == "Firm"
    found = {(each.relation.iri, each.direction): each.claims for each in cg.schema(city, "Firm").relations}
    assert {key: n for key, n in found.items() if n} == {key: n for key, n in counted.items() if n}


def test_a_measure_has_a_datatype_in_the_place_of_a_kind(city: cg.CityGraph) -> None:
    (value,) = [each for each in cg.schema(city, "Target").relations if each.relation.iri == PREFIXES["cg"] + "value"]
    assert (value.kinds, value.values, value.direction) == ((), ("decimal",), "out")
    assert value.claims > 0


def test_a_kind_of_ones_own_has_the_relations_of_what_it_is_a_case_of(tmp_path: Path) -> None:
    body = """ex:Mill <http://www.w3.org/2000/01/rdf-schema#subClassOf> cg:Zone .
    ex:a a ex:Mill ; skos:prefLabel "A"@en ."""
    own = cg.schema(cg.open(turtle(tmp_path, body)), "Mill")
    found = {(local(each.relation.iri), each.direction) for each in own.relations}
    assert {("specialisesIn", "out"), ("sitedIn", "in")} <= found


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_graph_with_its_own_kinds_shows_what_it_connects(tmp_path: Path, engine: str) -> None:
    city = cg.open(turtle(tmp_path, PEOPLE), engine=engine)
    assert [(kind.name, kind.count) for kind in cg.schema(city).kinds] == [("Person", 3), ("Mill", 1)]
    found = [
        (local(each.relation.iri), each.direction, [kind.name for kind in each.kinds], each.claims)
        for each in cg.schema(city, "person").relations
    ]
    assert found == [
        ("knows", "out", ["Person"], 2),
        ("age", "out", [], 1),
        ("worksAt", "out", ["Mill"], 1),
        ("knows", "in", ["Person"], 2),
    ]
    with pytest.raises(cg.CityGraphError, match=r"has the kind 'Firm'\. Kinds in this graph: Person, Mill\."):
        cg.schema(city, "Firm")


def test_two_kinds_of_one_name_are_refused_with_both(tmp_path: Path) -> None:
    name = "<http://www.w3.org/2000/01/rdf-schema#label>"
    city = cg.open(turtle(tmp_path, f'ex:a a <urn:x#Mill> ; {name} "A" . ex:b a <urn:y#Mill> ; {name} "B" .'))
    with pytest.raises(cg.CityGraphError, match="'mill' is the name of 2 kinds: urn:x#Mill, urn:y#Mill"):
        cg.schema(city, "mill")
    assert cg.schema(city, "urn:y#Mill").kind == cg.Kind("urn:y#Mill", "Mill", "Mill", None, 1)


def test_the_command_prints_it_and_writes_json() -> None:
    assert (
        json.loads(citygraph("schema", "法人", "--format", "json").out) == cg.schema(cg.open(), "LegalEntity").as_json()
    )
    assert "37 個類" in citygraph("schema").out
    assert "Nearest names: 企業 (Firm)" in citygraph("schema", "Firn").err
