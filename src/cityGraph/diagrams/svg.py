"""DOT laid out as SVG, and put on a page.

Layout engines do not know how wide Chinese characters are. So `dot` gives every node and label a fixed size, and the
labels of edges are centred here, after the layout.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from .dot import FONT
from .fonts import SVG, XLINK, family_of
from .frame import page
from .scene import label_width
from .sheet import MARGIN, MARK, MARKS, draw_mark, measure

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .heading import Heading
    from .sheet import Sheet

_LEAST_WIDE = 720.0  # pixels; a narrower page has no room for a title


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


def finished(svg: str, heading: Heading, ratio: float | None = None) -> str:
    """Finish a drawing: set fonts, centre labels, add tooltips and marks, and put it on a page.

    Args:
        svg: A drawing as a layout engine writes it.
        heading: What stands around it.
        ratio: Width divided by height of the page. None fits the page to the drawing.

    Returns:
        The page as an SVG document, with an XML declaration.
    """
    from xml.etree import ElementTree

    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE.*?>|<!--.*?-->", "", svg, flags=re.DOTALL))
    left, top, drawn_width, drawn_height = map(float, root.get("viewBox", "0 0 100 100").split())
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("font-family", family_of(text.text or ""))
    for group in root.iter(f"{{{SVG}}}g"):
        _set_titles(group)
        _add_mark(group)
        if group.get("class") == "edge":
            for text in group.iter(f"{{{SVG}}}text"):
                _centre(text)

    def placed(sheet: Sheet, y: float) -> float:
        x = MARGIN + (sheet.room - drawn_width) / 2
        sheet.add("g", transform=f"translate({x - left:g} {y - top:g})").extend(root)
        return y + drawn_height

    return page(heading, placed, ratio, max(drawn_width + 2 * MARGIN, _LEAST_WIDE), high=0)


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


def _add_mark(group: Element) -> None:
    """Put the mark of its kind before the name in a node. `dot` has named it in the class of the node."""
    what, _, mark = (group.get("class") or "").partition(" ")
    if what != "node":
        return
    group.set("class", what)
    texts = list(group.iter(f"{{{SVG}}}text"))
    if mark not in MARKS or not texts:
        return
    widest = max(measure(text.text or "", FONT) for text in texts)
    left = float(texts[0].get("x", "0")) - widest / 2
    middle = sum(float(text.get("y", "0")) for text in texts) / len(texts) - FONT * 0.36
    for text in texts:
        text.set("x", f"{float(text.get('x', '0')) + (MARK + 5) / 2:g}")
    draw_mark(group, mark, left - (MARK + 5) / 2, middle)
