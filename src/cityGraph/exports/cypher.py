"""Cypher."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from ..namespaces import local
from .rows import EDGE_FIELDS, NODE_FIELDS, as_cell, batched, edge_rows, filled, node_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Entity


def cypher(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Cypher statements for Neo4j, Memgraph and whatever speaks openCypher; to run them twice changes nothing."""
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
    told = dict(filled(NODE_FIELDS, cells))
    kind = [f"n:{_quoted(told['kind'])}"] if "kind" in told else []
    told_all = [*kind, *(f"n.{name} = {_literal(cell)}" for name, cell in told.items())]
    return f"MERGE (n:Entity {{iri: {_literal(as_cell(node))}}}) SET {', '.join(told_all)};\n"


def _cypher_edge(one: Any, other: Any, _: Any, tie: Any, *cells: Any) -> str:
    told = dict(filled(EDGE_FIELDS, cells))
    ends = f"(a:Entity {{iri: {_literal(as_cell(one))}}}), (b:Entity {{iri: {_literal(as_cell(other))}}})"
    relation = _quoted(local(told["relation"]) or "relation")
    told_all = ", ".join(f"r.{name} = {_literal(cell)}" for name, cell in told.items())
    return f"MATCH {ends} MERGE (a)-[r:{relation} {{claim: {_literal(as_cell(tie))}}}]->(b) SET {told_all};\n"


def _quoted(name: str) -> str:
    if name.isascii() and name.isidentifier():
        return name
    return "`" + name.replace("\\", "·").replace("`", "``") + "`"


def _literal(cell: str | int) -> str:
    if not isinstance(cell, str):
        return str(cell)
    text = cell.replace("\\", "\\\\").replace("'", "\\'")
    # Neo4j reads \u0027 as a quote wherever it stands, behind a backslash that is escaped too: nothing stands there.
    return "'" + text.replace("\\\\u", "\\\\' + 'u") + "'"
