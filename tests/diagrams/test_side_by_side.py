"""Two cities on a page: nothing lies on anything else."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

import cityGraph as cg
from cityGraph.diagrams.comparison import comparison_picture
from cityGraph.diagrams.fonts import SVG
from cityGraph.diagrams.sheet import measure
from cityGraph.diagrams.side_by_side import box_key
from support.process import LANGUAGES
from support.two_cities import graphs

Box = tuple[float, float, float, float]


def words(svg: str) -> list[tuple[str, Box]]:
    """Each text with the room that it takes."""
    found = []
    for each in ElementTree.fromstring(svg.encode()).iter(f"{{{SVG}}}text"):
        size = float(each.get("font-size", "0"))
        wide = measure(str(each.text), size)
        x = float(each.get("x", "0")) - (wide if each.get("text-anchor") == "end" else 0)
        y = float(each.get("y", "0"))
        found.append((str(each.text), (x, y - size * 0.75, x + wide, y + size * 0.05)))
    return found


def overlapping(svg: str) -> list[tuple[str, str]]:
    listed = words(svg)
    return [
        (one, other)
        for at, (one, a) in enumerate(listed)
        for other, b in listed[:at]
        if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_lies_on_another_or_leaves_the_page(tmp_path: Path, language: str) -> None:
    one, other = graphs(tmp_path, language)
    for answer in (
        cg.compare(one, beside=other),
        cg.compare(cg.open(language=language), beside=cg.open(language=language)),
        cg.compare(cg.open(language=language), beside=other),
    ):
        svg = comparison_picture(answer, language).svg
        assert overlapping(svg) == []
        wide = float(ElementTree.fromstring(svg.encode()).get("width", "0"))
        assert all(box[0] >= 0 and box[2] <= wide for _, box in words(svg))


def test_the_boxes_of_what_both_name_stand_between_the_cities_and_apart(tmp_path: Path) -> None:
    one, other = graphs(tmp_path)
    svg = comparison_picture(cg.compare(one, beside=other), "zh-Hant").svg
    rects = [each for each in ElementTree.fromstring(svg.encode()).iter(f"{{{SVG}}}rect") if each.get("rx")]
    places = [tuple(float(each.get(name, "0")) for name in ("x", "y", "width", "height")) for each in rects]
    *boxes, left, right = places
    assert len(boxes) == 5
    for box in boxes:
        assert left[0] + left[2] < box[0]
        assert box[0] + box[2] < right[0]
    assert all(a[1] + a[3] < b[1] for a, b in pairwise(boxes))


def test_each_box_has_a_key_of_its_own() -> None:
    assert len({box_key(at) for at in range(5)}) == 5
