"""What one would write in an afternoon: rdflib reads the city, networkx holds it, click asks for the neighbors."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import networkx as nx
import rdflib
from rdflib import RDF, RDFS, SKOS

CG = rdflib.Namespace("https://w3id.org/citygraph/ontology#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ROOT = Path(__file__).parents[1]


def label(graph: rdflib.Graph, thing: rdflib.term.Node, predicate: rdflib.URIRef = SKOS.prefLabel) -> str:
    """The label in 繁體."""
    names = graph.objects(thing, predicate)
    return next((str(n) for n in names if isinstance(n, rdflib.Literal) and n.language == "zh-Hant"), str(thing))


def read(file: str) -> tuple[rdflib.Graph, nx.MultiDiGraph]:
    """The city with its ontology, and what its claims tie."""
    graph = rdflib.Graph()
    for part in [file, *sorted(map(str, (ROOT / "ontology").glob("*.ttl")))]:
        if not part.endswith(".shapes.ttl"):
            graph.parse(part, format="turtle")
    network = nx.MultiDiGraph()
    for claim in graph.subjects(RDF.type, CG.Claim):
        subject, predicate, what = (graph.value(claim, RDF[end]) for end in ("subject", "predicate", "object"))
        if isinstance(what, rdflib.URIRef) and graph.value(claim, CG.basis) != CG.inferred:
            network.add_edge(subject, what, claim=claim, relation=predicate)
    return graph, network


def named(graph: rdflib.Graph, name: str) -> rdflib.term.Node:
    """The thing of this name."""
    return next(t for t, n in graph.subject_objects(SKOS.prefLabel) if str(n) == name)


@click.command()
@click.argument("name")
@click.option("--from", "file", default=str(ROOT / "data" / "triples.ttl"))
def main(name: str, file: str) -> None:
    """Print what is tied to NAME: name, relation, status, words, paragraph."""
    graph, network = read(file)
    thing = named(graph, name)
    for one, other, data in [*network.out_edges(thing, data=True), *network.in_edges(thing, data=True)]:
        far, which = (other, RDFS.label) if one == thing else (one, CG.inverseLabel)
        passage = graph.value(data["claim"], CG.evidence)
        status = str(graph.value(data["claim"], CG.status)).rsplit("#", 1)[1]
        words = [label(graph, far), label(graph, data["relation"], which), status]
        click.echo("\t".join([*words, str(graph.value(passage, CG.phrase)), str(graph.value(passage, CG.paragraph))]))


if __name__ == "__main__":
    sys.exit(main())
