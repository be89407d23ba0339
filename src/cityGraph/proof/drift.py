"""Finds the words of a claim again where a text has more or fewer words beside them than it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.positions import Position, Range

if TYPE_CHECKING:
    from ..model.claim import Claim
    from .text import Text
    from .wording import Wording

FARTHEST = 24  # characters: what stands farther away has nothing to do with the place


def settled(claim: Claim, role: str, ranges: Position, wording: Wording, text: Text) -> Position:
    """Return a position, with each range moved to the nearest words that its part of the claim can have.

    Args:
        claim: A claim.
        role: "subject", "relation", "object", "modal" or the local name of a qualifier.
        ranges: Where the words of that part would stand if nothing had been put in or left out beside them.
        wording: The words of the graph, in the form of the text.
        text: The text.

    Returns:
        The ranges; those that have such words already, or that have none near, stay where they are.
    """
    known = _known_words(claim, role, wording) if len(ranges) == 1 or role == "relation" else frozenset()
    return tuple(_nearest(where, known, text.paragraphs.get(where.paragraph, "")) for where in ranges)


def _known_words(claim: Claim, role: str, wording: Wording) -> frozenset[str]:
    if role == "relation":
        relation = wording.relations.get(claim.relation.iri)
        return relation.cue_words if relation else frozenset()
    if role == "modal":
        return frozenset(wording.modal)
    thing = {"subject": claim.subject, "object": claim.object}.get(role)
    return wording.names.get(thing.iri, frozenset()) if isinstance(thing, Entity) else frozenset()


def _nearest(where: Range, known: frozenset[str], paragraph: str) -> Range:
    if not known or paragraph[where.start : where.end] in known:
        return where
    length = where.end - where.start
    low, high = max(0, where.start - FARTHEST), where.start + FARTHEST
    found = [at for at in range(low, high + 1) if paragraph[at : at + length] in known]
    at = min(found, key=lambda each: abs(each - where.start), default=where.start)
    return Range(where.paragraph, at, at + length)
