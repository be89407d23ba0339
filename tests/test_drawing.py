"""Diagrams on a bare machine: readable, the same every time, and safe whatever the labels hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import cityGraph as cg
from cityGraph.drawing import LOOKS, PLAIN
from cityGraph.picture import DASHES, INK, SVG, XLINK
from test_surfaces import COMMAND, citygraph, process, refusal

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
STRANGE = [
    'say "太鋼"',
    "back\\slash",
    "<script>alert(1)</script>",
    "a & b",
    "\x1b[31mred",
    "行一\n行二",
    "=cmd()",
    "長" * 300,
    "👩‍🚀🏙️",
]


def texts(svg: str) -> list[str]:
    return ["".join(each.itertext()) for each in ElementTree.fromstring(svg.encode()).iter(f"{{{SVG}}}text")]


def test_a_diagram_shows_things_ties_legend_and_sources(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, "太鋼")
    said = texts(drawn.svg)
    assert {"太鋼", "太原", "重點支持", "為鏈主", "事實", "規劃", "企業"} <= set(said)
    assert "目標" not in said  # the legend holds what occurs
    assert "山西日報2025-03-27" in "".join(said).replace(" ", "")
    assert (drawn.things, drawn.ties) == (len(cg.neighbors(city, "太鋼")) + 1, len(cg.neighbors(city, "太鋼")))


def test_a_plan_is_dashed_a_target_dotted_an_inference_grey_with_its_sign(city: cg.CityGraph) -> None:
    target = cg.diagram(city, "百億規模")
    assert 'stroke-dasharray="1' in target.svg
    planned = cg.diagram(city, "晉劇")
    assert 'style="dashed"' in planned.dot
    inferred = cg.diagram(city, "爍科", inferred=True)
    assert "◇ 指" in texts(inferred.svg)
    assert "#808080" in inferred.svg
    assert set(DASHES) == {"realised", "planned", "targeted", "inferred"}


def test_the_words_of_the_source_are_on_the_tie_and_lead_to_them(city: cg.CityGraph) -> None:
    root = ElementTree.fromstring(cg.diagram(city, "太鋼").svg.encode())
    links = {link.get(f"{{{XLINK}}}title"): link.get(f"{{{XLINK}}}href") for link in root.iter(f"{{{SVG}}}a")}
    (told,) = [title for title in links if title and "重點支持太鋼" in title]
    assert told.startswith("本文 「重點支持太鋼」")
    assert "#:~:text=" in (links[told] or "")


def test_a_path_is_drawn_with_its_parallel_ties(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, path=("太鋼", "陽曲工業園區"))
    assert drawn.things == 4
    assert {"跨", "支持", "重點支持", "屬"} <= set(texts(drawn.svg))


def test_the_same_input_gives_the_same_bytes() -> None:
    one, other = (cg.diagram(cg.open(engine=engine), "太重", inferred=True) for engine in ("oxigraph", "rdflib"))
    assert (one.dot, one.svg) == (other.dot, other.svg)
    assert one.png() == other.png()


def test_words_are_legible_on_every_fill_and_fills_differ_in_grey() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

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
    centre = URIRef("urn:centre")
    graph.add((centre, URIRef(LABEL), Literal("中心")))
    for at, label in enumerate(STRANGE):
        thing, claim = URIRef(f"urn:t{at}"), URIRef(f"urn:c{at}")
        graph.add((thing, URIRef(LABEL), Literal(label)))
        for predicate, what in (
            (RDF.type, ns.Claim),
            (RDF.subject, centre),
            (RDF.predicate, ns.supports),
            (RDF.object, thing),
            (ns.status, ns.planned),
            (ns.basis, ns.stated),
        ):
            graph.add((claim, predicate, what))
    file = tmp_path / "strange.ttl"
    graph.serialize(file, format="turtle")
    drawn = cg.diagram(cg.open(file), "中心")
    assert drawn.things == len(STRANGE) + 1
    said = "".join(texts(drawn.svg))
    assert "<script>" in said
    assert "<script>" not in drawn.svg
    assert "\x1b" not in drawn.svg
    assert said.count("長") == 300
    assert drawn.png().startswith(b"\x89PNG")


def test_a_picture_that_nobody_can_read_is_refused_and_drawn_if_all_is_asked_for(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"143 things make no readable picture; .*--all"):
        cg.diagram(city, "太原")
    assert cg.diagram(city, "太原", every=True).things == 143
    zones = cg.diagram(city, "太原", kinds=["Zone"])
    assert cg.diagram(city, "太原", kinds=["开发区"]).dot == zones.dot
    assert zones.things < 20
    assert cg.diagram(city, "太原", relations=["重點支持"]).things == 11
    planned = cg.diagram(city, "太鋼", statuses=["planned"], inferred=True)
    assert 0 < planned.ties < cg.diagram(city, "太鋼", inferred=True).ties


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["沒有這個"], 1, "nothing here is called"),
        (["太鋼", "--kind", "Dragon"], 1, "the filters leave none"),
        (["太鋼", "--relation", "suports"], 1, "nearest: supports"),
        (["太鋼", "--status", "targeted"], 1, "the filters leave none"),
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
