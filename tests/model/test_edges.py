"""Claims of several sources on one edge."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.paths import DATA


def test_two_sources_that_say_the_same_are_one_neighbor_with_both_passages(tmp_path: Path) -> None:
    extra = tmp_path / "more.ttl"
    extra.write_text(
        """
        @prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix oa: <http://www.w3.org/ns/oa#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix ty: <https://w3id.org/citygraph/id/taiyuan/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:again> a cg:Claim ; rdf:subject ty:taiyuan ; rdf:predicate cg:supports ; rdf:object ty:taigang ;
            cg:status cg:planned ; cg:basis cg:stated ; cg:evidence <urn:there> .
        <urn:there> a cg:Passage ; oa:hasSource <urn:paper> ; cg:phrase "支持太鋼"@zh-Hant .
        <urn:paper> a cg:Source ; skos:prefLabel "另報"@zh-Hant .
        """,
        "utf-8",
    )
    (tie,) = [tie for tie in cg.neighbors(cg.open(DATA, extra), "太鋼") if tie.relation.iri.endswith("#supports")]
    assert {passage.source_label for passage in tie.evidence} == {"本文", "另報"}
    assert tie.basis == "stated"


def test_what_only_one_of_two_sources_says_of_a_tie_is_not_said_of_both(city: cg.CityGraph) -> None:
    (tie,) = [tie for tie in cg.neighbors(city, "太鋼") if tie.relation.iri.endswith("#chainLeaderOf")]
    assert {passage.quality for passage in tie.evidence} == {"B", "M"}
    assert [(q.name, q.text) for q in tie.qualifiers] == [("level", "省級")]
    periods = [c.qualifier("period") for c in cg.claims(city, "太鋼") if c.relation.iri.endswith("#chainLeaderOf")]
    assert sorted(map(str, periods)) == ["2022", "None", "None"]
