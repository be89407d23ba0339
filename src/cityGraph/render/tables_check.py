"""The answer of `check` as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Value
from .cells import value_cell
from .check import difference_text
from .table import SAID, said_cells, table
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.check import Compared
    from .cells import Row
    from .table import Table


def check_table(answer: Compared, language: str) -> Table:
    """Return the answer of `check` as a table.

    Args:
        answer: What `check` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each claim of a sentence, or one for a sentence without.
    """
    words = WORDS[language]

    def rows() -> Iterator[Row]:
        for number, sentence in enumerate(answer, 1):
            head = (number, sentence.text, words["check"][sentence.verdict])
            unknown = words["comma"].join(sentence.unknown) or None
            if not sentence.claims:
                yield (*head, *(None,) * (5 + len(SAID)), unknown)
            for each in sentence.claims:
                claim = each.claim
                what = value_cell(claim.object) if isinstance(claim.object, Value) else claim.object.label
                yield (
                    *head,
                    *(words["check"][each.verdict], claim.subject.label, claim.relation.label, what),
                    difference_text(each, words) or None,
                    *said_cells(claim, language),
                    unknown,
                )

    columns = ("number", "sentence", "verdict", "claim_verdict", "subject", "relation", "object", "difference")
    return table("check", (*columns, *SAID, "unknown"), rows(), language)
