"""Write the notes that stand below a row: qualifiers, other members of a list, the reason of an inference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import width, wrap
from .display import display
from .figures import qualifier_text
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity, Qualifier
    from ..model.graph import Neighbor
    from ..model.paths import Hop


def note_lines(notes: Iterable[str], language: str, columns: int) -> Iterator[str]:
    """Yield notes, indented to stand below a row.

    Args:
        notes: The notes, in order.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Yields:
        All notes on one line if they fit, else each on lines of its own.
    """
    step = 2 + max(map(width, WORDS[language]["status"])) + 4
    shown = list(notes)
    together = " · ".join(shown)
    if width(together) <= columns - step:
        shown = [together] if shown else []
    for note in shown:
        yield from (" " * step + line for line in wrap(note, columns - step))


def neighbor_notes(neighbor: Neighbor, words: dict[str, Any]) -> Iterator[str]:
    """Yield the notes on a neighbor: qualifiers, other members of the same list, and the reason if it is inferred.

    Args:
        neighbor: One neighbor of an answer.
        words: The words of the reader's language.

    Yields:
        The notes, safe for a terminal.
    """
    yield from qualifier_notes(neighbor.qualifiers, words)
    for note in mates_notes(neighbor.mates, words):
        yield display(note)
    yield from reason_notes(neighbor, words)


def mates_notes(mates: Sequence[Entity], words: dict[str, Any]) -> list[str]:
    """Return a note that names the other members of an open list.

    Args:
        mates: The members. Names of several words stand in them, so a comma parts them.
        words: The words of the reader's language.

    Returns:
        The note, as it is in the graph; none without members.
    """
    return [str(words["mates"]) + words["comma"].join(mate.label for mate in mates)] if mates else []


def reason_notes(edge: Claim | Hop | Neighbor, words: dict[str, Any]) -> Iterator[str]:
    """Yield the reason of an inferred claim or edge, with the sources that it rests on.

    Args:
        edge: The claim or edge.
        words: The words of the reader's language.

    Yields:
        One note, safe for a terminal; none if it is not inferred.
    """
    if edge.because:
        rests = words["comma"].join(display(source.label) for source in edge.rests_on)
        yield str(words["because"]) + display(edge.because) + (words["rests"].format(on=rests) if rests else "")


def qualifier_notes(qualifiers: Iterable[Qualifier], words: dict[str, Any]) -> Iterator[str]:
    """Yield the qualifiers as one note.

    Unit and comparator are left out, because the value shows them; so is the mark of an open list.

    Args:
        qualifiers: The qualifiers of a claim, in order.
        words: The words of the reader's language.

    Yields:
        One note, safe for a terminal; none if no qualifier is left.
    """
    shown = [q for q in qualifiers if q.name not in ("unit", "comparator", "openList")]
    if shown:
        one = str(words["qualifier"])
        yield " · ".join(one.format(label=display(q.label), text=display(qualifier_text(q, words))) for q in shown)
