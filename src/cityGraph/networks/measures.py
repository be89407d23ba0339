"""Degree, PageRank, betweenness, harmonic on integer pairs.

Nodes are the numbers from 0; `pairs` are different, of the smaller number and the larger: a list or, where there are
many, an array of two columns. What each gives is what networkx gives for `networkx.Graph(pairs)`, to 1e-9 by the tests.
"""

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
    for one, other in _listed(pairs):
        around[one].append(other)
        around[other].append(one)
    return around


def degree(n: int, pairs: Pairs) -> list[float]:
    """The share of the other nodes that each is tied to (L. C. Freeman, Social Networks 1, 1978).

    >>> degree(3, [(0, 1), (0, 2)])
    [1.0, 0.5, 0.5]
    """
    counts = [0] * n
    for one, other in _listed(pairs):
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


def _listed(pairs: Pairs) -> Sequence[tuple[int, int]]:
    if isinstance(pairs, list):
        return pairs
    found: list[tuple[int, int]] = pairs.tolist()
    return found


def _upper(n: int, pairs: Pairs) -> Any:
    """The pairs as a sparse matrix, each once, above the diagonal: they come in its order, and nothing is sorted."""
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.asarray(pairs, dtype=np.int32).reshape(-1, 2)
    starts = np.zeros(n + 1, dtype=np.int32)
    np.cumsum(np.bincount(ends[:, 0], minlength=n), out=starts[1:])
    return csr_array((np.ones(len(ends)), np.ascontiguousarray(ends[:, 1]), starts), shape=(n, n))


def _pagerank_arrays(n: int, pairs: Pairs, most: int) -> tuple[list[float], float]:
    import numpy as np

    upper = _upper(n, pairs)
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
        graph.add_edges_from_no_data([(one, other) for one, other in _listed(pairs)])
        found = rustworkx.graph_betweenness_centrality(graph, normalized=True)
        return [found[node] for node in range(n)]
    return _sampled_betweenness(n, pairs, Random(seed).sample(range(n), pivots))


def _sampled_betweenness(n: int, pairs: Pairs, sources: list[int]) -> list[float]:
    """Brandes' dependencies, level by level on arrays."""
    import numpy as np

    upper = _upper(n, pairs)
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


def components(n: int, pairs: Pairs) -> list[int]:
    """The number of the component of each node, largest component first, then by the smallest node.

    >>> components(4, [(1, 3)])
    [1, 0, 2, 0]
    """
    if len(pairs) > SMALL:
        import numpy as np
        from scipy.sparse.csgraph import connected_components

        parts = connected_components(_upper(n, pairs), directed=False)[1]
        _, first, counts = np.unique(parts, return_index=True, return_counts=True)
        rank = np.empty(len(counts), dtype=np.int64)
        rank[np.lexsort((first, -counts))] = np.arange(len(counts))
        labels: list[int] = rank[parts].tolist()
        return labels
    around = adjacency(n, pairs)
    labels = [-1] * n
    for root in range(n):
        if labels[root] >= 0:
            continue
        labels[root] = root
        waiting = [root]
        while waiting:
            for other in around[waiting.pop()]:
                if labels[other] < 0:
                    labels[other] = root
                    waiting.append(other)
    return _by_size(labels)


def _by_size(labels: list[int]) -> list[int]:
    sizes: dict[int, int] = {}
    first: dict[int, int] = {}
    for node, label in enumerate(labels):
        sizes[label] = sizes.get(label, 0) + 1
        first.setdefault(label, node)
    order = {label: rank for rank, label in enumerate(sorted(sizes, key=lambda each: (-sizes[each], first[each])))}
    return [order[label] for label in labels]


def communities(n: int, pairs: Pairs, *, seed: int = 0) -> tuple[list[int], float]:
    """The community of each node by the Leiden algorithm, largest first, and the modularity of the whole.

    (V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9, 2019.) The same seed gives the same communities.

    >>> communities(6, [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (0, 3)])[0]
    [0, 0, 0, 1, 1, 1]
    """
    if not len(pairs):
        return list(range(n)), 0.0
    from graspologic_native import leiden

    modularity, found = leiden(
        edges=[(str(one), str(other), 1.0) for one, other in _listed(pairs)],
        starting_communities=None,
        resolution=1.0,
        randomness=0.001,
        iterations=1,
        use_modularity=True,
        seed=(seed + 1) % 2**63,
        trials=1,
    )
    alone = max(found.values()) + 1
    labels = [found.get(str(node), alone + node) for node in range(n)]
    return _by_size(labels), float(modularity)


def cut_nodes(n: int, pairs: Pairs) -> dict[int, int]:
    """The nodes without which a component falls apart, each with how many others are then off its largest piece.

    (R. Tarjan, SIAM J. Computing 1, 1972, and the sizes of what hangs below in the search.)

    >>> cut_nodes(4, [(0, 1), (0, 2), (2, 3)])
    {0: 1, 2: 1}
    """
    around = adjacency(n, pairs)
    seen, low, size = [-1] * n, [0] * n, [1] * n
    pieces: dict[int, list[int]] = {}
    found: dict[int, int] = {}
    for root in range(n):
        if seen[root] >= 0:
            continue
        order = [root]
        stack: list[tuple[int, int, Any]] = [(root, -1, iter(around[root]))]
        seen[root] = low[root] = 0
        while stack:
            node, parent, rest = stack[-1]
            for other in rest:
                if seen[other] < 0:
                    seen[other] = low[other] = len(order)
                    order.append(other)
                    stack.append((other, node, iter(around[other])))
                    break
                if other != parent:
                    low[node] = min(low[node], seen[other])
            else:
                stack.pop()
                if parent >= 0:
                    low[parent] = min(low[parent], low[node])
                    size[parent] += size[node]
                    if low[node] >= seen[parent]:
                        pieces.setdefault(parent, []).append(size[node])
        for node in order:
            parts = pieces.get(node, [])
            above = len(order) - 1 - sum(parts)
            parts = [*parts, above] if above else parts
            if len(parts) > 1:
                found[node] = sum(parts) - max(parts)
    return dict(sorted(found.items()))
