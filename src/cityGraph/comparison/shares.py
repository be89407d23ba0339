"""Which claims of a graph are about which of its cities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..graph.reader import read
from ..graph.the_city import the_city
from ..model.claim import Entity
from ..names.labels import ontology_of
from ..namespaces import CG
from ..proof.families import families

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..model.claim import Claim
    from ..store.city import CityGraph

_CITY = "City"
_STEPS = 2  # how far an endpoint, which is never read whole, is followed
_MOST = 2_000  # things of an endpoint that are asked for


def below(city: CityGraph, relation: str) -> frozenset[str]:
    """Return a general relation with those that say the same of fewer kinds.

    Args:
        city: An open graph.
        relation: The local name of the relation.

    Returns:
        The IRIs of the relations.

    Examples:
        >>> import cityGraph as cg
        >>> sorted(relation.rpartition("#")[2] for relation in below(cg.open(), "heads"))
        ['chainLeaderOf', 'heads', 'spearheads']
    """
    found = ontology_of(city).select("special", relation=[sparql_iri(CG + relation)])
    return frozenset((CG + relation, *(special.value for _, special in found)))


def all_claims(city: CityGraph, about: Entity) -> list[Claim]:
    """Read what a graph says: all of it or, of an endpoint, what stands near a city.

    Args:
        city: An open graph.
        about: The city.

    Returns:
        The claims, inferred ones too, without those that only say under which heading a thing stands.
    """
    if not city.remote:
        found = read(city, None)
    else:
        found, known, ring = [], {about.iri}, [about.iri]
        for _ in range(_STEPS):
            found += [claim for claim in read(city, ring) if claim not in found]
            ring = sorted({end.iri for claim in found for end in claim.ends} - known)[:_MOST]
            known.update(ring)
        city.note(f"An endpoint is never read whole: read {_STEPS} steps around {about.label}.")
    headings = {row[0].value for row in ontology_of(city).select("headings")}
    return [claim for claim in found if claim.relation.iri not in headings]


def cities_of(city: CityGraph) -> list[Entity]:
    """List the cities that a graph is about.

    Args:
        city: An open graph.

    Returns:
        The city that its data set names; else those that are the subject of a claim. A city that is only the end of a
        road is not among them. If there is none, the thing of the kind City that is connected to most others.

    Raises:
        CityGraphError: Nothing in the graph is a city.

    Examples:
        >>> import cityGraph as cg
        >>> [each.label for each in cities_of(cg.open(language="en"))]
        ['Taiyuan']
    """
    main = the_city(city)
    if city.remote or _stated(city):
        return [main]
    return speaking(read(city, None)) or [main]


def _stated(city: CityGraph) -> bool:
    return len({row[0] for row in city.select_iris("city-stated")}) == 1


def speaking(claims: Iterable[Claim]) -> list[Entity]:
    """List the cities that are the subject of a claim.

    Args:
        claims: Claims in any order.

    Returns:
        The cities, in the order of the claims. A city that is only the end of a road is not among them.
    """
    own = {
        claim.subject.iri: claim.subject
        for claim in claims
        if claim.subject.kind == _CITY and claim.basis != "inferred"
    }
    return list(own.values())


def share(city: CityGraph, claims: Sequence[Claim], one: Entity, rival: Entity | None) -> list[Claim]:
    """Return the claims of a graph that are about one of its cities.

    A graph that is about one city is about it as a whole, unless it is compared with another city of the same graph.
    Else a thing belongs to the city in which it lies; if no claim places it, to the city that the fewest claims lead
    to, or to several. A claim is about the cities to which both its ends belong or, if there is none, about those of
    either. What no claim leads to belongs to the city that the data set names.

    Args:
        city: An open graph.
        claims: Its claims.
        one: The city whose claims to return.
        rival: The other city, if it is one of the same graph.

    Returns:
        The claims, in their order.
    """
    main = the_city(city) if not city.remote else one
    if rival is None and (city.remote or (_stated(city) and main == one)):
        return list(claims)
    cities = {each.iri for each in (one, *speaking(claims), *([rival] if rival else []))}
    if cities == {one.iri}:
        return list(claims)
    owners = _owners(city, claims, cities)
    stray = {main.iri}

    def about(claim: Claim) -> set[str]:
        several = [owners.get(end.iri, stray) for end in claim.ends]
        return set.intersection(*several) or set.union(*several)

    return [claim for claim in claims if one.iri in about(claim)]


def _owners(city: CityGraph, claims: Sequence[Claim], cities: Collection[str]) -> dict[str, set[str]]:
    """Return the cities that each thing belongs to, by IRI; without the things that nothing leads to."""
    kinds = families(city)
    places = {kind for kind, family in kinds.items() if family == "place"}
    placing = below(city, "locatedIn") | below(city, "belongsTo")
    near: dict[str, set[str]] = {}
    within: dict[str, set[str]] = {}
    ends_at = {end.iri for claim in claims for end in claim.ends if end.kind in places}
    for claim in claims:
        if claim.basis == "inferred" or not isinstance(claim.object, Entity):
            continue
        near.setdefault(claim.subject.iri, set()).add(claim.object.iri)
        near.setdefault(claim.object.iri, set()).add(claim.subject.iri)
        if claim.relation.iri in placing:
            within.setdefault(claim.subject.iri, set()).add(claim.object.iri)
    owners = {iri: {iri} for iri in cities}
    for thing in within:
        if thing not in cities and (found := _cities_above(thing, within, cities)):
            owners[thing] = found
    ring = set(owners)
    while ring:
        reached: dict[str, set[str]] = {}
        for thing in ring:
            # A province or a country leads to everything in it, and says nothing of one of its cities.
            if thing in ends_at and thing not in cities:
                continue
            for other in near.get(thing, set()) - owners.keys():
                reached.setdefault(other, set()).update(owners[thing])
        owners |= reached
        ring = set(reached)
    return owners


def _cities_above(thing: str, within: dict[str, set[str]], cities: Collection[str]) -> set[str]:
    found: set[str] = set()
    seen, todo = {thing}, [thing]
    while todo:
        for above in within.get(todo.pop(), set()) - seen:
            seen.add(above)
            if above in cities:
                found.add(above)
            else:
                todo.append(above)
    return found
