"""Paths keep their reasons: what is best was agreed by hand, and Yen's algorithm is held to networkx's."""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph import ties as ties_of
from cityGraph.routes import HUB
from support.graphs import walked
from support.paths import ROOT

PAIRS = [line.split("\t") for line in (ROOT / "tests/fixtures/paths/pairs.tsv").read_text("utf-8").splitlines()]


def hits(city: cg.CityGraph, *, plain: bool) -> int:
    found = [(cg.paths(city, one, other, top=1, plain=plain), best.split("|")) for one, other, best in PAIRS]
    return sum(walked(paths[0]) in best for paths, best in found)


def test_the_best_paths_are_those_agreed_by_hand(city: cg.CityGraph) -> None:
    # Written down before the weights were chosen: start, end, and the best path, or those that are as good.
    assert len(PAIRS) == 30
    assert hits(city, plain=False) >= 29
    assert hits(city, plain=True) <= 24


def test_a_path_keeps_relation_direction_status_and_evidence(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "太鋼", "陽曲工業園區", top=1)
    assert walked(path) == "太鋼 太原 山西轉型綜改示范區 陽曲工業園區"
    first, second, third = path.hops
    assert (first.relation.label, first.direction, first.status) == ("受重點支持", "in", "planned")
    assert (second.relation.label, second.direction, second.status) == ("有…跨其境", "in", "realised")
    assert (third.relation.label, third.direction) == ("含", "in")
    assert [hop.evidence[0].phrase for hop in (first, third)] == ["重點支持太鋼", "山西轉型綜改示范區陽曲工業園區"]
    assert [hop.near.label for hop in path.hops[1:]] == [hop.far.label for hop in path.hops[:-1]]


def test_parallel_ties_are_alternatives_within_one_hop(city: cg.CityGraph) -> None:
    hop = cg.paths(city, "太原", "山西轉型綜改示范區", top=1)[0].hops[0]
    assert {other.relation.label for other in hop.others} == {"支持"}
    assert hop.status == "realised"
    assert hop.others[0].status == "planned"
    led = cg.paths(city, "太鋼", "特鋼材料產業鏈", top=1)[0].hops[0]
    assert {each.evidence[0].source_title for each in (led, *led.others)} >= {
        "省工信廳發布會 2025-11-14",
        "出處未載 日期未載",
    }


def test_the_length_is_what_the_page_says(city: cg.CityGraph) -> None:
    from math import log

    path = cg.paths(city, "晶科", "中來", top=1)[0]
    between = path.things[1]
    ties = {n.iri for n in cg.neighbors(city, between.iri)}
    assert path.length == pytest.approx(2 + HUB * log(len(ties)))
    assert cg.paths(city, "晶科", "中來", top=1, plain=True)[0].length == 2


def test_an_inferred_hop_costs_more_and_is_not_gone_unasked(city: cg.CityGraph) -> None:
    assert all(hop.basis != "inferred" for path in cg.paths(city, "爍科", "晶科") for hop in path.hops)
    (path,) = cg.paths(city, "爍科", "第三代半導體產業鏈", top=1, inferred=True)
    assert walked(path) == "爍科 山西爍科晶體有限公司 第三代半導體產業鏈"
    hop = path.hops[0]
    assert (hop.basis, bool(hop.because), hop.evidence) == ("inferred", True, ())
    assert path.length > 3


def test_from_the_firm_to_the_positioning_every_hop_is_sourced_or_visibly_inferred(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "太鋼", "國家先進制造業重要承載地", via=["“1233”重點產業鏈"], top=1, inferred=True)
    assert "特鋼材料產業鏈" in walked(path)
    assert all(hop.evidence or (hop.basis == "inferred" and hop.because) for hop in path.hops)


def test_via_and_avoid(city: cg.CityGraph) -> None:
    through = cg.paths(city, "太鋼", "太重", via=["太原"])
    assert all("太原" in walked(path) for path in through)
    assert len(through) >= 1
    around = cg.paths(city, "太鋼", "太重", avoid=["太原", "山西省優秀等次鏈主企業"])
    assert walked(around[0]) in (
        "太鋼 特鋼材料產業鏈 高端裝備制造產業鏈 太重",
        "太鋼 特鋼材料產業鏈 風電裝備產業鏈 太重",
    )
    without = cg.paths(city, "太鋼", "太重", avoid_kinds=["城市", "Designation"], top=9)
    assert {thing.kind for path in without for thing in path.things} & {"City", "Designation"} == set()


@pytest.mark.parametrize(
    "name", ["memberOf", "屬於", "包含", "属于", "includes", "https://w3id.org/citygraph/ontology#memberOf"]
)
def test_a_relation_is_asked_for_by_any_of_its_names(city: cg.CityGraph, name: str) -> None:
    (path,) = cg.paths(city, "新能源", "文旅經濟", relations=[name])
    assert walked(path) == "新能源 6條優勢賽道 文旅經濟"


def test_a_path_warns_of_what_it_might_be_taken_for(city: cg.CityGraph) -> None:
    assert cg.paths(city, "中車太原", "太鍋", top=1)[0].warnings == ("support",)
    assert cg.paths(city, "忻州", "陽泉", top=1)[0].warnings == ("list",)
    assert cg.paths(city, "中國寶武", "不鏽鋼", top=1)[0].warnings == ()


def test_directed_paths_go_from_subject_to_object(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "山西爍科晶體有限公司", "山西轉型綜改示范區", directed=True, top=1)
    assert {hop.direction for hop in path.hops} == {"out"}
    assert len(cg.paths(city, "山西轉型綜改示范區", "山西爍科晶體有限公司", directed=True)) == 0


def test_no_path_is_longer_than_asked(city: cg.CityGraph) -> None:
    assert len(cg.paths(city, "太鋼", "陽曲工業園區", max_hops=2)) == 0
    assert {len(path) for path in cg.paths(city, "太鋼", "陽曲工業園區", max_hops=3, top=20)} == {3}


def test_where_there_is_no_path_it_is_said_how_far_each_end_reaches(city: cg.CityGraph) -> None:
    answer = cg.paths(city, "太鋼", "惠科集團")
    assert (len(answer), answer.end_reach) == (0, 1)
    assert answer.start_reach is not None
    assert answer.start_reach > 200


def test_a_path_that_the_filters_alone_prevent_is_not_said_to_be_none(city: cg.CityGraph) -> None:
    assert len(cg.paths(city, "太鋼", "智芯")) > 0
    too_far = cg.paths(city, "太鋼", "智芯", max_hops=1)
    assert (len(too_far), too_far.start_reach) == (0, None)
    against = cg.paths(city, "山西轉型綜改示范區", "山西爍科晶體有限公司", directed=True)
    assert (len(against), against.end_reach) == (0, 0)
    assert against.start_reach is not None
    shut = cg.paths(city, "晶科", "中來", avoid_kinds=["Chain", "Industry"], max_hops=3)
    assert len(shut) == 0


def test_a_thing_to_be_passed_is_passed_whatever_its_kind(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "太鋼", "陽曲工業園區", via=["太原"], avoid_kinds=["城市"], top=1)
    assert "太原" in [thing.label for thing in path.things]


def test_bad_input_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="one thing: 太鋼"):
        cg.paths(city, "太鋼", "TISCO")
    with pytest.raises(cg.CityGraphError, match=r"no tie of the graph is called 'suports'; nearest: supports"):
        cg.paths(city, "太鋼", "太重", relations=["suports"])
    with pytest.raises(cg.CityGraphError, match="nothing in the network is a '龍'"):
        cg.paths(city, "太鋼", "太重", avoid_kinds=["龍"])
    with pytest.raises(cg.NameNotFound):
        cg.paths(city, "太鋼", "太剛廠")
    with pytest.raises(cg.CityGraphError, match="an end of the path"):
        cg.paths(city, "太鋼", "太重", avoid=["太重"])
    with pytest.raises(cg.CityGraphError, match="at most three things"):
        cg.paths(city, "太鋼", "太重", via=["晶科", "中來", "爍科", "惠科"])
    with pytest.raises(cg.CityGraphError, match="two different things"):
        cg.common(city, "太鋼", "TISCO")


def test_what_things_have_in_common(city: cg.CityGraph) -> None:
    answer = cg.common(city, "忻州", "陽泉", "呂梁")
    assert (answer.shared, answer[0].entity.label, len(answer[0].hops)) == (1, "山西中部城市群", 3)
    assert {hop.relation.label for hop in answer[0].hops} == {"為…所涵蓋"}
    apart = cg.common(city, "不鏽鋼", "碳化硅單晶襯底")
    assert apart.shared == 0
    assert apart[0].hops == ()
    assert {sum(meeting.distances) for meeting in apart} == {6}
    assert {meeting.entity.label for meeting in apart} >= {"第三代半導體產業鏈", "特鋼材料產業鏈"}


def test_paths_are_the_same_every_time_and_on_every_engine(city: cg.CityGraph) -> None:
    again = cg.open(engine="rdflib")
    for one, other, _ in PAIRS[:8]:
        assert cg.paths(city, one, other).as_json() == cg.paths(again, one, other).as_json()
    assert cg.common(city, "太鋼", "太重").as_json() == cg.common(again, "太鋼", "太重").as_json()


# Held to networkx ---------------------------------------------------------------------------------------------


@st.composite
def edge_lists(draw: st.DrawFn) -> list[tuple[int, int]]:
    n = draw(st.integers(3, 9))
    pair = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
    return sorted(draw(st.sets(pair, min_size=2, max_size=24)))


def opened(folder: Path, ties: list[tuple[int, int]]) -> cg.CityGraph:
    nodes = {end for tie in ties for end in tie} | {0, 1}
    named = [f'<urn:n{n}> <http://www.w3.org/2000/01/rdf-schema#label> "n{n}" .' for n in sorted(nodes)]
    file = folder / "graph.ttl"
    file.write_text("\n".join([*named, *(f"<urn:n{one}> <urn:tie> <urn:n{other}> ." for one, other in ties)]), "utf-8")
    return cg.open(file)


@given(ties=edge_lists(), lazily=st.booleans())
@settings(deadline=None, max_examples=40)
def test_k_shortest_paths_are_those_of_networkx(
    ties: list[tuple[int, int]], lazily: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    city = opened(tmp_path_factory.mktemp("graph"), ties)
    graph = nx.Graph((f"urn:n{one}", f"urn:n{other}") for one, other in ties if one != other)
    graph.add_nodes_from(["urn:n0", "urn:n1"])
    theirs: list[list[str]] = []
    if nx.has_path(graph, "urn:n0", "urn:n1"):
        theirs = list(islice(nx.shortest_simple_paths(graph, "urn:n0", "urn:n1"), 8))
    whole = ties_of.WHOLE
    ties_of.WHOLE = 0 if lazily else whole
    try:
        ours = cg.paths(city, "urn:n0", "urn:n1", top=8, max_hops=9, plain=True)
    finally:
        ties_of.WHOLE = whole
    lengths = [len(path) - 1 for path in theirs]
    if lazily:  # of a graph that is not read whole no path is more than a hop longer than the shortest
        lengths = [length for length in lengths if length <= lengths[0] + 1]
    assert [len(path) for path in ours] == lengths
    for path in ours:
        things = [thing.iri for thing in path.things]
        assert len(set(things)) == len(things)
        assert all(graph.has_edge(one, other) for one, other in pairwise(things))
    assert len({tuple(thing.iri for thing in path.things) for path in ours}) == len(ours)
