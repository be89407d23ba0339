"""The verb `communities`: groups that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.network import Communities, Community
from ..names.entities import entities, entity_of
from . import measures, partition
from .simple_graph import Network, filtered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


def communities(
    city: CityGraph, *, relations: Iterable[str] = (), inferred: bool = False, hub: bool = False, seed: int = 0
) -> Communities:
    """The groups into which the network falls by the Leiden algorithm, largest first; the same seed, the same groups.

    A group is named by its three most central members (PageRank within the whole). Raises `CityGraphError` where
    filters leave nothing.

    >>> import cityGraph as cg
    >>> cg.communities(cg.open()).modularity > 0.5
    True
    """
    network = Network(filtered(city, relations, inferred=inferred), hub=hub)
    n, pairs = len(network.nodes), network.pairs
    labels, modularity = partition.communities(n, pairs, seed=seed)
    scores = measures.pagerank(n, pairs)[0] if n else []
    known = entities(city, network.nodes)
    comma = ", " if city.language == "en" else "、"
    groups: dict[int, list[int]] = {}
    for node, label in enumerate(labels):
        groups.setdefault(label, []).append(node)
    found = []
    for label in sorted(groups):
        members = sorted(groups[label], key=lambda node: (-round(scores[node], 12), network.nodes[node]))
        things = tuple(entity_of(known, network.nodes[m]) for m in members)
        found.append(Community(comma.join(thing.label for thing in things[:3]), things))
    return Communities(tuple(found), modularity, network.centres(city))
