"""The answer of `diff` as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Claim, Entity, Value
from .cells import joined
from .diff import aspect_notes
from .figures import object_text
from .rows import status_of
from .table import table
from .words import WORDS
from .words_diff import DIFF_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.diff import Change, Changes
    from .cells import Cell, Row
    from .table import Table

_SIDE = ("{}", "{}_status", "{}_source", "{}_quote")
_COLUMNS = (
    *("change", "detail", "name", "kind", "relation"),
    *(each.format(side) for side in ("was", "now") for each in _SIDE),
    "iri",
)


def diff_table(answer: Changes, language: str) -> Table:
    """Return the answer of `diff` as a table.

    Args:
        answer: What `diff` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each change.
    """

    def rows() -> Iterator[Row]:
        for change in answer:
            claim = change.claims[-1] if change.claims else None
            yield (
                DIFF_WORDS[language][change.group],
                joined((text for _, text in aspect_notes(change, language)), " · "),
                change.thing.label,
                change.thing.kind_label or change.thing.kind or None,
                claim.relation.label if claim else None,
                *_side_cells(change, change.before, language),
                *_side_cells(change, change.after, language),
                change.thing.iri,
            )

    return table("diff", _COLUMNS, rows(), language)


def _side_cells(change: Change, side: Claim | Entity | None, language: str) -> Row:
    """Return what one graph says: the object of a claim or the name of a thing, with status, sources and quotes."""
    del change
    words = WORDS[language]
    if side is None:
        return None, None, None, None
    if isinstance(side, Entity):
        return side.label, None, None, None
    what: Cell = object_text(side, words) if isinstance(side.object, Value) else side.object.label
    status = status_of(side.standing, words) if side.standing else None
    sources = joined(dict.fromkeys(passage.source_title for passage in side.evidence))
    return what, status, sources, joined(passage.phrase for passage in side.evidence)
