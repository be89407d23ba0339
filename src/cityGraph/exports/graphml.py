"""Write claims as GraphML."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from ..escape_formats import xml
from .graph_rows import EDGE_FIELDS, NODE_FIELDS, batched, edge_rows, field_type, node_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Entity


def graphml(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Write GraphML (http://graphml.graphdrawing.org), which yEd, Cytoscape, Gephi, igraph and networkx read.

    Args:
        things: The entities to write.
        claims: The claims to write. A claim whose object is a value makes no edge.

    Yields:
        The file as UTF-8, piece by piece.
    """
    keys = [
        f'  <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{field_type(name, "int")}"/>\n'
        for of, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS))
        for name in names
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from batched(
        chain(
            [head, *keys, '  <graph edgedefault="directed">\n'],
            (_graphml_node(*row) for row in node_rows(things)),
            (_graphml_edge(*row) for row in edge_rows(claims)),
            ["  </graph>\n</graphml>\n"],
        )
    )


_LABELS = {'<data key="node-label">', '<data key="edge-label">'}
_NODE_DATA = [f'<data key="node-{name}">' for name in NODE_FIELDS]
_EDGE_DATA = [f'<data key="edge-{name}">' for name in EDGE_FIELDS]


def _graphml_node(node: Any, *cells: Any) -> str:
    return f'    <node id="{xml(node)}">{_data(_NODE_DATA, cells)}</node>\n'


def _graphml_edge(start: Any, end: Any, _: Any, claim: Any, *cells: Any) -> str:
    ends = f'source="{xml(start)}" target="{xml(end)}"'
    return f'    <edge id="{xml(claim)}" {ends}>{_data(_EDGE_DATA, cells)}</edge>\n'


def _data(tags: list[str], cells: Iterable[Any]) -> str:
    known = zip(tags, cells, strict=True)
    return "".join(
        [f"{tag}{xml(cell)}</data>" for tag, cell in known if (cell is not None and cell != "") or tag in _LABELS]
    )
