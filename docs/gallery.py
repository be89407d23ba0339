"""Draw the pictures of `docs/gallery.md` again: `python docs/gallery.py`, or `make gallery`.

The page holds, in a line above each picture, the command that draws it; here its pixels are fewer, for a page.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from cityGraph.diagrams import raster

HERE = Path(__file__).parent
COMMAND = str(Path(sys.executable).with_name("citygraph"))
SHOWN = re.compile(r"^`citygraph (.+) -o (\S+)\.png`\n\n!\[.+\]\(gallery/(\S+)\.png\)$", re.MULTILINE)
WIDE, HIGH = 1_400, 1_800


def shown() -> dict[str, list[str]]:
    """The arguments that draw each picture of the page, by its name."""
    return {name: shlex.split(line) for line, _, name in SHOWN.findall((HERE / "gallery.md").read_text("utf-8"))}


def small(arguments: list[str]) -> bytes:
    """The picture that the command draws, as wide and as high as a page can show."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "drawn.svg")
        subprocess.run([COMMAND, *arguments, "-o", str(file)], check=True)
        svg = file.read_text("utf-8")
    wide, high = (float(re.search(rf'<svg[^>]* {side}="([\d.]+)"', svg)[1]) for side in ("width", "height"))  # type: ignore[index]
    return raster.png(svg, zoom=min(2.0, WIDE / wide, HIGH / high))


def main() -> None:
    """Draw them all."""
    for name, arguments in shown().items():
        file = HERE / "gallery" / f"{name}.png"
        file.write_bytes(small(arguments))
        print(f"{file.relative_to(HERE.parent)} {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
