"""A claim without positions is proved by the text of its source, or refused with what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.proof.claim_proof import ClaimProof
from cityGraph.proof.folded import folded
from cityGraph.proof.tables import table
from cityGraph.proof.text import text_of
from cityGraph.proof.wording import wording

if TYPE_CHECKING:
    from pathlib import Path

    from cityGraph.proof.statement import Verdict

GRAPH = """
@prefix : <urn:x:> . @prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
:news a cg:Source ; dcterms:date "2031-05-06"^^xsd:date .
:elmford a cg:City ; skos:prefLabel "Elmford"@en . :oakham a cg:City ; skos:prefLabel "Oakham"@en .
:lumo a cg:Firm ; skos:prefLabel "Lumo"@en . :zest a cg:Firm ; skos:prefLabel "Zest"@en .
:jobs a cg:Indicator ; skos:prefLabel "visitors"@en . :goal a cg:Target ; skos:prefLabel "goal"@en .
"""
CLAIM = """
:claim{n} a cg:Claim ; rdf:subject :{s} ; rdf:predicate cg:{p} ; rdf:object {o} ; cg:status cg:{status} ;
  cg:basis cg:{basis} ; cg:evidence [ a cg:Passage ; oa:hasSource :news ; cg:phrase "{quote}" ] {more} .
"""


def claims(*said: tuple[str, str, str, str], **how: str) -> str:
    """Claims as (subject, relation, object, quote)."""
    usual = {"status": "realised", "basis": "stated", "more": ""} | how
    return GRAPH + "".join(CLAIM.format(n=n, s=s, p=p, o=o, quote=q, **usual) for n, (s, p, o, q) in enumerate(said))


def verdict(path: Path, graph: str, text: str) -> Verdict:
    """The verdict on the first claim."""
    (path / "graph.ttl").write_text(graph, "utf-8")
    city = cg.open(path / "graph.ttl")
    found = read(city, None)
    first = next(claim for claim in found if claim.iri.endswith("claim0"))
    return ClaimProof(city, wording(city), found, {"urn:x:news": text_of(text)}).check(first)


def test_a_claim_gets_the_positions_of_its_words(tmp_path: Path) -> None:
    found = verdict(tmp_path, claims(("elmford", "aids", ":lumo", "supports Lumo")), "Elmford supports Lumo.")
    assert (found.proved, found.positions) == (True, "subject 1:0-7; relation 1:8-16; object 1:17-21")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Oakham supports Lumo.", "subject"),
        ("Elmford will support Lumo.", "status"),
        ("Elmford no longer supports Lumo.", "status"),
        ("Elmford reportedly supports Lumo.", "status"),
        ("Elmford owns Lumo.", "relation"),
        ("Lumo supports Elmford.", "subject"),
        ("Elmford is rich. It supports Lumo.", "basis"),
    ],
)
def test_what_the_text_does_not_say_is_refused_with_the_part_that_is_missing(
    tmp_path: Path, text: str, column: str
) -> None:
    found = verdict(tmp_path, claims(("elmford", "aids", ":lumo", "Lumo")), text)
    assert (found.proved, found.column) == (False, column)
    assert found.reason


@pytest.mark.parametrize("relation", ["supports", "pushes"])
def test_words_of_a_general_relation_do_not_say_the_special_one(tmp_path: Path, relation: str) -> None:
    found = verdict(tmp_path, claims(("elmford", relation, ":lumo", "supports Lumo")), "Elmford supports Lumo.")
    assert (found.proved, found.column) == (False, "relation")


NUMBER = '"{}"^^xsd:decimal'


@pytest.mark.parametrize(
    ("number", "more", "proved"),
    [
        ("620", '; cg:unit cg:person ; cg:quantity "people"@en', True),
        ("621", '; cg:unit cg:person ; cg:quantity "people"@en', False),
        ("620", '; cg:unit cg:metre ; cg:quantity "people"@en', False),
        ("620", '; cg:unit cg:person ; cg:comparator cg:moreThan ; cg:quantity "people"@en', False),
        ("620", '; cg:unit cg:person ; cg:quantity "ships"@en', False),
        ("620", "; cg:unit cg:person", False),  # it does not say what it counts
    ],
)
def test_a_number_has_its_unit_its_comparator_and_what_it_counts(
    tmp_path: Path, number: str, more: str, proved: bool
) -> None:
    graph = claims(("lumo", "hasOutput", NUMBER.format(number), "620 people"), more=more)
    assert verdict(tmp_path, graph, "Lumo employs 620 people.").proved == proved


GOAL = [
    ("goal", "value", NUMBER.format("9000"), "9,000 visitors"),
    ("elmford", "setsTarget", ":goal", "9,000 visitors"),
    ("goal", "measuredBy", ":jobs", "9,000 visitors"),
    ("goal", "due", '"2036"^^xsd:gYear', "9,000 visitors"),
]


@pytest.mark.parametrize("first", range(4))
@pytest.mark.parametrize(
    ("text", "proved"),
    [
        ("Elmford aims for 9,000 visitors by 2036.", True),
        ("Elmford aims for 9,100 visitors by 2036.", False),
        ("Elmford aims for 9,000 visitors by 2037.", False),
        ("Oakham aims for 9,000 visitors by 2036.", False),
        ("Elmford aims for 9,000 trees by 2036.", False),
        ("Elmford had 9,000 visitors in 2036.", False),
    ],
)
def test_a_target_is_proved_by_its_claims_together(tmp_path: Path, first: int, text: str, proved: bool) -> None:
    graph = claims(*GOAL[first:], *GOAL[:first], status="targeted", more="; cg:unit cg:person")
    assert verdict(tmp_path, graph, text).proved == proved


def test_what_is_only_planned_is_no_target(tmp_path: Path) -> None:
    said = ("elmford", "builds", ":lumo", "build Lumo")
    assert verdict(tmp_path, claims(said, status="planned"), "Elmford will build Lumo.").proved
    found = verdict(tmp_path, claims(said, status="targeted"), "Elmford will build Lumo.")
    assert (found.proved, found.column) == (False, "status")


@pytest.mark.parametrize("row", table("variants", "zh"), ids=lambda row: str(row["word"]))
def test_a_word_of_two_spellings_is_read_in_one(row: dict[str, str]) -> None:
    assert len(row["word"]) == len(row["means"])
    assert row["means"] in folded(row["example"])
    assert folded(row["counter"]) == row["counter"]


def test_a_number_of_things_is_read_with_the_unit_of_its_own_language(tmp_path: Path) -> None:
    more = '; cg:quantity "chosen companies"@en ; cg:unit cg:company'
    graph = claims(("elmford", "hasOutput", '"9"^^xsd:decimal', "has chosen nine"), more=more)
    assert verdict(tmp_path, graph, "Elmford has chosen nine companies.").proved
    assert not verdict(tmp_path, graph, "Elmford has chosen nine villages.").proved


def test_a_range_is_a_number_though_it_is_no_decimal(tmp_path: Path) -> None:
    more = '; cg:quantity "employees"@en ; cg:unit cg:person'
    graph = claims(("lumo", "hasOutput", '"30-50"', "30-50 employees"), more=more)
    assert verdict(tmp_path, graph, "Lumo has 30-50 employees.").positions == "subject 1:0-4; object 1:9-24"
    assert not verdict(tmp_path, graph.replace('"30-50"', '"30-60"'), "Lumo has 30-50 employees.").proved
    assert not verdict(tmp_path, graph, "Zest has 30-50 employees.").proved
