"""Exported files as the programs they are for read them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import networkx
import openpyxl
import pyoxigraph
import rdflib

import cityGraph as cg
from cityGraph.exports.graph_rows import EDGE_DETAILS
from support.strange import STRANGE, made_of, safe_form


def table(found: cg.Export) -> list[dict[str, str]]:
    """The rows of the CSV file."""
    return list(csv.DictReader(io.StringIO(found.to(".csv").decode("utf-8-sig"))))


def sheets(found: cg.Export) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each sheet of the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(found.to(".xlsx")))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def statements(content: bytes) -> list[str]:
    """The statements of a Cypher file."""
    return [line for line in content.decode().split("\n") if line and not line.startswith("//")]


MERMAID = re.compile(
    r'flowchart LR\n(    n\d+\["(?P<label>(?:[^\x00-\x7f]|[0-9A-Za-z ]|#\d+;|<br/>)+)"\]\n)*'
    r'(    n\d+ -->\|"(?:[^\x00-\x7f]|[0-9A-Za-z ]|#\d+;)+"\| n\d+\n)*'
    r"(    linkStyle \d+(,\d+)* stroke[a-z-]*:[\d #]+\n)*"
)


def mermaid(found: cg.Export) -> tuple[list[str], list[tuple[int, str, int]]]:
    """The nodes and ties of a flowchart, whose every line is of the form that is expected."""
    text = found.to(".mmd").decode()
    assert MERMAID.fullmatch(text)

    def plain(coded: str) -> str:
        return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), coded)

    nodes = [plain(label.partition("<br/>")[0]) for label in re.findall(r'^    n\d+\["(.*)"\]$', text, re.MULTILINE)]
    links = re.findall(r'^    n(\d+) -->\|"(.*)"\| n(\d+)$', text, re.MULTILINE)
    return nodes, [(int(one), plain(label), int(other)) for one, label, other in links]


OXIGRAPH_FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
    ".rdf12.ttl": pyoxigraph.RdfFormat.TURTLE,
}
RDFLIB_FORMATS = {".ttl": "turtle", ".nt": "nt", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}


def as_rdflib(found: cg.Export, form: str) -> rdflib.Graph:
    """The triples of a file as rdflib reads it, those of all its graphs together."""
    if form not in (".trig", ".nq"):
        return rdflib.Graph().parse(data=found.to(form), format=RDFLIB_FORMATS[form])
    graph = rdflib.Graph()
    for subject, predicate, what, _ in rdflib.Dataset().parse(data=found.to(form), format=RDFLIB_FORMATS[form]).quads():
        graph.add((subject, predicate, what))
    return graph


def as_oxigraph(found: cg.Export, form: str) -> set[Any]:
    """The triples of a file as Oxigraph reads it."""
    quads = pyoxigraph.parse(io.BytesIO(found.to(form)), format=OXIGRAPH_FORMATS[form])
    return {quad.triple for quad in quads}


def read_network(found: cg.Export, form: str) -> networkx.MultiDiGraph:
    """A file of a network as networkx reads it."""
    content = io.BytesIO(found.to(form))
    if form == ".graphml":
        return networkx.read_graphml(content, force_multigraph=True)
    if form == ".gexf":
        return networkx.read_gexf(content)
    return networkx.node_link_graph(json.load(content), edges="edges")


def shown_nodes(graph: Any) -> dict[str, tuple[str, str, str]]:
    """The nodes with label, kind and what that is called."""
    return {node: (data["label"], data["kind"], data["kind_label"]) for node, data in graph.nodes(data=True)}


def shown_edges(graph: Any) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The edges with what is known of each, as every format has it."""
    named = {"label", *EDGE_DETAILS}
    return sorted(
        (
            (one, other, data.get("id", key), {name: value for name, value in data.items() if name in named})
            for one, other, key, data in graph.edges(keys=True, data=True)
        ),
        key=lambda edge: edge[2],
    )


def check_labels_come_back(city: cg.CityGraph, label: str, form: str) -> cg.Export:
    """Check that every label, and every reason, is read as it is safe to show; return what was written."""
    found = made_of(city, [label, *STRANGE])
    labels = {thing.iri: safe_form(thing.label) for thing in found.entities}
    again = read_network(found, form)
    assert {node: data["label"] or "" for node, data in again.nodes(data=True)} == labels
    edges = {other: (data.get("label") or "", data.get("because") or "") for _, other, data in again.edges(data=True)}
    assert edges == {iri: (each, each) for iri, each in labels.items()}
    return found


def single_thing(city: cg.CityGraph) -> cg.Export:
    """A thing and a figure of it, without any edge."""
    thing = cg.Entity("urn:a", "甲", "", "")
    figure = cg.Claim("urn:c", thing, cg.Relation("urn:r", "面積"), cg.Value("1", "urn:number"), "realised", "stated")
    return cg.Export((thing,), (figure,), city)
