"""The answer of `cite` as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..render.table import date_cell, said_cells, table
from ..render.words import WORDS
from .cite_text import statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..render.cells import Row
    from ..render.table import Table
    from .references import Citations

_SOURCE = ("reference", "title", "publisher", "date", "grade")


def cite_table(answer: Citations, language: str) -> Table:
    """Write the answer of `cite` as a table.

    Args:
        answer: The answer.
        language: The language of the header: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The table, with one row for each claim of each source; last, the inferred claims, which no source states.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.cite(cg.open(language="en"), "claim:taiyuan-supports-taigang")
        >>> dict(zip(cite_table(found, "en").heads, list(cite_table(found, "en").rows)[0]))["publisher"]
        'Shanxi Daily'
    """
    words = WORDS[language]

    def rows() -> Iterator[Row]:
        for citation, reference in zip(answer, answer.gbt7714(), strict=True):
            source, sentences = citation.source, dict(citation.sentences)
            head = (reference, source.title, source.publisher, date_cell(source.date), source.quality)
            for claim in citation.claims:
                *said, _, _, _, paragraph, quote, url = said_cells(claim, language)
                full = " ".join(each.marked(language) for each in sentences.get(claim.iri, ())) or None
                yield (*head, statement(claim, words), *said, paragraph, quote, full, url or source.url, claim.iri)
            if not citation.claims:
                yield (*head, *(None,) * 8, source.url, None)
        for claim in answer.reasons:
            *said, _, _, _, _, _, _ = said_cells(claim, language)
            yield (*(None,) * len(_SOURCE), statement(claim, words), *said, None, None, None, None, claim.iri)

    columns = (*_SOURCE, "text", "status", "basis", "proof", "notes", "paragraph", "quote", "sentence", "url", "claim")
    return table("cite", columns, rows(), language)
