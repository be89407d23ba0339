"""RDF exports as rdflib and Oxigraph read them."""

from __future__ import annotations

import pyoxigraph
import pytest
import rdflib
from hypothesis import example, given, settings
from rdflib import RDF, SKOS, Literal, URIRef

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from cityGraph.store.engine_oxigraph import Oxigraph
from cityGraph.store.engine_rdflib import Rdflib
from support.exports import OXIGRAPH_FORMATS, RDFLIB_FORMATS, as_oxigraph, as_rdflib
from support.strange import LABELS, STRANGE

NS = rdflib.Namespace(PREFIXES["cg"])
HAS_SOURCE = URIRef(PREFIXES["oa"] + "hasSource")
REIFIES = pyoxigraph.NamedNode(PREFIXES["rdf"] + "reifies")

# An export is read without any network.
pytestmark = pytest.mark.usefixtures("no_network")


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
        assert (triple in triples) == bool(city.rows(f"SELECT * {{ {triple} }}"))
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


def test_language_tags_keep_their_case(city: cg.CityGraph) -> None:
    # Oxigraph keeps them in lower case, where a query for lang(?name) = "zh-Hant" finds nothing.
    for form in OXIGRAPH_FORMATS:
        text = cg.export(city, "晶科").to(form).decode()
        assert "zh-Hant" in text
        assert "zh-hant" not in text


def test_the_shipped_prefixes_keep_turtle_short(city: cg.CityGraph) -> None:
    text = cg.export(city, "太鋼").to(".ttl").decode()
    assert "\n# 太原 · supports · 太鋼 (planned)\nty:taiyuan cg:supports ty:taigang .\nclaim:taiyuan-supports-" in text


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
        return cg.export(cg.CityGraph(Rdflib(graph)))
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return cg.export(cg.CityGraph(Oxigraph(store)))


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


def test_quads_are_those_of_trig(city: cg.CityGraph) -> None:
    found = cg.export(city, "晶科", inferred=True)
    read = {
        form: {str(quad) for quad in pyoxigraph.parse(found.to(form), format=OXIGRAPH_FORMATS[form])}
        for form in (".nq", ".trig")
    }
    assert read[".nq"] == read[".trig"]
    assert len({line.split()[-2] for line in found.to(".nq").decode().splitlines()}) > 2
