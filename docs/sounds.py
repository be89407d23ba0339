"""Make `cityGraph/names/sounds.py`: how the characters of GB 2312 sound, as a table of syllables without tones.

`pip install pypinyin; python docs/sounds.py` writes the file.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

FILE = Path(__file__).parents[1] / "src" / "cityGraph" / "names" / "sounds.py"
MOST = 2  # readings of a character; further ones are rare
WIDTH = 56
HEAD = '''"""How Chinese characters sound, in pinyin without tones: made by `docs/sounds.py`, not by hand.

The readings are those of pypinyin 0.55 (https://github.com/mozillazg/python-pinyin), Copyright 2016 mozillazg and
contributors, MIT License (https://opensource.org/license/mit), for the characters of GB 2312.
"""

'''
TAIL = '''

def sounds() -> dict[str, frozenset[str]]:
    """Return the sounds of each character.

    Returns:
        By character in 简体, its one or two syllables; ü is written u.

    Examples:
        >>> table = sounds()
        >>> sorted(table["刚"] & table["钢"]), sorted(table["重"])
        (['gang'], ['chong', 'zhong'])
    """
    table: dict[str, set[str]] = {}
    for group in _TABLE.split():
        characters = group.lstrip("abcdefghijklmnopqrstuvwxyz")
        for character in characters:
            table.setdefault(character, set()).add(group[: -len(characters)])
    return {character: frozenset(syllables) for character, syllables in table.items()}
'''


def groups() -> dict[str, str]:
    """The characters of each syllable."""
    by_syllable: dict[str, list[str]] = {}
    for point, readings in sorted(PINYIN_DICT.items()):
        character = chr(point)
        try:
            inside = len(character.encode("gb2312")) == 2
        except UnicodeEncodeError:
            continue
        plain = (unicodedata.normalize("NFKD", reading) for reading in readings.split(","))
        syllables = ["".join(c for c in reading if c.isascii() and c.isalpha()) for reading in plain]
        for syllable in list(dict.fromkeys(syllables))[:MOST] if inside else ():
            by_syllable.setdefault(syllable, []).append(character)
    return {syllable: "".join(characters) for syllable, characters in sorted(by_syllable.items())}


def module() -> str:
    """The text of `cityGraph/names/sounds.py`."""
    table = " ".join(syllable + characters for syllable, characters in groups().items())
    lines = [f'    "{table[at : at + WIDTH]}"\n' for at in range(0, len(table), WIDTH)]
    return "".join([HEAD, "_TABLE = (\n", *lines, ")\n", TAIL])


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8")
