"""Finds what in a sentence no chosen fact accounts for: names, numbers, dates, words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .folded import HAN
from .lemmas import stem
from .nicknames import FIRMS
from .periods import Period
from .reading import BLANK
from .synonyms import same_words
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .figure import Figure
    from .name_index import Mention
    from .said import Said
    from .weighing import Weighed

_ONLY = re.compile("(?=.)[只仅共]?(?:有|用了?|设有?了?|花了?|需要?|建了?)?")  # before a number these only count
_LONGEST = 30  # characters of words that are looked up at once
_PLANNED = ("planned", "targeted", "done", "begun")
_LOCATIVE = {"zh": re.compile(r"(?:在|于|到|从)$"), "en": re.compile(r"\b(?:in|at|near|of|from|to)\s+(?:the\s+)?$")}


def left_over(said: Said, chosen: Iterable[Weighed]) -> list[str]:
    """List what in a sentence none of some facts accounts for.

    Args:
        said: The sentence.
        chosen: The facts.

    Returns:
        Words as printed, in the order of the sentence; empty if all is accounted for.
    """
    return list(_Account(said, tuple(chosen)).left())


class _Account:
    def __init__(self, said: Said, chosen: tuple[Weighed, ...]) -> None:
        self.said, self.chosen = said, chosen
        self.covered = [False] * (said.end - said.start)
        self.things = {thing for each in chosen for end in each.fact.ends for thing in said.known.alike(end)}
        self.things |= {thing for each in chosen for thing in each.fact.more}
        self.words = [word for each in chosen for word in each.fact.words]
        self.names = [name for thing in self.things for name in said.known.names.get(thing, ())]
        self.words += self.names
        for each in chosen:
            self.words += each.fact.topic
            for relation in each.fact.relations:
                self.words += said.known.words.labels(relation)
            if each.fact.ranks:
                self.words += ["名次", "rank", *same_words("名次", "zh"), *same_words("rank", "en")]
            for stage in each.fact.stages:
                self.words += said.known.words.of_stage(stage, said.language)

    def _cover(self, start: int, end: int) -> None:
        for at in range(max(start, self.said.start), min(end, self.said.end)):
            self.covered[at - self.said.start] = True

    def left(self) -> Iterator[str]:
        """Yield what is left over."""
        said = self.said
        for each in self.chosen:
            for mention in each.names:
                self._cover(mention.start, mention.end)
            for value in each.values:
                self._cover(value.start, value.end)
            for start, end in each.spans:
                self._cover(start, end)
        for mark in said.paragraph.marks:
            if mark not in said.marks:
                self._cover(mark.start, mark.end)
        for start, end in said.plan_words():
            self._cover(start, end)
        names = {mention for each in self.chosen for mention in each.names}
        for mention in said.mentions:
            if mention not in names and not self._aside(mention):
                yield said.paragraph.words[mention.start : mention.end]
            self._cover(mention.start, mention.end)
        values = {value for each in self.chosen for value in each.values}
        printed_values: list[Figure | Period] = [*said.figures, *said.periods]
        for value in sorted(printed_values, key=lambda each: each.start):
            printed = said.paragraph.folded[value.start : value.end]
            open_part = not all(self.covered[value.start - said.start : value.end - said.start])
            if value not in values and open_part and self._counts_list(value):
                self._cover(value.start, value.end)
                continue
            bounded = getattr(value, "comparator", "") and printed not in self.words
            if value not in values and open_part and (bounded or not self._quoted(printed)):
                yield said.paragraph.words[value.start : value.end]
            self._cover(value.start, value.end)
        yield from self._chinese() if said.language == "zh" else self._english()

    def _counts_list(self, value: Figure | Period) -> bool:
        """Whether a number only counts the list before it: 甲、乙、丙三市."""
        if isinstance(value, Period) or not (value.unit.startswith("count") or not value.unit):
            return False
        before = [spot for spot in self.said.spots if spot.end <= value.start]
        group = [spot for spot in before if spot.group == before[-1].group] if before else []
        near = bool(group) and value.start - group[-1].end <= 1
        return near and value.low == value.high == len(group) > 1

    def _quoted(self, printed: str) -> bool:
        """Whether the words of a source or a name have a number or a year with its unit."""
        number = re.search(r"\d[\d.,]*[^\d\s]?", printed)
        return number is not None and any(number[0].rstrip(",.") in words for words in self.words)

    def _aside(self, mention: Mention) -> bool:
        """Whether a name only describes one of the things or places it, and says nothing by itself."""
        said = self.said
        known = said.known
        if any(key in self.things for key in mention.keys):
            return True
        works = {each.fact.subject for each in self.chosen if each.fact.stages}
        if any(works & known.near(key) for key in mention.keys):
            return True  # who builds a work may be told to open or to drop it
        if any(said.paragraph.folded[mention.start : mention.end] in word for word in self.words):
            return not any(known.family(key) in FIRMS for key in mention.keys)
        before = said.paragraph.blanked[said.start : mention.start]
        if known.places_of(self.things) & set(mention.keys):
            behind = said.paragraph.blanked[mention.end : mention.end + 1]
            return bool(_LOCATIVE[said.language].search(before)) or behind in ("的", "境", "市", BLANK)
        for other in said.mentions:
            gap = said.paragraph.blanked[mention.end : other.start]
            if other.start >= mention.end and gap in ("", "的", "'s ", " ") and set(other.keys) & self.things:
                near = {each for key in other.keys for each in known.tied.get(key, ())}
                printed = said.paragraph.folded[mention.start : mention.end]
                if set(mention.keys) & near or any(
                    printed in name for each in near for name in known.names.get(each, ())
                ):
                    return True
        return False

    def _chinese(self) -> Iterator[str]:
        said = self.said
        text = said.paragraph.folded[said.start : said.end]
        for run in re.finditer(rf"[{HAN}a-z0-9]+", text):
            at, begun = run.start(), None
            while at <= run.end():
                size = self._accounted(text, at, run.end()) if at < run.end() else 1
                if size and begun is not None:
                    yield said.text[begun:at]
                    begun = None
                if not size and begun is None:
                    begun = at
                at += size or 1

    def _accounted(self, text: str, at: int, limit: int) -> int:
        """Return how many characters from a place on are accounted for."""
        if self.covered[at]:
            return 1
        stop = next((i for i in range(at, limit) if self.covered[i]), limit)
        for size in range(min(stop - at, _LONGEST), 1, -1):
            piece = text[at : at + size]
            if piece in _fillers("zh") or (any(piece in words for words in self.words) and self._weak(piece)):
                return size
            if any(other in words for other in same_words(piece, "zh") for words in self.words):
                return size
        only = _ONLY.match(text, at)
        if only and only[0] and any(f.start - self.said.start == only.end() for f in self.said.figures):
            return len(only[0])
        told = any(mark.mood in _PLANNED[:2] for mark in self.said.marks) or bool(self.said.plan_words())
        if text[at] in "要只" and told:
            return 1
        if any(text.startswith(word, at) for word in _strong("zh")):
            return 0
        if text[at] in _fillers("zh") or text[at] in self.words:
            return 1
        return 0

    def _weak(self, piece: str) -> bool:
        """Whether words of a source say no more than the fact: 首個 and 全部 count only with the words around them."""
        strong = max((len(word) for word in _strong("zh") if word in piece), default=0)
        return not strong or len(piece) >= strong + 2 or any(piece in name for name in self.names)

    def _english(self) -> Iterator[str]:
        said = self.said
        stems = {stem(word) for words in self.words for word in re.findall(r"[a-z]+", words)}
        stems -= {stem(word) for word in _strong("en")} - {
            stem(w) for n in self.names for w in re.findall(r"[a-z]+", n)
        }
        for word in re.finditer(r"[a-z]+(?:'[a-z]+)?", said.paragraph.folded[said.start : said.end]):
            plain = word[0].removesuffix("'s")
            if word[0] == "one" and said.paragraph.folded.startswith(" of ", said.start + word.end()):
                continue
            planned = any(start <= word.start() + said.start < end for start, end in said.plan_words())
            if (
                all(self.covered[word.start() : word.start() + len(plain)])
                or planned
                or plain in _fillers("en")
                or stem(plain) in stems
            ):
                continue
            if any(stem(other) in stems for other in same_words(plain, "en")):
                continue
            yield word[0]


@cache
def _fillers(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("fillers", language))


@cache
def _strong(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("strong", language))
