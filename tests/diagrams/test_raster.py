"""A drawing as pixels and as a page; characters that the font lacks are listed."""

from __future__ import annotations

import struct

import pytest

from cityGraph.diagrams.raster import missing, pdf, png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50">'
    '<title>⌚</title><text x="5" y="20" font-size="12">{}</text></svg>'
)


def size(image: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", image[16:24])
    return width, height


def test_png_has_as_many_pixels_as_the_zoom_asks_for() -> None:
    one, two = png(SVG.format("太鋼"), zoom=1), png(SVG.format("太鋼"), zoom=2)
    assert one.startswith(b"\x89PNG\r\n\x1a\n")
    assert size(two) == (2 * size(one)[0], 2 * size(one)[1])


def test_the_same_drawing_gives_the_same_pixels_and_other_words_others() -> None:
    assert png(SVG.format("太鋼")) == png(SVG.format("太鋼"))
    assert png(SVG.format("太鋼")) != png(SVG.format("太重"))


def test_pdf_is_one_page() -> None:
    page = pdf(SVG.format("太鋼"))
    assert page.startswith(b"%PDF-")
    assert page.count(b"/Type /Page\n") + page.count(b"/Type/Page\n") <= 1


@pytest.mark.parametrize(("text", "lacks"), [("太鋼 TISCO", ""), ("太\n鋼", ""), ("ก👩太ก", "ก👩")])
def test_missing_lists_each_character_once_that_the_font_cannot_draw(text: str, lacks: str) -> None:
    # The title is not drawn: what it has does not count.
    assert missing(SVG.format(text)) == lacks
