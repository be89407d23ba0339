"""The view `chains`: rows in the order of their list, segments in theirs, and only what a source says."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.diagrams.chains import Chain, chains
from support.samples import turtle

THINGS = """
ex:hulls a cg:Chain ; skos:prefLabel "船體產業鏈"@zh-Hant .
ex:sonar a cg:Chain ; skos:prefLabel "聲納產業鏈"@zh-Hant .
ex:nets a cg:Chain ; skos:prefLabel "漁網產業鏈"@zh-Hant .
ex:list a cg:NamedSet ; skos:prefLabel "兩條產業鏈"@zh-Hant .
ex:plate a cg:Segment ; skos:prefLabel "鋼板(船體)"@zh-Hant .
ex:weld a cg:Segment ; skos:prefLabel "焊接(船體)"@zh-Hant .
ex:paint a cg:Segment ; skos:prefLabel "塗裝(內)"@zh-Hant .
ex:coat a cg:Segment ; skos:prefLabel "塗裝(外)"@zh-Hant .
ex:spare a cg:Segment ; skos:prefLabel "配件(船體)"@zh-Hant .
ex:foundry a cg:Firm ; skos:prefLabel "澤嶼鑄機"@zh-Hant .
ex:lamp a cg:Firm ; skos:prefLabel "汀蘭光電"@zh-Hant .
ex:yard a cg:Firm ; skos:prefLabel "鷺洲船塢"@zh-Hant .
"""
CLAIM = """ex:c{at} a cg:Claim ; rdf:subject ex:{one} ; rdf:predicate cg:{relation} ; rdf:object ex:{other} ;
    cg:status cg:realised ; cg:basis cg:stated {more} .
"""
SAID = [
    ("hulls", "memberOf", "list", "; cg:order 2 ; cg:level cg:municipal"),
    ("sonar", "memberOf", "list", "; cg:order 1"),
    ("hulls", "hasSegment", "coat", "; cg:order 4"),
    ("hulls", "hasSegment", "weld", "; cg:order 2"),
    ("hulls", "hasSegment", "plate", "; cg:order 1"),
    ("hulls", "hasSegment", "paint", "; cg:order 3"),
    ("hulls", "hasSegment", "spare", ""),
    ("plate", "feeds", "weld", ""),
    ("weld", "feeds", "coat", ""),
    ("weld", "feeds", "paint", ""),
    ("plate", "feeds", "coat", ""),
    ("yard", "chainCoreOf", "hulls", ""),
    ("foundry", "chainLeaderOf", "hulls", ""),
    ("lamp", "worksIn", "hulls", ""),
    ("lamp", "worksIn", "weld", ""),
    ("lamp", "worksIn", "nets", ""),
]
CLAIMS = "".join(CLAIM.format(at=at, one=a, relation=b, other=c, more=d) for at, (a, b, c, d) in enumerate(SAID))


def rows_of(city: cg.CityGraph, *asked: str) -> list[Chain]:
    return chains(city, asked, list(cg.claims(city)))[1]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    return cg.open(turtle(tmp_path_factory.mktemp("chains"), THINGS + CLAIMS))


def test_chains_stand_in_the_order_of_their_list_and_without_the_word_for_their_kind(graph: cg.CityGraph) -> None:
    assert [row.head.words for row in rows_of(graph)] == ["聲納", "船體", "漁網"]
    assert [row.head.words for row in rows_of(graph, "鷺洲船塢")] == ["船體"]
    assert [row.bare for row in rows_of(graph)] == [True, False, False]


def test_leaders_come_first_and_only_another_role_than_that_of_the_column_is_named(graph: cg.CityGraph) -> None:
    _, hulls, nets = rows_of(graph)
    first, second = [row.words for row in hulls.leaders]
    assert first == "澤嶼鑄機"
    assert second.endswith(" 鷺洲船塢")
    assert [row.words for row in hulls.firms] == ["汀蘭光電"]
    assert (nets.leaders, nets.level, nets.listed) == ((), None, None)
    assert hulls.level is not None
    assert hulls.level.words == "市級"


def test_segments_stand_by_what_feeds_what_then_by_place_and_the_rest_last(graph: cg.CityGraph) -> None:
    segments = rows_of(graph)[1].segments
    found = [(segment.head.words, segment.step, segment.placed) for segment in segments]
    # What tells two segments of one chain apart stays.
    assert found == [
        ("鋼板", 0, True), ("焊接", 1, True), ("塗裝(內)", 2, True), ("塗裝(外)", 2, True), ("配件", None, False)
    ]  # fmt: skip
    assert [row.words for row in segments[1].firms] == ["汀蘭光電"]
    assert {end.rsplit("/")[-1] for end in segments[0].feeds} == {"weld", "coat"}


def test_segments_in_a_ring_come_to_an_end(tmp_path: Path) -> None:
    ring = CLAIM.format(at="ring", one="coat", relation="feeds", other="plate", more="")
    self = CLAIM.format(at="self", one="weld", relation="feeds", other="weld", more="")
    segments = rows_of(cg.open(turtle(tmp_path, THINGS + CLAIMS + ring + self)))[1].segments
    assert len(segments) == 5


def test_no_arrow_leaves_the_chain_but_to_a_segment_that_nothing_feeds(graph: cg.CityGraph) -> None:
    scene, _ = chains(graph, (), list(cg.claims(graph)))
    starts = {edge.end.rsplit("/")[-1] for edge in scene.edges if edge.relation and " " not in edge.start}
    assert starts == {"plate", "spare"}
    dot = cg.diagram(graph, view="chains").dot
    assert dot.count('tailport="head:e"') == dot.count('headport="head:w"') == len(scene.edges)


def test_the_city_has_its_chains_in_the_order_of_the_lists(city: cg.CityGraph) -> None:
    rows = rows_of(city)
    listed = [row.listed.words for row in rows if row.listed]
    assert listed == sorted(listed, key=listed.index)  # each list in one piece
    places = [row.place for row in rows if row.listed and row.listed.words == listed[0]]
    assert len(places) > 10
    assert places == sorted(places)
