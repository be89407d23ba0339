"""The commands query and ask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cityGraph as cg
from support.process import citygraph, data, engines, environment, refusal


def test_select_answers_in_sparql_results_json() -> None:
    text = 'SELECT ?a ?b ?c ?d ?e { VALUES (?a ?b ?c ?d) { (ty:taigang "太鋼"@zh-Hant 7 UNDEF) } BIND(BNODE() AS ?e) }'
    found = data("query", text)
    assert found["head"] == {"vars": ["a", "b", "c", "d", "e"]}
    (row,) = found["results"]["bindings"]
    assert row["a"] == {"type": "uri", "value": "https://w3id.org/citygraph/id/taiyuan/taigang"}
    assert row["b"] == {"type": "literal", "value": "太鋼", "xml:lang": "zh-Hant"}
    assert row["c"] == {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    assert "d" not in row
    assert row["e"]["type"] == "bnode"


def test_ask_answers_in_sparql_results_json() -> None:
    assert data("query", "ASK { ty:taiyuan cg:supports ty:taigang }") == {"head": {}, "boolean": True}


def test_a_query_is_read_from_its_text_a_file_or_standard_input(tmp_path: Path) -> None:
    text = "SELECT ?firm\nWHERE { ty:taiyuan cg:supports ?firm } ORDER BY ?firm"
    (tmp_path / "a.rq").write_text(text, "utf-8-sig")
    (tmp_path / "noted").write_text("# 太原\n" + text, "utf-8")
    expected = data("query", text)
    assert len(expected["results"]["bindings"]) > 3
    assert data("query", "a.rq", cwd=tmp_path) == expected
    assert data("query", "noted", cwd=tmp_path) == expected
    assert data("query", "-", stdin=text.encode("utf-8-sig")) == expected
    assert data("query", "-", stdin=text.encode(), env=environment(PYTHONIOENCODING="gbk")) == expected


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            ("SELECT", "line 1, column 7"),
            ("SELECT * WHERE { ?s ?p }", "line 1, column "),
            ("SELECT *\nWHERE {\n  ?s ?p ?o", "line 3, column "),
            ("SELECT ?s WHERE { ?s nothing:p ?o }", ""),
            ("SELECT (COUNT(?s AS ?n) WHERE { ?s ?p ?o }", "line 1, column "),
            ("ASK { ?s ?p ?o ", "line 1, column "),
            ("ASK { ?s ?p 'x }", "line 1, column "),
            ("ASK {} ; DROP ALL", "line 1, column "),
            ("CONSTRUCT { ?s ?p } WHERE { ?s ?p ?o }", "line 1, column "),
            ("太鋼", "This is not a query"),
            ("", "This is not a query"),
            ("# SELECT * { ?s ?p ?o }", "This is not a query"),
        ]
    ),
)
def test_a_bad_query_is_refused_with_its_position(engine: str, case: tuple[str, str]) -> None:
    text, place = case
    assert place in refusal(citygraph("--engine", engine, "query", text))


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (["query", "-"], b"\nASK { ?s ?p '\xc4\xe3' }", "line 2: not UTF-8"),
        (["query", b"ASK { ?s ?p '\xc4\xe3' }"], b"", "line 1, column 14: not UTF-8"),
        (["query", "nothing.rq"], b"", "nothing.rq: No such file"),
        (["query", "-"], b"", "This is not a query"),
        (["query", "-"], b"\x00\x01\x02", "This is not a query"),
        (["query", "-"], b"ASK { ?s ?p \x00 }", "line 1"),
    ],
)
def test_what_cannot_be_read_as_a_query_is_refused(
    tmp_path: Path, arguments: list[str | bytes], stdin: bytes, says: str
) -> None:
    assert says in refusal(citygraph(*arguments, stdin=stdin, cwd=tmp_path))


def test_the_command_counts_and_asks() -> None:
    counted = json.loads(citygraph("about", "--format", "json").out)
    assert counted == cg.about(cg.open()).as_json()
    assert citygraph("about").out.startswith(f"{counted['entities']} 個事物")
    listed = json.loads(citygraph("ask", "--format", "json").out)
    assert listed == [question.as_json() for question in cg.questions(city=cg.open())]
    # The question stands over its answer as it stands in the list.
    assert citygraph("ask", "1").out.partition("\n")[0] in citygraph("ask").out
    assert citygraph("ask", "1").out.startswith(listed[0]["text"].rstrip("?") + "？")
    assert citygraph("--lang", "en", "ask", "1").out.startswith(cg.questions("en", city=cg.open(language="en"))[0].text)
    assert json.loads(citygraph("ask", "1", "--format", "json").out) == cg.ask(cg.open(), 1).as_json()


def test_words_that_several_questions_have_list_them_and_words_of_none_are_refused() -> None:
    several = citygraph("ask", "爭取")
    assert several.status == 0
    assert several.out.count("\n") < len(cg.questions())
    for nothing in ("沒有這種問題", "999"):
        done = citygraph("ask", nothing)
        assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
        assert done.err == f"Error: No question has the number or words {nothing!r}. List all with: citygraph ask\n"


def test_xml_of_several_questions_is_refused_with_what_to_give() -> None:
    assert "No QUESTION was given. Give its number" in refusal(citygraph("ask", "--format", "xml"), 2)
    assert "questions have the words '爭取'. Give the number" in refusal(citygraph("ask", "爭取", "--format", "xml"), 2)
