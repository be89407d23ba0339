"""Notes on queries that run, but ask for what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

import cityGraph as cg
from support.samples import turtle
from support.strange import shipped_city

# ruff: noqa: E501 (a row of the table is a line)
FOUND = [
    ("SELECT ?f { ?f a cg:Frim }", ["cg:Frim is not in the ontology. Nearest: cg:Firm."]),
    ("ASK { ?f a <https://w3id.org/citygraph/ontology#firm> }", ["<https://w3id.org/citygraph/ontology#firm> is not in the ontology. Nearest: cg:Firm."]),
    ("SELECT ?n { ty:taigagn skos:prefLabel ?n }", ["ty:taigagn is not in this graph. Nearest: ty:taigang."]),
    ("SELECT ?n { ty:zzzzzzzzzzz skos:prefLabel ?n }", ["ty:zzzzzzzzzzz is not in this graph."]),
    ("SELECT ?n { ?f a cg:Firm ; rdfs:label ?n }", ["rdfs:label names nothing in this graph. Its names are skos:prefLabel."]),
    # Rows were found, and nothing is similar: it was one of several names.
    ("SELECT ?n { ?f a cg:Firm ; foaf:name|skos:prefLabel ?n }", []),
    ("SELECT ?f { ?f a cg:Firm }", []),
    ("CONSTRUCT { ?f a cg:New } WHERE { ?f a cg:Firm }", []),
    ("SELECT ?l { ?f skos:prefLabel ?l FILTER(langMatches(lang(?l), 'zh')) }", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "notes"), FOUND, ids=[text for text, _ in FOUND])
def test_a_term_that_does_not_exist_is_named(engine: str, text: str, notes: list[str]) -> None:
    assert list(cg.query(shipped_city(engine), text).notes) == notes


@pytest.mark.parametrize("written", ['lang(?l) = "en"', "'en' = LANG(?l)"])
def test_a_comparison_of_tags_that_leaves_some_out_is_named(tmp_path: Path, engine: str, written: str) -> None:
    body = 'ex:a skos:prefLabel "Steel"@en , "Iron"@en-t-zh , "鋼"@zh-Hant .'
    city = cg.open(turtle(tmp_path, body), engine=engine)
    answer = cg.query(city, f"SELECT ?l {{ ex:a skos:prefLabel ?l FILTER({written}) }}")
    assert [row[0].value for row in answer if row[0]] == ["Steel"]
    assert answer.notes == ('lang(?l) = "en" leaves out en-t-zh. Use langMatches(lang(?l), "en").',)


def test_a_tag_that_only_one_engine_would_find_is_named(engine: str) -> None:
    text = 'SELECT ?l { ty:taigang skos:prefLabel ?l FILTER(lang(?l) = "zh-Hant") }'
    (note,) = cg.query(shipped_city(engine), text).notes
    assert "which engines write differently" in note


def test_a_relative_iri_without_a_base_finds_nothing_and_says_so(engine: str) -> None:
    answer = cg.query(shipped_city(engine), "SELECT * { <a> ?p ?o }")
    assert not answer.rows
    assert answer.notes[0].startswith("<a> is a relative IRI, and the query has no BASE: it names nothing here.")
    with_base = "BASE <https://w3id.org/citygraph/id/taiyuan/> ASK { <taigang> a cg:Firm }"
    assert cg.query(shipped_city(engine), with_base) == cg.Answer(verdict=True)


def test_a_relative_iri_is_the_same_on_both_engines() -> None:
    text = "CONSTRUCT { <a> <b/../c> <?d#e> } WHERE {}"
    for engine in ("oxigraph", "rdflib"):
        found = rdflib.Graph().parse(data=str(cg.query(shipped_city(engine), text).turtle))
        assert [tuple(map(str, triple)) for triple in found] == [
            ("https://base.invalid/a", "https://base.invalid/c", "https://base.invalid/?d#e")
        ]


def test_a_full_width_sign_in_a_name_is_named(engine: str) -> None:
    answer = cg.query(shipped_city(engine), "SELECT ?f， ?g { ?f a cg:Firm }")
    assert answer.notes == ("line 1, column 10: the full-width sign ， became part of a name. Type , instead.",)


def test_an_endpoint_is_not_searched_for_notes(server: str) -> None:
    assert cg.query(cg.open(server), "SELECT ?f { ?f a cg:Frim }").notes == ()


def test_notes_change_no_answer(city: cg.CityGraph) -> None:
    before = city.notes
    text = "SELECT ?n { ?f a cg:Firm ; rdfs:label ?n }"
    assert cg.query(city, text).replace(notes=()) == cg.Answer(("n",))
    assert city.notes == before
