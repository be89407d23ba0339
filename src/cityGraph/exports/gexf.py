"""Write claims as GEXF."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from ..escape_formats import xml
from .graph_rows import EDGE_DETAILS, NODE_FIELDS, batched, edge_rows, field_type, node_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Entity


def gexf(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Write GEXF 1.3 (https://gexf.net), the format of Gephi.

    The `kind` of an edge is its relation, so that Gephi keeps several edges between the same two things.

    Args:
        things: The entities to write.
        claims: The claims to write. A claim whose object is a value makes no edge.

    Yields:
        The file as UTF-8, piece by piece.
    """
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    declared = [
        f'    <attributes class="{of}">\n'
        + "".join(
            f'      <attribute id="{name}" title="{name}" type="{field_type(name, "integer")}"/>\n' for name in names
        )
        + "    </attributes>\n"
        for of, names in (("node", NODE_FIELDS[1:]), ("edge", EDGE_DETAILS))
    ]
    yield from batched(
        chain(
            [head, '  <graph defaultedgetype="directed">\n', *declared, "    <nodes>\n"],
            (_gexf_node(*row) for row in node_rows(things)),
            ["    </nodes>\n    <edges>\n"],
            (_gexf_edge(*row) for row in edge_rows(claims)),
            ["    </edges>\n  </graph>\n</gexf>\n"],
        )
    )


def _gexf_node(node: Any, label: Any, *cells: Any) -> str:
    return f'      <node id="{xml(node)}" label="{xml(label)}">{_attvalues(NODE_FIELDS[1:], cells)}</node>\n'


def _gexf_edge(start: Any, end: Any, _: Any, claim: Any, label: Any, *cells: Any) -> str:
    ends = f'source="{xml(start)}" target="{xml(end)}" kind="{xml(label)}" label="{xml(label)}"'
    return f'      <edge id="{xml(claim)}" {ends}>{_attvalues(EDGE_DETAILS, cells)}</edge>\n'


def _attvalues(names: Iterable[str], cells: Iterable[Any]) -> str:
    known = zip(names, cells, strict=True)
    values = [
        f'<attvalue for="{name}" value="{xml(cell)}"/>' for name, cell in known if cell is not None and cell != ""
    ]
    return f"<attvalues>{''.join(values)}</attvalues>" if values else ""
