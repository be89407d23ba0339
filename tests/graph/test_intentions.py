"""Which claims have a plain triple: what is so, intentions, and what a plan or a target says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.intentions import Intentions
from cityGraph.namespaces import CG


@pytest.mark.parametrize(
    ("relation", "status", "basis", "kind", "expected"),
    [
        ("sitedIn", "realised", "stated", "Firm", True),
        ("sitedIn", "realised", "resolved", "Firm", True),
        ("sitedIn", "realised", "inferred", "Firm", False),
        ("sitedIn", "planned", "stated", "Firm", False),
        ("supports", "planned", "resolved", "City", True),
        ("supports", "planned", "inferred", "City", False),
        ("value", "targeted", "stated", "Target", True),
        ("value", "targeted", "stated", "Project", False),
        ("value", "planned", "stated", "Target", False),
    ],
)
def test_a_plan_of_a_state_has_no_plain_triple(
    city: cg.CityGraph, relation: str, status: str, basis: str, kind: str, expected: bool
) -> None:
    assert Intentions(city).plain(CG + relation, status, basis, kind) is expected


def test_the_shipped_city_has_the_plain_triples_of_its_claims_and_no_others(city: cg.CityGraph) -> None:
    intentions = Intentions(city)
    declared = {row[0].value for row in city.select("declared")}
    carried = set()
    for claim in cg.claims(city, inferred=True):
        if claim.relation.iri in declared:
            object_ = claim.object.iri if hasattr(claim.object, "iri") else claim.object.value
            if intentions.plain(claim.relation.iri, claim.status, claim.basis, claim.subject.kind):
                carried.add((claim.subject.iri, claim.relation.iri, object_))
    rows = city.rows(
        "SELECT ?s ?p ?o WHERE { ?p rdfs:subPropertyOf ?edge . FILTER(?edge IN (cg:relation, cg:measure)) ?s ?p ?o }"
    )
    assert {tuple(term.value for term in row) for row in rows} == carried


def test_a_relation_of_your_own_graph_can_express_an_intention(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text("<urn:wants> <https://w3id.org/citygraph/ontology#expressesIntention> true .", "utf-8")
    intentions = Intentions(cg.open(file))
    assert intentions.plain("urn:wants", "planned", "stated", "")
    assert not intentions.plain("urn:has", "planned", "stated", "")


def test_a_source_left_out_takes_its_fact_with_it_although_another_source_plans_the_same(tmp_path: Path) -> None:
    """The plan of a state that is kept does not keep the plain triple of the fact."""
    file = tmp_path / "two.ttl"
    claim = """
        ex:{name} a cg:Claim ; rdf:subject ex:firm ; rdf:predicate cg:sitedIn ; rdf:object ex:park ;
            cg:status cg:{status} ; cg:basis cg:stated ; cg:evidence [ oa:hasSource ex:{source} ; cg:phrase "…" ] .
        ex:{source} a cg:Source ; skos:prefLabel "{source}"@en ."""
    file.write_text(
        """@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix ex: <https://example.org/> .
        @prefix oa: <http://www.w3.org/ns/oa#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        ex:firm a cg:Firm ; skos:prefLabel "firm"@en ; cg:sitedIn ex:park .
        ex:park a cg:Zone ; skos:prefLabel "park"@en ."""
        + claim.format(name="plan", status="planned", source="before")
        + claim.format(name="fact", status="realised", source="after"),
        "utf-8",
    )
    both = cg.open(file)
    sited = "SELECT ?park { <https://example.org/firm> cg:sitedIn ?park }"
    assert len(list(both.rows(sited))) == 1
    assert len(list(cg.according_to(both, "after").rows(sited))) == 1
    assert len(list(cg.according_to(both, "before").rows(sited))) == 0
