"""The Leiden algorithm: connected communities that no move of a node improves, the same for the same seed."""

from __future__ import annotations

from random import Random

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from cityGraph.networks.leiden import _move, _Network, _network, _refine, leiden
from support.graphs import Graph, as_networkx, graphs
from support.known_graphs import KNOWN, groups_of, known

quick = settings(deadline=None, max_examples=60)


@given(graphs(), st.integers(-5, 10**20))
@quick
def test_communities_are_connected_and_numbered_by_size(graph: Graph, seed: int) -> None:
    labels, modularity = leiden(*graph, seed=seed)
    groups, whole = groups_of(labels), as_networkx(graph)
    assert leiden(*graph, seed=seed) == (labels, modularity)
    assert all(nx.is_connected(whole.subgraph(group)) for group in groups)
    assert groups == sorted(groups, key=lambda group: (-len(group), min(group)))
    assert not graph[1] or abs(nx.community.modularity(whole, groups) - modularity) < 1e-12


def test_a_graph_without_edges_has_a_community_for_each_node() -> None:
    assert leiden(3, []) == ([0, 1, 2], 0.0)


def test_clear_groups_are_the_communities() -> None:
    assert groups_of(leiden(*KNOWN["clear groups"])[0]) == [set(range(at, at + 40)) for at in range(0, 320, 40)]


@given(graphs().filter(lambda graph: bool(graph[1])), st.integers(0, 99))
@settings(quick, max_examples=20)
def test_iterations_end_by_themselves_when_no_move_of_a_node_raises_the_modularity(graph: Graph, seed: int) -> None:
    n, whole = graph[0], as_networkx(graph)
    labels, modularity = leiden(*graph, seed=seed, iterations=10**9)
    for node in range(n):
        for label in {*labels, n}:  # n: a community of its own
            moved = [label if at == node else each for at, each in enumerate(labels)]
            assert nx.community.modularity(whole, groups_of(moved)) < modularity + 1e-12


def test_further_iterations_raise_the_modularity_and_the_seed_decides_among_equals() -> None:
    graph = KNOWN["no groups, 2,000 edges"]
    once, often = leiden(*graph, iterations=1)[1], leiden(*graph)[1]
    assert often > once + 0.005
    assert len({tuple(leiden(*graph, seed=seed)[0]) for seed in range(3)}) == 3


@given(graphs().filter(lambda graph: bool(graph[1])), st.data())
@quick
def test_a_weighted_edge_counts_as_often_as_it_weighs(graph: Graph, data: st.DataObject) -> None:
    n, pairs = graph
    weights = data.draw(st.lists(st.integers(1, 50), min_size=len(pairs), max_size=len(pairs)))
    labels, modularity = leiden(n, pairs, weights=weights)
    weighted = as_networkx((n, []))
    weighted.add_weighted_edges_from((*pair, weight) for pair, weight in zip(pairs, weights, strict=True))
    assert abs(nx.community.modularity(weighted, groups_of(labels)) - modularity) < 1e-12


def test_the_heavy_edges_of_a_ring_are_its_communities() -> None:
    ring = [(at, (at + 1) % 8) for at in range(8)]
    assert leiden(8, ring, weights=[99, 1] * 4)[0] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert leiden(8, ring, weights=[1, 99] * 4)[0] == [0, 1, 1, 2, 2, 3, 3, 0]


def test_two_dense_parts_that_one_edge_joins_do_not_stay_in_one_community() -> None:
    labels = [0, 0]
    _move(_Network(near=[[1], [0]], weights=[[1], [1]], strength=[31, 31], whole=62), labels, Random(1))
    assert len(set(labels)) == 2


@known
def test_refinement_makes_connected_parts_and_leaves_alone_what_hardly_belongs_to_its_community(graph: Graph) -> None:
    n, pairs = graph
    labels = [node * 3 // n for node in range(n)]  # three communities that the edges do not suggest
    network, whole = _network(n, pairs, [1] * len(pairs)), as_networkx(graph)
    parts = groups_of(_refine(network, labels, Random(1)))
    for part in parts:
        assert len({labels[node] for node in part}) == 1
        assert nx.is_connected(whole.subgraph(part))
    for community in groups_of(labels):
        mass = sum(whole.degree(node) for node in community)
        for node in community:
            within = len(community & set(whole[node]))
            if within < whole.degree(node) * (mass - whole.degree(node)) / max(2 * len(pairs), 1):
                assert {node} in parts
