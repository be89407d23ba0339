"""Normalised spellings, pinyin and initials of a name."""

from __future__ import annotations

import unicodedata

# How a name fits, best first: as such, by what else it is spelled, and at last in part.
WAYS = ("iri", "exact", "script", "alias", "pinyin", "initials", "prefix", "within", "fuzzy")
PINYIN = "zh-Latn"
LONGEST = 100  # no name that is longer is like another
NEAR = 0.5
# A syllable as pinyin spells it: inside a word one that begins with a vowel has an apostrophe before it.
_SYLLABLE = r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]+(?:(?:ng|n|r)(?![aeiou]))?|\d+"


def bare(name: str) -> str:
    """`name` without width, case, accents, spaces and punctuation.

    >>> bare("ＴＩＳＣＯ"), bare("Tàigāng"), bare("太原鋼鐵 (集團)")
    ('tisco', 'taigang', '太原鋼鐵集團')
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain)) or plain.strip()


def fold(name: str) -> str:
    """`name` as it is compared: 简体, without width, case, accents, spaces and punctuation.

    The folding of the script is OpenCC's table of characters, traditional to simplified, made once and kept in
    `folding`; see there for its licence.

    >>> fold("太鋼") == fold("太 钢"), fold("示範區") == fold("示范區"), fold("ＴＩＳＣＯ"), fold("Tàigāng")
    (True, True, 'tisco', 'taigang')
    """
    from .folding import SIMPLIFIED

    return bare(name).translate(SIMPLIFIED)


def spellings(name: str) -> list[str]:
    """`name` in the other script: 简体 and, as far as a few characters leave few choices, 繁體.

    >>> spellings("太钢"), "太钢" in spellings("太鋼")
    (['太鋼'], True)
    """
    from .folding import SIMPLIFIED

    if len(name) > LONGEST:
        return []
    found = [name.translate(SIMPLIFIED)]
    back: dict[str, list[str]] = {}
    for traditional, simplified in SIMPLIFIED.items():
        back.setdefault(chr(simplified) if isinstance(simplified, int) else simplified, []).append(chr(traditional))
    ways = [""]
    for c in name:
        ways = [way + each for way in ways for each in (c, *back.get(c, ()))][:256]
    return [spelled for spelled in dict.fromkeys([*found, *ways]) if spelled != name]


def cases(name: str) -> list[str]:
    """`name` as others may write it: in capitals, without, each word with one, without spaces.

    >>> cases("tisco")
    ['tisco', 'TISCO', 'Tisco']
    """
    return list(dict.fromkeys((name.lower(), name.upper(), name.title(), name.capitalize(), "".join(name.split()))))


def sound(name: str) -> str:
    """What is typed for pinyin as it is compared: without tones, be they marks or figures, and ``v`` for ``ü``.

    >>> sound("tai4gang1"), sound("Lǚliáng") == sound("lv liang"), sound("太鋼")
    ('taigang', True, '')
    """
    key = bare(name)
    if not (key.isascii() and key[:1].isalpha()):
        return ""
    return "".join(c for at, c in enumerate(key) if not (c in "12345" and key[at - 1].isalpha())).replace("v", "u")


def initials(pinyin: str) -> str:
    """The first letters of the syllables of `pinyin`.

    >>> initials("Tàigāng"), initials("Zhōngchē Tàiyuán"), initials("fāng'àn"), initials("Shānxī")
    ('tg', 'zcty', 'fa', 'sx')
    """
    import re

    plain = "".join(c for c in unicodedata.normalize("NFKD", pinyin).casefold() if not unicodedata.combining(c))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain)
    return "".join(part if part.isdigit() else part[0] for part in re.findall(_SYLLABLE, words))


def letters(name: str) -> str:
    """What is typed for initials: letters and figures and nothing between them, else an empty text.

    >>> letters("TG"), letters("ty:"), letters("太g")
    ('tg', '', '')
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    return plain if plain.isascii() and plain.isalnum() else ""
