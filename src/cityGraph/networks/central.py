"""The verb `central`: the most important things by a measure.

Measures are taken on the simple undirected graph: several ties between two things count once, and either way. A city
graph is a star around its city, and every measure would say so and nothing else: of more than ten things, those that
more than a fifth of all others are tied to are left out unless asked for, and the answer says which. What only stands
under one heading (`cg:heading`) is not tied by that, unless the relation is asked for.
"""

from __future__ import annotations

from array import array
from math import log2
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.edge_arrays import Edges, edges, relation_iris
from ..model.claim import Entity, Relation
from ..model.network import Bridge, Bridges, Central, Communities, Community, Score, Similar, Twin
from ..names.find import entities, entity_of, of_kind, resolve
from ..names.labels import vocabulary
from ..store.engine import named, prologue, rows
from . import measures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.open import CityGraph

MEASURES = ("degree", "pagerank", "betweenness", "harmonic")
STAR = 0.2
FEW = 10  # of so few things none is the centre of a star
PIVOTS = 200


class _Network:
    """The simple undirected graph of the ties that the filters leave, without the centres of stars unless asked for."""

    def __init__(self, found: Edges, *, hub: bool) -> None:
        n, pairs = len(found.nodes), measures.simple(found.starts, found.ends)
        centres: set[int] = set()
        if not hub and n > FEW:
            centres = {node for node, share in enumerate(measures.degree(n, pairs)) if share > STAR}
        self.left_out = [found.nodes[node] for node in sorted(centres)]
        kept = [node for node in range(n) if node not in centres]
        self.nodes = [found.nodes[node] for node in kept]
        self.number = {iri: at for at, iri in enumerate(self.nodes)}
        self.pairs = self.pairs_of(found) if centres else pairs

    def pairs_of(self, ties: Edges) -> measures.Pairs:
        """The pairs of these ties among the things of this network."""
        ends = [self.number.get(node, -1) for node in ties.nodes]
        kept = [(ends[one], ends[other]) for one, other in ties.pairs() if ends[one] >= 0 and ends[other] >= 0]
        return measures.simple(array("i", (one for one, _ in kept)), array("i", (other for _, other in kept)))

    def centres(self, city: CityGraph) -> tuple[Entity, ...]:
        """What was left out."""
        known = entities(city, self.left_out)
        return tuple(entity_of(known, iri) for iri in self.left_out)


def _filtered(city: CityGraph, relations: Iterable[str], *, inferred: bool, realised: bool = False) -> Edges:
    """The ties that the filters leave; says which of them left none."""
    found = edges(city, inferred=inferred)
    if not len(found):
        raise CityGraphError("the graph ties no two things that have a name: there is no network")
    whole = found
    wanted = {found.predicates.index(name) for name in relation_iris(city, relations, inferred=inferred)}
    if wanted:
        found = found.where(lambda tie: whole.relations[tie] in wanted)
    else:
        headings = {row[0].value for row in rows(city.engine, prologue(["cg"]) + named("headings"))}
        idle = {at for at, predicate in enumerate(found.predicates) if predicate in headings}
        found = found.where(lambda tie: whole.relations[tie] not in idle) if idle else found
    if realised and not found.status:
        raise CityGraphError("the graph makes no claims: what is realised and what is planned cannot be told apart")
    if realised:
        before = found
        found = found.where(lambda tie: before.status[tie] == "realised")
    if not len(found):
        raise CityGraphError("no tie is left: those asked for, by relation or as realised, are none of the graph")
    return found


def central(
    city: CityGraph,
    *,
    by: str = "pagerank",
    kind: str | None = None,
    relations: Iterable[str] = (),
    inferred: bool = False,
    hub: bool = False,
    plan_effect: bool = False,
    exact: bool = False,
    top: int = 10,
) -> Central:
    """The things that the network turns on, highest first; equal scores share a rank.

    `by` is ``degree``, ``pagerank``, ``betweenness`` or ``harmonic``. With `kind` only things of that kind are listed
    (all are counted). With `plan_effect` scores are compared with those of realised ties alone, greatest gain first.
    `hub` keeps the centre of the star. A measure that would take long is sampled unless `exact` asks for it whole.

    Raises `CityGraphError` for another measure, an unknown relation or kind, and where filters leave nothing.

    >>> import cityGraph as cg
    >>> cg.central(cg.open(), by="degree", hub=True, top=1)[0].entity.label
    '太原'
    """
    if by not in MEASURES:
        raise CityGraphError(f"no measure is called {by!r}; there are: {', '.join(MEASURES)}")
    network = _Network(_filtered(city, relations, inferred=inferred), hub=hub)
    scores, reached, pivots = _measured(len(network.nodes), network.pairs, by, exact=exact)
    before: dict[str, float] = {}
    if plan_effect:
        # The same things, with fewer ties: a share of other things would be another measure.
        fact = network.pairs_of(_filtered(city, relations, inferred=inferred, realised=True))
        without, _, _ = _measured(len(network.nodes), fact, by, exact=exact)
        before = dict(zip(network.nodes, without, strict=True))
    known = entities(city, network.nodes)
    fitting = {thing.iri for thing in of_kind(known.values(), kind)} if kind is not None else set(network.nodes)
    listed = [(who, score) for who, score in zip(network.nodes, scores, strict=True) if who in fitting]
    gain = {who: score - before.get(who, 0.0) if plan_effect else score for who, score in listed}
    ranked = sorted(listed, key=lambda each: (-round(gain[each[0]], 12), each[0]))
    found: list[Score] = []
    for at, (who, score) in enumerate(ranked[:top], start=1):
        level = round(gain[who], 12)
        rank = found[-1].rank if found and round(gain[found[-1].entity.iri], 12) == level else at
        thing = entity_of(known, who)
        # Beyond the twelfth place a sum depends on the order in which threads add.
        found.append(Score(thing, round(score, 12), rank, round(before.get(who, 0.0), 12) if plan_effect else None))
    return Central(by, tuple(found), len(network.nodes), len(network.pairs), network.centres(city), reached, pivots)


def _measured(n: int, pairs: measures.Pairs, by: str, *, exact: bool) -> tuple[list[float], float | None, int | None]:
    if by == "degree":
        return measures.degree(n, pairs), None, None
    if by == "pagerank":
        scores, reached = measures.pagerank(n, pairs) if n else ([], 0.0)
        if reached >= measures.TOLERANCE:
            raise CityGraphError(f"PageRank did not settle: the last step still changed a thing by {reached:.1g}")
        return scores, reached, None
    pivots = None if exact or n * len(pairs) <= measures.EXACT else PIVOTS
    measure = measures.betweenness if by == "betweenness" else measures.harmonic
    return measure(n, pairs, pivots=pivots), None, pivots


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
    network = _Network(_filtered(city, relations, inferred=inferred), hub=hub)
    n, pairs = len(network.nodes), network.pairs
    labels, modularity = measures.communities(n, pairs, seed=seed)
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


def bridges(
    city: CityGraph, *, relations: Iterable[str] = (), inferred: bool = False, hub: bool = False, top: int = 10
) -> Bridges:
    """The things without which the network falls apart, those first that cut off most.

    Each comes with what hangs on it alone. Raises `CityGraphError` where filters leave nothing.

    >>> import cityGraph as cg
    >>> cg.bridges(cg.open(), top=1)[0].cut_off > 1
    True
    """
    network = _Network(_filtered(city, relations, inferred=inferred), hub=hub)
    n = len(network.nodes)
    around = measures.adjacency(n, network.pairs)
    cuts = measures.cut_nodes(n, network.pairs)
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
    found = edges(city, inferred=inferred)
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
