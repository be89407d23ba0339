"""Asks pyshacl only of the things that may break a shape, where that is seen at a glance.

pyshacl evaluates each alternative of an ``sh:or`` and each value of an ``sh:qualifiedValueShape`` for each thing, and
writes a report for each that does not conform, only to throw it away. Two forms of shapes are known to hold wherever a
thing has a certain value (https://www.w3.org/TR/shacl/). Those shapes are asked of all other things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import rdflib
    from rdflib.term import Node

_SH = PREFIXES["sh"]
_ABOUT = ("message", "severity", "name", "description", "order", "targetClass", "targetSubjectsOf")


def narrowed(shapes: rdflib.Graph, data: rdflib.Graph) -> rdflib.Graph:
    """Take from the targets of shapes the things that keep them for sure.

    Args:
        shapes: Shapes, which stay as they are.
        data: The graph that will be checked.

    Returns:
        Shapes that find in this graph what `shapes` find.
    """
    import rdflib

    sh = rdflib.Namespace(_SH)
    out = rdflib.Graph()
    out += shapes
    for shape in {*shapes.subjects(sh.targetClass), *shapes.subjects(sh.targetSubjectsOf)}:
        kept = set(_keeping(shapes, shape, data))
        if not kept:
            continue
        targets = {thing for what in shapes.objects(shape, sh.targetClass) for thing in _instances(data, what)}
        targets |= {thing for what in shapes.objects(shape, sh.targetSubjectsOf) for thing in data.subjects(what)}
        for target in (sh.targetClass, sh.targetSubjectsOf):
            out.remove((shape, target, None))
        for thing in targets - kept:
            out.add((shape, sh.targetNode, thing))
    return out


def _keeping(shapes: rdflib.Graph, shape: Node, data: rdflib.Graph) -> Iterator[Node]:
    """Yield the things of the data that keep a shape, as far as its form is known."""
    import rdflib

    sh = rdflib.Namespace(_SH)
    parts = _constraints(shapes, shape)
    if parts.keys() == {sh["or"]} and len(parts[sh["or"]]) == 1:
        for choice in shapes.items(parts[sh["or"]][0]):
            inner = _constraints(shapes, choice)
            if inner.keys() == {sh.property} and len(inner[sh.property]) == 1:
                yield from _having(data, _constraints(shapes, inner[sh.property][0]))
    if parts.keys() == {sh.path, sh.qualifiedValueShape, sh.qualifiedMinCount}:
        (path,), (value,), (count,) = (parts[name] for name in (sh.path, sh.qualifiedValueShape, sh.qualifiedMinCount))
        wanted = _constraints(shapes, value)
        if count == rdflib.Literal(1) and wanted.keys() == {sh.languageIn} and isinstance(path, rdflib.URIRef):
            tags = [str(tag).lower() for tag in shapes.items(wanted[sh.languageIn][0])]
            yield from (thing for thing, text in data.subject_objects(path) if _language(text) in tags)


def _having(data: rdflib.Graph, parts: dict[Node, list[Node]]) -> Iterator[Node]:
    """Yield what has any value, or a certain value, if that is all that a property shape asks for."""
    import rdflib

    sh = rdflib.Namespace(_SH)
    path = parts.get(sh.path, [None])[0]
    if not isinstance(path, rdflib.URIRef):
        return
    if parts.keys() == {sh.path, sh.minCount} and parts[sh.minCount] == [rdflib.Literal(1)]:
        yield from data.subjects(path)
    elif parts.keys() == {sh.path, sh.hasValue} and len(parts[sh.hasValue]) == 1:
        yield from data.subjects(path, parts[sh.hasValue][0])


def _constraints(shapes: rdflib.Graph, shape: Node) -> dict[Node, list[Node]]:
    """Return what a shape asks for: its values by their property, without its targets and its words."""
    import rdflib

    found: dict[Node, list[Node]] = {}
    for predicate, value in shapes.predicate_objects(shape):
        if predicate != rdflib.RDF.type and str(predicate).removeprefix(_SH) not in _ABOUT:
            found.setdefault(predicate, []).append(value)
    return found


def _instances(data: rdflib.Graph, kind: Node) -> Iterator[Node]:
    import rdflib

    for each in data.transitive_subjects(rdflib.RDFS.subClassOf, kind):
        yield from data.subjects(rdflib.RDF.type, each)


def _language(text: Node) -> str:
    return (getattr(text, "language", None) or "").lower()
