"""The verb `bridges`: things whose removal splits the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.network import Bridge, Bridges
from ..names.entities import entities, entity_of
from . import measures, partition
from .simple_graph import Network, filtered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Entity
    from ..store.city import CityGraph


def bridges(
    city: CityGraph, *, relations: Iterable[str] = (), inferred: bool = False, hub: bool = False, top: int = 10
) -> Bridges:
    """The things without which the network falls apart, those first that cut off most.

    Each comes with what hangs on it alone. Raises `CityGraphError` where filters leave nothing.

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
        network.centres(city),
    )


def _parts(around: list[list[int]], without: int) -> list[list[int]]:
    """The pieces of the component of a node that are left without it, largest first."""
    seen = {without}
    parts = []
    for root in around[without]:
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
