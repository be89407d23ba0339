"""A page to draw on: text, boxes, curves and marks as elements of SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from ..render.columns import width, wrap
from .fonts import SVG, XLINK, family_of, is_chinese
from .palette import HUES, INK, PANEL, RULE, line_of, look_of
from .scene import link, tooltip

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .scene import DrawnEdge, Row

WIDE, HIGH = 1_600.0, 900.0  # 16:9; on A4, a pixel is then half a point
MARGIN = 48.0
NAME, SMALL = 15.0, 12.5  # pixels: of a name, and the least of any text
LEADING = 1.45
MARK = 11.0
# The width of each character from space to tilde in the bundled font, in thousandths of its size.
_ASCII = (
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
    555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
    723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
    554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
    270, 338, 555,
)  # fmt: skip
_QUOTES = {"‘": 0.278, "’": 0.278, "“": 0.474, "”": 0.474, "·": 0.561}  # in a text without Chinese
_NEVER_FIRST = "、，。；：！？）」』》,.;:!?)"  # no line begins with one
# The outline of each mark, in a square from -1 to 1.
MARKS = {
    "disc": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z",
    "square": "M-.9-.9H.9V.9H-.9Z",
    "hexagon": "M-1 0L-.5-.9H.5L1 0L.5.9H-.5Z",
    "bar": "M-1-.45H1V.45H-1Z",
    "house": "M-.95 1V-.2L0-1L.95-.2V1Z",
    "triangle": "M0-1L1 .9H-1Z",
    "ring": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0ZM-.5 0A.5 .5 0 1 0 .5 0A.5 .5 0 1 0 -.5 0Z",
    "diamond": "M0-1L1 0L0 1L-1 0Z",
    "cross": "M-.35-1H.35V-.35H1V.35H.35V1H-.35V.35H-1V-.35H-.35Z",
}


def measure(text: str, size: float) -> float:
    """Return how wide a text is drawn.

    Args:
        text: One line.
        size: The size of the font, in pixels.

    Returns:
        The width in pixels.

    Examples:
        >>> measure("太鋼", 15)
        30.0
    """
    known = {} if is_chinese(text) else _QUOTES
    return size * sum(known.get(character) or _ems(character) for character in text)


def _ems(character: str) -> float:
    """Return how wide a character is, in sizes of the font."""
    if " " <= character <= "~":
        return _ASCII[ord(character) - 32] / 1000
    columns = width(character)
    if columns != 1:
        return columns / 2
    # Circled numbers, dashes, curved quotes and some signs are drawn as wide as a Chinese character.
    return 1.0 if character >= "\u2010" or character in "·×÷±§¶" else 0.61


def lines_of(text: str, room: float, size: float) -> list[str]:
    """Break a text into lines.

    Args:
        text: The text. Control characters are shown by their names.
        room: How wide a line may be, in pixels.
        size: The size of the font, in pixels.

    Returns:
        The lines, at least one.
    """
    shown = terminal(text)
    broken = wrap(shown, max(4, int(room * width(shown) / max(1.0, measure(shown, size)))))
    for at in range(1, len(broken)):
        if broken[at][0] in _NEVER_FIRST and len(broken[at]) > 1:
            broken[at - 1] += broken[at][0]
            broken[at] = broken[at][1:].lstrip()
    return broken


def draw_mark(parent: Element, mark: str, x: float, y: float) -> None:
    """Draw a mark.

    Args:
        parent: What to add it to.
        mark: A key of `MARKS`.
        x: Its left side.
        y: Its middle.
    """
    from xml.etree import ElementTree

    half = MARK / 2
    place = f"translate({x + half:g} {y:g}) scale({half:g})"
    drawn = {"d": MARKS[mark], "fill": HUES[mark], "fill-rule": "evenodd", "transform": place}
    ElementTree.SubElement(parent, f"{{{SVG}}}path", drawn)


class Sheet:
    """A page that is being drawn.

    Args:
        wide: Its width in pixels.
    """

    def __init__(self, wide: float = WIDE) -> None:
        from xml.etree import ElementTree

        self.wide = wide
        self.root: Element = ElementTree.Element(f"{{{SVG}}}g")

    @property
    def room(self) -> float:
        """The width between the margins, in pixels."""
        return self.wide - 2 * MARGIN

    def add(self, tag: str, parent: Element | None = None, /, **attributes: str | float) -> Element:
        """Add an element.

        Args:
            tag: Its name in SVG.
            parent: What to add it to. None adds it to the page.
            **attributes: Its attributes, with ``_`` for ``-``. Numbers are written short.

        Returns:
            The element.
        """
        from xml.etree import ElementTree

        written = {
            name.replace("_", "-"): value if isinstance(value, str) else f"{round(value, 2):g}"
            for name, value in attributes.items()
        }
        return ElementTree.SubElement(self.root if parent is None else parent, f"{{{SVG}}}{tag}", written)

    def linked(self, part: DrawnEdge | Row | None) -> Element | None:
        """Begin a group that leads to the words of the source, and shows them to a pointer.

        Args:
            part: An edge or a row.

        Returns:
            The group, or None if the part has no evidence and no reason.
        """
        hint = tooltip(part) if part is not None else ""
        if part is None or not hint:
            return None
        page = link(part)
        group = self.add("a" if page else "g")
        if page:
            group.set(f"{{{XLINK}}}href", page)
        group.set(f"{{{XLINK}}}title", hint)
        self.add("title", group).text = hint
        return group

    def text(
        self,
        words: str,
        x: float,
        y: float,
        size: float = NAME,
        *,
        fill: str = INK,
        bold: bool = False,
        end: bool = False,
        parent: Element | None = None,
    ) -> float:
        """Write one line of text.

        Args:
            words: The text, on one line.
            x: Where it begins or, with `end`, where it ends.
            y: Its base line.
            size: The size of the font, in pixels.
            fill: The colour.
            bold: Whether it is bold.
            end: Whether it ends at `x`.
            parent: What to add it to. None adds it to the page.

        Returns:
            Its width in pixels.
        """
        # The bundled font has one weight: a thin outline makes it bold, and every program draws that alike.
        outline: dict[str, str | float] = {}
        if bold:
            outline = {"stroke": fill, "stroke_width": size * 0.04, "stroke_linejoin": "round"}
        outline |= {"text_anchor": "end"} if end else {}
        drawn = self.add("text", parent, x=x, y=y, font_family=family_of(words), font_size=size, fill=fill, **outline)
        drawn.text = words
        return measure(words, size) * (1.04 if bold else 1)

    def mark(self, kind: str, x: float, y: float, parent: Element | None = None) -> None:
        """Draw the mark of a kind.

        Args:
            kind: The local name of a class.
            x: Its left side.
            y: Its middle.
            parent: What to add it to. None adds it to the page.
        """
        draw_mark(self.root if parent is None else parent, look_of(kind).mark, x, y)

    def box(
        self, x: float, y: float, wide: float, high: float, line: str = "", fill: str = PANEL, edge: str = ""
    ) -> None:
        """Draw a box.

        Args:
            x: Its left side.
            y: Its top.
            wide: Its width.
            high: Its height.
            line: How its edge is drawn: a key of `palette.LINES`. Empty for a thin rule.
            fill: The colour of its inside.
            edge: The colour of the thin rule.
        """
        look = line_of(line)
        style: dict[str, str | float] = {"stroke": look.colour, "stroke_width": min(look.width, 1.4)}
        if look.dashes:
            style |= {"stroke_dasharray": look.dashes, "stroke_linecap": "round" if line == "targeted" else "butt"}
        if not line:
            style = {"stroke": edge or RULE, "stroke_width": 1}
        self.add("rect", x=x, y=y, width=wide, height=high, rx=4, fill=fill, **style)

    def stroke(self, path: str, line: str, part: DrawnEdge | None = None) -> None:
        """Draw a line.

        Args:
            path: The way that it takes, as SVG writes it.
            line: How it is drawn: a key of `palette.LINES`.
            part: The edge that it stands for, if it leads to a source.
        """
        look = line_of(line)
        style: dict[str, str | float] = {"stroke": look.colour, "stroke_width": look.width, "fill": "none"}
        if look.dashes:
            style |= {"stroke_dasharray": look.dashes, "stroke_linecap": "round" if line == "targeted" else "butt"}
        self.add("path", self.linked(part), d=path, **style)

    def arrow(self, x: float, y: float, line: str = "realised", parent: Element | None = None) -> None:
        """Draw the head of an arrow to the right.

        Args:
            x: Where its point is.
            y: Its middle.
            line: Gives the colour: a key of `palette.LINES`.
            parent: What to add it to. None adds it to the page.
        """
        self.add("path", parent, d=f"M{x:g} {y:g}l-8 -4v8Z", fill=line_of(line).colour)
