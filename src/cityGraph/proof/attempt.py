"""What an attempt to prove a statement at one place of a text comes to: a proof, or what was missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..model.positions import Range, written
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


class End(NamedTuple):
    """Where an end of a relation stands.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        resolved: Whether they only stand for the thing.
        paragraph: The number of its paragraph; 0 for that of the construction.
    """

    start: int
    end: int
    resolved: bool = False
    paragraph: int = 0


def anchors(statement: Statement, reading: Reading) -> list[Place]:
    """List the places in a text where a statement may be proved.

    Args:
        statement: The statement.
        reading: The text.

    Returns:
        Each place where its quote stands; without a quote, each sentence of the text that may say it.
    """
    quote = statement.quote.strip()
    if quote:
        return [Place(number, at, at + len(quote)) for number, at in reading.find(quote)]
    if isinstance(statement.object, Thing):
        # One of the ends stands in the sentence of its verb.
        named = reading.topics.sentences(statement.subject.key) + reading.topics.sentences(statement.object.key)
        if named:
            return [Place(*each) for each in sorted(set(named))]
    numbers = sorted(reading.text.paragraphs)
    return [Place(number, *sentence) for number in numbers for sentence in reading.paragraph(number).sentences]


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
    """Name a thing in a message.

    Args:
        reading: The text, with the things that it may name.
        key: The key of the thing.

    Returns:
        Its first name; its key if it has none.
    """
    thing = reading.things.get(key)
    return thing.names[0] if thing and thing.names else key


def name_of(end: Thing | object) -> str:
    """Name an end of a statement in a message.

    Args:
        end: A thing, an amount or a few words.

    Returns:
        The first name of a thing, else the words.

    Examples:
        >>> name_of(Thing("a", "Firm", ("明光公司",))), name_of("科创板")
        ('明光公司', '科创板')
    """
    return end.names[0] if isinstance(end, Thing) and end.names else str(end)
