"""What one would write in an afternoon on rdflib and click: its triple API finds the neighbors of a thing.

It reads the same files as `citygraph`, and prints a line a passage: name, relation, status, words, paragraph.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import rdflib
from rdflib import RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CG = rdflib.Namespace("https://w3id.org/citygraph/ontology#")


def read(file: str) -> rdflib.Graph:
    """The city with its ontology."""
    graph = rdflib.Graph()
    for part in (*map(str, (ROOT / "ontology").glob("*.ttl")), file):
        if not part.endswith((".shapes.ttl", "alignments.ttl", "examples.ttl")):
            graph.parse(part, format="turtle")
    return graph


def named(graph: rdflib.Graph, name: str) -> Any:
    """The thing of this name."""
    return next(graph.subjects(SKOS.prefLabel, rdflib.Literal(name, lang="zh-Hant")))


def label(graph: rdflib.Graph, thing: Any, role: Any = SKOS.prefLabel) -> str:
    """The label in 繁體."""
    names = graph.objects(thing, role)
    return next(str(name) for name in names if isinstance(name, rdflib.Literal) and name.language == "zh-Hant")


def relation_label(graph: rdflib.Graph, relation: Any, *, inverse: bool = False) -> str:
    """What a relation is called, read from its subject or, `inverse`, from its object."""
    return label(graph, relation, CG.inverseLabel if inverse else RDFS.label)


def edges(graph: rdflib.Graph, thing: Any) -> Iterator[tuple[Any, Any, Any, Any]]:
    """The edges around a thing that a source states: subject, relation, object, claim."""
    for end in (RDF.subject, RDF.object):
        for claim in graph.subjects(end, thing):
            known = dict(graph.predicate_objects(claim))
            if isinstance(known[RDF.object], rdflib.URIRef) and known[CG.basis] != CG.inferred:
                yield known[RDF.subject], known[RDF.predicate], known[RDF.object], claim


@click.command()
@click.argument("name")
@click.option("--from", "file", default=str(ROOT / "data" / "triples.ttl"))
def main(name: str, file: str) -> None:
    """Print what is connected to NAME."""
    graph = read(file)
    thing = named(graph, name)
    for subject, relation, what, claim in edges(graph, thing):
        far = what if subject == thing else subject
        status = str(graph.value(claim, CG.status)).rsplit("#", 1)[1]
        words = [label(graph, far), relation_label(graph, relation, inverse=far == subject), status]
        for passage in graph.objects(claim, CG.evidence):
            place = (graph.value(passage, key) for key in (CG.phrase, CG.paragraph))
            click.echo("\t".join([*words, *map(str, place)]))


if __name__ == "__main__":
    main()
