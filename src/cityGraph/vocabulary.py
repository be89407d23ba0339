"""The words of the ontology in the language of a handle: labels of kinds, relations, statuses, units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .sparql import bind, named, prologue, rows, string

if TYPE_CHECKING:
    from .store import CityGraph


@dataclass(frozen=True)
class Vocabulary:
    """Labels by IRI, and labels read from the object by the IRI of the relation."""

    labels: dict[str, str]
    inverse: dict[str, str]

    def label(self, iri: str) -> str:
        """The label of a term; its local name where the ontology has none."""
        return self.labels.get(iri) or local(iri)

    def relation(self, iri: str, direction: str) -> str:
        """The label of a relation read from its subject (``out``) or its object (``in``)."""
        return self.label(iri) if direction == "out" else self.inverse.get(iri) or f"← {self.label(iri)}"


def local(iri: str) -> str:
    """What follows the last ``#`` or ``/``.

    >>> local("https://w3id.org/citygraph/ontology#Firm")
    'Firm'
    """
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def vocabulary(city: CityGraph) -> Vocabulary:
    """The ontology's labels in the language of `city`, read once a handle.

    >>> import cityGraph as cg
    >>> words = vocabulary(cg.open(language="en"))
    >>> words.relation("https://w3id.org/citygraph/ontology#supports", "in")
    'supported by'
    """

    def read() -> Vocabulary:
        labels: dict[str, str] = {}
        inverse: dict[str, str] = {}
        text = prologue(["cg", "rdfs"]) + bind(named("vocabulary"), language=[string(city.language)])
        for term, which, label in rows(city.engine, text):
            assert term and which and label
            (inverse if which.value.endswith("inverseLabel") else labels)[term.value] = label.value
        return Vocabulary(labels, inverse)

    found: Vocabulary = city.once("vocabulary", read)
    return found
