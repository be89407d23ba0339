"""Colours, marks and lines: what a reader sees of kinds and of statuses. Each also has a word in the legend."""

from __future__ import annotations

from typing import NamedTuple

PAGE = "#ffffff"
PANEL = "#fffefb"
INK = "#1b1d20"
QUIET = "#565a60"
FAINT = "#5f6369"
EDGE = "#2b2e33"
RULE = "#d9d5ca"
_TINT = 0.09  # how much of a hue is in the fill of a box
_RIM = 0.6  # and in its edge


class Look(NamedTuple):
    """How a kind is drawn.

    Attributes:
        mark: The sign before a name: a key of `sheet.MARKS`.
        hue: The colour of the sign.
        shape: The shape of a box of its own, as Graphviz calls it, or ``rounded``.
    """

    mark: str
    hue: str
    shape: str

    @property
    def fill(self) -> str:
        """The fill of a box: the hue, so light that ink can be read on it."""
        return _mixed(self.hue, _TINT)

    @property
    def rim(self) -> str:
        """The colour of the edge of a box."""
        return _mixed(self.hue, _RIM)


def _mixed(hue: str, share: float) -> str:
    """Return a share of a hue on the colour of panels."""
    pairs = ((int(hue[at : at + 2], 16), int(PANEL[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02x}" for one, other in pairs)


# Hues that are apart in full colour vision and for readers who see no red or no green; the mark tells the rest.
_LOOKS = {
    Look("disc", "#4e1e1a", "ellipse"): ("City",),
    Look("square", "#136abf", "box"): ("Firm", "LegalEntity"),
    Look("hexagon", "#1c6646", "hexagon"): ("Chain",),
    Look("bar", "#6c7413", "rounded"): ("Segment", "Product", "Industry"),
    Look("house", "#6c3a05", "rounded"): ("Zone", "AdministrativeArea", "Place", "Region"),
    Look("triangle", "#581090", "box"): ("Project", "Route", "Facility", "Programme", "Measure", "Plan"),
    Look("ring", "#53183f", "ellipse"): ("Target", "Indicator", "Observation", "Event"),
    Look("diamond", "#127072", "hexagon"): ("Positioning", "NamedSet", "Track", "Ambition", "Designation"),
}
LOOKS = {kind: look for look, kinds in _LOOKS.items() for kind in kinds}
PLAIN = Look("cross", "#484848", "box")
HUES = {look.mark: look.hue for look in (*_LOOKS, PLAIN)}


def look_of(kind: str) -> Look:
    """Return how a kind is drawn.

    Args:
        kind: The local name of a class, or an empty text.

    Returns:
        Its look. All kinds without one of their own share one.
    """
    return LOOKS.get(kind, PLAIN)


class Line(NamedTuple):
    """How a status is drawn.

    Attributes:
        style: The style of Graphviz (https://graphviz.org/docs/attr-types/style/).
        colour: The colour.
        dashes: The dashes of SVG. Empty for a solid line.
        width: The width in pixels.
    """

    style: str
    colour: str
    dashes: str
    width: float


LINES = {
    "realised": Line("solid", EDGE, "", 1.75),
    "planned": Line("dashed", EDGE, "7 4", 1.75),
    "targeted": Line("dotted", EDGE, "0.1 5", 2.6),
    "inferred": Line("solid", FAINT, "", 1.0),
}
# An edge of a graph without claims has no status: it is drawn as a fact, and the legend does not call it one.
UNSTATED = Line("solid", EDGE, "", 1.75)


def line_of(standing: str) -> Line:
    """Return how a status is drawn.

    Args:
        standing: A key of `LINES`, or another word.

    Returns:
        Its line.
    """
    return LINES.get(standing, UNSTATED)
