"""Components, cut nodes and communities on pairs of numbers."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from cityGraph.networks.partition import communities, components, cut_nodes
from support.graphs import Graph, as_networkx, graphs

quick = settings(deadline=None, max_examples=60)


@given(graphs())
@quick
def test_components_and_cut_nodes_are_those_of_networkx(graph: Graph) -> None:
    theirs = as_networkx(graph)
    labels = components(*graph)
    groups = {frozenset(node for node, label in enumerate(labels) if label == each) for each in set(labels)}
    assert groups == {frozenset(part) for part in nx.connected_components(theirs)}
    assert [labels.count(each) for each in sorted(set(labels))] == sorted(map(labels.count, set(labels)), reverse=True)
    cuts = cut_nodes(*graph)
    assert list(cuts) == sorted(nx.articulation_points(theirs))
    for node, cut in cuts.items():
        left = theirs.subgraph(nx.node_connected_component(theirs, node) - {node})
        sizes = sorted(map(len, nx.connected_components(left)))
        assert cut == sum(sizes[:-1])


@given(graphs(), st.integers(0, 5))
@quick
def test_communities_are_a_partition_with_the_modularity_that_is_said(graph: Graph, seed: int) -> None:
    labels, modularity = communities(*graph, seed=seed)
    assert communities(*graph, seed=seed)[0] == labels
    if graph[1]:
        groups = [{node for node, label in enumerate(labels) if label == each} for each in set(labels)]
        assert abs(nx.community.modularity(as_networkx(graph), groups) - modularity) < 1e-9
