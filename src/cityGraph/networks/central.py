"""The verb `central`: rank the things of the network by a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..model.network import Central, Score
from ..model.verb import verb
from ..names.entities import entities, entity_of
from ..names.kinds import known_kinds, of_kind
from . import measures
from .simple_graph import Network, filtered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.verb import OfRelation
    from ..store.city import CityGraph

MEASURES = ("degree", "pagerank", "betweenness", "harmonic")
PIVOTS = 200  # things that a sampled measure starts from


@verb("render.network.central_text")
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
    **_also: Unpack[OfRelation],
) -> Central:
    """Rank the things of the network by how central they are.

    Args:
        city: An open graph.
        by: The measure: ``degree``, ``pagerank``, ``betweenness`` or ``harmonic``.
        kind: List only the things of this kind, by local name or label. Scores still count all things. None lists all.
        relations: Use only the edges with these relations, by label or local name. Empty uses all.
        inferred: Use inferred claims, too.
        hub: Keep the hubs: few things that are connected to more than twice as many as any other (see `hubs_of` in
            `networks/simple_graph.py`). By default they are left out.
        plan_effect: Compare each score with that in the network of realised edges alone, and rank by the gain.
        exact: Compute betweenness and harmonic centrality exactly in a large network, too. By default they are
            estimated there from 200 things.
        top: The largest number of things to list.

    Returns:
        The scores, highest first. Equal scores share a rank.

    Raises:
        CityGraphError: The measure, a relation or the kind does not exist, the filters leave no edges, or PageRank
            does not converge.

    Examples:
        >>> import cityGraph as cg
        >>> cg.central(cg.open(), by="degree", hub=True, top=1)[0].entity.label
        '太原'
    """
    if by not in MEASURES:
        raise CityGraphError(f"No measure is called {short(by)!r}. Measures: {', '.join(MEASURES)}.")
    network = Network(filtered(city, relations, inferred=inferred), hub=hub)
    scores, reached, pivots = _measured(len(network.nodes), network.pairs, by, exact=exact)
    before: dict[str, float] = {}
    if plan_effect:
        # The same things with fewer edges: a score among fewer things could not be compared.
        realised = network.pairs_of(filtered(city, relations, inferred=inferred, realised=True))
        realised_scores, _, _ = _measured(len(network.nodes), realised, by, exact=exact)
        before = dict(zip(network.nodes, realised_scores, strict=True))
    known = entities(city, network.nodes)
    wanted = set(network.nodes)
    if kind is not None:
        wanted = {thing.iri for each in known_kinds(city, [kind]) for thing in of_kind(known.values(), each)}
    listed = [(iri, score) for iri, score in zip(network.nodes, scores, strict=True) if iri in wanted]
    gain = {iri: score - before.get(iri, 0.0) if plan_effect else score for iri, score in listed}
    ranked = sorted(listed, key=lambda each: (-round(gain[each[0]], 12), each[0]))
    found: list[Score] = []
    for at, (iri, score) in enumerate(ranked[:top], start=1):
        level = round(gain[iri], 12)
        rank = found[-1].rank if found and round(gain[found[-1].entity.iri], 12) == level else at
        thing = entity_of(known, iri)
        # The digits after the twelfth depend on the order in which threads add.
        found.append(Score(thing, round(score, 12), rank, round(before.get(iri, 0.0), 12) if plan_effect else None))
    return Central(by, tuple(found), len(network.nodes), len(network.pairs), network.hubs(city), reached, pivots)


def _measured(n: int, pairs: measures.Pairs, by: str, *, exact: bool) -> tuple[list[float], float | None, int | None]:
    """Return the scores, the last change of PageRank, and the number of pivots of a sampled measure."""
    if by == "degree":
        return measures.degree(n, pairs), None, None
    if by == "pagerank":
        scores, reached = measures.pagerank(n, pairs) if n else ([], 0.0)
        if reached >= measures.TOLERANCE:
            raise CityGraphError(
                f"PageRank did not converge: the last step changed a score by {reached:.1g} (limit "
                f"{measures.TOLERANCE:.0e}). Use another measure, such as --by degree."
            )
        return scores, reached, None
    pivots = None if exact or n * len(pairs) <= measures.EXACT else PIVOTS
    measure = measures.betweenness if by == "betweenness" else measures.harmonic
    return measure(n, pairs, pivots=pivots), None, pivots
