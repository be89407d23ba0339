"""What the graph records of the proof of its claims is what is computed; what is cited only is listed."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from cityGraph.render.validation import report_text

CITY = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/city/> .
:works a cg:Firm ; skos:prefLabel "明光公司"@zh-Hant .
:park a cg:Zone ; skos:prefLabel "雲河園區"@zh-Hant .
:paper a cg:Source ; skos:prefLabel "雲河日報"@zh-Hant .
:works cg:sitedIn :park .
:claim a cg:Claim ; rdf:subject :works ; rdf:predicate cg:sitedIn ; rdf:object :park ;
    cg:status cg:realised ; cg:basis cg:stated ; PROOF cg:evidence :passage .
:passage a cg:Passage ; oa:hasSource :paper ; cg:phrase "QUOTE"@zh-Hant .
"""
SAID, NAMED = "明光公司落戶雲河園區", "明光公司、雲河園區"


def opened(folder: Path, proof: str, quote: str) -> cg.CityGraph:
    file = folder / "city.ttl"
    file.write_text(CITY.replace("PROOF", f"cg:proof cg:{proof} ;" if proof else "").replace("QUOTE", quote), "utf-8")
    return cg.open(file)


def wrong(city: cg.CityGraph) -> list[str]:
    return [finding.message for finding in cg.validate(city).findings if finding.rule == "proof"]


def test_a_degree_that_is_right_or_missing_is_no_finding(tmp_path: Path) -> None:
    assert wrong(opened(tmp_path, "quotes", SAID)) == []
    assert wrong(opened(tmp_path, "citation", NAMED)) == []
    assert wrong(opened(tmp_path, "", SAID)) == []


def test_a_degree_that_is_typed_by_hand_is_refused(tmp_path: Path) -> None:
    assert wrong(opened(tmp_path, "quotes", NAMED)) == ["cg:proof is quotes, but its quotes lack: relation"]
    assert wrong(opened(tmp_path, "citation", SAID)) == ["cg:proof is citation, but its quotes prove it"]


def test_what_is_cited_only_is_counted_and_listed_when_asked_for(tmp_path: Path) -> None:
    report = cg.validate(opened(tmp_path, "", NAMED))
    assert report.degrees == {"text": 0, "quotes": 0, "citation": 1, "none": 0}
    assert [finding.message for finding in report.cited] == ["its quotes lack: relation"]
    assert "its quotes lack: relation" not in report_text(report, "en", 80)
    assert "its quotes lack: relation" in report_text(report, "en", 80, full=True)
    assert "1 cited only" in report_text(report, "en", 80)
    assert report.as_json()["cited"][0]["rule"] == "cited"


def test_the_claims_of_the_city_are_counted_by_their_degree(city: cg.CityGraph) -> None:
    degrees = cg.validate(city).degrees
    assert degrees is not None
    assert degrees == dict(cg.about(city).proof)
    assert degrees["quotes"] > 2 * degrees["citation"]
