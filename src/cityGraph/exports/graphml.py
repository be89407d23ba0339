"""GraphML.

Each format is written as it goes, a batch at a time. A claim whose object is a value is no tie: it is in the tables
and in the RDF formats. Labels show what `tables.clean` leaves of them.
"""

from __future__ import annotations

import json as json_format
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..model.claim import Entity
from ..names.labels import local
from .spreadsheet import BATCH, TOLD, clean, node_rows, tie_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import networkx

    from ..model.claim import Claim

# A tie is called by its relation, and is its claim.
_NODE = ("label", "kind", "kind_label")
_TIE = ("label", *TOLD)
_NUMBERS = {"paragraph"}
_DRAWN = 500  # ties that Mermaid draws unless whoever shows it says otherwise
_LENGTH = 50_000  # characters of a text that it takes
_DASHES = {"planned": "6 4", "targeted": "2 3"}
# Whatever could mean something to Mermaid, or to Markdown inside it, is written as its number.
_MERMAID = {point: f"#{point};" for point in range(33, 127) if not chr(point).isalnum()}
_MERMAID |= {ord("ﬂ"): "#64258;"}  # with it Mermaid marks the numbers that it has read


def network(things: Iterable[Entity], claims: Iterable[Claim]) -> networkx.MultiDiGraph:
    """The ties as a networkx graph whose attributes are strings and numbers alone."""
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from((node, dict(_told(_NODE, cells))) for node, *cells in node_rows(things))
    graph.add_edges_from((one, other, tie, dict(_told(_TIE, cells))) for one, other, _, tie, *cells in tie_rows(claims))
    return graph


def graphml(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """GraphML (http://graphml.graphdrawing.org), for yEd, Cytoscape, Gephi, igraph and networkx."""
    keys = [
        f'  <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{_type(name, "int")}"/>\n'
        for of, names in (("node", _NODE), ("edge", _TIE))
        for name in names
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from _batched(
        chain(
            [head, *keys, '  <graph edgedefault="directed">\n'],
            (_graphml_node(*row) for row in node_rows(things)),
            (_graphml_tie(*row) for row in tie_rows(claims)),
            ["  </graph>\n</graphml>\n"],
        )
    )


_LABELS = {'<data key="node-label">', '<data key="edge-label">'}
_NODE_DATA = [f'<data key="node-{name}">' for name in _NODE]
_TIE_DATA = [f'<data key="edge-{name}">' for name in _TIE]


def _graphml_node(node: Any, *cells: Any) -> str:
    return f'    <node id="{_xml(node)}">{_data(_NODE_DATA, cells)}</node>\n'


def _graphml_tie(one: Any, other: Any, _: Any, tie: Any, *cells: Any) -> str:
    ends = f'source="{_xml(one)}" target="{_xml(other)}"'
    return f'    <edge id="{_xml(tie)}" {ends}>{_data(_TIE_DATA, cells)}</edge>\n'


def _data(tags: list[str], cells: Iterable[Any]) -> str:
    known = zip(tags, cells, strict=True)
    return "".join(
        [f"{tag}{_xml(cell)}</data>" for tag, cell in known if (cell is not None and cell != "") or tag in _LABELS]
    )


def gexf(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """GEXF 1.3 (https://gexf.net), Gephi's own format; the `kind` of a tie keeps two ties between two things apart."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    declared = [
        f'    <attributes class="{of}">\n'
        + "".join(f'      <attribute id="{name}" title="{name}" type="{_type(name, "integer")}"/>\n' for name in names)
        + "    </attributes>\n"
        for of, names in (("node", _NODE[1:]), ("edge", TOLD))
    ]
    yield from _batched(
        chain(
            [head, '  <graph defaultedgetype="directed">\n', *declared, "    <nodes>\n"],
            (_gexf_node(*row) for row in node_rows(things)),
            ["    </nodes>\n    <edges>\n"],
            (_gexf_tie(*row) for row in tie_rows(claims)),
            ["    </edges>\n  </graph>\n</gexf>\n"],
        )
    )


def _gexf_node(node: Any, label: Any, *cells: Any) -> str:
    return f'      <node id="{_xml(node)}" label="{_xml(label)}">{_attvalues(_NODE[1:], cells)}</node>\n'


def _gexf_tie(one: Any, other: Any, _: Any, tie: Any, label: Any, *cells: Any) -> str:
    ends = f'source="{_xml(one)}" target="{_xml(other)}" kind="{_xml(label)}" label="{_xml(label)}"'
    return f'      <edge id="{_xml(tie)}" {ends}>{_attvalues(TOLD, cells)}</edge>\n'


def _attvalues(names: Iterable[str], cells: Iterable[Any]) -> str:
    known = zip(names, cells, strict=True)
    values = [
        f'<attvalue for="{name}" value="{_xml(cell)}"/>' for name, cell in known if cell is not None and cell != ""
    ]
    return f"<attvalues>{''.join(values)}</attvalues>" if values else ""


def json(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Node-link JSON, which `networkx.node_link_graph` reads (``edges="edges"``), and d3 and Cytoscape take.

    Where a tie starts is its `source`; what says it, its `source_title`.
    """
    nodes = ({**dict(_told(_NODE, cells)), "id": _cell(node)} for node, *cells in node_rows(things))
    ties = (
        {**dict(_told(_TIE, cells)), "source": _cell(one), "target": _cell(other), "key": _cell(tie)}
        for one, other, _, tie, *cells in tie_rows(claims)
    )
    yield from _batched(
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


def cypher(things: Iterable[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Cypher statements for Neo4j, Memgraph and whatever speaks openCypher; to run them twice changes nothing."""
    yield from _batched(
        chain(
            [
                "// An index makes this fast. Neo4j: CREATE INDEX FOR (n:Entity) ON (n.iri);\n"
                "// Memgraph: CREATE INDEX ON :Entity(iri);\n"
            ],
            (_cypher_node(*row) for row in node_rows(things)),
            (_cypher_tie(*row) for row in tie_rows(claims)),
        )
    )


def _cypher_node(node: Any, *cells: Any) -> str:
    told = dict(_told(_NODE, cells))
    kind = [f"n:{_quoted(told['kind'])}"] if "kind" in told else []
    told_all = [*kind, *(f"n.{name} = {_literal(cell)}" for name, cell in told.items())]
    return f"MERGE (n:Entity {{iri: {_literal(_cell(node))}}}) SET {', '.join(told_all)};\n"


def _cypher_tie(one: Any, other: Any, _: Any, tie: Any, *cells: Any) -> str:
    told = dict(_told(_TIE, cells))
    ends = f"(a:Entity {{iri: {_literal(_cell(one))}}}), (b:Entity {{iri: {_literal(_cell(other))}}})"
    relation = _quoted(local(told["relation"]) or "relation")
    told_all = ", ".join(f"r.{name} = {_literal(cell)}" for name, cell in told.items())
    return f"MATCH {ends} MERGE (a)-[r:{relation} {{claim: {_literal(_cell(tie))}}}]->(b) SET {told_all};\n"


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


def mermaid(things: Sequence[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """A Mermaid flowchart: facts solid, plans dashed, targets dotted, what is inferred grey.

    Raises `CityGraphError` for more than Mermaid draws.
    """
    ids = {thing.iri: f"n{at}" for at, thing in enumerate(things)}
    lines = ["flowchart LR"]
    for thing in things:
        kind = f"<br/>{_coded(thing.kind_label)}" if thing.kind_label else ""
        lines.append(f'    {ids[thing.iri]}["{_coded(thing.label)}{kind}"]')
    # What several sources say is one line.
    ties = dict.fromkeys(
        (claim.subject.iri, claim.relation.label, claim.object.iri, claim.status, claim.basis == "inferred")
        for claim in claims
        if isinstance(claim.object, Entity)
    )
    styles: dict[str, list[int]] = {}
    for at, (one, label, other, status, inferred) in enumerate(ties):
        lines.append(f'    {ids[one]} -->|"{_coded(label)}"| {ids[other]}')
        if status in _DASHES:
            styles.setdefault(f"stroke-dasharray:{_DASHES[status]}", []).append(at)
        if inferred:
            styles.setdefault("stroke:#777777", []).append(at)
    lines += [f"    linkStyle {','.join(map(str, which))} {style}" for style, which in sorted(styles.items())]
    text = "\n".join(lines) + "\n"
    if len(ties) > _DRAWN or len(text) > _LENGTH:
        most = f"{_DRAWN} ties and {_LENGTH} characters"
        raise CityGraphError(
            f"{len(ties)} ties in {len(text)} characters: Mermaid draws {most}; narrow them, or use .graphml"
        )
    yield text.encode()


def _coded(text: str) -> str:
    return (clean(text) or " ").translate(_MERMAID)


def _batched(texts: Iterator[str]) -> Iterator[bytes]:
    while batch := "".join(islice(texts, BATCH)):
        yield batch.encode()


def _type(name: str, number: str) -> str:
    return number if name in _NUMBERS else "string"


def _cell(cell: Any) -> Any:
    return clean(cell) if isinstance(cell, str) else cell


def _told(names: Iterable[str], cells: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """What is known, by name; a label is always."""
    for name, cell in zip(names, cells, strict=True):
        if cell not in (None, "") or name == "label":
            yield name, _cell(cell)


@lru_cache(BATCH)
def _xml(cell: str | int) -> str:
    """A cell as XML has it; most are said again and again."""
    text = clean(cell) if isinstance(cell, str) else str(cell)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
