"""The verb `about`: count what a graph contains."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..model.graph import About
from ..model.verb import verb
from ..names.entities import entities
from ..names.labels import vocabulary
from ..namespaces import local
from .edge_arrays import edge_arrays
from .plain_triples import has_claims
from .reader import proof_of

if TYPE_CHECKING:
    from ..store.city import CityGraph


@verb("render.about.about_text")
def about(city: CityGraph) -> About:
    """Count what a graph contains.

    Args:
        city: An open graph.

    Returns:
        The number of triples (without those of our ontology), things and claims, and the counts by kind, relation,
        source, status, basis and degree of proof, the largest first. A claim of two sources counts for each. In a graph
        without claims, its edges count as claims.
        Kinds and relations are labelled in the handle's language.

    Raises:
        CityGraphError: The graph has no claims and is an endpoint, which is never read whole.

    Examples:
        >>> import cityGraph as cg
        >>> summary = cg.about(cg.open(language="en"))
        >>> summary.kinds["firm"], summary.claims > 200
        (36, True)
    """
    kinds = {row[0].value: int(row[1].value) for row in city.select("count-kinds") if row[0].value}
    total = int(city.select("count-triples")[0][0].value) - city.ontology
    relations: dict[str, int] = {}
    status: dict[str, int] = {}
    basis: dict[str, int] = {}
    sources: dict[str, int] = {}
    proof: dict[str, int] = {}
    for *terms, recorded, placed, n in city.select("count-claims"):
        for counts, term in zip((relations, status, basis, sources), terms, strict=True):
            if term.value:
                counts[term.value] = counts.get(term.value, 0) + int(n.value)
        if not terms[2].value:
            continue  # some engines count the claims of a graph without any in a row of its own
        degree = proof_of(local(terms[2].value), placed.value == "true", local(recorded.value))
        proof[degree] = proof.get(degree, 0) + int(n.value)
    claims = sum(basis.values())
    things = sum(kinds.values())
    if not has_claims(city):
        edges = edge_arrays(city)
        things = len(set(city.columns("all-named", 1)[0]))
        relations, claims = dict(Counter(edges.predicates[relation] for relation in edges.relations)), len(edges)
    words = vocabulary(city, [*kinds, *relations])
    titles = entities(city, sources)
    return About(
        total,
        things,
        claims,
        _ranked({words.label(kind): n for kind, n in kinds.items()}),
        _ranked({words.label(relation): n for relation, n in relations.items()}),
        _ranked({titles[source].label if source in titles else local(source): n for source, n in sources.items()}),
        _ranked({local(each): n for each, n in status.items()}),
        _ranked({local(each): n for each, n in basis.items()}),
        _ranked(proof),
    )


def _ranked(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
