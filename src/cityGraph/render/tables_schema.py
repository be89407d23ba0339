"""The answer of `schema` as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rows import status_of
from .table import Table, arrow, table
from .words import WORDS

if TYPE_CHECKING:
    from ..model.schema import Schema


def schema_table(answer: Schema, language: str) -> Table:
    """Return the answer of `schema` as a table.

    Args:
        answer: What `schema` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each kind, or for each relation of the kind that was asked about. Several kinds,
        statuses or words stand in one cell, separated by `` | ``.
    """
    if answer.kind is None:
        kinds = [(kind.label, kind.name, kind.count, kind.definition, kind.iri) for kind in answer.kinds]
        return table("schema", ("name", "kind_name", "count", "meaning", "iri"), kinds, language)
    words = WORDS[language]
    rows = [
        (
            answer.kind.label,
            each.relation.label,
            arrow(each.direction),
            " | ".join((*(kind.label for kind in each.kinds), *(words["literals"].get(v, v) for v in each.values))),
            " | ".join(status_of(status, words) for status in each.statuses) or None,
            each.claims,
            " | ".join(qualifier.label for qualifier in each.qualifiers) or None,
            " | ".join(each.cues) or None,
            each.definition,
            each.relation.iri,
        )
        for each in answer.relations
    ]
    columns = ("kind", "relation", "direction", "end_kinds", "status", "claims", "notes", "cues", "meaning", "iri")
    return table("schema", columns, rows, language)
