"""The page around a drawing: title, counts and legend above, marks, date and sources below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fonts import SVG, XLINK
from .palette import PAGE, QUIET
from .sheet import HIGH, MARGIN, SMALL, WIDE, Sheet, lines_of, measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from .heading import Heading

    # Draws what a page shows, from a height on, and returns where it ends.
    Draw = Callable[[Sheet, float], float]

_TITLE, _COUNTS = 30.0, 16.0
_WIDER = 1.08  # by how much a page grows that must keep its shape
_SAMPLE = 30.0
_SPARSE = 0.55  # a page that is filled less is too large
_NARROW = (1_000.0, 1_200.0, 1_400.0)  # smaller pages, in pixels


def page(heading: Heading, draw: Draw, ratio: float | None = None, wide: float = WIDE, high: float = HIGH) -> str:
    """Draw a page.

    Args:
        heading: What stands around the drawing.
        draw: Draws on a page from a height on, and returns where the drawing ends.
        ratio: Width divided by height. None makes the page as wide as `wide`, and at least as high as `high`.
        wide: The width in pixels. A page that must keep its shape gets wider and higher if it has to.
        high: The least height in pixels of a page of the usual width, without a ratio. 0 fits the page to a drawing
            that has a width of its own; other pages get smaller if the drawing leaves most of them empty.

    Returns:
        The page as an SVG document, with an XML declaration.
    """

    def tried(wide: float) -> tuple[Sheet, float, float, float]:
        sheet = Sheet(wide)
        below = draw(sheet, _head(sheet, heading)) + 20
        least = wide / ratio if ratio else wide * high / WIDE
        return sheet, below, below + _foot(Sheet(wide), heading, 0), least

    if ratio and ratio < 1:
        wide = min(wide, HIGH)
    best = tried(wide)
    if high and best[2] < best[3] * _SPARSE:  # on a smaller page, the words are larger on a slide
        smaller = (tried(narrow) for narrow in _NARROW if narrow < wide)
        best = next((each for each in smaller if each[2] <= each[3]), best)
    while ratio and best[2] > best[3]:
        wide *= _WIDER
        best = tried(wide)
    sheet, below, needed, least = best
    height = max(needed, least)
    _foot(sheet, heading, height - (needed - below))
    return _document(sheet, height)


def _head(sheet: Sheet, heading: Heading) -> float:
    """Write title, counts and the legend of lines. Return where the drawing begins."""
    y = MARGIN
    size = _TITLE if sheet.wide >= 1_000 else 22.0
    for line in lines_of(heading.title, sheet.room, size):
        sheet.text(line, MARGIN, y + size * 0.85, size, bold=True)
        y += size * 4 / 3
    legend = sum(_SAMPLE + 8 + measure(word, SMALL) + 28 for _, word in heading.lines)
    beside = legend + measure(heading.counts, _COUNTS) + 40 <= sheet.room
    for line in lines_of(heading.counts, sheet.room - (legend + 40 if beside else 0), _COUNTS):
        sheet.text(line, MARGIN, y + 17, _COUNTS, fill=QUIET)
        y += 24
    x = sheet.wide - MARGIN - legend + 28 if beside else MARGIN
    y -= 24 if beside else 0
    for line, word in heading.lines:
        sheet.stroke(f"M{x:g} {y + 12:g}h{_SAMPLE:g}", line)
        if line == "inferred":
            sheet.add("path", d=f"M{x + 15:g} {y + 7:g}l5 5l-5 5l-5 -5Z", fill=PAGE, stroke=QUIET)
        x += _SAMPLE + 8
        x += sheet.text(word, x, y + 16.5, SMALL, fill=QUIET) + 28
    return y + (24 if heading.lines or beside else 0) + 16


def _foot(sheet: Sheet, heading: Heading, y: float) -> float:
    """Write the marks, the date and the sources. Return where the page ends."""
    x = MARGIN
    for kind, words in heading.kinds:
        wide = 17 + measure(words, SMALL) + 24
        if x > MARGIN and x + wide - 24 > sheet.wide - MARGIN:
            x, y = MARGIN, y + 20
        sheet.mark(kind, x, y + 9)
        lines = lines_of(words, sheet.room - 17, SMALL)
        for at, line in enumerate(lines):
            y += 19 if at else 0
            sheet.text(line, x + 17, y + 13.5, SMALL, fill=QUIET)
        x += wide
    y += 24 if heading.kinds else 0
    told = "  ·  ".join(filter(None, (heading.as_of, heading.sources, "citygraph")))
    for at, line in enumerate(lines_of(told, sheet.room, SMALL)):
        ahead = heading.as_of if at == 0 and heading.as_of and line.startswith(heading.as_of) else ""
        behind = sheet.text(ahead, MARGIN, y + 14, SMALL, bold=True) if ahead else 0.0
        sheet.text(line[len(ahead) :].lstrip(), MARGIN + behind + (6 if ahead else 0), y + 14, SMALL, fill=QUIET)
        y += 19
    return y + 28


def _document(sheet: Sheet, height: float) -> str:
    from xml.etree import ElementTree

    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    size = {"width": f"{sheet.wide:g}", "height": f"{height:g}"}
    root = ElementTree.Element(f"{{{SVG}}}svg", size | {"viewBox": f"0 0 {sheet.wide:g} {height:g}"})
    ElementTree.SubElement(root, f"{{{SVG}}}rect", {**size, "fill": PAGE})
    root.append(sheet.root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
