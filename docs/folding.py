"""Make `cityGraph/names/folding.py`: OpenCC's table of characters, traditional to simplified, as two strings.

`python docs/folding.py` writes the file; the tests compare it with what this prints.
"""

from __future__ import annotations

from pathlib import Path

import opencc

FILE = Path(__file__).parents[1] / "src" / "cityGraph" / "names" / "folding.py"
BLOCKS = (range(0x3400, 0xA000), range(0x20000, 0x2FA20))
HEAD = '''"""The folding of 繁體 to 简体, character by character: made by `docs/folding.py`, not by hand.

The pairs are those of OpenCC's configuration t2s (https://github.com/BYVoid/OpenCC), Copyright 2010-2024 Carbo Kuo and
contributors, Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0).
"""

'''


def pairs() -> list[tuple[str, str]]:
    """Every character that OpenCC simplifies to one other character, by code point."""
    convert = opencc.OpenCC("t2s").convert
    simplified = ((chr(point), convert(chr(point))) for block in BLOCKS for point in block)
    return [(one, other) for one, other in simplified if one != other and len(other) == 1]


def module() -> str:
    """The text of `cityGraph/names/folding.py`."""
    lines = [HEAD]
    for name, column in (("_FROM", 0), ("_TO", 1)):
        characters = "".join(pair[column] for pair in pairs())
        lines.append(f"{name} = (\n")
        lines += [f'    "{characters[at : at + 48]}"\n' for at in range(0, len(characters), 48)]
        lines.append(")\n")
    lines.append("SIMPLIFIED = str.maketrans(_FROM, _TO)\n")
    return "".join(lines)


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8")
