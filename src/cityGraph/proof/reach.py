"""How far a word of mood reaches: to a comma, to the end of its sentence, or back to what stands before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from .reading import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABBREVIATED = ("inc", "co", "ltd", "corp", "no", "mr", "mrs", "ms", "dr", "st", "jr", "vs", "approx")
_SENTENCE_END = {
    "zh": re.compile(r"[。;!?…]"),
    "en": re.compile(
        r"[;!?。]|(?<!\b[a-z])" + "".join(rf"(?<!\b{each})" for each in _ABBREVIATED) + r"\.(?=[\s\"”)']|$)"
    ),
}
_PART_END = {
    "zh": re.compile(r"(?<!\d),|,(?!\d)|——|而是|但(?=\S)"),
    "en": re.compile(r"(?<!\d),|,(?!\d)| [–—-] |—|\b(?:but|where|while|whereas|although|though)\b"),
}
_LIST_GOES_ON = {
    "zh": re.compile(r"\s*(?:以及|及|和|与|或|乃至|甚至)"),
    "en": re.compile(r"\s*(?:or|nor|as well as)\b"),
}
_ONLY_WHEN_OR_WHERE = {
    "zh": re.compile(
        rf"(?:[在于从自由对向与就按至到][{BLANK}\d\s年月日初末底省市区县]*|[\d\s年月日初末底]*)"
        r"(?:期间|之后|以后|以来|前|后|时|内|里)?"
    ),
    "en": re.compile(
        rf"(?:\s*(?:in|on|at|by|for|since|until|as of|so far|however|yet|today|yesterday)\b[{BLANK}\d\s]*)*|\s*"
    ),
}
_SPEAKS_OF_BEFORE = {
    "zh": re.compile(
        r"\s*(?:但是?|不过|然而|其后|后来|随后|事后|,|\s)*(?:对此|据此|这|此|该|上述|以上|前述|有关|相关|结果)"
        r"(?:一|些|个|条|项|则|种)?(?:消息|说法|传闻|传言|报道|计划|方案|事|项目|决定|提议|设想|动议|合作|交易|协议|言论|信息)?"
    ),
    "en": re.compile(
        r"\s*(?:but|however|later|then|yet|,|\s)*"
        r"(?:this|that|these|those|it|the (?:claim|report|plan|rumou?r|deal|project|idea|move))\b"
    ),
}
_TURNS = {
    "zh": re.compile(rf",\s*(?:但是?|不过|然而|可惜|可是|却|终究|最终|最后|结果|后来|只是|其实|实际上)[^,{BLANK}]*$"),
    "en": re.compile(rf",?\s*\b(?:but|yet|however|in the end|eventually|ultimately|in fact)\b[^{BLANK}.;]*$"),
}
_FEW = {"zh": 4, "en": 14}  # characters behind a denial that name nothing
_NOTHING = {"zh": ("", "了"), "en": ()}  # what may stand behind a denial that ends its sentence
_OF_NOTHING_NAMED = re.compile(rf"(?:^|,)[^,{BLANK}]*$")
_PAIRS = {"(": ")", "“": "”", "「": "」", "『": "』"}


class Parts:
    """Where the sentences of a paragraph end, and the parts between their commas."""

    def __init__(self, folded: str, language: str) -> None:
        self.folded, self.language = folded, language
        self.sentence_ends = [match.start() for match in _SENTENCE_END[language].finditer(folded)]
        self.part_ends = sorted(
            {match.start() for match in _PART_END[language].finditer(folded)} | set(self.sentence_ends)
        )
        self.enclosed = list(_enclosed(folded))

    def stretch(self, start: int, end: int, reach: str, done: list[int]) -> tuple[int, int]:
        """Say what a word governs: from where to where; an empty stretch if that is nothing.

        Args:
            start: Where the word begins.
            end: Where it ends.
            reach: The reach of the word.
            done: Where words begin that say that something is done.

        Returns:
            (start, end) of the stretch.
        """
        sentence = self._around(start, end, self.sentence_ends)
        part = self._around(start, end, self.part_ends)
        if reach.startswith("until:"):
            ends = re.search(reach.removeprefix("until:"), self.folded[end : sentence[1]])
            stretch = (end, end + ends.start()) if ends else (end, end)
        else:
            stretch = {
                "sentence": (end, sentence[1]),
                "plan": (end, self._before_done(end, sentence[1], done)),
                "whole": sentence,
                "back": (self._told_before(sentence[0]), start),
                "around": part,
                "past": (part[0], start),
                "none": (end, end),
            }.get(reach) or (self._turned_round(sentence, start, end), self._clause_end(end, sentence[1]))
        for opens, closes in self.enclosed:
            if opens < start and end <= closes and (self.folded[opens] == "(" or closes - opens > end - start + 4):
                stretch = max(stretch[0], opens), min(stretch[1], closes)
        return stretch

    def _around(self, start: int, end: int, ends: list[int]) -> tuple[int, int]:
        before, behind = bisect_right(ends, start - 1), bisect_left(ends, end)
        first = ends[before - 1] + 1 if before else 0
        return first, ends[behind] if behind < len(ends) else len(self.folded)

    def _turned_round(self, sentence: tuple[int, int], start: int, end: int) -> int:
        """Return where a denial begins to reach: behind itself, or with the sentence that its few words turn round.

        So does 但終究沒有成行, which has no object of its own.
        """
        first = sentence[0]
        behind = self.folded[end : self._clause_end(end, sentence[1])]
        alone = len(behind.strip()) <= _FEW[self.language] and BLANK not in behind
        last = alone and behind.strip() in _NOTHING[self.language] and end - start > 1
        turns = _OF_NOTHING_NAMED if last else _TURNS[self.language]
        return first if alone and turns.search(self.folded, first, start) else end

    def _told_before(self, first: int) -> int:
        """Return where a denial that stands behind begins to reach: a sentence earlier, if its own speaks of that."""
        if not _SPEAKS_OF_BEFORE[self.language].match(self.folded, first):
            return first
        before = bisect_right(self.sentence_ends, first - 2) - 1
        return self.sentence_ends[before] + 1 if before >= 0 else 0

    def _clause_end(self, end: int, limit: int) -> int:
        """Return where the stretch of a denial ends: at a comma, unless the same part goes on behind it."""
        at = end
        for comma in self.part_ends[bisect_left(self.part_ends, end) :]:
            if comma >= limit:
                break
            only_when = _ONLY_WHEN_OR_WHERE[self.language].fullmatch(self.folded[at:comma])
            if not only_when and not _LIST_GOES_ON[self.language].match(self.folded, comma + 1):
                return comma
            at = comma + 1
        return limit

    def _before_done(self, end: int, limit: int, done: list[int]) -> int:
        """Return where a plan ends: before a later part that says that something is done, else with the sentence."""
        for settled in done[bisect_left(done, end) : bisect_left(done, limit)]:
            comma = bisect_left(self.part_ends, settled) - 1
            if end <= settled < limit and comma >= 0 and self.part_ends[comma] >= end:
                return self.part_ends[comma]
        return limit


def _enclosed(folded: str) -> Iterator[tuple[int, int]]:
    """Find what stands in brackets or quotation marks: where it opens and where it closes."""
    opened: list[tuple[int, str]] = []
    for at, character in enumerate(folded):
        if character in _PAIRS:
            opened.append((at, _PAIRS[character]))
        elif opened and character == opened[-1][1]:
            yield opened.pop()[0], at
