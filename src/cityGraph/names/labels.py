"""Find the labels of ontology terms in the reader's language."""

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

# Other tags for the same script.
_SCRIPTS = {"zh-Hant": ("zh-Hant-", "zh-TW", "zh-HK", "zh-MO"), "zh-Hans": ("zh-Hans-", "zh-CN", "zh-SG", "zh-MY")}
SAME_LANGUAGE = 3  # the highest `language_rank` of a name in the reader's language


class Vocabulary(Noun):
    """The labels of terms.

    Attributes:
        labels: By IRI, the label of a term; of a relation, as read from its subject. Empty if it has none.
        inverse: By IRI, the label of a relation as read from its object.
    """

    labels: dict[str, str]
    inverse: dict[str, str]

    def label(self, term: str) -> str:
        """Return the label of a term.

        Args:
            term: The IRI of the term.

        Returns:
            The label; the local name of the term if it has none.
        """
        return self.labels.get(term) or local(term)

    def relation(self, term: str, direction: str) -> str:
        """Return the label of a relation as read from one of its ends.

        Args:
            term: The IRI of the relation.
            direction: ``out`` to read it from its subject, ``in`` from its object.

        Returns:
            The label; an arrow and the other label if the relation has none for its object.
        """
        return self.label(term) if direction == "out" else self.inverse.get(term) or f"← {self.label(term)}"


def language_rank(wanted: str, tag: str) -> int:
    """Rank how well a language serves a reader.

    Args:
        wanted: The language of the handle: ``zh-Hant``, ``zh-Hans`` or ``en``.
        tag: The language tag of a name; empty if it has none.

    Returns:
        0 for the wanted language, up to `SAME_LANGUAGE` for the same language in another script or region, 5 for no
        language or all of them (``mul``), 6 and 7 for English, 9 for the rest.

    Examples:
        >>> [language_rank("zh-Hant", tag) for tag in ("zh-Hant", "zh-TW", "zh", "zh-Hans", "", "en", "fr")]
        [0, 1, 2, 3, 5, 6, 9]
    """
    if tag == wanted:
        return 0
    if tag.split("-", 1)[0] == wanted.split("-", 1)[0] and not tag.startswith("zh-Latn"):
        near = _SCRIPTS.get(wanted, ())
        return 1 if tag.startswith(near) else 2 if tag == "zh" or not near else SAME_LANGUAGE
    return {"": 5, "mul": 5, "en": 6, "en-GB": 7, "en-US": 7}.get(tag, 9)


def is_translation(term: Term) -> bool:
    """Tell whether a literal is a translation of ours, by its tag (https://www.rfc-editor.org/rfc/rfc6497).

    Args:
        term: Any term.

    Returns:
        Whether its language tag has ``-t-``, as in ``en-t-zh``: English, translated from Chinese.
    """
    return "-t-" in (term.language or "").lower()


def vocabulary(city: CityGraph, terms: Iterable[str]) -> Vocabulary:
    """Return the labels of terms in the handle's language. Each term is asked for once in the life of a handle.

    Args:
        city: An open graph.
        terms: IRIs of kinds, relations, qualifiers and their values.

    Returns:
        The labels of these terms and of all that were asked for before.

    Examples:
        >>> import cityGraph as cg
        >>> supports = "https://w3id.org/citygraph/ontology#supports"
        >>> vocabulary(cg.open(language="en"), [supports]).relation(supports, "in")
        'given priority support by'
    """
    known: Vocabulary = city.once("vocabulary", lambda: Vocabulary({}, {}))
    missing = [term for term in dict.fromkeys(terms) if ":" in term and term not in known.labels]
    if missing:
        known.labels.update(dict.fromkeys(missing, ""))
        best: dict[tuple[bool, str], tuple[int, str, str]] = {}
        for term, role, label in _labels(city, missing):
            key = role.endswith("inverseLabel"), term
            ranked = language_rank(city.language, label.language or ""), label.language or "", label.value
            # Our own terms have labels in every language of a handle; another language would be a mistake.
            if ranked[0] == 0 or not term.startswith(PREFIXES["cg"]):
                best[key] = min(ranked, best.get(key, ranked))
        for (inverse, term), (_, _, text) in best.items():
            (known.inverse if inverse else known.labels)[term] = text
    return known


def _labels(city: CityGraph, terms: Iterable[str], query: str = "vocabulary") -> Iterator[tuple[str, str, Term]]:
    """List the labels of terms in every language: the term, the property that carries the label, the label.

    Wikidata gives labels to the entity of a property, not to the direct property that stands in its triples.
    """
    entity_of = {term: PROPERTY + term.removeprefix(DIRECT) if term.startswith(DIRECT) else term for term in terms}
    term_of = {entity: term for term, entity in entity_of.items()}
    if city.remote or (not city.ontology and any(iri.startswith(PREFIXES["cg"]) for iri in term_of)):
        # A graph may come without the ontology, so the ontology of the package is asked.
        for entity, role, label in ontology_of(city).select(query, term=map(sparql_iri, term_of)):
            yield term_of[entity.value], role.value, label
    wanted = [sparql_iri(iri) for iri in term_of if city.ontology or not iri.startswith(PREFIXES["cg"])]
    for entity, role, label in city.select(query, term=wanted):
        yield term_of[entity.value], role.value, label


def ontology_of(city: CityGraph) -> CityGraph:
    """Return a graph that has our ontology.

    Args:
        city: An open graph.

    Returns:
        The graph itself; that of the package's ontology if it came without one, or is an endpoint.
    """
    if city.ontology and not city.remote:
        return city
    ontology: CityGraph = city.once(
        "ontology", lambda: CityGraph(load("oxigraph", ontology_files()), language=city.language)
    )
    return ontology


def aliases(city: CityGraph, terms: Iterable[str]) -> dict[str, list[str]]:
    """List the other words for terms of the ontology, in every language.

    Args:
        city: An open graph.
        terms: IRIs of terms.

    Returns:
        The aliases by IRI. Terms without one are left out.

    Examples:
        >>> import cityGraph as cg
        >>> "supports" in aliases(cg.open(), ["https://w3id.org/citygraph/ontology#aids"]).popitem()[1]
        True
    """
    words: dict[str, list[str]] = {}
    for term, _, word in _labels(city, terms, "aliases"):
        words.setdefault(term, []).append(word.value)
    return words


def all_labels(city: CityGraph, terms: Iterable[str], *, inverse: bool = True) -> dict[str, list[str]]:
    """List the labels of terms in every language and, for relations, as read from either end.

    Args:
        city: An open graph.
        terms: IRIs of terms.
        inverse: Whether a relation is read from its object, too.

    Returns:
        The labels by IRI. Terms without a label are left out.
    """
    labels: dict[str, list[str]] = {}
    for term, role, label in _labels(city, terms):
        if inverse or not role.endswith("inverseLabel"):
            labels.setdefault(term, []).append(label.value)
    return labels


def definitions(city: CityGraph, terms: Iterable[str]) -> dict[str, str]:
    """Return what terms mean, in the handle's language; 简体 is converted from 繁體.

    Args:
        city: An open graph.
        terms: IRIs of terms.

    Returns:
        The definitions by IRI. Terms without one are left out.

    Examples:
        >>> import cityGraph as cg
        >>> definitions(cg.open(), ["https://w3id.org/citygraph/ontology#Chain"]).popitem()[1]
        '政府列出的產業鏈,有發布機構和層級'
    """
    best: dict[str, tuple[int, str]] = {}
    for term, text in city.select("definitions", term=map(sparql_iri, (each for each in terms if ":" in each))):
        ranked = language_rank(city.language, text.language or ""), text.value
        best[term.value] = min(ranked, best.get(term.value, ranked))
    if city.language == "zh-Hans":
        from .folding import SIMPLIFIED

        return {term: text.translate(SIMPLIFIED) for term, (_, text) in best.items()}
    return {term: text for term, (_, text) in best.items()}
