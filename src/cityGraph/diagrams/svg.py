"""DOT laid out as SVG, with a legend and a caption.

Layout engines do not know how wide Chinese characters are. So `dot` gives every node and label a fixed size, and the
labels of edges are centred here, after the layout.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape import terminal
from ..render.columns import width, wrap
from .fonts import FAMILY, SVG, XLINK
from .scene import INK, LINES, label_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element


def laid_out(dot: str, program: str | None = None) -> str:
    """Lay out a diagram.

    Args:
        dot: The diagram as DOT (https://graphviz.org/doc/info/lang.html).
        program: The path of a Graphviz ``dot`` to lay it out with. None uses graphviz-pure, which is installed with
            the package.

    Returns:
        The SVG that the program writes.

    Raises:
        CityGraphError: The program is missing or fails. The message has the last line of its standard error.
    """
    command = program or _engine()
    try:
        done = subprocess.run([command, "-Tsvg"], input=dot.encode(), capture_output=True, check=False)
    except OSError as error:
        raise CityGraphError(
            f"Cannot run the layout program {command}: {error.strerror}. Give another with --dot, or run: "
            "pip install graphviz-pure"
        ) from None
    if done.returncode or not done.stdout:
        messages = done.stderr.decode(errors="replace").strip().splitlines()
        reason = messages[-1] if messages else f"exit status {done.returncode}"
        raise CityGraphError(f"The layout program {command} failed: {reason}")
    return done.stdout.decode()


def _engine() -> str:
    """Return the path of the graphviz-pure command, wherever the installer put it."""
    from importlib.metadata import distribution

    files = distribution("graphviz-pure").files or ()
    return next((os.path.normpath(file.locate()) for file in files if file.stem == "graphviz-pure"), "graphviz-pure")


def aspect_ratio(svg: str) -> float:
    """Return the width of a drawing divided by its height.

    Args:
        svg: A drawing as a layout engine writes it.

    Returns:
        A number above 1 for a wide drawing, below 1 for a high one.

    Examples:
        >>> aspect_ratio('<svg viewBox="0 0 160 90"/>') == 16 / 9
        True
    """
    wide, high = map(float, re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', svg).groups())  # type: ignore[union-attr]
    return wide / high


def finished(svg: str, legend: Sequence[tuple[str, str, str]], caption: str, ratio: float | None = None) -> str:
    """Finish a drawing: set fonts, centre labels, and add tooltips, a background, a legend and a caption.

    Args:
        svg: A drawing as a layout engine writes it.
        legend: What fills and lines mean, from `scene.legend`: (``fill``, colour, words) or (``line``, key of
            `scene.LINES`, words).
        caption: The line below the legend. Empty for none.
        ratio: Width divided by height of the sheet. None fits the sheet to the drawing.

    Returns:
        The drawing as an SVG document, with an XML declaration.
    """
    from xml.etree import ElementTree

    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE.*?>|<!--.*?-->", "", svg, flags=re.DOTALL))
    left, top, drawn_width, drawn_height = map(float, root.get("viewBox", "0 0 100 100").split())
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("font-family", FAMILY)
    for group in root.iter(f"{{{SVG}}}g"):
        _set_titles(group)
        if group.get("class") == "edge":
            for text in group.iter(f"{{{SVG}}}text"):
                _centre(text)
    sheet_width = max(drawn_width, 320.0)
    rows, lines, foot_height = _foot(legend, caption, sheet_width)
    if ratio and sheet_width < ratio * (drawn_height + foot_height):
        sheet_width = ratio * (drawn_height + foot_height)
        rows, lines, foot_height = _foot(legend, caption, sheet_width)
    sheet_height = sheet_width / ratio if ratio else drawn_height + foot_height
    left -= (sheet_width - drawn_width) / 2
    top -= (sheet_height - drawn_height - foot_height) / 2
    y = top + sheet_height - foot_height + 12
    for row in rows:
        x = left + 8
        for kind, what, words in row:
            _add_sample(root, kind, what, x, y)
            _add_text(root, words, x + 26, y + 4, 9)
            x += 34 + width(words) * 4.6
        y += 14
    for line in lines:
        _add_text(root, line, left + 8, y + 4, 8, "#555555")
        y += 12
    background = ElementTree.Element(f"{{{SVG}}}rect", {"x": f"{left:g}", "y": f"{top:g}", "fill": "white"})
    background.set("width", f"{sheet_width:g}")
    background.set("height", f"{sheet_height:g}")
    root.insert(0, background)
    root.set("viewBox", f"{left:g} {top:g} {sheet_width:g} {sheet_height:g}")
    root.set("width", f"{sheet_width:g}")
    root.set("height", f"{sheet_height:g}")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _foot(
    legend: Sequence[tuple[str, str, str]], caption: str, sheet_width: float
) -> tuple[list[list[tuple[str, str, str]]], list[str], float]:
    """Return the rows of the legend, the lines of the caption, and the height of both."""
    rows = list(_rows(legend, sheet_width - 16))
    lines = wrap(caption, max(20, int((sheet_width - 16) / 4.3))) if caption else []
    return rows, lines, 14.0 * len(rows) + 12.0 * len(lines) + 18


def _set_titles(group: Element) -> None:
    """Give each link its tooltip as its title, and remove the titles of layout engines: those are internal names."""
    from xml.etree import ElementTree

    for title in group.findall(f"{{{SVG}}}title"):
        group.remove(title)
    for link in group.findall(f"{{{SVG}}}a"):
        title = ElementTree.Element(f"{{{SVG}}}title")
        title.text = link.get(f"{{{XLINK}}}title")
        link.insert(0, title)


def _centre(text: Element) -> None:
    """Centre the label of an edge in the box that `dot` made for it."""
    text.set("x", f"{float(text.get('x', '0')) + label_width(text.text or '') / 2:g}")
    text.set("text-anchor", "middle")


def _rows(legend: Iterable[tuple[str, str, str]], row_width: float) -> Iterable[list[tuple[str, str, str]]]:
    """Yield the items of the legend in rows that are at most so wide, unless one item is wider."""
    row: list[tuple[str, str, str]] = []
    left = row_width
    for item in legend:
        item_width = 34 + width(item[2]) * 4.6
        if row and item_width > left:
            yield row
            row, left = [], row_width
        row.append(item)
        left -= item_width
    if row:
        yield row


def _add_sample(root: Element, kind: str, what: str, x: float, y: float) -> None:
    """Draw the fill or the line that an item of the legend explains."""
    from xml.etree import ElementTree

    if kind == "fill":
        box = {"x": f"{x:g}", "y": f"{y - 5:g}", "width": "18", "height": "10", "fill": what, "stroke": INK}
        ElementTree.SubElement(root, f"{{{SVG}}}rect", box | {"stroke-width": "0.7"})
        return
    _, colour, dashes = LINES[what]
    line = {"x1": f"{x:g}", "y1": f"{y:g}", "x2": f"{x + 20:g}", "y2": f"{y:g}", "stroke": colour}
    if dashes:
        line["stroke-dasharray"] = dashes
    ElementTree.SubElement(root, f"{{{SVG}}}line", line)


def _add_text(root: Element, words: str, x: float, y: float, size: float, fill: str = INK) -> None:
    from xml.etree import ElementTree

    text = ElementTree.SubElement(root, f"{{{SVG}}}text", {"x": f"{x:g}", "y": f"{y:g}", "fill": fill})
    text.set("font-family", FAMILY)
    text.set("font-size", f"{size:g}")
    text.text = terminal(words)
