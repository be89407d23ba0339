"""The verb `paths`: the best routes between two things.

A path is loopless, ties are read both ways, and parallel ties between two things are alternatives within one hop. The
k best are found by Yen's algorithm (J. Y. Yen, Management Science 17, 1971, https://doi.org/10.1287/mnsc.17.11.712).

What is best: a city graph is a star around its city, and a path through a hub says little. As in the degree-weighted
path count of D. Himmelstein and S. Baranzini (PLoS Computational Biology 11, 2015,
https://doi.org/10.1371/journal.pcbi.1004259), which multiplies a path by each degree to the power −w, the length of a
path is

    hops + w · Σ ln(degree of each thing in between) + 1 for each hop that is only inferred,     w = 0.5
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count, pairwise, permutations
from math import log
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.edge_arrays import edges, relation_iris
from ..graph.reader import read_claims
from ..model.claim import Claim, Entity, Relation
from ..model.network import Common, Hop, Meeting, Path, Paths
from ..names.find import entities, entity_of, of_kind, resolve
from ..names.labels import local, vocabulary
from .adjacency import Tie, Ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..store.open import CityGraph

HUB = 0.5
INFERRED = 1.0


def paths(
    city: CityGraph,
    start: str,
    end: str,
    *,
    top: int = 3,
    max_hops: int = 6,
    via: Iterable[str] = (),
    avoid: Iterable[str] = (),
    avoid_kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    inferred: bool = False,
    directed: bool = False,
    plain: bool = False,
) -> Paths:
    """The `top` best loopless paths of at most `max_hops` hops, best first; each hop keeps its claims.

    `via` are things that a path must pass, `avoid` things and `avoid_kinds` kinds that it must not; `relations` the
    only relations (label or local name); `directed` follows ties from subject to object alone; `plain` counts hops and
    nothing else. On a graph of more than 50 000 triples they are the best of those that are at most one hop longer than
    the shortest.

    Raises `NameNotFound`, `AmbiguousName`, and `CityGraphError` where start and end are one thing, where one of them is
    to be passed or avoided, where more than three things are to be passed, or where a relation or a kind is not in the
    graph.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> [[thing.label for thing in path.things] for path in cg.paths(city, "中國寶武", "不鏽鋼", top=1)]
    [['中國寶武', '太鋼', '不鏽鋼']]
    """
    one, other = resolve(city, start), resolve(city, end)
    if one == other:
        raise CityGraphError(f"{start!r} and {end!r} are one thing: {one.label}; a path needs two")
    through = [resolve(city, name).iri for name in via]
    shunned = frozenset(resolve(city, name).iri for name in avoid)
    if {one.iri, other.iri} & {*through, *shunned}:
        raise CityGraphError("an end of the path cannot be passed or avoided: name things in between")
    if len(set(through)) > 3:
        raise CityGraphError(f"at most three things can be passed; {len(set(through))} are given")
    ties = Ties(
        city,
        (one.iri, other.iri),
        relations=relation_iris(city, relations, inferred=inferred),
        avoid=shunned | _of_kinds(city, avoid_kinds).difference(through),
        inferred=inferred,
        directed=directed,
    )
    field = _Field(ties, one.iri, other.iri, max_hops, plain=plain)
    found = (
        _through(ties, [one.iri, *dict.fromkeys(through), other.iri], max_hops, top, field.costs)
        if through
        else field.best(top)
    )
    chosen = tuple(_paths(city, field.costs, list(found)))
    if chosen or not ties.whole:
        return Paths(one, other, chosen, max_hops)
    near, far = field.reach(one.iri), field.reach(other.iri, back=True)
    if other.iri in near:
        return Paths(one, other, (), max_hops)
    return Paths(one, other, (), max_hops, len(near) - 1, len(far) - 1)


def _of_kinds(city: CityGraph, kinds: Iterable[str]) -> frozenset[str]:
    """The things in the network that are of these kinds."""
    asked = list(kinds)
    known = entities(city, edges(city, inferred=True).nodes).values() if asked else ()
    return frozenset(thing.iri for kind in asked for thing in of_kind(known, kind))


def _through(ties: Ties, stops: list[str], max_hops: int, top: int, costs: _Costs) -> list[list[str]]:
    """The best paths that pass all the stops, in any order of those in between: the best of each leg, put together."""
    found: dict[tuple[str, ...], float] = {}
    for middle in permutations(stops[1:-1]):
        order = [stops[0], *middle, stops[-1]]
        ways: list[tuple[str, ...]] = [(order[0],)]
        for leg in pairwise(order):
            legs = list(_Field(ties, *leg, max_hops, plain=costs.plain).best(3 * top))
            ways = [(*way, *path[1:]) for way in ways for path in legs if not set(way) & set(path[1:])]
            ways = sorted(ways, key=lambda way: (costs.length(list(way)), way))[: 9 * top]
        found.update((way, costs.length(list(way))) for way in ways if len(way) <= max_hops + 1)
    return [list(way) for way in sorted(found, key=lambda way: (found[way], way))[:top]]


class _Costs:
    """What hops and things in between cost."""

    def __init__(self, ties: Ties, *, plain: bool) -> None:
        self.ties, self.plain = ties, plain
        self.hops: dict[tuple[str, str], float] = {}
        self.tolls: dict[str, float] = {}

    def hop(self, one: str, other: str) -> float | None:
        """What the hop costs, or None where no tie is to be followed that way."""
        if (one, other) not in self.hops:
            ties = self.ties.hop(one, other)
            only_inferred = bool(ties) and ties[0][4] == "inferred" and not self.plain
            self.hops[one, other] = (1 + INFERRED * only_inferred) if ties else -1.0
        cost = self.hops[one, other]
        return None if cost < 0 else cost

    def toll(self, thing: str) -> float:
        """What passing through a thing costs: hubs say little."""
        if thing not in self.tolls:
            self.tolls[thing] = 0.0 if self.plain else HUB * log(len(self.ties.around(thing)) or 1)
        return self.tolls[thing]

    def length(self, path: list[str]) -> float:
        """The length of a whole path."""
        return sum(self.hop(*pair) or 0.0 for pair in pairwise(path)) + sum(map(self.toll, path[1:-1]))


class _Field:
    """The part of the network that paths between two things can lie in, and the search in it."""

    def __init__(self, ties: Ties, start: str, end: str, max_hops: int, *, plain: bool) -> None:
        self.ties, self.start, self.end = ties, start, end
        self.costs = _Costs(ties, plain=plain)
        self.max_hops = max_hops
        near, far = self._spread(start, end, max_hops)
        # What was not reached from one end lies farther from it than all that was.
        beyond = [max(seen.values()) + 1 for seen in (near, far)]
        every = near.keys() & far.keys() if ties.whole else near.keys() | far.keys()
        self.nodes = {n for n in every if near.get(n, beyond[0]) + far.get(n, beyond[1]) <= self.max_hops}
        self.left = {n: far.get(n, beyond[1]) for n in self.nodes}

    def _spread(self, start: str, end: str, max_hops: int) -> tuple[dict[str, int], dict[str, int]]:
        """How far each thing is from either end, as far as paths go; in a large graph little beyond the shortest."""
        if self.ties.whole:
            return self._distances(start, max_hops), self._distances(end, max_hops)
        near, far = {start: 0}, {end: 0}
        fronts = [[start], [end]]
        steps = 0
        limit = max_hops
        while fronts[0] and fronts[1] and steps < limit:
            side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
            seen = (near, far)[side]
            self.ties.fetch(fronts[side])
            step = max(seen.values()) + 1
            following = []
            for other in (other for thing in fronts[side] for other in self.ties.around(thing)):
                if other not in seen and self.ties.passable(other):
                    seen[other] = step
                    following.append(other)
            fronts[side] = following
            steps += 1
            met = near.keys() & far.keys()
            if met and limit == max_hops:
                # One more step than the shortest path needs: its runners-up are a hop longer.
                limit = min(max_hops, steps + 1)
        self.max_hops = min(max_hops, steps)
        return near, far

    def _distances(self, start: str, most: int) -> dict[str, int]:
        seen, front = {start: 0}, [start]
        for step in range(1, most + 1):
            following = []
            for thing in front:
                for other in self.ties.around(thing):
                    if other not in seen and self.ties.passable(other):
                        seen[other] = step
                        following.append(other)
            front = following
        return seen

    def reach(self, thing: str, *, back: bool = False) -> set[str]:
        """What can be reached from `thing` under the filters, itself among it; `back`, from where it can be reached."""
        seen, front = {thing}, [thing]
        while front:
            steps = [(here, other) for here in front for other in self.ties.around(here) if other not in seen]
            front = []
            for here, other in steps:
                way = (other, here) if back else (here, other)
                if other not in seen and self.ties.passable(other) and self.costs.hop(*way) is not None:
                    seen.add(other)
                    front.append(other)
        return seen

    def _search(self, start: str, closed: set[str], cut: set[tuple[str, str]], most: int) -> list[str] | None:
        """The best path from `start` to the end without the closed things and the cut hops, of at most `most` hops.

        An A* search: no hop costs less than one, so that the hops that are left are a bound.
        """
        heap: list[tuple[float, tuple[str, ...], float]] = [(float(self.left[start]), (start,), 0.0)]
        # A longer path may be the only one within `most` hops: what counts is cost and hops together.
        settled: dict[str, int] = {}
        while heap:
            _, path, done = heappop(heap)
            thing, hops = path[-1], len(path) - 1
            if thing == self.end:
                return list(path)
            if settled.get(thing, most + 1) <= hops or hops == most:
                continue
            settled[thing] = hops
            toll = self.costs.toll(thing) if thing != start else 0.0
            for other in self.ties.around(thing):
                if other not in self.nodes or other in closed or other in path or (thing, other) in cut:
                    continue
                left = self.left[other]
                step = self.costs.hop(thing, other) if hops + 1 + left <= most else None
                if step is not None:
                    heappush(heap, (done + toll + step + left, (*path, other), done + toll + step))
        return None

    def best(self, limit: int) -> Iterator[list[str]]:
        """Yen's algorithm: paths by length, then by their names; at most `limit`."""
        first = self._search(self.start, set(), set(), self.max_hops) if {self.start, self.end} <= self.nodes else None
        order = count()
        waiting: list[tuple[float, tuple[str, ...], int]] = []
        known: list[list[str]] = []
        if first:
            heappush(waiting, (self.costs.length(first), tuple(first), next(order)))
        seen = {tuple(first)} if first else set()
        while waiting and len(known) < limit:
            path = list(heappop(waiting)[1])
            known.append(path)
            yield path
            for at in range(len(path) - 1):
                root = path[: at + 1]
                cut = {(other[at], other[at + 1]) for other in known if other[: at + 1] == root}
                spur = self._search(path[at], set(root[:-1]), cut, self.max_hops - at)
                if spur and (whole := (*root[:-1], *spur)) not in seen:
                    seen.add(whole)
                    heappush(waiting, (self.costs.length(list(whole)), whole, next(order)))


def _paths(city: CityGraph, costs: _Costs, found: list[list[str]]) -> Iterator[Path]:
    """The paths as nouns, their claims read at once."""
    ties = {pair: costs.ties.hop(*pair) for path in found for pair in pairwise(path)}
    every = [tie for several in ties.values() for tie in several]
    claims = {claim.iri: claim for claim in read_claims(city, {tie[5] for tie in every if tie[5]})}
    things = entities(city, {thing for path in found for thing in path})
    words = vocabulary(city, {tie[2] for tie in every})
    for path in found:
        hops = []
        for pair in pairwise(path):
            several = [
                _hop(things, tie, claims.get(tie[5]), pair[0], words.relation(tie[2], _direction(tie, pair[0])))
                for tie in ties[pair]
            ]
            hops.append(several[0].replace(others=tuple(several[1:])))
        yield Path(tuple(hops), round(costs.length(path), 9), tuple(_warnings(hops)))


# Relations through which two things share a third without having to do with each other.
_SHARED = {
    "support": {"supports", "backs", "pushes", "serves", "builds", "focusesOn", "carriesOut"},
    "site": {"sitedIn", "partOf", "overlaps", "within", "liesIn"},
    "list": {
        "memberOf", "designatedAs", "worksIn", "chainLeaderOf", "spearheads", "specialisesIn", "tookPartIn",
        "underTheme", "comprises", "hasSegment",
    },
}  # fmt: skip


def _warnings(hops: list[Hop]) -> Iterator[str]:
    """What the path might be taken for, and is not: two things that one third is tied to in the same way."""
    found = []
    for one, other in pairwise(hops):
        both = {local(one.relation.iri), local(other.relation.iri)}
        if both <= _SHARED["support"] and (one.direction, other.direction) == ("in", "out"):
            found.append("support")
        elif len(both) == 1 and one.direction != other.direction:
            found += [warning for warning, relations in _SHARED.items() if both <= relations]
    if any(hop.basis == "inferred" for hop in hops):
        found.append("inferred")
    yield from dict.fromkeys(found)


def _direction(tie: Tie, near: str) -> str:
    return "out" if tie[0] == near else "in"


def _hop(things: dict[str, Entity], tie: Tie, claim: Claim | None, near: str, label: str) -> Hop:
    start, end, predicate, status, basis, _ = tie
    return Hop(
        entity_of(things, start),
        Relation(predicate, label),
        entity_of(things, end),
        _direction(tie, near),
        status,
        basis,
        claim.evidence if claim else (),
        claim.qualifiers if claim else (),
        claim.because if claim else None,
        claim.rests_on if claim else (),
    )


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
    ties = Ties(
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
        whole = list(_paths(city, _Costs(ties, plain=True), ends))
        meetings.append(
            Meeting(
                entity_of(known, thing),
                tuple(r[thing] for r in reached),
                tuple(path.hops[0] for path in whole),
                len(ties.around(thing)),
            )
        )
    return Common(tuple(found), tuple(meetings), len(direct))


def _near(ties: Ties, start: str) -> Iterator[tuple[str, int]]:
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
