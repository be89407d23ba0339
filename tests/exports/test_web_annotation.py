"""Web Annotations as a reader of JSON-LD has them, held against what the model demands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import rdflib
from hypothesis import example, given
from rdflib import RDF

import cityGraph as cg
from cityGraph.namespaces import CG
from support.paths import ROOT
from support.strange import LABELS, STRANGE, made_of, slow

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
# What our file uses of http://www.w3.org/ns/anno.jsonld, so that it is read without a network.
CONTEXT = json.loads((ROOT / "tests/fixtures/ontology/anno.jsonld").read_text("utf-8"))["@context"]

pytestmark = pytest.mark.usefixtures("no_network")


def annotated(found: cg.Export) -> list[dict[str, Any]]:
    document: list[dict[str, Any]] = json.loads(found.to(".webannotation.jsonld"))
    return document


def as_rdf(document: list[dict[str, Any]]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for each in document:
        graph.parse(data=json.dumps(each | {"@context": CONTEXT}), format="json-ld")
    return graph


def keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from keys(value)
    elif isinstance(node, list):
        for each in node:
            yield from keys(each)


def test_a_passage_is_annotated_with_its_claim(city: cg.CityGraph) -> None:
    found = annotated(cg.export(city, "太鋼", relations=["supports"]))
    claim = "https://w3id.org/citygraph/id/taiyuan/claim/taiyuan-supports-taigang"
    (one,) = [each for each in found if each["id"] == f"{claim}#annotation-1"]
    assert one["body"][0] == {
        "type": "TextualBody",
        "value": "太原 重點支持 太鋼",
        "format": "text/plain",
        "language": "zh-Hant",
    }
    assert one["target"] == {
        "type": "SpecificResource",
        "source": "http://sx.people.com.cn/BIG5/n2/2025/0327/c189133-41177590.html",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "重點支持太鋼"},
            {
                "type": "FragmentSelector",
                "conformsTo": f"{CG}paragraph",
                "value": "paragraph=13",
                "refinedBy": {"type": "TextPositionSelector", "start": 77, "end": 83},
            },
        ],
    }


def test_each_annotation_has_what_the_model_demands(city: cg.CityGraph) -> None:
    """https://www.w3.org/TR/annotation-model/: the keys marked MUST, and no key that the context does not know."""
    whole = cg.export(city)
    found = annotated(whole)
    assert len(found) == sum(len(claim.evidence) for claim in whole.claims)
    assert len({each["id"] for each in found}) == len(found)
    for each in found:
        assert each["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert each["type"] == "Annotation"
        assert each["motivation"] in CONTEXT
        assert each["target"]["source"].startswith("http")
        for selector in each["target"]["selector"]:
            assert selector["type"] in ("TextQuoteSelector", "FragmentSelector")
            assert selector["exact"] if selector["type"] == "TextQuoteSelector" else selector["value"]
            if position := selector.get("refinedBy"):
                assert 0 <= position["start"] < position["end"]
        assert {key for key in keys(each) if ":" not in key and not key.startswith("@")} <= set(CONTEXT)


def test_a_reader_of_json_ld_gets_the_claim_and_the_selectors(city: cg.CityGraph) -> None:
    whole = cg.export(city, "晶科")
    graph = as_rdf(annotated(whole))
    made = list(graph.subjects(RDF.type, OA.Annotation))
    assert len(made) == sum(len(claim.evidence) for claim in whole.claims)
    for annotation in made:
        (target,) = graph.objects(annotation, OA.hasTarget)
        assert len(list(graph.objects(target, OA.hasSource))) == 1
        assert {kind for s in graph.objects(target, OA.hasSelector) for kind in graph.objects(s, RDF.type)}
    claims = set(graph.subjects(RDF.type, RDF.Statement))
    assert claims == {rdflib.URIRef(claim.iri) for claim in whole.claims}
    for claim in whole.claims:
        assert graph.value(rdflib.URIRef(claim.iri), RDF.subject) == rdflib.URIRef(claim.subject.iri)


def test_an_inferred_claim_has_no_passage_and_makes_no_annotation(city: cg.CityGraph) -> None:
    stated, inferred = (annotated(cg.export(city, "太鋼", inferred=inferred)) for inferred in (False, True))
    assert stated == inferred


@slow
@given(label=LABELS)
@example(label="".join(STRANGE))
@example(label="")
def test_any_label_and_any_quote_comes_back(city: cg.CityGraph, label: str) -> None:
    found = made_of(city, [label, *STRANGE])
    # A passage without words is selected by its place alone, or is the whole source.
    quotes = [each["target"].get("selector", [{}])[0].get("exact", "") for each in annotated(found)]
    said = [passage.phrase for claim in found.claims for passage in claim.evidence]
    assert quotes == [phrase.encode("utf-8", "replace").decode() for phrase in said]
