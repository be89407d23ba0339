"""Whole graphs as files: every triple in each format, sorted, read back by two other libraries."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from cityGraph.authoring.rdf_files import WRITERS
from support.paths import FIXTURE
from support.strange import STRANGE

CITY = FIXTURE / "city.ttl"


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_file_holds_every_triple_and_does_not_depend_on_their_order(tmp_path: Path, suffix: str) -> None:
    triples = [(q.subject, q.predicate, q.object) for q in parse(path=str(CITY), format=RdfFormat.TURTLE)]
    content = b"".join(WRITERS[suffix](triples, {}))
    assert content == b"".join(WRITERS[suffix](triples[::-1], {}))
    forms = {".jsonld": "json-ld", ".json": "json-ld", ".nt": "nt", ".nq": "nquads", ".trig": "trig"}
    form = forms.get(suffix, "turtle")
    read = rdflib.Dataset(default_union=True).parse(data=content, format=form)
    assert len(read) == len(triples)
    assert b"zh-Hant" in content
    assert b"zh-hant" not in content


@pytest.mark.parametrize("suffix", [".nt", ".jsonld", ".ttl"])
def test_strange_texts_and_nameless_nodes_come_back_as_they_were(suffix: str) -> None:
    graph = rdflib.Graph()
    for number, text in enumerate([each for each in STRANGE if each.isprintable()]):
        graph.add((rdflib.URIRef(f"urn:{number}"), rdflib.RDFS.label, rdflib.Literal(text)))
        graph.add((rdflib.URIRef(f"urn:{number}"), rdflib.RDFS.seeAlso, rdflib.BNode("b1")))
    graph.add((rdflib.BNode("b1"), rdflib.RDFS.label, rdflib.Literal(1)))
    quads = parse(graph.serialize(format="nt", encoding="utf-8"), format=RdfFormat.N_TRIPLES)
    content = b"".join(WRITERS[suffix]([(q.subject, q.predicate, q.object) for q in quads], {}))
    form = {".nt": "nt", ".jsonld": "json-ld", ".ttl": "turtle"}[suffix]
    assert isomorphic(rdflib.Graph().parse(data=content, format=form), graph)


def test_an_empty_graph_is_a_file_that_can_be_read() -> None:
    assert b"".join(WRITERS[".jsonld"]([], {})) == b"[]\n"
    assert b"".join(WRITERS[".nt"]([], {})) == b""
