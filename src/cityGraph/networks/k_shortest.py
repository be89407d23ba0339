"""Search for the best paths between two things (Yen's algorithm), and compute what a path costs."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count, pairwise, permutations
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .adjacency import Adjacency

HUB = 0.5  # what passing through a thing costs, times the logarithm of its connections
INFERRED = 1.0  # what a hop with only inferred claims costs beyond 1


def routes_through(adjacency: Adjacency, stops: list[str], max_hops: int, top: int, costs: Costs) -> list[list[str]]:
    """Find the best paths that pass several things.

    Each order of the things in between is tried; the best paths of each leg are joined. With several legs the result is
    a good choice of paths, not always the best one.

    Args:
        adjacency: The edges around each thing.
        stops: The IRIs of the start, the things to pass, and the end. Those in between may be passed in any order.
        max_hops: The largest number of hops in a path.
        top: The largest number of paths.
        costs: The costs by which paths are compared.

    Returns:
        The paths, each as the IRIs of its things, best first.
    """
    found: dict[tuple[str, ...], float] = {}
    for middle in permutations(stops[1:-1]):
        order = [stops[0], *middle, stops[-1]]
        ways: list[tuple[str, ...]] = [(order[0],)]
        for leg in pairwise(order):
            legs = list(Field(adjacency, *leg, max_hops, plain=costs.plain).best(3 * top))
            ways = [(*way, *path[1:]) for way in ways for path in legs if not set(way) & set(path[1:])]
            ways = sorted(ways, key=lambda way: (costs.length(list(way)), way))[: 9 * top]
        found.update((way, costs.length(list(way))) for way in ways if len(way) <= max_hops + 1)
    return [list(way) for way in sorted(found, key=lambda way: (found[way], way))[:top]]


class Costs:
    """The costs of hops, and of passing through things."""

    def __init__(self, adjacency: Adjacency, *, plain: bool) -> None:
        self.adjacency, self.plain = adjacency, plain
        self.hops: dict[tuple[str, str], float] = {}
        self.tolls: dict[str, float] = {}

    def hop(self, one: str, other: str) -> float | None:
        """Return what a hop costs.

        Args:
            one: The IRI of the thing where the hop starts.
            other: The IRI of the thing where it ends.

        Returns:
            1, or 2 if all its claims are inferred, or None if no edge leads that way.
        """
        if (one, other) not in self.hops:
            edges = self.adjacency.hop(one, other)
            only_inferred = bool(edges) and edges[0].basis == "inferred" and not self.plain
            self.hops[one, other] = (1 + INFERRED * only_inferred) if edges else -1.0
        cost = self.hops[one, other]
        return None if cost < 0 else cost

    def toll(self, thing: str) -> float:
        """Return what passing through a thing costs; a hub connects almost everything, so it costs more.

        Args:
            thing: The IRI of the thing.

        Returns:
            Half the natural logarithm of the number of things next to it, or 0 if only hops count.
        """
        if thing not in self.tolls:
            self.tolls[thing] = 0.0 if self.plain else HUB * log(len(self.adjacency.around(thing)) or 1)
        return self.tolls[thing]

    def length(self, path: list[str]) -> float:
        """Return the length of a path.

        Args:
            path: The IRIs of its things, in order.

        Returns:
            The sum of the costs of its hops and of the things between its ends.
        """
        return sum(self.hop(*pair) or 0.0 for pair in pairwise(path)) + sum(map(self.toll, path[1:-1]))


class Field:
    """The part of the network in which paths between two things can lie, and the search in it."""

    def __init__(self, adjacency: Adjacency, start: str, end: str, max_hops: int, *, plain: bool) -> None:
        self.adjacency, self.start, self.end = adjacency, start, end
        self.costs = Costs(adjacency, plain=plain)
        self.max_hops = max_hops
        near, far = self._spread(start, end, max_hops)
        # A thing that was not reached from one end is farther from it than all things that were.
        beyond = [max(seen.values()) + 1 for seen in (near, far)]
        every = near.keys() & far.keys() if adjacency.whole else near.keys() | far.keys()
        self.nodes = {n for n in every if near.get(n, beyond[0]) + far.get(n, beyond[1]) <= self.max_hops}
        self.left = {n: far.get(n, beyond[1]) for n in self.nodes}

    def _spread(self, start: str, end: str, max_hops: int) -> tuple[dict[str, int], dict[str, int]]:
        """Return the distance of each thing from both ends; in a large graph little beyond the shortest path."""
        if self.adjacency.whole:
            return self._distances(start, max_hops), self._distances(end, max_hops)
        near, far = {start: 0}, {end: 0}
        fronts = [[start], [end]]
        steps = 0
        limit = max_hops
        while fronts[0] and fronts[1] and steps < limit:
            side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
            seen = (near, far)[side]
            self.adjacency.fetch(fronts[side])
            step = max(seen.values()) + 1
            following = []
            for other in (other for thing in fronts[side] for other in self.adjacency.around(thing)):
                if other not in seen and self.adjacency.passable(other):
                    seen[other] = step
                    following.append(other)
            fronts[side] = following
            steps += 1
            met = near.keys() & far.keys()
            if met and limit == max_hops:
                # One step more than the shortest path needs, to find those that are one hop longer.
                limit = min(max_hops, steps + 1)
        self.max_hops = min(max_hops, steps)
        return near, far

    def _distances(self, start: str, most: int) -> dict[str, int]:
        seen, front = {start: 0}, [start]
        for step in range(1, most + 1):
            following = []
            for thing in front:
                for other in self.adjacency.around(thing):
                    if other not in seen and self.adjacency.passable(other):
                        seen[other] = step
                        following.append(other)
            front = following
        return seen

    def reach(self, thing: str, *, back: bool = False) -> set[str]:
        """Find what can be reached from a thing under the filters, with any number of hops.

        Args:
            thing: The IRI of the thing.
            back: Find instead the things from which it can be reached.

        Returns:
            The IRIs of these things and of the thing itself.
        """
        seen, front = {thing}, [thing]
        while front:
            steps = [(here, other) for here in front for other in self.adjacency.around(here) if other not in seen]
            front = []
            for here, other in steps:
                way = (other, here) if back else (here, other)
                if other not in seen and self.adjacency.passable(other) and self.costs.hop(*way) is not None:
                    seen.add(other)
                    front.append(other)
        return seen

    def _search(self, start: str, without: set[str], without_hops: set[tuple[str, str]], most: int) -> list[str] | None:
        """Find the best path from `start` to the end, of at most `most` hops, without some things and hops.

        This is an A* search (https://doi.org/10.1109/TSSC.1968.300136). No hop costs less than 1, so the number of hops
        to the end never overestimates the remaining cost.
        """
        heap: list[tuple[float, tuple[str, ...], float]] = [(float(self.left[start]), (start,), 0.0)]
        # A more expensive path with fewer hops may be the only one within `most` hops, so both are compared.
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
            for other in self.adjacency.around(thing):
                if other not in self.nodes or other in without or other in path or (thing, other) in without_hops:
                    continue
                left = self.left[other]
                step = self.costs.hop(thing, other) if hops + 1 + left <= most else None
                if step is not None:
                    heappush(heap, (done + toll + step + left, (*path, other), done + toll + step))
        return None

    def best(self, limit: int) -> Iterator[list[str]]:
        """Yield the best paths, by Yen's algorithm (https://doi.org/10.1287/mnsc.17.11.712).

        Args:
            limit: The largest number of paths.

        Yields:
            Each path as the IRIs of its things: by length, then by these IRIs.
        """
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
