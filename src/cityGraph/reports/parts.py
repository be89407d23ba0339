"""The values that a dossier consists of.

They hold every word that a dossier shows. Markdown and HTML add only markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.noun import Noun

if TYPE_CHECKING:
    from ..model.claim import Entity


class Quote(Noun):
    """A quote of a source.

    Attributes:
        words: The quote, without quotation marks.
        source: The number of the source in the dossier, from 1.
        paragraph: The paragraph of the source, from 1. None if the graph does not say.
        url: The address of the quote, if it has one.
    """

    words: str
    source: int
    paragraph: int | None = None
    url: str | None = None


class RowClaim(Noun):
    """One claim of a row.

    Attributes:
        basis: How the claim was found, in the language of the dossier: stated, resolved or inferred.
        quotes: Its evidence.
        notes: Its qualifiers, each as ``label: text``.
        value: The relation and value that the claim adds to the row, for the value of a figure. None otherwise.
        differs: The values that other sources give for the same figure, as one text. None if there are none.
        because: The reason, if it is inferred.
        rests_on: The numbers of the sources that an inferred claim rests on.
    """

    basis: str
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...] = ()
    value: str | None = None
    differs: str | None = None
    because: str | None = None
    rests_on: tuple[int, ...] = ()


class Row(Noun):
    """One entity or value under a relation, with the claims that state it.

    Attributes:
        name: The label of the entity, or the value.
        kind: The kind of the entity, in the language of the dossier. Empty for a value.
        status: ``realised``, ``planned``, ``targeted`` or ``inferred``.
        status_label: The status in the language of the dossier.
        claims: The claims.
        mates: The labels of the other members, if the source names the entity in an open list (等).
    """

    name: str
    kind: str
    status: str
    status_label: str
    claims: tuple[RowClaim, ...]
    mates: tuple[str, ...] = ()


class Group(Noun):
    """The rows of one relation.

    Attributes:
        label: The relation, as read from the entity of the dossier, with an arrow for its direction.
        rows: The rows, by status.
    """

    label: str
    rows: tuple[Row, ...]


class Missing(Noun):
    """Something that is expected of the entity and that no source gives.

    Attributes:
        expects: What is expected.
        question: What a reader could ask to find it.
        filled: The labels of the entities that an inferred claim gives instead.
    """

    expects: str
    question: str
    filled: tuple[str, ...] = ()


class Part(Noun):
    """The content of a dossier about one entity.

    Attributes:
        entity: The entity.
        names: Its names by language: what the language is called, its tag (empty if unknown), the spellings.
        name_claims: The claims about its names.
        edges: The claims that connect it with other entities.
        figures: The claims about values, its own and those of its targets and observations.
        missing: What is expected and no source gives.
        held_back: How many inferred claims were left out.
    """

    entity: Entity
    names: tuple[tuple[str, str, tuple[str, ...]], ...]
    name_claims: tuple[Group, ...]
    edges: tuple[Group, ...]
    figures: tuple[Group, ...]
    missing: tuple[Missing, ...]
    held_back: int = 0


class Cited(Noun):
    """A source in the list at the end of a dossier.

    What the label already contains is not repeated: `title`, `publisher` and `date` are then None, as they are if
    unknown.

    Attributes:
        number: Its number, from 1.
        label: What the dossier calls it.
        title: Its title.
        publisher: Its publisher.
        date: Its date.
        quality: Its grade: ``A``, ``B`` or ``M``. None if it has none.
        url: Its address, if it has one.
    """

    number: int
    label: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    quality: str | None = None
    url: str | None = None
