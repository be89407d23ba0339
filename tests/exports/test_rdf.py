"""RDF exports: opened again they answer as the city does; rdflib and Oxigraph read in them the triples that it has."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import example, given, settings
from rdflib import RDF, SKOS, Literal, URIRef

import cityGraph as cg
from cityGraph.sparql import PREFIXES
from cityGraph.store import shipped
from support.exports import OXIGRAPH_FORMATS, RDFLIB_FORMATS, as_oxigraph, as_rdflib
from support.paths import DATA, FIXTURE
from support.process import citygraph, data
from support.strange import LABELS, STRANGE

NS = rdflib.Namespace(PREFIXES["cg"])
HAS_SOURCE = URIRef(PREFIXES["oa"] + "hasSource")
REIFIES = pyoxigraph.NamedNode(PREFIXES["rdf"] + "reifies")


# An export is read without any network.
pytestmark = pytest.mark.usefixtures("no_network")


@pytest.mark.parametrize("form", RDFLIB_FORMATS)
def test_the_whole_city_comes_back_to_the_last_triple(city: cg.CityGraph, form: str) -> None:
    found = cg.export(city, inferred=True)
    whole = rdflib.Graph().parse(DATA)
    assert set(as_rdflib(found, form)) == set(whole)
    assert as_oxigraph(found, form) == {quad.triple for quad in pyoxigraph.parse(path=DATA)}


@pytest.mark.parametrize("form", [".ttl", ".nt"])
@pytest.mark.parametrize("name", ["太鋼", "陽曲工業園區", "太原"])
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


def test_the_command_answers_the_same_from_its_own_export(tmp_path: Path) -> None:
    for name in ("city.ttl", "city.nt"):
        file = str(tmp_path / name)
        assert citygraph("export", "--inferred", "-o", file).status == 0
        for question in (["neighbors", "太鋼"], ["claims", "晶科"], ["about"], ["gaps"]):
            assert data("--from", file, *question) == data(*question)
    assert citygraph("--from", file, "validate").status == 0


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


def test_a_graph_of_trig_is_what_its_source_says(city: cg.CityGraph) -> None:
    found = cg.export(city, inferred=True)
    dataset = rdflib.Dataset().parse(data=found.to(".trig"), format="trig")
    told = {str(graph.identifier): graph for graph in dataset.graphs() if len(graph)}
    assert set(told) == {
        *(passage.source for claim in found.claims for passage in claim.evidence),
        str(NS.inferred),
        str(dataset.default_graph.identifier),
    }
    for source, graph in told.items():
        said = {str(claim) for claim in graph.subjects(RDF.type, NS.Claim)}
        if source == str(NS.inferred):
            assert said == {claim.iri for claim in found.claims if claim.basis == "inferred"}
        elif graph is told[str(dataset.default_graph.identifier)]:
            assert said == set()
            assert {str(thing) for thing in graph.subjects(SKOS.prefLabel)} >= {each.iri for each in found.entities}
        else:
            assert said == {claim.iri for claim in found.claims if source in claim.sources and claim.evidence}
            assert {str(each) for each in graph.objects(None, HAS_SOURCE)} == {source}


def test_a_claim_annotates_its_triple_in_rdf_1_2(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    triples = as_oxigraph(found, ".rdf12.ttl")
    reified = {each.subject.value: each.object for each in triples if each.predicate == REIFIES}
    assert set(reified) == {claim.iri for claim in found.claims}
    for claim in found.claims:
        triple = reified[claim.iri]
        assert (triple.subject.value, triple.predicate.value) == (claim.subject.iri, claim.relation.iri)
        assert (triple in triples) == (claim.basis != "inferred")
    # Beside that, it is what the other files are.
    assert {each for each in triples if each.predicate != REIFIES} == as_oxigraph(found, ".ttl")
    store = pyoxigraph.Store()
    store.load(found.to(".rdf12.ttl"), format=OXIGRAPH_FORMATS[".rdf12.ttl"])
    query = (
        f"PREFIX cg: <{NS}> SELECT ?phrase WHERE {{ ?city cg:supports ?firm "
        "{| cg:status cg:planned ; cg:evidence ?passage |} . ?passage cg:phrase ?phrase }"
    )
    rows = store.query(query)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    assert [row["phrase"].value for row in rows] == ["重點支持太鋼"]


def test_the_context_that_json_ld_has_in_it_is_the_one_that_is_published(city: cg.CityGraph) -> None:
    published = json.loads((Path(shipped("ontology")) / "context.jsonld").read_text("utf-8"))
    document = json.loads(cg.export(city, "太鋼").to(".jsonld"))
    assert document["@context"] == published["@context"]
    context = published["@context"]
    prefixes = {name: value for name, value in context.items() if isinstance(value, str) and "//" in value}
    # `geo` is a scheme of its own (RFC 5870): as a prefix it would change what geo:37.8,112.5 means.
    assert prefixes == {name: value for name, value in PREFIXES.items() if name != "geo"} | {"@vocab": PREFIXES["cg"]}
    # No term hides a term of the ontology.
    terms = {term: meant["@id"] for term, meant in context.items() if isinstance(meant, dict)}
    for term, meant in terms.items():
        known = list(city.rdf.triples((NS[term], None, None)))
        assert not known or meant == f"cg:{term}"
    (claim,) = [node for node in document["@graph"] if node["id"] == "claim:taiyuan-supports-taigang"]
    assert claim == claim | {
        "type": "Claim",
        "subject": "ty:taiyuan",
        "predicate": "supports",
        "object": {"id": "ty:taigang"},
        "status": "planned",
        "purpose": {"@value": "加快智改數轉", "@language": "zh-Hant"},
        "openList": True,
        "evidence": "passage:taiyuan-supports-taigang",
    }


def test_language_tags_keep_their_case(city: cg.CityGraph) -> None:
    # Oxigraph keeps them in lower case, where a query for lang(?name) = "zh-Hant" finds nothing.
    for form in OXIGRAPH_FORMATS:
        text = cg.export(city, "晶科").to(form).decode()
        assert "zh-Hant" in text
        assert "zh-hant" not in text


def test_the_shipped_prefixes_keep_turtle_short(city: cg.CityGraph) -> None:
    text = cg.export(city, "太鋼").to(".ttl").decode()
    assert "\n# 太原 · supports · 太鋼 (planned)\nty:taiyuan cg:supports ty:taigang .\nclaim:taiyuan-supports-" in text


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


def labelled(label: str, engine: str) -> cg.Export:
    """One claim between two things, all of whose words are `label`."""
    graph = rdflib.Graph()
    thing, other, claim, passage, source = (URIRef(f"urn:{name}") for name in ("a", "b", "c", "p", "s"))
    words = Literal(label)
    for triple in (
        (thing, SKOS.prefLabel, words), (other, SKOS.prefLabel, words), (source, SKOS.prefLabel, words),
        (thing, RDF.type, NS.Firm), (source, RDF.type, NS.Source), (claim, RDF.type, NS.Claim),
        (claim, RDF.subject, thing), (claim, RDF.predicate, NS.supports), (claim, RDF.object, other),
        (claim, NS.status, NS.planned), (claim, NS.basis, NS.stated), (claim, NS.purpose, words),
        (claim, NS.evidence, passage), (passage, HAS_SOURCE, source), (passage, NS.phrase, words),
    ):  # fmt: skip
        graph.add(triple)
    if engine == "rdflib":
        return cg.export(cg.CityGraph(graph, (), "zh-Hant", {}))
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return cg.export(cg.CityGraph(store, (), "zh-Hant", {}))


@settings(deadline=None, max_examples=15)
@given(label=LABELS)
@example(label="".join(STRANGE).replace("\ud800", ""))
@example(label='"""\\')
@example(label="\ud800")
def test_any_words_come_back_as_they_are(label: str) -> None:
    # Half a character is none: rdflib alone lets it in, and a question mark comes out.
    whole = "".join("?" if "\ud800" <= c <= "\udfff" else c for c in label)
    found = labelled(label, "rdflib")
    for form in RDFLIB_FORMATS:
        graph = as_rdflib(found, form)
        assert {str(each) for each in graph.objects(None, SKOS.prefLabel)} == {whole}
        assert {str(each) for each in graph.objects(None, NS.phrase)} == {whole}
    for form in OXIGRAPH_FORMATS:
        said = {t.object.value for t in as_oxigraph(found, form) if t.predicate.value == SKOS.prefLabel.toPython()}
        assert said == {whole}
    if whole == label:
        assert all(labelled(label, "oxigraph").to(form) == found.to(form) for form in OXIGRAPH_FORMATS)
