"""What is drawn is as wide as it was measured to be, and leads to its words."""

from __future__ import annotations

import importlib.util

import pytest

from cityGraph.diagrams.fonts import SVG, XLINK, family_of, font_file
from cityGraph.diagrams.scene import Row
from cityGraph.diagrams.sheet import MARKS, Sheet, draw_mark, lines_of, measure
from cityGraph.model.claim import Passage

FACES = ("Noto Sans CJK TC", "Noto Sans CJK KR")
SAID = Passage("urn:source", "本文", "港報", 1, 0, 2, "位於", "https://example.org/")


def test_a_text_is_measured_as_the_bundled_font_draws_it() -> None:
    assert importlib.util.find_spec("fontTools")
    from fontTools.ttLib import TTCollection

    with TTCollection(font_file(), lazy=True) as fonts:
        faces = {each["name"].getDebugName(1): each for each in fonts}
        found = {name: (faces[name].getBestCmap(), dict(faces[name]["hmtx"].metrics)) for name in FACES}
    ascii_text = "".join(map(chr, range(32, 127)))
    for text in (
        ascii_text,
        "太鋼「鏈主」，①⑳㉑“…—’",
        "Lu’an “Six Places” · 16 GW",
        "2× §5 ±1",
        "太鋼 2×3 §5",
        "16GW 高效單晶電池(2022)",
    ):
        points, advances = found[family_of(text).split(",")[0].strip("'")]
        drawn = sum(advances[points[ord(character)]][0] for character in text) / 1000
        assert measure(text, 1) == pytest.approx(drawn, rel=0.01)


@pytest.mark.parametrize(
    "text", ["山西中來光能電池科技有限公司", "民用絲、短纖、工業絲、特種尼龍", "special steel materials"]
)
def test_lines_are_no_wider_than_the_room_and_never_begin_with_a_stop(text: str) -> None:
    lines = lines_of(text, 90, 15)
    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line.rstrip("、"), 15) <= 90 for line in lines)
    assert not any(line.startswith("、") for line in lines)


def test_control_characters_are_shown_by_their_names_and_not_drawn() -> None:
    assert "\x1b" not in "".join(lines_of("太\x1b鋼", 500, 15))


def test_a_part_with_evidence_is_a_link_with_its_quote_and_one_without_is_none() -> None:
    sheet = Sheet()
    link = sheet.linked(Row("企業", None, "", (SAID,)))
    assert link is not None
    assert (link.tag, link.get(f"{{{XLINK}}}href")) == (f"{{{SVG}}}a", "https://example.org/")
    assert [title.text for title in link] == ["港報 「位於」"]
    assert sheet.linked(Row("企業")) is None
    reason = sheet.linked(Row("企業", because="推斷"))
    assert reason is not None
    assert (reason.tag, reason.get(f"{{{XLINK}}}href")) == (f"{{{SVG}}}g", None)


def test_lines_of_each_status_are_drawn_apart_and_bold_is_drawn_alike_everywhere() -> None:
    sheet = Sheet()
    for line in ("realised", "planned", "targeted", "inferred"):
        sheet.stroke("M0 0H9", line)
        sheet.box(0, 0, 9, 9, line)
    styles = [
        (each.tag, each.get("stroke-dasharray"), each.get("stroke"), each.get("stroke-width")) for each in sheet.root
    ]
    assert len(set(styles)) == len(styles)
    sheet.text("鋼", 0, 9, bold=True)
    assert sheet.root[-1].get("font-weight") is None  # the bundled font has no bold: browsers would differ
    assert sheet.root[-1].get("stroke") == sheet.root[-1].get("fill")


def test_each_mark_is_drawn_in_a_colour_of_its_own() -> None:
    sheet = Sheet()
    for mark in MARKS:
        draw_mark(sheet.root, mark, 0, 0)
    assert len({path.get("fill") for path in sheet.root}) == len(MARKS) == 9
    sheet.mark("Chain", 0, 0)
    assert sheet.root[-1].get("d") == MARKS["hexagon"]
