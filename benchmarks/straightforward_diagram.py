"""The picture one would make in an afternoon: rdflib or pyoxigraph reads, pydot has a system Graphviz draw it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import pydot


def main() -> None:
    """Draw what is connected to NAME: `straightforward_diagram.py READER NAME HOPS FILE OUTPUT.svg`.

    READER is one of the two modules beside this one that read a city.
    """
    reader, name, hops, source, output = sys.argv[1:]
    city = import_module(reader)
    graph = city.read(source)
    start = city.named(graph, name)
    # Things, from the one asked for outwards; edges between the outermost ones, too, as `networkx.ego_graph` has them.
    near, frontier = {start}, [start]
    edges: set[tuple[Any, Any, Any]] = set()
    for hop in range(int(hops) + 1):
        around = [found[:3] for thing in frontier for found in city.edges(graph, thing)]
        if hop < int(hops):
            frontier = list({end for one, _, other in around for end in (one, other)} - near)
            near.update(frontier)
        edges.update((one, relation, other) for one, relation, other in around if {one, other} <= near)
    drawn = pydot.Dot("city", graph_type="digraph", rankdir="LR")
    for thing in near:
        drawn.add_node(pydot.Node(quoted(str(thing)), label=quoted(city.label(graph, thing)), shape="box"))
    for one, relation, other in sorted(edges, key=str):
        text = quoted(city.relation_label(graph, relation))
        drawn.add_edge(pydot.Edge(quoted(str(one)), quoted(str(other)), label=text))
    drawn.write(output, prog="dot", format="svg")


def quoted(text: str) -> str:
    """A label of DOT."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
