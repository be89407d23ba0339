"""The verb `similar`: things connected in the same way."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from ..graph.edge_arrays import edge_arrays
from ..model.claim import Relation
from ..model.network import Similar, Twin
from ..names.entities import entities, entity_of
from ..names.labels import vocabulary
from ..names.resolve import resolve

if TYPE_CHECKING:
    from ..store.city import CityGraph


def similar(city: CityGraph, name: str, *, inferred: bool = False, top: int = 10) -> Similar:
    """The things that are tied as `name` is: by the same relation, the same way, to the same things; most alike first.

    The likeness is a weighted Jaccard index: what few share counts for more, a tie by 1 / log₂(1 + how many have it),
    as L. A. Adamic and E. Adar weigh common neighbors (Social Networks 25, 2003). Raises `NameNotFound` and
    `AmbiguousName`.

    >>> import cityGraph as cg
    >>> cg.similar(cg.open(), "比亞迪", top=1)[0].entity.label
    '惠科'
    """
    thing = resolve(city, name)
    found = edge_arrays(city, inferred=inferred)
    ties: dict[int, set[tuple[int, str, int]]] = {}
    for at, (one, other) in enumerate(found.pairs()):
        ties.setdefault(one, set()).add((found.relations[at], "out", other))
        ties.setdefault(other, set()).add((found.relations[at], "in", one))
    number = {node: at for at, node in enumerate(found.nodes)}
    own = ties.get(number.get(thing.iri, -1), set())
    holders: dict[tuple[int, str, int], list[int]] = {}
    for node, features in ties.items():
        for feature in features & own:
            holders.setdefault(feature, []).append(node)
    weight = {feature: 1 / log2(1 + len(nodes)) for feature, nodes in holders.items()}
    every: dict[tuple[int, str, int], int] = {}
    candidates = {node for nodes in holders.values() for node in nodes} - {number.get(thing.iri, -1)}
    for node in candidates:
        for feature in ties[node] - own:
            every[feature] = every.get(feature, 0) + 1
    total = sum(weight.get(feature, 1.0) for feature in own)
    scored = []
    for node in candidates:
        shared = ties[node] & own
        both = sum(weight[feature] for feature in shared)
        rest = sum(1 / log2(1 + every[feature]) for feature in ties[node] - own)
        scored.append((both / (total + rest), node, shared))
    scored.sort(key=lambda each: (-round(each[0], 12), found.nodes[each[1]]))
    chosen = scored[:top]
    ends = {found.nodes[other] for _, _, shared in chosen for _, _, other in shared}
    known = entities(city, ends | {found.nodes[node] for _, node, _ in chosen})
    words = vocabulary(city, found.predicates)
    twins = []
    for score, node, shared in chosen:
        told = sorted((found.predicates[r], direction, found.nodes[other]) for r, direction, other in shared)
        twins.append(
            Twin(
                entity_of(known, found.nodes[node]),
                score,
                tuple(
                    (Relation(r, words.relation(r, direction)), entity_of(known, other)) for r, direction, other in told
                ),
            )
        )
    return Similar(thing, tuple(twins))
