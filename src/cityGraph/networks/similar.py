"""The verb `similar`: find the things that are connected in the same way."""

from __future__ import annotations

from math import fsum, log2
from typing import TYPE_CHECKING

from ..graph.edge_arrays import edge_arrays
from ..model.claim import Relation
from ..model.network import Similar, Twin
from ..model.verb import verb
from ..names.entities import entities, entity_of
from ..names.labels import vocabulary
from ..names.resolve import resolve

if TYPE_CHECKING:
    from ..store.city import CityGraph


@verb("render.network.similar_text")
def similar(city: CityGraph, name: str, *, inferred: bool = False, top: int = 10) -> Similar:
    """Find the things that are connected in the same way: by the same relations to the same things.

    The score is a weighted Jaccard index: the weight of what both have, divided by the weight of what either has. An
    edge that n things have weighs 1 / log₂(1 + n), so that rare ones count more. Adamic and Adar weigh common neighbors
    like this (https://doi.org/10.1016/S0378-8733(03)00009-1).

    Args:
        city: An open graph.
        name: The thing, by any of its names.
        inferred: Use inferred claims, too.
        top: The largest number of things to list.

    Returns:
        The things that have at least one such edge in common with it, most similar first.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several things have this name.

    Examples:
        >>> import cityGraph as cg
        >>> cg.similar(cg.open(), "比亞迪", top=1)[0].entity.label
        '惠科'
    """
    thing = resolve(city, name)
    arrays = edge_arrays(city, inferred=inferred)
    features_of: dict[int, set[tuple[int, str, int]]] = {}
    for at, (one, other) in enumerate(arrays.pairs()):
        features_of.setdefault(one, set()).add((arrays.relations[at], "out", other))
        features_of.setdefault(other, set()).add((arrays.relations[at], "in", one))
    number = {node: at for at, node in enumerate(arrays.nodes)}
    own = features_of.get(number.get(thing.iri, -1), set())
    holders: dict[tuple[int, str, int], list[int]] = {}
    for node, features in features_of.items():
        for feature in features & own:
            holders.setdefault(feature, []).append(node)
    weight = {feature: 1 / log2(1 + len(nodes)) for feature, nodes in holders.items()}
    counts: dict[tuple[int, str, int], int] = {}
    candidates = {node for nodes in holders.values() for node in nodes} - {number.get(thing.iri, -1)}
    for node in candidates:
        for feature in features_of[node] - own:
            counts[feature] = counts.get(feature, 0) + 1
    total = fsum(weight.get(feature, 1.0) for feature in own)
    scored = []
    for node in candidates:
        shared = features_of[node] & own
        both = fsum(weight[feature] for feature in shared)
        rest = fsum(1 / log2(1 + counts[feature]) for feature in features_of[node] - own)
        scored.append((both / (total + rest), node, shared))
    scored.sort(key=lambda each: (-round(each[0], 12), arrays.nodes[each[1]]))
    chosen = scored[:top]
    ends = {arrays.nodes[other] for _, _, shared in chosen for _, _, other in shared}
    known = entities(city, ends | {arrays.nodes[node] for _, node, _ in chosen})
    words = vocabulary(city, arrays.predicates)
    twins = []
    for score, node, shared in chosen:
        edges = sorted((arrays.predicates[r], direction, arrays.nodes[other]) for r, direction, other in shared)
        pairs = tuple((Relation(r, words.relation(r, way)), entity_of(known, other)) for r, way, other in edges)
        twins.append(Twin(entity_of(known, arrays.nodes[node]), score, pairs))
    return Similar(thing, tuple(twins))
