"""Checks a graph with the SHACL shapes of the ontology (https://www.w3.org/TR/shacl/)."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from ..errors import short
from ..namespaces import PREFIXES, local
from ..store.shipped import EXPECTATIONS, shipped
from .narrowing import narrowed

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

    from ..store.city import CityGraph
    from .places import Found


def shape_findings(city: CityGraph) -> dict[Found, tuple[str, str]]:
    """Find what breaks the shapes that stand beside the modules of the ontology.

    Args:
        city: An open graph.

    Returns:
        By what is wrong, as (rule, message in English, IRI of what it is about): its severity, ``error`` or
        ``warning``, and a hint that names the property. Each breach comes once. If data sets say which languages they
        have, no name in another one is missing.
    """
    import pyshacl
    import rdflib
    from rdflib.plugins.stores.memory import Memory

    data = city.rdf
    if not isinstance(data.store, Memory):
        # pyshacl asks triple by triple: on rdflib's own memory that is several times faster.
        data = rdflib.Graph()
        data += city.rdf
    shapes, owners = _shapes()
    sh = rdflib.Namespace(PREFIXES["sh"])
    for shape, other in shapes.subject_objects(sh.lessThan):
        for predicate in (other, *shapes.objects(shape, sh.path)):
            data = _without_blank_values(data, predicate)
    _, results, _ = pyshacl.validate(data, shacl_graph=narrowed(shapes, data), advanced=False, inplace=True)
    found: dict[Found, tuple[str, str]] = {}
    languages = _languages(data)
    for result in sorted(
        results.subjects(rdflib.RDF.type, sh.ValidationResult), key=lambda r: str(results.value(r, sh.value))
    ):
        messages = sorted(results.objects(result, sh.resultMessage), key=lambda m: (m.language != "en", m))
        focus = str(results.value(result, sh.focusNode))
        shape = results.value(result, sh.sourceShape)
        tags = shapes.value(shapes.value(shape, sh.qualifiedValueShape), sh.languageIn)
        asked = [str(each).lower() for each in shapes.items(tags)] if tags else []
        if languages and asked and languages.isdisjoint(asked):
            continue
        rule = local(str(owners.get(shape, shape))).removesuffix("Shape").lower()
        severity = "warning" if results.value(result, sh.resultSeverity) == sh.Warning else "error"
        path, value = results.value(result, sh.resultPath), results.value(result, sh.value)
        hint = ""
        if isinstance(path, rdflib.URIRef):
            known = city.shorten(str(path))
            hint = f"{known} is {_written(city, value)}" if value is not None else ""
            if results.value(result, sh.sourceConstraintComponent) == sh.MinCountConstraintComponent:
                hint = f"it has no {known}"
        found.setdefault((f"shape:{rule}", str(messages[0]), focus), (severity, hint))
    return found


def _languages(data: rdflib.Graph) -> set[str]:
    """Return the languages that the data sets of a graph have, in small letters; none if no data set says."""
    from rdflib import RDF, URIRef

    kind, language = URIRef(PREFIXES["void"] + "Dataset"), URIRef(PREFIXES["dcterms"] + "language")
    return {str(o).lower() for each in data.subjects(RDF.type, kind) for o in data.objects(each, language)}


def _written(city: CityGraph, value: Node) -> str:
    from rdflib import BNode, URIRef

    return (
        city.shorten(str(value))
        if isinstance(value, URIRef)
        else "a blank node"
        if isinstance(value, BNode)
        else repr(short(str(value)))
    )


@cache
def _shapes() -> tuple[rdflib.Graph, dict[Node, Node]]:
    """Read the shapes. Return them, and by property shape the node shape that it is a part of."""
    import rdflib

    shapes = rdflib.Graph()
    folder = shipped("ontology")
    for file in sorted(os.listdir(folder)):
        if file.endswith(".shapes.ttl") and file != EXPECTATIONS:
            shapes.parse(os.path.join(folder, file), format="turtle")
    sh = rdflib.Namespace(PREFIXES["sh"])
    owners = {part: shape for shape, part in shapes.subject_objects(sh.property)}
    # A property shape with targets of its own is evaluated once, not once for each thing that it is about.
    for part, shape in owners.items():
        for target in (sh.targetClass, sh.targetSubjectsOf):
            for value in list(shapes.objects(shape, target)):
                shapes.add((part, target, value))
                shapes.remove((shape, sh.property, part))
    return shapes, owners


def _without_blank_values(data: rdflib.Graph, predicate: Node) -> rdflib.Graph:
    """Put a text for each blank node that a property has as its value: pyshacl stops when it compares one."""
    import rdflib

    blank = [triple for triple in data.triples((None, predicate, None)) if isinstance(triple[2], rdflib.BNode)]
    if not blank:
        return data
    mended = rdflib.Graph()
    mended += data
    for subject, _, node in blank:
        mended.remove((subject, predicate, node))
        mended.add((subject, predicate, rdflib.Literal(str(node))))
    return mended
