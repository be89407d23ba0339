"""Find components, Leiden communities and cut nodes on pairs of integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .measures import Pairs


from typing import Any

from .measures import SMALL, adjacency, listed, upper_matrix


def components(n: int, pairs: Pairs) -> list[int]:
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
    if len(pairs) > SMALL:
        import numpy as np
        from scipy.sparse.csgraph import connected_components

        parts = connected_components(upper_matrix(n, pairs), directed=False)[1]
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
    """Number the groups anew: largest first, then by the smallest node."""
    sizes: dict[int, int] = {}
    first: dict[int, int] = {}
    for node, label in enumerate(labels):
        sizes[label] = sizes.get(label, 0) + 1
        first.setdefault(label, node)
    order = {label: rank for rank, label in enumerate(sorted(sizes, key=lambda each: (-sizes[each], first[each])))}
    return [order[label] for label in labels]


def communities(n: int, pairs: Pairs, *, seed: int = 0) -> tuple[list[int], float]:
    """Find communities by the Leiden algorithm (Traag et al. 2019, https://doi.org/10.1038/s41598-019-41695-z).

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.
        seed: The seed of the random numbers. The same seed gives the same communities.

    Returns:
        For each node the number of its community, from zero, largest first; and the modularity, at most 1. Without
        pairs each node is a community by itself and the modularity is 0.

    Examples:
        >>> communities(6, [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (0, 3)])[0]
        [0, 0, 0, 1, 1, 1]
    """
    if not len(pairs):
        return list(range(n)), 0.0
    from graspologic_native import leiden

    modularity, found = leiden(
        edges=[(str(one), str(other), 1.0) for one, other in listed(pairs)],
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
    """Find the nodes whose removal splits their component (Tarjan 1972, https://doi.org/10.1137/0201010).

    Args:
        n: The number of nodes. They are numbered from zero.
        pairs: The pairs of nodes that are connected, each once, as `simple` returns them.

    Returns:
        For each such node, in ascending order: how many nodes are then no longer connected to the largest remaining
        piece of the component.

    Examples:
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
