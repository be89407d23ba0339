"""The `Engine` protocol, the list of engines, and the defaults that every engine shares.

`rows` runs one of the library's own on any engine; `bind` fills its parameters; `query` is the verb, for a stranger's
text, which is looked at before an engine sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..escape import language_tag
from ..model.query import UNBOUND, Answer, Term
from ..namespaces import PREFIXES
from .query_files import bind, without_strings

if TYPE_CHECKING:
    from collections.abc import Set

PART = 200  # things that an endpoint is asked for at once


def rows(engine: Any, text: str) -> list[tuple[Term, ...]]:
    """The rows of a SELECT on `engine`, in its order; an unbound variable is `UNBOUND`, whose value is empty."""
    return [tuple(term or UNBOUND for term in row) for row in run(engine, text).rows]


def lines(engine: Any, text: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT whose cells are all IRIs, as those; rows with another cell (a blank node) are left out."""
    if not type(engine).__module__.startswith("pyoxigraph"):
        return [tuple(term.value for term in row) for row in rows(engine, text) if all(t.type == "uri" for t in row)]
    cells = (line.split("\t") for line in _tsv(engine, text).split("\n"))
    return [tuple([cell[1:-1] for cell in row]) for row in cells if all(cell[:1] == "<" for cell in row)]


def columns(engine: Any, text: str, n: int) -> list[list[str]]:
    """The `n` columns of what `lines` gives: for many rows, since a million tuples keep the collector busy."""
    told = _tsv(engine, text) if type(engine).__module__.startswith("pyoxigraph") else "_:"
    cells = told[1:-1].replace(">\n<", ">\t<").split(">\t<")
    # What is no IRI parts no cells here: where some are missing each row is looked at.
    if told[:1] == "<" and len(cells) == n * (told.count("\n") + 1):
        return [cells[at::n] for at in range(n)]
    found = lines(engine, text)
    return [[row[at] for row in found] for at in range(n)]


def _tsv(engine: Any, text: str) -> str:
    """The rows of an answer as Oxigraph writes them, without the line of their names."""
    from pyoxigraph import QueryResultsFormat

    answer = (engine.query(text).serialize(format=QueryResultsFormat.TSV) or b"").decode()
    return answer.partition("\n")[2].rstrip("\n")


def without(engine: Any, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Any:
    """A copy of `engine` without these `triples`, nor those that have one of `things` (IRIs) as subject or object."""
    dropped = {tuple(map(_key, triple)) for triple in triples}

    def stays(*terms: Term) -> bool:
        return (
            not {t.value for t in (terms[0], terms[2]) if t.type == "uri"} & things
            and tuple(map(_key, terms)) not in dropped
        )

    if type(engine).__module__.startswith("pyoxigraph"):
        from pyoxigraph import Store

        store = Store()
        store.bulk_extend(q for q in engine if stays(*map(_oxigraph_term, (q.subject, q.predicate, q.object))))
        return store
    from rdflib import Graph

    graph = Graph()
    for triple in engine:
        if stays(*map(_rdflib_term, triple)):
            graph.add(triple)
    return graph


def _key(term: Term) -> tuple[str, str, str | None]:
    return term.type, term.value, term.language or term.datatype


def in_parts(engine: Any, text: str, most: int = 0, **values: list[str]) -> list[tuple[Term, ...]]:
    """The rows of `text` with its parameters bound, all to the same `values`: of an endpoint, asked in parts.

    Where `most` is given, no more than as many rows of each part are asked of an endpoint.
    """
    some = next(iter(values.values()))
    if some and type(engine).__name__ != "Endpoint":
        return rows(engine, bind(text, **values))
    found, limit = [], f"LIMIT {most}" if most else ""
    for at in range(0, len(some), PART):
        found += rows(engine, bind(text, **dict.fromkeys(values, some[at : at + PART])) + limit)
    return found


def run(engine: Any, text: str) -> Answer:
    """Answer a query on any engine."""
    if type(engine).__name__ == "Endpoint":
        return _remote(engine, text)
    if type(engine).__module__.startswith("pyoxigraph"):
        return _oxigraph(engine, text)
    return _rdflib(engine, text)


def _remote(engine: Any, text: str) -> Answer:
    """What an endpoint answers, in the form that the engines here give it."""
    found: Answer = engine.query(text)
    if found.turtle is not None:
        from pyoxigraph import RdfFormat, parse, serialize

        try:
            # Turtle holds N-Triples, too.
            triples = [quad.triple for quad in parse(found.turtle.encode(), format=RdfFormat.TURTLE)]
        except SyntaxError as error:
            raise engine.fails(f"what it sends is no Turtle: {' '.join(str(error).split())[:160]}") from None
        return Answer(turtle=_tidy((serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()))

    def term(cell: Term | None) -> Term | None:
        return cell._replace(language=language_tag(cell.language)) if cell and cell.language else cell

    return found.replace(rows=tuple(tuple(map(term, row)) for row in found.rows))


def _oxigraph_term(found: Any) -> Term:
    kind = type(found).__name__
    if kind == "NamedNode":
        return Term("uri", found.value)
    if kind == "Literal":
        tag = found.language
        return Term("literal", found.value, found.datatype.value, language_tag(tag) if tag else None)
    return Term("bnode", found.value) if kind == "BlankNode" else Term("literal", str(found))


def _oxigraph(engine: Any, text: str) -> Answer:
    from pyoxigraph import QueryBoolean, QueryTriples, RdfFormat, serialize

    def term(found: Any) -> Term | None:
        return None if found is None else _oxigraph_term(found)

    result = engine.query(text)
    if isinstance(result, QueryBoolean):
        return Answer(verdict=bool(result))
    if isinstance(result, QueryTriples):
        return Answer(turtle=_tidy((serialize(result, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()))
    variables = tuple(variable.value for variable in result.variables)
    return Answer(variables, tuple(tuple(map(term, row)) for row in result))


def _rdflib_term(found: Any) -> Term:
    kind = type(found).__name__
    if kind != "Literal":
        return Term("uri" if kind == "URIRef" else "bnode", str(found))
    tag = found.language
    plain = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString" if tag else None
    datatype = plain or str(found.datatype or "http://www.w3.org/2001/XMLSchema#string")
    return Term("literal", str(found), datatype, language_tag(tag) if tag else None)


def _rdflib(engine: Any, text: str) -> Answer:
    def term(found: Any) -> Term | None:
        return None if found is None else _rdflib_term(found)

    result = engine.query(text)
    if result.type == "ASK":
        return Answer(verdict=bool(result.askAnswer))
    if result.type in ("CONSTRUCT", "DESCRIBE"):
        graph = result.graph
        for name, namespace in PREFIXES.items():
            graph.bind(name, namespace, replace=True)
        return Answer(turtle=_tidy(graph.serialize(format="turtle")))
    names = list(result.vars or ())
    if "*" in text and re.match(r"(?is).*?\bSELECT\s+(DISTINCT\s+|REDUCED\s+)?\*", without_strings(text)):
        names.sort()  # as Oxigraph does: rdflib's order of * changes from run to run
    # Not `for row in result`, which leaves out rows without a value.
    found = tuple(tuple(term(row.get(name)) for name in names) for row in result.bindings)
    return Answer(tuple(map(str, names)), found)


def _tidy(turtle: str) -> str:
    """Turtle with only the prefixes that it uses, sorted: serialisers write all they know, in any order."""
    lines = turtle.split("\n")
    head = next((at for at, line in enumerate(lines) if not line.startswith("@prefix")), len(lines))
    body = "\n".join(lines[head:]).strip()
    used = [line for line in lines[:head] if re.search(rf"(?<!\w){line.split()[1]}", body)]
    return "\n".join([*sorted(used), "", body]).strip() + "\n"
