"""rdflib as an `Engine` (https://rdflib.readthedocs.io/)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import BadData
from ..escape import language_tag
from ..model.query import Answer, Term
from .convert import common, line, parse_reason
from .engine import Engine, bad_query, key, stays, tidy
from .files import opened, utf8
from .query_files import without_strings
from .shipped import uses_ontology

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    import rdflib

    from .files import RdfFile


class Rdflib(Engine):
    """An rdflib graph in memory.

    Attributes:
        graph: The graph with all triples.
    """

    name = "rdflib"

    def __init__(
        self, graph: rdflib.Graph, declared: Sequence[Mapping[str, str] | str] = (), *, ontology: int = 0
    ) -> None:
        self.graph, self.ontology, self.declared = graph, ontology, declared

    def answer(self, text: str, prologue: str = "") -> Answer:  # noqa: D102
        try:
            result = self.graph.query(prologue + text)
            if result.type == "ASK":
                return Answer(verdict=bool(result.askAnswer))
            if result.type in ("CONSTRUCT", "DESCRIBE"):
                return Answer(turtle=_turtle(result.graph, self.prefixes))
            names = list(result.vars or ())
            if "*" in text and re.match(r"(?is).*?\bSELECT\s+(DISTINCT\s+|REDUCED\s+)?\*", without_strings(text)):
                names.sort()  # as Oxigraph does; rdflib's order of * changes from run to run
            # Not `for row in result`, which leaves out rows without a value.
            rows = tuple(tuple(_cell(row.get(name)) for name in names) for row in result.bindings)
            # Of no groups rdflib makes one, in which nothing has a value.
            if len(rows) == 1 and not any(rows[0]) and re.search(r"(?i)\bGROUP\s+BY\b", without_strings(text)):
                rows = ()
        except Exception as error:
            raise bad_query(error, prologue) from None
        return Answer(tuple(map(str, names)), rows)

    def predicates(self) -> list[tuple[str, ...]]:  # noqa: D102
        return [(str(predicate),) for predicate in self.graph.predicates(unique=True)]

    def check_syntax(self, text: str, prologue: str = "") -> None:  # noqa: D102
        from pyoxigraph import Store

        # rdflib answers some queries that the standard forbids. Oxigraph's parser decides for both engines.
        try:
            Store().query(prologue + text)
        except Exception as error:
            raise bad_query(error, prologue) from None

    def terms(self, namespace: str) -> set[str]:  # noqa: D102
        everything = (term for triple in self.graph for term in triple if type(term).__name__ == "URIRef")
        return {iri for iri in map(str, everything) if iri.startswith(namespace)}

    def languages(self) -> set[str]:  # noqa: D102
        tags = (getattr(term, "language", None) for term in self.graph.objects())
        return {language_tag(tag) for tag in tags if tag}

    def size(self) -> int:  # noqa: D102
        return len(self.graph)

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Rdflib:  # noqa: D102
        import rdflib

        dropped = {key(*triple) for triple in triples}
        graph = rdflib.Graph()
        for subject, predicate, what in self.graph:
            if stays(things, dropped, _term(subject), _term(predicate), _term(what)):
                graph.add((subject, predicate, what))
        return Rdflib(graph, self.declared, ontology=self.ontology)

    def as_rdflib(self) -> rdflib.Graph:  # noqa: D102
        return self.graph

    def close(self) -> None:  # noqa: D102
        self.graph.close()
        del self.graph


def load(files: tuple[str | RdfFile, ...], ontology: tuple[str, ...] = ()) -> Rdflib:
    """Read files into an rdflib graph.

    Args:
        files: RDF files of any format, or their content; ``-`` is standard input.
        ontology: The files of the ontology, which are read too if one of the others uses a term of it.

    Returns:
        The engine with the triples of all files in one graph.

    Raises:
        BadData: A file is missing or is not RDF.
    """
    import rdflib

    graph = rdflib.Graph()
    ours = False
    declared: list[Mapping[str, str] | str] = []
    for file in files:
        given = opened(file)
        try:
            source = common(given)
            declared.append(source.prefixes)
            graph.parse(data=utf8(given.file, source.content), format=source.media_type, publicID=source.base)
            ours = ours or uses_ontology(source.content)
        except (BadData, OSError):
            raise
        except Exception as error:  # rdflib's parsers share no base class
            raise BadData(given.file, parse_reason(error), line(error)) from None
    size = len(graph)
    for file in ontology if ours else ():
        graph.parse(file, format="turtle")
    return Rdflib(graph, declared, ontology=len(graph) - size)


def _turtle(graph: Any, prefixes: Mapping[str, str]) -> str:
    for name, namespace in prefixes.items():
        graph.bind(name, namespace, replace=True)
    return tidy(graph.serialize(format="turtle"))


def _cell(term: Any) -> Term | None:
    return None if term is None else _term(term)


def _term(term: Any) -> Term:
    kind = type(term).__name__
    if kind != "Literal":
        return Term("uri" if kind == "URIRef" else "bnode", str(term))
    tag = term.language
    default = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString" if tag else None
    datatype = default or str(term.datatype or "http://www.w3.org/2001/XMLSchema#string")
    return Term("literal", str(term), datatype, language_tag(tag) if tag else None)
