"""The verb neighbors: claims seen from one end."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import LABEL, claim, inferred_claim, port_graph

TY = "https://w3id.org/citygraph/id/taiyuan/"


def test_the_neighbor_of_taigang_is_the_city_that_plans_to_support_it(article_city: cg.CityGraph) -> None:
    (tie,) = cg.neighbors(article_city, "太鋼")
    assert (tie.label, tie.relation.label, tie.direction) == ("太原", "受…重點支持", "in")
    assert (tie.status, tie.basis, tie.hops) == ("planned", "resolved", 1)
    (passage,) = tie.evidence
    assert (passage.paragraph, passage.start, passage.end, passage.phrase) == (13, 77, 83, "重點支持太鋼")
    assert passage.url is not None
    assert passage.url.endswith("#:~:text=%E9%87%8D%E9%BB%9E%E6%94%AF%E6%8C%81%E5%A4%AA%E9%8B%BC")


def test_a_member_of_an_open_list_comes_with_its_mates_in_the_order_of_the_text(article_city: cg.CityGraph) -> None:
    (tie,) = cg.neighbors(article_city, "太鋼")
    assert tie.open_list
    assert [mate.label for mate in tie.mates] == ["太重", "太鍋", "山西電機", "中車太原"]
    assert [(q.name, q.text) for q in tie.qualifiers if q.name == "purpose"] == [("purpose", "加快智改數轉")]


def test_a_member_of_a_closed_list_does_not_call_it_open(city: cg.CityGraph) -> None:
    (tie,) = [tie for tie in cg.neighbors(city, "惠科") if tie.relation.iri.endswith("supports")]
    assert not tie.open_list
    assert tie.mates == ()


def test_fact_stands_beside_plan_in_one_sentence(article_city: cg.CityGraph) -> None:
    ties = {(tie.label, tie.status) for tie in cg.neighbors(article_city, "新能源產業")}
    assert ties == {("晶科", "realised"), ("中來", "realised"), ("美錦氫能", "realised"), ("太原", "planned")}


def test_one_walks_from_the_firm_by_its_project_to_the_zone(city: cg.CityGraph) -> None:
    ties = cg.neighbors(city, "泰山玻璃纖維(太原)有限公司", hops=3)
    walked = {(tie.hops, tie.label, tie.relation.label) for tie in ties}
    assert (1, "年產60萬噸高性能玻璃纖維智能制造項目", "是…的項目主體") in walked
    assert (2, "陽曲工業園區", "位於") in walked
    assert (2, "山西轉型綜改示范區", "引進方為") in walked
    assert (3, "太原", "受…支持") in walked
    assert [tie.hops for tie in ties] == sorted(tie.hops for tie in ties)


def test_a_thing_is_reached_once_by_its_shortest_way(city: cg.CityGraph) -> None:
    ties = cg.neighbors(city, "太鋼", hops=3)
    nearest: dict[str, int] = {}
    for tie in ties:
        assert nearest.setdefault(tie.iri, tie.hops) == tie.hops
    assert f"{TY}taigang" not in nearest


def test_inferred_ties_are_counted_and_held_back_unless_asked_for(city: cg.CityGraph) -> None:
    held = cg.neighbors(city, "玻纖")
    shown = cg.neighbors(city, "玻纖", inferred=True)
    guesses = [tie for tie in shown if tie.basis == "inferred"]
    assert (held.held_back, shown.held_back) == (len(guesses), 0)
    assert guesses
    assert {tie.iri for tie in shown} - {tie.iri for tie in held} <= {tie.iri for tie in guesses}
    assert all(tie.because and tie.evidence == () for tie in guesses)
    assert not [tie for tie in held if tie.basis == "inferred"]


def test_the_members_of_a_list_come_in_its_order(city: cg.CityGraph) -> None:
    text = """
    SELECT ?member (MIN(?order) AS ?place) WHERE {
      ?claim rdf:subject ?member ; rdf:predicate cg:memberOf ; rdf:object ty:chains-1233 ; cg:order ?order .
    } GROUP BY ?member ORDER BY ?place"""
    listed = [row[0].value for row in cg.query(city, text) if row[0]]
    nine = [tie.iri for tie in cg.neighbors(city, "“1233”重點產業鏈") if tie.relation.iri.endswith("#memberOf")]
    assert nine[: len(listed)] == listed
    assert len(listed) > 2
    assert listed != sorted(listed)
    six = [tie.label for tie in cg.neighbors(city, "六地", inferred=True) if tie.relation.iri.endswith("#memberOf")]
    assert six[:6] == [
        "國家先進制造業重要承載地",
        "國家能源技術革命策源地",
        "國內外重要文化旅游目的地",
        "內陸地區高水平對外開放新高地",
        "區域現代服務業集聚地",
        "全省民生幸福首善地",
    ]


def test_parts_of_parts_in_a_circle_are_walked_once(tmp_path: Path, engine: str) -> None:
    ring = "".join(
        f'<urn:{n}> <{LABEL}> "環{n}" . <urn:{n}> <http://purl.org/dc/terms/isPartOf> <urn:{(n + 1) % 3}> .\n'
        for n in range(3)
    )
    (tmp_path / "a.nt").write_text(ring.replace(" . <", " .\n<"), "utf-8")
    city = cg.open(tmp_path / "a.nt", engine=engine)
    assert sorted(n.label for n in cg.neighbors(city, "環0", hops=10)) == ["環1", "環2"]
    assert len(cg.paths(city, "環0", "環1", directed=True)[0].hops) == 1


def test_of_one_relation_a_fact_comes_before_a_plan_whatever_their_order_in_the_list(tmp_path: Path) -> None:
    plan = claim("plan", "ex:port cg:supports ex:plant", " cg:order 1 ;", "planned")
    fact = claim("fact", "ex:port cg:supports ex:hall", " cg:order 2 ;", "realised")
    found = cg.neighbors(port_graph(tmp_path, plan + fact), "雲泊")
    assert [(tie.label, tie.status) for tie in found] == [("一號廠房", "realised"), ("錨鏈廠", "planned")]


@pytest.mark.parametrize("order", ["¹", "9" * 5_000, "first"])
def test_a_place_in_a_list_that_is_no_number_comes_last(tmp_path: Path, order: str) -> None:
    body = claim("odd", "ex:port cg:supports ex:plant", f' cg:order "{order}" ;')
    found = cg.neighbors(
        port_graph(tmp_path, body + claim("two", "ex:port cg:supports ex:hall", " cg:order 2 ;")), "雲泊"
    )
    assert [near.label for near in found] == ["一號廠房", "錨鏈廠"]


def test_only_inferred_claims_on_things_of_the_kinds_asked_for_are_counted_as_held_back(tmp_path: Path) -> None:
    city = port_graph(tmp_path, inferred_claim("guess", "ex:port cg:supports ex:plant"))
    assert cg.neighbors(city, "雲泊", kinds=["Project"]).held_back == 1
    assert cg.neighbors(city, "雲泊", kinds=["Facility"]).held_back == 0
