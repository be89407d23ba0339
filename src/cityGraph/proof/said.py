"""A sentence as `check` reads it: the things that it names, its numbers, dates and moods, where words stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lemmas import forms
from .name_index import Mention
from .nicknames import FIRMS
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .facts import Fact
    from .figure import Figure
    from .known import Known
    from .reading import Reading
    from .scope import Mark

_ARTICLE = re.compile("一.")  # 一家 is no number
ACTORS = ("place", "zone", *FIRMS)


class Said:
    """A sentence, with what stands in it.

    Args:
        known: What is known of the graph.
        reading: The text.
        number: The number of its paragraph, which is this sentence.

    Attributes:
        paragraph: The paragraph.
        start: Where the sentence begins in it.
        end: Where it ends.
        language: "zh" or "en".
        text: The sentence as printed.
        mentions: The names and descriptions in it, in its order.
        figures: Its numbers; one that stands for "a" is none.
        periods: Its dates.
        marks: The words that give it a mood.
        spots: Its mentions and stand-ins with their parts in it.
        named: By thing, its mentions.
    """

    def __init__(self, known: Known, reading: Reading, number: int) -> None:
        self.known, self.reading = known, reading
        self.paragraph = paragraph = reading.paragraph(number)
        self.start, self.end = 0, len(paragraph.words)
        self.language = paragraph.language
        self.text = paragraph.words
        self.mentions = paragraph.names
        self.figures = [f for f in paragraph.figures if not _ARTICLE.fullmatch(self.folded(f.start, f.end))]
        self.periods = paragraph.periods
        self.marks = [mark for mark in paragraph.marks if not self._counts(mark)]
        self.spots = reading.topics.spots(number)
        self.named: dict[str, list[Mention]] = {}
        standins = (Mention(each.start, each.end, each.keys, each.role) for each in self.spots if each.role != "name")
        for mention in (*self.mentions, *standins):
            for thing in sorted({other for key in mention.keys for other in known.alike(key)}):
                self.named.setdefault(thing, []).append(mention)

    def folded(self, start: int, end: int) -> str:
        """Return words of the paragraph, folded.

        Args:
            start: Where they begin.
            end: Where they end.

        Returns:
            The words.
        """
        return self.paragraph.folded[start:end]

    def _counts(self, mark: Mark) -> bool:
        """Whether a word of condition only counts: 只有14座."""
        return mark.mood == "condition" and any(f.start in (mark.end, mark.end + 1) for f in self.figures)

    def facts(self) -> Iterator[Fact]:
        """List the facts whose things the sentence names; of what a place plans for a thing, the thing is enough.

        Yields:
            Each fact once.
        """
        seen: set[int] = set()
        for thing in self.named:
            for fact in self.known.about.get(thing, ()):
                if id(fact) not in seen and (fact.ends <= self.named.keys() or self._may_leave_out(fact)):
                    seen.add(id(fact))
                    yield fact

    def _may_leave_out(self, fact: Fact) -> bool:
        """Whether a sentence may leave out who does something: a plan of a place, told of what it is for."""
        if fact.status != "planned" or fact.object not in self.named:
            return False
        family = self.known.family
        return (family(fact.subject) == "place" != family(fact.object)) or len(self.mentions) == 1

    def mentions_of(self, things: Iterable[str]) -> list[Mention]:
        """List the mentions of some things, or of other descriptions of them.

        Args:
            things: The things.

        Returns:
            Mentions.
        """
        return [m for each in things for thing in self.known.alike(each) for m in self.named.get(thing, ())]

    def find(self, word: str) -> Iterator[tuple[int, int]]:
        """Find where words stand outside names; English words in any form.

        Args:
            word: Folded words; "…" stands for other words.

        Yields:
            (start, end) of each place; of words with others between, the place of each part.
        """
        if "…" in word:
            first, _, last = word.partition("…")
            pairs = ((one, other) for one in self.find(first) for other in self.find(last) if one[1] <= other[0])
            yield from next(pairs, ())
            return
        expression = re.escape(word)
        if self.language == "en":
            either = (
                f"(?:{'|'.join(map(re.escape, forms(x)))})" if x.isalpha() else re.escape(x) for x in word.split()
            )
            expression = r"\b" + r"\s+".join(either) + r"\b"
        for match in re.finditer(expression, self.paragraph.blanked[self.start : self.end]):
            yield match.start() + self.start, match.end() + self.start

    def plan_words(self) -> list[tuple[int, int]]:
        """List the words that say that the sentence tells a plan: 設想, 計劃.

        Returns:
            (start, end) of each.
        """
        return [span for row in table("plans", self.language) for span in self.find(row["word"])]

    def has_other_actor(self, names: set[Mention]) -> bool:
        """Say whether a sentence names a place, a zone or a body that may be who acts, besides some names.

        Args:
            names: The names.

        Returns:
            Whether there is one; where a preposition governs it, it is only where something is done.
        """
        known = {(mention.start, mention.end) for mention in names}
        others = (spot for spot in self.spots if (spot.start, spot.end) not in known and not spot.governed)
        return any(self.known.family(key) in ACTORS for spot in others for key in spot.keys)

    def nearest(self, figures: list[Figure], spans: Iterable[tuple[int, int]]) -> list[Figure]:
        """Keep the numbers that stand beside some words, with no other of them between.

        Args:
            figures: Numbers.
            spans: (start, end) of the words.

        Returns:
            Those beside; all if none is.
        """
        kept = []
        for figure in figures:
            gaps = [(end, figure.start) if end <= figure.start else (figure.end, start) for start, end in spans]
            others = [other for other in figures if other is not figure]
            if any(not any(low <= o.start and o.end <= high for o in others) for low, high in gaps):
                kept.append(figure)
        return kept or figures
