"""The finished picture: its shape, and no label that breaks out of its place."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.diagrams.dot import as_dot
from cityGraph.diagrams.fonts import SVG, XLINK
from cityGraph.diagrams.heading import heading
from cityGraph.diagrams.raster import pdf, png
from cityGraph.diagrams.scene import DrawnEdge, Panel, Row, Scene
from cityGraph.diagrams.svg import finished, laid_out
from cityGraph.escape import terminal
from cityGraph.model.claim import Entity
from support.pages import texts
from support.samples import LABEL
from support.strange import HARD_LABELS


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
    ties = [DrawnEdge("urn:0", "urn:1", "urn:r", tied, "planned", (), tied)]
    panel = Panel(Row(labels[0]), (Row(listed, things["urn:1"], "inferred", (), listed), Row("深", depth=1)), "注")
    scene = Scene(things, ties, {"panel": panel})
    dot = as_dot(scene)
    svg = finished(laid_out(dot), heading(scene, "en"))
    said = ["".join(text.split()) for text in texts(svg)]
    for label in (*labels, tied, f"◇{listed}"):
        assert "".join(terminal(label).split()) in "".join(said)
    assert png(svg).startswith(b"\x89PNG")
    assert pdf(svg).startswith(b"%PDF")
