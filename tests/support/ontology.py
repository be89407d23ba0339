"""The ontology's files as rdflib graphs, and its terms."""

from __future__ import annotations

import functools
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, URIRef

from cityGraph.namespaces import CG
from cityGraph.store.shipped import APART
from support.paths import ROOT

ONTOLOGY = ROOT / "ontology"

EXPECTED = ONTOLOGY / "gaps.shapes.ttl"  # a breach of these is no fault: see test_gaps
SHAPES = sorted({*ONTOLOGY.glob("*.shapes.ttl")} - {EXPECTED})
MODULES = sorted({*ONTOLOGY.glob("*.ttl")} - {*SHAPES, EXPECTED, *(ONTOLOGY / name for name in APART)})


@functools.cache
def _read(file: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(file, format="turtle")


def parsed(*files: Path) -> rdflib.Graph:
    """A graph of its own of all that stands in files, each read once."""
    graph = rdflib.Graph()
    for file in files:
        for prefix, namespace in _read(file).namespaces():
            graph.bind(prefix, namespace)
        for triple in _read(file):
            graph.add(triple)
    return graph


def ours(node: object) -> bool:
    return isinstance(node, URIRef) and node.startswith(CG)


def defined(graph: rdflib.Graph, *kinds: URIRef) -> list[URIRef]:
    """The terms of the ontology that are defined in a graph, those of some kinds if any are given."""
    found = {term for term in graph.subjects(RDFS.isDefinedBy) if isinstance(term, URIRef) and ours(term)}
    return sorted(term for term in found if not kinds or set(kinds) & set(graph.objects(term, RDF.type)))


def local(term: object) -> str:
    return str(term).rsplit("#", 1)[-1]


WHOLE = parsed(*MODULES)
CLASSES = defined(WHOLE, OWL.Class)
PROPERTIES = defined(WHOLE, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
EDGES = [
    term
    for term in PROPERTIES
    if {URIRef(CG + "relation"), URIRef(CG + "measure")} & set(WHOLE.objects(term, RDFS.subPropertyOf))
]
