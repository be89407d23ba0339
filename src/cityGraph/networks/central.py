"""The verb `central`: the most important things by a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.network import Central, Score
from ..names.entities import entities, entity_of
from ..names.kinds import of_kind
from . import measures
from .simple_graph import Network, filtered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

MEASURES = ("degree", "pagerank", "betweenness", "harmonic")
PIVOTS = 200


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
    network = Network(filtered(city, relations, inferred=inferred), hub=hub)
    scores, reached, pivots = _measured(len(network.nodes), network.pairs, by, exact=exact)
    before: dict[str, float] = {}
    if plan_effect:
        # The same things, with fewer ties: a share of other things would be another measure.
        fact = network.pairs_of(filtered(city, relations, inferred=inferred, realised=True))
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
