"""The verb paths: the best paths were agreed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.graphs import graph_of, walked
from support.paths import ROOT
from support.samples import port_graph
from support.strange import shipped_city

PAIRS = [line.split("\t") for line in (ROOT / "tests/fixtures/paths/pairs.tsv").read_text("utf-8").splitlines()]


def hits(city: cg.CityGraph, *, plain: bool) -> int:
    found = [(cg.paths(city, one, other, top=1, plain=plain), best.split("|")) for one, other, best in PAIRS]
    return sum(walked(paths[0]) in best for paths, best in found)


def test_the_best_paths_are_those_agreed_by_hand(city: cg.CityGraph) -> None:
    # Written down before the weights were chosen: start, end, and the best path, or those that are as good.
    assert len(PAIRS) == 30
    assert hits(city, plain=False) >= 29
    assert hits(city, plain=True) <= 24


def test_via_and_avoid(city: cg.CityGraph) -> None:
    through = cg.paths(city, "太鋼", "太重", via=["太原"])
    assert all("太原" in walked(path) for path in through)
    assert len(through) >= 1
    around = cg.paths(city, "太鋼", "太重", avoid=["太原", "山西省優秀等次鏈主企業"])
    assert walked(around[0]) == "太鋼 太重"
    assert walked(around[1]) in (
        "太鋼 特鋼材料產業鏈 山西省2022年十條產業鏈 風電裝備產業鏈 太重",
        "太鋼 特鋼材料產業鏈 山西省2022年十條產業鏈 高端裝備制造產業鏈 太重",
    )
    without = cg.paths(city, "太鋼", "太重", avoid_kinds=["城市", "Designation"], top=9)
    assert {thing.kind for path in without for thing in path.things} & {"City", "Designation"} == set()


@pytest.mark.parametrize(
    "name", ["memberOf", "列入", "列有", "member of", "includes", "https://w3id.org/citygraph/ontology#memberOf"]
)
def test_a_relation_is_asked_for_by_any_of_its_names(city: cg.CityGraph, name: str) -> None:
    (path,) = cg.paths(city, "新能源", "文旅經濟", relations=[name])
    assert walked(path) == "新能源 6條優勢賽道 文旅經濟"


def test_directed_paths_go_from_subject_to_object(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "山西爍科晶體有限公司", "山西轉型綜改示范區", directed=True, top=1)
    assert {hop.direction for hop in path.hops} == {"out"}
    assert len(cg.paths(city, "山西轉型綜改示范區", "山西爍科晶體有限公司", directed=True)) == 0


def test_no_path_is_longer_than_asked(city: cg.CityGraph, tmp_path: Path) -> None:
    ring = graph_of(tmp_path, ("a", "b"), ("b", "c"), ("c", "d"), ("a", "e"), ("e", "f"), ("f", "g"), ("g", "d"))
    assert len(cg.paths(ring, "a", "d", max_hops=2)) == 0
    assert [len(path) for path in cg.paths(ring, "a", "d", max_hops=3, top=20)] == [3]
    assert [len(path) for path in cg.paths(ring, "a", "d", max_hops=4, top=20)] == [3, 4]
    assert all(len(path) <= 3 for path in cg.paths(city, "太鋼", "陽曲工業園區", max_hops=3, top=20))


def test_where_there_is_no_path_it_is_said_how_far_each_end_reaches(tmp_path: Path) -> None:
    lines = "ex:port cg:builds ex:plant . ex:plant cg:partOf ex:hall . ex:then cg:observedIn ex:before ."
    answer = cg.paths(port_graph(tmp_path, lines), "雲泊", "2029 年吞吐量")
    assert (len(answer), answer.start_reach, answer.end_reach) == (0, 2, 1)


def test_a_path_that_the_filters_alone_prevent_is_not_said_to_be_none(city: cg.CityGraph) -> None:
    assert len(cg.paths(city, "太鋼", "智芯")) > 0
    too_far = cg.paths(city, "太鋼", "智芯", max_hops=1)
    assert (len(too_far), too_far.start_reach) == (0, None)
    against = cg.paths(city, "山西轉型綜改示范區", "山西爍科晶體有限公司", directed=True)
    assert (len(against), against.end_reach) == (0, 0)
    assert against.start_reach is not None
    shut = cg.paths(city, "晶科", "中來", avoid_kinds=["Chain", "Industry"], max_hops=3)
    assert not {hop.object.kind for path in shut for hop in path.hops} & {"Chain", "Industry"}


def test_a_thing_to_be_passed_is_passed_whatever_its_kind(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "太鋼", "陽曲工業園區", via=["太原"], avoid_kinds=["城市"], top=1)
    assert "太原" in [thing.label for thing in path.things]


def test_bad_input_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="the same entity: 太鋼"):
        cg.paths(city, "太鋼", "TISCO")
    with pytest.raises(
        cg.CityGraphError, match=r"No relation in this graph is called 'suports'\. Nearest names: 重點支持 \(supports\)"
    ):
        cg.paths(city, "太鋼", "太重", relations=["suports"])
    with pytest.raises(cg.CityGraphError, match="Nothing in this graph has the kind '龍'"):
        cg.paths(city, "太鋼", "太重", avoid_kinds=["龍"])
    with pytest.raises(cg.NameNotFound):
        cg.paths(city, "太鋼", "太剛廠")
    with pytest.raises(cg.CityGraphError, match="is an end of the path, so it cannot be in --via or --avoid"):
        cg.paths(city, "太鋼", "太重", avoid=["太重"])
    with pytest.raises(cg.CityGraphError, match="--via takes at most 3 entities; got 4"):
        cg.paths(city, "太鋼", "太重", via=["晶科", "中來", "爍科", "惠科"])
    with pytest.raises(cg.CityGraphError, match="two different entities"):
        cg.common(city, "太鋼", "TISCO")


def test_paths_are_the_same_every_time_and_on_every_engine(city: cg.CityGraph) -> None:
    again = shipped_city("rdflib")
    for one, other, _ in PAIRS[:8]:
        assert cg.paths(city, one, other).as_json() == cg.paths(again, one, other).as_json()
    assert cg.common(city, "太鋼", "太重").as_json() == cg.common(again, "太鋼", "太重").as_json()


def test_a_thing_to_be_passed_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    city = graph_of(tmp_path, ("a", "b"), ("b", "c"), ("a", "c"))
    assert [walked(path) for path in cg.paths(city, "a", "c", via=["b", "b", "urn:b", "b"])] == ["a b c"]
