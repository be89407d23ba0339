"""A name may say a relation by itself: a phase is part of its work, a body that of its place, a set has its number."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.proof.degree import Degrees
from cityGraph.proof.wording import wording

TURTLE = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix : <https://example.org/city/> .
:works a cg:Project ; skos:prefLabel "電機項目"@zh-Hant .
:phase a cg:Project ; skos:prefLabel "電機項目二期"@zh-Hant .
:town a cg:City ; skos:prefLabel "雲河市"@zh-Hant .
:ward a cg:AdministrativeArea ; skos:prefLabel "青禾區"@zh-Hant .
:office a cg:Body ; skos:prefLabel "青禾區政府"@zh-Hant .
:chains a cg:NamedSet ; skos:prefLabel "9條產業鏈"@zh-Hant , "12號產業鏈"@zh-Hant .
:paper a cg:Source ; skos:prefLabel "雲河日報"@zh-Hant .
:claim a cg:Claim ; rdf:subject :%s ; rdf:predicate cg:%s ; rdf:object %s ;
    cg:status cg:%s ; cg:basis cg:stated ; cg:evidence [ a cg:Passage ; oa:hasSource :paper ; cg:phrase "%s" ] .
"""


@pytest.mark.parametrize(
    ("subject", "relation", "what", "status", "quote", "proof"),
    [
        ("phase", "partOf", ":works", "realised", "電機項目,電機項目二期", "quotes"),
        ("works", "partOf", ":phase", "realised", "電機項目,電機項目二期", "citation"),
        ("phase", "partOf", ":works", "realised", "電機項目", "citation"),
        ("ward", "within", ":town", "realised", "雲河市青禾區政府", "quotes"),
        ("ward", "within", ":town", "realised", "雲河市與青禾區政府", "citation"),
        ("chains", "memberCount", "9", "realised", "9條產業鏈", "quotes"),
        ("chains", "memberCount", "12", "realised", "12號產業鏈", "citation"),
    ],
)
def test_what_a_name_says(
    tmp_path: Path, subject: str, relation: str, what: str, status: str, quote: str, proof: str
) -> None:
    file = tmp_path / "city.ttl"
    value = what if what.startswith(":") else f'"{what}"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    file.write_text(TURTLE % (subject, relation, value, status, quote), encoding="utf-8")
    city = cg.open(file)
    (claim,) = [each for each in read(city, None) if each.status]
    assert Degrees(wording(city), [claim]).degree(claim).proof == proof
