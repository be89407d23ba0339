"""The tasks of `size.py` on rdflib's own triple API, without SPARQL: index look-ups and dictionaries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, SDO, SKOS, Graph, Literal, Namespace, URIRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[Any, ...]

CG = Namespace("https://w3id.org/citygraph/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
NAMES = (SKOS.prefLabel, SKOS.altLabel, RDFS.label, SDO.name, SDO.alternateName, FOAF.name, FOAF.nick)
TITLES = (SKOS.prefLabel, RDFS.label, SDO.name, FOAF.name)
# A literal is looked up with its language, so the languages have to be known; the SPARQL takes any.
LANGUAGES = ("zh-Hant", "zh-Hans", "en", None)
HEAD = (RDF.subject, RDF.predicate, RDF.object, CG.status, CG.basis, CG.positions)


def opened(file: str) -> Graph:
    """The file in rdflib's memory store."""
    return Graph().parse(file, format="nt")


def by_name(graph: Graph, spelling: str) -> list[Row]:
    """Who carries this name, and as what."""
    return [
        (thing, role, name)
        for name in (Literal(spelling, lang=language) for language in LANGUAGES)
        for thing, role in graph.subject_predicates(name)
        if role in NAMES and (thing, RDFS.isDefinedBy, None) not in graph
    ]


def labels(graph: Graph, things: list[str]) -> list[Row]:
    """The names and the kind of these things."""
    return [
        (thing, role, value)
        for thing in map(URIRef, things)
        for role, value in graph.predicate_objects(thing)
        if role == RDF.type or role in NAMES
    ]


def claims(graph: Graph, thing: str) -> list[Row]:
    """The claims on a thing, each with its evidence."""
    found = []
    for claim in dict.fromkeys(_on(graph, URIRef(thing))):
        head = dict(graph.predicate_objects(claim))
        for passage in graph.objects(claim, CG.evidence):
            place = dict(graph.predicate_objects(passage))
            source = place[OA.hasSource]
            about = dict(graph.predicate_objects(source))
            found.append(
                (
                    claim,
                    *(head.get(key) for key in HEAD),
                    passage,
                    source,
                    about.get(SDO.url),
                    *(place.get(key) for key in (CG.paragraph, OA.start, OA.end, CG.phrase)),
                    about.get(DCTERMS.date),
                    about.get(CG.quality),
                )
            )
    return found


def around(graph: Graph, things: list[str]) -> list[Row]:
    """The edges around these things."""
    found = []
    for thing in map(URIRef, things):
        for claim in _on(graph, thing):
            head = dict(graph.predicate_objects(claim))
            ends = head[RDF.subject], head[RDF.object], head[RDF.predicate]
            found.append((*ends, head[CG.status], head[CG.basis], claim))
    return found


def edges(graph: Graph) -> list[Row]:
    """All edges: a dictionary for each column is twice as fast as the triples of one claim after the other."""
    subject, what, predicate, status, basis = (
        dict(graph.subject_objects(key)) for key in (RDF.subject, RDF.object, RDF.predicate, CG.status, CG.basis)
    )
    return [
        (subject[claim], what[claim], predicate[claim], status[claim], basis[claim], claim)
        for claim in graph.subjects(RDF.type, CG.Claim)
        if isinstance(what[claim], URIRef)
    ]


def kinds(graph: Graph) -> list[Row]:
    """How many things there are of each kind."""
    named = {thing for title in TITLES for thing in graph.subjects(title)}
    named.difference_update(graph.subjects(RDFS.isDefinedBy))
    of_kind = Counter(kind for thing, kind in graph.subject_objects(RDF.type) if thing in named)
    return [(kind, count) for kind, count in of_kind.items() if kind not in (CG.Source, OWL.Class)]


def claims_counted(graph: Graph) -> list[Row]:
    """How many claims there are of each relation, status, basis and source."""
    predicate, status, basis = (dict(graph.subject_objects(key)) for key in (RDF.predicate, CG.status, CG.basis))
    source_of = dict(graph.subject_objects(OA.hasSource))
    sources: dict[Any, set[Any]] = {}
    for claim, passage in graph.subject_objects(CG.evidence):
        sources.setdefault(claim, set()).add(source_of[passage])
    counted = Counter(
        (predicate[claim], status[claim], basis[claim], source)
        for claim in graph.subjects(RDF.type, CG.Claim)
        for source in sources.get(claim, (None,))
    )
    return [(*group, count) for group, count in counted.items()]


def firms_by_zone(graph: Graph) -> list[Row]:
    """How many firms are in each zone."""
    return list(Counter(zone for _, zone in graph.subject_objects(CG.sitedIn)).items())


def _on(graph: Graph, thing: URIRef) -> Iterator[Any]:
    yield from graph.subjects(RDF.subject, thing)
    yield from graph.subjects(RDF.object, thing)
