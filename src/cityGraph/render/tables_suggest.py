"""The answer of `suggest` as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .table import table

if TYPE_CHECKING:
    from ..model.suggest import Suggested
    from .table import Table

_COLUMNS = (
    "subject", "relation", "object", "measure", "unit", "comparator", "period", "status", "source", "paragraph",
    "quote",
)  # fmt: skip


def suggested_table(answer: Suggested, language: str) -> Table:
    """Return the answer of `suggest` as a table.

    Args:
        answer: What `suggest` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each claim; its things stand in their own file, and in the JSON.
    """
    rows = [tuple(each.cells[column] or None for column in _COLUMNS) for each in answer.claims]
    return table("suggest", _COLUMNS, rows, language)
