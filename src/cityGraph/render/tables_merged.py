"""The answer of `merge` as a table, and the pairs that a person has to decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .merged import left_out_text, reasons_text
from .table import Table, table
from .words_merged import MERGED_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.merged import Merged
    from .cells import Row

_NEVER = {"texts", "iri"}  # reasons for which no row of a file can make two things one
_COLUMNS = ("one", "other", "one-name", "other-name", "kind", "reasons")


def merged_table(answer: Merged, language: str) -> Table:
    """Return the answer of `merge` as a table.

    Args:
        answer: What `merge` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table: a row for each thing that became another, each doubtful pair, each value that was left out and each
        row that is refused.
    """

    def rows() -> Iterator[Row]:
        said = MERGED_WORDS[language]["said"]
        things = [pair for pair in answer.united if pair.one.kind != "Source"]
        for what, pairs in (("united", things), ("doubtful", answer.doubtful)):
            for pair in pairs:
                kind = pair.one.kind_label or pair.one.kind
                why = reasons_text(pair, language)
                yield (said[what], pair.one.label, pair.other.label, kind, why, pair.one.iri, pair.other.iri)
        for each in answer.left_out:
            thing, told = each.entity, left_out_text(each, language)
            yield (said["left_out"], thing.label, None, thing.kind_label or thing.kind, told, thing.iri, None)
        for cell in answer.refused:
            yield (said["refused"], None, None, None, str(cell), None, None)

    columns = ("outcome", "name", "other_name", "kind", "message", "iri", "other_iri")
    return table("merge", columns, rows(), language)


def doubtful_table(answer: Merged, language: str) -> Table:
    """Return the doubtful pairs as the file that `merge` reads again.

    Args:
        answer: What `merge` returned.
        language: Language of the reasons: "zh-Hant", "zh-Hans" or "en". The header is the same in each.

    Returns:
        The table, with a row for each pair that a row can make one.
    """
    rows = (
        (
            *(pair.one.iri, pair.other.iri, pair.one.label, pair.other.label),
            *(pair.one.kind_label or pair.one.kind, reasons_text(pair, language)),
        )
        for pair in answer.doubtful
        if not _NEVER & {key for key, _ in pair.reasons}
    )
    return Table("same", _COLUMNS, _COLUMNS, rows)
