"""The verb `gaps`: lists what the ontology expects of things and no source gives.

``ontology/gaps.shapes.ttl`` has the expectations, as SHACL shapes of severity Info (https://www.w3.org/TR/shacl/), so
that any SHACL engine finds the same gaps in a graph whose claims all have a triple. Here a claim is a step of a path
too (`steps.py`): a plan of a state has no triple, and an inferred claim only suggests an answer.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from ..escape import sparql_iri
from ..model.claim import Value
from ..model.query import Term
from ..model.validation import Expectation, Gap, Gaps
from ..model.verb import verb
from ..names.entities import entities
from ..names.labels import language_rank, vocabulary
from ..names.resolve import resolve
from ..names.terms import terms_named
from ..namespaces import PREFIXES, local
from ..store.city import CityGraph
from ..store.open import load
from ..store.shipped import EXPECTATIONS, shipped
from .steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..model.claim import Entity
    from .steps import Shapes

_SH = PREFIXES["sh"]
_RDF = PREFIXES["rdf"]
_REFERS_TO = Term("uri", PREFIXES["cg"] + "refersTo")


class _Asked(NamedTuple):
    """What a shape asks of the things of a class."""

    order: int
    target: str
    path: Term  # must lead somewhere,
    class_: str | None  # to a thing of this class, or to anything
    among: Term | None  # only things from which this path leads somewhere are asked; None asks all
    name: list[Term]
    message: list[Term]


@verb("render.validation.gaps_text")
def gaps(city: CityGraph, name: str | None = None, *, kind: str | None = None, inferred: bool = False) -> Gaps:
    """List what the ontology expects of the things of a graph, or of one of them, and none of its sources gives.

    A gap is a gap in the sources, not in the city. A plan answers a question as a fact does. What is said of the whole
    answers for its part, where a shape says so.

    Args:
        city: An open graph.
        name: List only the gaps of this thing, by any of its names. None lists those of all things.
        kind: List only the gaps of things of this kind, by its name (``Chain``) or its label in any language. None
            lists all.
        inferred: Whether each gap lists what inferred claims would put there: a firm once, by the name that refers to
            its company, and apart from the others if nothing says that it is in the city.

    Returns:
        The gaps by expectation, in the order of the ontology, then by the name of the thing. `expected` lists the
        expectations, each with the number of its gaps, those without a gap included; with a name, those of this thing.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several things have this name.
        CityGraphError: Nothing is expected of this kind.

    Examples:
        >>> import cityGraph as cg
        >>> [gap.entity.label for gap in cg.gaps(cg.open(), kind="Track") if gap.entity.label == "低空經濟"]
        ['低空經濟']
        >>> [gap.expects for gap in cg.gaps(cg.open(), "太鋼")]
        ['所在', '公司法人']
    """
    entity = None if name is None else resolve(city, name)
    shapes = _shapes()
    asked = list(_asked(shapes))
    targets = sorted({each.target for each in asked})
    words = vocabulary(city, targets)
    if kind is not None:
        targets = sorted(terms_named(city, kind, targets, "Nothing is expected of the kind", "Kinds with expectations"))
    wanted = [each for each in asked if each.target in targets]
    paths = (path for each in asked for path in (each.path, each.among) if path)
    steps = Steps(city, shapes, [*paths, _REFERS_TO])
    # Where the things of a kind must be for a question about them to be asked, such as firms.
    places = {local(each.target): each.among for each in asked if each.among}
    found: list[Gap] = []
    expected = []
    for each in wanted:
        things = {Term("uri", iri) for iri in _instances(city, each.target) if entity is None or iri == entity.iri}
        things = {thing for thing in things if each.among is None or steps.ends(each.among, thing)}
        ends = None if each.class_ is None else _instances(city, each.class_)
        lacking = {
            thing: _among(steps.ends(each.path, thing, inferred=True), ends) if inferred else set()
            for thing in things
            if not _among(steps.ends(each.path, thing), ends)
        }
        known = entities(city, {term.value for thing, fillers in lacking.items() for term in (thing, *fillers)})
        question = _in_language(each.message, city.language)
        expects = _in_language(each.name, city.language)
        missing = [
            Gap(known[thing.value], expects, question, *_answers(fillers, known, steps, places, city.language))
            for thing, fillers in lacking.items()
            if thing.value in known
        ]
        found += sorted(missing, key=lambda gap: (gap.entity.label, gap.entity.iri))
        label = words.label(each.target)
        if entity is not None and not things:
            continue
        expected.append(Expectation(local(each.target), label, expects, question, len(things), len(missing)))
    return Gaps(tuple(found), tuple(expected), entity)


def _shapes() -> Shapes:
    """Read the expectations."""
    shapes: Shapes = {}
    expected = CityGraph(load("oxigraph", [os.path.join(shipped("ontology"), EXPECTATIONS)]))
    for subject, predicate, what in expected.rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o }"):
        shapes.setdefault(subject.value, {}).setdefault(predicate.value, []).append(what)
    return shapes


def _asked(shapes: Shapes) -> Iterator[_Asked]:
    """Yield what is asked, in the order of the ontology.

    A shape asks with each ``sh:property``. Or it has an ``sh:or`` of the things that are not asked, from which a path
    leads nowhere (``sh:maxCount 0``), and of the question.
    """
    found = []
    for described in shapes.values():
        for target in described.get(_SH + "targetClass", ()):
            nodes: list[tuple[dict[str, list[Term]], Term | None]]
            nodes = [(shapes[node.value], None) for node in described.get(_SH + "property", ())]
            for choice in described.get(_SH + "or", ()):
                exempt, question = (shapes[each.value] for each in _members(shapes, choice))
                among = shapes[exempt[_SH + "property"][0].value][_SH + "path"][0]
                nodes.append((described | question, among))
            for node, condition in nodes:
                qualified = [shapes[each.value] for each in node.get(_SH + "qualifiedValueShape", ())]
                class_ = next((each[_SH + "class"][0].value for each in qualified), None)
                order = int(node[_SH + "order"][0].value)
                path, name, message = node[_SH + "path"][0], node[_SH + "name"], node[_SH + "message"]
                found.append(_Asked(order, target.value, path, class_, condition, name, message))
    yield from sorted(found, key=lambda each: each.order)


def _members(shapes: Shapes, term: Term) -> Iterator[Term]:
    while term.value != _RDF + "nil":
        yield shapes[term.value][_RDF + "first"][0]
        term = shapes[term.value][_RDF + "rest"][0]


def _instances(city: CityGraph, class_: str) -> set[str]:
    return {row[0].value for row in city.rows(f"SELECT DISTINCT ?thing WHERE {{ ?thing a {sparql_iri(class_)} }}")}


def _among(terms: set[Term], things: set[str] | None) -> set[Term]:
    return terms if things is None else {term for term in terms if term.value in things}


def _in_language(texts: list[Term], language: str) -> str:
    """Return the text in a language, or in English; 简体 is converted from 繁體."""
    if language == "zh-Hans":
        from ..names.folding import SIMPLIFIED

        return _in_language(texts, "zh-Hant").translate(SIMPLIFIED)
    return min(texts, key=lambda text: language_rank(language, text.language or "")).value


def _answers(
    fillers: set[Term], known: Mapping[str, Entity], steps: Steps, places: Mapping[str, Term], language: str
) -> tuple[tuple[Entity | Value, ...], tuple[Entity, ...]]:
    """Return what would fill a gap, and apart from it the things of which nothing says where they are."""
    named = [known[term.value] for term in sorted(fillers) if term.type == "uri" and term.value in known]
    referred = {
        (name.iri, thing.value)
        for name in named
        for thing in steps.ends(_REFERS_TO, Term("uri", name.iri), inferred=True)
    }
    once = [
        each
        for each in named
        if not any((o.iri, each.iri) in referred and (each.iri, o.iri) not in referred for o in named)
    ]
    nowhere = [
        each
        for each in once
        if each.kind in places and not steps.ends(places[each.kind], Term("uri", each.iri), inferred=True)
    ]
    texts = [term for term in sorted(fillers, key=lambda term: term.value) if term.type == "literal"]
    best = min((language_rank(language, text.language) for text in texts if text.language), default=0)
    values = [
        Value(text.value, text.datatype or "", text.language)
        for text in texts
        if not text.language or language_rank(language, text.language) == best
    ]
    return (*(each for each in once if each not in nowhere), *values), tuple(nowhere)
