"""Where a query leaves the grammar of SPARQL."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.sparql.grammar import fault
from cityGraph.sparql.tokens import tokens
from cityGraph.store.query_files import prologue
from support.paths import ROOT
from support.strange import SPARQL_WORDS, quick

# ruff: noqa: E501 (a query is a line)
VALID = [
    "SELECT * { ?a ?b 'x' FILTER(?b < 3 && ?c > 2) ?d a cg:Firm . OPTIONAL { ?x skos:prefLabel|rdfs:label+ ?n } }",
    "SELECT (COUNT(*) AS ?n) (SUM(?x) as ?y) { ?a ?b ?x } GROUP BY ?a HAVING (COUNT(*) > 3) ORDER BY DESC(?n) ?y LIMIT 3",
    "SELECT * { VALUES (?a ?b) { (1 UNDEF) ('x'@en 'y'^^xsd:date) } BIND(1+-2 AS ?z) { ?a ?p [ ?b (1 2) ] } UNION {} }",
    "ASK { ?a ^cg:a/!(cg:b|^a)* ?c, ?d; cg:x ?e. FILTER NOT EXISTS { ?a ?b ?c } FILTER(?a NOT IN (1, 2)) }",
    "ASK { [] a cg:Firm ; . (1 2) ?p () . [ ?a ?b ] . FILTER regex(str(?p), 'a', \"i\") MINUS { ?s ?p ?o } }",
    "DESCRIBE cg:Firm ?x WHERE { ?x a cg:Firm } OFFSET 2 LIMIT 1",
    "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1",
    "BASE <urn:x> PREFIX x: <y> SELECT (GROUP_CONCAT(DISTINCT ?a; SEPARATOR = ', ') AS ?b) { { SELECT ?a { ?a x: true } } }",
    "SELECT ?a { ?a ?b ?c } ORDER BY xsd:integer(?c) COALESCE(?a, 1) VALUES ?a { <urn:a> }",
]


@pytest.mark.parametrize("text", VALID)
def test_a_valid_query_has_no_fault(text: str) -> None:
    pyoxigraph.Store().query(prologue() + text)
    assert fault(tokens(text)) is None


def test_no_query_that_the_project_runs_has_a_fault() -> None:
    files = [*Path(cg.__file__).parent.rglob("*.rq"), *(ROOT / "ontology").rglob("*.rq")]
    assert len(files) > 150
    assert [file.name for file in files if fault(tokens(file.read_text("utf-8")))] == []


@quick
@given(st.lists(SPARQL_WORDS, max_size=15).map(lambda words: "ASK { " + " ".join(words)))
def test_what_an_engine_accepts_has_no_fault(text: str) -> None:
    try:
        pyoxigraph.Store().query(prologue() + text)
    except SyntaxError:
        return
    if not {"<<", ">>"} & set(text.split()):  # these are of SPARQL 1.2
        assert fault(tokens(text)) is None


def test_the_fault_is_the_first_token_that_cannot_stand_where_it_is() -> None:
    text = "ASK { ?a ?b ?c ?d ?e ?f }"
    found = tokens(text)
    wrong = fault(found)
    assert wrong is not None
    assert found[wrong.at].text == "?d"
    assert {"'.'", "';'", "','", "'}'"} <= wrong.expected


def test_a_query_too_deep_to_check_has_no_fault() -> None:
    assert fault(tokens("ASK { FILTER" + "(" * 5_000)) is None
