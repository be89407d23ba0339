"""Read triples without a claim as claims: all of a graph without claims, and those beside the claims of any other.

A triple whose claim a source states is that claim. Any other triple between two named things is an edge, and one with a
value is a fact; neither has a status, a basis or evidence. So nothing disappears when files with and without claims
are read together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..escape import sparql_iri, sparql_string
from ..model.claim import Claim, Entity, Relation, Value
from ..names.entities import entities, entity_of, with_names
from ..names.labels import vocabulary
from ..namespaces import CG, NAMES, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Set

    from ..model.query import Term
    from ..store.city import CityGraph

Said = tuple[str, str, str]  # subject, relation and object of a claim: two IRIs, and an IRI or a text
# What claims and names are made of.
_RECORDS = {PREFIXES["rdf"] + name for name in ("type", "subject", "predicate", "object")}
_RECORDS |= {PREFIXES["rdfs"] + name for name in ("subClassOf", "subPropertyOf", "isDefinedBy", "domain", "range")}
_RECORDS |= {PREFIXES["oa"] + name for name in ("hasSource", "start", "end")}
_RECORDS |= {PREFIXES["skos"] + "hiddenLabel", *NAMES}
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


def said_by(claims: Iterable[Claim]) -> set[Said]:
    """List the triples that claims of sources say. An inferred claim says none: no source states it.

    Args:
        claims: The claims.

    Returns:
        The triples.
    """
    return {
        (
            claim.subject.iri,
            claim.relation.iri,
            claim.object.iri if isinstance(claim.object, Entity) else claim.object.value,
        )
        for claim in claims
        if claim.basis != "inferred"
    }


def is_statement(city: CityGraph) -> Callable[[str], bool]:
    """Return a test for predicates: whether, beside claims, a triple with it says something of a thing.

    Args:
        city: An open graph.

    Returns:
        A function of an IRI. It is false for names, for what claims are made of, and for terms of our ontology that are
        neither relations nor measures.
    """

    def declared() -> set[str]:
        found: set[str] = city.once("declared", lambda: {row[0].value for row in city.select("declared")})
        return found

    return lambda iri: iri not in _RECORDS and (not iri.startswith(CG) or iri in declared())


def edges_beside(city: CityGraph, said: Set[Said], around: Iterable[str] | None = None) -> list[Said]:
    """List the edges that no claim says, in a graph with claims.

    Args:
        city: An open graph with claims.
        said: What its claims say.
        around: The things whose edges to list, by IRI. None lists all, and the graph is not an endpoint.

    Returns:
        Subject, relation and object of each, in the engine's order.
    """
    states = is_statement(city)
    if around is None:
        predicates = [each for each in city.predicates() if states(each)]
        found = city.select_iris("plain-of", predicate=map(sparql_iri, predicates))
    else:
        ends = list(map(sparql_iri, around))
        rows = city.select_iris("plain-around", subject=ends, object=ends)
        found = [(subject, predicate, what) for subject, what, predicate in rows if states(predicate)]
    left = [(row[0], row[1], row[2]) for row in dict.fromkeys(found) if row not in said]
    things = _things(city, {end for row in left for end in (row[0], row[2])})
    return [row for row in left if row[0] in things and row[2] in things]


def _things(city: CityGraph, iris: set[str]) -> set[str]:
    """Keep the things with a name that are no sources, claims or passages."""
    named = with_names(city, iris)
    return named - {row[0].value for row in city.select("records", thing=map(sparql_iri, sorted(named)))}


def claims_of_triples(city: CityGraph, iris: Iterable[str] | None, said: Set[Said] | None = None) -> list[Claim]:
    """Read triples as claims.

    A triple counts if its subject has a name, and if its object is a thing with a name, or a literal that is not a
    name itself.

    Args:
        city: An open graph.
        iris: The things whose triples to read, as subject or object. None reads all.
        said: What the claims of the graph say; these triples are left out, and what makes up claims. None if the graph
            has no claims.

    Returns:
        The claims without status, basis and evidence, sorted by relation, subject and object.
    """
    if iris is None and said is not None:
        states = is_statement(city)
        predicates = [each for each in city.predicates() if states(each)]
        rows = city.select("plain-of", predicate=map(sparql_iri, predicates))
    elif iris is None:
        rows = city.select("plain-all")
    else:
        wanted = list(map(sparql_iri, iris))
        if not wanted:
            return []
        rows = city.select("plain-claims", MOST, subject=wanted, object=wanted)
        if city.remote and len(rows) >= MOST:
            city.note(f"At most {MOST:,} triples at a time are read from an endpoint, so the answer may be incomplete.")
    rows = [row for row in dict.fromkeys(rows) if row[1].value not in NAMES]
    if said is not None:
        states = is_statement(city)
        rows = [r for r in rows if (r[0].value, r[1].value, r[2].value) not in said and states(r[1].value)]
    ends = {term.value for row in rows for term in (row[0], row[2]) if term.type == "uri"}
    named = with_names(city, ends) if said is None else _things(city, ends)
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
