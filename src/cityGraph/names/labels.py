"""Labels of ontology terms in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..model.noun import Noun
from ..namespaces import DIRECT, PREFIXES, PROPERTY, local
from ..store.city import CityGraph
from ..store.open import load
from ..store.shipped import ontology_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.query import Term

# Tags by which others say the same script.
_SCRIPTS = {"zh-Hant": ("zh-Hant-", "zh-TW", "zh-HK", "zh-MO"), "zh-Hans": ("zh-Hans-", "zh-CN", "zh-SG", "zh-MY")}
KIN = 3


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


def speaks_of(wanted: str, tag: str) -> int:
    """How well a language tag serves a reader of `wanted`: 0 exactly, up to `KIN` the same language, 9 not at all.

    What bears no language, or all (mul), serves better than English, and English than the rest.
    """
    if tag == wanted:
        return 0
    if tag.split("-", 1)[0] == wanted.split("-", 1)[0] and not tag.startswith("zh-Latn"):
        near = _SCRIPTS.get(wanted, ())
        return 1 if tag.startswith(near) else 2 if tag == "zh" or not near else KIN
    return {"": 5, "mul": 5, "en": 6, "en-GB": 7, "en-US": 7}.get(tag, 9)


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
        best: dict[tuple[bool, str], tuple[int, str, str]] = {}
        for term, which, label in _labels(city, missing):
            place = which.endswith("inverseLabel"), term
            one = speaks_of(city.language, label.language or ""), label.language or "", label.value
            if one[0] == 0 or not term.startswith(PREFIXES["cg"]):
                best[place] = min(one, best.get(place, one))
        for (inverse, named_by), one in best.items():
            (found.inverse if inverse else found.labels)[named_by] = one[2]
    return found


def _labels(city: CityGraph, terms: Iterable[str]) -> Iterator[tuple[str, str, Term]]:
    """The labels of terms, in every language: term, property, label.

    Wikidata labels what a relation is, and not the property that ties directly.
    """
    told = {term: PROPERTY + term.removeprefix(DIRECT) if term.startswith(DIRECT) else term for term in terms}
    of = {asked: term for term, asked in told.items()}
    if city.remote:
        # A server may have the city and not the ontology, which comes with the package.
        ontology = city.once("ontology", lambda: CityGraph(load("oxigraph", ontology_files())))
        for term, which, label in ontology.select("vocabulary", term=map(sparql_iri, of)):
            yield of[term.value], which.value, label
    asked = [sparql_iri(term) for term in of if not (city.remote and term.startswith(PREFIXES["cg"]))]
    for term, which, label in city.select("vocabulary", term=asked):
        yield of[term.value], which.value, label


def spellings(city: CityGraph, terms: Iterable[str]) -> dict[str, list[str]]:
    """Every label of `terms`, in every language and from either end, by IRI."""
    found: dict[str, list[str]] = {}
    for term, _, label in _labels(city, terms):
        found.setdefault(term, []).append(label.value)
    return found
