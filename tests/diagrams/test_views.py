"""The named views: each box has its source, and gaps are shown."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

import cityGraph as cg
from cityGraph.diagrams.fonts import SVG, XLINK
from cityGraph.diagrams.views import VIEWS
from support.pages import texts
from support.process import LANGUAGES
from support.strange import shipped_city


def said(drawn: cg.Diagram) -> list[str]:
    """What is written, without the marks of the sources."""
    return [text.rstrip("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ ") for text in texts(drawn.svg)]


def test_chains_show_who_leads_them_their_segments_and_the_firms_in_each(city: cg.CityGraph) -> None:
    written = said(cg.diagram(city, "光伏產業鏈", view="chains"))
    assert "光伏" in written  # the heading of the column says that it is a chain
    assert "特鋼材料" not in written
    assert {"硅料", "硅片", "電池", "組件"} <= set(written)
    assert {"晶科", "一道", "省級"} <= set(written)
    assert "未說明" not in written
    inferred = said(cg.diagram(city, "光伏產業鏈", view="chains", inferred=True))
    assert inferred.count("◇ 晶科") == 3


def test_segments_stand_from_upstream_to_downstream(city: cg.CityGraph) -> None:
    root = ElementTree.fromstring(cg.diagram(city, "氫能產業鏈", view="chains").svg.encode())
    left = {text.text.split()[0]: float(text.get("x", "0")) for text in root.iter(f"{{{SVG}}}text") if text.text}
    stands = [left[segment] for segment in ("氫能", "制氫", "儲氫", "運氫", "加氫", "用氫")]
    assert all(one < other for one, other in pairwise(stands))


def test_every_chain_is_there_and_what_no_source_says_is_one_word(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, view="chains")
    written = said(drawn)
    found = cg.claims(city)
    chains = {end.label for claim in found for end in claim.ends if end.kind == "Chain"}
    assert len(chains) > 15
    assert {chain.removesuffix("產業鏈") for chain in chains} <= set(written)
    assert not any("來源沒有說明" in words for words in written)
    cut = {claim.subject.label for claim in found if claim.relation.iri.endswith("#hasSegment")}
    known = {claim.ends[1].label for claim in found if claim.relation.iri.endswith(("#chainLeaderOf", "#worksIn"))}
    bare = chains - cut - known
    assert len(bare) > 5
    assert written.count("未說明") > len(bare)


def test_views_are_pages_of_sixteen_to_nine_that_grow_in_height(
    city: cg.CityGraph,
) -> None:
    for view, names in (("chains", ["光伏產業鏈"]), ("chains", []), ("timeline", []), ("zones", []), ("ontology", [])):
        svg = cg.diagram(city, *names, view=view).svg
        root = ElementTree.fromstring(svg.encode())
        wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
        assert wide == (1000 if names else 1600)
        assert high == wide * 9 / 16 if names else high >= 900
        sizes = [float(text.get("font-size", "0")) for text in root.iter(f"{{{SVG}}}text")]
        assert min(sizes) == 12.5


def test_every_view_says_what_it_shows_the_latest_date_and_the_sources(city: cg.CityGraph) -> None:
    for view in VIEWS:
        title, counts, *_ = texts(cg.diagram(city, view=view).svg)
        assert len(title) > 4
        assert any(character.isdigit() for character in counts)
    written = texts(cg.diagram(city, view="timeline").svg)
    dates = [passage.date for claim in cg.claims(city) for passage in claim.evidence if passage.date]
    (as_of,) = [words for words in written if words.startswith("截至 ")]
    assert as_of.removeprefix("截至 ") in dates
    assert any(words.startswith("·  來源：①") for words in written)


def test_a_firm_shows_the_chains_that_it_is_tied_to(city: cg.CityGraph) -> None:
    written = said(cg.diagram(city, "太鋼", view="chains"))
    assert "特鋼材料" in written
    assert "光伏" not in written


def test_positioning_leads_from_the_city_to_each_aim_and_says_what_serves_it(city: cg.CityGraph) -> None:
    written = "".join(said(cg.diagram(city, view="positioning")))
    objects = [claim.object for claim in cg.claims(city, "太原") if claim.relation.label == "定位為"]
    aims = {thing.label for thing in objects if isinstance(thing, cg.Entity) and thing.kind == "Positioning"}
    assert len(aims) > 3
    assert all(aim in written for aim in aims)
    served = {claim.object for claim in cg.claims(city) if claim.object in objects and claim.subject.label != "太原"}
    assert 0 < written.count("由什麼支撐：未說明") <= len(objects) - min(1, len(served))
    assert "入企服務、推進重點項目活動" in written


def test_zones_hold_their_parts_and_what_stands_in_them(city: cg.CityGraph) -> None:
    written = said(cg.diagram(city, view="zones"))
    things = [thing for claim in cg.claims(city) for thing in (claim.subject, claim.object)]
    zones = {thing.label for thing in things if isinstance(thing, cg.Entity) and thing.kind == "Zone"}
    assert zones <= set(written)
    assert {"海納半導體(山西)有限公司", "厚生鋰電池隔膜項目", "包含什麼：未說明"} <= set(written)
    park = said(cg.diagram(city, "陽曲工業園區", view="zones"))
    assert "陽曲工業園區" in park
    assert "包含什麼：未說明" not in park
    assert "厚生鋰電池隔膜項目" in park


def test_a_timeline_goes_from_the_first_year_to_what_is_due(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, view="timeline")
    years = [int(text) for text in said(drawn) if text.isdecimal() and len(text) == 4]
    assert years == sorted(years)
    assert (years[0], years[-1]) == (1934, 2035)
    assert {"2025-01-12 啟動奠基儀式", "制造業佔比目標 年限 2025 ≥60%"} <= set(said(drawn))
    assert "stroke-dasharray" in drawn.svg  # what is due is no fact
    steel = said(cg.diagram(city, "太鋼", view="timeline"))
    assert {"2022", "2023"} <= set(steel)
    assert "1934" not in steel


def test_the_ontology_shows_each_kind_with_its_relations(city: cg.CityGraph) -> None:
    written = said(cg.diagram(city, view="ontology"))
    assert {"是…的鏈主 → 產業鏈", "成立於 → 年份、年月、日期"} <= set(written)
    firm = said(cg.diagram(city, "企業", view="ontology"))
    assert "企業" in firm
    assert "城市" not in firm


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_made_in_every_language(view: str, language: str) -> None:
    drawn = cg.diagram(cg.open(language=language), view=view, inferred=True, size="16:9")
    assert ElementTree.fromstring(drawn.svg.encode()).tag == f"{{{SVG}}}svg"
    assert drawn.missing == ""


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_made_as_picture_and_as_page(view: str, city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, view=view, size="16:9")
    assert drawn.png().startswith(b"\x89PNG")
    assert drawn.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_the_same_on_every_engine(view: str) -> None:
    one, other = (cg.diagram(shipped_city(engine), view=view, inferred=True) for engine in ("oxigraph", "rdflib"))
    assert one.dot == other.dot
    assert one.svg == other.svg


def test_what_stands_in_a_box_leads_to_its_words(city: cg.CityGraph) -> None:
    root = ElementTree.fromstring(cg.diagram(city, "特鋼材料產業鏈", view="chains").svg.encode())
    told = [link.get(f"{{{XLINK}}}title", "") for link in root.iter(f"{{{SVG}}}a")]
    assert any("「太鋼作為山西省特鋼材料產業鏈鏈主」" in title for title in told)


def test_a_view_by_status_holds_that_alone(city: cg.CityGraph) -> None:
    whole, due = cg.diagram(city, view="timeline"), cg.diagram(city, view="timeline", statuses=["targeted"])
    assert 0 < due.things < whole.things


def test_a_view_that_there_is_not_names_those_there_are(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="Views: chains, positioning, zones, timeline, ontology"):
        cg.diagram(city, view="dragons")


def test_a_view_names_the_options_that_it_does_not_take(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"A view takes no --hops and no --kind\. Allowed: names, --status"):
        cg.diagram(city, view="zones", hops=2, kinds=["Firm"])


def test_a_view_without_contents_says_whether_a_filter_may_be_why(city: cg.CityGraph, tmp_path: Path) -> None:
    file = tmp_path / "empty.ttl"
    file.write_text("", "utf-8")
    with pytest.raises(cg.CityGraphError, match="the view 'zones' is empty in this graph"):
        cg.diagram(cg.open(file), view="zones")
    with pytest.raises(cg.CityGraphError, match="the view 'chains' is empty with these names or statuses"):
        cg.diagram(city, view="chains", statuses=["targeted"])
