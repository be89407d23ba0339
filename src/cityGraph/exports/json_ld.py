"""Write claims as JSON-LD."""

from __future__ import annotations

import json as json_format
from os import path
from typing import TYPE_CHECKING, Any

from ..escape import language_tag, sparql_iri
from ..namespaces import CG, PREFIXES, Prefixes, curie
from ..store.shipped import shipped
from .statements import TYPE, XSD, Block, batches, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Entity
    from ..model.query import Term
    from ..store.city import CityGraph
    from .statements import Properties

_DIGITS = 15  # the most digits of an integer that every reader of JSON keeps exact


def jsonld(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[bytes]:
    """Write JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/).

    The file holds the context of ``ontology/context.jsonld``, so that a reader need not fetch it.

    Args:
        city: The open graph that the claims come from.
        claims: The claims to write.
        things: All things of a graph without claims, if it is written whole; else none.

    Yields:
        The file as UTF-8, piece by piece.
    """
    with open(path.join(shipped("ontology"), "context.jsonld"), encoding="utf-8") as stream:
        context = json_format.load(stream)["@context"]
    context |= {name: space for name, space in sorted(city.prefixes.items()) if _is_prefix(name, space, context)}
    writer = _JsonLd(context, city.prefixes)
    yield f'{{"@context": {json_format.dumps(context, indent=1)},\n"@graph": ['.encode()
    between = "\n"
    for blocks in batches(city, claims, things):
        if nodes := [json_format.dumps(each, ensure_ascii=False) for block in blocks for each in writer.of(block)]:
            yield (between + ",\n".join(nodes)).encode("utf-8", "replace")
            between = ",\n"
    yield b"\n]}\n"


def _is_prefix(name: str, namespace: str, context: dict[str, Any]) -> bool:
    """Return whether a prefix of the graph goes into the context. Only such an end makes a term a prefix there."""
    return name not in PREFIXES and name not in context and namespace.endswith(("/", "#", ":", "?"))


class _JsonLd:
    """A writer of JSON-LD nodes that uses the terms of a context."""

    def __init__(self, context: dict[str, Any], prefixes: Prefixes) -> None:
        self.terms: dict[str, tuple[str, str]] = {}
        self.taken = set(context)
        self.prefixes = Prefixes({name: value for name, value in context.items() if prefixes.get(name) == value})
        for term, definition in context.items():
            if isinstance(definition, dict):
                prefix, _, rest = definition["@id"].partition(":")
                self.terms[PREFIXES[prefix] + rest] = term, definition.get("@type", "")

    def of(self, block: Block) -> Iterator[dict[str, Any]]:
        """Yield the plain triple of a claim, if it has one, and the node of the block."""
        if block.triple and block.plain:
            subject, predicate, term = block.triple
            yield self.node(subject, [(predicate, term)])
        yield self.node(block.subject, block.properties)

    def node(self, subject: Term, properties: Properties) -> dict[str, Any]:
        node: dict[str, Any] = {"id": self.short(name_of(subject))}
        together: dict[str, list[Term]] = {}
        for predicate, term in properties:
            together.setdefault(predicate, []).append(term)
        for predicate, terms in together.items():
            key, coercion = ("type", "@vocab") if predicate == TYPE else self.key(predicate)
            values = [self.value(term, coercion) for term in terms]
            node[key] = values[0] if len(values) == 1 else values
        return node

    def key(self, predicate: str) -> tuple[str, str]:
        """Return the key of a property, and how the context reads its values (``@id``, ``@vocab`` or empty)."""
        name = predicate.removeprefix(CG)
        if predicate in self.terms:
            return self.terms[predicate]
        if name != predicate and name.isidentifier() and name.isascii() and name not in self.taken:
            return name, ""
        return self.short(predicate), ""

    def value(self, term: Term, coercion: str) -> Any:
        if term.type != "literal":
            name = self.short(name_of(term))
            word = term.value.removeprefix(CG)
            if coercion == "@vocab":
                plain = word != term.value and word.isidentifier() and word not in self.taken
                return word if plain else name
            return name if coercion == "@id" else {"id": name}
        if term.language:
            return {"@value": term.value, "@language": language_tag(term.language)}
        if term.datatype in (None, XSD + "string"):
            return {"@value": term.value} if coercion else term.value
        if term.datatype == XSD + "integer" and len(term.value) <= _DIGITS and term.value.isdecimal():
            number = int(term.value)
            if str(number) == term.value:
                return number
        if term.datatype == XSD + "boolean" and term.value in ("true", "false"):
            return term.value == "true"
        return {"@value": term.value, "@type": self.short(str(term.datatype))}

    def short(self, name: str) -> str:
        """Return an IRI with a prefix of the context if one fits, else in full."""
        return name if name.startswith("_:") else curie(name, self.prefixes) or sparql_iri(name)[1:-1]
