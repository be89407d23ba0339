"""Node-link JSON as networkx reads it, and the networkx graph of an export."""

from __future__ import annotations

import json
import re

from hypothesis import example, given, settings

import cityGraph as cg
from cityGraph.exports.node_link import network, node_link_json
from support.exports import check_labels_come_back, read_network, shown_edges, shown_nodes, single_thing
from support.strange import LABELS, STRANGE


def test_networkx_reads_every_thing_and_edge_of_node_link_json_with_all_their_fields(city: cg.CityGraph) -> None:
    found = cg.export(city, inferred=True)
    whole, again = network(found.entities, found.claims), read_network(found, ".json")
    assert shown_nodes(again) == shown_nodes(whole)
    assert shown_edges(again) == shown_edges(whole)
    assert set(whole.edges(keys=True)) == set(cg.network(city, inferred=True).edges(keys=True))


def test_an_edge_has_its_source_date_quality_paragraph_and_quote(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    (edge,) = [data for *_, data in found.network().edges(data=True) if data["label"] == "重點支持"]
    assert edge.pop("url").startswith("http://sx.people.com.cn/")
    assert edge == {
        "label": "重點支持",
        "relation": "https://w3id.org/citygraph/ontology#supports",
        "status": "planned",
        "basis": "resolved",
        "source_title": "山西日報 2025-03-27",
        "date": "2025-03-27",
        "quality": "A",
        "paragraph": 13,
        "phrase": "重點支持太鋼",
        "qualifiers": "列舉未完: true; 目的: 加快智改數轉",
    }
    assert [data["because"] for *_, data in found.network().edges(data=True) if data["basis"] == "inferred"]
    several = [data for *_, data in cg.export(city).network().edges(data=True) if "other_evidence" in data]
    assert any(re.fullmatch(r"山西日報 2025-03-27 §\d+: .+", data["other_evidence"]) for data in several)


def test_an_edge_of_node_link_json_starts_at_source_and_ends_at_target_with_its_claim_as_key(
    city: cg.CityGraph,
) -> None:
    found = cg.export(city, "晶科")
    told = json.loads(b"".join(node_link_json(found.entities, found.claims)))
    assert (told["directed"], told["multigraph"]) == (True, True)
    assert [node["id"] for node in told["nodes"]] == [thing.iri for thing in found.entities]
    ends = [(claim.subject.iri, claim.object.iri) for claim in found.claims if isinstance(claim.object, cg.Entity)]
    assert [(edge["source"], edge["target"]) for edge in told["edges"]] == ends
    assert [edge["key"] for edge in told["edges"]] == [claim.iri for claim in found.claims]
    # The source that states it has another name, since `source` is where the edge starts.
    assert [edge["source_title"] for edge in told["edges"]] == [c.evidence[0].source_title for c in found.claims]


@settings(deadline=None, max_examples=40)
@given(label=LABELS)
@example(label="".join(STRANGE))
def test_any_label_comes_back_from_node_link_json_in_its_safe_form(city: cg.CityGraph, label: str) -> None:
    check_labels_come_back(city, label, ".json")


def test_node_link_json_without_edges_is_things_alone(city: cg.CityGraph) -> None:
    again = read_network(single_thing(city), ".json")
    assert (dict(again.nodes(data="label")), len(again.edges)) == ({"urn:a": "甲"}, 0)
