"""The one layout of the city's own Turtle file."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pyoxigraph
import pytest

from cityGraph.exports.canonical import lay_out
from cityGraph.namespaces import CG
from cityGraph.store.files import read
from cityGraph.store.query_files import prefixed
from support.paths import DATA, FIXTURE


@pytest.mark.parametrize("file", [DATA, FIXTURE / "city.ttl"], ids=["data", "fixture"])
def test_the_layout_is_canonical(file: Path) -> None:
    assert lay_out(read(str(file))) == file.read_text("utf-8")


def triples() -> list[pyoxigraph.Triple]:
    return [quad.triple for quad in pyoxigraph.parse(path=DATA, format=pyoxigraph.RdfFormat.TURTLE)]


def test_the_shipped_city_is_laid_out() -> None:
    content = DATA.read_bytes()
    assert lay_out(content) == content.decode()


# The prefixes of the things of the city: a layout takes them from the file.
NAMED = dict(re.findall(r"(?m)^@prefix (\w+): <(https://w3id.org/citygraph/id/[^>]+)> \.$", DATA.read_text("utf-8")))


@pytest.mark.parametrize("seed", range(3))
def test_the_layout_does_not_depend_on_the_order(seed: int) -> None:
    content = pyoxigraph.serialize(triples(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert content
    lines = content.splitlines(keepends=True)
    Random(seed).shuffle(lines)
    head = [f"@prefix {name}: <{namespace}> .\n".encode() for name, namespace in NAMED.items()]
    assert lay_out(b"".join([*head, *lines])) == DATA.read_text("utf-8")


@pytest.mark.parametrize("prefixes", [{}, {"ontology": CG, "cg": "https://example.org/other/"}])
def test_the_layout_does_not_depend_on_the_prefixes(prefixes: dict[str, str]) -> None:
    named = {name: namespace for name, namespace in NAMED.items() if namespace not in prefixes.values()}
    content = pyoxigraph.serialize(triples(), format=pyoxigraph.RdfFormat.TURTLE, prefixes=named | prefixes)
    assert content
    assert all(f"@prefix {name}: <{namespace}>".encode() in content for name, namespace in prefixes.items())
    assert lay_out(content) == DATA.read_text("utf-8")


def test_a_claim_of_a_source_that_nothing_describes_keeps_all_its_triples() -> None:
    claim = """<urn:a> <urn:r> <urn:b> . <urn:c> a cg:Claim ; cg:evidence <urn:p> ; rdf:subject <urn:a> ;
    rdf:predicate <urn:r> ; rdf:object <urn:b> . <urn:p> a cg:Passage ; oa:hasSource <urn:mistyped> ."""
    content = prefixed(claim).encode()
    once = lay_out(content)
    before, after = (set(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)) for text in (content, once))
    assert before == after
    assert lay_out(once.encode()) == once


def test_a_claim_stands_at_the_first_of_its_passages() -> None:
    passages = "".join(f"<urn:p{at}> a cg:Passage ; oa:hasSource <urn:s> ; cg:paragraph {at} . " for at in (2, 3, 5))
    claims = "<urn:late> a cg:Claim ; cg:evidence <urn:p3> . <urn:y> a cg:Claim ; cg:evidence <urn:p5> , <urn:p2> ."
    text = lay_out(prefixed(f"<urn:s> a cg:Source . {passages} {claims}").encode())
    assert text.index("--- §2") < text.index("<urn:y> a cg:Claim") < text.index("--- §3") < text.index("<urn:late> a")
    assert "--- §5" not in text
