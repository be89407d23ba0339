"""What RDF exports say of each claim, thing, passage and source.

Turtle and N-Triples, opened again, answer as the city does for what is in them. All are read from the engine and
written a batch of claims at a time; names, numbers and words stand as they are in the graph, whatever they hold.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..escape import sparql_iri, terminal
from ..graph.plain_triples import has_claims
from ..model.claim import Entity
from ..model.query import Term
from ..namespaces import CG, DIRECT, NAMES, PREFIXES, PROPERTY, local
from .turtle_terms import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph

if TYPE_CHECKING:
    Said = list[tuple[str, Term]]

_BATCH = 500  # claims that are asked for at once
_RDF, _OA, XSD = PREFIXES["rdf"], PREFIXES["oa"], PREFIXES["xsd"]
TYPE = _RDF + "type"
_TRIPLE = (_RDF + "subject", _RDF + "predicate", _RDF + "object")
_ENDS = {_TRIPLE[0], _TRIPLE[2], CG + "evidence"}
_TERM = PREFIXES["rdfs"] + "isDefinedBy"  # what a term of an ontology has, and a thing of a city has not
_NAMES = {PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "hiddenLabel")}
_NAMES |= {PREFIXES["rdfs"] + "label", PREFIXES["schema"] + "name", PREFIXES["foaf"] + "name", TYPE}


_NAMED = {*NAMES, TYPE}


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


def name_of(term: Term) -> str:
    """Return the IRI of a term, or the label of a blank node."""
    return f"_:{term.value}" if term.type == "bnode" else term.value


def batches(city: CityGraph, claims: Iterable[Claim]) -> Iterator[list[Block]]:
    """The blocks of so many claims at a time: what is new of things, then the claims with their passages."""
    if not has_claims(city):
        yield from _plain(city, claims)
        return
    claimed = {row[0].value for row in city.select("claimed")} - _NAMES
    written: set[str] = set()
    blank: dict[str, str] = {}
    left = iter(claims)
    sets = sorted(row[0].value for row in city.select("datasets"))
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
        kinds = [term.value for block in blocks for term in _values(block.said, TYPE)]
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
        said = list(zip((TYPE, *_TRIPLE), told, strict=True))
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
    note = terminal(f"{claim.subject.label} · {local(claim.relation.iri)} · {claim.told} ({claim.status})")
    yield Block(
        Term("uri", claim.iri),
        [*own, *evidence],
        by_source or {CG + "inferred" if inferred else "": own},
        (*ends, thing),
        not inferred,
        note,
    )
    for term, about in passages:
        if name_of(term) not in written:
            written.add(name_of(term))
            sources = [found.value for found in _values(about, _OA + "hasSource")] or [""]
            yield Block(term, about, dict.fromkeys(sources, about))


def _described(city: CityGraph, iris: Iterable[str]) -> dict[str, Said]:
    """What is said of each of these things, in the order in which it is written."""
    wanted = list(dict.fromkeys(iris))
    found: dict[str, Said] = {name: [] for name in wanted}
    if wanted:
        for thing, predicate, value in city.select("described", thing=map(sparql_iri, wanted)):
            found.setdefault(thing.value, []).append((predicate.value, value))
    return {name: _sorted(said) for name, said in found.items() if said}


def _passages(city: CityGraph, claims: list[Claim], blank: dict[str, str]) -> dict[str, list[tuple[Term, Said]]]:
    """The passages of each claim; blank nodes are numbered anew, since each engine calls them otherwise."""
    found: dict[str, dict[Term, Said]] = {}
    for claim, passage, predicate, value in city.select("passages", claim=[sparql_iri(claim.iri) for claim in claims]):
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
