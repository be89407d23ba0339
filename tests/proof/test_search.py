"""Positions are searched for claims that were written from phrases alone, once their page is given."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg

GRAPH = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

ex:page a cg:Source ; skos:prefLabel "港報 2031"@zh-Hant , "港报 2031"@zh-Hans , "Harbour Daily 2031"@en ;
    dcterms:publisher "港報"@zh-Hant ; dcterms:date "2031-05-09"^^xsd:date ; cg:quality "B" .
ex:cable a cg:Firm ; skos:prefLabel "瀚棹海纜"@zh-Hant , "瀚棹海缆"@zh-Hans , "Hanzhao Cable"@en .
ex:rope a cg:Firm ; skos:prefLabel "岑汀纜繩"@zh-Hant , "岑汀缆绳"@zh-Hans , "Centing Rope"@en .
ex:chain a cg:Chain ; skos:prefLabel "深水裝備產業鏈"@zh-Hant , "深水装备产业链"@zh-Hans , "deep-water chain"@en .
ex:port a cg:Zone ; skos:prefLabel "雲泊港區"@zh-Hant , "云泊港区"@zh-Hans , "Yunbo Port"@en .

ex:cable cg:chainLeaderOf ex:chain .
ex:led a cg:Claim ; rdf:subject ex:cable ; rdf:predicate cg:chainLeaderOf ; rdf:object ex:chain ;
    cg:status cg:realised ; cg:basis cg:stated ; cg:evidence ex:led-passage .
ex:led-passage a cg:Passage ; oa:hasSource ex:page ; cg:phrase "瀚棹海缆作为深水装备产业链鏈主" .
ex:port cg:zoneArea "62.7"^^xsd:decimal .
ex:size a cg:Claim ; rdf:subject ex:port ; rdf:predicate cg:zoneArea ; rdf:object "62.7"^^xsd:decimal ;
    cg:status cg:realised ; cg:basis cg:stated ; cg:unit cg:squareKilometre ; cg:evidence ex:size-passage .
ex:size-passage a cg:Passage ; oa:hasSource ex:page ; cg:phrase "云泊港区规划面积62.7平方公里" .
ex:cable cg:cooperatesWith ex:port .
ex:tied a cg:Claim ; rdf:subject ex:cable ; rdf:predicate cg:cooperatesWith ; rdf:object ex:port ;
    cg:status cg:realised ; cg:basis cg:stated ; cg:evidence ex:tied-passage .
ex:tied-passage a cg:Passage ; oa:hasSource ex:page ; cg:phrase "瀚棹海缆靠着云泊港区" .
ex:rope cg:sitedIn ex:port .
ex:sited a cg:Claim ; rdf:subject ex:rope ; rdf:predicate cg:sitedIn ; rdf:object ex:port ;
    cg:status cg:realised ; cg:basis cg:stated ; cg:evidence ex:sited-passage .
ex:sited-passage a cg:Passage ; oa:hasSource ex:page ; cg:phrase "岑汀缆绳位于云泊港区" .
"""
PAGE = """港口新闻

瀚棹海缆作为深水装备产业链鏈主。岑汀缆绳位于云泊港区。

云泊港区规划面积62.7平方公里。瀚棹海缆靠着云泊港区。
"""


@pytest.fixture
def graph(tmp_path: Path) -> cg.CityGraph:
    file = tmp_path / "harbour.ttl"
    file.write_text(GRAPH, "utf-8")
    return cg.open(file)


def test_without_the_page_the_phrases_are_all_there_is(graph: cg.CityGraph) -> None:
    report = cg.validate(graph)
    assert report.findings == ()
    assert (report.claims, report.proved, report.found, report.unread) == (4, 0, 0, 4)


@pytest.mark.parametrize("name", ["page", "港報 2031", "https://example.org/page", "Harbour Daily 2031"])
def test_with_the_page_its_words_prove_what_they_can(graph: cg.CityGraph, name: str) -> None:
    report = cg.validate(graph, text=[(name, PAGE)])
    assert report.errors == ()
    # 靠着 is no cue: that phrase stands there, and its words prove nothing.
    (unproved,) = report.warnings
    assert (unproved.rule, unproved.about) == ("unproved", "https://example.org/tied")
    assert GRAPH.splitlines()[(unproved.line or 0) - 1].startswith("ex:tied a cg:Claim")
    assert (report.proved, report.found, report.unread) == (3, 1, 0)


def test_a_phrase_that_the_page_does_not_have_is_told(graph: cg.CityGraph) -> None:
    report = cg.validate(graph, text=[("page", PAGE.replace("62.7", "29.99"))])
    assert [(f.rule, f.message) for f in report.errors] == [
        ("phrase", "the given text does not contain «云泊港区规划面积62.7平方公里»")
    ]


@pytest.mark.parametrize(("written", "printed"), [("岑汀缆绳位于云泊港区", "岑汀缆绳离开云泊港区"), ("位于", "绕过")])
def test_words_that_say_something_else_prove_nothing(tmp_path: Path, written: str, printed: str) -> None:
    file = tmp_path / "harbour.ttl"
    file.write_text(GRAPH.replace(written, printed), "utf-8")
    report = cg.validate(cg.open(file), text=[("page", PAGE.replace(written, printed))])
    assert (report.proved, report.found) == (2, 2)


def test_the_script_of_the_page_does_not_matter(tmp_path: Path) -> None:
    traditional = str.maketrans("缆为深装备产业链云区规划积", "纜為深裝備產業鏈雲區規劃積")
    file = tmp_path / "harbour.ttl"
    file.write_text(GRAPH.translate(traditional), "utf-8")
    report = cg.validate(cg.open(file), text=[("page", PAGE.translate(traditional))])
    assert report.errors == ()
    assert report.proved == 3


def test_a_page_of_no_source_is_refused(graph: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound, match="港報 2031"):
        cg.validate(graph, text=[("港報 2013", PAGE)])
