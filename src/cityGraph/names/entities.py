"""The names and kinds of things, read once per graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..model.claim import Entity
from ..namespaces import local
from .labels import KIN, speaks_of, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

RANK = {"prefLabel": 0, "name": 1, "label": 1, "altLabel": 2, "alternateName": 2, "nick": 2}
_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
_KINDS = ("P31", "type")


def names_of(city: CityGraph, iris: Iterable[str]) -> dict[str, list[tuple[str, str, str]]]:
    """The names of things by IRI: (name, language, role), the role being ``prefLabel``, ``altLabel``, …;
    繁體 first, then 简体, English, the rest.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    for who, which, value in _described(city, iris):
        if which not in _KINDS:
            found.setdefault(who, []).append((value[0], value[1], which))
    return {who: sorted(all_of, key=_by_language) for who, all_of in found.items()}


def _by_language(name: tuple[str, str, str]) -> tuple[int, int, str]:
    spelled, tag, role = name
    places = [at for at, language in enumerate(_LANGUAGES) if speaks_of(language, tag) == 0]
    kin = [at for at, language in enumerate(_LANGUAGES) if 0 < speaks_of(language, tag) <= KIN]
    return (places or kin[-1:] or [len(_LANGUAGES)])[0], RANK[role], spelled


def entities(city: CityGraph, iris: Iterable[str]) -> dict[str, Entity]:
    """Things by IRI, labelled in the handle's language; what the graph says nothing of is left out.

    >>> import cityGraph as cg
    >>> entities(cg.open(language="en"), ["https://w3id.org/citygraph/id/taiyuan/taigang"]).popitem()[1].label
    'Taigang'
    """
    kinds: dict[str, str] = {}
    labels: dict[str, tuple[tuple[object, ...], str]] = {}
    found_kinds: dict[str, tuple[int, str]] = {}
    for who, which, (value, tag) in _described(city, iris):
        if which in _KINDS:
            # In Wikidata all things are of one type: their kind is what they are an instance of.
            found_kinds[who] = min((_KINDS.index(which), value), found_kinds.get(who, (9, "")))
            kinds[who] = found_kinds[who][1]
        else:
            speaks = speaks_of(city.language, tag)
            key = (RANK[which], speaks, "", value) if speaks <= KIN else (5, speaks, RANK[which], tag, value)
            if who not in labels or key < labels[who][0]:
                labels[who] = (key, value)
    words = vocabulary(city, kinds.values())
    found = {}
    for who in kinds.keys() | labels.keys():
        kind = kinds.get(who, "")
        label = labels[who][1] if who in labels else local(who)
        found[who] = Entity(who, label, local(kind), words.label(kind) if kind else "")
    return found


def named_of(city: CityGraph, iris: Iterable[str]) -> set[str]:
    """Those of these things that have a name and are no terms of an ontology."""
    wanted = sorted(who for who in set(iris) if ":" in who)
    if not wanted:
        return set()
    if city.remote:
        return {row[0].value for row in city.select("named-of", thing=map(sparql_iri, wanted))}
    return {thing for (thing,) in city.select_iris("named-of", thing=map(sparql_iri, wanted))}


def entity_of(known: dict[str, Entity], who: str) -> Entity:
    """The thing as `entities` knows it, or by the end of its IRI alone."""
    return known.get(who) or Entity(who, local(who), "", "")


def _described(city: CityGraph, iris: Iterable[str]) -> Iterable[tuple[str, str, tuple[str, str]]]:
    """What the graph calls things and what kinds it puts them in; each thing is asked for once a handle."""
    wanted = [who for who in dict.fromkeys(iris) if ":" in who]  # a blank node or a word cannot be asked for
    known: dict[str, list[tuple[str, tuple[str, str]]]] = city.once("described", dict)
    missing = [who for who in wanted if who not in known]
    if missing:
        known.update((who, []) for who in missing)
        query = "labels-known" if city.remote else "labels"
        for thing, which, value in city.select(query, entity=map(sparql_iri, missing)):
            known[thing.value].append((local(which.value), (value.value, value.language or "")))
        silent = [who for who in missing if all(role in _KINDS for role, _ in known[who])] if city.remote else []
        for thing, which, value in city.select("labels", entity=map(sparql_iri, silent)):
            if local(which.value) not in _KINDS:
                known[thing.value].append((local(which.value), (value.value, value.language or "")))
    for who in wanted:
        for role, name in known[who]:
            yield who, role, name
