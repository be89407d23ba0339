"""The picture one would make in an afternoon: rdflib reads, networkx finds what is near, pydot has Graphviz draw it."""

from __future__ import annotations

import sys

import networkx as nx
import pydot
from rdflib import RDFS

from straightforward import label, named, read


def main() -> None:
    """Draw what is tied to NAME within HOPS: `straightforward_diagram.py NAME HOPS FILE OUTPUT.svg`."""
    name, hops, source, output = sys.argv[1:]
    graph, network = read(source)
    near = nx.ego_graph(network, named(graph, name), radius=int(hops), undirected=True)
    drawn = pydot.Dot("city", graph_type="digraph", rankdir="LR")
    for thing in near:
        drawn.add_node(pydot.Node(quoted(str(thing)), label=quoted(label(graph, thing)), shape="box"))
    ties = {(one, other, data["relation"]) for one, other, data in near.edges(data=True)}
    for one, other, relation in sorted(ties):
        start, end = (quoted(str(thing)) for thing in (one, other))
        drawn.add_edge(pydot.Edge(start, end, label=quoted(label(graph, relation, RDFS.label))))
    drawn.write(output, prog="dot", format="svg")


def quoted(text: str) -> str:
    """A label of DOT."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
