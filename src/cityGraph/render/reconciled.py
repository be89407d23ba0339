"""Writes the answer of `reconcile` as text and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .columns import pad, width, wrap
from .display import display
from .table import Table
from .table_words import HEADS, PLACE, TITLES
from .words import WORDS
from .words_merged import MERGED_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.reconciled import Asked, Candidate, Reconciled
    from .cells import Row

_FOUND = ("match", "kind", "matched", "how", "score", "outcome", "iri")
_BETWEEN = " | "  # things that fit equally well, in one cell


def reconciled_text(answer: Reconciled, language: str, columns: int) -> str:
    """Return the answer of `reconcile` as text.

    The first line counts the names. Then comes one line per name, with what it means: label, kind, how it matches and
    the score. What fits as well, and further candidates, stand in lines below.

    Args:
        answer: What `reconcile` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns. If the columns of the table are wider, they are not aligned.

    Returns:
        The text, with a line end.
    """
    words = MERGED_WORDS[language]
    counts = {name: f"{n:,}" for name, n in answer.counts.items()}
    head = words["names"].format(n=f"{len(answer):,}", **counts)
    table: list[list[str]] = []
    for each in answer:
        shown = [_cells(candidate, language) for candidate in each.candidates]
        if each.outcome != "matched":
            shown.insert(0, [words["outcomes"][each.outcome], "", "", ""])
        table += [[display(each.name) if not at else "", *cells] for at, cells in enumerate(shown)]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    lines = wrap(head, columns)
    for cells in table:
        if sum(widths) + 2 * len(widths) <= columns:
            lines.append("  " + "  ".join(map(pad, cells, widths)).rstrip())
        else:
            first, *more = wrap(" · ".join(filter(None, cells)), columns - 4)
            lines += [("  " if cells[0] else "    ") + first, *("    " + line for line in more)]
    return "\n".join(lines) + "\n"


def _cells(candidate: Candidate, language: str) -> list[str]:
    thing = candidate.entity
    how = _how(candidate, language)
    told = how if candidate.name == thing.label else f"{how} {candidate.name}"
    return [display(thing.label), display(thing.kind_label or thing.kind), display(told), str(candidate.score)]


def _how(candidate: Candidate, language: str) -> str:
    own = MERGED_WORDS[language]["how"]
    return str(own[candidate.how] if candidate.how in own else WORDS[language]["how"][candidate.how])


def reconciled_table(
    answer: Reconciled,
    language: str,
    heads: Sequence[str] = (),
    rows: Sequence[Sequence[str]] = (),
    *,
    several: bool = False,
) -> Table:
    """Return the answer of `reconcile` as a table.

    Args:
        answer: What `reconcile` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".
        heads: The headings of the list that the names come from. None, or an empty one, is that of the names.
        rows: The rows of the list, one for each name. None are the names alone.
        several: Whether each candidate has a row. Else each name has one, in which things that fit equally well share
            the cells.

    Returns:
        The table: the columns of the list, then what each name means.
    """
    at = PLACE[language]
    given = [list(row) for row in rows] or [[each.name] for each in answer]
    before = [head or HEADS["asked"][at] for head in heads or ("",)]

    def made() -> Iterator[Row]:
        for cells, asked in zip(given, answer, strict=True):
            if several:
                for candidate in asked.candidates or (None,):
                    yield (*cells, *_found_cells([candidate] if candidate else [], asked, language))
            else:
                shown = asked.candidates if asked.outcome != "unknown" else ()
                yield (*cells, *_found_cells(shown, asked, language))

    columns = (*(f"given_{number}" for number in range(len(before))), *_FOUND)
    return Table(TITLES["reconcile"][at], columns, (*before, *(HEADS[each][at] for each in _FOUND)), made())


def _found_cells(candidates: Sequence[Candidate], asked: Asked, language: str) -> Row:
    """Return the cells of what a name means; of several things, each cell has those of all."""
    outcome = MERGED_WORDS[language]["outcomes"][asked.outcome]
    if not candidates:
        return (None, None, None, None, None, outcome, None)
    first = candidates[0]
    things = [each.entity for each in candidates]
    labels, kinds, names, hows, iris = (
        [each.label for each in things],
        [each.kind_label or each.kind for each in things],
        [each.name for each in candidates],
        [_how(each, language) for each in candidates],
        [each.iri for each in things],
    )
    joined = [_BETWEEN.join(cells if len(set(cells)) > 1 else cells[:1]) for cells in (labels, kinds, names, hows)]
    return (*joined, first.score, outcome, _BETWEEN.join(iris))
