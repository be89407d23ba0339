"""Find components, Leiden communities and cut nodes on pairs of integers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import arrays, plain_measures
from .leiden import leiden
from .measures import adjacency, listed, on_arrays

if TYPE_CHECKING:
    from .measures import Pairs


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
    if on_arrays(pairs):
        return arrays.components(n, pairs)
    return plain_measures.components(n, listed(pairs))


def communities(n: int, pairs: Pairs, *, seed: int = 0) -> tuple[list[int], float]:
    """Find communities by the Leiden algorithm (Traag et al. 2019, https://doi.org/10.1038/s41598-019-41695-z).

    The algorithm runs until the modularity no longer rises, or for ten iterations.

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
    if on_arrays(pairs):
        return arrays.communities(n, listed(pairs), seed)
    return leiden(n, listed(pairs), seed=seed)


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
