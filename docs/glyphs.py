"""Write `cityGraph/diagrams/glyphs.txt`, the list of the characters that the bundled font has.

`python docs/glyphs.py` writes the file. A test compares the file with the installed font, so run this again when the
font changes. The package reads the file, and so needs no fontTools.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.ttLib import TTCollection

from cityGraph.diagrams.dot import FACE
from cityGraph.diagrams.fonts import font_file

FILE = Path(__file__).parents[1] / "src" / "cityGraph" / "diagrams" / "glyphs.txt"
HEAD = "# Code points of the characters in {name}, {version}, first-last. Written by `python docs/glyphs.py`."
# https://learn.microsoft.com/en-us/typography/opentype/spec/name#name-ids
FULL_NAME, VERSION = 4, 5


def points() -> set[int]:
    """Return the code points of the characters that the bundled font has."""
    with TTCollection(font_file(), lazy=True) as collection:
        return set(_face(collection).getBestCmap())


def text() -> str:
    """Return the text of the file: a comment, then a line for each run of code points, in hexadecimal."""
    with TTCollection(font_file(), lazy=True) as collection:
        version = _face(collection)["name"].getDebugName(VERSION).partition(";")[0]
    known = points()
    starts = sorted(point for point in known if point - 1 not in known)
    ends = sorted(point for point in known if point + 1 not in known)
    lines = [f"{first:X}-{last:X}" for first, last in zip(starts, ends, strict=True)]
    return "\n".join([HEAD.format(name=FACE, version=version), *lines]) + "\n"


def _face(collection: TTCollection) -> Any:
    """Return the font of the collection that diagrams are drawn with."""
    return next(font for font in collection if font["name"].getDebugName(FULL_NAME) == FACE)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="ascii")
