"""What RDF exports say: opened again they answer as the city does."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import RDF, Literal, URIRef

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from support.exports import RDFLIB_FORMATS, as_oxigraph, as_rdflib
from support.paths import DATA, FIXTURE

NS = rdflib.Namespace(PREFIXES["cg"])

# An export is read without any network.
pytestmark = pytest.mark.usefixtures("no_network")


@pytest.mark.parametrize("form", RDFLIB_FORMATS)
def test_the_whole_city_comes_back_to_the_last_triple(city: cg.CityGraph, form: str) -> None:
    found = cg.export(city, inferred=True)
    whole = rdflib.Graph().parse(DATA)
    assert set(as_rdflib(found, form)) == set(whole)
    assert as_oxigraph(found, form) == {quad.triple for quad in pyoxigraph.parse(path=DATA)}


NAMES = ("太鋼", "陽曲工業園區", "太原")


@pytest.mark.parametrize(
    ("engine", "form", "name"),
    [
        *(("oxigraph", form, name) for form in (".ttl", ".nt") for name in NAMES),
        ("rdflib", ".ttl", "太鋼"),
        ("rdflib", ".nt", "陽曲工業園區"),
    ],
)
def test_what_was_exported_answers_as_the_city_does(
    tmp_path: Path, city: cg.CityGraph, engine: str, form: str, name: str
) -> None:
    file = tmp_path / f"part{form}"
    file.write_bytes(cg.export(city, name, inferred=True).to(form))
    part = cg.open(file, engine=engine)
    for inferred in (False, True):
        here, there = (cg.neighbors(each, name, inferred=inferred) for each in (part, city))
        # Who stands beside it in a list is said by other claims, which were not asked for.
        assert [n.replace(mates=()) for n in here] == [n.replace(mates=()) for n in there]
        assert (here.entity, here.names, here.held_back) == (there.entity, there.names, there.held_back)
        assert cg.claims(part, name, inferred=inferred) == cg.claims(city, name, inferred=inferred)
    assert cg.validate(part).findings == ()


def test_what_is_filtered_out_leaves_no_trace(tmp_path: Path, city: cg.CityGraph) -> None:
    file = tmp_path / "supported.ttl"
    found = cg.export(city, relations=["supports"], statuses=["planned"])
    file.write_bytes(found.to(".ttl"))
    part = cg.open(file)
    assert cg.claims(part).claims == found.claims
    assert set(cg.about(part).kinds) <= {thing.kind_label for thing in found.entities}
    assert cg.validate(part).findings == ()
    graph = rdflib.Graph().parse(file)
    assert not list(graph.triples((None, NS.chainLeaderOf, None)))
    assert len(list(graph.triples((None, NS.supports, None)))) == len(
        {(claim.subject, claim.object) for claim in found.claims}
    )


def test_an_inference_has_no_plain_triple(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    (inference, *_) = [claim for claim in found.claims if claim.basis == "inferred"]
    assert isinstance(inference.object, cg.Entity)
    triple = URIRef(inference.subject.iri), URIRef(inference.relation.iri), URIRef(inference.object.iri)
    for form in RDFLIB_FORMATS:
        graph = as_rdflib(found, form)
        assert (URIRef(inference.iri), NS.basis, NS.inferred) in graph
        assert triple not in graph
    assert (URIRef(inference.iri), RDF.object, triple[2]) in graph


OWN = """
@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix ex: <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:twins rdfs:subPropertyOf cg:relation ; rdfs:label "結好"@zh-Hant ; cg:inverseLabel "與之結好"@zh-Hant .
ex:City rdfs:label "姊妹城"@zh-Hant .
ex:a a ex:City ; skos:prefLabel "甲"@zh-Hant ; ex:note [ rdfs:comment "a blank node" ] ; ex:twins ex:b .
ex:b a ex:City ; skos:prefLabel "乙"@zh-Hant ; ex:place <geo:37.8,112.5> .
ex:paper a cg:Source ; skos:prefLabel "報"@zh-Hant .
ex:c a cg:Claim ; rdf:subject ex:a ; rdf:predicate ex:twins ; rdf:object ex:b ; cg:status cg:realised ;
  cg:basis cg:stated ; ex:since ex:then ; cg:share 0.5 , true , 7 , "x"^^xsd:token ;
  cg:evidence [ oa:hasSource ex:paper ; cg:phrase "二" ] , [ oa:hasSource ex:paper ; cg:phrase "一" ] ,
    [ cg:phrase "無" ] .
ex:then rdfs:label "那時"@zh-Hant .
"""


def test_a_graph_of_one_s_own_keeps_its_words_and_its_nameless_passages(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(OWN, "utf-8")
    own = cg.open(file, engine=engine)
    found = cg.export(own)
    again = tmp_path / "again.ttl"
    again.write_bytes(found.to(".ttl"))
    assert cg.claims(cg.open(again, engine=engine)) == cg.claims(own)
    assert cg.neighbors(cg.open(again, engine=engine), "甲") == cg.neighbors(own, "甲")
    (neighbor,) = cg.neighbors(cg.open(again), "甲")
    assert neighbor.relation.label == "結好"
    assert neighbor.entity.kind_label == "姊妹城"
    assert [passage.phrase for passage in neighbor.evidence] == ["一", "二"]
    graph = as_rdflib(found, ".ttl")
    assert (URIRef("https://example.org/then"), rdflib.RDFS.label, Literal("那時", lang="zh-Hant")) in graph
    for form in (".nt", ".trig", ".jsonld"):
        assert len(as_rdflib(found, form)) == len(graph)
        assert (None, None, URIRef("geo:37.8,112.5")) in as_rdflib(found, form)
    assert found.to(".ttl") == cg.export(cg.open(file)).to(".ttl")


def test_the_fixture_city_comes_back(tmp_path: Path, fixture_city: cg.CityGraph) -> None:
    file = tmp_path / "again.ttl"
    file.write_bytes(cg.export(fixture_city, inferred=True).to(".ttl"))
    assert cg.claims(cg.open(file), inferred=True) == cg.claims(fixture_city, inferred=True)
    text = (FIXTURE / "article.txt").read_text("utf-8")
    assert cg.validate(cg.open(file), text=[("", text)]).findings == ()


def test_a_claim_of_no_graph_tells_what_it_is(fixture_city: cg.CityGraph) -> None:
    thing = cg.Entity("urn:a", "甲", "Firm", "企業")
    claim = cg.Claim("urn:a b", thing, cg.Relation(str(NS.supports), "支持"), thing, "planned", "stated")
    for form in RDFLIB_FORMATS:
        graph = as_rdflib(cg.Export((thing,), (claim,), fixture_city), form)
        assert (URIRef("urn:a"), NS.supports, URIRef("urn:a")) in graph
        assert (URIRef("urn:a%20b"), NS.status, NS.planned) in graph
