"""Exported files as the programs they are for read them."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import openpyxl
import pyoxigraph
import rdflib

import cityGraph as cg


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
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
    ".rdf12.ttl": pyoxigraph.RdfFormat.TURTLE,
}
RDFLIB_FORMATS = {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".jsonld": "json-ld"}


def as_rdflib(found: cg.Export, form: str) -> rdflib.Graph:
    """The triples of a file as rdflib reads it, those of all its graphs together."""
    if form != ".trig":
        return rdflib.Graph().parse(data=found.to(form), format=RDFLIB_FORMATS[form])
    graph = rdflib.Graph()
    for subject, predicate, what, _ in rdflib.Dataset().parse(data=found.to(form), format="trig").quads():
        graph.add((subject, predicate, what))
    return graph


def as_oxigraph(found: cg.Export, form: str) -> set[Any]:
    """The triples of a file as Oxigraph reads it."""
    quads = pyoxigraph.parse(io.BytesIO(found.to(form)), format=OXIGRAPH_FORMATS[form])
    return {quad.triple for quad in quads}
