"""The verb `communities`: find the groups of closely connected things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.network import Communities, Community
from ..model.verb import verb
from ..names.entities import entities, entity_of
from ..render.words import WORDS
from . import measures, partition
from .simple_graph import Network, filtered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.verb import OfRelation
    from ..store.city import CityGraph


@verb("render.network.communities_text")
def communities(
    city: CityGraph,
    *,
    relations: Iterable[str] = (),
    inferred: bool = False,
    hub: bool = False,
    seed: int = 0,
    **_also: Unpack[OfRelation],
) -> Communities:
    """Find the groups of closely connected things, by the Leiden algorithm (https://doi.org/10.1038/s41598-019-41695-z).

    Args:
        city: An open graph.
        relations: Use only the edges with these relations, by label or local name. Empty uses all.
        inferred: Use inferred claims, too.
        hub: Keep the hubs: few things that are connected to more than twice as many as any other (see `hubs_of` in
            `networks/simple_graph.py`). By default they are left out.
        seed: The seed of the random numbers. The same seed gives the same groups.

    Returns:
        The groups, largest first. Each is named after its three members with the highest PageRank in the network.

    Raises:
        CityGraphError: A relation does not exist, or the filters leave no edges.

    Examples:
        >>> import cityGraph as cg
        >>> cg.communities(cg.open()).modularity > 0.5
        True
    """
    network = Network(filtered(city, relations, inferred=inferred), hub=hub)
    n, pairs = len(network.nodes), network.pairs
    labels, modularity = partition.communities(n, pairs, seed=seed)
    scores = measures.pagerank(n, pairs)[0] if n else []
    known = entities(city, network.nodes)
    comma = WORDS[city.language]["comma"]
    groups: dict[int, list[int]] = {}
    for node, label in enumerate(labels):
        groups.setdefault(label, []).append(node)
    found = []
    for label in sorted(groups):
        members = sorted(groups[label], key=lambda node: (-round(scores[node], 12), network.nodes[node]))
        things = tuple(entity_of(known, network.nodes[m]) for m in members)
        found.append(Community(comma.join(thing.label for thing in things[:3]), things))
    return Communities(tuple(found), modularity, network.hubs(city))
