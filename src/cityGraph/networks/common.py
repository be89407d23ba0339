"""The verb `common`: find what several things share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.paths import Common, Meeting
from ..model.verb import verb
from ..names.entities import entities, entity_of
from ..names.resolve import resolve
from .adjacency import Adjacency
from .hops import paths_of
from .k_shortest import Costs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.city import CityGraph


@verb("render.paths.common_text")
def common(city: CityGraph, *names: str, inferred: bool = False, top: int = 10) -> Common:
    """Find what things have in common.

    The answer lists the things that are connected to each of them. If there are none, it lists the things where paths
    from all of them meet after the smallest number of hops. In a graph of more than 50 000 triples, or at an endpoint,
    only things within two hops are found.

    Args:
        city: An open graph.
        *names: At least two different things, by any of their names.
        inferred: Use inferred claims, too.
        top: The largest number of things to list.

    Returns:
        The things where paths meet, with distances in the order of `names`. At the same distance, things with fewer
        connections come first.

    Raises:
        NameNotFound: Nothing has one of the names.
        AmbiguousName: Several things have one of the names.
        CityGraphError: There are fewer than two different things.

    Examples:
        >>> import cityGraph as cg
        >>> [meeting.entity.label for meeting in cg.common(cg.open(), "忻州", "陽泉")][:1]
        ['山西中部城市群']
    """
    asked = list(dict.fromkeys(resolve(city, name) for name in names))
    if len(asked) < 2:
        given = f"all of these are {asked[0].label}" if len(names) > 1 else f"got {len(names)}"
        raise CityGraphError(f"Give the names of at least two different entities; {given}.")
    nothing: frozenset[str] = frozenset()
    adjacency = Adjacency(
        city,
        (asked[0].iri, asked[1].iri),
        relations=nothing,
        avoid=nothing,
        inferred=inferred,
        directed=False,
    )
    starts = {thing.iri for thing in asked}
    reached = [dict(_near(adjacency, thing.iri)) for thing in asked]
    shared = set.intersection(*map(set, reached)) - starts
    ranked = sorted(shared, key=lambda t: (sum(r[t] for r in reached), len(adjacency.around(t)), t))
    direct = [thing for thing in ranked if all(r[thing] == 1 for r in reached)]
    # If nothing is shared: only the nearest meeting points, not what lies behind them.
    least = sum(r[ranked[0]] for r in reached) if ranked else 0
    chosen = (direct or [thing for thing in ranked if sum(r[thing] for r in reached) == least])[:top]
    known = entities(city, chosen)
    meetings = []
    for thing in chosen:
        ends = [[other.iri, thing] for other in asked] if direct else []
        whole = list(paths_of(city, Costs(adjacency, plain=True), ends))
        meetings.append(
            Meeting(
                entity_of(known, thing),
                tuple(r[thing] for r in reached),
                tuple(path.hops[0] for path in whole),
                len(adjacency.around(thing)),
            )
        )
    return Common(tuple(asked), tuple(meetings), len(direct))


def _near(adjacency: Adjacency, start: str) -> Iterator[tuple[str, int]]:
    """Yield the things around one and their distances: everything in a small graph, two hops in a large one."""
    seen, front = {start: 0}, [start]
    step = 0
    while front and (adjacency.whole or step < 2):
        step += 1
        adjacency.fetch(front)
        following = [other for thing in front for other in adjacency.around(thing)]
        front = []
        for other in following:
            if other not in seen:
                seen[other] = step
                front.append(other)
    yield from seen.items()
