"""GraphML, GEXF and node-link JSON as networkx and an XML schema read them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest
import xmlschema
from hypothesis import example, given, settings

import cityGraph as cg
from cityGraph.exports.graph_rows import EDGE_DETAILS
from support.exports import mermaid, statements
from support.paths import ROOT
from support.strange import LABELS, STRANGE, made_of, safe_form

GEXF = xmlschema.XMLSchema(ROOT / "tests" / "fixtures" / "gexf.xsd")
NETWORKS = (".graphml", ".gexf", ".json")


def read(found: cg.Export, form: str) -> networkx.MultiDiGraph:
    """A file as networkx reads it."""
    content = io.BytesIO(found.to(form))
    if form == ".graphml":
        return networkx.read_graphml(content, force_multigraph=True)
    if form == ".gexf":
        return networkx.read_gexf(content)
    return networkx.node_link_graph(json.load(content), edges="edges")


def ties(graph: Any) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The ties with what is told of each, as every format tells it."""
    named = {"label", *EDGE_DETAILS}
    return sorted(
        (
            (one, other, data.get("id", key), {name: value for name, value in data.items() if name in named})
            for one, other, key, data in graph.edges(keys=True, data=True)
        ),
        key=lambda tie: tie[2],
    )


@pytest.mark.parametrize("form", NETWORKS)
def test_networkx_reads_every_thing_and_tie_with_all_that_is_told(city: cg.CityGraph, form: str) -> None:
    found = cg.export(city, inferred=True)
    whole, again = found.network(), read(found, form)
    kinds = {node: (data["label"], data["kind"], data["kind_label"]) for node, data in whole.nodes(data=True)}
    assert {n: (data["label"], data["kind"], data["kind_label"]) for n, data in again.nodes(data=True)} == kinds
    assert ties(again) == ties(whole)
    assert set(whole.edges(keys=True)) == set(cg.network(city, inferred=True).edges(keys=True))


def test_a_tie_has_its_source_date_quality_paragraph_and_words(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    (tie,) = [data for *_, data in found.network().edges(data=True) if data["label"] == "重點支持"]
    assert tie.pop("url").startswith("http://sx.people.com.cn/")
    assert tie == {
        "label": "重點支持",
        "relation": "https://w3id.org/citygraph/ontology#supports",
        "status": "planned",
        "basis": "resolved",
        "source_title": "山西日報 2025-03-27",
        "date": "2025-03-27",
        "quality": "A",
        "paragraph": 13,
        "phrase": "重點支持太鋼",
        "qualifiers": "列舉未盡: true; 為: 加快智改數轉",
    }
    assert [data["because"] for *_, data in found.network().edges(data=True) if data["basis"] == "inferred"]
    several = [data for *_, data in cg.export(city).network().edges(data=True) if "other_evidence" in data]
    assert any(re.fullmatch(r"山西日報 2025-03-27 §\d+: .+", data["other_evidence"]) for data in several)


def test_gephi_s_format_keeps_to_its_schema_and_parallel_ties_apart(city: cg.CityGraph) -> None:
    content = cg.export(city, inferred=True).to(".gexf")
    GEXF.validate(content.decode())
    kinds: dict[tuple[str, str], set[str]] = {}
    for edge in ElementTree.fromstring(content).iter("{http://gexf.net/1.3}edge"):
        assert edge.attrib["kind"] == edge.attrib["label"]
        kinds.setdefault((edge.attrib["source"], edge.attrib["target"]), set()).add(edge.attrib["kind"])
    assert max(map(len, kinds.values())) > 1
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        GEXF.validate(content.decode().replace('target="', 'target="urn:nowhere', 1))


@settings(deadline=None, max_examples=40)
@given(label=LABELS)
@example(label="".join(STRANGE))
def test_any_label_comes_back_in_its_safe_form(city: cg.CityGraph, label: str) -> None:
    found = made_of(city, [label, *STRANGE])
    labels = {thing.iri: safe_form(thing.label) for thing in found.entities}
    for form in NETWORKS:
        again = read(found, form)
        assert {node: data["label"] or "" for node, data in again.nodes(data=True)} == labels
        told = {
            other: (data.get("label") or "", data.get("because") or "") for _, other, data in again.edges(data=True)
        }
        assert told == {iri: (each, each) for iri, each in labels.items()}
    GEXF.validate(found.to(".gexf").decode())


def test_a_question_without_ties_is_things_alone(tmp_path: Path, city: cg.CityGraph) -> None:
    thing = cg.Entity("urn:a", "甲", "", "")
    fact = cg.Claim("urn:c", thing, cg.Relation("urn:r", "面積"), cg.Value("1", "urn:number"), "realised", "stated")
    found = cg.Export((thing,), (fact,), city)
    for form in NETWORKS:
        assert dict(read(found, form).nodes(data="label")) == {"urn:a": "甲"}
    assert mermaid(found) == (["甲"], [])
    assert len(statements(found.to(".cypher"))) == 1
