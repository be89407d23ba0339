"""Normalise the spelling of a name, its pinyin and its initials."""

from __future__ import annotations

import unicodedata

# The ways in which a name can match, the best first.
WAYS = ("iri", "exact", "script", "alias", "pinyin", "initials", "prefix", "within", "sound", "fuzzy")
PINYIN = "zh-Latn"
LONGEST = 100  # characters; a longer name is not compared for likeness
NEAR = 0.5  # the least likeness of a similar name (https://docs.python.org/3/library/difflib.html)
# A syllable of pinyin. Inside a word, a syllable that begins with a vowel has an apostrophe before it.
_SYLLABLE = r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]+(?:(?:ng|n|r)(?![aeiou]))?|\d+"

_DIGITS = dict(zip("零〇一二两三四五六七八九", "001223456789", strict=True))
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERALS = frozenset((*_DIGITS, *_TENS))


def bare(name: str) -> str:
    """Remove width, case, accents, spaces and punctuation from a name.

    Args:
        name: A name in any script.

    Returns:
        Its letters, digits and characters; the name itself if nothing else is left.

    Examples:
        >>> bare("ＴＩＳＣＯ"), bare("Tàigāng"), bare("太原鋼鐵 (集團)")
        ('tisco', 'taigang', '太原鋼鐵集團')
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain)) or plain.strip()


def fold(name: str) -> str:
    """Return the form of a name for comparing: that of `bare`, in 简体.

    The characters are converted with OpenCC's table from traditional to simplified; `folding` names its licence.

    Args:
        name: A name in any script.

    Returns:
        The folded name. Two spellings of one name usually have the same.

    Examples:
        >>> fold("太鋼") == fold("太 钢"), fold("示範區") == fold("示范區"), fold("ＴＩＳＣＯ"), fold("Tàigāng")
        (True, True, 'tisco', 'taigang')
    """
    from .folding import SIMPLIFIED

    return bare(name).translate(SIMPLIFIED)


def with_digits(key: str) -> str:
    """Write the Chinese numerals of a name as digits.

    Args:
        key: A name as `fold` makes it.

    Returns:
        The name with 1 for 一, 12 for 十二 and 2025 for 二〇二五. What is no number stays as it is.

    Examples:
        >>> with_digits("太原地铁一号线"), with_digits("第一百零八条"), with_digits("二〇二五年"), with_digits("百信")
        ('太原地铁1号线', '第108条', '2025年', '百信')
    """
    if _NUMERALS.isdisjoint(key):
        return key
    parts, run = [], ""
    for c in f"{key} ":
        if c in _NUMERALS:
            run += c
        else:
            parts += [_number(run), c]
            run = ""
    return "".join(parts)[:-1]


def _number(run: str) -> str:
    """Write a run of Chinese numerals as digits; return it unchanged if it is no number, such as 十五五."""
    if all(c in _DIGITS for c in run):
        return "".join(_DIGITS[c] for c in run)
    total, digit, least = 0, "", 10_000
    for c in run.replace("零", "").replace("〇", ""):
        if c in _DIGITS and not digit:
            digit = _DIGITS[c]
        elif c in _TENS and _TENS[c] < least and (digit or (c == "十" and not total)):
            least = _TENS[c]
            total += int(digit or 1) * least
            digit = ""
        else:
            return run
    return str(total + int(digit or 0))


def ends_at(name: str, key: str) -> bool:
    """Return whether a name that begins with a key has a whole word or a whole number there.

    Args:
        name: The name as it is spelled.
        key: Its beginning, as `fold` and `with_digits` make it.

    Returns:
        False if a number, or a word in Latin letters, goes on after the beginning.

    Examples:
        >>> [ends_at("Housheng plant", key) for key in ("housheng", "hous")], ends_at("厚生隔膜", "厚生")
        ([True, False], True)
    """
    from .folding import SIMPLIFIED

    text = with_digits(unicodedata.normalize("NFKD", name).casefold().translate(SIMPLIFIED))
    left = len(key)
    for c in text:
        if not left and not unicodedata.combining(c):
            last = key[-1]
            same = c.isdecimal() if last.isdecimal() else c.isalpha() and c.isascii()
            return not (last.isascii() and same)
        left -= c.isalnum()
    return True


def in_other_script(name: str) -> list[str]:
    """Spell a name in the other script.

    Args:
        name: A name in Chinese.

    Returns:
        The name in 简体 and, because a character may stand for several, up to 256 spellings in 繁體; without `name`
        itself. Empty for a name of more than `LONGEST` characters.

    Examples:
        >>> in_other_script("太钢"), "太钢" in in_other_script("太鋼")
        (['太鋼'], True)
    """
    from .folding import SIMPLIFIED

    if len(name) > LONGEST:
        return []
    traditional: dict[str, list[str]] = {}
    for point, simplified in SIMPLIFIED.items():
        traditional.setdefault(chr(simplified) if isinstance(simplified, int) else simplified, []).append(chr(point))
    spellings = [""]
    for c in name:
        spellings = [begun + each for begun in spellings for each in (c, *traditional.get(c, ()))][:256]
    return [each for each in dict.fromkeys([name.translate(SIMPLIFIED), *spellings]) if each != name]


def cases(name: str) -> list[str]:
    """Write a name in other cases, and without spaces.

    Args:
        name: A name in Latin letters.

    Returns:
        The different spellings: small letters, capitals, a capital for each word, a capital for the first, no spaces.

    Examples:
        >>> cases("tisco")
        ['tisco', 'TISCO', 'Tisco']
    """
    return list(dict.fromkeys((name.lower(), name.upper(), name.title(), name.capitalize(), "".join(name.split()))))


def pinyin_key(name: str) -> str:
    """Return the form of pinyin for comparing.

    Args:
        name: Pinyin with or without tones, as marks or as digits; ``v`` may stand for ``ü``.

    Returns:
        The letters, without tones and spaces; empty if `name` cannot be pinyin.

    Examples:
        >>> pinyin_key("tai4gang1"), pinyin_key("Lǚliáng") == pinyin_key("lv liang"), pinyin_key("太鋼")
        ('taigang', True, '')
    """
    key = bare(name)
    if not (key.isascii() and key[:1].isalpha()):
        return ""
    return "".join(c for at, c in enumerate(key) if not (c in "12345" and key[at - 1].isalpha())).replace("v", "u")


def initials(pinyin: str) -> str:
    """Return the first letters of the syllables of a name.

    Args:
        pinyin: The name in pinyin.

    Returns:
        One letter for each syllable, and the digits.

    Examples:
        >>> initials("Tàigāng"), initials("Zhōngchē Tàiyuán"), initials("fāng'àn"), initials("Shānxī")
        ('tg', 'zcty', 'fa', 'sx')
    """
    import re

    plain = "".join(c for c in unicodedata.normalize("NFKD", pinyin).casefold() if not unicodedata.combining(c))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain)
    return "".join(part if part.isdigit() else part[0] for part in re.findall(_SYLLABLE, words))


def initials_key(name: str) -> str:
    """Return the form of initials for comparing.

    Args:
        name: What a user typed.

    Returns:
        The text in small letters; empty if it has anything but Latin letters and digits.

    Examples:
        >>> initials_key("TG"), initials_key("ty:"), initials_key("太g")
        ('tg', '', '')
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    return plain if plain.isascii() and plain.isalnum() else ""
