"""Claims read from the engine with evidence, qualifiers and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri, url_fragment
from ..model.claim import Claim, Entity, Passage, Qualifier, Relation, Value
from ..names.entities import entities, names_of
from ..names.labels import vocabulary
from ..namespaces import local
from .plain_triples import has_claims, triples, warn_of_ill_typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.query import Term
    from ..store.city import CityGraph


def read(city: CityGraph, iris: Iterable[str] | None) -> list[Claim]:
    """The claims on these things (None: all claims), inferred ones among them, in the order of the source.

    In a graph without claims each of its triples is one.
    """
    if iris is None:
        city.read_here()
    if not has_claims(city):
        return triples(city, iris)
    if iris is None:
        return _read(city, "claims", whole=True, claim=None)
    wanted = [sparql_iri(who) for who in iris]
    return _read(city, "claims-on", entity=wanted) if wanted else []


def read_claims(city: CityGraph, iris: Iterable[str]) -> list[Claim]:
    """The claims with these IRIs, in the order of the source."""
    wanted = sorted(map(sparql_iri, iris))
    return _read(city, "claims", claim=wanted) if wanted else []


def _read(city: CityGraph, query: str, *, whole: bool = False, **bound: list[str] | None) -> list[Claim]:
    found = city.select(query, **bound)
    heads = {row[0].value: row for row in found}
    only = None if whole else [sparql_iri(claim) for claim in heads]
    qualifiers, reasons, premises = _details(city, only)
    evidence = _evidence(city, only)
    ends = [cell.value for row in heads.values() for cell in (row[1], row[3]) if cell.type == "uri"]
    things = entities(city, ends)
    words = vocabulary(city, [row[2].value for row in heads.values()])
    claims = []
    for claim, (_, subject, predicate, what, status, basis, positions) in heads.items():
        claims.append(
            Claim(
                claim,
                _entity(things, subject),
                Relation(predicate.value, words.label(predicate.value)),
                _entity(things, what) if what.type != "literal" else _value(what),
                local(status.value),
                local(basis.value),
                evidence.get(claim, ()),
                qualifiers.get(claim, ()),
                positions.value or None,
                reasons.get(claim),
                premises.get(claim, ()),
            )
        )
    warn_of_ill_typed(city, claims)
    return sorted(claims, key=_source_order)


def _source_order(claim: Claim) -> tuple[object, ...]:
    first = claim.evidence[0] if claim.evidence else None
    if first is None:
        return 2, 0, 0, 0, claim.iri
    return (0 if first.paragraph is not None else 1), first.paragraph or 0, first.start or 0, first.end or 0, claim.iri


def _entity(things: dict[str, Entity], term: Term) -> Entity:
    return things.get(term.value) or Entity(term.value, local(term.value), "", "")


def _value(term: Term) -> Value:
    return Value(term.value, term.datatype or "", term.language)


def _details(
    city: CityGraph, only: list[str] | None
) -> tuple[dict[str, tuple[Qualifier, ...]], dict[str, str], dict[str, tuple[Entity, ...]]]:
    """What qualifies these claims, the reasons of the inferred ones, and the sources that those rest on."""
    found = city.select("claim-details", claim=only)
    words = vocabulary(city, [cell.value for row in found for cell in row[1:] if cell.type == "uri"])
    qualifiers: dict[str, list[Qualifier]] = {}
    reasons: dict[str, tuple[bool, str]] = {}
    premises: dict[str, list[str]] = {}
    for claim, which, value in found:
        name = local(which.value)
        if name == "source":
            premises.setdefault(claim.value, []).append(value.value)
        elif name == "because":
            better = (value.language != city.language, value.value)
            reasons[claim.value] = min(better, reasons.get(claim.value, better))
        else:
            shown = words.label(value.value) if value.type == "uri" else value.value
            one = Qualifier(name, words.label(which.value), value.value, shown)
            qualifiers.setdefault(claim.value, []).append(one)
    labels = _source_labels(city, {source for several in premises.values() for source in several})
    called = {source: Entity(source, label, "Source", "") for source, (label, _) in labels.items()}
    return (
        {claim: tuple(sorted(several, key=lambda q: (q.name, q.value))) for claim, several in qualifiers.items()},
        {claim: reason for claim, (_, reason) in reasons.items()},
        {claim: tuple(called[source] for source in sorted(several)) for claim, several in premises.items()},
    )


def _evidence(city: CityGraph, only: list[str] | None) -> dict[str, tuple[Passage, ...]]:
    if only == []:
        return {}
    found = city.select("evidence", claim=only)
    sources = _source_labels(city, {row[2].value for row in found})
    evidence: dict[str, list[tuple[tuple[object, ...], Passage]]] = {}
    for claim, node, source, page, paragraph, start, end, phrase, date, quality in found:
        link = f"{page.value}#:~:text={url_fragment(phrase.value)}" if page.value else None
        label, title = sources[source.value]
        block, begin, after = (int(number.value) if number.value else None for number in (paragraph, start, end))
        passage = Passage(
            source.value,
            label,
            title,
            block,
            begin,
            after,
            phrase.value,
            link,
            date.value or None,
            quality.value or None,
        )
        # A nameless passage is called differently at each opening.
        place = (source.value, block or 0, begin or 0, node.value if node.type == "uri" else phrase.value)
        evidence.setdefault(claim.value, []).append((place, passage))
    return {
        claim: tuple(passage for _, passage in sorted(passages, key=lambda placed: placed[0]))
        for claim, passages in evidence.items()
    }


def _source_labels(city: CityGraph, sources: set[str]) -> dict[str, tuple[str, str]]:
    """What an answer calls a source, by IRI: its short name in the handle's language, and its label."""
    known = entities(city, sources)
    spellings = names_of(city, sources)
    labels = {}
    for source, spelled in ((source, spellings.get(source, ())) for source in sources):
        title = known[source].label if source in known else local(source)
        short = [name for name, tag, role in spelled if role == "altLabel" and tag == city.language]
        labels[source] = short[0] if short else title, title
    return labels
