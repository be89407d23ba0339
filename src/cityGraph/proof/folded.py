"""Folds a text one character to one, so that every offset stays: 简体, lower case, one width, plain quotation marks."""

from __future__ import annotations

import unicodedata
from functools import cache

from ..names.folding import SIMPLIFIED
from .tables import table

_MARKS = dict(zip("“”„「」『』﹁﹂‘’‛—–―‒･・﹐﹔﹕", '"""""""""\'\'\'----··,;:', strict=True))
HAN = "\u3400-\u4dbf\u4e00-\u9fff"  # for a character class


def folded(words: str) -> str:
    """Fold words to the form in which the proof compares them.

    Args:
        words: Any words.

    Returns:
        As many characters as given.

    Examples:
        >>> folded("萊克電氣（蘇州）,“Ｌexy”")
        '莱克电气(苏州),"lexy"'
    """
    return one_spelling("".join(map(_one, words)))


def one_spelling(words: str) -> str:
    """Write words that have two spellings in the one that the other tables have, such as 計畫 of Taiwan.

    Args:
        words: Words in 简体.

    Returns:
        As many characters as given.

    Examples:
        >>> one_spelling("该市计画兴建车站")
        '该市计划兴建车站'
    """
    if "画" in words:
        for row in table("variants", "zh"):
            words = words.replace(row["word"], row["means"])
    return words


@cache
def _one(character: str) -> str:
    if character in _MARKS:
        return _MARKS[character]
    plain = unicodedata.normalize("NFKC", character).translate(SIMPLIFIED).lower()
    if len(plain) == 1:
        return " " if plain.isspace() else plain
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def is_chinese(words: str) -> bool:
    """Say whether words are Chinese rather than English.

    Args:
        words: A paragraph, or a name.

    Returns:
        Whether a tenth or more of their letters are Han characters.

    Examples:
        >>> is_chinese("GDP增长8.1%"), is_chinese("a park in Detroit")
        (True, False)
    """
    letters = sum(character.isalpha() for character in words)
    han = sum("\u3400" <= character <= "\u9fff" for character in words)
    return han * 10 >= letters > 0
