"""Turtle, N-Triples, TriG, RDF 1.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import language_tag, sparql_iri
from ..namespaces import PREFIXES
from .statements import TYPE, XSD, Block, batches, name_of
from .turtle_terms import turtle_iri, turtle_literal, turtle_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim
    from ..model.query import Term
    from ..store.city import CityGraph
    from .statements import Said


def turtle(city: CityGraph, claims: Iterable[Claim]) -> Iterator[bytes]:
    """Turtle: each claim under a line that says it, as its plain triple, the claim, and its passages."""
    return _written(city, claims, _turtle, [*_prefixes()])


def annotated(city: CityGraph, claims: Iterable[Claim]) -> Iterator[bytes]:
    """RDF 1.2 Turtle: a claim annotates its triple or, where that does not hold by itself, reifies it."""
    return _written(city, claims, _annotated, [*_prefixes()])


def ntriples(city: CityGraph, claims: Iterable[Claim]) -> Iterator[bytes]:
    """N-Triples: a line a triple."""
    return _written(city, claims, _ntriples, [])


def trig(city: CityGraph, claims: Iterable[Claim]) -> Iterator[bytes]:
    """TriG: what a source says in a graph that has its IRI, what is inferred in ``cg:inferred``, names in none."""
    return _written(city, claims, _trig, [*_prefixes()])


def _written(
    city: CityGraph, claims: Iterable[Claim], form: Callable[[list[Block]], Iterable[str]], head: list[str]
) -> Iterator[bytes]:
    if head:
        yield "\n".join([*head, ""]).encode()
    for blocks in batches(city, claims):
        # Half a character (a lone surrogate, which rdflib lets in) is none: it is written as a question mark.
        yield "".join(f"{line}\n" for line in form(blocks)).encode("utf-8", "replace")


def _prefixes() -> Iterator[str]:
    return (f"@prefix {name}: <{namespace}> ." for name, namespace in sorted(PREFIXES.items()))


def _turtle(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _head(block)
        if block.triple and block.plain:
            yield _sentence(block.triple) + " ."
        yield from _about(_turtle_term(block.subject), block.said)


def _annotated(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _head(block)
        subject = _turtle_term(block.subject)
        if block.triple and block.plain:
            yield f"{_sentence(block.triple)} ~ {subject} {{|"
            lines = list(_about("", block.said))[1:]
            yield from lines[:-1]
            yield lines[-1].removesuffix(" .") + " |} ."
            continue
        if block.triple:
            yield f"{subject} rdf:reifies <<( {_sentence(block.triple)} )>> ."
        yield from _about(subject, block.said)


def _trig(blocks: list[Block]) -> Iterator[str]:
    graphs: dict[str, list[Block]] = {}
    for block in blocks:
        for graph, said in block.graphs.items():
            graphs.setdefault(graph, []).append(block._replace(said=said))
    yield from _turtle(graphs.pop("", []))
    for graph, inside in graphs.items():
        yield from ("", f"{turtle_iri(graph)} {{")
        yield from _turtle(inside)
        yield "}"


def _head(block: Block) -> list[str]:
    return ["", f"# {block.note}"] if block.triple else [] if block.subject.type == "bnode" else [""]


def _about(subject: str, said: Said) -> Iterator[str]:
    """A block of Turtle: a line a property, its values side by side."""
    yield subject
    together: dict[str, list[str]] = {}
    for predicate, term in said:
        together.setdefault("a" if predicate == TYPE else turtle_iri(predicate), []).append(_turtle_term(term))
    lines = [f"    {predicate} {' , '.join(terms)}" for predicate, terms in together.items()]
    yield from (f"{line} ;" for line in lines[:-1])
    yield f"{lines[-1]} ."


def _sentence(triple: tuple[Term, str, Term]) -> str:
    return f"{_turtle_term(triple[0])} {turtle_iri(triple[1])} {_turtle_term(triple[2])}"


def _turtle_term(term: Term) -> str:
    if term.type == "literal":
        return turtle_literal(term.value, term.datatype or XSD + "string", term.language)
    return turtle_iri(name_of(term))


def _ntriples(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.triple and block.plain:
            yield _line(*block.triple)
        for predicate, term in block.said:
            yield _line(block.subject, predicate, term)


def _line(subject: Term, predicate: str, what: Term) -> str:
    return f"{_full(subject)} {sparql_iri(predicate)} {_full(what)} ."


def _full(term: Term) -> str:
    if term.type != "literal":
        return sparql_iri(term.value) if term.type == "uri" else name_of(term)
    if term.language:
        return f"{turtle_string(term.value)}@{language_tag(term.language)}"
    kind = term.datatype or XSD + "string"
    return turtle_string(term.value) + ("" if kind == XSD + "string" else f"^^{sparql_iri(kind)}")
