"""Explain the marks of an answer: grades of sources, paragraphs, and how a claim follows from its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.claim import PROOFS, rank
from .rows import item_lines, source_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Passage
    from ..model.graph import Neighbor
    from ..model.paths import Hop


def legend_lines(
    cited: Iterable[Iterable[Passage]],
    words: dict[str, Any],
    columns: int,
    *,
    resolved: bool = False,
    inferred: bool = False,
    starred: bool = False,
) -> list[str]:
    """Return the lines that say what the marks of an answer mean.

    Args:
        cited: The passages of each row.
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.
        resolved: Whether a row is marked as resolved.
        inferred: Whether a row is marked as inferred.
        starred: Whether a row is marked as cited only.

    Returns:
        An empty line and the marks that occur, in one paragraph; no lines if none does.

    Examples:
        >>> from cityGraph.model.claim import Passage
        >>> from cityGraph.render.words import WORDS
        >>> cited = Passage("urn:s", "Bay Daily", "Bay Daily", 2, 0, 2, "支持", None, quality="A")
        >>> legend_lines([[cited]], WORDS["en"], 80)
        ['', 'Marks: A official, major media or a filing · § paragraph']
    """
    passages = [passage for group in cited for passage in group]
    # A source with a short name is called by it, without a grade.
    grades = {each.quality for each in passages if each.quality and each.source_label == each.source_title}
    legend = words["legend"]
    marks = [f"{grade} {text}" for grade, text in legend["grades"].items() if grade in grades]
    marks += [legend["resolved"]] if resolved else []
    marks += [legend["inferred"]] if inferred else []
    marks += [legend["cited"]] if starred else []
    # A paragraph sign by itself needs no line.
    if marks and any(each.paragraph is not None for each in passages):
        marks.append(legend["paragraph"])
    return ["", *item_lines([legend["marks"].format(marks=marks[0]), *marks[1:]], columns)] if marks else []


def end_lines(
    rows: Iterable[Claim | Hop | Neighbor],
    words: dict[str, Any],
    columns: int,
    *,
    resolved: bool = False,
    cited: bool = False,
) -> Iterator[str]:
    """Yield the last lines of an answer: its sources that have a short name, and what the marks of its rows mean.

    Args:
        rows: The claims or edges that the answer shows.
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.
        resolved: Whether the answer marks resolved claims.
        cited: Whether the answer marks claims that are cited only.

    Yields:
        The lines; none if there is nothing to explain.
    """
    listed = list(rows)
    bases = {each.basis for each in listed}
    yield from source_lines((each.evidence for each in listed), columns)
    yield from legend_lines(
        (each.evidence for each in listed),
        words,
        columns,
        resolved=resolved and "resolved" in bases,
        inferred="inferred" in bases,
        starred=cited and any(each.proof == "citation" for each in listed),
    )


def proof_of(proof: str, words: dict[str, Any]) -> str:
    """Return a degree of proof in the reader's language.

    Args:
        proof: "text", "quotes", "citation" or "none".
        words: The words of the reader's language.

    Returns:
        The word for it. A degree that is none of these is returned as it is.

    Examples:
        >>> from cityGraph.render.words import WORDS
        >>> proof_of("citation", WORDS["zh-Hant"]), proof_of("quotes", WORDS["en"])
        ('僅有出處', 'proved by its quotes')
    """
    return str(words["proof"][rank(proof, PROOFS)]) if proof in PROOFS else proof
