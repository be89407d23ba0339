"""Compute degree, PageRank, betweenness and harmonic centrality on pairs of integers."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

if TYPE_CHECKING:
    Pairs = Any  # a list of pairs of numbers or, if there are many, an array of shape (n_pairs, 2), int32

SMALL = 20_000  # pairs up to which no large library is imported
EXACT = 200_000_000  # nodes times pairs up to which an exact measure takes some seconds
TOLERANCE = 1e-10  # PageRank has converged if no score changes by more than this, times 1 / n
DAMPING = 0.85


def simple(starts: array[int], ends: array[int]) -> Pairs:
    """Return the pairs of a simple undirected graph, without loops and repetitions.

    Args:
        starts: The start of each edge, shape ``(n_edges,)``, int32.
        ends: The end of each edge, in the same order.

    Returns:
        The pairs of nodes that are connected, each once, the smaller number first, in ascending order: a list of tuples
        or, above `SMALL` edges, an int32 array of shape ``(n_pairs, 2)``.

    Examples:
        >>> from array import array
        >>> simple(array("i", [1, 0, 2]), array("i", [0, 1, 2]))
        [(0, 1)]
    """
    if len(starts) <= SMALL:
        pairs = {(min(pair), max(pair)) for pair in zip(starts, ends, strict=True) if pair[0] != pair[1]}
        return sorted(pairs)
    import numpy as np

    one, other = (np.frombuffer(column, dtype=np.int32) for column in (starts, ends))
    kept = one != other
    low, high = np.minimum(one, other)[kept].astype(np.int64), np.maximum(one, other)[kept]
    keys = np.unique((low << 32) | high)
    return np.stack([keys >> 32, keys & 0xFFFFFFFF], axis=1).astype(np.int32)


def adjacency(n: int, pairs: Pairs) -> list[list[int]]:
    """List the neighbors of each node.

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.

    Returns:
        For each node the nodes that it is connected to.
    """
    around: list[list[int]] = [[] for _ in range(n)]
    for one, other in listed(pairs):
        around[one].append(other)
        around[other].append(one)
    return around


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
    if len(pairs) > SMALL:
        return _pagerank_arrays(n, pairs, most)
    around = adjacency(n, pairs)
    scores = [1 / n] * n
    for _ in range(most):
        loose = DAMPING * sum(score for score, near in zip(scores, around, strict=True) if not near) / n
        shares = [DAMPING * score / len(near) if near else 0.0 for score, near in zip(scores, around, strict=True)]
        after = [(1 - DAMPING) / n + loose + sum([shares[other] for other in near]) for near in around]
        change = max(abs(new - old) for new, old in zip(after, scores, strict=True))
        scores = after
        if change < TOLERANCE / n:
            break
    return scores, change


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


def upper_matrix(n: int, pairs: Pairs) -> Any:
    """Return pairs as a sparse matrix with a 1 for each pair, above the diagonal.

    Args:
        n: The number of nodes.
        pairs: The pairs in ascending order, as `simple` returns them. They are not sorted again.

    Returns:
        A `scipy.sparse.csr_array` of shape ``(n, n)``, float64.
    """
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.asarray(pairs, dtype=np.int32).reshape(-1, 2)
    starts = np.zeros(n + 1, dtype=np.int32)
    np.cumsum(np.bincount(ends[:, 0], minlength=n), out=starts[1:])
    return csr_array((np.ones(len(ends)), np.ascontiguousarray(ends[:, 1]), starts), shape=(n, n))


def _pagerank_arrays(n: int, pairs: Pairs, most: int) -> tuple[list[float], float]:
    """Compute PageRank on arrays, for large graphs."""
    import numpy as np

    upper = upper_matrix(n, pairs)
    matrix = (upper + upper.T).tocsr()
    degrees = np.diff(matrix.indptr)
    inverse = np.divide(DAMPING, degrees, out=np.zeros(n), where=degrees > 0)
    alone = degrees == 0
    # Without damping the scores of a connected graph are in proportion to the degrees: a good start.
    scores = (degrees + 1.0) / (degrees.sum() + n)
    for _ in range(most):
        loose = DAMPING * scores[alone].sum() / n
        after = matrix @ (scores * inverse) + ((1 - DAMPING) / n + loose)
        change = float(np.abs(after - scores).max())
        scores = after
        if change < TOLERANCE / n:
            break
    found: list[float] = scores.tolist()
    return found, change


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
    if (pivots is None or pivots >= n) and n * len(pairs) > EXACT:
        # Compiled code that runs long cannot be interrupted, so a large graph is computed source by source.
        return _sampled_betweenness(n, pairs, list(range(n)))
    if pivots is None or pivots >= n:
        import rustworkx

        graph = rustworkx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(n))
        graph.add_edges_from_no_data([(one, other) for one, other in listed(pairs)])
        found = rustworkx.graph_betweenness_centrality(graph, normalized=True)
        return [found[node] for node in range(n)]
    return _sampled_betweenness(n, pairs, Random(seed).sample(range(n), pivots))


def _sampled_betweenness(n: int, pairs: Pairs, sources: list[int]) -> list[float]:
    """Sum Brandes' dependencies for some source nodes, level by level on arrays."""
    import numpy as np

    upper = upper_matrix(n, pairs)
    matrix = (upper + upper.T).tocsr()
    start, near = matrix.indptr, matrix.indices
    total = np.zeros(n)
    for source in sources:
        distance = np.full(n, -1, dtype=np.int32)
        sigma = np.zeros(n)
        distance[source], sigma[source] = 0, 1.0
        levels: list[tuple[Any, Any]] = []
        front = np.array([source], dtype=np.int32)
        while len(front):
            counts = start[front + 1] - start[front]
            whence = np.repeat(front, counts)
            offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
            whither = near[np.repeat(start[front], counts) + offsets]
            fresh = distance[whither] < 0
            following = np.unique(whither[fresh])
            distance[following] = distance[source] + len(levels) + 1
            down = distance[whither] == len(levels) + 1
            whence, whither = whence[down], whither[down]
            sigma += np.bincount(whither, weights=sigma[whence], minlength=n)
            levels.append((whence, whither))
            front = following
        delta = np.zeros(n)
        for whence, whither in reversed(levels):
            share = sigma[whence] / sigma[whither] * (1 + delta[whither])
            delta += np.bincount(whence, weights=share, minlength=n)
        delta[source] = 0
        total += delta
    # Scaled as in networkx: by the number of pairs that a node can lie between. A source cannot lie on its own paths.
    total /= max(n - 2, 1) * len(sources)
    total[sources] *= len(sources) / (len(sources) - 1) if len(sources) > 1 else 0.0
    found: list[float] = total.tolist()
    return found


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
