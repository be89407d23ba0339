"""Read the names and kinds of things, once for each handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..model.claim import Entity
from ..namespaces import PREFIXES, local
from ..store.city import LANGUAGES
from .labels import SAME_LANGUAGE, language_rank, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

# The properties that carry names, the one for labels first.
RANK = {"prefLabel": 0, "name": 1, "label": 1, "altLabel": 2, "alternateName": 2, "nick": 2}
# The properties that carry kinds. In Wikidata every thing has the same type, so P31 (instance of) comes first.
_KINDS = ("P31", "type")
_OWL = PREFIXES["owl"]  # what OWL calls a thing (NamedIndividual) says less than any other kind


def names_of(city: CityGraph, iris: Iterable[str]) -> dict[str, list[tuple[str, str, str]]]:
    """List the names of some things.

    Args:
        city: An open graph.
        iris: The IRIs of the things.

    Returns:
        By IRI, each name with its language tag and its role (``prefLabel``, ``altLabel``, …); 繁體 first, then 简体,
        English and the rest. Things without a name are left out.
    """
    names: dict[str, list[tuple[str, str, str]]] = {}
    for iri, role, (text, tag) in _described(city, iris):
        if role not in _KINDS:
            names.setdefault(iri, []).append((text, tag, role))
    return {iri: sorted(each, key=_by_language) for iri, each in names.items()}


def _by_language(name: tuple[str, str, str]) -> tuple[int, int, str]:
    text, tag, role = name
    exact = [at for at, language in enumerate(LANGUAGES) if language_rank(language, tag) == 0]
    near = [at for at, language in enumerate(LANGUAGES) if 0 < language_rank(language, tag) <= SAME_LANGUAGE]
    return (exact or near[-1:] or [len(LANGUAGES)])[0], RANK[role], text


def entities(city: CityGraph, iris: Iterable[str]) -> dict[str, Entity]:
    """Return things with their labels in the handle's language.

    Args:
        city: An open graph.
        iris: The IRIs of the things.

    Returns:
        The things by IRI. A thing without a name has the end of its IRI as label; one without name and kind is left
        out.

    Examples:
        >>> import cityGraph as cg
        >>> entities(cg.open(language="en"), ["https://w3id.org/citygraph/id/taiyuan/taigang"]).popitem()[1].label
        'Taiyuan Iron & Steel (Taigang)'
    """
    kinds: dict[str, tuple[int, bool, str]] = {}
    labels: dict[str, tuple[tuple[object, ...], str]] = {}
    for iri, role, (text, tag) in _described(city, iris):
        if role in _KINDS:
            kinds[iri] = min((_KINDS.index(role), text.startswith(_OWL), text), kinds.get(iri, (9, True, "")))
        else:
            rank = language_rank(city.language, tag)
            key = (RANK[role], rank, "", text) if rank <= SAME_LANGUAGE else (5, rank, RANK[role], tag, text)
            if iri not in labels or key < labels[iri][0]:
                labels[iri] = (key, text)
    words = vocabulary(city, (kind for *_, kind in kinds.values()))
    things = {}
    for iri in kinds.keys() | labels.keys():
        kind = kinds[iri][2] if iri in kinds else ""
        label = labels[iri][1] if iri in labels else local(iri)
        things[iri] = Entity(iri, label, local(kind), words.label(kind) if kind else "")
    return things


def example_names(city: CityGraph) -> list[str]:
    """List names of what a graph gives as examples of its things (`void:exampleResource`, https://www.w3.org/TR/void/).

    Args:
        city: An open graph.

    Returns:
        For each thing its shortest name in the handle's language, sorted by IRI. Empty if the graph gives none.

    Examples:
        >>> import cityGraph as cg
        >>> example_names(cg.open()), example_names(cg.open(language="en"))
        (['太鋼', '太重'], ['TISCO', 'Taizhong'])
    """
    named = names_of(city, [row[0].value for row in city.select("examples")])
    own = (
        [(len(text), text) for text, tag, _ in names if language_rank(city.language, tag) == 0]
        for _, names in sorted(named.items())
    )
    return [min(names)[1] for names in own if names]


def with_names(city: CityGraph, iris: Iterable[str]) -> set[str]:
    """Return which of some things have a name and are not terms of our ontology.

    Args:
        city: An open graph.
        iris: The IRIs of the things.

    Returns:
        The IRIs of those that do.
    """
    wanted = sorted(iri for iri in set(iris) if ":" in iri)
    if not wanted:
        return set()
    if city.remote:
        return {row[0].value for row in city.select("named-of", thing=map(sparql_iri, wanted))}
    return {iri for (iri,) in city.select_iris("named-of", thing=map(sparql_iri, wanted))}


def entity_of(known: dict[str, Entity], iri: str) -> Entity:
    """Return a thing from the answer of `entities`.

    Args:
        known: Things by IRI.
        iri: The IRI of the thing.

    Returns:
        The thing; one with the end of its IRI as label if it is not in `known`.
    """
    return known.get(iri) or Entity(iri, local(iri), "", "")


def _described(city: CityGraph, iris: Iterable[str]) -> Iterable[tuple[str, str, tuple[str, str]]]:
    """List the names and kinds of things: IRI, local name of the property, value with its language tag.

    Each thing is asked for once in the life of a handle.
    """
    wanted = [iri for iri in dict.fromkeys(iris) if ":" in iri]  # blank nodes and plain words cannot be asked for
    known: dict[str, list[tuple[str, tuple[str, str]]]] = city.once("described", dict)
    missing = [iri for iri in wanted if iri not in known]
    if missing:
        known.update((iri, []) for iri in missing)
        query = "labels-known" if city.remote else "labels"
        for thing, role, value in city.select(query, entity=map(sparql_iri, missing)):
            known[thing.value].append((local(role.value), (value.value, value.language or "")))
        nameless = [iri for iri in missing if all(role in _KINDS for role, _ in known[iri])] if city.remote else []
        for thing, role, value in city.select("labels", entity=map(sparql_iri, nameless)):
            if local(role.value) not in _KINDS:
                known[thing.value].append((local(role.value), (value.value, value.language or "")))
    for iri in wanted:
        for role_name, name in known[iri]:
            yield iri, role_name, name
