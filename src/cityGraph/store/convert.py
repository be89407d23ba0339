"""Formats that not every engine reads, converted to N-Triples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import BadData
from ..formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from ..namespaces import NAMES

if TYPE_CHECKING:
    from .files import RdfFile

# What both engines parse by themselves; the rest is told to them as N-Triples.
_COMMON = (TURTLE.media_type, N_TRIPLES.media_type, RDF_XML.media_type)


def common(source: RdfFile) -> RdfFile:
    """`source` in a format that both engines know; the named graphs of a dataset become one."""
    if source.kind in _COMMON:
        return source
    from pyoxigraph import RdfFormat, Triple, parse, serialize

    if source.kind == "application/x-ndjson":
        import rdflib

        try:
            found = rdflib.Dataset(default_union=True).parse(data=source.content, format="hext")
        except Exception as error:  # what rdflib raises here is of any class
            raise BadData(source.file, parse_reason(error), line(error)) from None
        dataset = found.serialize(format="nquads", encoding="utf-8")
        return common(source.replace(content=dataset, kind="application/n-quads"))
    kind = RdfFormat.from_media_type(source.kind)
    quads = list(parse(source.content, format=kind, base_iri=source.base, rename_blank_nodes=True))
    # What a page of JSON-LD tells is nested, and mostly without an IRI: what has a name there is a thing all the same.
    called = _called(quads) if source.kind == JSON_LD.media_type else {}
    triples = (Triple(called.get(q.subject, q.subject), q.predicate, called.get(q.object, q.object)) for q in quads)
    content = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return source.replace(content=content, kind=N_TRIPLES.media_type)


def _called(quads: list[Any]) -> dict[Any, Any]:
    """An IRI for each blank node that has a name, numbered by their names."""
    from pyoxigraph import BlankNode, NamedNode

    names: dict[Any, list[str]] = {}
    for q in quads:
        if isinstance(q.subject, BlankNode) and q.predicate.value in NAMES:
            names.setdefault(q.subject, []).append(q.object.value)
    ordered = sorted(names, key=lambda node: sorted(names[node]))
    return {node: NamedNode(f"urn:unnamed:{number}") for number, node in enumerate(ordered, 1)}


def line(error: Any) -> int | None:
    """The line that a parser of rdflib's stopped in: Turtle's counts from zero, XML's from one, others do not say."""
    if hasattr(error, "lines"):
        return int(error.lines) + 1
    return int(error.getLineNumber()) if hasattr(error, "getLineNumber") else None


def parse_reason(error: Exception) -> str:
    """Say on one line why a file is not RDF."""
    text = str(getattr(error, "msg", None) or error) or type(error).__name__
    return "not RDF here: " + " ".join(text.split())[:200]
