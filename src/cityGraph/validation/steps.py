"""Follow a SHACL property path through a graph, over its triples and its claims.

A plan of a state and an inference stand in their claims alone. A SPARQL property path sees triples only, so the paths
of ``ontology/gaps.shapes.ttl`` (https://www.w3.org/TR/shacl/#property-paths) are followed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..model.query import Term
from ..namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..store.city import CityGraph

_SH = PREFIXES["sh"]
_RDF = PREFIXES["rdf"]
_INFERRED = PREFIXES["cg"] + "inferred"
# How often each kind of path may be followed: whether not at all, and whether again and again.
_REPEATED = {"zeroOrMorePath": (True, True), "oneOrMorePath": (False, True), "zeroOrOnePath": (True, False)}

Shapes = dict[str, dict[str, list[Term]]]  # the objects by the subject and the predicate of a shape


class Steps:
    """The steps that a graph offers to the paths of some shapes.

    Args:
        city: An open graph.
        shapes: The shapes whose paths will be followed.
        paths: The paths. Only the relations in them are read.
    """

    def __init__(self, city: CityGraph, shapes: Shapes, paths: Iterable[Term]) -> None:
        self._shapes = shapes
        relations = sorted({relation for path in paths for relation in self._relations(path)})
        self._sure: dict[tuple[str, bool], dict[Term, set[Term]]] = {}
        self._all: dict[tuple[str, bool], dict[Term, set[Term]]] = {}
        rows = city.select("steps", predicate=map(sparql_iri, relations)) if relations else []
        for subject, predicate, what, basis in rows:
            for kept in (self._all,) if basis.value == _INFERRED else (self._sure, self._all):
                kept.setdefault((predicate.value, False), {}).setdefault(subject, set()).add(what)
                kept.setdefault((predicate.value, True), {}).setdefault(what, set()).add(subject)

    def ends(self, path: Term, start: Term, *, inferred: bool = False) -> set[Term]:
        """Return what a path leads to.

        Args:
            path: The path, as it stands in the shapes.
            start: The thing that it starts from.
            inferred: Whether an inferred claim is a step too.

        Returns:
            The things and values at its end; a thing that is connected with itself in a circle is reached once.
        """
        return self._follow(path, {start}, self._all if inferred else self._sure, False)

    def _follow(
        self, path: Term, starts: set[Term], steps: dict[tuple[str, bool], dict[Term, set[Term]]], back: bool
    ) -> set[Term]:
        if path.type == "uri":
            known = steps.get((path.value, back), {})
            return {end for start in starts for end in known.get(start, ())}
        described = self._shapes[path.value]
        if inverse := described.get(_SH + "inversePath"):
            return self._follow(inverse[0], starts, steps, not back)
        if choices := described.get(_SH + "alternativePath"):
            return {e for choice in self._list(choices[0]) for e in self._follow(choice, starts, steps, back)}
        for name, (may_stay, again) in _REPEATED.items():
            if repeated := described.get(_SH + name):
                found = self._follow(repeated[0], starts, steps, back)
                frontier = found if again else set()
                while frontier:
                    frontier = self._follow(repeated[0], frontier, steps, back) - found
                    found |= frontier
                return found | starts if may_stay else found
        in_order = list(self._list(path))
        for step in reversed(in_order) if back else in_order:
            starts = self._follow(step, starts, steps, back)
        return starts

    def _relations(self, path: Term) -> Iterator[str]:
        """Yield the IRIs of the relations in a path."""
        if path.type == "uri":
            yield path.value
            return
        described = self._shapes[path.value]
        parts = (
            self._list(path) if _RDF + "first" in described else (part for each in described.values() for part in each)
        )
        for part in parts:
            yield from self._relations(part)

    def _list(self, term: Term) -> Iterator[Term]:
        while term.value != _RDF + "nil":
            yield self._shapes[term.value][_RDF + "first"][0]
            term = self._shapes[term.value][_RDF + "rest"][0]
