"""Networks to measure: random ones, and graphs of a few edges."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from hypothesis import strategies as st

import cityGraph as cg
from support.samples import LABEL

Graph = tuple[int, list[tuple[int, int]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A number of nodes, and edges between them."""
    n = draw(st.integers(3, 25))
    pair = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda ends: ends[0] < ends[1])
    return n, sorted(draw(st.sets(pair, max_size=60)))


def as_networkx(graph: Graph) -> nx.Graph:
    found = nx.Graph()
    found.add_nodes_from(range(graph[0]))
    found.add_edges_from(graph[1])
    return found


def graph_of(folder: Path, *ties: tuple[str, str]) -> cg.CityGraph:
    """A graph without claims: things by name, and what joins them."""
    names = sorted({end for tie in ties for end in tie})
    lines = [f'<urn:{name}> <{LABEL}> "{name}" .' for name in names]
    file = folder / "graph.ttl"
    file.write_text("\n".join([*lines, *(f"<urn:{one}> <urn:tie> <urn:{other}> ." for one, other in ties)]), "utf-8")
    return cg.open(file)


def walked(path: cg.Path) -> str:
    """The things of a path, by label."""
    return " ".join(thing.label for thing in path.things)
