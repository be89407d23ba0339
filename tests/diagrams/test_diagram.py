"""The verb diagram: claims as a picture, the same every time."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

import cityGraph as cg
from cityGraph.diagrams.fonts import SVG, XLINK
from cityGraph.diagrams.scene import LINES
from support.pages import texts
from support.samples import inferred_claim, port_graph
from support.strange import shipped_city


def test_a_diagram_shows_things_ties_legend_and_sources(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, "太鋼")
    said = texts(drawn.svg)
    assert {"太鋼", "太原", "事實", "規劃", "企業、公司法人"} <= set(said)
    assert "目標" not in said  # the legend holds what occurs
    assert "山西日報2025-03-27" in "".join(said).replace(" ", "")
    assert {text.split()[0] for text in said} >= {"重點支持", "是…的鏈主"}
    assert (drawn.things, drawn.edges) == (len(cg.neighbors(city, "太鋼")) + 1, len(cg.neighbors(city, "太鋼")))


def test_a_plan_is_dashed_a_target_dotted_an_inference_grey_with_its_sign(city: cg.CityGraph) -> None:
    target = cg.diagram(city, "百億規模")
    assert 'stroke-dasharray="1' in target.svg
    planned = cg.diagram(city, "晉劇")
    assert 'style="dashed"' in planned.dot
    inferred = cg.diagram(city, "爍科", inferred=True)
    assert any(text.startswith("◇ 指") for text in texts(inferred.svg))
    assert "#808080" in inferred.svg
    assert set(LINES) == {"realised", "planned", "targeted", "inferred"}


def test_the_words_of_the_source_are_on_the_tie_and_lead_to_them(city: cg.CityGraph) -> None:
    root = ElementTree.fromstring(cg.diagram(city, "太鋼").svg.encode())
    links = {link.get(f"{{{XLINK}}}title"): link.get(f"{{{XLINK}}}href") for link in root.iter(f"{{{SVG}}}a")}
    (told,) = [title for title in links if title and "重點支持太鋼" in title]
    assert told.startswith("山西日報 2025-03-27 「重點支持太鋼」")
    assert "#:~:text=" in (links[told] or "")
    shown = {title.text for title in root.iter(f"{{{SVG}}}title")}  # on hover, in every browser
    assert {told, "太鋼 · 企業"} <= shown
    assert "n0" not in shown


def test_a_mark_says_which_source_and_the_caption_what_it_is(city: cg.CityGraph) -> None:
    said = texts(cg.diagram(city, path=("太鋼", "陽曲工業園區")).svg)
    assert {"與…合作 ①", "為…的機構 ①", "集聚 ②", "集聚 ③"} <= set(said)
    assert "來源：①\xa00359tv.com 2024-03、②\xa0lv178.cn 日期不明、③\xa0casmita.com 2024-09-26" in said
    alone = texts(cg.diagram(cg.according_to(city, "article"), "太鋼").svg)
    assert "重點支持" in alone
    assert "來源：山西日報 2025-03-27" in alone


def test_a_path_is_drawn_with_its_parallel_ties(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, path=("太鋼", "山西轉型綜改示范區"))
    assert drawn.things == 3
    assert {"重點支持", "部分位於", "支持"} <= {text.split()[0] for text in texts(drawn.svg)}


def test_the_same_input_gives_the_same_bytes() -> None:
    one, other = (cg.diagram(shipped_city(engine), "太重", inferred=True) for engine in ("oxigraph", "rdflib"))
    assert (one.dot, one.svg) == (other.dot, other.svg)
    assert one.png() == other.png()


def test_a_thing_without_edges_is_named(tmp_path: Path) -> None:
    file = tmp_path / "alone.ttl"
    file.write_text("<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> 'a' .", "utf-8")
    with pytest.raises(cg.CityGraphError, match=r"there are no edges at 'a'\. Add --inferred to include inferred"):
        cg.diagram(cg.open(file), "a")
    with pytest.raises(cg.CityGraphError, match=r"there are no edges at 'a'\.$"):
        cg.diagram(cg.open(file), "a", inferred=True)
    with pytest.raises(cg.CityGraphError, match=r"Give names or a path, not both\.$"):
        cg.diagram(cg.open(file), "a", path=("a", "b"))


def test_filters_leave_what_they_say(city: cg.CityGraph) -> None:
    zones = cg.diagram(city, "太原", kinds=["Zone"])
    assert cg.diagram(city, "太原", kinds=["功能区"]).dot == zones.dot
    ends = [end for claim in cg.claims(city, "太原") for end in claim.ends if end.kind == "Zone"]
    assert zones.things == len({end.iri for end in ends}) + 1
    supported = cg.claims(city, "太原", relations=["重點支持"])
    assert cg.diagram(city, "太原", relations=["重點支持"]).things == len({c.object for c in supported}) + 1
    planned = cg.diagram(city, "太鋼", statuses=["planned"], inferred=True)
    assert 0 < planned.edges < cg.diagram(city, "太鋼", inferred=True).edges


def test_a_diagram_shows_itself_in_a_notebook(city: cg.CityGraph) -> None:
    assert cg.diagram(city, "晶科")._repr_svg_().startswith("<?xml")


def test_inferred_edges_of_two_statuses_are_two_edges_and_each_is_found_by_its_status(tmp_path: Path) -> None:
    body = inferred_claim("fact", "ex:port cg:supports ex:plant", status="realised")
    city = port_graph(tmp_path, body + inferred_claim("plan", "ex:port cg:supports ex:plant", status="planned"))
    assert cg.diagram(city, "雲泊", inferred=True).edges == 2
    assert cg.diagram(city, "雲泊", inferred=True, statuses=["planned"]).edges == 1
