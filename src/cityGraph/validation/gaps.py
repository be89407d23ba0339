"""The verb `gaps`: what the ontology expects and no source gives.

What is expected of a kind stands in ``ontology/gaps.shapes.ttl``, as SHACL shapes of severity Info: any SHACL engine
finds the same breaches. Here each path becomes the patterns of one query, in which an inference can be a step, too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..escape import sparql_iri
from ..model.validation import Expectation, Gap, Gaps
from ..names.entities import entities
from ..names.labels import vocabulary
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
    """What is expected of the things of a graph and stands in none of its sources, by expectation, then by name.

    With `kind` (``Chain`` or its label) only of things of that kind, with `of` only of the things with these IRIs. With
    `inferred` each gap tells which inferred claims would fill it. A gap is one of the sources, not of the city. Raises
    `CityGraphError` where nothing is expected of `kind`.

    >>> import cityGraph as cg
    >>> [gap.entity.label for gap in cg.gaps(cg.open(), kind="Track") if gap.entity.label == "低空經濟"]
    ['低空經濟']
    """
    found: list[Gap] = []
    asked = []
    only = None if of is None else set(of)
    for expectation, target, path, class_ in _expectations(city, kind):
        things = _lacking(city, target, path, class_, inferred=inferred)
        if only is not None:
            things = {who: fillers for who, fillers in things.items() if who in only}
        known = entities(city, {iri for who, fillers in things.items() for iri in (who, *fillers)})
        missing = [
            Gap(known[who], expectation.expects, expectation.question, tuple(known[f] for f in fillers if f in known))
            for who, fillers in things.items()
            if who in known
        ]
        found += sorted(missing, key=lambda gap: (gap.entity.label, gap.entity.iri))
        asked.append(expectation.replace(lacking=len(missing)))
    return Gaps(tuple(found), tuple(asked))


def _expectations(city: CityGraph, kind: str | None) -> Iterator[tuple[Expectation, str, _Path, str | None]]:
    """What is expected, in its order: with the class it is expected of, the path, and the class at the path's end."""
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
            f"nothing is expected of {short(kind or '')!r}; of these it is: {', '.join(sorted(map(local, targets)))}"
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
                _said(asked[_SH + "name"], city.language),
                _said(asked[_SH + "message"], city.language),
                int(total[0][0].value),
            )
            path = _Path(shapes, asked[_SH + "path"][0])
            listed.append((int(asked[_SH + "order"][0].value), expectation, target or "", path, class_))
    for _, expectation, target, path, class_ in sorted(listed, key=lambda each: each[0]):
        yield expectation, target, path, class_


def _said(texts: list[Term], language: str) -> str:
    """The text in `language`; 简体 is folded from 繁體."""
    if language == "zh-Hans":
        from ..names.folding import SIMPLIFIED

        return _said(texts, "zh-Hant").translate(SIMPLIFIED)
    return next(text.value for text in texts if text.language == language)


class _Path:
    """A SHACL property path as the patterns of a query."""

    def __init__(self, shapes: Graph, term: Term) -> None:
        self.shapes, self.term = shapes, term
        self.fresh = 0

    def pattern(self, start: str, end: str, *, inferred: bool = False) -> str:
        """Patterns that hold where the path leads from `start` to `end`; an inferred claim is a step too, if asked."""
        return self._of(self.term, start, end, inferred)

    def _new(self) -> str:
        self.fresh += 1
        return f"?v{self.fresh}"

    def _of(self, term: Term, start: str, end: str, inferred: bool) -> str:
        if term.type == "uri":
            plain = f"{start} {sparql_iri(term.value)} {end} ."
            if not inferred:
                return plain
            claim = self._new()
            return (
                f"{{ {plain} }} UNION {{ {claim} rdf:subject {start} ; rdf:predicate {sparql_iri(term.value)} ; "
                f"rdf:object {end} ; cg:basis cg:inferred . }}"
            )
        described = self.shapes[term.value]
        if inverse := described.get(_SH + "inversePath"):
            return self._of(inverse[0], end, start, inferred)
        if choices := described.get(_SH + "alternativePath"):
            return " UNION ".join(f"{{ {self._of(each, start, end, inferred)} }}" for each in self._list(choices[0]))
        steps = list(self._list(term))
        ends = [start, *(self._new() for _ in steps[1:]), end]
        return " ".join(
            f"{{ {self._of(step, one, other, inferred)} }}" if inferred else self._of(step, one, other, inferred)
            for step, one, other in zip(steps, ends, ends[1:], strict=False)
        )

    def _list(self, term: Term) -> Iterator[Term]:
        while term.value != _RDF + "nil":
            yield self.shapes[term.value][_RDF + "first"][0]
            term = self.shapes[term.value][_RDF + "rest"][0]


def _lacking(city: CityGraph, target: str, path: _Path, class_: str | None, *, inferred: bool) -> dict[str, list[str]]:
    """The things of a class from which the path leads nowhere, with what inferences would put at its end."""
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
