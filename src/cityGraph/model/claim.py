"""The values that answers are made of: entities, relations, values, passages, sources, claims."""

from __future__ import annotations

from typing import Any

from .noun import Noun


class Entity(Noun):
    """A thing with names.

    `label` is its name in the language of the handle, `kind` the local name of its class (``Firm``), `kind_label`
    that class in the language of the handle (企業).
    """

    iri: str
    label: str
    kind: str
    kind_label: str

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "kind"}``."""
        return {"iri": self.iri, "label": self.label, "kind": self.kind}


class Relation(Noun):
    """What ties two entities; `label` is read from the entity that was asked about."""

    iri: str
    label: str

    def to(self, what: str) -> str:
        """The label with what it leads to: behind it, or where it leaves room.

        >>> Relation("urn:r", "位於").to("太原"), Relation("urn:r", "與…合作").to("太原")
        ('位於 太原', '與太原合作')
        """
        before, room, behind = self.label.partition("…")
        return f"{before}{what}{behind}" if room else f"{self.label} {what}"

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label"}``."""
        return {"iri": self.iri, "label": self.label}


_PARTS = {"gYear": 1, "gYearMonth": 2, "date": 3}


class Value(Noun):
    """A literal: its lexical form, the IRI of its datatype, its language if it has one."""

    value: str
    datatype: str
    language: str | None = None

    @property
    def fits(self) -> bool:
        """Whether a number, a year or a date is written as its datatype has it (XML Schema); anything else is.

        >>> date = "http://www.w3.org/2001/XMLSchema#date"
        >>> Value("2025-03-27", date).fits, Value("next year", date).fits
        (True, False)
        """
        kind = self.datatype.removeprefix("http://www.w3.org/2001/XMLSchema#")
        if kind in ("decimal", "integer"):
            digits = self.value.strip().lstrip("+-")
            return digits.isascii() and (digits.replace(".", "", 1) if kind == "decimal" else digits).isdecimal()
        if (parts := _PARTS.get(kind)) is None:
            return True
        plain = self.value.strip().removeprefix("-").partition("Z")[0].partition("+")[0]
        found = plain.split("-")
        fits = len(found) >= parts and len(found[0]) >= 4 and all(part.isdecimal() for part in found[:parts])
        return fits and plain.isascii()

    def as_json(self) -> dict[str, Any]:
        """``{"value", "datatype", "language"}``."""
        return {"value": self.value, "datatype": self.datatype, "language": self.language}


class Passage(Noun):
    """Where a source says it.

    `start` and `end` count Unicode code points in the paragraph, from zero, `end` exclusive; they and `paragraph` are
    None where the text of the source is not held. `url` leads to the words in the page (a text fragment).
    `source_label` is what an answer calls the source (本文), `source_title` what a reader finds it by; `date` is that
    of the source, None where it is unknown, `quality` its grade: A, B or M.
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
        """``{"source", "label", "date", "quality", "paragraph", "start", "end", "phrase", "url"}``."""
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
    """What qualifies a claim without changing its triple: a purpose, an order, a unit.

    `name` is the local name of the property, `label` the property and `text` the value in the handle's language,
    `value` the IRI or lexical form as it stands in the graph.
    """

    name: str
    label: str
    value: str
    text: str


class Claim(Noun):
    """One statement of a source: subject, relation, object, with status, basis and evidence.

    `status` is ``realised``, ``planned`` or ``targeted``; `basis` is ``stated``, ``resolved`` or ``inferred``;
    `positions` says where the words of each part stand; `because` is the reason of an inferred claim, and `rests_on`
    are the sources that it rests on.
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

    @property
    def sources(self) -> tuple[str, ...]:
        """The IRIs of the sources that say it or, if it is inferred, that it rests on."""
        said = dict.fromkeys(passage.source for passage in self.evidence)
        return tuple(said) or tuple(source.iri for source in self.rests_on)

    @property
    def told(self) -> str:
        """The object as it is read: a name or, of a value, comparator, number and unit."""
        if isinstance(self.object, Entity):
            return self.object.label
        text = self.object.value
        if self.object.datatype.endswith("#decimal") and text.lstrip("-").isdigit():
            text = f"{int(text):,}".replace(",", " ")
        said = {q.name: q.text for q in self.qualifiers}
        return " ".join(filter(None, (said.get("comparator"), text, said.get("unit"))))

    @property
    def standing(self) -> str:
        """How it is printed and drawn: ``inferred`` if no source states it, else its status."""
        return "inferred" if self.basis == "inferred" else self.status

    @property
    def ends(self) -> tuple[Entity, ...]:
        """The things that it is about: its subject, and its object unless that is a value."""
        return tuple(end for end in (self.subject, self.object) if isinstance(end, Entity))

    def qualifier(self, name: str) -> str | None:
        """The value of the qualifier called `name`, or None."""
        return next((q.value for q in self.qualifiers if q.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """The shape that `citygraph claims --format json` prints, one of its claims."""
        return {
            "iri": self.iri,
            "subject": self.subject.as_json(),
            "relation": self.relation.as_json(),
            "object": self.object.as_json(),
            "status": self.status,
            "basis": self.basis,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "because": self.because,
            "sources": list(self.sources),
            "evidence": [passage.as_json() for passage in self.evidence],
        }


STATUSES = ("realised", "planned", "targeted")
DIRECTIONS = ("in", "out")

BASES = ("stated", "resolved", "inferred")


def rank(name: str, order: tuple[str, ...] = STATUSES) -> int:
    """Return the place of a status or a basis in its order.

    Args:
        name: A status or a basis.
        order: `STATUSES` or `BASES`.

    Returns:
        Its index; what is not in the order comes last.
    """
    return order.index(name) if name in order else len(order)


class Source(Noun):
    """Where something is said; what is None, or empty, is not known of it."""

    iri: str
    label: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: str | None
    url: str | None
    quality: str | None

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "title", "authors", "publisher", "date", "url", "quality"}``."""
        return {field: getattr(self, field) for field in self.fields} | {"authors": list(self.authors)}
