"""Graphs whose measures and groups are known, or hard to find."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import pytest

from support.graphs import Graph


def numbered(found: nx.Graph) -> Graph:
    found = nx.convert_node_labels_to_integers(found)
    return len(found), sorted((min(pair), max(pair)) for pair in found.edges())


def blocks(sizes: Sequence[int], within: float, between: float) -> Graph:
    """Nodes in groups: the share of pairs that are joined within a group, and between two."""
    numbers = range(len(sizes))
    shares = [[within if one == other else between for other in numbers] for one in numbers]
    return numbered(nx.stochastic_block_model(sizes, shares, seed=1))


KNOWN: dict[str, Graph] = {
    "one node": (1, []),
    "no edge": (4, []),
    "one edge": (2, [(0, 1)]),
    "karate club": numbered(nx.karate_club_graph()),
    "star": numbered(nx.star_graph(30)),
    "path": numbered(nx.path_graph(40)),
    "grid": numbered(nx.grid_2d_graph(15, 15)),
    "everyone with everyone": numbered(nx.complete_graph(12)),
    "three parts and single nodes": (60, [(0, 1), (1, 2), (5, 9), (5, 11), (9, 11), (11, 20), (30, 31), (41, 59)]),
    "cliques in a ring": numbered(nx.connected_caveman_graph(20, 6)),
    "clear groups": blocks([40] * 8, 0.3, 0.01),
    "faint groups": blocks([60] * 6, 0.14, 0.03),
    "hubs, 3,000 edges": numbered(nx.barabasi_albert_graph(750, 4, seed=1)),
    "no groups, 2,000 edges": numbered(nx.gnm_random_graph(800, 2_000, seed=1)),
}
known = pytest.mark.parametrize("graph", KNOWN.values(), ids=KNOWN.keys())


def groups_of(labels: Sequence[int]) -> list[set[int]]:
    """The members of each group, in the order of their numbers."""
    return [{node for node, label in enumerate(labels) if label == each} for each in sorted(set(labels))]
