"""Claims say where the source says it and how far it is fact; neighbors are claims seen from one end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.evidence import parts
from support.paths import DATA

TY = "https://w3id.org/citygraph/id/taiyuan/"


def test_the_neighbor_of_taigang_is_the_city_that_plans_to_support_it(article_city: cg.CityGraph) -> None:
    (tie,) = cg.neighbors(article_city, "太鋼")
    assert (tie.label, tie.relation.label, tie.direction) == ("太原", "受重點支持", "in")
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


def test_fact_stands_beside_plan_in_one_sentence(city: cg.CityGraph) -> None:
    ties = {(tie.label, tie.status) for tie in cg.neighbors(city, "新能源產業")}
    assert ties == {("晶科", "realised"), ("中來", "realised"), ("美錦氫能", "realised"), ("太原", "planned")}


def test_one_walks_from_the_firm_by_its_project_to_the_zone(city: cg.CityGraph) -> None:
    ties = cg.neighbors(city, "泰山玻璃纖維(太原)有限公司", hops=3)
    walked = {(tie.hops, tie.label, tie.relation.label) for tie in ties}
    assert (1, "年產60萬噸高性能玻璃纖維智能制造項目", "項目主體") in walked
    assert (2, "陽曲工業園區", "位於") in walked
    assert (3, "山西轉型綜改示范區", "屬") in walked
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
    assert (held.held_back, shown.held_back) == (1, 0)
    assert {tie.label for tie in shown} - {tie.label for tie in held} == {"泰山玻璃纖維(太原)有限公司"}
    (guess,) = [tie for tie in shown if tie.basis == "inferred"]
    assert guess.because
    assert guess.evidence == ()


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


def test_claims_come_in_the_order_of_the_source(city: cg.CityGraph) -> None:
    places = [(c.evidence[0].paragraph or 99, c.evidence[0].start or 0) for c in cg.claims(city)]
    assert places == sorted(places)
    assert len(places) > 90


def test_every_claim_that_is_not_inferred_points_to_a_short_phrase(city: cg.CityGraph) -> None:
    for claim in cg.claims(city):
        assert claim.evidence
        assert all(0 < len(passage.phrase) <= 24 for passage in claim.evidence)


def test_figures_are_claims_with_a_typed_value_a_unit_and_a_comparator(city: cg.CityGraph) -> None:
    (figure,) = [c for c in cg.claims(city, "制造業佔比目標") if c.relation.iri.endswith("#value")]
    assert isinstance(figure.object, cg.Value)
    assert (figure.object.value, figure.object.datatype) == ("60", "http://www.w3.org/2001/XMLSchema#decimal")
    assert {q.name: q.text for q in figure.qualifiers} == {"comparator": "≥", "unit": "%"}


def test_a_figure_printed_without_a_unit_has_none(city: cg.CityGraph) -> None:
    (figure,) = [c for c in cg.claims(city, "百億規模") if c.relation.iri.endswith("#value")]
    assert figure.qualifier("unit") is None


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
    assert told == {
        "TISCO": "中國日報 2019-04-24",
        "太原钢铁(集团)有限公司": "山西日報報業電子版 2024-04-09",
        "太钢集团": "省工信廳發布會 2025-11-14",
    }
    assert all(passage.paragraph is None and passage.start is None for c in named for passage in c.evidence)


def test_what_only_one_of_two_sources_says_of_a_tie_is_not_said_of_both(city: cg.CityGraph) -> None:
    (tie,) = [tie for tie in cg.neighbors(city, "太鋼") if tie.relation.iri.endswith("#chainLeaderOf")]
    assert {passage.quality for passage in tie.evidence} == {"B", "M"}
    assert [(q.name, q.text) for q in tie.qualifiers] == [("level", "省級")]
    periods = [c.qualifier("period") for c in cg.claims(city, "太鋼") if c.relation.iri.endswith("#chainLeaderOf")]
    assert sorted(map(str, periods)) == ["2022", "None", "None"]


def test_the_members_of_a_list_come_in_its_order(city: cg.CityGraph) -> None:
    nine = [tie.label for tie in cg.neighbors(city, "“1233”重點產業鏈") if tie.relation.iri.endswith("#memberOf")]
    assert nine[:2] == ["高端金屬材料產業鏈", "先進碳基材料產業鏈"]
    assert (len(nine), nine[-1]) == (9, "新能源產業鏈")
    six = [tie.label for tie in cg.neighbors(city, "六地", inferred=True) if tie.relation.iri.endswith("#memberOf")]
    assert six == [
        "國家先進制造業重要承載地",
        "國家能源技術革命策源地",
        "國內外重要文化旅游目的地",
        "內陸地區高水平對外開放新高地",
        "區域現代服務業集聚地",
        "全省民生幸福首善地",
    ]


def test_a_passage_tells_of_its_source_the_date_and_how_good_it_is(city: cg.CityGraph) -> None:
    passages = {p.source_title: p for claim in cg.claims(city, "太鋼") for p in claim.evidence}
    assert (passages["山西日報 2025-03-27"].date, passages["山西日報 2025-03-27"].quality) == ("2025-03-27", "A")
    copied = passages["出處未載 日期未載"]
    assert (copied.date, copied.quality, copied.url) == (None, "M", None)


def test_positions_are_read_part_by_part() -> None:
    assert parts("subject 1:0-2; object 34:66-69+34:70-76") == [("subject", "1:0-2"), ("object", "34:66-69+34:70-76")]


@pytest.mark.parametrize(
    "ask",
    [
        lambda city: cg.claims(city, "太鋼", statuses=["nix"]),
        lambda city: cg.neighbors(city, "太鋼", statuses=["nix"]),
        lambda city: cg.targets(city, statuses=["nix"]),
        lambda city: cg.timeline(city, statuses=["nix"]),
        lambda city: cg.projects(city, statuses=["nix"]),
        lambda city: cg.dossier(city, "太鋼", statuses=["nix"]),
        lambda city: cg.export(city, "太鋼", statuses=["nix"]),
        lambda city: cg.diagram(city, "太鋼", statuses=["nix"]),
        lambda city: cg.diagram(city, view="chains", statuses=["nix"]),
    ],
)
def test_a_status_that_there_is_not_is_refused_by_every_verb(
    city: cg.CityGraph, ask: Callable[[cg.CityGraph], object]
) -> None:
    with pytest.raises(cg.CityGraphError, match="no status is called 'nix'; there are: realised, planned, targeted"):
        ask(city)


@pytest.mark.parametrize(
    ("text", "kind", "fits"),
    [
        ("60", "decimal", True),
        ("-0.5", "decimal", True),
        ("６０", "decimal", False),
        ("NaN", "decimal", False),
        ("1e400", "decimal", False),
        ("", "integer", False),
        ("2025", "gYear", True),
        ("2025Z", "gYear", True),
        ("2025-03", "gYearMonth", True),
        ("2025", "gYearMonth", False),
        ("2025-03-27+08:00", "date", True),
        ("２０２５-03-27", "date", False),
        ("next year", "date", False),
        ("anything", "string", True),
    ],
)
def test_whether_a_value_is_of_its_datatype(text: str, kind: str, fits: bool) -> None:
    assert cg.Value(text, f"http://www.w3.org/2001/XMLSchema#{kind}").fits is fits
