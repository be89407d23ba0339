"""A page has its shape, and what stands around the drawing is on it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from cityGraph.diagrams.fonts import SVG
from cityGraph.diagrams.frame import page
from cityGraph.diagrams.heading import Heading
from cityGraph.diagrams.sheet import Sheet
from support.pages import texts

LINES = (("realised", "事實"), ("planned", "規劃"))
AROUND = Heading("標題", "2 個事物", LINES, (("Firm", "企業"), ("Zone", "園區")), "截至 2024", "來源：港報")


def drawn(tall: float, heading: Heading = AROUND, **options: float) -> tuple[ElementTree.Element, float, float]:
    def draw(sheet: Sheet, top: float) -> float:
        sheet.box(48, top, 100, tall)
        return top + tall

    root = ElementTree.fromstring(page(heading, draw, **options).encode())
    return root, float(root.get("width", "0")), float(root.get("height", "0"))


def test_a_page_is_sixteen_to_nine_and_grows_in_height_alone() -> None:
    assert drawn(500)[1:] == (1600, 900)
    _, wide, high = drawn(2_000)
    assert wide == 1600
    assert 2_000 < high < 2_400


def test_a_page_with_little_on_it_is_smaller_and_keeps_its_shape() -> None:
    _, wide, high = drawn(100)
    assert (wide, high) == (1000, 562.5)
    _, wide, high = drawn(100, ratio=4 / 3)
    assert wide / high == pytest.approx(4 / 3)
    assert wide == 1000
    assert drawn(100, high=0.0)[1] == 1600  # a drawing with a width of its own is not cut


@pytest.mark.parametrize("ratio", [16 / 9, 1.0, 0.2, 5.0])
def test_a_page_that_must_keep_its_shape_grows_in_both(ratio: float) -> None:
    _, wide, high = drawn(2_000, ratio=ratio)
    assert wide / high == pytest.approx(ratio, rel=1e-3)
    assert high > 2_000


def test_everything_around_the_drawing_is_on_the_page_and_below_it() -> None:
    root, wide, high = drawn(300, AROUND._replace(sources="來源：" + "、".join(f"港報{at}" for at in range(200))))
    written = ["".join(text.itertext()) for text in root.iter(f"{{{SVG}}}text")]
    assert written[:4] == ["標題", "2 個事物", "事實", "規劃"]
    assert {"企業", "園區", "截至 2024"} <= set(written)
    assert "港報199" in "".join(written).replace("\n", "")
    box = next(each for each in root.iter(f"{{{SVG}}}rect") if each.get("rx"))
    below = float(box.get("y", "0")) + 300
    for text in root.iter(f"{{{SVG}}}text"):
        x, y = float(text.get("x", "0")), float(text.get("y", "0"))
        assert 48 <= x < wide - 48
        assert 48 < y < float(box.get("y", "0")) or below < y < high


def test_a_narrow_page_puts_the_legend_below_the_counts() -> None:
    root, *_ = drawn(100, AROUND._replace(counts="甲" * 30), wide=720.0, high=0.0)
    height = {"".join(text.itertext()): float(text.get("y", "0")) for text in root.iter(f"{{{SVG}}}text")}
    assert height["規劃"] > height["甲" * 30]


def test_a_page_without_sources_names_the_program_alone() -> None:
    said = texts(page(Heading("題", "1 個事物", (), (), "", ""), lambda _, top: top))
    assert said == ["題", "1 個事物", "citygraph"]
