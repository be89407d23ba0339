"""Node-link JSON and the networkx object of an export."""

from __future__ import annotations

import json as json_format
from itertools import chain
from typing import TYPE_CHECKING, Any

from .rows import EDGE_FIELDS, NODE_FIELDS, as_cell, batched, edge_rows, filled, node_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx

    from ..model.claim import Claim, Entity


def network(things: Iterable[Entity], claims: Iterable[Claim]) -> networkx.MultiDiGraph:
    """The ties as a networkx graph whose attributes are strings and numbers alone."""
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from((node, dict(filled(NODE_FIELDS, cells))) for node, *cells in node_rows(things))
    graph.add_edges_from(
        (one, other, tie, dict(filled(EDGE_FIELDS, cells))) for one, other, _, tie, *cells in edge_rows(claims)
    )
    return graph


def node_link_json(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Node-link JSON, which `networkx.node_link_graph` reads (``edges="edges"``), and d3 and Cytoscape take.

    Where a tie starts is its `source`; what says it, its `source_title`.
    """
    nodes = ({**dict(filled(NODE_FIELDS, cells)), "id": as_cell(node)} for node, *cells in node_rows(things))
    ties = (
        {**dict(filled(EDGE_FIELDS, cells)), "source": as_cell(one), "target": as_cell(other), "key": as_cell(tie)}
        for one, other, _, tie, *cells in edge_rows(claims)
    )
    yield from batched(
        chain(
            ['{"directed": true, "multigraph": true, "graph": {},\n"nodes": ['],
            _listed(nodes),
            ['\n],\n"edges": ['],
            _listed(ties),
            ["\n]}\n"],
        )
    )


def _listed(found: Iterable[dict[str, Any]]) -> Iterator[str]:
    between = "\n"
    for each in found:
        yield between + json_format.dumps(each, ensure_ascii=False)
        between = ",\n"
