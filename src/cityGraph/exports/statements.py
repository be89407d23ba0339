"""Collect the statements that an RDF export writes: of claims, things, passages and sources.

If you open an exported file, it gives the same answers about its claims as the graph that they come from. Statements
are read from the engine for one batch of claims at a time. Names, numbers and texts are written exactly as they are in
the graph.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from ..escape import sparql_iri, terminal
from ..graph.intentions import Intentions
from ..graph.plain_triples import has_claims
from ..model.claim import Entity
from ..model.query import Term
from ..namespaces import CG, DIRECT, NAMES, PREFIXES, PROPERTY, local
from .turtle_terms import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph

    Properties = list[tuple[str, Term]]  # predicate and object of each statement about one subject

_BATCH = 500  # claims for which statements are read at once
_SHOWN = 3  # how many predicates a note names
_RDF, XSD = PREFIXES["rdf"], PREFIXES["xsd"]
TYPE = _RDF + "type"
_SOURCE = PREFIXES["oa"] + "hasSource"
_TRIPLE = (_RDF + "subject", _RDF + "predicate", _RDF + "object")
_ENDS = {_TRIPLE[0], _TRIPLE[2], CG + "evidence"}
_NAMES = {PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "hiddenLabel")}
_NAMES |= {PREFIXES["rdfs"] + "label", PREFIXES["schema"] + "name", PREFIXES["foaf"] + "name", TYPE}
_NAMED = {*NAMES, TYPE}


class Block(NamedTuple):
    """The statements about one subject.

    Attributes:
        subject: The subject.
        properties: The predicate and the object of each statement, in the order in which they are written.
        graphs: The same statements by the IRI of the named graph that they belong to; an empty IRI is the default
            graph.
        triple: For a claim, its subject, relation and object. None for other subjects.
        plain: For a claim, whether its triple is also written by itself.
        note: For a claim, one line of text that states it. Empty for other subjects.
    """

    subject: Term
    properties: Properties
    graphs: dict[str, Properties]
    triple: tuple[Term, str, Term] | None = None
    plain: bool = False
    note: str = ""


def name_of(term: Term) -> str:
    """Return the name of an IRI or a blank node.

    Args:
        term: An IRI or a blank node.

    Returns:
        The IRI without angle brackets, or the label of the blank node, such as ``_:p1``.
    """
    return f"_:{term.value}" if term.type == "bnode" else term.value


def batches(city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity] = ()) -> Iterator[list[Block]]:
    """Yield the statements for claims, one batch of claims at a time.

    Args:
        city: The open graph that the claims come from.
        claims: The claims, in the order in which to write them.
        things: All things of a graph without claims, if it is written whole. Then a note on the handle says how many
            of its triples are left out. Else none.

    Yields:
        The blocks of one batch: the things that no earlier batch described, then the claims with their passages. Of
        triples without a claim, the things with their names, kinds and triples.
    """
    written: set[str] = set()
    if not has_claims(city):
        yield from _whole(city, claims, things, written) if things else _plain(city, claims, written)
        return
    every = list(claims)
    claims = [claim for claim in every if claim.status]
    claimed = {row[0].value for row in city.select("claimed")} - _NAMES
    blank: dict[str, str] = {}
    intentions = Intentions(city)
    left = iter(claims)
    sets = sorted(row[0].value for row in city.select("datasets"))
    replaced: dict[str, list[str]] = {}
    for old, now in city.select("replacements"):
        replaced.setdefault(now.value, []).append(old.value)
    yield _things(city, sets, claimed, written)
    while batch := list(islice(left, _BATCH)):
        described = _described(city, (claim.iri for claim in batch))
        passages = _passages(city, batch, blank)
        about = [
            *(term.value for own in passages.values() for _, about in own for term in _values(about, _SOURCE)),
            *(source.iri for claim in batch for source in claim.rests_on),
            *(end.iri for claim in batch for end in (claim.subject, claim.object) if isinstance(end, Entity)),
        ]
        about += [old for thing in about for old in sorted(replaced.get(thing, ()))]
        # Terms that a graph defines itself: relations, qualifiers, kinds. Those of the ontology need no description.
        terms = [
            *(claim.relation.iri for claim in batch),
            *(predicate for about in described.values() for predicate, _ in about),
            *(term.value for about in described.values() for p, term in about if term.type == "uri" and p not in _ENDS),
        ]
        blocks = _things(city, about, claimed, written)
        blocks += _things(city, terms, claimed, written)
        kinds = [term.value for block in blocks for term in _values(block.properties, TYPE)]
        blocks += _things(city, kinds, claimed, written)
        for claim in batch:
            plain = intentions.plain(claim.relation.iri, claim.status, claim.basis, claim.subject.kind)
            blocks += _claim(claim, plain, described.get(claim.iri, []), passages.get(claim.iri, []), written)
        yield blocks
    # What describes a thing has its triples already, but for those with the relations of claims.
    yield from _plain(
        city,
        (c for c in every if not c.status and (c.subject.iri not in written or c.relation.iri in claimed)),
        written,
    )


def _whole(
    city: CityGraph, claims: Iterable[Claim], things: Iterable[Entity], written: set[str]
) -> Iterator[list[Block]]:
    """Yield the triples of a graph without claims, then its other things, and note how many triples are left out."""
    counts: Counter[str] = Counter()
    for blocks in chain(_plain(city, claims, written), _alone(city, things, written)):
        counts.update(predicate for block in blocks for predicate, _ in block.properties)
        yield blocks
    whole = Counter({row[0].value: int(row[1].value) for row in city.select("predicate-counts")})
    every = whole.total() - city.ontology
    left_out = every - counts.total()
    if left_out > 0:
        # Of a file that uses terms of our ontology, the counts hold the ontology as well.
        lost = [] if city.ontology else sorted((whole - counts).items(), key=lambda each: (-each[1], each[0]))
        parts = [f"{n:,} {local(predicate)}" for predicate, n in lost[:_SHOWN]]
        if others := sum(n for _, n in lost[_SHOWN:]):
            parts.append(f"{others:,} more")
        which = f": {', '.join(parts)}" if parts else ""
        city.note(
            f"{left_out:,} of {every:,} triples are not in this file{which}. It has names, kinds, values, and triples "
            "between things with a name. All triples: query 'CONSTRUCT WHERE {?s ?p ?o}'"
        )


def _alone(city: CityGraph, things: Iterable[Entity], written: set[str]) -> Iterator[list[Block]]:
    left = (thing.iri for thing in things)
    while batch := list(islice(left, _BATCH)):
        found = _names_and_kinds(city, batch, written)
        yield [Block(Term("uri", thing), about, {"": about}) for thing, about in found.items() if about]


def _plain(city: CityGraph, claims: Iterable[Claim], written: set[str]) -> Iterator[list[Block]]:
    """Yield the same for triples without a claim: names and kinds of things, with the triples that count as claims."""
    left = iter(claims)
    while batch := list(islice(left, _BATCH)):
        names = [end.iri for claim in batch for end in (claim.subject, claim.object) if isinstance(end, Entity)]
        # In Wikidata the label of a relation is on its property entity.
        names += [claim.relation.iri.replace(DIRECT, PROPERTY) for claim in batch]
        described = _names_and_kinds(city, names, written)
        for claim in batch:
            described.setdefault(claim.subject.iri, []).append((claim.relation.iri, _object(claim)))
        yield [Block(Term("uri", thing), about, {"": about}) for thing, about in described.items() if about]


def _names_and_kinds(city: CityGraph, iris: Iterable[str], written: set[str]) -> dict[str, Properties]:
    new = [n for n in dict.fromkeys(iris) if n not in written and ":" in n and not n.startswith(CG)]
    written.update(new)
    return {
        thing: [(p, term) for p, term in about if p in _NAMED and term.type != "bnode"]
        for thing, about in _described(city, new).items()
    }


def _object(claim: Claim) -> Term:
    if isinstance(claim.object, Entity):
        return Term("uri", claim.object.iri)
    return Term("literal", claim.object.value, claim.object.datatype, claim.object.language)


def _things(city: CityGraph, names: Iterable[str], claimed: set[str], written: set[str]) -> list[Block]:
    """Describe the things that have no block yet, without the relations of claims and without terms of our ontology."""
    new = [name for name in dict.fromkeys(names) if name not in written and ":" in name]
    written.update(new)
    blocks = []
    for thing, about in _described(city, new).items():
        kept = [(p, term) for p, term in about if p not in claimed and term.type != "bnode"]
        if kept and not thing.startswith(CG):
            blocks.append(Block(Term("uri", thing), kept, {"": kept}))
    return blocks


def _claim(
    claim: Claim, plain: bool, properties: Properties, passages: list[tuple[Term, Properties]], written: set[str]
) -> Iterator[Block]:
    """Yield the block of a claim, then those of its passages that are not written yet."""
    subject, predicate, object_ = Term("uri", claim.subject.iri), claim.relation.iri, _object(claim)
    if not properties:
        # The engine describes no claim of this IRI: it is a blank node there, or the claim comes from another graph.
        terms = (Term("uri", CG + "Claim"), subject, Term("uri", predicate), object_)
        properties = list(zip((TYPE, *_TRIPLE), terms, strict=True))
        properties += [(CG + name, Term("uri", CG + getattr(claim, name))) for name in ("status", "basis")]
    cited = {term for term, _ in passages}
    # A blank node that is not a passage is never described, so a reference to it would mean nothing.
    own = [(p, term) for p, term in properties if term.type != "bnode" and term not in cited]
    evidence = [(CG + "evidence", term) for term, _ in passages]
    inferred = claim.basis == "inferred"
    by_source: dict[str, Properties] = {}
    for term, about in passages:
        for source in [value.value for value in _values(about, _SOURCE)] or [""]:
            by_source.setdefault(source, [*own]).append((CG + "evidence", term))
    note = terminal(f"{claim.subject.label} · {local(claim.relation.iri)} · {claim.object_text} ({claim.status})")
    yield Block(
        Term("uri", claim.iri),
        [*own, *evidence],
        by_source or {CG + "inferred" if inferred else "": own},
        (subject, predicate, object_),
        plain,
        note,
    )
    for term, about in passages:
        if name_of(term) not in written:
            written.add(name_of(term))
            sources = [value.value for value in _values(about, _SOURCE)] or [""]
            yield Block(term, about, dict.fromkeys(sources, about))


def _described(city: CityGraph, iris: Iterable[str]) -> dict[str, Properties]:
    """Return the statements about each of these things, in the order in which they are written."""
    wanted = list(dict.fromkeys(iris))
    found: dict[str, Properties] = {name: [] for name in wanted}
    if wanted:
        for thing, predicate, value in city.select("described", thing=map(sparql_iri, wanted)):
            found.setdefault(thing.value, []).append((predicate.value, value))
    return {name: _sorted(about) for name, about in found.items() if about}


def _passages(city: CityGraph, claims: list[Claim], blank: dict[str, str]) -> dict[str, list[tuple[Term, Properties]]]:
    """Return the passages of each claim; blank nodes get new numbers, since each engine labels them differently."""
    found: dict[str, dict[Term, Properties]] = {}
    for claim, passage, predicate, value in city.select("passages", claim=[sparql_iri(claim.iri) for claim in claims]):
        if value.type != "bnode":
            found.setdefault(claim.value, {}).setdefault(passage, []).append((predicate.value, value))
    answer: dict[str, list[tuple[Term, Properties]]] = {}
    for claim_noun in claims:
        own = [(term, _sorted(about)) for term, about in found.get(claim_noun.iri, {}).items()]
        own.sort(key=lambda each: (each[0].type, each[0].value if each[0].type == "uri" else "", repr(each[1])))
        answer[claim_noun.iri] = [
            (term if term.type == "uri" else Term("bnode", blank.setdefault(term.value, f"p{len(blank) + 1}")), about)
            for term, about in own
        ]
    return answer


def _sorted(properties: Properties) -> Properties:
    return sorted(
        set(properties), key=lambda each: (*place(each[0], each[1].language, each[1].value), each[1].datatype or "")
    )


def _values(properties: Properties, predicate: str) -> list[Term]:
    return [term for each, term in properties if each == predicate]
