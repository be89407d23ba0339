"""Read each triple as a claim, in a graph that has no claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..escape import sparql_iri, sparql_string
from ..model.claim import Claim, Entity, Relation, Value
from ..names.entities import entities, entity_of, with_names
from ..names.labels import vocabulary
from ..namespaces import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.query import Term
    from ..store.city import CityGraph

MOST = 2_000  # the most triples that an endpoint returns for each batch


def has_claims(city: CityGraph) -> bool:
    """Return whether a graph has claims. If it has none, its triples count as claims.

    Args:
        city: An open graph.

    Returns:
        True if it has at least one claim.

    Examples:
        >>> import cityGraph as cg
        >>> has_claims(cg.open())
        True
    """
    claiming: bool = city.once("has claims", lambda: bool(city.select("has-claims")))
    return claiming


def claims_of_triples(city: CityGraph, iris: Iterable[str] | None) -> list[Claim]:
    """Read the triples of a graph without claims as claims.

    A triple counts if its subject has a name, and if its object is a thing with a name, or a literal that is not a
    name itself.

    Args:
        city: An open graph without claims.
        iris: The things whose triples to read, as subject or object. None reads all.

    Returns:
        The claims without status, basis and evidence, sorted by relation, subject and object.
    """
    if iris is None:
        rows = city.select("plain-all")
    else:
        wanted = list(map(sparql_iri, iris))
        if not wanted:
            return []
        rows = city.select("plain-claims", MOST, subject=wanted, object=wanted)
        if city.remote and len(rows) >= MOST:
            city.note(f"At most {MOST:,} triples at a time are read from an endpoint, so the answer may be incomplete.")
    rows = [row for row in dict.fromkeys(rows) if row[1].value not in NAMES]
    named = with_names(city, {term.value for row in rows for term in (row[0], row[2]) if term.type == "uri"})
    rows = [row for row in rows if row[0].value in named and (row[2].type != "uri" or row[2].value in named)]
    things = entities(city, {term.value for row in rows for term in (row[0], row[2]) if term.type == "uri"})
    words = vocabulary(city, [row[1].value for row in rows])
    claims = [
        Claim(
            " ".join((sparql_iri(subject.value), sparql_iri(predicate.value), _in_sparql(what))),
            entity_of(things, subject.value),
            Relation(predicate.value, words.label(predicate.value)),
            entity_of(things, what.value)
            if what.type == "uri"
            else Value(what.value, what.datatype or "", what.language),
            "",
            "",
        )
        for subject, predicate, what in rows
    ]
    note_ill_typed(city, claims)
    return sorted(claims, key=lambda c: (c.relation.iri, c.subject.label, _text(c.object), c.iri))


def note_ill_typed(city: CityGraph, claims: Iterable[Claim]) -> None:
    """Add a note to the handle if a value does not fit its datatype. The value stays in the answers.

    Args:
        city: An open graph.
        claims: The claims whose values to check. The note names one value, and comes once for each handle.
    """
    values = [claim.object for claim in claims if isinstance(claim.object, Value) and not claim.object.well_formed]
    first = min(values, key=lambda value: value.value, default=None)
    if first:
        kind = first.datatype.rpartition("#")[2]
        city.once(
            "ill-typed",
            lambda: city.note(f"{short(first.value)!r} is not a valid {kind}. Such values are shown as they are."),
        )


def _in_sparql(term: Term) -> str:
    if term.type == "uri":
        return sparql_iri(term.value)
    return sparql_string(term.value) + (f"@{term.language}" if term.language else "")


def _text(what: Entity | Value) -> str:
    return what.label if isinstance(what, Entity) else what.value
