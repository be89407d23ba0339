"""Degree, PageRank, betweenness, harmonic on integer pairs."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

if TYPE_CHECKING:
    Pairs = Any  # of two numbers each: a list or, where there are many, an array of two columns

SMALL = 20_000  # ties up to which nothing heavy is imported
EXACT = 200_000_000  # things times ties up to which an exact measure takes some seconds
TOLERANCE = 1e-10
DAMPING = 0.85


def simple(starts: array[int], ends: array[int]) -> Pairs:
    """The pairs of a simple undirected graph from the two ends of each tie: loops and repetitions fall away.

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
    """The neighbors of each node."""
    around: list[list[int]] = [[] for _ in range(n)]
    for one, other in listed(pairs):
        around[one].append(other)
        around[other].append(one)
    return around


def degree(n: int, pairs: Pairs) -> list[float]:
    """The share of the other nodes that each is tied to (L. C. Freeman, Social Networks 1, 1978).

    >>> degree(3, [(0, 1), (0, 2)])
    [1.0, 0.5, 0.5]
    """
    counts = [0] * n
    for one, other in listed(pairs):
        counts[one] += 1
        counts[other] += 1
    return [count / (n - 1) if n > 1 else 0.0 for count in counts]


def pagerank(n: int, pairs: Pairs, *, most: int = 10_000) -> tuple[list[float], float]:
    """PageRank with damping .85, and the largest change of any node in the last step.

    (L. Page, S. Brin, R. Motwani, T. Winograd, Stanford InfoLab 1999-66.) Steps until no node changes by 1e-10 of
    its fair share; networkx multiplies its tolerance by the number of nodes, and stops early on a large graph.

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
    """Return the pairs as a sequence of tuples."""
    if isinstance(pairs, list):
        return pairs
    found: list[tuple[int, int]] = pairs.tolist()
    return found


def upper_matrix(n: int, pairs: Pairs) -> Any:
    """The pairs as a sparse matrix, each once, above the diagonal: they come in its order, and nothing is sorted."""
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.asarray(pairs, dtype=np.int32).reshape(-1, 2)
    starts = np.zeros(n + 1, dtype=np.int32)
    np.cumsum(np.bincount(ends[:, 0], minlength=n), out=starts[1:])
    return csr_array((np.ones(len(ends)), np.ascontiguousarray(ends[:, 1]), starts), shape=(n, n))


def _pagerank_arrays(n: int, pairs: Pairs, most: int) -> tuple[list[float], float]:
    import numpy as np

    upper = upper_matrix(n, pairs)
    matrix = (upper + upper.T).tocsr()
    degrees = np.diff(matrix.indptr)
    inverse = np.divide(DAMPING, degrees, out=np.zeros(n), where=degrees > 0)
    alone = degrees == 0
    # Where all nodes are tied a walk without damping stays by degree: a start that is near.
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
    """How often a node lies on the shortest paths between others, as a share (U. Brandes, J. Math. Sociology 25, 2001).

    With `pivots` from so many nodes alone, those that networkx takes for the same seed, and scaled as it scales.

    >>> betweenness(3, [(0, 1), (0, 2)])
    [1.0, 0.0, 0.0]
    """
    if (pivots is None or pivots >= n) and n * len(pairs) > EXACT:
        # Compiled code that holds the interpreter cannot be interrupted: what takes long goes source by source.
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
    """Brandes' dependencies, level by level on arrays."""
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
    # As networkx scales: over the pairs that a node can lie between, of which a source has those from itself less.
    total /= max(n - 2, 1) * len(sources)
    total[sources] *= len(sources) / (len(sources) - 1) if len(sources) > 1 else 0.0
    found: list[float] = total.tolist()
    return found


def harmonic(n: int, pairs: Pairs, *, pivots: int | None = None, seed: int = 0) -> list[float]:
    """The sum of the inverse distances to all others (M. Marchiori, V. Latora, Physica A 285, 2000).

    With `pivots` estimated from the distances to so many nodes (D. Eppstein, J. Wang, J. Graph Alg. Appl. 8, 2004).

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
