"""The verb `bridges`: find the things whose removal splits the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.network import Bridge, Bridges
from ..model.verb import verb
from ..names.entities import entities, entity_of
from . import measures, partition
from .simple_graph import Network, filtered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.claim import Entity
    from ..model.verb import OfRelation
    from ..store.city import CityGraph


@verb("render.network.bridges_text")
def bridges(
    city: CityGraph,
    *,
    relations: Iterable[str] = (),
    inferred: bool = False,
    hub: bool = False,
    top: int = 10,
    **_also: Unpack[OfRelation],
) -> Bridges:
    """Find the things whose removal splits the network (its cut vertices).

    Args:
        city: An open graph.
        relations: Use only the edges with these relations, by label or local name. Empty uses all.
        inferred: Use inferred claims, too.
        hub: Keep the hubs: few things that are connected to more than twice as many as any other (see `hubs_of` in
            `networks/simple_graph.py`). By default they are left out.
        top: The largest number of things to list.

    Returns:
        The things, with what is connected to the network only through them. Those that cut off most come first.

    Raises:
        CityGraphError: A relation does not exist, or the filters leave no edges.

    Examples:
        >>> import cityGraph as cg
        >>> cg.bridges(cg.open(), top=1)[0].cut_off > 1
        True
    """
    network = Network(filtered(city, relations, inferred=inferred), hub=hub)
    n = len(network.nodes)
    around = measures.adjacency(n, network.pairs)
    cuts = partition.cut_nodes(n, network.pairs)
    chosen = sorted(cuts, key=lambda node: (-cuts[node], network.nodes[node]))[:top]
    parts = {node: _parts(around, node)[1:] for node in chosen}
    known = entities(city, {network.nodes[m] for node in chosen for m in (node, *(x for p in parts[node] for x in p))})

    def entity(node: int) -> Entity:
        return entity_of(known, network.nodes[node])

    return Bridges(
        tuple(
            Bridge(entity(node), cuts[node], tuple(tuple(map(entity, sorted(part))) for part in parts[node]))
            for node in chosen
        ),
        network.hubs(city),
    )


def _parts(around: list[list[int]], removed: int) -> list[list[int]]:
    """Return the pieces into which the removal of a node splits its component, largest first."""
    seen = {removed}
    parts = []
    for root in around[removed]:
        if root in seen:
            continue
        seen.add(root)
        part = [root]
        for node in part:
            for other in around[node]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), min(part)))
