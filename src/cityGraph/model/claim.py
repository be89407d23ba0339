"""The values that a claim is made of: entities, relations, literal values, passages, qualifiers."""

from __future__ import annotations

from typing import Any

from .datatypes import well_formed
from .noun import Noun

STATUSES = ("realised", "planned", "targeted")
BASES = ("stated", "resolved", "inferred")
# How well a claim is proved, the best first.
PROOFS = ("text", "quotes", "citation", "none")
# How a claim is printed and drawn: by its status, unless it is inferred.
STANDINGS = (*STATUSES, "inferred")
DIRECTIONS = ("in", "out")


class Entity(Noun):
    """A thing with names.

    Attributes:
        iri: Its IRI.
        label: Its name in the language of the open graph.
        kind: The local name of its class, such as ``Firm``. Empty if it has none.
        kind_label: The class in the language of the open graph, such as 企業.
    """

    iri: str
    label: str
    kind: str
    kind_label: str

    def as_json(self) -> dict[str, Any]:
        """Return the entity as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind"}``.
        """
        return {"iri": self.iri, "label": self.label, "kind": self.kind}


class Relation(Noun):
    """What connects two entities.

    Attributes:
        iri: The IRI of the property. It does not depend on the direction.
        label: The name of the relation, as read from the entity that was asked about. An ellipsis (…) marks the place
            where the other entity goes; without one the other entity follows the label.
    """

    iri: str
    label: str

    def to(self, other: str) -> str:
        """Return the label together with the name of what it leads to.

        Args:
            other: The name of the entity at the other end, or a value.

        Returns:
            The label with `other` in place of its ellipsis or, if it has none, after a space.

        Examples:
            >>> Relation("urn:r", "位於").to("太原"), Relation("urn:r", "與…合作").to("太原")
            ('位於 太原', '與太原合作')
        """
        before, gap, behind = self.label.partition("…")
        return f"{before}{other}{behind}" if gap else f"{self.label} {other}"

    def as_json(self) -> dict[str, Any]:
        """Return the relation as a dictionary for JSON.

        Returns:
            ``{"iri", "label"}``.
        """
        return {"iri": self.iri, "label": self.label}


class Value(Noun):
    """A literal, such as a number, a date or a text.

    Attributes:
        value: The literal as it is written in the data.
        datatype: The IRI of its datatype.
        language: Its language tag, such as ``zh-Hant``. None if it has none.
    """

    value: str
    datatype: str
    language: str | None = None

    @property
    def well_formed(self) -> bool:
        """Whether the value is written as its datatype demands; only numbers, truth values and dates can be wrong.

        The forms are those of XML Schema (https://www.w3.org/TR/xmlschema11-2/).

        Examples:
            >>> date = "http://www.w3.org/2001/XMLSchema#date"
            >>> Value("2025-03-27", date).well_formed, Value("next year", date).well_formed
            (True, False)
        """
        return well_formed(self.value, self.datatype)

    def as_json(self) -> dict[str, Any]:
        """Return the value as a dictionary for JSON.

        Returns:
            ``{"value", "datatype", "language"}``.
        """
        return {"value": self.value, "datatype": self.datatype, "language": self.language}


class Passage(Noun):
    """The words of a source that carry a claim.

    Attributes:
        source: The IRI of the source.
        source_label: The short name that text answers print for the source, its alias in the language of the reader.
        source_title: The title by which a reader finds the source.
        paragraph: The number of the paragraph; the title is 1. None if the positions in the source are unknown.
        start: The offset of the first character in the paragraph, in Unicode code points from zero, or None.
        end: The offset after the last character, or None.
        phrase: The words, exactly as printed.
        url: A link that opens the page at these words (a text fragment), or None.
        date: The date of the source, or None if it is unknown.
        quality: The grade of the source: ``A``, ``B`` or ``M``. None if it has no grade.
    """

    source: str
    source_label: str
    source_title: str
    paragraph: int | None
    start: int | None
    end: int | None
    phrase: str
    url: str | None
    date: str | None = None
    quality: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the passage as a dictionary for JSON; its ``label`` is the title of the source.

        Returns:
            ``{"source", "label", "date", "quality", "paragraph", "start", "end", "phrase", "url"}``.
        """
        return {
            "source": self.source,
            "label": self.source_title,
            "date": self.date,
            "quality": self.quality,
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
            "phrase": self.phrase,
            "url": self.url,
        }


class Qualifier(Noun):
    """A detail of a claim that its subject, relation and object do not hold: a purpose, an order, a unit.

    Attributes:
        name: The local name of the property, such as ``unit``.
        label: The property in the language of the open graph.
        value: The IRI or the literal, as it is written in the graph.
        text: The value in the language of the open graph; the words of a source stay as they are printed.
        language: The language tag of the words of a source, such as ``zh-Hant``; None if they are not.
        gloss: Our translation of these words into the language of the open graph; empty if there is none.
    """

    name: str
    label: str
    value: str
    text: str
    language: str | None = None
    gloss: str = ""


class Claim(Noun):
    """One statement of a source.

    Attributes:
        iri: Its IRI. Of a triple without a claim, which counts as one without a source, the triple as text.
        subject: The entity that the claim is about.
        relation: How subject and object are related.
        object: An entity, or a literal value.
        status: ``realised``, ``planned`` or ``targeted``. Empty for a triple without a claim.
        basis: ``stated``, ``resolved`` or ``inferred``. Empty for a triple without a claim.
        evidence: The passages that carry the claim. Empty if the claim is inferred.
        qualifiers: Its details.
        positions: Where the words of each part are, in the grammar of `cityGraph.model.positions`, or None.
        because: The reason for an inferred claim, or None.
        rests_on: The sources that an inferred claim rests on.
        proof: How well it is proved: by the ``text`` of its source, by its ``quotes``, only by the ``citation`` of a
            source, or ``none`` if no source says it.
    """

    iri: str
    subject: Entity
    relation: Relation
    object: Entity | Value
    status: str
    basis: str
    evidence: tuple[Passage, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    positions: str | None = None
    because: str | None = None
    rests_on: tuple[Entity, ...] = ()
    proof: str = "none"

    @property
    def sources(self) -> tuple[str, ...]:
        """The IRIs of the sources that carry the claim or, if it is inferred, that it rests on."""
        cited = dict.fromkeys(passage.source for passage in self.evidence)
        return tuple(cited) or tuple(source.iri for source in self.rests_on)

    @property
    def object_text(self) -> str:
        """The object as text: the name of an entity, or a value as it is written, with its comparator and unit."""
        if isinstance(self.object, Entity):
            return self.object.label
        details = {q.name: q.text for q in self.qualifiers}
        return " ".join(filter(None, (details.get("comparator"), self.object.value, details.get("unit"))))

    @property
    def standing(self) -> str:
        """How it is printed and drawn: ``inferred`` if no source states it, else its status."""
        return standing_of(self.status, self.basis)

    @property
    def ends(self) -> tuple[Entity, ...]:
        """The things that it is about: its subject, and its object unless that is a value."""
        return tuple(end for end in (self.subject, self.object) if isinstance(end, Entity))

    def qualifier(self, name: str) -> str | None:
        """Return the value of one qualifier.

        Args:
            name: The local name of the property, such as ``unit``.

        Returns:
            The first value as it is written in the graph, or None if the claim has no such qualifier.
        """
        return next((q.value for q in self.qualifiers if q.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """Return the claim as a dictionary for JSON, as `citygraph claims --format json` prints it.

        Returns:
            ``{"iri", "subject", "relation", "object", "status", "basis", "proof", "qualifiers", "because", "sources",
            "evidence"}``.
        """
        return {
            "iri": self.iri,
            "subject": self.subject.as_json(),
            "relation": self.relation.as_json(),
            "object": self.object.as_json(),
            "status": self.status,
            "basis": self.basis,
            "proof": self.proof,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "because": self.because,
            "sources": list(self.sources),
            "evidence": [passage.as_json() for passage in self.evidence],
        }


def standing_of(status: str, basis: str) -> str:
    """Return how a claim or an edge is printed and drawn: ``inferred`` if no source states it, else its status.

    Args:
        status: Its status.
        basis: Its basis.

    Returns:
        The word.
    """
    return "inferred" if basis == "inferred" else status


def rank(name: str, order: tuple[str, ...] = STATUSES) -> int:
    """Return the place of a status or a basis in its order.

    Args:
        name: A status or a basis.
        order: `STATUSES`, `BASES` or `STANDINGS`.

    Returns:
        Its index; what is not in the order comes last.
    """
    return order.index(name) if name in order else len(order)
