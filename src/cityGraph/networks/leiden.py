"""Find communities by the Leiden algorithm, in plain Python.

The algorithm is that of Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
Scientific Reports 9, 5233 (2019), https://doi.org/10.1038/s41598-019-41695-z. It maximises modularity.

There is no library for it here: Louvain in networkx finds a modularity that is 0.02 to 0.05 lower where groups are not
clear, and Leiden in networkx needs version 3.7, which needs Python 3.12, and does one iteration.
"""

from __future__ import annotations

from collections import deque
from math import exp
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from .plain_measures import adjacency, components

if TYPE_CHECKING:
    from collections.abc import Sequence

ITERATIONS = 10
RANDOMNESS = 0.01  # how much worse than the best merge one may be that the refinement takes, in edges


class _Network(NamedTuple):
    """A network of nodes, or of the parts that nodes were merged into.

    Weights are whole numbers, so that comparisons are exact and a node never moves back and forth. Edges inside a part
    count in its strength only: no move changes what they contribute.
    """

    near: list[list[int]]  # for each node its neighbors
    weights: list[list[int]]  # the weights of the edges to them
    strength: list[int]  # for each node the sum of the weights of its edges, those inside it twice
    whole: int  # the sum of all strengths


def leiden(
    n: int,
    pairs: Sequence[tuple[int, int]],
    *,
    weights: Sequence[int] | None = None,
    seed: int = 0,
    iterations: int = ITERATIONS,
) -> tuple[list[int], float]:
    """Find communities by the Leiden algorithm (Traag et al. 2019, https://doi.org/10.1038/s41598-019-41695-z).

    Every community is connected. An iteration moves nodes, refines the communities and merges their parts, until
    there is nothing left to merge. The next iteration starts with its result. The iterations end as soon as one does
    not raise the modularity.

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.
        weights: The weight of each pair, a whole number from 1. None gives every pair the weight 1.
        seed: The seed of the random numbers. The same seed gives the same communities.
        iterations: The largest number of iterations. At least 1.

    Returns:
        For each node the number of its community, from zero, largest first, then by the smallest node; and the
        modularity, at most 1. Without pairs each node is a community, and the modularity is 0.

    Examples:
        >>> leiden(6, [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (0, 3)])[0]
        [0, 0, 0, 1, 1, 1]
        >>> leiden(4, [(0, 1), (1, 2), (2, 3)], weights=[1, 9, 1])[0]
        [0, 0, 0, 0]
    """
    if not pairs:
        return list(range(n)), 0.0
    counted = [1] * len(pairs) if weights is None else weights
    network = _network(n, pairs, counted)
    random = Random(seed)
    labels, best = list(range(n)), -(network.whole**2)
    for _ in range(iterations):
        found = _run(network, labels, random)
        quality = _quality(network, found, pairs, counted)
        if quality <= best:
            break
        labels, best = found, quality
    # A node that moves can leave its old community in two pieces. The refinement separates them; this makes sure.
    labels = components(n, [pair for pair in pairs if labels[pair[0]] == labels[pair[1]]])
    return labels, _quality(network, labels, pairs, counted) / network.whole**2


def _network(n: int, pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> _Network:
    near = adjacency(n, pairs)
    each: list[list[int]] = [[] for _ in range(n)]
    for (one, other), weight in zip(pairs, weights, strict=True):
        each[one].append(weight)
        each[other].append(weight)
    strength = [sum(weights) for weights in each]
    return _Network(near, each, strength, sum(strength))


def _quality(network: _Network, labels: list[int], pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> int:
    """Return the modularity, times the square of the sum of all strengths: a whole number."""
    total = [0] * len(labels)
    for label, strength in zip(labels, network.strength, strict=True):
        total[label] += strength
    within = sum([weight for (one, other), weight in zip(pairs, weights, strict=True) if labels[one] == labels[other]])
    return 2 * within * network.whole - sum([each * each for each in total])


def _run(network: _Network, labels: list[int], random: Random) -> list[int]:
    """Do one iteration, which starts with the communities `labels`, and return the new communities."""
    labels = list(labels)
    where = list(range(len(labels)))  # for each node the part that it is in
    while True:
        _move(network, labels, random)
        refined = _refine(network, labels, random)
        numbers: dict[int, int] = {}
        merged = [numbers.setdefault(part, len(numbers)) for part in refined]
        if len(numbers) == len(labels):
            return [labels[node] for node in where]
        network, labels = _merged(network, labels, merged, len(numbers))
        where = [merged[node] for node in where]


def _move(network: _Network, labels: list[int], random: Random) -> None:
    """Move each node to its best community, until no node is in the queue (MoveNodesFast in the paper)."""
    near, weights, strength, whole = network
    n = len(labels)
    total, size = [0] * n, [0] * n
    for label, each in zip(labels, strength, strict=True):
        total[label] += each
        size[label] += 1
    empty = [label for label in range(n) if not size[label]]
    order = list(range(n))
    random.shuffle(order)
    queue, waiting = deque(order), bytearray(b"\1") * n
    while queue:
        node = queue.popleft()
        waiting[node] = 0
        own, weight = labels[node], strength[node]
        links: dict[int, int] = {}
        for other, each in zip(near[node], weights[node], strict=True):
            label = labels[other]
            links[label] = links.get(label, 0) + each
        total[own] -= weight
        best, most = own, links.get(own, 0) * whole - weight * total[own]
        for label, link in links.items():
            gain = link * whole - weight * total[label]
            if gain > most:
                best, most = label, gain
        if most < 0:
            best = empty.pop()  # The node is not alone yet, so there is an unused number.
        total[best] += weight
        if best == own:
            continue
        labels[node] = best
        size[best] += 1
        size[own] -= 1
        if not size[own]:
            empty.append(own)
        for other in near[node]:
            if not waiting[other] and labels[other] != best:
                waiting[other] = 1
                queue.append(other)


def _refine(network: _Network, labels: list[int], random: Random) -> list[int]:
    """Split each community into well-connected parts (MergeNodesSubset in the paper).

    Each node starts as a part of its own. Then it is merged with a part of the same community, if that does not lower
    the modularity. The part is chosen at random; better ones are more likely.
    """
    near, weights, strength, whole = network
    n = len(labels)
    mass = [0] * n
    for label, each in zip(labels, strength, strict=True):
        mass[label] += each
    inside = [
        sum([each for other, each in zip(around, own, strict=True) if labels[other] == label])
        for around, own, label in zip(near, weights, labels, strict=True)
    ]
    refined, alone = list(range(n)), bytearray(b"\1") * n
    total, cut = list(strength), list(inside)  # for each part its strength, and its weight to the rest of the community
    order = list(range(n))
    random.shuffle(order)
    for node in order:
        label, weight = labels[node], strength[node]
        if not alone[node] or inside[node] * whole < weight * (mass[label] - weight):
            continue
        links: dict[int, int] = {}
        for other, each in zip(near[node], weights[node], strict=True):
            if labels[other] == label:
                part = refined[other]
                links[part] = links.get(part, 0) + each
        parts, gains = [], []
        for part, link in links.items():
            gain = link * whole - weight * total[part]
            if gain >= 0 and cut[part] * whole >= total[part] * (mass[label] - total[part]):
                parts.append(part)
                gains.append(gain)
        if not parts:
            continue
        chosen = parts[0]
        if len(parts) > 1:
            top = max(gains)
            chosen = random.choices(parts, [exp((gain - top) / (whole * RANDOMNESS)) for gain in gains])[0]
        refined[node] = chosen
        alone[chosen] = 0
        total[chosen] += weight
        cut[chosen] += inside[node] - 2 * links[chosen]
    return refined


def _merged(network: _Network, labels: list[int], merged: list[int], count: int) -> tuple[_Network, list[int]]:
    """Return the network of the parts, and for each part the community that its nodes were in."""
    links: list[dict[int, int]] = [{} for _ in range(count)]
    strength, community = [0] * count, [0] * count
    numbers: dict[int, int] = {}
    for part, label, weight, around, weights in zip(
        merged, labels, network.strength, network.near, network.weights, strict=True
    ):
        strength[part] += weight
        community[part] = numbers.setdefault(label, len(numbers))
        row = links[part]
        for other, each in zip(around, weights, strict=True):
            end = merged[other]
            if end != part:
                row[end] = row.get(end, 0) + each
    near, weights_of = [list(row) for row in links], [list(row.values()) for row in links]
    return _Network(near, weights_of, strength, network.whole), community
