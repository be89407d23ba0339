"""Write claims as node-link JSON, or turn them into a networkx graph."""

from __future__ import annotations

import json as json_format
from itertools import chain
from typing import TYPE_CHECKING, Any

from .graph_rows import EDGE_FIELDS, NODE_FIELDS, as_cell, batched, edge_rows, filled, node_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx

    from ..model.claim import Claim, Entity


def network(things: Iterable[Entity], claims: Iterable[Claim]) -> networkx.MultiDiGraph:
    """Build a networkx graph whose attributes are only strings and numbers.

    Args:
        things: The entities, which become nodes.
        claims: The claims, each of which becomes an edge unless its object is a value.

    Returns:
        A `networkx.MultiDiGraph`. Nodes are IRIs; the key of an edge is the IRI of its claim. The attributes are
        `cityGraph.exports.graph_rows.NODE_FIELDS` and `EDGE_FIELDS`, without those that are empty.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from((node, dict(filled(NODE_FIELDS, cells))) for node, *cells in node_rows(things))
    graph.add_edges_from(
        (start, end, claim, dict(filled(EDGE_FIELDS, cells))) for start, end, _, claim, *cells in edge_rows(claims)
    )
    return graph


def node_link_json(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Write node-link JSON, which `networkx.node_link_graph` (with ``edges="edges"``), d3 and Cytoscape read.

    The `source` of an edge is the node where it starts; the title of the text that it is cited from is `source_title`.

    Args:
        things: The entities to write.
        claims: The claims to write. A claim whose object is a value makes no edge.

    Yields:
        The file as UTF-8, piece by piece.
    """
    nodes = ({**dict(filled(NODE_FIELDS, cells)), "id": as_cell(node)} for node, *cells in node_rows(things))
    edges = (
        {**dict(filled(EDGE_FIELDS, cells)), "source": as_cell(start), "target": as_cell(end), "key": as_cell(claim)}
        for start, end, _, claim, *cells in edge_rows(claims)
    )
    yield from batched(
        chain(
            ['{"directed": true, "multigraph": true, "graph": {},\n"nodes": ['],
            _listed(nodes),
            ['\n],\n"edges": ['],
            _listed(edges),
            ["\n]}\n"],
        )
    )


def _listed(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    between = "\n"
    for each in items:
        yield between + json_format.dumps(each, ensure_ascii=False)
        between = ",\n"
