"""Graphs without claims: each triple read as a claim."""

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

    from ..store.city import CityGraph

MOST = 2_000  # triples that an endpoint is asked for at once


def has_claims(city: CityGraph) -> bool:
    """Whether the graph makes claims; if not, its plain triples are its ties.

    >>> import cityGraph as cg
    >>> has_claims(cg.open())
    True
    """
    found: bool = city.once("claiming", lambda: bool(city.select("has-claims")))
    return found


def triples(city: CityGraph, iris: Iterable[str] | None) -> list[Claim]:
    """What a graph without claims says of these things (None: of all), in the order of relations and names.

    A triple is a claim where its object is a literal, and no name, or a thing that has a name as its subject does.
    """
    if iris is None:
        told = city.select("plain-all")
    else:
        wanted = list(map(sparql_iri, iris))
        if not wanted:
            return []
        told = city.select("plain-claims", MOST, subject=wanted, object=wanted)
        if city.remote and len(told) >= MOST:
            city.note(f"the endpoint was asked for {MOST:,} triples at a time: there may be more than are shown")
    found = [row for row in dict.fromkeys(told) if row[1].value not in NAMES]
    known = with_names(city, {cell.value for row in found for cell in (row[0], row[2]) if cell.type == "uri"})
    found = [row for row in found if row[0].value in known and (row[2].type != "uri" or row[2].value in known)]
    things = entities(city, {cell.value for row in found for cell in (row[0], row[2]) if cell.type == "uri"})
    words = vocabulary(city, [row[1].value for row in found])
    claims = [
        Claim(
            " ".join(
                (
                    sparql_iri(subject.value),
                    sparql_iri(predicate.value),
                    _written(what.type, what.value, what.language),
                )
            ),
            entity_of(things, subject.value),
            Relation(predicate.value, words.label(predicate.value)),
            entity_of(things, what.value)
            if what.type == "uri"
            else Value(what.value, what.datatype or "", what.language),
            "",
            "",
        )
        for subject, predicate, what in found
    ]
    warn_of_ill_typed(city, claims)
    return sorted(claims, key=lambda c: (c.relation.iri, c.subject.label, _name(c.object), c.iri))


def warn_of_ill_typed(city: CityGraph, claims: Iterable[Claim]) -> None:
    """Note a value that is not of its datatype, one for all: it is kept, and the reader told once."""
    values = [claim.object for claim in claims if isinstance(claim.object, Value) and not claim.object.well_formed]
    odd = min(values, key=lambda value: value.value, default=None)
    if odd:
        kind = odd.datatype.rpartition("#")[2]
        city.once("odd", lambda: city.note(f"{short(odd.value)!r} is no {kind}: such values are kept as they stand"))


def _written(kind: str, value: str, language: str | None) -> str:
    return sparql_iri(value) if kind == "uri" else sparql_string(value) + (f"@{language}" if language else "")


def _name(what: Entity | Value) -> str:
    return what.label if isinstance(what, Entity) else what.value
