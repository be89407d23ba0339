"""Measures equal those of networkx, to nine places, on random graphs and on the city."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.graph.edge_arrays import edge_arrays
from cityGraph.networks import arrays
from cityGraph.networks.measures import SMALL, TOLERANCE, betweenness, degree, harmonic, pagerank
from cityGraph.networks.partition import communities, components
from support.graphs import Graph, as_networkx, graphs

quick = settings(deadline=None, max_examples=60)


def alike(ours: Sequence[float], theirs: Mapping[int, float]) -> bool:
    return all(abs(score - theirs[node]) < 1e-9 for node, score in enumerate(ours)) and len(ours) == len(theirs)


@given(graphs())
@quick
def test_degree_is_that_of_networkx(graph: Graph) -> None:
    assert alike(degree(*graph), nx.degree_centrality(as_networkx(graph)))


@given(graphs())
@quick
def test_pagerank_is_that_of_networkx_however_it_is_computed(graph: Graph) -> None:
    theirs = nx.pagerank(as_networkx(graph), tol=1e-15, max_iter=10_000)
    for scores, reached in (pagerank(*graph), arrays.pagerank(*graph, 10_000)):
        assert alike(scores, theirs)
        assert reached < TOLERANCE


@given(graphs())
@quick
def test_betweenness_is_that_of_networkx(graph: Graph) -> None:
    assert alike(betweenness(*graph), nx.betweenness_centrality(as_networkx(graph)))


@given(graphs(), st.integers(0, 1000))
@quick
def test_sampled_betweenness_takes_the_pivots_of_networkx(graph: Graph, seed: int) -> None:
    pivots = max(2, graph[0] // 2)
    theirs = nx.betweenness_centrality(as_networkx(graph), k=pivots, seed=seed)
    assert alike(betweenness(*graph, pivots=pivots, seed=seed), theirs)


@given(graphs())
@quick
def test_harmonic_is_that_of_networkx(graph: Graph) -> None:
    assert alike(harmonic(*graph), nx.harmonic_centrality(as_networkx(graph)))


def test_a_sampled_harmonic_comes_near_the_whole() -> None:
    random = Random(1)
    graph = 400, sorted({tuple(sorted(random.sample(range(400), 2))) for _ in range(1_200)})
    whole, sampled = harmonic(*graph), harmonic(*graph, pivots=100)
    off = [abs(one - other) / one for one, other in zip(whole, sampled, strict=True) if one]
    assert sum(off) / len(off) < 0.05


def test_large_graphs_are_computed_on_arrays_with_the_same_result() -> None:
    random = Random(2)
    n = 8_000
    pairs = sorted(
        {
            (min(u, v), max(u, v))
            for u, v in ((random.randrange(n), random.randrange(n)) for _ in range(24_000))
            if u != v
        }
    )
    assert len(pairs) > SMALL
    theirs = nx.Graph(pairs)
    theirs.add_nodes_from(range(n))
    scores, reached = pagerank(n, pairs)
    assert alike(scores, nx.pagerank(theirs, tol=1e-15, max_iter=10_000))
    assert reached < TOLERANCE / n
    labels = components(n, pairs)
    assert len(set(labels)) == nx.number_connected_components(theirs)
    assert labels.count(0) == max(map(len, nx.connected_components(theirs)))


@pytest.mark.parametrize("by", ["degree", "pagerank", "betweenness", "harmonic"])
def test_the_city_is_measured_as_networkx_measures_it(city: cg.CityGraph, by: str) -> None:
    found = edge_arrays(city)
    headings = {at for at, predicate in enumerate(found.predicates) if predicate.endswith("#underTheme")}
    ties = [pair for at, pair in enumerate(found.pairs()) if found.relations[at] not in headings]
    graph = nx.Graph((found.nodes[one], found.nodes[other]) for one, other in ties if one != other)
    measure = {
        "degree": nx.degree_centrality,
        "pagerank": lambda g: nx.pagerank(g, tol=1e-15, max_iter=10_000),
        "betweenness": nx.betweenness_centrality,
        "harmonic": nx.harmonic_centrality,
    }[by]
    theirs = measure(graph)
    ours = cg.central(city, by=by, hub=True, top=1_000)
    assert len(ours) == len(theirs)
    assert all(abs(score.score - theirs[score.entity.iri]) < 1e-9 for score in ours)


def test_an_empty_network_has_no_measure_to_speak_of() -> None:
    assert degree(1, []) == [0.0]
    assert betweenness(2, [(0, 1)]) == [0.0, 0.0]
    assert communities(2, []) == ([0, 1], 0.0)
