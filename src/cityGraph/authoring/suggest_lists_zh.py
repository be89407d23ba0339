"""Finds what Chinese texts list and count: firms in lists, sets that are counted, plants that are numbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..proof.folded import HAN
from .suggest_names import Name, heads, words
from .suggest_names_zh import generic, parts, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST = re.compile(
    rf"(?P<list>(?:[{HAN}a-z0-9·&\-]{{2,14}}、)+[{HAN}a-z0-9·&\-]{{2,14}})等(?:超过|逾|近|约|多达)?"
    rf"[\d一二三四五六七八九十百]+多?余?(?:家|个[{HAN}]{{0,4}}?项目)"
)


def listed_zh(number: int, printed: str, text: str) -> Iterator[Name]:
    """Find firms in lists that a text counts: 甲、乙、丙等13家….

    Args:
        number: The number of the paragraph.
        printed: The paragraph.
        text: The same, folded.

    Yields:
        Names.
    """
    for match in _LIST.finditer(text):
        at = match.start("list")
        for place, item in enumerate(match["list"].split("、")):
            start = at
            at += len(item) + 1
            end = start + len(item)
            if place == 0:
                start, clean = start_of(text, start, end, frozenset())
                if not clean and end - start < 2:
                    continue
                if start == match.start("list") and start and re.match(rf"[{HAN}a-z0-9]", text[start - 1]):
                    continue
            word = text[start:end]
            cut = [m[0] for m in parts().finditer(word) if m[0] not in words("inner") | words("province")]
            if len(word) < 2 or cut or generic().fullmatch(word) or word.isdecimal():
                continue
            head = next((h for h in sorted(heads("zh"), key=len, reverse=True) if word.endswith(h)), "")
            kind = heads("zh")[head].kind if head else "firm"
            yield Name(printed[start:end], kind, word.removesuffix(head) or word, head, number, start, True)


_SET = re.compile(
    rf"(?<![\d.第])(?P<name>\d+(?:个|家|项)(?P<what>[{HAN}]{{0,6}}?)(?P<head>项目|企业|厂商|园区))(?=[,，、。合总均的]|涵盖|投资|分|已|将|开工)"
)


def sets_zh(number: int, printed: str, text: str) -> Iterator[Name]:
    """Find sets that a text counts and speaks of: 7个外资项目,合计总投资….

    Args:
        number: The number of the paragraph.
        printed: The paragraph.
        text: The same, folded.

    Yields:
        Names of at least two members.
    """
    for match in _SET.finditer(text):
        what = match["what"]
        cut = [m[0] for m in parts().finditer(what) if m[0] not in words("inner") | words("title")]
        if int(re.match(r"\d+", match["name"])[0]) > 1 and not [each for each in cut if each in "的了在由与和及对为有"]:  # type: ignore[index]
            start, end = match.span("name")
            yield Name(printed[start:end], "named set", what, match["head"], number, start, True)


_NUMERAL = "[一二三四五六七八九十]"
_NUMBERED = re.compile(rf"(?<![第年月十])(?P<name>{_NUMERAL}(?:、{_NUMERAL})*厂)(?![房区家商名])")


def plants_zh(number: int, printed: str, text: str) -> Iterator[Name]:
    """Find plants that a text only numbers: 三厂, 五、六厂.

    Args:
        number: The number of the paragraph.
        printed: The paragraph.
        text: The same, folded.

    Yields:
        Names.
    """
    for match in _NUMBERED.finditer(text):
        start, end = match.span("name")
        yield Name(printed[start:end], "facility", match["name"][:-1], "厂", number, start, True)
