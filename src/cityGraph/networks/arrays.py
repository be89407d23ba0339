"""Measure large networks on arrays with numpy, scipy, rustworkx and graspologic-native: the extra `citygraph[large]`.

`measures` and `partition` use these functions for large networks if the extra is installed, and `plain_measures` and
`leiden` if it is not. Scores are the same to nine places.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .leiden import ITERATIONS
from .plain_measures import DAMPING, TOLERANCE, by_size

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from .measures import Pairs

_PACKAGES = ("numpy", "scipy", "rustworkx", "graspologic_native")


@lru_cache
def installed() -> bool:
    """Return whether the packages of the extra `citygraph[large]` are installed, without importing them.

    Returns:
        True only if all of them are.
    """
    from importlib.util import find_spec

    return all(find_spec(name) for name in _PACKAGES)


def simple(starts: array[int], ends: array[int]) -> Pairs:
    """Return the pairs of a simple undirected graph, without loops and repetitions.

    Args:
        starts: The start of each edge, shape ``(n_edges,)``, int32.
        ends: The end of each edge, in the same order.

    Returns:
        The pairs of nodes that are connected, each once, the smaller number first, in ascending order: an int32 array
        of shape ``(n_pairs, 2)``.
    """
    import numpy as np

    one, other = (np.frombuffer(column, dtype=np.int32) for column in (starts, ends))
    kept = one != other
    low, high = np.minimum(one, other)[kept].astype(np.int64), np.maximum(one, other)[kept]
    keys = np.unique((low << 32) | high)
    return np.stack([keys >> 32, keys & 0xFFFFFFFF], axis=1).astype(np.int32)


def _matrix_above(n: int, pairs: Pairs) -> Any:
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


def pagerank(n: int, pairs: Pairs, most: int) -> tuple[list[float], float]:
    """Compute PageRank; see `measures.pagerank`.

    Args:
        n: The number of nodes. At least 1.
        pairs: The pairs, as `simple` returns them.
        most: The largest number of steps.

    Returns:
        The score of each node, and the largest change of a score in the last step.
    """
    import numpy as np

    upper = _matrix_above(n, pairs)
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


def betweenness(n: int, pairs: Pairs) -> list[float]:
    """Compute betweenness centrality exactly; see `measures.betweenness`.

    Args:
        n: The number of nodes.
        pairs: The pairs, as `simple` returns them.

    Returns:
        The score of each node.
    """
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(n))
    graph.add_edges_from_no_data([(one, other) for one, other in pairs])
    found = rustworkx.graph_betweenness_centrality(graph, normalized=True)
    return [found[node] for node in range(n)]


def sampled_betweenness(n: int, pairs: Pairs, sources: list[int]) -> list[float]:
    """Sum Brandes' dependencies for some source nodes, level by level; see `measures.betweenness`.

    Args:
        n: The number of nodes.
        pairs: The pairs, as `simple` returns them.
        sources: The nodes at which the shortest paths start.

    Returns:
        The score of each node.
    """
    import numpy as np

    upper = _matrix_above(n, pairs)
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


def components(n: int, pairs: Pairs) -> list[int]:
    """Find the connected components; see `partition.components`.

    Args:
        n: The number of nodes.
        pairs: The pairs, as `simple` returns them.

    Returns:
        The number of each node's component, largest first, then by the smallest node.
    """
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    parts = connected_components(_matrix_above(n, pairs), directed=False)[1]
    _, first, counts = np.unique(parts, return_index=True, return_counts=True)
    rank = np.empty(len(counts), dtype=np.int64)
    rank[np.lexsort((first, -counts))] = np.arange(len(counts))
    labels: list[int] = rank[parts].tolist()
    return labels


def communities(n: int, pairs: Sequence[tuple[int, int]], seed: int) -> tuple[list[int], float]:
    """Find communities by the Leiden algorithm; see `partition.communities`.

    Args:
        n: The number of nodes.
        pairs: The pairs, at least one.
        seed: The seed of the random numbers, from zero.

    Returns:
        The number of each node's community, largest first, then by the smallest node; and the modularity.
    """
    from graspologic_native import leiden

    modularity, found = leiden(
        edges=[(str(one), str(other), 1.0) for one, other in pairs],
        starting_communities=None,
        resolution=1.0,
        randomness=0.001,
        iterations=ITERATIONS,
        use_modularity=True,
        seed=(seed + 1) % 2**63,
        trials=1,
    )
    alone = max(found.values()) + 1
    return by_size([found.get(str(node), alone + node) for node in range(n)]), float(modularity)
