"""Diagrams on a bare machine: readable, the same every time, and safe whatever the labels hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.dot import as_dot
from cityGraph.model import Entity
from cityGraph.picture import SVG, XLINK, finished, laid_out, pdf, png
from cityGraph.scene import INK, LINES, LOOKS, PLAIN, Panel, Row, Scene, Tie, caption, legend
from cityGraph.terminal import safe
from support.pages import texts
from support.process import COMMAND, citygraph, process, refusal
from support.samples import LABEL
from support.strange import HARD_LABELS


def test_a_diagram_shows_things_ties_legend_and_sources(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, "太鋼")
    said = texts(drawn.svg)
    assert {"太鋼", "太原", "事實", "規劃", "企業"} <= set(said)
    assert "目標" not in said  # the legend holds what occurs
    assert "山西日報2025-03-27" in "".join(said).replace(" ", "")
    assert {text.split()[0] for text in said} >= {"重點支持", "為鏈主"}
    assert (drawn.things, drawn.ties) == (len(cg.neighbors(city, "太鋼")) + 1, len(cg.neighbors(city, "太鋼")))


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
    assert {"重點支持 ①", "跨 ②"} <= set(said)
    assert "來源:①\xa0山西日報 2025-03-27、②\xa0中國日報 2022-07-27" in said
    alone = texts(cg.diagram(cg.according_to(city, "article"), "太鋼").svg)
    assert "重點支持" in alone
    assert "來源:山西日報 2025-03-27" in alone


def test_what_is_pointed_at_shows_words_and_never_the_markup_of_the_drawing(city: cg.CityGraph) -> None:
    root = ElementTree.fromstring(cg.diagram(city, "太鋼").svg.encode())
    titles = [link.get(f"{{{XLINK}}}title") or "" for link in root.iter(f"{{{SVG}}}a")]
    assert "<TABLE>" not in titles
    nodes = [group for group in root.iter(f"{{{SVG}}}g") if group.get("class") == "node"]
    leads = [link.get(f"{{{XLINK}}}href") for node in nodes for link in node.iter(f"{{{SVG}}}a")]
    assert sum(bool(lead and "#:~:text=" in lead) for lead in leads) > len(nodes) / 2


def test_a_sheet_has_the_shape_that_is_asked_for(city: cg.CityGraph) -> None:
    for size, ratio in (("16:9", 16 / 9), ("4x3", 4 / 3), ("1:2", 0.5)):
        root = ElementTree.fromstring(cg.diagram(city, "太鋼", size=size).svg.encode())
        wide, high = (float(root.get(name, "0")) for name in ("width", "height"))
        assert wide / high == pytest.approx(ratio, abs=0.01)


def test_a_path_is_drawn_with_its_parallel_ties(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, path=("太鋼", "陽曲工業園區"))
    assert drawn.things == 4
    assert {"跨", "支持", "重點支持", "屬"} <= {text.split()[0] for text in texts(drawn.svg)}


def test_the_same_input_gives_the_same_bytes() -> None:
    one, other = (cg.diagram(cg.open(engine=engine), "太重", inferred=True) for engine in ("oxigraph", "rdflib"))
    assert (one.dot, one.svg) == (other.dot, other.svg)
    assert one.png() == other.png()


def test_words_are_legible_on_every_fill_and_fills_differ_in_grey() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    # A line that is inferred is grey, and still seen on white (WCAG 2.2, 1.4.11).
    assert 1.05 / (luminance(LINES["inferred"][1]) + 0.05) >= 3
    for _, fill in {*LOOKS.values(), PLAIN}:
        assert (luminance(fill) + 0.05) / (luminance(INK) + 0.05) >= 7  # WCAG 2.2, AAA


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "dot"])
def test_each_format_is_one_that_its_readers_know(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.{suffix}"
    done = citygraph("diagram", "太鋼", "-o", str(file))
    assert (done.status, done.out, done.err) == (0, "", "")
    content = file.read_bytes()
    if suffix == "png":
        assert content.startswith(b"\x89PNG")
        assert int.from_bytes(content[16:20], "big") > 500
    elif suffix == "pdf":
        assert content.startswith(b"%PDF")
        assert b"NotoSansCJK" in content
    elif suffix == "svg":
        assert ElementTree.fromstring(content).tag == f"{{{SVG}}}svg"
    else:
        engine = str(Path(sys.executable).parent / "graphviz-pure")
        assert b"<svg" in subprocess.run([engine, "-Tsvg"], input=content, capture_output=True, check=True).stdout


def test_no_label_breaks_out_of_its_place(tmp_path: Path) -> None:
    from rdflib import Graph, Literal, Namespace, URIRef
    from rdflib.namespace import RDF

    ns = Namespace("https://w3id.org/citygraph/ontology#")
    graph = Graph()
    centre, passage, source = URIRef("urn:centre"), URIRef("urn:passage"), URIRef("urn:source")
    graph.add((centre, URIRef(LABEL), Literal("中心")))
    graph.add((passage, URIRef("http://www.w3.org/ns/oa#hasSource"), source))
    graph.add((passage, ns.phrase, Literal("alert")))
    graph.add((source, URIRef("https://schema.org/url"), Literal("javascript:alert(1)")))
    for at, label in enumerate(HARD_LABELS):
        thing, claim = URIRef(f"urn:t{at}"), URIRef(f"urn:c{at}")
        graph.add((thing, URIRef(LABEL), Literal(label)))
        for predicate, what in (
            (RDF.type, ns.Claim),
            (RDF.subject, centre),
            (RDF.predicate, ns.supports),
            (RDF.object, thing),
            (ns.status, ns.planned),
            (ns.basis, ns.stated),
            (ns.evidence, passage),
        ):
            graph.add((claim, predicate, what))
    file = tmp_path / "strange.ttl"
    graph.serialize(file, format="turtle")
    drawn = cg.diagram(cg.open(file), "中心")
    assert drawn.things == len(HARD_LABELS) + 1
    said = "".join(texts(drawn.svg))
    assert "<script>" in said
    assert "<script>" not in drawn.svg
    assert "javascript:" not in drawn.svg
    assert not {"\x1b", "\u202e", "\u200f"} & set(drawn.svg)
    assert said.count("長") == 500
    assert drawn.png().startswith(b"\x89PNG")


NOUN = st.text(st.characters(), max_size=60)


@given(st.lists(NOUN, min_size=2, max_size=4), NOUN, NOUN)
@settings(max_examples=60, deadline=None)
def test_any_label_is_drawn_as_it_is_and_read_back(labels: list[str], tied: str, listed: str) -> None:
    things = {f"urn:{at}": Entity(f"urn:{at}", label, "Firm", "企業") for at, label in enumerate(labels)}
    ties = [Tie("urn:0", "urn:1", "urn:r", tied, "planned", (), tied)]
    panel = Panel(Row(labels[0]), (Row(listed, things["urn:1"], "inferred", (), listed), Row("深", depth=1)), "注")
    scene = Scene(things, ties, {"panel": panel})
    dot = as_dot(scene)
    svg = finished(laid_out(dot), legend(scene, "en"), caption(scene, "en"))
    said = ["".join(text.split()) for text in texts(svg)]
    for label in (*labels, tied, f"◇{listed}"):
        assert "".join(safe(label).split()) in "".join(said)
    assert png(svg).startswith(b"\x89PNG")
    assert pdf(svg).startswith(b"%PDF")


def test_characters_that_the_font_lacks_are_named_in_a_warning(tmp_path: Path) -> None:
    file, drawn = tmp_path / "rare.ttl", tmp_path / "rare.png"
    file.write_text(
        """@prefix cg: <https://w3id.org/citygraph/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <urn:a> rdfs:label "𠀀廠" . <urn:b> rdfs:label "👩城" .
        <urn:c> a cg:Claim ; rdf:subject <urn:b> ; rdf:predicate cg:supports ; rdf:object <urn:a> ;
          cg:status cg:planned ; cg:basis cg:stated .""",
        "utf-8",
    )
    done = citygraph("--from", str(file), "diagram", "𠀀廠", "-o", str(drawn))
    assert done.status == 0
    assert "Warning: the font does not have 👩 𠀀: drawn as boxes" in done.err
    assert drawn.read_bytes().startswith(b"\x89PNG")
    assert citygraph("--from", str(file), "diagram", "𠀀廠", "-o", str(tmp_path / "rare.svg")).err == ""


def test_a_picture_that_nobody_can_read_is_refused_with_what_to_leave_out(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"143 things make no readable picture; .*--avoid-kind 舉措 .*--all"):
        cg.diagram(city, "太原")
    with pytest.raises(cg.CityGraphError, match=r"leave some out: --avoid 太原 \(152 ties\)"):
        cg.diagram(city, "太鋼", hops=2)
    assert cg.diagram(city, "太原", every=True).things == 143
    without = cg.diagram(city, "太鋼", hops=2, avoid=["太原"])
    assert without.things < 60
    assert "太原" not in texts(without.svg)
    fewer = cg.diagram(city, "太原", avoid_kinds=["舉措", "項目", "工程行動", "企業", "地點"], every=True)
    assert fewer.things < 143 - 31 - 17


def test_filters_leave_what_they_say(city: cg.CityGraph) -> None:
    zones = cg.diagram(city, "太原", kinds=["Zone"])
    assert cg.diagram(city, "太原", kinds=["开发区"]).dot == zones.dot
    assert zones.things < 20
    assert cg.diagram(city, "太原", relations=["重點支持"]).things == 11
    planned = cg.diagram(city, "太鋼", statuses=["planned"], inferred=True)
    assert 0 < planned.ties < cg.diagram(city, "太鋼", inferred=True).ties


def test_what_no_layout_can_place_is_refused_with_a_way_on(tmp_path: Path) -> None:
    claims = (
        f"<urn:c{at}> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:supports ; rdf:object <urn:t{at}> ;"
        " cg:status cg:planned ; cg:basis cg:stated ."
        for at in range(2_100)
    )
    file = tmp_path / "large.ttl"
    head = (
        "@prefix cg: <https://w3id.org/citygraph/ontology#> ."
        " @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
    )
    name = "<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> 'hub' ."
    file.write_text("\n".join([head, name, *claims]), "utf-8")
    with pytest.raises(cg.CityGraphError, match=r"2101 things are more than a picture holds; .*city\.graphml"):
        cg.diagram(cg.open(file), "hub", every=True)


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["沒有這個"], 1, "nothing here is called"),
        (["太鋼", "--kind", "Dragon"], 1, "--kind leaves none of 8 ties"),
        (["太鋼", "--avoid", "太鋼"], 1, "--avoid leaves none of 8 ties"),
        (["太鋼", "--relation", "位於", "--status", "planned"], 1, "--status leaves none of 1 ties"),
        (["太鋼", "--avoid-kind", "Dragon"], 1, "kinds are:"),
        (["太鋼", "--size", "1:100"], 1, "a ratio between 1:5 and 5:1"),
        (["太鋼", "--view", "dragons"], 2, "'chains'"),
        (["太鋼", "--relation", "suports"], 1, "nearest: supports"),
        (["太鋼", "--status", "targeted"], 1, "--status leaves none of 8 ties"),
        (["--path", "太鋼", "惠科集團"], 1, "nothing to draw"),
        (["太鋼", "--dot", "/no/such/dot"], 1, "No such file"),
        (["太鋼", "--dot", "false"], 1, "false failed: exit status 1"),
        ([], 2, "give names"),
        (["太鋼", "--path", "太鋼", "太重"], 2, "give names"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_drawn_is_refused_and_no_file_appears(
    tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    file = tmp_path / "a.svg"
    assert told in refusal(citygraph("diagram", *arguments, "-o", str(file)), status)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_suffix_lists_those_known() -> None:
    assert ".svg .png .pdf .dot" in refusal(citygraph("diagram", "太鋼", "-o", "a.gif"), 2)
    assert "say where to draw" in refusal(citygraph("diagram", "太鋼"), 2)


def test_a_refused_picture_leaves_an_existing_file(tmp_path: Path) -> None:
    file = tmp_path / "kept.svg"
    file.write_text("kept", "utf-8")
    refusal(citygraph("diagram", "太原", "-o", str(file)))
    assert file.read_text("utf-8") == "kept"


def test_a_diagram_shows_itself_in_a_notebook(city: cg.CityGraph) -> None:
    assert cg.diagram(city, "晶科")._repr_svg_().startswith("<?xml")


def test_nothing_of_the_system_is_needed(tmp_path: Path) -> None:
    # Neither fonts nor Graphviz: an environment with an empty home and no PATH.
    file = tmp_path / "bare.png"
    done = process([COMMAND, "diagram", "太鋼", "-o", str(file)], env={"PATH": "", "HOME": str(tmp_path)})
    assert (done.status, done.err) == (0, "")
    assert file.stat().st_size > 10_000
