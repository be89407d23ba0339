"""The verb `compare`: put two cities side by side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import AmbiguousName, CityGraphError, NameNotFound, short
from ..model.claim import STATUSES
from ..model.comparison import Comparison, Side
from ..model.verb import verb
from ..names.resolve import resolve
from ..proof.families import families
from .measured import figures
from .shares import all_claims, cities_of, share
from .sides import Half, leaders, things, zones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.claim import Claim, Entity
    from ..store.city import CityGraph

_CITY = "City"


@verb("render.comparison.comparison_text")
def compare(
    city: CityGraph,
    name: str | None = None,
    other: str | None = None,
    *,
    beside: CityGraph | None = None,
    inferred: bool = False,
) -> Comparison:
    """Put two cities side by side: what both name, what only one names, who leads, which figures they give.

    Things are the same if they have the same IRI, or a name in common: in either script, an alias, or in English. If
    two lists call it the same and are of different kinds (a chain, an industry), a remark says so. What one city does
    not say is unknown, and never a no.

    Args:
        city: An open graph with the first city and, unless `beside` is given, with the second.
        name: The first city. None takes the one that the graph is about.
        other: The second city. None takes the one that `beside` is about.
        beside: An open graph with the second city. None takes `city`.
        inferred: Include inferred claims.

    Returns:
        The two cities, and a row for each thing and each indicator that one or both name.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several cities have this name; carries all of them.
        CityGraphError: A name is that of something else than a city, both are the same city of one graph, nothing is
            said of a city, or a graph is about several cities and none is named.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.compare(cg.open(language="en"), "Taiyuan", "Changchun")
        >>> found.first.claims > 900, found.second.status, {row.named for row in found.part("things")}
        (True, {'planned': 2}, {'first'})
    """
    graph = beside or city
    one, two = _city_named(city, name), _city_named(graph, other)
    shared = graph is city
    if shared and one == two:
        raise CityGraphError(f"{one.label} is compared with itself. Name two cities, or give a second graph.")
    first = Half(city, one, share(city, all_claims(city, one), one, two if shared else None))
    second = Half(graph, two, share(graph, all_claims(graph, two), two, one if shared else None))
    sides = (_side(first), _side(second))
    for side in sides:
        if not side.claims + side.held_back:
            raise CityGraphError(f"Nothing is said of {side.city.label} in this graph, so there is nothing to compare.")
    first, second = (half.stated() if not inferred else half for half in (first, second))
    rows, alike = things(first, second)
    measured, single = figures(first, second, rows)
    return Comparison(
        *sides,
        (*rows, *leaders(first, second, rows), *zones(first, second, rows), *measured),
        tuple(alike),
        single,
    )


def _city_named(city: CityGraph, name: str | None) -> Entity:
    """Return the city of this name, or the one that the graph is about."""
    if name is None:
        found, *others = cities_of(city)
        if others:
            listed = ", ".join(f"{each.label} ({city.shorten(each.iri).strip('<>')})" for each in (found, *others))
            raise CityGraphError(f"This graph is about {len(others) + 1} cities: {listed}. Say which one is meant.")
        return found
    try:
        return resolve(city, name, kind=_CITY)
    except AmbiguousName:
        raise
    except CityGraphError as error:
        try:
            found = resolve(city, name)
        except NameNotFound as unknown:
            raise (error if isinstance(error, NameNotFound) else unknown) from None
        # A graph may be about a county or a region.
        if families(city).get(found.kind) == "place":
            return found
        kind = found.kind_label or found.kind or "?"
        raise CityGraphError(f"{short(name)!r} is no city: {found.label} has the kind {kind}. Name a city.") from None


def _side(half: Half) -> Side:
    """Count what is said of a city."""
    stated = half.stated().claims
    status = Counter(claim.status for claim in stated)
    ends = {end.iri: end for claim in stated for end in claim.ends}
    kinds = Counter(end.kind_label or end.kind for end in ends.values() if end.kind)
    dates = sorted({passage.date for claim in stated for passage in claim.evidence if passage.date})
    return Side(
        half.about,
        len(stated),
        {each: status[each] for each in (*STATUSES, *sorted(status.keys() - {*STATUSES, ""})) if status[each]},
        _ranked(stated),
        dict(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        len({source for claim in stated for source in claim.sources}),
        tuple(dict.fromkeys((dates[0], dates[-1]))) if dates else (),
        len(half.claims) - len(stated),
    )


def _ranked(claims: Sequence[Claim]) -> dict[str, int]:
    counts = Counter(claim.proof for claim in claims if claim.basis)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
