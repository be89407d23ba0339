"""DOT laid out and finished as SVG.

graphviz-pure lays out, resvg draws pixels, svg2pdf the page; the font is Noto Sans CJK. Layout engines know no metrics
of Chinese, so every node and label comes with its own size, and labels of ties are centred afterwards.
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
from .scene import INK, LINES, across

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element


def laid_out(dot: str, program: str | None = None) -> str:
    """The SVG that a layout engine makes of `dot`: graphviz-pure or, if `program` names one, a system ``dot``.

    Raises `CityGraphError` where the engine is missing or fails, with its first words.
    """
    command = program or _engine()
    try:
        done = subprocess.run([command, "-Tsvg"], input=dot.encode(), capture_output=True, check=False)
    except OSError as error:
        raise CityGraphError(f"{command}: {error.strerror}; `pip install graphviz-pure` brings one") from None
    if done.returncode or not done.stdout:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise CityGraphError(f"{command} failed: {told[-1] if told else f'exit status {done.returncode}'}")
    return done.stdout.decode()


def _engine() -> str:
    """The layout engine that is installed with the package, wherever its scripts lie."""
    from importlib.metadata import distribution

    files = distribution("graphviz-pure").files or ()
    return next((os.path.normpath(file.locate()) for file in files if file.stem == "graphviz-pure"), "graphviz-pure")


def shape(svg: str) -> float:
    """How many times wider than high a laid out drawing is."""
    wide, high = map(float, re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', svg).groups())  # type: ignore[union-attr]
    return wide / high


def finished(svg: str, legend: Sequence[tuple[str, str, str]], caption: str, ratio: float | None = None) -> str:
    """A laid out SVG with fonts, centred labels, a legend and a caption, on a sheet of that `ratio` if any is given.

    A row of `legend` is (``fill`` or ``line``, the colour or the line, the words).
    """
    from xml.etree import ElementTree

    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE.*?>|<!--.*?-->", "", svg, flags=re.DOTALL))
    left, top, drawn, high = map(float, root.get("viewBox", "0 0 100 100").split())
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("font-family", FAMILY)
    for group in root.iter(f"{{{SVG}}}g"):
        _entitle(group)
        if group.get("class") == "edge":
            for text in group.iter(f"{{{SVG}}}text"):
                _centre(text)
    wide = max(drawn, 320.0)
    foot = _foot(legend, caption, wide)
    if ratio and wide < ratio * (high + foot[2]):
        wide = ratio * (high + foot[2])
        foot = _foot(legend, caption, wide)
    whole = wide / ratio if ratio else high + foot[2]
    left -= (wide - drawn) / 2
    top -= (whole - high - foot[2]) / 2
    rows, lines, deep = foot
    at = top + whole - deep + 12
    for row in rows:
        x = left + 8
        for kind, what, words in row:
            _sample(root, kind, what, x, at)
            _text(root, words, x + 26, at + 4, 9)
            x += 34 + width(words) * 4.6
        at += 14
    for line in lines:
        _text(root, line, left + 8, at + 4, 8, "#555555")
        at += 12
    background = ElementTree.Element(f"{{{SVG}}}rect", {"x": f"{left:g}", "y": f"{top:g}", "fill": "white"})
    background.set("width", f"{wide:g}")
    background.set("height", f"{whole:g}")
    root.insert(0, background)
    root.set("viewBox", f"{left:g} {top:g} {wide:g} {whole:g}")
    root.set("width", f"{wide:g}")
    root.set("height", f"{whole:g}")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _foot(
    legend: Sequence[tuple[str, str, str]], caption: str, wide: float
) -> tuple[list[list[tuple[str, str, str]]], list[str], float]:
    """The rows of the legend, the lines of the caption, and how deep both are."""
    rows = list(_rows(legend, wide - 16))
    lines = wrap(caption, max(20, int((wide - 16) / 4.3))) if caption else []
    return rows, lines, 14.0 * len(rows) + 12.0 * len(lines) + 18


def _entitle(group: Element) -> None:
    """What a link says is its title, which a reader sees on hover; those that engines give to groups are numbers."""
    from xml.etree import ElementTree

    for title in group.findall(f"{{{SVG}}}title"):
        group.remove(title)
    for link in group.findall(f"{{{SVG}}}a"):
        title = ElementTree.Element(f"{{{SVG}}}title")
        title.text = link.get(f"{{{XLINK}}}title")
        link.insert(0, title)


def _centre(text: Element) -> None:
    """Centre the label of a tie in its box, whose size is ours: engines know no metrics of Chinese."""
    text.set("x", f"{float(text.get('x', '0')) + across(text.text or '') / 2:g}")
    text.set("text-anchor", "middle")


def _rows(legend: Iterable[tuple[str, str, str]], wide: float) -> Iterable[list[tuple[str, str, str]]]:
    row: list[tuple[str, str, str]] = []
    room = wide
    for item in legend:
        needs = 34 + width(item[2]) * 4.6
        if row and needs > room:
            yield row
            row, room = [], wide
        row.append(item)
        room -= needs
    if row:
        yield row


def _sample(root: Element, kind: str, what: str, x: float, y: float) -> None:
    from xml.etree import ElementTree

    if kind == "fill":
        place = {"x": f"{x:g}", "y": f"{y - 5:g}", "width": "18", "height": "10", "fill": what, "stroke": INK}
        ElementTree.SubElement(root, f"{{{SVG}}}rect", place | {"stroke-width": "0.7"})
        return
    _, colour, dashes = LINES[what]
    line = {"x1": f"{x:g}", "y1": f"{y:g}", "x2": f"{x + 20:g}", "y2": f"{y:g}", "stroke": colour}
    if dashes:
        line["stroke-dasharray"] = dashes
    ElementTree.SubElement(root, f"{{{SVG}}}line", line)


def _text(root: Element, words: str, x: float, y: float, size: float, fill: str = INK) -> None:
    from xml.etree import ElementTree

    found = ElementTree.SubElement(root, f"{{{SVG}}}text", {"x": f"{x:g}", "y": f"{y:g}", "fill": fill})
    found.set("font-family", FAMILY)
    found.set("font-size", f"{size:g}")
    found.text = terminal(words)
