"""A table for reading, and the cells that many tables share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .cells import day_of, joined
from .legend import proof_of
from .notes import qualifier_notes, reason_notes
from .rows import basis_of, status_of
from .table_words import HEADS, PLACE, TITLES
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.claim import Claim, Passage
    from ..model.graph import Neighbor
    from ..model.paths import Hop
    from .cells import Cell, Row

EVIDENCE = ("source", "date", "grade", "paragraph", "quote", "url")
SAID = ("status", "basis", "proof", "notes", *EVIDENCE)


class Table(NamedTuple):
    """A table for reading: a header in the reader's language, and one row for each row of the text.

    Attributes:
        title: What the table lists, in the reader's language.
        columns: What each column holds, by a key that is the same in every language, such as ``url``.
        heads: The header in the reader's language, with one cell for each column.
        rows: The rows, each with one cell for each column.
    """

    title: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: Iterable[Row]


def table(name: str, columns: tuple[str, ...], rows: Iterable[Row], language: str) -> Table:
    """Make a table with a title and a header in the reader's language.

    Args:
        name: The key of the title, such as ``neighbors``.
        columns: The keys of the columns, such as ``url``.
        rows: The rows, each with one cell for each column.
        language: Language of title and header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table.

    Examples:
        >>> table("sources", ("name", "url"), [("港報", None)], "en").heads
        ('name', 'address')
    """
    at = PLACE[language]
    return Table(TITLES[name][at], columns, tuple(HEADS[column][at] for column in columns), rows)


def evidence_cells(passages: Iterable[Passage]) -> Row:
    """Return the cells of some passages: source, date, grade, paragraph, quote and address.

    Args:
        passages: The passages, in order.

    Returns:
        One cell for each column of `EVIDENCE`. What is said of several passages stands in their order, separated by
        `` | ``, but a source that they all share stands once. The address is the first that is known.
    """
    several = tuple(passages)
    pages: list[tuple[str | None, ...]] = [(passage.source_title, passage.date, passage.quality) for passage in several]
    titles, dates, grades = zip(*(pages if len({*pages}) > 1 else pages[:1] or [(None, None, None)]), strict=True)
    return (
        _aligned(titles),
        date_cell(dates[0]) if len(dates) == 1 else _aligned(dates),
        _aligned(grades),
        several[0].paragraph if len(several) == 1 else _aligned([passage.paragraph for passage in several]),
        _aligned([passage.phrase for passage in several]),
        next((passage.url for passage in several if passage.url), None),
    )


def _aligned(cells: Sequence[str | int | None]) -> str | None:
    """Join what is said of several passages, with a dash for what is unknown; None if all is."""
    return " | ".join("—" if cell is None else str(cell) for cell in cells) if any(cells) else None


def said_cells(said: Claim | Hop | Neighbor, language: str, *more: str) -> Row:
    """Return the cells that say how far a claim or an edge is true, and where that stands.

    Args:
        said: The claim or edge.
        language: Language of the words: "zh-Hant", "zh-Hans" or "en".
        *more: Further notes.

    Returns:
        One cell for each column of `SAID`. A graph without claims leaves status, basis and proof empty.
    """
    words = WORDS[language]
    notes = [*qualifier_notes(said.qualifiers, words), *reason_notes(said, words), *more]
    proof = proof_of(said.proof, words) if said.basis else None
    return (*standing_cells(said, words), proof, joined(notes, " · "), *evidence_cells(said.evidence))


def standing_cells(said: Claim | Hop | Neighbor, words: dict[str, Any]) -> Row:
    """Return status and basis in the reader's language.

    Args:
        said: The claim or edge.
        words: The words of the reader's language.

    Returns:
        Two cells; None for what the graph does not say.
    """
    return (
        status_of(said.status, words) if said.status else None,
        basis_of(said.basis, words) if said.basis else None,
    )


def arrow(direction: str) -> str:
    """Return the arrow for a direction.

    Args:
        direction: ``out`` or ``in``.

    Returns:
        The arrow that text answers print.
    """
    return "→" if direction == "out" else "←"


def date_cell(text: str | None) -> Cell:
    """Return the cell of a date.

    Args:
        text: A date, as precise as the source gives it, or None.

    Returns:
        A date for a whole day that Excel can hold, else the text.
    """
    return text and (day_of(text) or text)
