"""The nouns that a dossier is made of.

They hold all that is said; how it is set adds markup and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.noun import Noun

if TYPE_CHECKING:
    from ..model.claim import Entity


class Quote(Noun):
    """The words of a source: `url` leads to them, `source` is the number of the source in the dossier."""

    words: str
    source: int
    paragraph: int | None = None
    url: str | None = None


class Said(Noun):
    """One claim of a row: what it adds to it, its basis, what qualifies it, its words.

    `differs` holds what other sources give for the same figure; `rests_on` are the numbers of an inference's sources.
    """

    basis: str
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...] = ()
    told: str | None = None
    differs: str | None = None
    because: str | None = None
    rests_on: tuple[int, ...] = ()


class Row(Noun):
    """What is said of one thing or value under one relation: `status` is ``realised``, …, or ``inferred``."""

    name: str
    kind: str
    status: str
    shown: str
    said: tuple[Said, ...]
    mates: tuple[str, ...] = ()


class Group(Noun):
    """The rows under one relation, whose label is read from the thing of the dossier."""

    label: str
    rows: tuple[Row, ...]


class Missing(Noun):
    """What no source says: `filled` are the names that inferences would put there."""

    expects: str
    question: str
    filled: tuple[str, ...] = ()


class Part(Noun):
    """What is known of one thing: names by their language, ties, figures, and what no source says.

    `held_back` counts the inferred claims that were left out.
    """

    entity: Entity
    names: tuple[tuple[str, str, tuple[str, ...]], ...]
    called: tuple[Group, ...]
    ties: tuple[Group, ...]
    figures: tuple[Group, ...]
    missing: tuple[Missing, ...]
    held_back: int = 0


class Cited(Noun):
    """A source by its number: what it goes by, and what is known of it."""

    number: int
    label: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    quality: str | None = None
    url: str | None = None
