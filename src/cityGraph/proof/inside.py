"""Proves where a thing lies, or whose it is, by a name that has the other name in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.positions import Range
from .attempt import Place, Proof
from .folded import folded
from .moods import mood_failure
from .patterns import traits
from .senses import either
from .statement import Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reading import Paragraph, Reading
    from .statement import Statement
    from .topics import Spot

_IN_NAME = re.compile(
    r"\b(?:in|at|along|within|on|near)(?: the)?(?: (?:down|up)town| (?:north|south|east|west|central)(?:ern)?)?\s$"
)
_OF_NAME = re.compile(rf"{either('part of a name', 'en')} of(?: the)?\s$")


def inside_name(statement: Statement, reading: Reading, paragraph: Paragraph, place: Place) -> Iterator[Proof]:
    """Prove where a place lies by its name, which begins with that of the larger place (云河开发区北园).

    Args:
        statement: The statement.
        reading: The text.
        paragraph: Where it stands.
        place: Where the quote stands.

    Yields:
        A proof for each name that has the other in it.
    """
    subject, what = statement.subject, statement.object
    if statement.relation == "owns" and paragraph.language == "en" and statement.status == "realised":
        yield from _owned_by_name(statement, reading, paragraph, place)
        return
    if "standing" not in traits(statement.relation) or not isinstance(what, Thing):
        return
    if paragraph.language == "en":
        yield from _inside_english(statement, reading, paragraph, place)
        return
    if reading.family(subject.key) not in ("place", "zone", "project") or reading.family(what.key) not in (
        "place",
        "zone",
        "project",
    ):
        return
    names = [folded(name) for name in what.names if len(name) > 1]
    for spot in reading.topics.between(paragraph.number, *_sentences(paragraph, place)):
        words = paragraph.folded[spot.start : spot.end]
        if subject.key not in spot.keys or spot.resolved or not (spot.start < place.end and spot.end > place.start):
            continue
        for name in names:
            if words.startswith(name) and words != name and statement.status == "realised":
                number = paragraph.number
                inner = Range(number, spot.start, spot.start + len(name))
                yield Proof((("subject", (Range(number, spot.start, spot.end),)), ("object", (inner,))), resolved=False)
                return


def _owned_by_name(statement: Statement, reading: Reading, paragraph: Paragraph, place: Place) -> Iterator[Proof]:
    """Prove who owns a work by its name, which begins with the owner (Oakline's North Mill)."""
    subject, what = statement.subject, statement.object
    if not isinstance(what, Thing) or reading.family(what.key) != "project":
        return
    if reading.family(subject.key) not in ("firm", "body"):
        return
    for spot in reading.topics.between(paragraph.number, *_sentences(paragraph, place)):
        if what.key not in spot.keys or spot.resolved or not (spot.start < place.end and spot.end > place.start):
            continue
        words = paragraph.folded[spot.start : spot.end]
        before = [
            each for each in reading.topics.spots(paragraph.number) if each.end <= spot.start and not each.hidden
        ][-1:]
        if before and subject.key in before[0].keys and _owns(paragraph, before[0], spot):
            owner, owned = before[0], spot
            if not mood_failure("realised", paragraph, [(owned.start, owned.end)]):
                ranges = [Range(paragraph.number, each.start, each.end) for each in (owner, owned)]
                yield Proof((("subject", (ranges[0],)), ("object", (ranges[1],))), resolved=owner.resolved)
                return
        lead = [end for at, end in _names_within(subject, words) if at == 0 and re.match(r"'s?\s", words[end:])]
        if lead and not mood_failure("realised", paragraph, [(spot.start, spot.end)], standing=True, since=spot.end):
            number = paragraph.number
            named = Range(number, spot.start, spot.start + lead[0])
            whole = Range(number, spot.start, spot.end)
            yield Proof((("subject", (named,)), ("object", (whole,))), resolved=False)
            return


def _owns(paragraph: Paragraph, owner: Spot, owned: Spot) -> bool:
    """Whether a name or a possessive word that owns stands right before another name (Oakline's plant, its plant)."""
    gap = paragraph.bare[owner.end : owned.start]
    return bool(re.fullmatch(r"\s" if owner.role == "possessive" else r"'s?\s", gap))


def _inside_english(statement: Statement, reading: Reading, paragraph: Paragraph, place: Place) -> Iterator[Proof]:
    """Prove where a thing lies by a name that has the larger place in it (a park in Rivertown)."""
    subject, what = statement.subject, statement.object
    if not isinstance(what, Thing) or reading.family(what.key) not in ("place", "zone", "project"):
        return
    for spot in reading.topics.between(paragraph.number, *_sentences(paragraph, place)):
        if spot.resolved or not (spot.start < place.end and spot.end > place.start):
            continue
        words = paragraph.folded[spot.start : spot.end]
        for at, end in _names_within(what, words):
            ahead, behind = words[:at], words[end:]
            whole = subject.key in spot.keys and what.key not in spot.keys
            located = _IN_NAME.search(ahead) and statement.relation != "part-of"
            partial = _OF_NAME.search(ahead) and reading.family(subject.key) != "person"
            named = re.fullmatch(r"(?:the )?", ahead) and re.match(r"[ -](?:based|headquartered)\b", behind)
            if whole and (located or partial or (named and statement.relation != "part-of")):
                own = (0, len(words))
            else:
                inner = [(a, b) for a, b in _names_within(subject, words) if (a, b) != (at, end)]
                joined = [(a, b) for a, b in inner if a >= end and re.fullmatch(r"'s?\s+", words[end:a])]
                own = joined[0] if joined and behind else (0, 0)
            if not own[1]:
                continue
            spans = [(spot.start, spot.end)]
            if mood_failure(
                statement.status, paragraph, spans, standing=statement.status == "realised", since=spot.end
            ):
                continue
            number = paragraph.number
            roles = (
                ("subject", (Range(number, spot.start + own[0], spot.start + own[1]),)),
                ("object", (Range(number, spot.start + at, spot.start + end),)),
            )
            yield Proof(roles, resolved=False)
            return


def _names_within(thing: Thing, words: str) -> list[tuple[int, int]]:
    """List where the names of a thing stand as whole words."""
    found = []
    for name in sorted({re.sub(r"^the ", "", folded(name)) for name in thing.names}, key=len, reverse=True):
        if len(name) > 1:
            found += [each.span() for each in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)]
    return found


def _sentences(paragraph: Paragraph, place: Place) -> tuple[int, int]:
    return paragraph.sentence(place.start)[0], paragraph.sentence(max(place.end - 1, place.start))[1]
