"""The font that diagrams are drawn with, and the namespaces of SVG."""

from __future__ import annotations

import os
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# https://www.w3.org/TR/SVG2/struct.html#Namespace
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
# PNG and PDF use the first font. The others are the Chinese fonts that a browser finds on Windows, macOS and Linux.
_FONTS = "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK SC", "Microsoft YaHei"
FAMILY = ",".join([*(f"'{font}'" for font in _FONTS), "sans-serif"])

_LATIN = "'Noto Sans CJK KR'," + FAMILY


def is_chinese(text: str) -> bool:
    """Return whether a text has a Chinese character, or another one as wide.

    Args:
        text: Any text.

    Returns:
        False for English, also with curved quotes.

    Examples:
        >>> is_chinese("太鋼"), is_chinese("Lu’an Solar")
        (True, False)
    """
    return any(character >= "\u2e80" for character in text)


def family_of(text: str) -> str:
    """Return the fonts to draw a text with.

    The Chinese faces of the bundled font draw curved quotes as wide as a Chinese character, its Korean face as English
    has them.

    Args:
        text: Any text.

    Returns:
        The names of fonts as SVG lists them.
    """
    return FAMILY if is_chinese(text) else _LATIN


def font_file() -> str:
    """Return the path of the font file that PNG and PDF are drawn with.

    Returns:
        The absolute path of a collection of fonts (TTC) in the installed package `noto-cjk-sans-otc`.
    """
    import noto_cjk_sans_otc

    return os.path.join(os.path.dirname(noto_cjk_sans_otc.__file__), "NotoSansCJK-Regular.ttc")


def without_glyph(characters: Iterable[str]) -> list[str]:
    """Return the characters that the bundled font cannot draw.

    The list of what the font has is `glyphs.txt`: reading that takes a millisecond, reading the font a tenth of a
    second.

    Args:
        characters: Single characters.

    Returns:
        Those that the font lacks, in the order given. ASCII control characters count: the font has none of them.

    Examples:
        >>> without_glyph("太鋼 🏙a")
        ['🏙']
    """
    with open(os.path.join(os.path.dirname(__file__), "glyphs.txt"), encoding="ascii") as stream:
        ranges = [line.split("-") for line in stream if not line.startswith("#")]
    starts = [int(first, 16) for first, _ in ranges]
    ends = [int(last, 16) for _, last in ranges]

    def lacks(character: str) -> bool:
        at = bisect_right(starts, ord(character)) - 1
        return at < 0 or ord(character) > ends[at]

    return [character for character in characters if lacks(character)]
