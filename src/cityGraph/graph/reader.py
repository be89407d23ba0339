"""Read claims with their evidence, qualifiers and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import language_tag, sparql_iri, url_fragment
from ..model.claim import Claim, Entity, Passage, Qualifier, Relation, Value
from ..model.positions import number
from ..names.entities import entities, entity_of, names_of
from ..names.labels import is_translation, vocabulary
from ..namespaces import local
from .plain_triples import claims_of_triples, has_claims, note_ill_typed, said_by

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from ..model.query import Term
    from ..store.city import CityGraph


def read(city: CityGraph, iris: Iterable[str] | None) -> list[Claim]:
    """Read the claims about some things, with those that are inferred.

    A triple that no claim says is read as one too: see `plain_triples`.

    Args:
        city: An open graph.
        iris: The things that are subject or object of the claims. None reads all claims.

    Returns:
        The claims in the order of the source, then the triples without a claim.

    Raises:
        CityGraphError: All claims are wanted, and the graph is an endpoint, which is never read whole.
    """
    if iris is None:
        city.read_here()
    if not has_claims(city):
        return claims_of_triples(city, iris)
    if iris is None:
        claims = _read(city, "claims", whole=True, claim=None)
    else:
        iris = list(iris)
        claims = _read(city, "claims-on", entity=[sparql_iri(who) for who in iris]) if iris else []
    return claims + claims_of_triples(city, iris, said_by(claims))


def read_claims(city: CityGraph, iris: Iterable[str]) -> list[Claim]:
    """Read the claims with some IRIs.

    Args:
        city: An open graph.
        iris: The IRIs of the claims.

    Returns:
        The claims in the order of the source; those that do not exist are left out.
    """
    wanted = sorted(map(sparql_iri, iris))
    return _read(city, "claims", claim=wanted) if wanted else []


def _read(city: CityGraph, query: str, *, whole: bool = False, **values: list[str] | None) -> list[Claim]:
    """Read the claims that a stored query selects; `whole` is true if those are all claims."""
    heads = {row[0].value: row for row in city.select(query, **values)}
    only = None if whole else [sparql_iri(claim) for claim in heads]
    qualifiers, reasons, premises = _details(city, only)
    evidence, texts = _evidence(city, only)
    ends = [cell.value for row in heads.values() for cell in (row[1], row[3]) if cell.type == "uri"]
    things = entities(city, ends)
    words = vocabulary(city, [row[2].value for row in heads.values()])
    claims = []
    for claim, (_, subject, predicate, what, status, basis, positions, proof) in heads.items():
        claims.append(
            Claim(
                claim,
                entity_of(things, subject.value),
                Relation(predicate.value, words.label(predicate.value)),
                entity_of(things, what.value) if what.type != "literal" else _value(what),
                local(status.value),
                local(basis.value),
                evidence.get(claim, ()),
                qualifiers.get(claim, ()),
                positions.value or None,
                reasons.get(claim),
                premises.get(claim, ()),
                proof_of(
                    local(basis.value), placed(positions.value, evidence.get(claim, ()), texts), local(proof.value)
                ),
            )
        )
    note_ill_typed(city, claims)
    return sorted(claims, key=_source_order)


def proof_of(basis: str, placed: bool, recorded: str) -> str:
    """Return how well a claim is proved, as far as its graph says.

    Args:
        basis: Its basis.
        placed: Whether it has positions in a recorded text: see `placed`.
        recorded: What `cg:proof` says; empty if it has none.

    Returns:
        One of `cityGraph.model.claim.PROOFS`. Of a claim with neither such positions nor `cg:proof` nobody has said
        that its quotes prove it: "citation".

    Examples:
        >>> proof_of("stated", False, "quotes"), proof_of("stated", False, ""), proof_of("inferred", False, "")
        ('quotes', 'citation', 'none')
    """
    if basis == "inferred":
        return "none"
    return "text" if placed else recorded or "citation"


def placed(positions: str | None, evidence: tuple[Passage, ...], texts: Container[str]) -> bool:
    """Return whether a claim has its places in a text that everybody can recognise.

    Positions are counted in one text. Where its SHA-256 is not recorded, nobody can tell which text that is, so they
    prove nothing.

    Args:
        positions: The positions of the claim; None or empty if it has none.
        evidence: Its passages. The text is that of the source of the first.
        texts: The sources of which the graph records the SHA-256 of the text.

    Returns:
        True if it has positions, and the text in which they are counted is recorded.

    Examples:
        >>> paper = Passage("urn:paper", "", "", 1, 0, 2, "", None)
        >>> placed("subject 1:0-2", (paper,), {"urn:paper"}), placed("subject 1:0-2", (paper,), ())
        (True, False)
    """
    return bool(positions and evidence) and evidence[0].source in texts


def _source_order(claim: Claim) -> tuple[object, ...]:
    first = claim.evidence[0] if claim.evidence else None
    if first is None:
        return 2, 0, 0, 0, claim.iri
    return (0 if first.paragraph is not None else 1), first.paragraph or 0, first.start or 0, first.end or 0, claim.iri


def _value(term: Term) -> Value:
    return Value(term.value, term.datatype or "", term.language)


def _details(
    city: CityGraph, only: list[str] | None
) -> tuple[dict[str, tuple[Qualifier, ...]], dict[str, str], dict[str, tuple[Entity, ...]]]:
    """Read by claim its qualifiers and, if it is inferred, its reason and the sources that it rests on."""
    rows = city.select("claim-details", claim=only)
    words = vocabulary(city, [term.value for row in rows for term in row[1:] if term.type == "uri"])
    glosses = {(row[0].value, row[1].value): row[2].value for row in rows if _translates(row[2], city.language)}
    qualifiers: dict[str, list[Qualifier]] = {}
    reasons: dict[str, tuple[bool, str]] = {}
    premises: dict[str, list[str]] = {}
    for claim, role, value in rows:
        name = local(role.value)
        if name == "source":
            premises.setdefault(claim.value, []).append(value.value)
        elif name == "because":
            reason = (value.language != city.language, value.value)
            reasons[claim.value] = min(reason, reasons.get(claim.value, reason))
        elif not is_translation(value):
            text = words.label(value.value) if value.type == "uri" else value.value
            gloss = glosses.get((claim.value, role.value), "") if value.language else ""
            tag = language_tag(value.language) if value.language else None
            qualifier = Qualifier(name, words.label(role.value), value.value, text, tag, gloss)
            qualifiers.setdefault(claim.value, []).append(qualifier)
    labels = _source_labels(city, {source for several in premises.values() for source in several})
    known = {source: Entity(source, label, "Source", "") for source, (label, _) in labels.items()}
    return (
        {claim: tuple(sorted(several, key=lambda q: (q.name, q.value))) for claim, several in qualifiers.items()},
        {claim: reason for claim, (_, reason) in reasons.items()},
        {claim: tuple(known[source] for source in sorted(several)) for claim, several in premises.items()},
    )


def _translates(value: Term, language: str) -> bool:
    return is_translation(value) and str(value.language).lower().startswith(language.lower())


def _evidence(city: CityGraph, only: list[str] | None) -> tuple[dict[str, tuple[Passage, ...]], set[str]]:
    """Read by claim its passages, in the order of the source, and the sources with a recorded SHA-256."""
    if only == []:
        return {}, set()
    rows = city.select("evidence", claim=only)
    sources = _source_labels(city, {row[2].value for row in rows})
    evidence: dict[str, list[tuple[tuple[object, ...], Passage]]] = {}
    for claim, node, source, page, paragraph, start, end, phrase, date, quality, _ in rows:
        fragment = f"#:~:text={url_fragment(phrase.value)}" if page.value and phrase.value else ""
        link = f"{page.value}{fragment}" if page.value else None
        label, title = sources[source.value]
        block, begin, after = (number(term.value) for term in (paragraph, start, end))
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
        # A passage without an IRI has another label each time the graph is opened, so its phrase sorts it.
        place = (source.value, block or 0, begin or 0, node.value if node.type == "uri" else phrase.value)
        evidence.setdefault(claim.value, []).append((place, passage))
    in_order = {
        claim: tuple(passage for _, passage in sorted(passages, key=lambda pair: pair[0]))
        for claim, passages in evidence.items()
    }
    return in_order, {row[2].value for row in rows if row[-1].value == "true"}


def _source_labels(city: CityGraph, sources: set[str]) -> dict[str, tuple[str, str]]:
    """Return by source its short name in the handle's language, and its label."""
    known = entities(city, sources)
    names = names_of(city, sources)
    labels = {}
    for source in sources:
        title = known[source].label if source in known else local(source)
        short = [name for name, tag, role in names.get(source, ()) if role == "altLabel" and tag == city.language]
        labels[source] = min(short, key=lambda name: (len(name), name), default=title), title
    return labels
