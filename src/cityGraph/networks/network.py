"""The verb `network`: turn the edges into a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.edge_arrays import edge_arrays
from ..graph.filters import relation_iris
from ..graph.plain_triples import has_claims
from ..graph.reader import read
from ..model.claim import Entity
from ..model.verb import verb
from ..names.entities import entities, names_of
from ..names.labels import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    import networkx

    from ..model.verb import OfRelation
    from ..store.city import CityGraph


@verb()
def network(
    city: CityGraph,
    *,
    inferred: bool = False,
    relations: Iterable[str] = (),
    **_also: Unpack[OfRelation],
) -> networkx.MultiDiGraph:
    """Turn the claims between two things into a networkx graph.

    Args:
        city: An open graph.
        inferred: Include inferred claims.
        relations: Keep the claims with these relations, by label or local name. Empty keeps all.

    Returns:
        A `networkx.MultiDiGraph`. Nodes are IRIs with the attributes ``label``, ``kind`` and ``names`` (joined by
        "; "). Each claim is an edge whose key is the IRI of the claim, with the attributes ``relation`` (an IRI),
        ``label``, ``status``, ``basis``, ``claim``, and ``source_iri`` and ``phrase`` of its first passage, if it has
        one. A triple between two things with names that no claim says is an edge too; its key is its predicate. All
        attributes are strings, so every writer of networkx takes them.

    Raises:
        CityGraphError: A relation does not exist in the graph.

    Examples:
        >>> import cityGraph as cg
        >>> G = cg.network(cg.open())
        >>> [G.nodes[n]["label"] for n in G.successors("https://w3id.org/citygraph/id/taiyuan/jinko")]
        ['新能源產業', '光伏產業鏈']
    """
    import networkx

    wanted = relation_iris(city, relations, inferred=inferred)
    graph = networkx.MultiDiGraph()
    if has_claims(city):
        for claim in read(city, None):
            if not isinstance(claim.object, Entity) or (claim.basis == "inferred" and not inferred):
                continue
            if wanted and claim.relation.iri not in wanted:
                continue
            first = claim.evidence[0] if claim.evidence else None
            graph.add_edge(
                claim.subject.iri,
                claim.object.iri,
                key=claim.iri if claim.status else claim.relation.iri,
                relation=claim.relation.iri,
                label=claim.relation.label,
                status=claim.status,
                basis=claim.basis,
                **({"claim": claim.iri} if claim.status else {}),
                **({"source_iri": first.source, "phrase": first.phrase} if first else {}),
            )
    else:
        found = edge_arrays(city)
        words = vocabulary(city, found.predicates)
        for at, (one, other) in enumerate(found.pairs()):
            predicate = found.predicates[found.relations[at]]
            if not wanted or predicate in wanted:
                ends = found.nodes[one], found.nodes[other]
                graph.add_edge(*ends, key=predicate, relation=predicate, label=words.label(predicate))
    known, spelled = entities(city, graph), names_of(city, graph)
    for node in list(graph):
        thing = known.get(node)
        names = "; ".join(dict.fromkeys(name for name, _, _ in spelled.get(node, ())))
        graph.add_node(node, label=thing.label if thing else node, kind=thing.kind if thing else "", names=names)
    return graph
