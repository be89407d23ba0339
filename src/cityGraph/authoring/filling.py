"""Fill in what a row leaves out of a name: an id, the other script, pinyin. What a person gave stays."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from ..names.shortened import SORTS
from ..proof.folded import folded, is_chinese
from ..proof.short_names import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_ID = 40  # characters
# Taiwan's standard, because names are printed with its characters (群, 峰, 啟, 為); s2t has 羣, 峯, 啓, 爲.
_CONFIGURATIONS = {"zh-Hant": "s2tw", "zh-Hans": "t2s"}
# What sort of thing a name is of, at its end: a word of its own. One character is so only in a short name.
_LONG_SORTS = sorted((each for each in SORTS if is_chinese(each) and len(each) > 1), key=len, reverse=True)
_SORT = re.compile(rf"(?<=..)(?:{'|'.join(_LONG_SORTS)})$")
_SHORT_SORT = re.compile(r"^...?([省县区州乡镇村街泉]|(?<!城)市|(?<![铁公道])路)$")
_RUN = re.compile(r"[\u3400-\u9fff]+|\d+|[^\W\d\u3400-\u9fff]+")
_DIGITS = "零一二三四五六七八九"
_COMMON_LETTERS = str.maketrans(dict(zip("ßæœøłđðþı", ("ss", "ae", "oe", "o", "l", "d", "d", "th", "i"), strict=True)))
_WORD = re.compile(r"[a-z0-9]+")


def identifier(names: Iterable[str]) -> str:
    """Make the id of a thing from its names.

    Args:
        names: The names of the thing, the preferred one first. No other thing has a say, so that an id stays when rows
            move or others are added; two things may get the same.

    Returns:
        Small letters, digits and hyphens, at most `LONGEST_ID` characters: the first name in Latin letters without its
        legal form, else the pinyin of the first Chinese name. A name in another script becomes a short checksum.

    Examples:
        >>> identifier(["太鋼", "Taiyuan Iron & Steel (Group) Co., Ltd."]), identifier(["太原鋼鐵(集團)有限公司"])
        ('taiyuan-iron-steel-group', 'taiyuan-gangtie')
        >>> identifier(["Łódź"]), identifier(["Ψ"])
        ('lodz', 'thing-b438ef')
    """
    given = [name for name in map(str.strip, names) if name]
    for name in given:
        if not is_chinese(name) and (words := _ascii_words((folded(name), *short_names(folded(name)))[-1])):
            return _cut(words)
    for name in given:
        if is_chinese(name):
            plain = folded(name)
            shortest = min((plain, *short_names(plain)), key=len)
            if words := _ascii_words(" ".join(_read(shortest, person=False, digits=False))):
                return _cut(words)
    return f"thing-{hashlib.sha256('|'.join(given).encode()).hexdigest()[:6]}"


def is_latin(name: str) -> bool:
    """Say whether a name is written in Latin letters, which have a plain form in ASCII.

    Args:
        name: A name.

    Returns:
        Whether it is; false if it has no letter and no digit.

    Examples:
        >>> [is_latin(name) for name in ("Łódź", "Detroit", "太鋼", "Αθήνα", "…")]
        [True, True, False, False, False]
    """
    return bool(_ascii_words(name))


def _ascii_words(name: str) -> list[str]:
    """Return the words of a name in ASCII; empty if a letter has no plain form."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = re.sub("['’]", "", plain.translate(_COMMON_LETTERS))
    if any(c.isalpha() and not c.isascii() for c in plain):
        return []
    return _WORD.findall(plain)


def _cut(words: list[str]) -> str:
    kept = words[0][:LONGEST_ID]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > LONGEST_ID:
            break
        kept = f"{kept}-{word}"
    return kept


def other_script(name: str, script: Literal["zh-Hant", "zh-Hans"], *, person: bool = False) -> str:
    """Write a Chinese name in 繁體 or 简体.

    A character that stands for several in the other script is chosen by the words around it (OpenCC). What names keep
    is in `kept_characters.tsv`.

    Args:
        name: A name in either script.
        script: The script that is wanted.
        person: Whether the name is that of a person: a family name such as 范 keeps its character.

    Returns:
        The name in that script; unchanged if it is that already, or not Chinese.

    Examples:
        >>> other_script("太原武宿国际机场", "zh-Hant"), other_script("太鋼", "zh-Hans")
        ('太原武宿國際機場', '太钢')
        >>> other_script("示范区", "zh-Hant"), other_script("范兆森", "zh-Hant", person=True)
        ('示範區', '范兆森')
    """
    written: str = _converter(_CONFIGURATIONS[script]).convert(name)
    if script == "zh-Hans" or len(written) != len(name):
        return written
    return "".join(
        before if _kept().get(before) in (("anywhere", "person") if person and not at else ("anywhere",)) else after
        for at, (before, after) in enumerate(zip(name, written, strict=True))
    )


@cache
def _converter(configuration: str) -> Any:
    import opencc

    return opencc.OpenCC(configuration)


@cache
def _kept() -> dict[str, str]:
    """Return the characters that a name keeps, with where it does."""
    lines = (files(__package__) / "kept_characters.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {character: where for character, where, *_ in (line.split("\t") for line in lines)}


def pinyin_of(name: str, *, person: bool = False) -> str:
    """Write a Chinese name in pinyin with tones.

    `cityGraph.names.sounds` has every sound of a character, for comparing; which one a name has, its words say, and
    pypinyin knows those. Where one word ends and the next begins is a guess: a comparison ignores it.

    Args:
        name: A name in either script.
        person: Whether the name is that of a person: the family name is a word of its own.

    Returns:
        The words with a capital each, digits read out; empty if the name is not Chinese.

    Examples:
        >>> pinyin_of("太原武宿國際機場"), pinyin_of("清徐县"), pinyin_of("范兆森", person=True)
        ('Tàiyuán Wǔsù Guójì Jīchǎng', 'Qīngxú Xiàn', 'Fàn Zhàosēn')
        >>> pinyin_of("西安"), pinyin_of("地铁1号线"), pinyin_of("TISCO")
        ("Xī'ān", 'Dìtiě Yī Hàoxiàn', '')
    """
    return " ".join(_capital(word) for word in _read(name, person=person, digits=True))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _read(name: str, *, person: bool, digits: bool) -> Iterator[str]:
    """Yield the words of a Chinese name in pinyin, small; nothing if it is not Chinese."""
    if not is_chinese(name):
        return
    for run in _RUN.findall(other_script(name, "zh-Hans").replace("+", "加")):
        if run.isdecimal() and digits:
            yield _joined(_sounds(_read_out(run)))
        elif not is_chinese(run):
            yield run.casefold() if run.isascii() and not digits else run
        elif person:
            yield from map(_joined, filter(None, _family_name(_sounds(run))))
        else:
            sounds = iter(_sounds(run))
            for word in _words(run):
                yield _joined([next(sounds) for _ in word])


def _sounds(run: str) -> list[str]:
    """Return the syllable of each character: first those of places that are read unlike other words."""
    from pypinyin import Style, lazy_pinyin

    found: list[str] = []
    places = re.compile("|".join(_places()))
    at = 0
    for place in [*places.finditer(run), None]:
        end = place.start() if place else len(run)
        # Each character of the rest has one syllable, whether or not pypinyin knows it.
        if at < end:
            found += lazy_pinyin(run[at:end], style=Style.TONE, errors=list)  # type: ignore[arg-type]
        if place:
            found += _places()[place.group()]
            at = place.end()
    return found


@cache
def _places() -> dict[str, list[str]]:
    """Return the syllables of places that words do not tell."""
    lines = (files(__package__) / "place_sounds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {place: sounds.split() for place, sounds in (line.split("\t") for line in lines)}


def _joined(syllables: list[str]) -> str:
    """Write syllables as one word, with an apostrophe where a vowel begins one (GB/T 16159)."""
    word = syllables[0]
    for each in syllables[1:]:
        word += f"'{each}" if unicodedata.normalize("NFD", each)[:1] in "aeo" else each
    return word


def _read_out(number: str) -> str:
    """Write digits as they are read: up to 99 as a number, longer ones digit by digit."""
    if len(number) > 2 or number[0] == "0":
        return "".join(_DIGITS[int(digit)] for digit in number)
    tens, ones = divmod(int(number), 10)
    return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (_DIGITS[ones] if ones else "")


def _family_name(sounds: list[str]) -> tuple[list[str], list[str]]:
    length = 2 if len(sounds) > 3 else 1
    return sounds[:length], sounds[length:]


def _words(run: str) -> Iterator[str]:
    """Divide Chinese characters into words: the sort of thing at the end, words of pypinyin, the rest by two."""
    if tail := _SORT.search(run):
        yield from _words(run[: tail.start()])
        yield from _by_two(tail.group())
        return
    if tail := _SHORT_SORT.search(run):
        yield from (run[:-1], run[-1])
        return
    from pypinyin.seg import mmseg

    pieces: list[str] = []
    loose = ""
    for piece in [*mmseg.seg.cut(run), ""]:
        if len(piece) == 1:
            loose += piece
            continue
        if len(loose) == 1 and pieces and len(pieces[-1]) > 1:
            pieces[-1] += loose
        else:
            pieces += _by_two(loose)
        loose = ""
        pieces += [piece] if len(piece) == 3 else _by_two(piece)
    yield from pieces


def _by_two(loose: str) -> list[str]:
    """Divide characters by two, as most words are; the last three stay together."""
    parts = [loose[at : at + 2] for at in range(0, len(loose), 2)]
    if len(parts) > 1 and len(parts[-1]) == 1:
        parts[-2:] = ["".join(parts[-2:])]
    return parts
