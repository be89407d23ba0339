"""Finds names in Chinese text: by the words that end them, by titles before people, by lists of firms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..proof.folded import HAN
from ..proof.senses import either as sense
from ..proof.tables import table
from .suggest_names import Name, either, heads, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(rf"(?:[{HAN}a-z0-9·+&]|(?<=\\d)\\.(?=\\d)|\\([{HAN}]{{2,6}}\\))+$".replace("\\\\", "\\"))
_LONGEST = 24
_STRONG = {"firm", "zone", "organisation", "government", "facility", "region"}
_OVER = {"firm", "organisation", "government"}  # kinds whose name may have another name with a head in it
_HARD = re.compile(r"[^\w]|^$")
_YEAR = re.compile(r"\d+[年月日号家个项万亿]|^\d+(?![\d年])(?=[^\d])")
_IN_NAMES = "和为向同成"
_SUBJECTS = "他她它我你谁厂店村镇县市省区校院局部"  # characters that are words by themselves
_COUNTED = re.compile("元的$")  # 总投资50亿元的…项目
_QUOTED = re.compile(r'"([^",;。:!?]{3,20})"')


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(either(frozenset(heads("zh"))))


@cache
def parts() -> re.Pattern[str]:
    """Make what matches the words at which a name may end or begin, and those that a name may have in it.

    Returns:
        A regular expression.
    """
    return re.compile(either(words("boundary") | words("inner") | words("province") | words("title")))


@cache
def generic() -> re.Pattern[str]:
    """Make what matches the words that describe and do not name.

    Returns:
        A regular expression.
    """
    return re.compile(rf"{either(words('generic'))}")


def names_zh(number: int, printed: str, text: str, places: frozenset[str], whole: str) -> Iterator[Name]:
    """Find the names of a paragraph that end in known words.

    Args:
        number: The number of the paragraph.
        printed: The paragraph.
        text: The same, folded.
        places: Folded names of known places, without 市 and the like.
        whole: The whole text, folded.

    Yields:
        Names; those whose bounds are in doubt are left out.
    """
    yield from _quoted(number, printed, text)
    last = 0
    for match in _heads().finditer(text):
        head = heads("zh")[match[0]]
        if any(text.startswith(word, match.start() - word.find(head.word)) for word in head.never):
            continue
        floor = 0 if head.kind in _OVER else last
        run = _RUN.search(text, max(floor, match.start() - _LONGEST - 6), match.start())
        if run is None:
            continue
        adjacent = run.start() == last > 0
        start, clean = start_of(text, run.start(), match.start(), places)
        stem = text[start : match.start()]
        if len(stem) < 2 or stem[0] in "()" or re.fullmatch(r"[\W\da-z]*", stem) or re.search(r"\d年", stem):
            continue
        found = Name(printed[start : match.end()], head.kind, stem, head.word, number, start, True)
        hard = clean and start == run.start() and (start == 0 or adjacent or bool(_HARD.match(text[start - 1])))
        if _is_sure(found, text, hard, places, whole):
            last = match.end()
            yield found


def _is_sure(name: Name, text: str, hard: bool, places: frozenset[str], whole: str) -> bool:
    """Whether it is clear where a name begins, and that it is a name and no description."""
    known = {*places, *words("province")}
    folded = text[name.start : name.start + len(name.name)]
    inside = any(place in name.stem and place != name.stem for place in known)
    before = text[: name.start]
    if name.kind not in _STRONG:
        return (inside and hard) or (bool(_COUNTED.search(before)) and len(name.stem) > 3)
    if hard or re.search(sense("legal form", "zh"), name.head):
        return True
    if any(name.stem.startswith(place) and name.stem != place for place in known):
        return True
    if len({whole[at.start() - 1 : at.start()] for at in re.finditer(re.escape(folded), whole)}) > 1:
        return True
    plain = len(name.stem) <= 8 and not any(len(word) > 1 and word in name.stem for word in words("generic"))
    located = name.kind in ("zone", "facility") and before.endswith(tuple(words("located")))
    acting = name.kind == "firm" and (name.head == "集团" or before.endswith(tuple(words("agent"))))
    return (plain and (located or acting)) or (before.endswith(tuple(words("located"))) and whole.count(folded) > 1)


def _quoted(number: int, printed: str, text: str) -> Iterator[Name]:
    for match in _QUOTED.finditer(text):
        head = next((h for h in sorted(heads("zh"), key=len, reverse=True) if match[1].endswith(h)), "")
        name = printed[match.start(1) : match.end(1)]
        if text[: match.start()].endswith(tuple(words("awarded"))) and "的" not in match[1]:
            yield Name(name, "designation", match[1], "", number, match.start(1), True)
        elif head and len(head) < len(match[1]) and not _is_clause(match[1]):
            yield Name(name, heads("zh")[head].kind, match[1].removesuffix(head), head, number, match.start(1), True)


def start_of(text: str, first: int, end: int, places: frozenset[str]) -> tuple[int, bool]:
    """Find where a name begins.

    Args:
        text: A folded paragraph.
        first: Where the words begin that may belong to the name.
        end: Where its head begins.
        places: Folded names of known places.

    Returns:
        Where the name begins, and whether no word was cut off that is no part of names.
    """
    start, clean = first, True
    at, led = first, first
    for place in sorted(places, key=len, reverse=True):
        if text.startswith(place, first) and first + len(place) < end:
            at = led = first + len(place)
            break
    held = [m.span() for place in places for m in re.finditer(re.escape(place), text[:end]) if m.start() >= first]
    opens = first == 0 or text[first - 1] in "。\n"
    for years in _YEAR.finditer(text, first, end):
        start, clean, at = years.end(), False, years.end()
    while match := parts().search(text, at, end):
        word = match[0]
        at = match.end()
        alone = match.start() == max(start, led) + 1 and text[match.start() - 1] not in _SUBJECTS
        if word in _IN_NAMES and (alone or (opens and match.start() == first)):
            continue  # no sentence begins with such a word, and none ties one character to a name: 和盛, 协和
        bracket = text.rfind("(", first, match.start()) > text.rfind(")", first, match.start())
        kept = bracket or text.startswith(")", match.end()) or word in words("inner") or word in words("province")
        if kept or any(a < match.end() and match.start() < b for a, b in held):
            continue
        start, clean = match.end(), False
    while (match := generic().match(text, start, end)) and match.end() > start:
        if match.end() >= end:
            return end, False
        if len(match[0]) == 1 and match[0] not in "本该各其此全两双多几某我他它这那每个家项座条只份次场件":
            break
        start, clean = match.end(), False
    return start, clean


def _is_clause(quoted: str) -> bool:
    """Whether words in quotation marks are more than a name."""
    known = words("inner") | words("province") | words("title")
    return any(each[0] not in known for each in parts().finditer(quoted))


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('title'))}|记者[:|]?)\s?(?P<name>{either(words('surname'))}[{HAN}]{{1,2}})")


@cache
def _behind_person() -> re.Pattern[str]:
    spoken = {row["word"] for row in table("speech", "zh")}
    acts = words("boundary") | spoken | words("after person")
    return re.compile(rf"[^{HAN}]|$|{either(acts)}")


def people_zh(number: int, printed: str, text: str, whole: str) -> Iterator[Name]:
    """Find the people of a paragraph: the names right behind titles.

    Args:
        number: The number of the paragraph.
        printed: The paragraph.
        text: The same, folded.
        whole: The whole text, folded.

    Yields:
        Names of two or three characters, where what follows shows where they end.
    """
    for match in _person().finditer(text):
        start = match.start("name")
        surname = next(s for s in sorted(words("surname"), key=len, reverse=True) if match["name"].startswith(s))
        for size in (len(surname) + 2, len(surname) + 1):
            stop = start + size
            name = text[start:stop]
            if stop > len(text) or not re.fullmatch(f"[{HAN}]+", name) or not _behind_person().match(text, stop):
                continue
            given = name[len(surname) :]
            if any(word in words("boundary") for word in (given, given[-1:])) and whole.count(name) < 2:
                continue
            if any(title in name for title in words("title")) or any(name.endswith(head) for head in heads("zh")):
                continue
            yield Name(printed[start:stop], "person", name, "", number, start, True)
            break


@cache
def _area() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![{HAN}])|(?<=[省市县州])|(?:位于|地处|来自|前往|落户|中共|[在于和与、到]))"
        rf"(?P<name>[{HAN}]{{2,3}}?[省市县区州镇乡])"
    )


def areas_zh(number: int, printed: str, text: str, whole: str) -> Iterator[Name]:
    """Find administrative areas: names of two or three characters before 省, 市, 县, 区 …

    Args:
        number: The number of the paragraph.
        printed: The paragraph.
        text: The same, folded.
        whole: The whole text, folded.

    Yields:
        Names that the text has twice, or beside an office or a government.
    """
    for match in _area().finditer(text):
        start, end = match.span("name")
        name, stem = match["name"], match["name"][:-1]
        behind = text[end : end + 2]
        ruled = bool(re.match(r"人民|政府|委|[市县区镇乡]?长|领导", behind))
        if not (ruled or whole.count(name) > 1):
            continue
        if re.match(r"[场区级民值容政]|县[城区级]|镇区|长?势", behind):
            continue
        vague = stem.startswith(tuple(words("no area"))) and not ruled
        vague = vague or any(word in stem for word in words("no place"))
        if vague or parts().search(stem) or stem in words("generic"):
            continue
        if any(name.endswith(head) for head in heads("zh")):
            continue
        kind = "city" if name[-1] == "市" else "administrative area"
        yield Name(printed[start:end], kind, stem, name[-1], number, start, True)
