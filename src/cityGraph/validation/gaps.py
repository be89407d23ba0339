"""The verb `gaps`: lists what the ontology expects of things and no source gives.

``ontology/gaps.shapes.ttl`` has the expectations, as SHACL shapes of severity Info (https://www.w3.org/TR/shacl/), so
that any SHACL engine finds the same gaps. This file turns the path of each shape into one query instead: there an
inferred claim can be a step of the path.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..escape import sparql_iri
from ..model.validation import Expectation, Gap, Gaps
from ..names.entities import entities
from ..names.labels import language_rank, vocabulary
from ..names.spelling import fold
from ..namespaces import PREFIXES, local
from ..store.city import CityGraph
from ..store.open import load
from ..store.shipped import EXPECTATIONS, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.query import Term

_SH = PREFIXES["sh"]
_RDF = PREFIXES["rdf"]

Graph = dict[str, dict[str, list["Term"]]]


def gaps(city: CityGraph, *, kind: str | None = None, inferred: bool = False, of: Iterable[str] | None = None) -> Gaps:
    """List what the ontology expects of the things of a graph and none of its sources gives.

    A gap is a gap in the sources, not in the city.

    Args:
        city: An open graph.
        kind: List only the gaps of things of this kind, by its name (``Chain``) or its label. None lists all.
        inferred: Whether each gap lists the things that inferred claims would put there.
        of: List only the gaps of the things with these IRIs. None lists all; an empty list lists none.

    Returns:
        The gaps by expectation, in the order of the ontology, then by the name of the thing. `expected` lists the
        expectations, each with the number of its gaps, those without a gap included.

    Raises:
        CityGraphError: Nothing is expected of this kind.

    Examples:
        >>> import cityGraph as cg
        >>> [gap.entity.label for gap in cg.gaps(cg.open(), kind="Track") if gap.entity.label == "低空經濟"]
        ['低空經濟']
    """
    found: list[Gap] = []
    expected = []
    only = None if of is None else set(of)
    for expectation, target, path, class_ in _expectations(city, kind):
        things = _lacking(city, target, path, class_, inferred=inferred)
        if only is not None:
            things = {thing: fillers for thing, fillers in things.items() if thing in only}
        known = entities(city, {iri for thing, fillers in things.items() for iri in (thing, *fillers)})
        missing = [
            Gap(known[thing], expectation.expects, expectation.question, tuple(known[f] for f in fillers if f in known))
            for thing, fillers in things.items()
            if thing in known
        ]
        found += sorted(missing, key=lambda gap: (gap.entity.label, gap.entity.iri))
        expected.append(expectation.replace(lacking=len(missing)))
    return Gaps(tuple(found), tuple(expected))


def _expectations(city: CityGraph, kind: str | None) -> Iterator[tuple[Expectation, str, _Path, str | None]]:
    """Yield each expectation in the order of the ontology, with what its query needs.

    That is: the class of the things, the path that must lead somewhere, and the class at its end (None for any).
    """
    shapes: Graph = {}
    expected = CityGraph(load("oxigraph", [os.path.join(shipped("ontology"), EXPECTATIONS)]))
    for subject, predicate, what in expected.rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o }"):
        shapes.setdefault(subject.value, {}).setdefault(predicate.value, []).append(what)
    targets = {
        described[_SH + "targetClass"][0].value for described in shapes.values() if _SH + "targetClass" in described
    }
    words = vocabulary(city, targets)
    wanted = {t for t in targets if kind is None or fold(kind) in (fold(local(t)), fold(words.label(t)))}
    if not wanted:
        raise CityGraphError(
            f"Nothing is expected of the kind {short(kind or '')!r}. Kinds with expectations: "
            f"{', '.join(sorted(map(local, targets)))}."
        )
    listed = []
    for described in shapes.values():
        target = next((each.value for each in described.get(_SH + "targetClass", ())), None)
        for node in described.get(_SH + "property", ()) if target in wanted else ():
            asked = shapes[node.value]
            qualified = [shapes[each.value] for each in asked.get(_SH + "qualifiedValueShape", ())]
            class_ = next((each[_SH + "class"][0].value for each in qualified), None)
            total = city.rows(f"SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE {{ ?thing a {sparql_iri(target or '')} }}")
            expectation = Expectation(
                local(target or ""),
                words.label(target or ""),
                _in_language(asked[_SH + "name"], city.language),
                _in_language(asked[_SH + "message"], city.language),
                int(total[0][0].value),
            )
            path = _Path(shapes, asked[_SH + "path"][0])
            listed.append((int(asked[_SH + "order"][0].value), expectation, target or "", path, class_))
    for _, expectation, target, path, class_ in sorted(listed, key=lambda each: each[0]):
        yield expectation, target, path, class_


def _in_language(texts: list[Term], language: str) -> str:
    """Return the text in a language, or in English; 简体 is converted from 繁體."""
    if language == "zh-Hans":
        from ..names.folding import SIMPLIFIED

        return _in_language(texts, "zh-Hant").translate(SIMPLIFIED)
    return min(texts, key=lambda text: language_rank(language, text.language or "")).value


class _Path:
    """A SHACL property path (https://www.w3.org/TR/shacl/#property-paths) as the patterns of a SPARQL query."""

    def __init__(self, shapes: Graph, term: Term) -> None:
        self.shapes, self.term = shapes, term
        self.variables = 0

    def pattern(self, start: str, end: str, *, inferred: bool = False) -> str:
        """Return patterns that match where the path leads from `start` to `end`.

        With `inferred`, a step may be an inferred claim too, which has no triple of its own.
        """
        return self._pattern(self.term, start, end, inferred)

    def _variable(self) -> str:
        self.variables += 1
        return f"?v{self.variables}"

    def _pattern(self, term: Term, start: str, end: str, inferred: bool) -> str:
        if term.type == "uri":
            triple = f"{start} {sparql_iri(term.value)} {end} ."
            if not inferred:
                return triple
            claim = self._variable()
            return (
                f"{{ {triple} }} UNION {{ {claim} rdf:subject {start} ; rdf:predicate {sparql_iri(term.value)} ; "
                f"rdf:object {end} ; cg:basis cg:inferred . }}"
            )
        described = self.shapes[term.value]
        if inverse := described.get(_SH + "inversePath"):
            return self._pattern(inverse[0], end, start, inferred)
        if choices := described.get(_SH + "alternativePath"):
            return " UNION ".join(
                f"{{ {self._pattern(each, start, end, inferred)} }}" for each in self._list(choices[0])
            )
        steps = list(self._list(term))
        ends = [start, *(self._variable() for _ in steps[1:]), end]
        return " ".join(
            f"{{ {self._pattern(step, one, other, inferred)} }}"
            if inferred
            else self._pattern(step, one, other, inferred)
            for step, one, other in zip(steps, ends, ends[1:], strict=False)
        )

    def _list(self, term: Term) -> Iterator[Term]:
        while term.value != _RDF + "nil":
            yield self.shapes[term.value][_RDF + "first"][0]
            term = self.shapes[term.value][_RDF + "rest"][0]


def _lacking(city: CityGraph, target: str, path: _Path, class_: str | None, *, inferred: bool) -> dict[str, list[str]]:
    """Find the things of a class from which the path leads nowhere.

    Each comes with the things that inferred claims would put at the end of the path, if `inferred` asks for them.
    """
    kind = f" ?end a {sparql_iri(class_)} ." if class_ else ""
    thing = f"?thing a {sparql_iri(target)} ."
    plain = path.pattern("?thing", "?end")
    missing = f"{thing} FILTER NOT EXISTS {{ {plain}{kind} }}"
    found: dict[str, list[str]] = {
        row[0].value: [] for row in city.rows(f"SELECT DISTINCT ?thing WHERE {{ {missing} }}")
    }
    if inferred and found:
        filled = path.pattern("?thing", "?end", inferred=True)
        text = f"SELECT DISTINCT ?thing ?end WHERE {{ {thing} {filled}{kind} }} ORDER BY ?thing ?end"
        for who, filler in city.rows(text):
            if who.value in found:
                found[who.value].append(filler.value)
    return found
