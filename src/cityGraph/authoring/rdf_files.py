"""Writes whole graphs as files of RDF: every triple, sorted, so that the same graph gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..escape import language_tag, sparql_iri
from ..escape_formats import turtle_string
from ..exports.canonical import write
from ..exports.turtle_terms import TYPE
from ..formats import by_suffix
from ..namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Triple = tuple[Any, Any, Any]
_STRING = PREFIXES["xsd"] + "string"


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """Write Turtle in the canonical layout; it is TriG, too.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.
        prefixes: Namespaces by prefix, to use beside ours.

    Yields:
        The file, piece by piece.
    """
    yield write(triples, prefixes).encode()


def ntriples(triples: Iterable[Triple], _prefixes: Mapping[str, str]) -> Iterator[bytes]:
    r"""Write N-Triples (https://www.w3.org/TR/n-triples/), which is N-Quads, too.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Yields:
        The file, piece by piece.

    Examples:
        >>> from pyoxigraph import Literal, NamedNode
        >>> list(ntriples([(NamedNode("urn:a"), NamedNode("urn:p"), Literal("甲", language="zh-hant"))], {}))
        [b'<urn:a> <urn:p> "\xe7\x94\xb2"@zh-Hant .\n']
    """
    yield from (f"{line}\n".encode() for line in sorted(" ".join((*map(_term, triple), ".")) for triple in triples))


def _term(term: Any) -> str:
    if not hasattr(term, "datatype"):
        return str(term) if type(term).__name__ == "BlankNode" else sparql_iri(term.value)
    if term.language:
        return f"{turtle_string(term.value)}@{language_tag(term.language)}"
    kind = term.datatype.value
    return turtle_string(term.value) + ("" if kind == _STRING else f"^^{sparql_iri(kind)}")


def json_ld(triples: Iterable[Triple], _prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """Write JSON-LD 1.1 without a context (https://www.w3.org/TR/json-ld11/#expanded-document-form).

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Yields:
        The file, piece by piece.

    Examples:
        >>> from pyoxigraph import Literal, NamedNode
        >>> one = NamedNode("urn:a"), NamedNode("urn:p"), Literal("x")
        >>> json.loads(b"".join(json_ld([one], {})))
        [{'@id': 'urn:a', 'urn:p': [{'@value': 'x'}]}]
    """
    nodes: dict[str, dict[str, list[Any]]] = {}
    for subject, predicate, term in sorted(triples, key=lambda triple: tuple(map(_term, triple))):
        node = nodes.setdefault(_name(subject), {})
        if predicate.value == TYPE and not hasattr(term, "datatype"):
            node.setdefault("@type", []).append(_name(term))
        else:
            node.setdefault(predicate.value, []).append(_value(term))
    start = b"[\n"
    for name, node in nodes.items():
        yield start + json.dumps({"@id": name, **node}, ensure_ascii=False).encode()
        start = b",\n"
    yield b"\n]\n" if nodes else b"[]\n"


def _name(term: Any) -> str:
    return str(term) if type(term).__name__ == "BlankNode" else str(term.value)


def _value(term: Any) -> dict[str, str]:
    if not hasattr(term, "datatype"):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": language_tag(term.language)}
    kind = term.datatype.value
    return {"@value": term.value} if kind == _STRING else {"@value": term.value, "@type": kind}


_BY_NAME: dict[str, Callable[[Iterable[Triple], Mapping[str, str]], Iterator[bytes]]] = {
    "turtle": turtle,
    "trig": turtle,
    "ntriples": ntriples,
    "nquads": ntriples,
    "json-ld": json_ld,
}
# By the suffix of the file.
WRITERS = {suffix: _BY_NAME[each.name] for suffix, each in by_suffix("rdf").items() if each.name in _BY_NAME}
