"""A path keeps its reasons: each hop has its claims, and warnings."""

from __future__ import annotations

import cityGraph as cg
from support.graphs import walked


def test_a_path_keeps_relation_direction_status_and_evidence(city: cg.CityGraph) -> None:
    (path,) = cg.paths(city, "太鋼", "陽曲工業園區", top=1)
    assert walked(path) == "太鋼 中北高新區管委會 中北高新區 半導體新材料 陽曲工業園區"
    assert [(hop.relation.label, hop.direction, hop.status) for hop in path.hops] == [
        ("與…合作", "out", "realised"),
        ("為…的機構", "out", "realised"),
        ("集聚", "out", "planned"),
        ("集聚於", "in", "planned"),
    ]
    assert [passage.phrase for passage in path.hops[2].evidence] == ["半导体新材料、合成生物材料", "中北高新技术开发区"]
    assert [hop.near.label for hop in path.hops[1:]] == [hop.far.label for hop in path.hops[:-1]]


def test_parallel_ties_are_alternatives_within_one_hop(city: cg.CityGraph) -> None:
    hop = cg.paths(city, "太原", "山西轉型綜改示范區", top=1)[0].hops[0]
    assert {other.relation.label for other in hop.others} == {"支持"}
    assert hop.status == "realised"
    assert hop.others[0].status == "planned"
    led = cg.paths(city, "太鋼", "特鋼材料產業鏈", top=1)[0].hops[0]
    assert {passage.source_title for passage in led.evidence} == {
        "中國特鋼企業協會不銹鋼分會 2022-06-20",
        "出處不明 日期不明",
        "記者觀察網 2025-11-17",
    }


def test_an_inferred_hop_costs_more_and_is_not_gone_unasked(city: cg.CityGraph) -> None:
    assert all(hop.basis != "inferred" for path in cg.paths(city, "爍科", "晶科") for hop in path.hops)
    (path,) = cg.paths(city, "爍科", "第三代半導體產業鏈", top=1, inferred=True)
    assert walked(path) == "爍科 山西爍科晶體有限公司 第三代半導體產業鏈"
    hop = path.hops[0]
    assert (hop.basis, bool(hop.because), hop.evidence) == ("inferred", True, ())
    assert path.length > 3


def test_from_the_firm_to_the_positioning_every_hop_is_sourced_or_visibly_inferred(city: cg.CityGraph) -> None:
    ends, through = ("太鋼", "國家先進制造業重要承載地"), ["“1233”重點產業鏈"]
    (path,) = cg.paths(city, *ends, via=through, avoid=["太原"], top=1, inferred=True)
    assert walked(path) == "太鋼 特鋼材料產業鏈 高端金屬材料產業鏈 “1233”重點產業鏈 國家先進制造業重要承載地"
    assert [hop.basis for hop in path.hops] == ["stated", "inferred", "stated", "resolved"]
    assert all(hop.evidence or (hop.basis == "inferred" and hop.because) for hop in path.hops)


def test_a_path_warns_of_what_it_might_be_taken_for(city: cg.CityGraph) -> None:
    assert cg.paths(city, "中車太原", "太鍋", top=1)[0].warnings == ("support",)
    assert cg.paths(city, "忻州", "陽泉", top=1)[0].warnings == ("list",)
    assert cg.paths(city, "中國寶武", "不銹鋼", top=1)[0].warnings == ()
