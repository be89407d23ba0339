"""Queries that must not run: updates, other servers, and what would exhaust a parser."""

from __future__ import annotations

import re

import pytest

from support.process import ENGINES, citygraph, data, engines, refusal
from support.rows import for_each


@for_each(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "insert data { <urn:a> <urn:b> <urn:c> }",
        "INSERT{ ?s a 1 }WHERE{ ?s ?p ?o }",
        "DELETE DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "delete { ?s ?p ?o } insert { ?o ?p ?s } where { ?s ?p ?o }",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "LOAD SILENT <file:///etc/passwd>",
        "CLEAR ALL",
        "CREATE GRAPH <urn:g>",
        "DROP ALL",
        "Drop Graph <urn:g>",
        "COPY <urn:g> TO DEFAULT",
        "MOVE <urn:g> TO DEFAULT",
        "ADD <urn:g> TO DEFAULT",
        "PREFIX select: <urn:x> INSERT DATA { select:a a 1 }",
        "PREFIX a: <urn:SELECT>\nPREFIX b: <urn:b>\nINSERT DATA { a:a b:b 1 }",
        "BASE <http://example.org/ASK> DROP ALL",
        "# SELECT\nDROP ALL",
        "# SELECT\r\n  # ASK {}\r\nDROP ALL",
        "PREFIX a: <urn:a> # a remark\nCLEAR ALL",
        "\\u0044ROP ALL",
    ],
)
def test_an_update_is_refused_however_it_is_written(text: str) -> None:
    assert re.search(r"is an update|This is not a query", refusal(citygraph("query", text)))


@for_each(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:9/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:y { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE :y { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:y { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://127.0.0.1:9/>{} }",
        "SELECT * { ?s ?p 5SERVICE<http://127.0.0.1:9/>{} }",
        "SELECT * { SERVICE # {\n<http://127.0.0.1:9/> # {\n{ ?s ?p ?o } }",
        "SELECT * { FILTER(1<'a>'||1=1) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } FILTER('b'='b') }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u00000053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_another_server_or_graph(text: str) -> None:
    assert re.search(r"line \d, column \d+: (SERVICE|FROM) would", refusal(citygraph("query", text)))


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            "SELECT ?insert ?from WHERE { ?insert a cg:City ; a ?from }",
            "SELECT $delete WHERE { $delete a cg:City }",
            "PREFIX add: <https://w3id.org/citygraph/ontology#> SELECT * { ?x a add:City }",
            "PREFIX drop-it: <urn:x:> SELECT * { ?x a cg:City . FILTER NOT EXISTS { ?x drop-it:x drop-it:y } }",
            "PREFIX service: <u:> SELECT * { ?service a cg:City OPTIONAL { ?service service:from service:x-service } }",
            'SELECT * { ?x a cg:City . FILTER("DROP ALL; SERVICE <urn:x> INSERT" != STR(?x)) }',
            "SELECT * { ?x a cg:City . FILTER('''it's a \\''' \"LOAD\" ''' != STR(?x)) }",
            "SELECT * { ?x a cg:City . FILTER(?x != <urn:DELETE#INSERT>) }",
            "# DROP ALL\nSELECT * { ?x a cg:City } # SERVICE",
            "# PREFIX cg: <urn:nothing>\nSELECT * { ?x a cg:City }",
        ]
    ),
)
def test_words_of_updates_in_names_strings_and_remarks_are_no_updates(engine: str, case: str) -> None:
    assert data("--engine", engine, "query", case)["results"]["bindings"]


HOSTILE = {
    "10 000 parentheses": "SELECT * { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "10 000 ||": "SELECT * { FILTER(1" + "||1" * 10_000 + ") }",
    "10 000 &&": "SELECT * { FILTER(1" + " && 1" * 10_000 + ") }",
    "10 000 braces": "SELECT * { " + "{" * 10_000 + " ?s ?p ?o " + "}" * 10_000 + " }",
    "10 000 UNION": "SELECT * { {?s a 1}" + "UNION{?s a 1}" * 7_000 + " }",
    "10 000 !": "SELECT * { FILTER(" + "!" * 10_000 + "1) }",
    "10 000 -": "SELECT * { FILTER(" + "- " * 10_000 + "?x) }",
    "10 000 in IN": "SELECT * { ?s ?p ?o FILTER(?o IN (1" + ",1" * 10_000 + ")) }",
    "10 000 +": "SELECT (1" + "+1" * 10_000 + " AS ?x) {}",
    "10 000 signed numbers": "SELECT (1" + " +1" * 10_000 + " AS ?x) {}",
    "10 000 *": "SELECT (1" + "*?y" * 10_000 + " AS ?x) {}",
    "a path of 10 000 steps": "SELECT * { ?s a" + "/a" * 10_000 + " ?o }",
    "a path of 10 000 alternatives": "SELECT * { ?s a" + "|a" * 10_000 + " ?o }",
    "a path in 10 000 parentheses": "SELECT * { ?s " + "(" * 10_000 + "a" + ")" * 10_000 + " ?o }",
    "a path of 10 000 stars": "SELECT * { ?s " + "(" * 10_000 + "a" + ")*" * 10_000 + " ?o }",
    "10 000 ORDER BY": "SELECT * { ?s ?p ?o } ORDER BY" + " ?s" * 10_000,
    "10 000 GROUP BY": "SELECT (1 AS ?x) { ?s ?p ?o } GROUP BY" + " ?s" * 10_000,
    "10 000 HAVING": "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING" + " (?s)" * 10_000,
    "10 000 triples": "SELECT * { " + "?s a 1." * 10_000 + " }",
    "10 000 objects": "SELECT * { ?s a 1" + ",1" * 10_000 + " }",
    "10 000 predicates": "SELECT * { ?s a 1" + ";a 1" * 10_000 + " }",
    "a list of 10 000": "SELECT * { ?s a (" + " 1" * 10_000 + ") }",
    "10 000 lists": "SELECT * { ?s a " + "(" * 10_000 + "1" + ")" * 10_000 + " }",
    "10 000 blank nodes": "SELECT * { ?s a " + "[a " * 10_000 + "1" + "]" * 10_000 + " }",
    "DESCRIBE of 10 000": "DESCRIBE" + " ty:a" * 10_000,
    "DESCRIBE of 10 000 IRIs": "DESCRIBE" + "<urn:a>" * 10_000,
    "10 000 FILTER": "SELECT * { ?s a 1" + "FILTER(1)" * 10_000 + " }",
    "5 000 OPTIONAL": "SELECT * { ?s a 1" + "OPTIONAL{?s a 1}" * 5_000 + " }",
    "5 000 MINUS": "SELECT * { ?s a 1" + "MINUS{?s a 1}" * 5_000 + " }",
    "5 000 BIND": "SELECT * { " + "BIND(1 AS ?x)" * 5_000 + " }",
    "5 000 columns": "SELECT " + "(1 AS ?x) " * 5_000 + "{}",
    "5 000 functions": "SELECT (" + "STR(" * 5_000 + "1" + ")" * 5_000 + " AS ?x) {}",
    "5 000 IF": "SELECT (" + "IF(1,1," * 5_000 + "1" + ")" * 5_000 + " AS ?x) {}",
    "5 000 EXISTS": "SELECT * { " + "FILTER EXISTS {" * 5_000 + "}" * 5_000 + " }",
    "5 000 subqueries": "SELECT * { " + "{SELECT*{" * 5_000 + "}}" * 5_000 + " }",
    "10 000 escaped parentheses": "SELECT * { FILTER(" + "\\u0028" * 10_000 + "1) }",
    "what a string seems to hide": "SELECT * { FILTER(1<'a>'||1=1" + "||1" * 10_000 + "||'b'='b') }",
    "what a remark seems to hide": "SELECT * { FILTER(1<'a>#'&&" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "what an IRI seems to hide": "SELECT * { FILTER(1<" + "!" * 10_000 + "1&&2>1) }",
    "what VALUES seems to hide": "SELECT * { ?s a ('VALUES ?x {'" + " 1" * 10_000 + " '}') }",
    "100 001 characters": "ASK {}" + " " * 100_000,
}


@for_each("text", HOSTILE.values(), ids=HOSTILE)
def test_a_query_that_would_exhaust_the_parser_is_refused_before_any_engine_sees_it(text: str) -> None:
    line = refusal(citygraph("query", "-", stdin=text.encode()))
    assert re.search(r"line 1, column \d+: (brackets nest deeper|more than)|the limit is 100,000", line)


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            "SELECT * { FILTER(" + "(" * 95 + "1" + ")" * 95 + ") }",
            "SELECT * { " + "{" * 95 + " ?s a cg:City " + "}" * 95 + " }",
            "SELECT (" + "STR(" * 95 + "1" + ")" * 95 + " AS ?x) {}",
            "SELECT * { FILTER(1" + "||1" * 600 + ") }",
            "SELECT * { ?s a cg:City " + "FILTER EXISTS {?s ?p 1} " * 150 + " }",
            "SELECT (1" + "+1" * 600 + " AS ?x) {}",
            "SELECT * { {?s a cg:City}" + " UNION {?s a cg:City}" * 200 + " }",
            "SELECT * { " + "".join(f"BIND(1 AS ?v{n}) " for n in range(200)) + "}",
            "SELECT * { ?s a cg:City } ORDER BY" + " ?s" * 900,
            "DESCRIBE" + " ty:a" * 900,
            "SELECT * { ?s a" + "/a" * 60 + " ?o }",
            "SELECT * { " + "?s a cg:City . " * 60 + "}",
        ]
    ),
)
def test_a_query_just_below_the_bounds_ends_in_an_answer_or_in_one_line(engine: str, case: str) -> None:
    done = citygraph("--engine", engine, "query", case)
    if done.status:
        # rdflib's parser gives up earlier than Oxigraph's.
        assert engine == "rdflib"
        assert "for this engine" in refusal(done)
    else:
        assert done.err == ""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "values",
    [
        "VALUES ?x { " + "ty:taigang ty:new-energy-industry " * 150 + "}",
        "VALUES ?x { " + "<https://w3id.org/citygraph/id/taiyuan/taigang> " * 300 + "}",
        "VALUES ?name { " + '"太钢集团"@zh-Hans ' * 200 + "} ?x skos:altLabel ?name",
        "VALUES (?x ?y) { " + "(ty:taigang 1) " * 300 + "}",
        "?x a cg:Firm FILTER(?x IN (" + "ty:new-energy-industry, " * 300 + "ty:taigang))",
    ],
    ids=["names", "IRIs", "strings", "pairs", "IN"],
)
def test_a_long_list_of_values_is_no_attack(values: str, engine: str) -> None:
    rows = data("--engine", engine, "query", f"SELECT DISTINCT ?x {{ {values} }}")["results"]["bindings"]
    assert {"type": "uri", "value": "https://w3id.org/citygraph/id/taiyuan/taigang"} in [row["x"] for row in rows]
