"""Write claims as Cypher statements."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from ..escape_formats import cypher_name, cypher_string
from ..namespaces import local
from .graph_rows import EDGE_FIELDS, NODE_FIELDS, as_cell, batched, edge_rows, filled, node_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Entity


def cypher(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Write Cypher statements for Neo4j, Memgraph and other databases that read openCypher (https://opencypher.org).

    The statements merge: if you run them twice, the second run changes nothing.

    Args:
        things: The entities to write.
        claims: The claims to write. A claim whose object is a value makes no edge.

    Yields:
        The file as UTF-8, piece by piece.
    """
    yield from batched(
        chain(
            [
                "// An index makes this fast. Neo4j: CREATE INDEX FOR (n:Entity) ON (n.iri);\n"
                "// Memgraph: CREATE INDEX ON :Entity(iri);\n"
            ],
            (_cypher_node(*row) for row in node_rows(things)),
            (_cypher_edge(*row) for row in edge_rows(claims)),
        )
    )


def _cypher_node(node: Any, *cells: Any) -> str:
    fields = dict(filled(NODE_FIELDS, cells))
    kind = [f"n:{cypher_name(fields['kind'])}"] if "kind" in fields else []
    changes = [*kind, *(f"n.{name} = {_literal(cell)}" for name, cell in fields.items())]
    return f"MERGE (n:Entity {{iri: {_literal(as_cell(node))}}}) SET {', '.join(changes)};\n"


def _cypher_edge(start: Any, end: Any, _: Any, claim: Any, *cells: Any) -> str:
    fields = dict(filled(EDGE_FIELDS, cells))
    ends = f"(a:Entity {{iri: {_literal(as_cell(start))}}}), (b:Entity {{iri: {_literal(as_cell(end))}}})"
    relation = cypher_name(local(fields["relation"]) or "relation")
    changes = ", ".join(f"r.{name} = {_literal(cell)}" for name, cell in fields.items())
    return f"MATCH {ends} MERGE (a)-[r:{relation} {{claim: {_literal(as_cell(claim))}}}]->(b) SET {changes};\n"


def _literal(cell: str | int) -> str:
    return cypher_string(cell) if isinstance(cell, str) else str(cell)
