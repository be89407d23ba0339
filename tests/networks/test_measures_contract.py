"""One contract for two implementations: plain Python, and the compiled one of the extra `citygraph[large]`."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import fmean

import graspologic_native
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityGraph.networks import measures, partition, plain_measures
from cityGraph.networks.leiden import leiden
from support.graphs import Graph, graphs
from support.known_graphs import known

quick = settings(deadline=None, max_examples=60)


@contextmanager
def on_arrays() -> Iterator[None]:
    """Take the compiled implementation for a graph of any size, as for a large one."""
    with pytest.MonkeyPatch.context() as patch:
        for limit in ("SMALL", "QUICK"):
            patch.setattr(measures, limit, -1)
        yield


def close(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))


def same_scores(graph: Graph, pivots: int, seed: int) -> None:
    n, pairs = graph
    with on_arrays():
        scores, change = measures.pagerank(n, pairs)
        whole = measures.betweenness(n, pairs)
        sampled = measures.betweenness(n, pairs, pivots=pivots, seed=seed)
    plain, plain_change = plain_measures.pagerank(n, pairs)
    assert close(plain, scores)
    assert max(change, plain_change) < plain_measures.TOLERANCE / n
    assert close(plain_measures.betweenness(n, pairs), whole)
    assert close(plain_measures.betweenness(n, pairs, pivots=pivots, seed=seed), sampled)


@given(graphs(), st.data())
@quick
def test_pagerank_and_betweenness_are_equal_on_random_graphs(graph: Graph, data: st.DataObject) -> None:
    same_scores(graph, data.draw(st.integers(1, graph[0])), data.draw(st.integers(0, 99)))


@known
def test_pagerank_and_betweenness_are_equal_on_known_graphs(graph: Graph) -> None:
    same_scores(graph, pivots=max(1, graph[0] // 10), seed=3)


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)))))
@quick
def test_the_same_edges_make_the_same_simple_graph(ends: list[tuple[int, int]]) -> None:
    starts, others = array("i", [one for one, _ in ends]), array("i", [other for _, other in ends])
    with on_arrays():
        found = np.asarray(measures.simple(starts, others)).tolist()
    assert list(map(tuple, found)) == plain_measures.simple(starts, others)


@given(graphs())
@quick
def test_components_and_their_numbers_are_equal_on_random_graphs(graph: Graph) -> None:
    with on_arrays():
        assert plain_measures.components(*graph) == partition.components(*graph)


@known
def test_components_and_their_numbers_are_equal_on_known_graphs(graph: Graph) -> None:
    with on_arrays():
        assert plain_measures.components(*graph) == partition.components(*graph)


@known
def test_measures_with_one_implementation_take_a_list_or_an_array(graph: Graph) -> None:
    n, pairs = graph
    columns = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    for measure in (measures.degree, measures.harmonic, partition.cut_nodes):
        assert measure(n, pairs) == measure(n, columns)


def compiled(graph: Graph, seed: int, iterations: int) -> float:
    """The modularity that the compiled algorithm finds."""
    modularity, _ = graspologic_native.leiden(
        edges=[(str(one), str(other), 1.0) for one, other in graph[1]],
        starting_communities=None,
        resolution=1.0,
        randomness=0.001,
        iterations=iterations,
        use_modularity=True,
        seed=seed,
        trials=1,
    )
    return float(modularity)


@pytest.mark.parametrize(("iterations", "margin"), [(10, 0.01), (1, 0.02)])
@known
def test_communities_have_the_modularity_of_the_compiled_algorithm(
    graph: Graph, iterations: int, margin: float
) -> None:
    # Where groups are faint, two seeds of either implementation differ by more than that: means are compared.
    seeds = range(1, 11)
    ours = fmean(leiden(*graph, seed=seed, iterations=iterations)[1] for seed in seeds)
    theirs = fmean(compiled(graph, seed, iterations) for seed in seeds) if graph[1] else 0.0
    assert abs(ours - theirs) < margin
