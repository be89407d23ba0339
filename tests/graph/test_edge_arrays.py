"""Edges of graphs with blank nodes."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.samples import LABEL


def test_blank_nodes_are_no_things_of_the_network(tmp_path: Path) -> None:
    file = tmp_path / "people.ttl"
    file.write_text(
        """@prefix foaf: <http://xmlns.com/foaf/0.1/> .
        <urn:a> foaf:name "Ann" ; foaf:knows <urn:b>, [ foaf:name "nobody" ] .
        <urn:b> foaf:name "Bob" ; foaf:knows <urn:c> . <urn:c> foaf:name "Cy" .
        [] a <https://w3id.org/citygraph/ontology#Claimant> .""",
        "utf-8",
    )
    for engine in ("oxigraph", "rdflib"):
        people = cg.open(file, engine=engine)
        assert [thing.label for thing in cg.paths(people, "Ann", "Cy")[0].things] == ["Ann", "Bob", "Cy"]
        assert cg.central(people, hub=True).things == 3


def test_claims_without_a_name_of_their_own_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "blank.ttl"
    file.write_text(
        f"""@prefix cg: <https://w3id.org/citygraph/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        <urn:a> <{LABEL}> "a" . <urn:b> <{LABEL}> "b" .
        [] a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:supports ; rdf:object <urn:b> ;
            cg:status cg:planned ; cg:basis cg:stated .
        <urn:claim> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:pushes ; rdf:object <urn:b> ;
            cg:status cg:rumoured ; cg:basis cg:stated .""",
        "utf-8",
    )
    for engine in ("oxigraph", "rdflib"):
        odd = cg.open(file, engine=engine)
        assert [claim.status for claim in cg.claims(odd, "a")] == ["rumoured"]
        assert cg.paths(odd, "a", "b")[0].hops[0].status == "rumoured"
