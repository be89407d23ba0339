"""The layout of a city's Turtle: plain triples by rule, and the sources of the data set."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
import rdflib
import rdflib.compare
from rdflib import DCTERMS, URIRef

from cityGraph.authoring.layout import main
from cityGraph.namespaces import CG

HEAD = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
ex:firm a cg:Firm . ex:park a cg:Zone . ex:city a cg:City .
ex:c a cg:Claim ; rdf:subject {ends} ; cg:status cg:{status} ; cg:basis cg:{basis} .
"""
SITED = "ex:firm ; rdf:predicate cg:sitedIn ; rdf:object ex:park"
SUPPORTS = "ex:city ; rdf:predicate cg:supports ; rdf:object ex:firm"


@pytest.mark.parametrize(
    ("ends", "status", "basis", "plain"),
    [
        (SITED, "realised", "stated", "sitedIn"),
        (SITED, "planned", "stated", None),
        (SITED, "realised", "inferred", None),
        (SUPPORTS, "planned", "resolved", "supports"),
    ],
)
@pytest.mark.parametrize("given", ["", "ex:firm cg:sitedIn ex:park .", "ex:city cg:supports ex:firm ."])
def test_a_claim_gets_its_plain_triple_and_loses_one_that_it_must_not_have(
    tmp_path: Path, ends: str, status: str, basis: str, plain: str | None, given: str
) -> None:
    file = tmp_path / "city.ttl"
    file.write_text(HEAD.format(ends=ends, status=status, basis=basis) + given, "utf-8")
    main(str(file))
    quads = list(pyoxigraph.parse(file.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    found = {quad.predicate.value.rsplit("#")[-1] for quad in quads} & {"sitedIn", "supports"}
    assert found == ({plain} if plain else set())


CITY = """@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> . @prefix void: <http://rdfs.org/ns/void#> .
ex: a void:Dataset ; dcterms:source ex:one , ex:gone .
ex:one a cg:Source . ex:two a cg:Source . ex:claim a cg:Claim ; dcterms:source ex:one .
"""


def laid_out(folder: Path, text: str) -> rdflib.Graph:
    file = folder / "city.ttl"
    file.write_text(text, "utf-8")
    main(str(file))
    once = file.read_bytes()
    main(str(file))
    assert file.read_bytes() == once
    return rdflib.Graph().parse(file)


def test_a_data_set_names_every_source_and_no_other(tmp_path: Path) -> None:
    graph = laid_out(tmp_path, CITY)
    ex = rdflib.Namespace("https://example.org/")
    assert set(graph.objects(URIRef(str(ex)), DCTERMS.source)) == {ex.one, ex.two}
    assert set(graph.objects(ex.claim, DCTERMS.source)) == {ex.one}


def test_a_data_set_that_names_no_source_and_a_graph_without_one_stay_as_they_are(tmp_path: Path) -> None:
    for text in (
        CITY.replace("dcterms:source ex:one , ex:gone", "dcterms:title 'x'"),
        CITY.replace("void:Dataset", "cg:Plan"),
    ):
        graph = laid_out(tmp_path, text)
        given = rdflib.Graph().parse(data=text, format="turtle")
        assert rdflib.compare.isomorphic(graph, given)
    assert (None, None, URIRef(CG + "Source")) in graph
