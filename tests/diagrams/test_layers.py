"""The positioning view on a page: columns from the city to firms, no box over another, no line through a box."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

import cityGraph as cg
from cityGraph.diagrams.fonts import SVG
from cityGraph.diagrams.layers import AIM, CITY, FIELD, FIRM, WAY, columns_of, draw_layers
from cityGraph.diagrams.scene import DrawnEdge, Panel, Row, Scene
from cityGraph.diagrams.sheet import Sheet
from cityGraph.model.claim import Entity
from support.process import LANGUAGES

KINDS = {
    "city": "City", "aim": "Positioning", "set": "NamedSet", "list": "NamedSet", "zone": "Zone", "chain": "Chain",
    "far": "Industry", "park": "Zone",
}  # fmt: skip
THINGS = {f"urn:{key}": Entity(f"urn:{key}", key, kind, kind) for key, kind in KINDS.items()}


def edge(start: str, end: str, relation: str = "urn:r") -> DrawnEdge:
    return DrawnEdge(f"urn:{start}", f"urn:{end}", relation, "往", "planned", (), None, "planned")


EDGES = [
    edge("city", "aim"), edge("city", "set"), edge("set", "aim"), edge("aim", "list"), edge("aim", "zone"),
    edge("list", "chain"), edge("zone", "chain"), edge("aim", "far"), edge("chain", "park"), edge("chain", "far"),
]  # fmt: skip
PANELS = {
    "urn:chain": Panel(Row("chain", THINGS["urn:chain"]), (Row("鏈主 甲", None, "planned"), Row("園區", depth=1)))
}
SCENE = Scene({iri: thing for iri, thing in THINGS.items() if iri != "urn:chain"}, EDGES, PANELS)


def boxes_of(root: ElementTree.Element) -> list[tuple[float, ...]]:
    found = root.iter(f"{{{SVG}}}rect")
    return [tuple(float(each.get(side, "0")) for side in ("x", "y", "width", "height")) for each in found]


def test_each_thing_has_the_first_column_that_it_fits() -> None:
    columns = {key.removeprefix("urn:"): column for key, column in columns_of(SCENE).items()}
    assert columns == {
        "city": CITY, "aim": AIM, "set": AIM, "list": WAY, "zone": WAY, "chain": FIELD, "far": FIELD, "park": FIRM
    }  # fmt: skip


def test_an_edge_that_crosses_a_column_has_a_place_of_its_own_in_it() -> None:
    sheet = Sheet()
    draw_layers(sheet, 100, SCENE, "zh-Hant")
    boxes = boxes_of(sheet.root)
    assert len(boxes) == 7
    lefts = sorted({x for x, *_ in boxes})
    crossing = [
        float(match[1])
        for path in sheet.root.iter(f"{{{SVG}}}path")
        if (match := re.search(r"(\S+)H(\S+)$", path.get("d", ""))) and "C" in path.get("d", "")
    ]
    assert len(crossing) == 1  # from the positioning to the industry
    assert all(not y <= crossing[0] <= y + high for x, y, _, high in boxes if x == lefts[2])


def test_what_a_chain_alone_leads_to_is_listed_beside_it_with_the_words_of_the_edge() -> None:
    sheet = Sheet()
    draw_layers(sheet, 100, SCENE, "zh-Hant")
    left = {text.text: float(text.get("x", "0")) for text in sheet.root.iter(f"{{{SVG}}}text")}
    assert left["鏈主 甲"] + 18 == left["園區"]  # a site stands further in than its firm
    assert left["企業、功能區"] < left["往 park"]
    assert left["城市"] < left["定位"] < left["途徑"] < left["產業鏈、產業"] < left["企業、功能區"]
    assert "park" not in left


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_box_of_the_city_covers_another(language: str) -> None:
    svg = cg.diagram(cg.open(language=language), view="positioning", inferred=True).svg
    _, *boxes = boxes_of(ElementTree.fromstring(svg.encode()))
    assert len(boxes) > 30
    assert len({x for x, *_ in boxes}) == FIRM
    for at, (x, y, _, high) in enumerate(boxes):
        for left, top, _, down in boxes[at + 1 :]:
            assert x != left or y + high <= top or top + down <= y
