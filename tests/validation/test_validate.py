"""The verb validate: shapes, hygiene and proof as one report, a line for each finding."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import FOREIGN, article
from support.samples import changed, turtle


def test_the_city_that_ships_keeps_its_rules(city: cg.CityGraph) -> None:
    report = cg.validate(city)
    assert report.findings == ()
    assert report.claims == report.unread + report.inferred


def test_the_fixture_city_is_proved_whole(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    report = cg.validate(fixture_city, text=fixture_text)
    assert report.findings == ()
    assert (report.proved, report.unread) == (report.claims - report.inferred, 0)


def test_the_city_that_ships_is_proved_by_the_article_where_that_is_at_hand(city: cg.CityGraph) -> None:
    real = article()
    if real is None:
        return  # the text is not ours to ship; the fixture city carries this test everywhere
    report = cg.validate(city, text=real.read_text("utf-8"))
    assert report.findings == ()
    assert report.proved == report.claims - report.inferred - report.unread


@pytest.mark.parametrize(
    ("pattern", "new", "rule"),
    [
        (r"\n<[^>]+> cg:spearheads <[^>]+> \.", "", "claim-without-plain-triple"),
        (r"cg:status cg:realised ; ", "", "shape:claim"),
        (r"cg:basis cg:stated ;", "cg:basis cg:stated , cg:resolved ;", "shape:claim"),
        (r'cg:anchor "[^"]*"', 'cg:anchor "somewhere"', "anchor"),
        (r'cg:textHash "[0-9a-f]', 'cg:textHash "z', "shape:source"),
        (r'cg:quality "A"', 'cg:quality "C"', "shape:source"),
        (r" ;\n\s+cg:unit cg:percent", "", "unit-out-of-step"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, fixture_text: str, pattern: str, new: str, rule: str) -> None:
    file, _ = changed(tmp_path, pattern, new)
    assert rule in {finding.rule for finding in cg.validate(cg.open(file), text=fixture_text).findings}


def test_a_graph_that_does_not_use_our_ontology_is_held_to_none_of_its_rules(engine: str) -> None:
    city = cg.open(FOREIGN / "organisations.ttl", engine=engine)
    report = cg.validate(city)
    assert (report.findings, report.ours, report.claiming) == ((), False, False)
    assert report.claims == cg.about(city).claims > 0


def test_without_claims_no_triple_lacks_one_and_a_misspelt_term_is_still_named(tmp_path: Path) -> None:
    names = 'skos:prefLabel "甲"@zh-Hant , "甲"@zh-Hans , "One"@en'
    city = cg.open(
        turtle(tmp_path, f"ex:a a cg:Firm ; {names} ; cg:supports ex:b ; cg:suports ex:b . ex:b a cg:Zone .")
    )
    report = cg.validate(city)
    assert {finding.rule for finding in report.findings} == {"undeclared-term"}
    assert (report.claiming, report.ours) == (False, True)
    assert report.claims == cg.about(city).claims


def test_a_name_that_is_not_translated_is_a_warning(tmp_path: Path) -> None:
    (warning, *others) = cg.validate(cg.open(turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "One"@en .'))).findings
    assert {each.severity for each in (warning, *others)} == {"warning"}
    assert {each.message for each in (warning, *others)} == {"a thing has a name in 繁體", "a thing has a name in 简体"}


def test_a_name_is_missing_only_in_the_languages_that_the_data_set_has(tmp_path: Path) -> None:
    names = 'ex:a a cg:Firm ; skos:prefLabel "One"@en . ex:b a cg:Firm ; skos:prefLabel "二"@zh-Hans .'
    data_set = '<urn:set> a <http://rdfs.org/ns/void#Dataset> ; <http://purl.org/dc/terms/language> "en" .'
    found = cg.validate(cg.open(turtle(tmp_path, f"{names} {data_set}"))).findings
    told = {(each.about, each.message) for each in found if each.rule == "shape:namedthing"}
    assert {message for _, message in told} == {"a thing has a name in English"}
    assert len(told) == 1


def test_a_finding_names_the_property_and_the_thing_by_its_name(tmp_path: Path) -> None:
    body = 'ex:Account a cg:Firm ; skos:prefLabel "Account"@en .'
    body += ' ex:words a cg:Passage ; cg:phrase "甲" ; cg:paragraph 1.5 .'
    lines = list(map(str, cg.validate(cg.open(turtle(tmp_path, body))).findings))
    assert any(": warning: Account: shape:namedthing: " in line and line.endswith("[Account]") for line in lines)
    assert any("; it has no oa:hasSource [words]" in line for line in lines)
    assert any("a paragraph is a number from 0; cg:paragraph is '1.5' [words]" in line for line in lines)


def test_a_text_of_another_source_is_refused(fixture_city: cg.CityGraph) -> None:
    with pytest.raises(cg.BadText, match="No source found for this text"):
        cg.validate(fixture_city, text="別的文章\n\n正文")
