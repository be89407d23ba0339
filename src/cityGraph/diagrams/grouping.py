"""Claims grouped by where they lead and by triple, and the rows and edges that a view makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..namespaces import local
from .scene import LINES, DrawnEdge, Row, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.claim import Claim, Passage

    Grouped = tuple[Claim, list[Claim]]


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


def triples_at(index: dict[str, list[Claim]], iri: str) -> list[Grouped]:
    """Group the claims at one entity by triple.

    Args:
        index: Claims by IRI, from `by_object` or `by_subject`.
        iri: The IRI of the entity.

    Returns:
        For each triple the claims whose status comes first in `scene.LINES`, so realised before planned, as (first of
        them, all of them). Empty if the index has no claims at the entity.
    """
    triples: dict[tuple[object, ...], list[Claim]] = {}
    for claim in index.get(iri, ()):
        triples.setdefault((claim.subject, claim.relation.iri, claim.object), []).append(claim)
    found = []
    for group in triples.values():
        best = min(group, key=lambda claim: list(LINES).index(line_of(claim)))
        found.append((best, [claim for claim in group if line_of(claim) == line_of(best)]))
    return found


def objects_of(triples: Iterable[Grouped]) -> dict[str, tuple[Entity, list[Claim]]]:
    """Return the objects of grouped claims.

    Args:
        triples: The groups, from `triples_at`. Each object is an entity.

    Returns:
        Each object by its IRI, with the claims of its group.
    """
    return {claim.ends[1].iri: (claim.ends[1], group) for claim, group in triples}


def row_of(thing: Entity, group: Sequence[Claim], prefix: str = "") -> Row:
    """Return the row of a panel that names an entity.

    Args:
        thing: The entity.
        group: The claims that put it into the panel, at least one. All have the same status.
        prefix: What stands before the name.

    Returns:
        The row, with the line and the evidence of the claims.
    """
    return Row(prefix + thing.label, thing, line_of(group[0]), _evidence(group), group[0].because)


def edge_of(start: str, end: str, group: Sequence[Claim], label: str = "") -> DrawnEdge:
    """Return the edge that the claims of one triple make.

    Args:
        start: Where it begins: the IRI of an entity, or the key of a panel.
        end: Where it ends, in the same way.
        group: The claims, at least one. All have the same relation and status.
        label: The words on it. Empty for none.

    Returns:
        The edge, with the line and the evidence of the claims.
    """
    line = line_of(group[0])
    return DrawnEdge(start, end, group[0].relation.iri, label, line, _evidence(group), group[0].because)


def beside(left: str, right: str) -> DrawnEdge:
    """Return an edge that is not drawn but places two parts side by side.

    Args:
        left: The IRI of an entity, or the key of a panel.
        right: The part to place to the right of it.

    Returns:
        The edge.
    """
    return DrawnEdge(left, right, "", "", "", (), None)


def _evidence(group: Sequence[Claim]) -> tuple[Passage, ...]:
    """Return the passages of some claims, each once."""
    return tuple(dict.fromkeys(passage for claim in group for passage in claim.evidence))
