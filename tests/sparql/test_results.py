"""Answers of queries in the formats of the standards."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import rdflib

from support.process import citygraph, controls, data, refusal
from support.samples import turtle

SELECT = """SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) {
  (ty:taigang "太鋼, \\"鋼\\""@zh-Hant -7 "=1+1") (ty:taiyuan "a\\tb\\nc" 1.5 UNDEF)
} }"""
FORMED = {
    "csv": "a,b,c,d\r\n"
    'https://w3id.org/citygraph/id/taiyuan/taigang,"太鋼, ""鋼""",-7,\'=1+1\r\n'
    'https://w3id.org/citygraph/id/taiyuan/taiyuan,"a\tb\nc",1.5,\r\n',
    "tsv": "?a\t?b\t?c\t?d\n"
    '<https://w3id.org/citygraph/id/taiyuan/taigang>\t"太鋼, \\"鋼\\""@zh-Hant\t-7\t"=1+1"\n'
    '<https://w3id.org/citygraph/id/taiyuan/taiyuan>\t"a\\tb\\nc"\t1.5\t\n',
}


def printed(*arguments: str) -> tuple[str, str]:
    done = citygraph(*arguments)
    assert done.status == 0
    return done.out, done.err


@pytest.mark.parametrize("form", FORMED)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_select_is_written_as_the_standard_has_it(form: str, engine: str) -> None:
    assert printed("--engine", engine, "query", SELECT, "--format", form)[0] == FORMED[form]


def test_csv_says_which_cells_it_made_harmless_and_the_rest_is_as_it_is() -> None:
    out, err = printed("query", SELECT, "--format", "csv")
    assert err.startswith("Warning: 1 cell looks like a formula and got an apostrophe in front")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert rows[1] == ["https://w3id.org/citygraph/id/taiyuan/taigang", '太鋼, "鋼"', "-7", "'=1+1"]
    assert printed("query", 'SELECT ("-1.5" AS ?a) ("+86" AS ?b) {}', "--format", "csv") == ("a,b\r\n-1.5,+86\r\n", "")


def test_a_select_is_xml_and_json_of_the_same_rows() -> None:
    root = ET.fromstring(printed("query", SELECT, "--format", "xml")[0])
    space = "{http://www.w3.org/2005/sparql-results#}"
    found = [
        {b.get("name"): (b[0].tag.removeprefix(space), b[0].text) for b in result}
        for result in root.iter(f"{space}result")
    ]
    rows = data("query", SELECT)["results"]["bindings"]
    assert found == [{name: (term["type"], term["value"]) for name, term in row.items()} for row in rows]
    assert root.find(f".//{space}literal[@{{http://www.w3.org/XML/1998/namespace}}lang='zh-Hant']") is not None


@pytest.mark.parametrize(("form", "told"), [("csv", "true\r\n"), ("tsv", "true\n")])
def test_the_verdict_of_an_ask(form: str, told: str) -> None:
    assert printed("query", "ASK { ty:taigang a cg:Firm }", "--format", form)[0] == told
    xml = printed("query", "ASK { ty:taigang a cg:Zone }", "--format", "xml")[0]
    assert ET.fromstring(xml)[1].text == "false"


def test_a_construct_is_the_same_graph_in_every_format(tmp_path: Path) -> None:
    text = "CONSTRUCT { ?s skos:prefLabel ?n } WHERE { ?s a cg:Firm ; skos:prefLabel ?n }"
    graphs = []
    for suffix, form in ((".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld")):
        file = tmp_path / f"a{suffix}"
        assert printed("query", text, "-o", str(file)) == ("", "")
        graphs.append(rdflib.Graph().parse(file, format=form))
    assert len(graphs[0]) > 20
    assert {frozenset(graph) for graph in graphs} == {frozenset(graphs[0])}


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    for suffix, begins in (("csv", b"a,b,"), ("tsv", b"?a\t"), ("srx", b"<?xml"), ("xml", b"<?xml"), ("srj", b"{")):
        file = tmp_path / f"a.{suffix}"
        citygraph("query", SELECT, "-o", str(file))
        assert file.read_bytes().startswith(begins)
    assert json.loads((tmp_path / "a.srj").read_text("utf-8"))["head"]["vars"] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("form", ["csv", "tsv", "xml", "json"])
def test_a_form_of_the_wrong_sort_is_wrong_usage(form: str) -> None:
    told = refusal(citygraph("query", "DESCRIBE ty:taigang", "--format", form), 2)
    assert f"cannot be written as {form}. Use --format text, turtle, ntriples or json-ld." in told
    told = refusal(citygraph("query", "ASK {}", "--format", "ntriples"), 2)
    assert "cannot be written as ntriples. Use --format text, json, csv, tsv, xml, xlsx or md." in told


def test_no_control_character_leaves_unescaped_where_a_format_can_escape(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'ex:a skos:note "a\\u001B[31mb\\u009B\\u202E" .')
    for form in ("tsv", "json"):
        assert not controls(printed("--from", file, "query", "SELECT ?o { ?s skos:note ?o }", "--format", form)[0])
    for form in ("turtle", "ntriples", "json-ld"):
        told = printed("--from", file, "query", "CONSTRUCT WHERE { ?s skos:note ?o }", "--format", form)[0]
        assert not controls(told)
    told = refusal(citygraph("--from", file, "query", "SELECT ?o { ?s skos:note ?o }", "--format", "xml"))
    assert "XML cannot contain the character U+001B" in told


def test_a_question_of_the_catalogue_is_a_table_too() -> None:
    assert printed("ask", "1", "--format", "csv")[0].startswith("positioning,positioningLabel,kind\r\n")
    assert printed("ask", "--format", "csv")[0].startswith("\ufeff編號,問題,例值\r\n1,")
