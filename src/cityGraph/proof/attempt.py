"""What an attempt to prove a statement at one place of a text comes to: a proof, or what was missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..model.positions import Range, written
from .folded import folded
from .statement import Thing, Verdict

if TYPE_CHECKING:
    from .reading import Reading
    from .statement import Statement

_MOOD = 9  # a failure of mood comes after everything else was found


class Failure(NamedTuple):
    """What was missing.

    Attributes:
        stage: How far the attempt came; the failure that came farthest is shown.
        column: What a sheet calls the part that is missing.
        reason: One line for people.
        denied: Whether the text takes back what the statement says.
        suggestion: What to write instead; empty if nothing is known.
    """

    stage: int
    column: str
    reason: str
    denied: bool = False
    suggestion: str = ""


class Proof(NamedTuple):
    """Where the words of each part of a statement stand.

    Attributes:
        roles: The position of each part.
        resolved: Whether a part comes from another sentence, or a word stands for a thing.
        assisted: Whether words that a person gave were needed.
    """

    roles: tuple[tuple[str, tuple[Range, ...]], ...]
    resolved: bool
    assisted: bool = False


class Place(NamedTuple):
    """A place where a quote stands.

    Attributes:
        paragraph: The number of the paragraph.
        start: Where the quote begins.
        end: Where it ends.
    """

    paragraph: int
    start: int
    end: int


def anchors(statement: Statement, reading: Reading) -> list[Place]:
    """List the places in a text where a statement may be proved.

    Args:
        statement: The statement.
        reading: The text.

    Returns:
        Each place where its quote stands; without a quote, each sentence of the text.
    """
    quote = folded(statement.quote.strip())
    found = []
    for number in sorted(reading.text.paragraphs):
        paragraph = reading.paragraph(number)
        if not quote:
            found += [Place(number, *sentence) for sentence in paragraph.sentences]
            continue
        at = paragraph.folded.find(quote)
        while at >= 0:
            found.append(Place(number, at, at + len(quote)))
            at = paragraph.folded.find(quote, at + 1)
    return found


def verdict(proofs: list[Proof], failures: list[Failure]) -> Verdict:
    """Make a verdict of all attempts at one statement.

    Args:
        proofs: The attempts that found everything.
        failures: Those that did not.

    Returns:
        Proved by the first proof, unless the text takes the words back at another place of the quote.
    """
    denials = [failure for failure in failures if failure.denied]
    if proofs and not denials:
        best = min(proofs, key=lambda proof: (proof.assisted, proof.resolved))
        positions = "; ".join(f"{role} {written(ranges)}" for role, ranges in best.roles if ranges)
        basis = "resolved" if best.resolved else "stated"
        return Verdict(proved=True, positions=positions, basis=basis, assisted=best.assisted)
    worst = max(denials or failures, key=lambda failure: failure.stage)
    return Verdict(proved=False, column=worst.column, reason=worst.reason, suggestion=worst.suggestion)


def shown(reading: Reading, key: str) -> str:
    """Return the name of a thing for a message."""
    thing = reading.things.get(key)
    return thing.names[0] if thing and thing.names else key


def name_of(end: Thing | object) -> str:
    """Return the name of an end of a statement for a message."""
    return end.names[0] if isinstance(end, Thing) and end.names else str(end)
