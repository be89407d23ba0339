"""The claims as a networkx graph: every algorithm of networkx works on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .evidence import read
from .model import Entity

if TYPE_CHECKING:
    import networkx

    from .store import CityGraph


def network(city: CityGraph, *, inferred: bool = False) -> networkx.MultiDiGraph:
    """Entities and the claims that tie them, as a networkx `MultiDiGraph`.

    Nodes are IRIs with ``label`` and ``kind``; an edge is keyed by its claim's IRI and carries ``relation`` (IRI),
    ``label``, ``status``, ``basis``, ``source`` (IRI of the first) and ``phrase``. Claims with a literal object are
    no edges; inferred claims are left out unless `inferred` asks for them.

    >>> import cityGraph as cg
    >>> G = cg.network(cg.open())
    >>> [G.nodes[n]["label"] for n in G.successors("https://w3id.org/citygraph/id/taiyuan/jinko")]
    ['新能源產業', '光伏產業鏈']
    """
    import networkx

    graph = networkx.MultiDiGraph()
    for claim in read(city, None):
        if not isinstance(claim.object, Entity) or (claim.basis == "inferred" and not inferred):
            continue
        for end in (claim.subject, claim.object):
            graph.add_node(end.iri, label=end.label, kind=end.kind)
        first = claim.evidence[0] if claim.evidence else None
        graph.add_edge(
            claim.subject.iri,
            claim.object.iri,
            key=claim.iri,
            relation=claim.relation.iri,
            label=claim.relation.label,
            status=claim.status,
            basis=claim.basis,
            source=first.source if first else None,
            phrase=first.phrase if first else None,
        )
    return graph
