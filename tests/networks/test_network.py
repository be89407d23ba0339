"""The verb network: a networkx graph whose edges keep relation, status and source."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest

import cityGraph as cg

TY = "https://w3id.org/citygraph/id/taiyuan/"


def test_nodes_carry_labels_and_edges_their_claim(city: cg.CityGraph) -> None:
    graph = cg.network(city)
    node = graph.nodes[f"{TY}taigang"]
    assert (node["label"], node["kind"], node["names"][:6]) == ("太鋼", "Firm", "太鋼; 太钢")
    edge = graph.edges[f"{TY}taiyuan", f"{TY}taigang", f"{TY}claim/taiyuan-supports-taigang"]
    assert (edge["label"], edge["status"], edge["phrase"]) == ("重點支持", "planned", "重點支持太鋼")
    assert edge["source_iri"] == f"{TY}article"


@pytest.mark.parametrize("inferred", [False, True])
def test_every_writer_of_networkx_takes_it(city: cg.CityGraph, tmp_path: Path, inferred: bool) -> None:
    graph = cg.network(city, inferred=inferred)
    file = tmp_path / "a"
    nx.write_graphml(graph, file)
    assert nx.read_graphml(file, force_multigraph=True).nodes == graph.nodes
    nx.write_gexf(graph, file)
    assert nx.read_gexf(file).number_of_edges() == graph.number_of_edges()
    told = json.loads(json.dumps(nx.node_link_data(graph, edges="edges")))
    again = nx.node_link_graph(told, edges="edges")
    assert again.nodes == graph.nodes
    assert list(again.edges(data=True, keys=True)) == list(graph.edges(data=True, keys=True))


def test_inferred_claims_are_edges_only_when_asked_for(city: cg.CityGraph) -> None:
    fewer, more = cg.network(city), cg.network(city, inferred=True)
    ties = [c for c in cg.claims(city, inferred=True) if c.basis == "inferred" and isinstance(c.object, cg.Entity)]
    assert more.number_of_edges() - fewer.number_of_edges() == len(ties) > 100


def test_algorithms_of_networkx_work_on_it(city: cg.CityGraph) -> None:
    graph = cg.network(city)
    path = nx.shortest_path(graph, f"{TY}taishan-fiberglass-taiyuan", f"{TY}shanxi-transition-zone")
    assert [graph.nodes[node]["label"] for node in path][-2:] == [
        "年產60萬噸高性能玻璃纖維智能制造項目",
        "山西轉型綜改示范區",
    ]


def test_only_some_relations_are_edges_where_that_is_asked(city: cg.CityGraph) -> None:
    graph = cg.network(city, relations=["是…的鏈主"])
    assert {data["label"] for *_, data in graph.edges(data=True)} == {"是…的鏈主"}
    assert graph.number_of_edges() >= 8


def test_the_triples_of_a_graph_of_another_model_are_edges(tmp_path: Path) -> None:
    file = tmp_path / "people.ttl"
    file.write_text(
        """@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <urn:a> a foaf:Person ; foaf:name "Ann" ; foaf:knows <urn:b> ; foaf:homepage <http://example.org/> .
        <urn:b> a foaf:Person ; rdfs:label "Bob" .""",
        "utf-8",
    )
    graph = cg.network(cg.open(file))
    assert [(u, v, key.rsplit("/")[-1]) for u, v, key in graph.edges(keys=True)] == [("urn:a", "urn:b", "knows")]
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Ann", "Bob"}
