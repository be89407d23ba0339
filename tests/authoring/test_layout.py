"""The layout of a city's Turtle: plain triples by rule."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from cityGraph.authoring.layout import main

HEAD = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
ex:firm a cg:Firm . ex:park a cg:Zone . ex:city a cg:City .
ex:c a cg:Claim ; rdf:subject {ends} ; cg:status cg:{status} ; cg:basis cg:{basis} .
"""
SITED = "ex:firm ; rdf:predicate cg:sitedIn ; rdf:object ex:park"
SUPPORTS = "ex:city ; rdf:predicate cg:supports ; rdf:object ex:firm"


@pytest.mark.parametrize(
    ("ends", "status", "basis", "plain"),
    [
        (SITED, "realised", "stated", "sitedIn"),
        (SITED, "planned", "stated", None),
        (SITED, "realised", "inferred", None),
        (SUPPORTS, "planned", "resolved", "supports"),
    ],
)
@pytest.mark.parametrize("given", ["", "ex:firm cg:sitedIn ex:park .", "ex:city cg:supports ex:firm ."])
def test_a_claim_gets_its_plain_triple_and_loses_one_that_it_must_not_have(
    tmp_path: Path, ends: str, status: str, basis: str, plain: str | None, given: str
) -> None:
    file = tmp_path / "city.ttl"
    file.write_text(HEAD.format(ends=ends, status=status, basis=basis) + given, "utf-8")
    main(str(file))
    quads = list(pyoxigraph.parse(file.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    found = {quad.predicate.value.rsplit("#")[-1] for quad in quads} & {"sitedIn", "supports"}
    assert found == ({plain} if plain else set())
