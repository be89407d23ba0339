"""The verb `common`: what several things share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.paths import Common, Meeting
from ..names.entities import entities, entity_of
from ..names.resolve import resolve
from .adjacency import Adjacency
from .hops import paths_of
from .k_shortest import Costs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.city import CityGraph


def common(city: CityGraph, *names: str, inferred: bool = False, top: int = 10) -> Common:
    """What things have in common: what is tied to each of them, or, where nothing is, where their ways meet first.

    Only the nearest meetings are given (by the sum of the distances), those with fewer ties before hubs; `distances`
    are in the order of the names. On a graph of more than 50 000 triples nothing farther than two hops is seen. Raises
    `CityGraphError` for fewer than two different things.

    >>> import cityGraph as cg
    >>> [meeting.entity.label for meeting in cg.common(cg.open(), "忻州", "陽泉")][:1]
    ['山西中部城市群']
    """
    found = list(dict.fromkeys(resolve(city, name) for name in names))
    if len(found) < 2:
        raise CityGraphError("two different things at least have something in common; give their names")
    nothing: frozenset[str] = frozenset()
    ties = Adjacency(
        city,
        (found[0].iri, found[1].iri),
        relations=nothing,
        avoid=nothing,
        inferred=inferred,
        directed=False,
    )
    starts = {thing.iri for thing in found}
    reached = [dict(_near(ties, thing.iri)) for thing in found]
    shared = set.intersection(*map(set, reached)) - starts
    ranked = sorted(shared, key=lambda t: (sum(r[t] for r in reached), len(ties.around(t)), t))
    direct = [thing for thing in ranked if all(r[thing] == 1 for r in reached)]
    # Where nothing is shared: the meeting points that are nearest, not the dead ends behind them.
    least = sum(r[ranked[0]] for r in reached) if ranked else 0
    chosen = (direct or [thing for thing in ranked if sum(r[thing] for r in reached) == least])[:top]
    known = entities(city, chosen)
    meetings = []
    for thing in chosen:
        ends = [[who.iri, thing] for who in found] if direct else []
        whole = list(paths_of(city, Costs(ties, plain=True), ends))
        meetings.append(
            Meeting(
                entity_of(known, thing),
                tuple(r[thing] for r in reached),
                tuple(path.hops[0] for path in whole),
                len(ties.around(thing)),
            )
        )
    return Common(tuple(found), tuple(meetings), len(direct))


def _near(ties: Adjacency, start: str) -> Iterator[tuple[str, int]]:
    """The things around, with their distances: all of a small graph, of a large one two steps."""
    seen, front = {start: 0}, [start]
    step = 0
    while front and (ties.whole or step < 2):
        step += 1
        ties.fetch(front)
        following = [other for thing in front for other in ties.around(thing)]
        front = []
        for other in following:
            if other not in seen:
                seen[other] = step
                front.append(other)
    yield from seen.items()
