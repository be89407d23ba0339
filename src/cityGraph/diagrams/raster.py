"""SVG as PNG and PDF, and the characters that those two cannot show."""

from __future__ import annotations

from typing import Any

from .fonts import SVG, font_file, without_glyph


def missing(svg: str) -> str:
    """Return the characters of a drawing that the bundled font cannot draw.

    Args:
        svg: A drawing as SVG. Only its ``text`` elements count.

    Returns:
        The characters, each once, in ascending order of their code points. Empty if the font has all.
    """
    from xml.etree import ElementTree

    texts = ElementTree.fromstring(svg.encode()).iter(f"{{{SVG}}}text")
    shown = {character for text in texts for character in "".join(text.itertext())}
    # ASCII control characters, such as line breaks, are not drawn.
    return "".join(without_glyph(sorted(character for character in shown if not character.isascii())))


def png(svg: str, *, zoom: float = 2.0) -> bytes:
    """Return a drawing as PNG.

    Args:
        svg: The drawing as SVG.
        zoom: Pixels per point, above 0.

    Returns:
        The bytes of the PNG file.
    """
    import resvg_py

    pixels: Any = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=zoom, skip_system_fonts=True, font_files=[font_file()], font_family="Noto Sans CJK TC"
    )
    return bytes(pixels)


def pdf(svg: str) -> bytes:
    """Return a drawing as PDF.

    Args:
        svg: The drawing as SVG.

    Returns:
        The bytes of a PDF file of one page, as large as the drawing. Its text can be searched and copied.
    """
    import svg2pdf_py

    fonts = svg2pdf_py.FontDatabase()
    fonts.load_font_file(font_file())
    return bytes(svg2pdf_py.svg_to_pdf(svg, fonts))
