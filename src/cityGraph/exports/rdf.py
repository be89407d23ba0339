"""Write claims as Turtle, N-Triples, N-Quads, TriG or RDF 1.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import language_tag, sparql_iri
from ..escape_formats import turtle_string
from .statements import TYPE, XSD, Block, batches, name_of
from .turtle_terms import turtle_iri, turtle_literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim, Entity
    from ..model.query import Term
    from ..store.city import CityGraph
    from .statements import Properties


def turtle(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[bytes]:
    """Write Turtle (https://www.w3.org/TR/turtle/).

    Each claim has a comment line that states it, then its plain triple, the claim itself, and its passages.

    Args:
        city: The open graph that the claims come from.
        claims: The claims to write.
        things: All things of a graph without claims, if it is written whole; else none.

    Returns:
        The file as UTF-8, piece by piece.
    """
    return _written(batches(city, claims, things), _Turtle(city).plain, _head_of(city))


def annotated(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[bytes]:
    """Write Turtle of RDF 1.2 (https://www.w3.org/TR/rdf12-turtle/).

    A claim annotates its plain triple or, if it has none (an inferred claim), reifies the triple.

    Args:
        city: The open graph that the claims come from.
        claims: The claims to write.
        things: All things of a graph without claims, if it is written whole; else none.

    Returns:
        The file as UTF-8, piece by piece.
    """
    return _written(batches(city, claims, things), _Turtle(city).annotated, _head_of(city))


def ntriples(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[bytes]:
    """Write N-Triples (https://www.w3.org/TR/n-triples/), one triple on each line.

    Args:
        city: The open graph that the claims come from.
        claims: The claims to write.
        things: All things of a graph without claims, if it is written whole; else none.

    Returns:
        The file as UTF-8, piece by piece.
    """
    return _written(batches(city, claims, things), _ntriples, [])


def nquads(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[bytes]:
    """Write N-Quads (https://www.w3.org/TR/n-quads/), with the named graphs of `trig`.

    Args:
        city: The open graph that the claims come from.
        claims: The claims to write.
        things: All things of a graph without claims, if it is written whole; else none.

    Returns:
        The file as UTF-8, piece by piece.
    """
    return _written(batches(city, claims, things), _nquads, [])


def trig(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[bytes]:
    """Write TriG (https://www.w3.org/TR/trig/), with one named graph for each source.

    The graph of a source has the IRI of the source. Inferred claims are in the graph ``cg:inferred``; names and other
    properties of things are in the default graph.

    Args:
        city: The open graph that the claims come from.
        claims: The claims to write.
        things: All things of a graph without claims, if it is written whole; else none.

    Returns:
        The file as UTF-8, piece by piece.
    """
    return _written(batches(city, claims, things), _Turtle(city).trig, _head_of(city))


def _written(
    found: Iterable[list[Block]], form: Callable[[list[Block]], Iterable[str]], head: list[str]
) -> Iterator[bytes]:
    if head:
        yield "\n".join([*head, ""]).encode()
    for blocks in found:
        # rdflib accepts lone surrogates, which UTF-8 cannot hold; each is written as a question mark.
        yield "".join(f"{line}\n" for line in form(blocks)).encode("utf-8", "replace")


def _head_of(city: CityGraph) -> list[str]:
    return [f"@prefix {name}: <{namespace}> ." for name, namespace in sorted(city.prefixes.items())]


class _Turtle:
    """A writer of Turtle with the prefixes of a graph."""

    def __init__(self, city: CityGraph) -> None:
        self.prefixes = city.prefixes

    def plain(self, blocks: list[Block]) -> Iterator[str]:
        for block in blocks:
            yield from _head(block)
            if block.triple and block.plain:
                yield self.sentence(block.triple) + " ."
            yield from self.about(self.term(block.subject), block.properties)

    def annotated(self, blocks: list[Block]) -> Iterator[str]:
        for block in blocks:
            yield from _head(block)
            subject = self.term(block.subject)
            if block.triple and block.plain:
                yield f"{self.sentence(block.triple)} ~ {subject} {{|"
                lines = list(self.about("", block.properties))[1:]
                yield from lines[:-1]
                yield lines[-1].removesuffix(" .") + " |} ."
                continue
            if block.triple:
                yield f"{subject} rdf:reifies <<( {self.sentence(block.triple)} )>> ."
            yield from self.about(subject, block.properties)

    def trig(self, blocks: list[Block]) -> Iterator[str]:
        graphs: dict[str, list[Block]] = {}
        for block in blocks:
            for graph, properties in block.graphs.items():
                graphs.setdefault(graph, []).append(block._replace(properties=properties))
        yield from self.plain(graphs.pop("", []))
        for graph, inside in graphs.items():
            yield from ("", f"{self.iri(graph)} {{")
            yield from self.plain(inside)
            yield "}"

    def about(self, subject: str, properties: Properties) -> Iterator[str]:
        """Yield a block of Turtle with one line for each property."""
        yield subject
        together: dict[str, list[str]] = {}
        for predicate, term in properties:
            together.setdefault("a" if predicate == TYPE else self.iri(predicate), []).append(self.term(term))
        lines = [f"    {predicate} {' , '.join(terms)}" for predicate, terms in together.items()]
        yield from (f"{line} ;" for line in lines[:-1])
        yield f"{lines[-1]} ."

    def sentence(self, triple: tuple[Term, str, Term]) -> str:
        return f"{self.term(triple[0])} {self.iri(triple[1])} {self.term(triple[2])}"

    def term(self, term: Term) -> str:
        if term.type == "literal":
            return turtle_literal(term.value, term.datatype or XSD + "string", term.language)
        return self.iri(name_of(term))

    def iri(self, iri: str) -> str:
        return turtle_iri(iri, self.prefixes)


def _head(block: Block) -> list[str]:
    """Return the lines before a block: an empty one and, for a claim, its note; none before a blank node."""
    return ["", f"# {block.note}"] if block.triple else [] if block.subject.type == "bnode" else [""]


def _ntriples(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.triple and block.plain:
            yield _line(*block.triple)
        for predicate, term in block.properties:
            yield _line(block.subject, predicate, term)


def _nquads(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        for graph, properties in block.graphs.items():
            for line in _ntriples([block._replace(properties=properties)]):
                yield f"{line.removesuffix('.')}{sparql_iri(graph)} ." if graph else line


def _line(subject: Term, predicate: str, object_: Term) -> str:
    return f"{_full(subject)} {sparql_iri(predicate)} {_full(object_)} ."


def _full(term: Term) -> str:
    """Return a term in N-Triples, without prefixes."""
    if term.type != "literal":
        return sparql_iri(term.value) if term.type == "uri" else name_of(term)
    if term.language:
        return f"{turtle_string(term.value)}@{language_tag(term.language)}"
    datatype = term.datatype or XSD + "string"
    return turtle_string(term.value) + ("" if datatype == XSD + "string" else f"^^{sparql_iri(datatype)}")
