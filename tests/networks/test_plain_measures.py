"""Measures in plain Python: those of networkx, to nine places."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityGraph.networks.plain_measures import TOLERANCE, adjacency, betweenness, components, pagerank, simple
from support.graphs import Graph, as_networkx, graphs
from support.known_graphs import KNOWN, groups_of, known

quick = settings(deadline=None, max_examples=60)
SMALL = pytest.mark.parametrize("graph", [graph for graph in KNOWN.values() if len(graph[1]) < 1_000])


def close(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))


@known
def test_pagerank_is_that_of_networkx(graph: Graph) -> None:
    theirs = as_networkx(graph)
    wanted = nx.pagerank(theirs, tol=1e-15, max_iter=10_000)
    scores, change = pagerank(*graph)
    assert close(scores, [wanted[node] for node in theirs])
    assert change < TOLERANCE / graph[0]


@SMALL
def test_betweenness_is_that_of_networkx(graph: Graph) -> None:
    theirs = as_networkx(graph)
    wanted = nx.betweenness_centrality(theirs)
    assert close(betweenness(*graph), [wanted[node] for node in theirs])


@given(graphs(), st.data())
@quick
def test_sampled_betweenness_takes_the_pivots_of_networkx(graph: Graph, data: st.DataObject) -> None:
    pivots, seed = data.draw(st.integers(2, graph[0])), data.draw(st.integers(0, 99))
    theirs = as_networkx(graph)
    wanted = nx.betweenness_centrality(theirs, k=pivots if pivots < graph[0] else None, seed=seed)
    assert close(betweenness(*graph, pivots=pivots, seed=seed), [wanted[node] for node in theirs])


@known
def test_components_are_those_of_networkx_largest_first(graph: Graph) -> None:
    parts = sorted(map(set, nx.connected_components(as_networkx(graph))), key=lambda part: (-len(part), min(part)))
    assert groups_of(components(*graph)) == parts


def test_pagerank_settles_in_a_third_of_the_steps_of_a_walk() -> None:
    # A star is the worst case: walkers go back and forth, and a walk settles by .85 a step, in 142 steps.
    assert pagerank(*KNOWN["star"], most=44)[1] < TOLERANCE / KNOWN["star"][0]


def test_pagerank_returns_the_change_of_the_last_step_when_it_is_stopped_early() -> None:
    n, pairs = KNOWN["path"]
    assert pagerank(n, pairs, most=3)[1] > TOLERANCE
    around = adjacency(n, pairs)
    start = [len(near) / (2 * len(pairs)) for near in around]
    after = [0.15 / n + 0.85 * sum(start[other] / len(around[other]) for other in near) for near in around]
    change = max(abs(new - old) for new, old in zip(after, start, strict=True))
    assert pagerank(n, pairs, most=1)[1] == pytest.approx(change)


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)))))
@quick
def test_loops_are_dropped_and_repeated_edges_count_once(ends: list[tuple[int, int]]) -> None:
    starts, others = array("i", [one for one, _ in ends]), array("i", [other for _, other in ends])
    assert simple(starts, others) == sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})
