"""Quotes against claims: a fact that its quote calls a plan, and an inference that a quote already states."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim
from cityGraph.proof.wording import Wording, wording
from cityGraph.validation.quotes import quote_findings
from support.proof_cases import opened

HEAD = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

ex:page a cg:Source ; skos:prefLabel "瀾陵港報"@zh-Hant .
ex:zone a cg:Zone ; skos:prefLabel "鷺洲新區"@zh-Hant .
ex:motors a cg:Industry ; skos:prefLabel "船用電機"@zh-Hant .
ex:city a cg:City ; skos:prefLabel "瀾陵"@zh-Hant .
ex:firm a cg:LegalEntity ; skos:prefLabel "瀾陵鑄機"@zh-Hant .
"""
STATED = """
ex:claim a cg:Claim ; rdf:subject ex:{s} ; rdf:predicate cg:{relation} ; rdf:object ex:{o} ;
    cg:status cg:{status} ; cg:basis cg:stated ; cg:evidence ex:passage .
ex:passage a cg:Passage ; oa:hasSource ex:page ; cg:phrase "{quote}" .
"""
INFERRED = """
ex:guess a cg:Claim ; rdf:subject ex:{s} ; rdf:predicate cg:sitedIn ; rdf:object ex:{o} ;
    cg:status cg:realised ; cg:basis cg:inferred ; cg:because "a guess"@en ; dcterms:source ex:{source} .
"""


def found(graph: str) -> list[tuple[str, str]]:
    city = opened(HEAD + graph)
    return [(rule, about.rsplit("/", 1)[1]) for rule, _, about in quote_findings(read(city, None), wording(city))]


def leading(quote: str, status: str = "realised", relation: str = "specialisesIn") -> str:
    return STATED.format(s="zone", relation=relation, o="motors", status=status, quote=quote)


@pytest.mark.parametrize(
    "quote",
    [
        "下一步,鷺洲新區將聚焦船用電機",
        "鷺洲新區擬以船用電機為主導產業",
        "鹭洲新区拟以船用电机为主导产业",
        "着力构建以船用电机为主导产业",
        "鷺洲新區以船用電機為主導產業,將聚焦",
    ],
)
def test_a_fact_whose_quote_has_a_plan_word_is_found(quote: str) -> None:
    assert found(leading(quote)) == [("plan", "claim")]
    assert found(leading(quote, "planned")) == []


@pytest.mark.parametrize("quote", ["鷺洲新區以船用電機為主導產業", "鷺洲新區將船用電機定為主導產業"])
def test_a_fact_is_none_where_no_word_makes_it_a_plan(quote: str) -> None:
    assert found(leading(quote)) == []


def test_a_relation_that_is_always_a_fact_may_stand_beside_a_plan() -> None:
    chain = STATED.format(s="firm", relation="refersTo", o="zone", status="realised", quote="瀾陵鑄機將入駐鷺洲新區")
    assert found(chain) == []


def test_an_inference_whose_source_names_both_ends_is_found() -> None:
    said = leading("瀾陵的鷺洲新區以船用電機為主")
    assert found(said + INFERRED.format(s="zone", o="city", source="page")) == [("said", "guess")]
    assert found(said + INFERRED.format(s="zone", o="city", source="other")) == []
    assert found(said + INFERRED.format(s="firm", o="city", source="page")) == []


def test_a_name_within_the_other_name_does_not_state_the_connection() -> None:
    said = STATED.format(s="firm", relation="makes", o="motors", status="realised", quote="瀾陵鑄機的船用電機")
    assert found(said + INFERRED.format(s="firm", o="city", source="page")) == []


def test_a_name_within_the_name_of_a_third_thing_does_not_either() -> None:
    paper = '\nex:paper a cg:Organisation ; skos:prefLabel "瀾陵晚報"@zh-Hant .\n'
    said = leading("瀾陵晚報談鷺洲新區,以船用電機為主")
    guess = INFERRED.format(s="zone", o="city", source="page")
    assert found(said + guess) == [("said", "guess")]
    assert found(paper + said + guess) == []


@pytest.fixture(scope="module")
def shipped(city: cg.CityGraph) -> tuple[list[Claim], Wording]:
    return read(city, None), wording(city)


def test_the_city_has_no_fact_that_a_quote_calls_a_plan(shipped: tuple[list[Claim], Wording]) -> None:
    claims, words = shipped
    assert list(quote_findings(claims, words)) == []
    planned = {
        "qingxu-zone-specialises-in-new-coal-chemicals",
        "shanxi-transition-zone-specialises-in-ind-digital",
        "jolywood-company-owner-of-jolywood-silicon",
        "jinko-solar-owner-of-jinko-base",
        "gangke-company-researches-carbon-fibre-technology",
    }
    for claim in claims:
        if claim.iri.rsplit("/", 1)[1] in planned:
            assert claim.status == "planned"
            changed = claim.replace(status="realised")
            assert {rule for rule, _, _ in quote_findings([changed], words)} == {"plan"}
            planned.remove(claim.iri.rsplit("/", 1)[1])
    assert not planned
