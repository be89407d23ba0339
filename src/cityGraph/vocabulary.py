"""The words of the ontology in the language of a handle: labels of kinds, relations, statuses, units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Noun
from .sparql import bind, iri, named, prologue, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .store import CityGraph


class Vocabulary(Noun):
    """Labels of terms by IRI: as such, and read from the object of a relation."""

    labels: dict[str, str]
    inverse: dict[str, str]

    def label(self, term: str) -> str:
        """The label of a term; its local name where the ontology has none."""
        return self.labels.get(term) or local(term)

    def relation(self, term: str, direction: str) -> str:
        """The label of a relation read from its subject (``out``) or its object (``in``)."""
        return self.label(term) if direction == "out" else self.inverse.get(term) or f"← {self.label(term)}"


def local(term: str) -> str:
    """What follows the last ``#`` or ``/``.

    >>> local("https://w3id.org/citygraph/ontology#Firm")
    'Firm'
    """
    return term.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def vocabulary(city: CityGraph, terms: Iterable[str]) -> Vocabulary:
    """The labels of `terms` in the language of `city`; each is asked for once a handle.

    >>> import cityGraph as cg
    >>> supports = "https://w3id.org/citygraph/ontology#supports"
    >>> vocabulary(cg.open(language="en"), [supports]).relation(supports, "in")
    'supported by'
    """
    found: Vocabulary = city.once("vocabulary", lambda: Vocabulary({}, {}))
    missing = [term for term in dict.fromkeys(terms) if ":" in term and term not in found.labels]
    if missing:
        found.labels.update(dict.fromkeys(missing, ""))
        text = prologue(["cg", "rdfs"]) + bind(named("vocabulary"), term=map(iri, missing))
        for term, which, label in rows(city.engine, text):
            if label.language == city.language:
                of = found.inverse if which.value.endswith("inverseLabel") else found.labels
                of[term.value] = label.value
    return found


def spellings(city: CityGraph, terms: Iterable[str]) -> dict[str, list[str]]:
    """Every label of `terms`, in every language and from either end, by IRI."""
    found: dict[str, list[str]] = {}
    text = prologue(["cg", "rdfs"]) + bind(named("vocabulary"), term=map(iri, terms))
    for term, _, label in rows(city.engine, text):
        found.setdefault(term.value, []).append(label.value)
    return found
