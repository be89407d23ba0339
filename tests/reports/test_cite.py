"""The verb cite: the sources of a thing or a claim."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import claim, port_graph

SUPPORTS = "claim:taiyuan-supports-taigang"


def test_a_thing_is_cited_by_every_source_that_speaks_of_it(city: cg.CityGraph) -> None:
    found = cg.cite(city, "太鋼")
    assert sum(len(citation.claims) for citation in found) == len(cg.claims(city, "太鋼"))
    sources = {passage.source for claim in cg.claims(city, "太鋼") for passage in claim.evidence}
    assert {citation.source.iri for citation in found} == sources
    assert found.held_back == len(cg.claims(city, "太鋼", inferred=True)) - len(cg.claims(city, "太鋼"))


@pytest.mark.parametrize("name", [SUPPORTS, "https://w3id.org/citygraph/id/taiyuan/claim/taiyuan-supports-taigang"])
def test_a_claim_is_cited_by_its_own_source(city: cg.CityGraph, name: str) -> None:
    found = cg.cite(city, name)
    assert (found.entity, len(found)) == (None, 1)
    assert found.claim == found[0].claims[0]
    assert found[0].passages[0].phrase == "重點支持太鋼"


def test_an_inference_has_a_reason_and_no_source(city: cg.CityGraph) -> None:
    inferred = next(claim for claim in cg.claims(city, "太鋼", inferred=True) if claim.basis == "inferred")
    found = cg.cite(city, inferred.iri)
    assert (len(found), found.reasons[0].because) == (0, inferred.because)
    assert cg.cite(city, "太鋼").reasons == ()
    assert inferred in cg.cite(city, "太鋼", inferred=True).reasons


def test_a_source_cites_itself(city: cg.CityGraph) -> None:
    (citation,) = cg.cite(city, "ty:article")
    assert (citation.claims, citation.source.title) == ((), "太原:強化省會擔當 加快建設國家區域中心城市")


def test_a_left_out_subject_is_shown_where_it_stands(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    resolved = [claim for claim in cg.claims(fixture_city, "雲泊") if claim.basis == "resolved" and claim.positions]
    (citation,) = cg.cite(fixture_city, resolved[0].iri, text=fixture_text)
    assert len(citation.sentences[0][1]) == 2


def test_every_claim_of_a_text_has_its_sentences(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    (citation,) = cg.cite(fixture_city, "雲泊", text=fixture_text)
    assert {iri for iri, several in citation.sentences if several} == {claim.iri for claim in citation.claims}
    for _, several in citation.sentences:
        for sentence in several:
            assert sentence.marked().count("〔") >= len(sentence.marks)


@pytest.mark.parametrize("day", ["yesterday", "2025-13-01", "24.11.2025"])
def test_what_is_no_day_is_refused(city: cg.CityGraph, day: str) -> None:
    with pytest.raises(cg.CityGraphError, match="is not a date"):
        cg.cite(city, "太鋼", accessed=day)


@pytest.mark.parametrize("name", ["沒有這個", "claim:no-such-claim", "urn:x:<>", "claim:", ""])
def test_what_is_no_name_and_no_claim_is_refused(city: cg.CityGraph, name: str) -> None:
    with pytest.raises(cg.NameNotFound):
        cg.cite(city, name)


def test_a_text_of_no_source_is_refused(fixture_city: cg.CityGraph) -> None:
    with pytest.raises(cg.BadText):
        cg.cite(fixture_city, "雲泊", text="別的文章\n\n正文")


def test_a_claim_of_two_sources_is_cited_by_each_with_its_own_passage(tmp_path: Path) -> None:
    body = claim("sets", "ex:port cg:setsTarget ex:goal")
    body += 'ex:sets cg:evidence ex:q . ex:q a cg:Passage ; oa:hasSource ex:other ; cg:phrase "再言" .'
    found = cg.cite(port_graph(tmp_path, body), "https://example.org/sets")
    quotes = {citation.source.label: [passage.phrase for passage in citation.passages] for citation in found}
    assert quotes == {"港報 2031": ["sets 之言"], "灣報": ["再言"]}


@pytest.mark.parametrize("word", ["today", "今天"])
def test_the_pages_may_have_been_read_today(city: cg.CityGraph, word: str) -> None:
    before = date.today().isoformat()
    assert before <= str(cg.cite(city, "太鋼", accessed=word).accessed) <= date.today().isoformat()
