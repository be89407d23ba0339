"""The claims as a networkx graph: relation, status and source stay on every edge."""

from __future__ import annotations

import networkx as nx

import cityGraph as cg

TY = "https://w3id.org/citygraph/id/taiyuan/"


def test_nodes_carry_labels_and_edges_their_claim(city: cg.CityGraph) -> None:
    graph = cg.network(city)
    assert graph.nodes[f"{TY}taigang"] == {"label": "太鋼", "kind": "Firm"}
    edge = graph.edges[f"{TY}taiyuan", f"{TY}taigang", f"{TY}claim/taiyuan-supports-taigang"]
    assert (edge["label"], edge["status"], edge["phrase"]) == ("重點支持", "planned", "重點支持太鋼")
    assert edge["source"] == f"{TY}article"


def test_inferred_claims_are_edges_only_when_asked_for(city: cg.CityGraph) -> None:
    fewer, more = cg.network(city), cg.network(city, inferred=True)
    ties = [c for c in cg.claims(city, inferred=True) if c.basis == "inferred" and isinstance(c.object, cg.Entity)]
    assert more.number_of_edges() - fewer.number_of_edges() == len(ties) > 100


def test_algorithms_of_networkx_work_on_it(city: cg.CityGraph) -> None:
    graph = cg.network(city)
    path = nx.shortest_path(graph, f"{TY}taishan-fiberglass-taiyuan", f"{TY}shanxi-transition-zone")
    assert [graph.nodes[node]["label"] for node in path][-2:] == ["陽曲工業園區", "山西轉型綜改示范區"]
