"""The cost of a path, and the k shortest paths, which are those of networkx."""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.networks import adjacency
from cityGraph.networks.k_shortest import HUB
from support.graphs import graph_of, walked


def test_the_length_is_what_the_page_says(city: cg.CityGraph) -> None:
    from math import log

    path = cg.paths(city, "晶科", "中來", top=1)[0]
    between = path.things[1]
    ties = {n.iri for n in cg.neighbors(city, between.iri)}
    assert path.length == pytest.approx(2 + HUB * log(len(ties)))
    assert cg.paths(city, "晶科", "中來", top=1, plain=True)[0].length == 2


@st.composite
def edge_lists(draw: st.DrawFn) -> list[tuple[int, int]]:
    n = draw(st.integers(3, 9))
    pair = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
    return sorted(draw(st.sets(pair, min_size=2, max_size=24)))


def opened(folder: Path, ties: list[tuple[int, int]]) -> cg.CityGraph:
    nodes = {end for tie in ties for end in tie} | {0, 1}
    named = [f'<urn:n{n}> <http://www.w3.org/2000/01/rdf-schema#label> "n{n}" .' for n in sorted(nodes)]
    file = folder / "graph.ttl"
    file.write_text("\n".join([*named, *(f"<urn:n{one}> <urn:tie> <urn:n{other}> ." for one, other in ties)]), "utf-8")
    return cg.open(file)


@given(ties=edge_lists(), lazily=st.booleans())
@settings(deadline=None, max_examples=40)
def test_k_shortest_paths_are_those_of_networkx(
    ties: list[tuple[int, int]], lazily: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    city = opened(tmp_path_factory.mktemp("graph"), ties)
    graph = nx.Graph((f"urn:n{one}", f"urn:n{other}") for one, other in ties if one != other)
    graph.add_nodes_from(["urn:n0", "urn:n1"])
    theirs: list[list[str]] = []
    if nx.has_path(graph, "urn:n0", "urn:n1"):
        theirs = list(islice(nx.shortest_simple_paths(graph, "urn:n0", "urn:n1"), 8))
    whole = adjacency.WHOLE
    adjacency.WHOLE = 0 if lazily else whole
    try:
        ours = cg.paths(city, "urn:n0", "urn:n1", top=8, max_hops=9, plain=True)
    finally:
        adjacency.WHOLE = whole
    lengths = [len(path) - 1 for path in theirs]
    if lazily:  # of a graph that is not read whole no path is more than a hop longer than the shortest
        lengths = [length for length in lengths if length <= lengths[0] + 1]
    assert [len(path) for path in ours] == lengths
    for path in ours:
        things = [thing.iri for thing in path.things]
        assert len(set(things)) == len(things)
        assert all(graph.has_edge(one, other) for one, other in pairwise(things))
    assert len({tuple(thing.iri for thing in path.things) for path in ours}) == len(ours)


def test_a_path_by_way_of_a_thing_may_have_as_many_hops_as_are_allowed_and_no_more(tmp_path: Path) -> None:
    city = graph_of(tmp_path, ("a", "b"), ("b", "c"), ("a", "c"))
    assert [walked(path) for path in cg.paths(city, "a", "c", via=["b"], max_hops=2)] == ["a b c"]
    assert not cg.paths(city, "a", "c", via=["b"], max_hops=1)
