"""SVG as PNG and PDF; missing characters."""

from __future__ import annotations

from typing import Any

from .fonts import KNOWN, SVG, font_file


def missing(svg: str) -> str:
    """The characters of the drawing that the font does not have, each once, in the order of their numbers."""
    from xml.etree import ElementTree

    said = {c for text in ElementTree.fromstring(svg.encode()).iter(f"{{{SVG}}}text") for c in "".join(text.itertext())}
    # Those of most names are there: only others are worth the tenth of a second that reading the font takes.
    rare = sorted(c for c in said if not (c.isascii() or "\u4e00" <= c <= "\u9fa5" or c in KNOWN))
    if not rare:
        return ""
    from fontTools.ttLib import TTFont

    with TTFont(font_file(), fontNumber=0, lazy=True) as font:
        known = font.getBestCmap()
        return "".join(c for c in rare if ord(c) not in known)


def png(svg: str, *, zoom: float = 2.0) -> bytes:
    """The picture in pixels, `zoom` to a point."""
    import resvg_py

    drawn: Any = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=zoom, skip_system_fonts=True, font_files=[font_file()], font_family="Noto Sans CJK TC"
    )
    return bytes(drawn)


def pdf(svg: str) -> bytes:
    """The picture as a page of its size; its text stays text."""
    import svg2pdf_py

    fonts = svg2pdf_py.FontDatabase()
    fonts.load_font_file(font_file())
    return bytes(svg2pdf_py.svg_to_pdf(svg, fonts))
