"""Turn claims, edges, targets and entities into the rows of tables.

Rows come one at a time, so that a file of any size can be written without holding it. Whoever writes a cell puts a
``·`` for control characters (`cell_text`); the exact text is in the RDF formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.edges import edges_of
from ..namespaces import local
from ..render.cells import joined, passage_cells, qualifiers_cell, value_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..render.cells import Row

CLAIMS = (
    *("subject", "subject_kind", "relation", "object", "object_kind", "unit", "status", "basis", "qualifiers"),
    *("source", "date", "quality", "paragraph", "phrase", "url", "because"),
    *("claim", "subject_iri", "relation_iri", "object_iri", "source_iri"),
)
RELATIONS = (
    *("subject", "subject_kind", "relation", "object", "object_kind", "status", "basis"),
    *("sources", "source", "phrase", "url", "because", "subject_iri", "relation_iri", "object_iri"),
)
TARGETS = (
    *("target", "subject", "indicator", "comparator", "value", "unit", "due", "status"),
    *("source", "date", "paragraph", "phrase", "url", "target_iri"),
)
ENTITIES = ("label", "kind_label", "kind", "iri")


def claim_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the rows of the table of claims.

    Args:
        claims: The claims, in the order of the table.

    Yields:
        The cells of one row, in the order of `CLAIMS`. A claim has one row for each passage, or one row if it has none.
    """
    for claim in claims:
        thing = claim.object if isinstance(claim.object, Entity) else None
        for passage in claim.evidence or (None,):
            yield (
                claim.subject.label,
                claim.subject.kind_label,
                claim.relation.label,
                claim.object.label if isinstance(claim.object, Entity) else value_cell(claim.object),
                thing.kind_label if thing else None,
                next((q.text for q in claim.qualifiers if q.name == "unit"), None),
                claim.status,
                claim.basis,
                qualifiers_cell(claim, without="unit"),
                *passage_cells(passage, "source_title", "date", "quality", "paragraph", "phrase", "url"),
                claim.because,
                claim.iri,
                claim.subject.iri,
                claim.relation.iri,
                thing.iri if thing else None,
                passage.source if passage else None,
            )


def relation_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the rows of the table of relations between two things.

    Args:
        claims: The claims, in the order of the table. Those whose object is a value are left out.

    Yields:
        The cells of one row, in the order of `RELATIONS`. Each edge is one row, with the number of its sources and
        with all their quotes.
    """
    for edge in edges_of(claims):
        passages = list(dict.fromkeys(passage for claim in edge.claims for passage in claim.evidence))
        yield (
            edge.subject.label,
            edge.subject.kind_label,
            edge.relation.label,
            edge.object.label,
            edge.object.kind_label,
            edge.status,
            joined(claim.basis for claim in edge.claims),
            len({passage.source for passage in passages}),
            joined(passage.source_title for passage in passages),
            joined(passage.phrase for passage in passages),
            next((passage.url for passage in passages if passage.url), None),
            joined(claim.because for claim in edge.claims),
            edge.subject.iri,
            edge.relation.iri,
            edge.object.iri,
        )


def target_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the rows of the table of targets and observations.

    Args:
        claims: The claims, in the order of the table.

    Yields:
        The cells of one row, in the order of `TARGETS`: one row for each claim that gives a figure.
    """
    about: dict[str, list[Claim]] = {}
    whose: dict[str, list[str]] = {}
    for claim in claims:
        about.setdefault(claim.subject.iri, []).append(claim)
        if isinstance(claim.object, Entity):
            name, end = local(claim.relation.iri), claim.object
            if name == "setsTarget":
                whose.setdefault(end.iri, []).append(claim.subject.label)
            elif name in ("targetFor", "observationOf"):
                whose.setdefault(claim.subject.iri, []).append(end.label)
    for iri, claims_about in about.items():
        texts: dict[str, list[str]] = {}
        for claim in claims_about:
            texts.setdefault(local(claim.relation.iri), []).append(claim.object_text)
        for claim in claims_about:
            if local(claim.relation.iri) != "value" or isinstance(claim.object, Entity):
                continue
            qualified = {q.name: q.text for q in claim.qualifiers}
            passage = claim.evidence[0] if claim.evidence else None
            yield (
                claim.subject.label,
                joined(whose.get(iri, ())),
                joined(texts.get("measuredBy") or ()),
                qualified.get("comparator"),
                value_cell(claim.object),
                qualified.get("unit"),
                joined(texts.get("due") or texts.get("year") or ()),
                claim.status,
                *passage_cells(passage, "source_title", "date", "paragraph", "phrase", "url"),
                iri,
            )


def entity_rows(things: Iterable[Entity]) -> Iterator[Row]:
    """Yield the rows of the table of entities.

    Args:
        things: The entities, in the order of the table.

    Returns:
        An iterator over the rows, with cells in the order of `ENTITIES`.
    """
    return ((thing.label, thing.kind_label, thing.kind, thing.iri) for thing in things)
