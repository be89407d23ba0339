"""Turtle, N-Triples, TriG, RDF 1.2.

Turtle and N-Triples, opened again, answer as the city does for what is in them. All are read from the engine and
written a batch of claims at a time; names, numbers and words stand as they are in the graph, whatever they hold.
"""

from __future__ import annotations

import json as json_format
from itertools import islice
from os import path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..graph.plain_triples import claiming
from ..model.claim import Entity
from ..model.graph import Term
from ..names.labels import DIRECT, PROPERTY, local
from ..render.columns import safe
from ..store.engine import PREFIXES, bind, iri, language, named, prologue, rows
from ..store.open import CG, NAMES, shipped
from .canonical import literal, place, quoted, short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim
    from ..store.open import CityGraph

if TYPE_CHECKING:
    Said = list[tuple[str, Term]]

_BATCH = 500  # claims that are asked for at once
_USED = ("cg", "rdf", "ty", "claim")
_RDF, _OA, _XSD = PREFIXES["rdf"], PREFIXES["oa"], PREFIXES["xsd"]
_TYPE = _RDF + "type"
_TRIPLE = (_RDF + "subject", _RDF + "predicate", _RDF + "object")
_ENDS = {_TRIPLE[0], _TRIPLE[2], CG + "evidence"}
_TERM = PREFIXES["rdfs"] + "isDefinedBy"  # what a term of an ontology has, and a thing of a city has not
_NAMES = {PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "hiddenLabel")}
_NAMES |= {PREFIXES["rdfs"] + "label", PREFIXES["schema"] + "name", PREFIXES["foaf"] + "name", _TYPE}


_NAMED = {*NAMES, _TYPE}


class Block(NamedTuple):
    """What is said of one subject; a claim also has its `triple`, and whether that holds by itself (`plain`).

    `graphs` has what each source says of it, by the IRI of the source: "" is nobody's.
    """

    subject: Term
    said: Said
    graphs: dict[str, Said]
    triple: tuple[Term, str, Term] | None = None
    plain: bool = False
    note: str = ""


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


def jsonld(city: CityGraph, claims: Iterable[Claim]) -> Iterator[bytes]:
    """JSON-LD with the context of ``ontology/context.jsonld`` in it, so that no reader has to fetch one."""
    with open(path.join(shipped("ontology"), "context.jsonld"), encoding="utf-8") as stream:
        context = json_format.load(stream)["@context"]
    node = _JsonLd(context)
    yield f'{{"@context": {json_format.dumps(context, indent=1)},\n"@graph": ['.encode()
    between = "\n"
    for blocks in _batches(city, claims):
        if nodes := [json_format.dumps(each, ensure_ascii=False) for block in blocks for each in node.of(block)]:
            yield (between + ",\n".join(nodes)).encode("utf-8", "replace")
            between = ",\n"
    yield b"\n]}\n"


def _written(
    city: CityGraph, claims: Iterable[Claim], form: Callable[[list[Block]], Iterable[str]], head: list[str]
) -> Iterator[bytes]:
    if head:
        yield "\n".join([*head, ""]).encode()
    for blocks in _batches(city, claims):
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
        yield from ("", f"{short(graph)} {{")
        yield from _turtle(inside)
        yield "}"


def _head(block: Block) -> list[str]:
    return ["", f"# {block.note}"] if block.triple else [] if block.subject.type == "bnode" else [""]


def _about(subject: str, said: Said) -> Iterator[str]:
    """A block of Turtle: a line a property, its values side by side."""
    yield subject
    together: dict[str, list[str]] = {}
    for predicate, term in said:
        together.setdefault("a" if predicate == _TYPE else short(predicate), []).append(_turtle_term(term))
    lines = [f"    {predicate} {' , '.join(terms)}" for predicate, terms in together.items()]
    yield from (f"{line} ;" for line in lines[:-1])
    yield f"{lines[-1]} ."


def _sentence(triple: tuple[Term, str, Term]) -> str:
    return f"{_turtle_term(triple[0])} {short(triple[1])} {_turtle_term(triple[2])}"


def _turtle_term(term: Term) -> str:
    if term.type == "literal":
        return literal(term.value, term.datatype or _XSD + "string", term.language)
    return short(_name(term))


def _name(term: Term) -> str:
    return f"_:{term.value}" if term.type == "bnode" else term.value


def _ntriples(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.triple and block.plain:
            yield _line(*block.triple)
        for predicate, term in block.said:
            yield _line(block.subject, predicate, term)


def _line(subject: Term, predicate: str, what: Term) -> str:
    return f"{_full(subject)} {iri(predicate)} {_full(what)} ."


def _full(term: Term) -> str:
    if term.type != "literal":
        return iri(term.value) if term.type == "uri" else _name(term)
    if term.language:
        return f"{quoted(term.value)}@{language(term.language)}"
    kind = term.datatype or _XSD + "string"
    return quoted(term.value) + ("" if kind == _XSD + "string" else f"^^{iri(kind)}")


class _JsonLd:
    """Nodes of JSON-LD in the terms of a context."""

    def __init__(self, context: dict[str, Any]) -> None:
        self.terms: dict[str, tuple[str, str]] = {}
        self.taken = set(context)
        self.prefixes = {name: value for name, value in context.items() if PREFIXES.get(name) == value}
        for term, meant in context.items():
            if isinstance(meant, dict):
                prefix, _, rest = meant["@id"].partition(":")
                self.terms[PREFIXES[prefix] + rest] = term, meant.get("@type", "")

    def of(self, block: Block) -> Iterator[dict[str, Any]]:
        if block.triple and block.plain:
            subject, predicate, what = block.triple
            yield self.node(subject, [(predicate, what)])
        yield self.node(block.subject, block.said)

    def node(self, subject: Term, said: Said) -> dict[str, Any]:
        node: dict[str, Any] = {"id": self.short(_name(subject))}
        together: dict[str, list[Term]] = {}
        for predicate, term in said:
            together.setdefault(predicate, []).append(term)
        for predicate, terms in together.items():
            key, kind = ("type", "@vocab") if predicate == _TYPE else self.key(predicate)
            values = [self.value(term, kind) for term in terms]
            node[key] = values[0] if len(values) == 1 else values
        return node

    def key(self, predicate: str) -> tuple[str, str]:
        name = predicate.removeprefix(CG)
        if predicate in self.terms:
            return self.terms[predicate]
        if name != predicate and name.isidentifier() and name.isascii() and name not in self.taken:
            return name, ""
        return self.short(predicate), ""

    def value(self, term: Term, kind: str) -> Any:
        if term.type != "literal":
            name = self.short(_name(term))
            vocabulary = term.value.removeprefix(CG)
            if kind == "@vocab":
                plain = vocabulary != term.value and vocabulary.isidentifier() and vocabulary not in self.taken
                return vocabulary if plain else name
            return name if kind == "@id" else {"id": name}
        if term.language:
            return {"@value": term.value, "@language": language(term.language)}
        if term.datatype in (None, _XSD + "string"):
            return {"@value": term.value} if kind else term.value
        if term.datatype == _XSD + "integer" and term.value.isdecimal() and str(int(term.value)) == term.value:
            return int(term.value)
        if term.datatype == _XSD + "boolean" and term.value in ("true", "false"):
            return term.value == "true"
        return {"@value": term.value, "@type": self.short(str(term.datatype))}

    def short(self, name: str) -> str:
        found = short(name)
        return found if found.partition(":")[0] in {*self.prefixes, "_"} else iri(name)[1:-1]


def _batches(city: CityGraph, claims: Iterable[Claim]) -> Iterator[list[Block]]:
    """The blocks of so many claims at a time: what is new of things, then the claims with their passages."""
    if not claiming(city):
        yield from _plain(city, claims)
        return
    claimed = {row[0].value for row in rows(city.engine, prologue(_USED) + named("claimed"))} - _NAMES
    written: set[str] = set()
    blank: dict[str, str] = {}
    left = iter(claims)
    sets = sorted(row[0].value for row in rows(city.engine, prologue(["void"]) + named("datasets")))
    yield _things(city, sets, claimed, written)
    while batch := list(islice(left, _BATCH)):
        told = _described(city, (claim.iri for claim in batch))
        passages = _passages(city, batch, blank)
        things = [
            *(term.value for own in passages.values() for _, said in own for term in _values(said, _OA + "hasSource")),
            *(source.iri for claim in batch for source in claim.rests_on),
            *(end.iri for claim in batch for end in (claim.subject, claim.object) if isinstance(end, Entity)),
        ]
        # What a graph of one's own has named itself: relations, what qualifies, kinds. The ontology comes along anyway.
        terms = [
            *(claim.relation.iri for claim in batch),
            *(predicate for said in told.values() for predicate, _ in said),
            *(term.value for said in told.values() for p, term in said if term.type == "uri" and p not in _ENDS),
        ]
        blocks = _things(city, things, claimed, written)
        blocks += _things(city, terms, claimed, written)
        kinds = [term.value for block in blocks for term in _values(block.said, _TYPE)]
        blocks += _things(city, kinds, claimed, written)
        for claim in batch:
            blocks += _claim(claim, told.get(claim.iri, []), passages.get(claim.iri, []), written)
        yield blocks


def _plain(city: CityGraph, claims: Iterable[Claim]) -> Iterator[list[Block]]:
    """The same of a graph without claims, whose triples stand for them: names and kinds of things, then the triples."""
    written: set[str] = set()
    left = iter(claims)
    while batch := list(islice(left, _BATCH)):
        called = [end.iri for claim in batch for end in (claim.subject, claim.object) if isinstance(end, Entity)]
        # Wikidata names a relation where it describes the property.
        called += [claim.relation.iri.replace(DIRECT, PROPERTY) for claim in batch]
        new = [name for name in dict.fromkeys(called) if name not in written and ":" in name]
        written.update(new)
        told: dict[str, Said] = {}
        for thing, said in _described(city, new).items():
            told[thing] = [(p, term) for p, term in said if p in _NAMED and term.type != "bnode"]
        for claim in batch:
            told.setdefault(claim.subject.iri, []).append((claim.relation.iri, _object(claim)))
        yield [Block(Term("uri", thing), said, {"": said}) for thing, said in told.items() if said]


def _object(claim: Claim) -> Term:
    what = claim.object
    if isinstance(what, Entity):
        return Term("uri", what.iri)
    return Term("literal", what.value, what.datatype, what.language)


def _things(city: CityGraph, names: Iterable[str], claimed: set[str], written: set[str]) -> list[Block]:
    """What is said of things that no block is of yet, without what is claimed; an ontology's terms have none."""
    new = [name for name in dict.fromkeys(names) if name not in written and ":" in name]
    written.update(new)
    blocks = []
    for thing, said in _described(city, new).items():
        kept = [(p, term) for p, term in said if p not in claimed and term.type != "bnode"]
        if kept and not thing.startswith(CG) and not _values(said, _TERM):
            blocks.append(Block(Term("uri", thing), kept, {"": kept}))
    return blocks


def _claim(claim: Claim, said: Said, passages: list[tuple[Term, Said]], written: set[str]) -> Iterator[Block]:
    ends, thing = (Term("uri", claim.subject.iri), claim.relation.iri), _object(claim)
    if not said:
        # A claim that cannot be asked for by its IRI, or that is in another graph: what it tells of itself.
        told = (Term("uri", CG + "Claim"), ends[0], Term("uri", ends[1]), thing)
        said = list(zip((_TYPE, *_TRIPLE), told, strict=True))
        said += [(CG + name, Term("uri", CG + getattr(claim, name))) for name in ("status", "basis")]
    held = {term for term, _ in passages}
    # A blank node that is no passage cannot be asked for, and would say nothing.
    own = [(p, term) for p, term in said if term.type != "bnode" and term not in held]
    evidence = [(CG + "evidence", term) for term, _ in passages]
    inferred = claim.basis == "inferred"
    by_source: dict[str, Said] = {}
    for term, about in passages:
        for source in [found.value for found in _values(about, _OA + "hasSource")] or [""]:
            by_source.setdefault(source, [*own]).append((CG + "evidence", term))
    note = safe(f"{claim.subject.label} · {local(claim.relation.iri)} · {claim.told} ({claim.status})")
    yield Block(
        Term("uri", claim.iri),
        [*own, *evidence],
        by_source or {CG + "inferred" if inferred else "": own},
        (*ends, thing),
        not inferred,
        note,
    )
    for term, about in passages:
        if _name(term) not in written:
            written.add(_name(term))
            sources = [found.value for found in _values(about, _OA + "hasSource")] or [""]
            yield Block(term, about, dict.fromkeys(sources, about))


def _described(city: CityGraph, iris: Iterable[str]) -> dict[str, Said]:
    """What is said of each of these things, in the order in which it is written."""
    wanted = list(dict.fromkeys(iris))
    found: dict[str, Said] = {name: [] for name in wanted}
    if wanted:
        text = prologue(_USED) + bind(named("described"), thing=map(iri, wanted))
        for thing, predicate, value in rows(city.engine, text):
            found.setdefault(thing.value, []).append((predicate.value, value))
    return {name: _sorted(said) for name, said in found.items() if said}


def _passages(city: CityGraph, claims: list[Claim], blank: dict[str, str]) -> dict[str, list[tuple[Term, Said]]]:
    """The passages of each claim; blank nodes are numbered anew, since each engine calls them otherwise."""
    text = prologue(_USED) + bind(named("passages"), claim=[iri(claim.iri) for claim in claims])
    found: dict[str, dict[Term, Said]] = {}
    for claim, passage, predicate, value in rows(city.engine, text):
        if value.type != "bnode":
            found.setdefault(claim.value, {}).setdefault(passage, []).append((predicate.value, value))
    answer: dict[str, list[tuple[Term, Said]]] = {}
    for claim_noun in claims:
        own = [(term, _sorted(said)) for term, said in found.get(claim_noun.iri, {}).items()]
        own.sort(key=lambda each: (each[0].type, each[0].value if each[0].type == "uri" else "", repr(each[1])))
        answer[claim_noun.iri] = [
            (term if term.type == "uri" else Term("bnode", blank.setdefault(term.value, f"p{len(blank) + 1}")), said)
            for term, said in own
        ]
    return answer


def _sorted(said: Said) -> Said:
    return sorted(
        set(said), key=lambda each: (*place(each[0], each[1].language, each[1].value), each[1].datatype or "")
    )


def _values(said: Said, predicate: str) -> list[Term]:
    return [term for each, term in said if each == predicate]
