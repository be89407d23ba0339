"""Claims grouped into edges by where they lead, and the rows and lines that a view makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.claim import Entity, rank
from ..model.edges import edges_of
from ..names.resolve import resolve
from ..namespaces import local
from .palette import LINES
from .scene import DrawnEdge, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.claim import Claim
    from ..model.edges import Edge
    from ..store.city import CityGraph


def by_object(claims: Sequence[Claim], *relations: str) -> dict[str, list[Claim]]:
    """Group the claims with some relations by object.

    Args:
        claims: Any claims.
        *relations: Local names of relations.

    Returns:
        The claims by the IRI of their object. Claims about values are left out.
    """
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if local(claim.relation.iri) in relations and isinstance(claim.object, Entity):
            found.setdefault(claim.object.iri, []).append(claim)
    return found


def by_subject(claims: Sequence[Claim], relation: str) -> dict[str, list[Claim]]:
    """Group the claims with one relation by subject.

    Args:
        claims: Any claims.
        relation: The local name of the relation.

    Returns:
        The claims by the IRI of their subject. Claims about values are left out.
    """
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if local(claim.relation.iri) == relation and isinstance(claim.object, Entity):
            found.setdefault(claim.subject.iri, []).append(claim)
    return found


def edges_at(index: dict[str, list[Claim]], iri: str) -> list[Edge]:
    """List the edges at one entity; of a plan and a fact that say the same, the fact.

    Args:
        index: Claims by IRI, from `by_object` or `by_subject`.
        iri: The IRI of the entity.

    Returns:
        One edge for each triple, the one that comes first in `palette.LINES`; a triple without a claim has no line and
        comes last. Empty if the index has no claims at the entity.
    """
    best: dict[tuple[str, ...], Edge] = {}
    for edge in edges_of(index.get(iri, ())):
        triple = edge.key[:3]
        best[triple] = min(best.get(triple, edge), edge, key=lambda each: rank(each.standing, tuple(LINES)))
    return list(best.values())


def objects_of(edges: Iterable[Edge]) -> dict[str, Edge]:
    """Return edges by their objects.

    Args:
        edges: The edges, from `edges_at`.

    Returns:
        Each edge by the IRI of its object.
    """
    return {edge.object.iri: edge for edge in edges}


def row_of(thing: Entity, edge: Edge, prefix: str = "") -> Row:
    """Return the row of a panel that names an entity.

    Args:
        thing: The entity.
        edge: The edge that puts it into the panel.
        prefix: What stands before the name.

    Returns:
        The row, with the line and the evidence of the edge.
    """
    return Row(prefix + thing.label, thing, edge.standing, edge.evidence, edge.because)


def drawn(edge: Edge, start: str, end: str, label: str = "") -> DrawnEdge:
    """Return an edge as it is drawn.

    Args:
        edge: The edge.
        start: Where it begins: the IRI of an entity, or the key of a panel.
        end: Where it ends, in the same way.
        label: The words on it. Empty for none.

    Returns:
        The edge to draw, with its line and its evidence.
    """
    return DrawnEdge(start, end, edge.relation.iri, label, edge.standing, edge.evidence, edge.because, edge.status)


def beside(left: str, right: str) -> DrawnEdge:
    """Return an edge that is not drawn but places two parts side by side.

    Args:
        left: The IRI of an entity, or the key of a panel.
        right: The part to place to the right of it.

    Returns:
        The edge.
    """
    return DrawnEdge(left, right, "", "", "", (), None)


def entities_of_kind(city: CityGraph, claims: Sequence[Claim], kind: str, asked: Sequence[str]) -> list[Entity]:
    """List the entities of a kind, in the order of the claims.

    Args:
        city: An open graph.
        claims: The claims to draw.
        kind: The local name of a class.
        asked: Names of entities. Empty lists all of the kind.

    Returns:
        For each name: the entity itself or, if it has another kind, the entities of the kind that a claim connects
        with it.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several entities have this name.
        CityGraphError: No claim connects a named entity with the kind.
    """
    found: dict[str, Entity] = {}
    for name in asked or (None,):
        thing = resolve(city, name) if name is not None else None
        near = [end for claim in claims if thing is None or thing in claim.ends for end in claim.ends]
        candidates = [thing] if thing and thing.kind == kind else near
        matching = {end.iri: end for end in candidates if end.kind == kind}
        if thing and not matching:
            raise CityGraphError(f"Nothing to draw: no claim connects {thing.label} with the kind {kind}.")
        found |= matching
    return list(found.values())
