"""The verb `according_to`; what is known of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import AmbiguousName, NameNotFound
from ..escape import sparql_iri
from ..model.source import Source
from ..names.entities import entities
from ..names.spelling import fold
from ..namespaces import expand, local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Entity
    from ..model.query import Term
    from ..store.city import CityGraph


def according_to(city: CityGraph, *sources: str) -> CityGraph:
    """What these sources say, and nothing else: a graph of its own, on which every verb works.

    A source is named by its IRI or CURIE, the end of its IRI (``article``), its short name (本文), its label, or its
    publisher, which stands for all of that publisher's. Claims of other sources go, with their plain triples, their
    passages and the things that no claim is left of; an inference stays where all the sources that it rests on do.

    Raises `NameNotFound`, which carries the nearest names.

    >>> import cityGraph as cg
    >>> article = cg.according_to(cg.open(), "article")
    >>> len(cg.about(article).sources)
    1
    """
    city.read_here()
    kept = {iri for name in sources for iri in _sources(city, name)}
    found: dict[str, tuple[tuple[Term, Term, Term], set[str], set[str]]] = {}
    for claim, subject, predicate, what, passage, source in city.select("claim-sources"):
        _, passages, said = found.setdefault(claim.value, ((subject, predicate, what), set(), set()))
        passages.add(passage.value)
        said.add(source.value)
    inside = {claim for claim, (_, _, said) in found.items() if said <= kept}
    triples = {triple for claim, (triple, _, _) in found.items() if claim in inside}
    things = {term.value for subject, _, what in triples for term in (subject, what) if term.type == "uri"}
    everything = {row[0].value for row in city.select("named-things")}
    gone = everything - things | set(_names(city)) - kept | found.keys() - inside
    gone |= {passage for claim in found.keys() - inside for passage in found[claim][1]}
    stated = {found[claim][0] for claim in inside if found[claim][1] != {""}}  # an inference has no plain triple
    plain = {triple for claim, (triple, _, _) in found.items() if claim not in inside} - stated
    return city.without(gone - {""}, plain)


def one_source(city: CityGraph, name: str) -> str:
    """The IRI of the one source that `name` names; raises `NameNotFound` and `AmbiguousName`."""
    found = _sources(city, name)
    if len(found) > 1:
        known = entities(city, found)
        raise AmbiguousName(name, [known[iri] for iri in found])
    return found[0]


def _sources(city: CityGraph, name: str) -> list[str]:
    """The sources that `name` names: one, or all of a publisher's."""
    asked = name.strip()
    iri = expand(asked)
    known = _names(city)
    if iri in known:
        return [iri]
    folded = fold(asked)
    for roles in (("local",), ("prefLabel", "altLabel", "title"), ("publisher",)):
        found = [
            iri for iri, called in known.items() if any(role in roles and key == folded for role, _, key in called)
        ]
        if found:
            return sorted(found)
    raise NameNotFound(name, _nearest(known, folded))


def _names(city: CityGraph) -> dict[str, list[tuple[str, str, str]]]:
    """What each source may be called: (role, spelling, folded)."""
    known: dict[str, list[tuple[str, str, str]]] = {}
    for source, which, name in city.select("sources"):
        end = local(source.value)
        called = known.setdefault(source.value, [("local", end, fold(end))])
        if name.value:
            called.append((local(which.value), name.value, fold(name.value)))
    return known


def _nearest(known: dict[str, list[tuple[str, str, str]]], folded: str) -> list[str]:
    from difflib import get_close_matches

    spelled = {key: name for called in known.values() for _, name, key in called}
    return [spelled[key] for key in get_close_matches(folded[:100], spelled, n=5, cutoff=0.5)]


def sources_of(city: CityGraph, sources: Iterable[str]) -> dict[str, Source]:
    """What is known of these sources, by IRI, in the handle's language where it is said in several."""
    wanted = list(sources)
    described: dict[str, dict[str, list[Term]]] = {}
    if wanted:
        for source, which, value in city.select("source-details", source=map(sparql_iri, wanted)):
            described.setdefault(source.value, {}).setdefault(local(which.value), []).append(value)
    labels = entities(city, wanted)
    return {source: _source(city, source, labels.get(source), described.get(source, {})) for source in wanted}


def _source(city: CityGraph, source: str, called: Entity | None, of: dict[str, list[Term]]) -> Source:
    def said(which: str) -> list[str]:
        """The values, those in the handle's language first, then those of its script's kin."""
        kin = city.language.split("-")[0]
        ranked = sorted(
            of.get(which, ()),
            key=lambda term: (term.language != city.language, not (term.language or "").startswith(kin), term.value),
        )
        return [term.value for term in ranked]

    first = {which: next(iter(said(which)), None) for which in ("title", "publisher", "date", "url", "quality")}
    label = called.label if called else local(source)
    return Source(source, label, authors=tuple(said("creator")), **first)
