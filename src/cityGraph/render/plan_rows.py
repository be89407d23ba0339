"""Write rows that show the basis of a claim, with their heading and notes: for answers on the plan and citations."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.claim import Value
from .columns import wrap
from .rows import basis_of, edge_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim
    from .columns import Style

Words = dict[str, Any]  # the words of one language, as in `render.words`
INDENT = 4
_LONGEST = 24  # digits; Decimal would round a longer number


def row(
    text: str,
    claim: Claim,
    words: Words,
    language: str,
    columns: int,
    style: Style,
    keep: tuple[str, ...] = ("purpose", "level", "share"),
) -> Iterator[str]:
    """Yield the lines of one claim: status, text, quotes and places, then the qualifiers.

    A claim that is resolved is marked so behind the text. A stated claim has no mark.

    Args:
        text: What the row says.
        claim: The claim that the row rests on.
        words: The words of the reader's language.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; see `Style`.
        keep: Names of the qualifiers to print, if the claim has them.

    Yields:
        The lines.
    """
    kept = tuple(q for q in claim.qualifiers if q.name in keep)
    yield from edge_lines(text + resolved_mark(claim, words), claim.replace(qualifiers=kept), language, columns, style)


def resolved_mark(claim: Claim, words: Words) -> str:
    """Return the mark of a resolved claim, or "" for any other.

    Args:
        claim: The claim.
        words: The words of the reader's language.

    Returns:
        The mark, to stand behind a text.
    """
    return str(words["noted"].format(note=basis_of(claim.basis, words))) if claim.basis == "resolved" else ""


def figure_text(claim: Claim, words: Words) -> str:
    """Return the value of a claim as a newspaper would print it: comparator, number and unit.

    Large numbers are counted in the words of the language, such as 億 or million. What is not a number, or has more
    than 24 digits, is returned as the source has it.

    Args:
        claim: A claim whose object is a value.
        words: The words of the reader's language.

    Returns:
        The text, safe for a terminal.

    Examples:
        >>> from cityGraph.model.claim import Claim, Entity, Relation
        >>> from cityGraph.render.words import WORDS
        >>> figure = Value("150000000", "http://www.w3.org/2001/XMLSchema#decimal")
        >>> zone, invests = Entity("urn:z", "甲區", "Zone", "開發區"), Relation("urn:i", "投資")
        >>> claim = Claim("urn:c", zone, invests, figure, "planned", "stated")
        >>> figure_text(claim, WORDS["zh-Hant"]), figure_text(claim, WORDS["en"])
        ('1.5 億', '150 million')
    """
    assert isinstance(claim.object, Value)
    qualifiers = {q.name: terminal(q.text) for q in claim.qualifiers}
    written = claim.object.value
    if len(written) > _LONGEST or not written.removeprefix("-").replace(".", "", 1).isdecimal():
        return terminal(claim.object_text)
    number = Decimal(written)
    scaled, scale = next(((number / size, word) for size, word in words["scales"] if abs(number) >= size), (number, ""))
    digits = f"{scaled.normalize():,f}" + scale
    # A Chinese scale and its unit are one word: 億元.
    space = "" if scale and not scale.isascii() else " "
    amount = space.join(filter(None, (digits, qualifiers.get("unit"))))
    return " ".join(filter(None, (qualifiers.get("comparator"), amount)))


def notes_on(notes: Iterable[str], columns: int) -> Iterator[str]:
    """Yield the notes on a row, joined, wrapped and indented.

    Args:
        notes: The notes, in order. Empty prints nothing.
        columns: Width of a line, in terminal columns.

    Yields:
        The lines.
    """
    joined = " · ".join(notes)
    if joined:
        yield from (" " * (2 * INDENT) + line for line in wrap(joined, columns - 2 * INDENT))


def heading(answer: Any, counts: Sequence[str], words: Words, columns: int) -> list[str]:
    """Return the first lines of an answer: the thing, the counts, and how a row shows its basis.

    Args:
        answer: An answer with the fields `entity` (None prints no thing) and `held_back`.
        counts: What the answer contains, in words, such as "3 targets".
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.

    Returns:
        The lines.
    """
    thing = [terminal(answer.entity.label)] if answer.entity else []
    return [
        *wrap(" · ".join([*thing, *counts, *_held_back(answer, words)]), columns),
        *wrap(words["basis_key"], columns),
    ]


def empty_text(what: str, answer: Any, words: Words, columns: int) -> str:
    """Return the text of an answer without results.

    Args:
        what: The key of the sentence in `words`, such as "no_targets".
        answer: An answer with the fields `entity` and `held_back`. If it has a field `total` that is not 0, the text
            says that the filters left nothing, and how many results there are without them.
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    text = words["none_left"].format(n=answer.total) if getattr(answer, "total", 0) else words[what]
    if answer.entity:
        text = words["none_of"].format(name=terminal(answer.entity.label), none=text)
    return "\n".join(wrap(" ".join([text, *_held_back(answer, words)]), columns)) + "\n"


def _held_back(answer: Any, words: Words) -> list[str]:
    """Return how many inferred claims were left out, if any were."""
    return [words["held_back"].format(n=answer.held_back)] if answer.held_back else []
