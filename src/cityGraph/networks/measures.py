"""Compute degree, PageRank, betweenness and harmonic centrality on pairs of integers."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from . import arrays, plain_measures
from .plain_measures import TOLERANCE as TOLERANCE

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    Pairs = Any  # a list of pairs of numbers or, if there are many, an array of shape (n_pairs, 2), int32

SMALL = 20_000  # pairs up to which plain Python is used, with or without the extra `citygraph[large]`
QUICK = 1_000_000  # nodes times pairs up to which plain Python computes betweenness within a second
EXACT = 200_000_000  # nodes times pairs up to which compiled code computes an exact measure within seconds


def on_arrays(pairs: Pairs) -> bool:
    """Return whether a measure runs on arrays.

    Args:
        pairs: The pairs of the network.

    Returns:
        True for a large network if the extra `citygraph[large]` is installed.
    """
    return len(pairs) > SMALL and arrays.installed()


def simple(starts: array[int], ends: array[int]) -> Pairs:
    """Return the pairs of a simple undirected graph, without loops and repetitions.

    Args:
        starts: The start of each edge, shape ``(n_edges,)``, int32.
        ends: The end of each edge, in the same order.

    Returns:
        The pairs of nodes that are connected, each once, the smaller number first, in ascending order: a list of tuples
        or, for a large graph if the extra `citygraph[large]` is installed, an int32 array of shape ``(n_pairs, 2)``.

    Examples:
        >>> from array import array
        >>> simple(array("i", [1, 0, 2]), array("i", [0, 1, 2]))
        [(0, 1)]
    """
    if len(starts) > SMALL and arrays.installed():
        return arrays.simple(starts, ends)
    return plain_measures.simple(starts, ends)


def adjacency(n: int, pairs: Pairs) -> list[list[int]]:
    """List the neighbors of each node.

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.

    Returns:
        For each node the nodes that it is connected to.
    """
    return plain_measures.adjacency(n, listed(pairs))


def degree(n: int, pairs: Pairs) -> list[float]:
    """Compute degree centrality (Freeman 1978, https://doi.org/10.1016/0378-8733(78)90021-7).

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.

    Returns:
        For each node the share of the other nodes that it is connected to, from 0 to 1.

    Examples:
        >>> degree(3, [(0, 1), (0, 2)])
        [1.0, 0.5, 0.5]
    """
    counts = [0] * n
    for one, other in listed(pairs):
        counts[one] += 1
        counts[other] += 1
    return [count / (n - 1) if n > 1 else 0.0 for count in counts]


def pagerank(n: int, pairs: Pairs, *, most: int = 10_000) -> tuple[list[float], float]:
    """Compute PageRank with damping 0.85 (Page et al. 1999, http://ilpubs.stanford.edu:8090/422/).

    The iteration stops when no score changes by more than 1e-10 / n. (networkx multiplies its tolerance by n, so that
    it stops too early on a large graph.)

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
    if on_arrays(pairs):
        return arrays.pagerank(n, pairs, most)
    return plain_measures.pagerank(n, listed(pairs), most=most)


def listed(pairs: Pairs) -> Sequence[tuple[int, int]]:
    """Return pairs as a sequence that Python can loop over fast.

    Args:
        pairs: A list of tuples, or an array of shape ``(n_pairs, 2)``.

    Returns:
        The list itself, or the rows of the array as a list.
    """
    if isinstance(pairs, list):
        return pairs
    found: list[tuple[int, int]] = pairs.tolist()
    return found


def betweenness(n: int, pairs: Pairs, *, pivots: int | None = None, seed: int = 0) -> list[float]:
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
    if n * len(pairs) <= QUICK or not arrays.installed():
        return plain_measures.betweenness(n, listed(pairs), pivots=pivots, seed=seed)
    if pivots is not None and pivots < n:
        return arrays.sampled_betweenness(n, pairs, Random(seed).sample(range(n), pivots))
    if n * len(pairs) > EXACT:
        # Compiled code that runs long cannot be interrupted, so a large graph is computed source by source.
        return arrays.sampled_betweenness(n, pairs, list(range(n)))
    return arrays.betweenness(n, listed(pairs))


def harmonic(n: int, pairs: Pairs, *, pivots: int | None = None, seed: int = 0) -> list[float]:
    """Compute harmonic centrality (Marchiori and Latora 2000, https://doi.org/10.1016/S0378-4371(00)00311-3).

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.
        pivots: Estimate it from the distances to this many nodes (Eppstein and Wang 2004,
            https://doi.org/10.7155/jgaa.00081). None computes it exactly.
        seed: The seed by which the pivots are chosen.

    Returns:
        For each node the sum of 1 / distance over all nodes that it can reach, from 0 to n - 1.

    Examples:
        >>> harmonic(3, [(0, 1), (0, 2)])
        [2.0, 1.5, 1.5]
    """
    around = adjacency(n, pairs)
    sources: Iterable[int] = range(n)
    scale = 1.0
    if pivots is not None and pivots < n:
        sources = Random(seed).sample(range(n), pivots)
        scale = n / pivots
    scores = [0.0] * n
    for source in sources:
        seen = bytearray(n)
        seen[source] = 1
        front, step = [source], 0
        while front:
            step += 1
            following = []
            for node in front:
                for other in around[node]:
                    if not seen[other]:
                        seen[other] = 1
                        scores[other] += scale / step
                        following.append(other)
            front = following
    return scores
