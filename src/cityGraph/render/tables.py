"""Find the table of any answer."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .table import Table

# By the class of the answer: the module of this room and the function that makes the table.
_TABLES = {
    "About": ("graph", "about_table"),
    "Bridges": ("network", "bridges_table"),
    "Central": ("network", "central_table"),
    "Changes": ("diff", "diff_table"),
    "Checked": ("plan", "checked_table"),
    "Claims": ("graph", "claims_table"),
    "Common": ("network", "common_table"),
    "Communities": ("network", "communities_table"),
    "Compared": ("check", "check_table"),
    "Comparison": ("comparison", "comparison_table"),
    "Found": ("graph", "found_table"),
    "Gaps": ("plan", "gaps_table"),
    "Merged": ("merged", "merged_table"),
    "Neighbors": ("graph", "neighbors_table"),
    "Paths": ("network", "paths_table"),
    "Projects": ("plan", "projects_table"),
    "Reconciled": ("reconciled", "reconciled_table"),
    "Report": ("plan", "report_table"),
    "Schema": ("schema", "schema_table"),
    "Shown": ("graph", "shown_table"),
    "Similar": ("network", "similar_table"),
    "Suggested": ("suggest", "suggested_table"),
    "Targets": ("plan", "targets_table"),
    "Timeline": ("plan", "timeline_table"),
}


def table_of(answer: Any, language: str) -> Table:
    """Return an answer as a table: one row for each row of its text.

    Args:
        answer: What a verb returned, such as `Neighbors` or `Targets`.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with a header in the reader's language.

    Raises:
        KeyError: The answer has no rows to list.

    Examples:
        >>> from cityGraph.model.claim import Entity
        >>> from cityGraph.model.names import Found, Match
        >>> found = Found("tg", (Match(Entity("urn:a", "太鋼", "Firm", "企業"), "太鋼", "initials"),))
        >>> list(table_of(found, "zh-Hant").rows)
        [('太鋼', '企業', '太鋼', '拼音首字母', 'urn:a')]
    """
    module, function = _TABLES[type(answer).__name__]
    made: Table = getattr(import_module(f".tables_{module}", __package__), function)(answer, language)
    return made
