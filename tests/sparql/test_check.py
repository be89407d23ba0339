"""A stranger's query is looked at before an engine sees it; the library's own are files with VALUES for parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.sparql import bind, check, language, named, prologue, rows, shorten, string

QUERIES = sorted(Path(cg.__file__).parent.rglob("queries/*.rq"))


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_each_query_of_the_library_runs_as_it_stands_on_both_engines(file: Path) -> None:
    found = [
        sorted(map(str, rows(cg.open(engine=engine).engine, prologue() + file.read_text("utf-8"))))
        for engine in ("oxigraph", "rdflib")
    ]
    assert len(found[0]) == len(found[1]) > 0
    assert file.read_text("utf-8").startswith("# ")


def test_a_parameter_is_bound_in_one_pass() -> None:
    text = "VALUES ?a { 1 } VALUES ?b { 2 }"
    # What a value holds is never taken for a parameter.
    assert bind(text, a=[string("VALUES ?b { 9 }")], b=["3"]) == 'VALUES ?a { "VALUES ?b { 9 }" } VALUES ?b { 3 }'
    with pytest.raises(KeyError):
        bind(text, c=["1"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT is an update"),
        ("PREFIX x: <urn:x> delete where { ?s ?p ?o }", "DELETE is an update"),
        ("# a remark\nDROP ALL", "DROP is an update"),
        ("LOAD <http://example.org/>", "LOAD is an update"),
        ("", "no query"),
        ("太鋼", "no query"),
        ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 1, column 18: SERVICE"),
        ("SELECT * WHERE { ?s ?p }", "line 1"),
        ("SELECT *\nWHERE { ?s ?p ?o", "line 2"),
        ("SELECT (nothing(?s) AS ?x) WHERE { ?s ?p ?o }", "line 1"),
        ("ASK " + "(" * 10_000, "nest deeper"),
        ("SELECT * WHERE { FILTER(1" + " || 1" * 10_000 + ") }", "more than"),
        ("SELECT * WHERE { " + "?s ?p ?o . " * 100_000 + "}", "characters"),
    ],
)
def test_what_is_no_query_or_must_not_run_is_refused_with_its_place(engine: str, text: str, says: str) -> None:
    with pytest.raises(cg.BadQuery, match=says) as refused:
        cg.query(cg.open(engine=engine), text)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ("DROP ALL" AS ?x) {}',
        "SELECT ?insert WHERE { ?insert ?p ?o } LIMIT 1",
        "PREFIX add: <urn:add:> ASK { ?s add:p ?o }",
        "PREFIX service: <urn:add:> ASK { ?service service:p ?o }",
        "# DELETE this remark\nASK {}",
        "ASK { ?s ?p <urn:INSERT> }",
    ],
)
def test_words_of_updates_in_names_strings_and_remarks_are_no_updates(text: str) -> None:
    assert check(text) == text
    cg.query(cg.open(), text)


def test_prefixes_need_no_declaration_and_may_be_declared_anew(city: cg.CityGraph) -> None:
    assert cg.query(city, "ASK { ty:taigang a cg:Firm }").verdict
    assert not cg.query(city, "PREFIX ty: <urn:x:> ASK { ty:taigang a cg:Firm }").verdict


def test_construct_and_describe_answer_in_turtle(city: cg.CityGraph) -> None:
    for text in ("DESCRIBE ty:taigang", "CONSTRUCT { ty:taigang a cg:Firm } WHERE {}"):
        answer = cg.query(city, text)
        assert answer.turtle is not None
        assert "@prefix cg:" in answer.turtle
        assert "@prefix foaf:" not in answer.turtle


def test_an_answer_is_results_json(city: cg.CityGraph) -> None:
    answer = cg.query(city, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (ty:taigang "太鋼"@zh-Hant UNDEF) (UNDEF 1 "x") } }')
    assert answer.as_json()["results"]["bindings"][0] == {
        "a": {"type": "uri", "value": "https://w3id.org/citygraph/id/taiyuan/taigang"},
        "b": {"type": "literal", "value": "太鋼", "xml:lang": "zh-Hant"},
    }
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert answer.as_json()["results"]["bindings"][1]["b"] == {"type": "literal", "value": "1", "datatype": integer}
    assert [len(row) for row in answer] == [3, 3]
    assert len(answer) == 2


def test_blank_nodes_are_told_from_iris(engine: str) -> None:
    answer = cg.query(cg.open(engine=engine), "SELECT ?x { BIND(BNODE() AS ?x) }")
    assert [term.type for (term,) in answer if term] == ["bnode"]


def test_language_tags_are_written_as_bcp_47_has_them() -> None:
    assert [language(tag) for tag in ("ZH-HANT", "zh-tw", "EN-t-ZH-hant", "en")] == [
        "zh-Hant",
        "zh-TW",
        "en-t-zh-hant",
        "en",
    ]


def test_iris_are_shortened_where_a_prefix_fits_exactly() -> None:
    assert shorten("https://w3id.org/citygraph/id/taiyuan/claim/x") == "claim:x"
    assert shorten("https://w3id.org/citygraph/id/taiyuan/a/b") == "<https://w3id.org/citygraph/id/taiyuan/a/b>"


def test_a_named_query_is_the_text_of_its_file() -> None:
    assert named("names").startswith("# Entities that carry one of these names")
