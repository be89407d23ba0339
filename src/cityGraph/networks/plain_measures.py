"""Measure pairs of integers in plain Python, without numpy, scipy or rustworkx.

`measures` and `partition` use these functions for small graphs, and for every graph if the extra ``citygraph[large]``
is not installed. The results are the same to nine places, in the same order.
"""

from __future__ import annotations

from operator import sub
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

TOLERANCE = 1e-10
DAMPING = 0.85


def simple(starts: array[int], ends: array[int]) -> list[tuple[int, int]]:
    """Return the pairs of a simple undirected graph, without loops and repetitions.

    Args:
        starts: The start of each edge, shape ``(n_edges,)``, int32.
        ends: The end of each edge, in the same order.

    Returns:
        The pairs of nodes that are connected, each once, the smaller number first, in ascending order.

    Examples:
        >>> from array import array
        >>> simple(array("i", [1, 0, 2]), array("i", [0, 1, 2]))
        [(0, 1)]
    """
    return sorted(
        {(one, other) if one < other else (other, one) for one, other in zip(starts, ends, strict=True) if one != other}
    )


def adjacency(n: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """List the neighbors of each node.

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.

    Returns:
        For each node the nodes that it is connected to, in the order of `pairs`.

    Examples:
        >>> adjacency(3, [(0, 1), (0, 2)])
        [[1, 2], [0], [0]]
    """
    # One object for each number: with a million edges half the time goes into reading scattered copies of them.
    number = list(range(n))
    around: list[list[int]] = [[] for _ in number]
    for one, other in pairs:
        around[one].append(number[other])
        around[other].append(number[one])
    return around


def pagerank(n: int, pairs: Sequence[tuple[int, int]], *, most: int = 10_000) -> tuple[list[float], float]:
    """Compute PageRank with damping 0.85 (Page et al. 1999, http://ilpubs.stanford.edu:8090/422/).

    The iteration stops when a step of the random walk would change no score by more than 1e-10 / n. The steps go
    further than the walk, by the factors of Golub and Varga (1961, https://doi.org/10.1007/BF01386013), which hold for
    an undirected graph: half as many steps are enough.

    Args:
        n: The number of nodes. They are numbered from zero. At least 1.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.
        most: The largest number of steps.

    Returns:
        The score of each node, which sum to 1, and the largest change of a score in the last step.

    Examples:
        >>> [round(score, 3) for score in pagerank(3, [(0, 1), (0, 2)])[0]]
        [0.486, 0.257, 0.257]
    """
    around = adjacency(n, pairs)
    # A node without edges passes its score on to all nodes alike. So all such nodes have the same score, which has a
    # formula, and every other node gets as much before its edges count.
    alone = sum(not near for near in around)
    base = (1 - DAMPING) / (n - DAMPING * alone)
    shared = (1 - base * alone) / max(2 * len(pairs), 1)
    # Without damping the scores of a connected graph are in proportion to the degrees: a good start.
    before = scores = [len(near) * shared or base for near in around]
    portion = [DAMPING / max(len(near), 1) for near in around]
    further = 1.0
    for step in range(most):
        passed = [score * part for score, part in zip(scores, portion, strict=True)].__getitem__
        after = [base + sum(map(passed, near)) for near in around]
        change = max(map(abs, map(sub, after, scores)))
        if change < TOLERANCE / n:
            break
        further = 1 / (1 - DAMPING**2 * further / (2 if step == 1 else 4)) if step else 1.0
        before, scores = scores, [old + further * (new - old) for new, old in zip(after, before, strict=True)]
    return after, change


def betweenness(n: int, pairs: Sequence[tuple[int, int]], *, pivots: int | None = None, seed: int = 0) -> list[float]:
    """Compute betweenness centrality (Brandes 2001, https://doi.org/10.1080/0022250X.2001.9990249).

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.
        pivots: Estimate it from the shortest paths that start at this many nodes; these nodes and the scale are those
            of networkx with the same seed. None computes it exactly.
        seed: The seed by which the pivots are chosen.

    Returns:
        For each node its share of the shortest paths between the other nodes, from 0 to 1; an estimate may exceed 1.

    Examples:
        >>> betweenness(3, [(0, 1), (0, 2)])
        [1.0, 0.0, 0.0]
    """
    around = adjacency(n, pairs)
    sources = list(range(n)) if pivots is None or pivots >= n else Random(seed).sample(range(n), pivots)
    total = [0.0] * n
    for source in sources:
        distance, count = [-1] * n, [0.0] * n
        distance[source], count[source] = 0, 1.0
        reached = [source]
        for node in reached:
            step, ways = distance[node] + 1, count[node]
            for other in around[node]:
                if distance[other] < 0:
                    distance[other] = step
                    count[other] = ways
                    reached.append(other)
                elif distance[other] == step:
                    count[other] += ways
        passing = [0.0] * n
        for node in reversed(reached):
            step, share = distance[node] - 1, (1 + passing[node]) / count[node]
            total[node] += passing[node]
            for other in around[node]:
                if distance[other] == step:
                    passing[other] += count[other] * share
        total[source] -= passing[source]
    # Scaled as in networkx: by the number of pairs that a node can lie between. A source cannot lie on its own paths.
    whole = max(n - 2, 1) * len(sources)
    found = [each / whole for each in total]
    for source in sources:
        found[source] *= len(sources) / max(len(sources) - 1, 1)
    return found


def components(n: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Find the connected components.

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.

    Returns:
        For each node the number of its component, from zero. The largest component is 0; components of the same size
        are ordered by their smallest node.

    Examples:
        >>> components(4, [(1, 3)])
        [1, 0, 2, 0]
    """
    around = adjacency(n, pairs)
    labels = [-1] * n
    parts: list[list[int]] = []
    for root in range(n):
        if labels[root] >= 0:
            continue
        labels[root] = root
        part = [root]
        for node in part:
            for other in around[node]:
                if labels[other] < 0:
                    labels[other] = root
                    part.append(other)
        parts.append(part)
    parts.sort(key=len, reverse=True)  # stable: equal ones stay in the order of their smallest node
    for number, part in enumerate(parts):
        for node in part:
            labels[node] = number
    return labels


def by_size(labels: list[int]) -> list[int]:
    """Number groups anew.

    Args:
        labels: For each node the name of its group.

    Returns:
        For each node the number of its group, from zero: largest first, then by the smallest node.
    """
    sizes: dict[int, int] = {}
    first: dict[int, int] = {}
    for node, label in enumerate(labels):
        sizes[label] = sizes.get(label, 0) + 1
        first.setdefault(label, node)
    order = {label: rank for rank, label in enumerate(sorted(sizes, key=lambda each: (-sizes[each], first[each])))}
    return [order[label] for label in labels]
