"""The rules of hygiene: a file of ``fixtures/hygiene`` is the smallest graph that breaks the rule of its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.validation.hygiene import hygiene_findings, rules
from support.ontology import ONTOLOGY
from support.paths import ROOT
from support.rows import for_each

FIXTURES = sorted(ROOT.glob("tests/fixtures/hygiene/*"))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda file: file.stem)
def test_a_graph_breaks_the_one_rule_of_its_name(fixture: Path) -> None:
    assert [rule for rule, _, _ in hygiene_findings(cg.open(fixture))] == [fixture.stem]


def test_both_engines_find_the_same_in_all_of_them_together(tmp_path: Path) -> None:
    for fixture in FIXTURES:
        apart = fixture.read_text("utf-8").replace("https://example.org/", f"https://example.org/{fixture.stem}/")
        (tmp_path / fixture.name).write_text(apart, "utf-8")
    one, other = ({*hygiene_findings(cg.open(tmp_path, engine=engine))} for engine in ("oxigraph", "rdflib"))
    assert one == other
    assert {rule for rule, _, _ in one} == set(rules())


@for_each("rule", sorted(rules()))
def test_a_rule_says_first_what_holds(rule: str) -> None:
    first, second = (ONTOLOGY / "hygiene" / f"{rule}.rq").read_text("utf-8").splitlines()[:2]
    assert re.fullmatch(r"# [A-Z][^.]+\.", first)
    assert second.startswith("SELECT ")
    assert rules()[rule][0] == first.removeprefix("# ")


def test_every_hygiene_fixture_has_its_rule() -> None:
    assert {file.stem for file in FIXTURES} == set(rules())


def test_a_number_that_a_claim_gives_as_its_value_needs_no_language(tmp_path: Path) -> None:
    graph = """
    @prefix cg: <https://w3id.org/citygraph/ontology#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix void: <http://rdfs.org/ns/void#> .
    <urn:whole> a void:Dataset ; dcterms:language "en" .
    <urn:claim> rdf:predicate cg:hasOutput ; rdf:object VALUE .
    """
    found = []
    for at, value in enumerate(
        ("12", "12.5", '"2021"^^<http://www.w3.org/2001/XMLSchema#gYear>', '"twelve"@en', '"12"')
    ):
        (tmp_path / f"{at}.ttl").write_text(graph.replace("VALUE", value), "utf-8")
        rules_broken = [rule for rule, _, _ in hygiene_findings(cg.open(tmp_path / f"{at}.ttl"))]
        found.append("words-without-language" in rules_broken)
    assert found == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("period", "is_wrong"),
    [
        ('"2031"^^xsd:gYear', False),
        ('"2031-05"^^xsd:gYearMonth', False),
        ('"last spring"@en', False),
        ('"去年"', False),
        ('"2031-05"', True),
        ('"2031"@en', True),
        ("2031", True),
        ('"last spring"^^xsd:gYear', False),
        ("<urn:spring>", True),
    ],
)
def test_a_period_is_a_date_or_in_words(tmp_path: Path, period: str, is_wrong: bool) -> None:
    file = tmp_path / "period.ttl"
    file.write_text(
        "@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        f"<urn:claim> cg:period {period} .",
        "utf-8",
    )
    assert ("value-of-wrong-type" in [rule for rule, _, _ in hygiene_findings(cg.open(file))]) is is_wrong
