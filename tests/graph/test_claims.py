"""The verb claims: what sources claim, in the order of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import claim, port_graph


def test_claims_come_in_the_order_of_the_source(city: cg.CityGraph) -> None:
    places = [(c.evidence[0].paragraph or 99, c.evidence[0].start or 0) for c in cg.claims(city)]
    assert places == sorted(places)
    assert len(places) > 90


def test_every_claim_that_is_not_inferred_points_to_a_short_phrase(city: cg.CityGraph) -> None:
    for each in cg.claims(city):
        assert each.evidence
        assert all(0 < len(passage.phrase) <= 24 for passage in each.evidence)


@pytest.mark.parametrize(
    ("event", "day"),
    [("西北二環主線通車", "2024-12-09"), ("太原地鐵1號線開通運營", "2025-02-22"), ("一號生產線點火投產", "2025-02-15")],
)
def test_dates_are_resolved_from_the_dateline(city: cg.CityGraph, event: str, day: str) -> None:
    (claim,) = [c for c in cg.claims(city, event) if c.relation.iri.endswith("#date")]
    assert isinstance(claim.object, cg.Value)
    assert (claim.object.value, claim.basis) == (day, "resolved")


def test_names_from_outside_the_article_carry_their_source(city: cg.CityGraph) -> None:
    named = [c for c in cg.claims(city, "太鋼") if isinstance(c.object, cg.Value)]
    told = {getattr(c.object, "value", None): c.evidence[0].source_title for c in named}
    names = """SELECT ?name ?title { ?c rdf:subject <https://w3id.org/citygraph/id/taiyuan/taigang> ;
        rdf:predicate skos:altLabel ; rdf:object ?name ;
        cg:evidence/oa:hasSource/skos:prefLabel ?title FILTER(LANGMATCHES(LANG(?title), "zh-Hant")) }"""
    assert told == {name.value: title.value for name, title in city.rows(names)}
    assert "TISCO" in told
    assert all(passage.paragraph is None and passage.start is None for c in named for passage in c.evidence)


def test_claims_of_a_paragraph_are_those_that_a_passage_of_it_says(city: cg.CityGraph) -> None:
    found = cg.claims(city, paragraph=16)
    text = "SELECT DISTINCT ?c { ?c a cg:Claim ; cg:evidence ?p . ?p oa:hasSource ty:article ; cg:paragraph 16 }"
    assert {claim.iri for claim in found} == {row[0].value for row in cg.query(city, text) if row[0]}
    assert len(found) > 5
    assert all(any(p.paragraph == 16 for p in claim.evidence) for claim in found)
    own = cg.claims(city, "晶科")
    assert own.claims != cg.claims(city, "晶科", paragraph=16).claims
    for paragraph in (13, 16):
        some = [claim for claim in own if any(passage.paragraph == paragraph for passage in claim.evidence)]
        assert list(cg.claims(city, "晶科", paragraph=paragraph)) == some


def test_a_kind_is_that_of_the_other_end_and_not_of_the_thing_asked_for(tmp_path: Path) -> None:
    city = port_graph(tmp_path, claim("one", "ex:port cg:supports ex:plant"))
    assert len(cg.claims(city, "錨鏈廠", kinds=["City"])) == 1
    assert len(cg.claims(city, "錨鏈廠", kinds=["Project"])) == 0
    assert len(cg.claims(city, kinds=["Project"])) == 1
