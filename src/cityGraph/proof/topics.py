"""Who or what a place in a text speaks of: the subject before a verb or a number, and what the stand-ins stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from . import clause_en, clause_zh
from .heads_en import Heads, kin, stands_for_plans
from .reading import BLANK, HIDDEN
from .senses import members
from .settled import belongs, settled
from .tables import table
from .verbs import has_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .name_index import Mention
    from .reading import Paragraph, Reading

_BACK = 200  # mentions before a place among which its subject, or what a word stands for, is looked for
_ABOVE = 8  # paragraphs above in which a left-out subject may stand


@dataclass(frozen=True)
class Spot:
    """A mention, with its part in the sentence.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        keys: The things that it names or stands for; empty for a stand-in that stands for nothing known.
        role: "name", "standin" or "possessive".
        topic: Whether its clause speaks of it: no preposition and no verb governs it.
        governed: Whether a preposition governs it.
        hidden: Whether it stands in brackets.
        group: The number of its list in the paragraph; members of one list have the same.
        paragraph: The number of its paragraph.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    role: str
    topic: bool
    governed: bool
    hidden: bool
    group: int
    paragraph: int

    @property
    def resolved(self) -> bool:
        """Whether a word stands here for the thing, not its name."""
        return self.role != "name"


@cache
def _measured() -> re.Pattern[str]:
    words = "|".join(row["word"] for row in table("heads", "en"))
    return re.compile(rf"\s*(?:the\s|total\s|annual\s)*(?:{words})\b")


class Topics:
    """The mentions of a text with their parts in the sentences; a paragraph is read at its first use."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._spots: dict[int, list[Spot]] = {}
        self._starts: dict[int, list[int]] = {}
        self._numbers = sorted(reading.text.paragraphs)
        self._speaks_for: dict[str, tuple[str, ...]] = {}  # a person's body, where the text has introduced him by it
        self._heads = Heads(reading)
        self._speaker: tuple[str, ...] | None = None

    def spots(self, number: int) -> list[Spot]:
        """List the mentions of a paragraph, stand-ins resolved, in the order of the text.

        Args:
            number: The number of the paragraph.

        Returns:
            One spot a mention.
        """
        if number not in self._spots:
            # What a word stands for may stand in the paragraphs above: they are read first.
            for above in self._numbers[len(self._spots) :]:
                self._spots[above] = self._read(self.reading.paragraph(above))
                if above == number:
                    break
        return self._spots[number]

    def between(self, number: int, start: int, end: int) -> list[Spot]:
        """List the mentions of a stretch of a paragraph.

        Args:
            number: The number of the paragraph.
            start: Where the stretch begins.
            end: Where it ends.

        Returns:
            The spots that begin in it, in the order of the text.
        """
        spots = self.spots(number)
        if number not in self._starts:
            self._starts[number] = [spot.start for spot in spots]
        starts = self._starts[number]
        return spots[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentences(self, key: str) -> list[tuple[int, int, int]]:
        """List the sentences that name a thing, or have a word that stands for it.

        Args:
            key: The key of the thing.

        Returns:
            (paragraph, start, end) of each, in the order of the text.
        """
        return self._sentences.get(key, [])

    @cached_property
    def _sentences(self) -> dict[str, list[tuple[int, int, int]]]:
        found: dict[str, dict[tuple[int, int, int], None]] = {}
        for number in self._numbers:
            paragraph = self.reading.paragraph(number)
            for spot in self.spots(number):
                for key in spot.keys:
                    found.setdefault(key, {})[(number, *paragraph.sentence(spot.start))] = None
        return {key: list(places) for key, places in found.items()}

    def _read(self, paragraph: Paragraph) -> list[Spot]:
        mentions = sorted([*paragraph.names, *paragraph.standins], key=lambda each: each.start)
        spots: list[Spot] = []
        for mention in mentions:
            hidden = paragraph.bare[mention.start] == HIDDEN
            part = clause_zh.part if paragraph.language == "zh" else clause_en.part
            topic, governed = part(paragraph, mention, spots)
            keys = mention.keys if mention.role == "name" else self._stands_for(mention, spots, paragraph)
            group = self._group(paragraph, spots, mention)
            if topic and spots and paragraph.language == "en" and group == spots[-1].group and not spots[-1].topic:
                # X supports Y, and Z owns it: Z begins a clause, and goes on with no list.
                kinds = [kin(self.reading, each) for each in (keys, spots[-1].keys)]
                group += "," in paragraph.bare[spots[-1].end : mention.start] or not kinds[0] & kinds[1]
            topic = topic and not hidden
            number = paragraph.number
            if paragraph.language == "zh" and mention.role == "name":
                keys = self._with_body(keys, paragraph, mention, spots)
            spots.append(Spot(mention.start, mention.end, keys, mention.role, topic, governed, hidden, group, number))
        return settled(paragraph, spots, self.reading)

    def _with_body(
        self, keys: tuple[str, ...], paragraph: Paragraph, mention: Mention, spots: list[Spot]
    ) -> tuple[str, ...]:
        """Return a person with the body for which he speaks (甲公司董事长乙. 乙表示, …); any other thing alone."""
        if len(keys) != 1 or self.reading.family(keys[0]) != "person":
            return keys
        person = Spot(mention.start, mention.end, keys, "name", True, False, False, -1, paragraph.number)
        if spots and clause_zh.describes(paragraph, spots[-1], person):
            bodies = tuple(key for key in spots[-1].keys if self._fits(key, {"body"}))
            self._speaks_for.setdefault(keys[0], bodies)
        return (*keys, *self._speaks_for.get(keys[0], ())) if clause_zh.speaks(paragraph, person) else keys

    @staticmethod
    def _group(paragraph: Paragraph, spots: list[Spot], mention: Mention) -> int:
        """Return the number of the list that a mention goes on with; a new number if it goes on with none."""
        if not spots:
            return 0
        hidden = paragraph.bare[mention.start] == HIDDEN
        last = next((each for each in reversed(spots) if hidden or not each.hidden), None)
        if last is None:
            return spots[-1].group + 1
        gap = paragraph.bare[last.end : mention.start]
        listed = (clause_zh.LIST if paragraph.language == "zh" else clause_en.LIST).fullmatch(gap)
        same = paragraph.sentence(last.start) == paragraph.sentence(mention.start)
        verb = has_verb(gap if paragraph.language == "zh" else BLANK + gap, paragraph.language)
        return last.group if listed and same and gap.strip() and not verb else spots[-1].group + 1

    def _stands_for(self, mention: Mention, spots: list[Spot], paragraph: Paragraph) -> tuple[str, ...]:
        """Return what a stand-in stands for: the last topic of its families, else the last name of them."""
        spots = spots[-_BACK:]
        wanted = set(mention.families)
        word = paragraph.folded[mention.start : mention.end]
        which = [word in members(each, paragraph.language) for each in ("first of two", "second of two")]
        if any(which):
            pair = next((list(each) for _, each in groupby(reversed(spots), key=lambda s: s.group) if _ > -1), [])
            two = [s for s in spots if pair and s.group == pair[0].group]
            return two[which.index(True)].keys if len(two) == 2 else ()
        if word in ("which", "who", "that", "whose"):
            return spots[-1].keys if spots else ()
        accepted = wanted
        if word in ("we", "our", "us") and (publisher := self._publisher(paragraph)):
            return publisher
        english = paragraph.language == "en"
        if english and (meant := self._heads.by_head(word, paragraph.number, wanted)):
            return meant
        if "project" in wanted and (not english or stands_for_plans(word)):
            # The project named since the firm that was the last topic, else that firm.
            accepted = wanted | {"firm"}
            for spot in reversed(spots):
                keys = tuple(key for key in spot.keys if self._fits(key, accepted))
                named = any(self.reading.family(key) == "project" for key in keys)
                if keys and not spot.hidden and (spot.topic or named):
                    return keys
        for topics_only in (True, False):
            for spot in reversed(spots):
                keys = tuple(key for key in spot.keys if self._fits(key, accepted))
                if keys and not spot.hidden and (spot.topic or not topics_only):
                    return keys
        for number in self._numbers_above(paragraph.number)[:2]:
            for spot in reversed(self.spots(number)):
                keys = tuple(key for key in spot.keys if self._fits(key, accepted))
                if keys and spot.topic:
                    return keys
            if english and (only := self._heads.only(self.spots(number), wanted)):
                return only
        if not english or not word.startswith(("the ", "this ")):
            return ()
        above = [spot for each in self._numbers_above(paragraph.number) for spot in reversed(self.spots(each))]
        return self._heads.farther(word, above, wanted)

    def _numbers_above(self, number: int) -> list[int]:
        return self._numbers[: bisect_left(self._numbers, number)][: -_ABOVE - 1 : -1]

    def _publisher(self, paragraph: Paragraph) -> tuple[str, ...]:
        """Return the body that a text in the first person is most probably of: the one it names most often, by far."""
        if re.search(r'["\u201c]', paragraph.words):
            return ()  # somebody else speaks
        if self._speaker is None:
            counts: Counter[str] = Counter()
            for number in self.reading.text.paragraphs:
                names = self.reading.paragraph(number).names
                counts.update(
                    key for each in names for key in each.keys if self.reading.family(key) in ("firm", "body")
                )
            first, second = (*(count for _, count in counts.most_common(2)), 0, 0)[:2]
            self._speaker = (counts.most_common(1)[0][0],) if first > 2 * second else ()
        return self._speaker

    def _fits(self, key: str, families: set[str]) -> bool:
        return belongs(self.reading.family(key), families)

    def before(self, number: int, at: int) -> Iterator[list[Spot]]:
        """List what a verb or a number may have as its subject, nearest first.

        Args:
            number: The number of the paragraph.
            at: Where the verb or the number begins.

        Yields:
            The members of one list, or one topic alone. In English only those of the same sentence.
        """
        paragraph = self.reading.paragraph(number)
        first = paragraph.sentence(at)[0] if paragraph.language == "en" else 0
        near = [spot for spot in self.between(number, first, at)[-_BACK:] if spot.end <= at and not spot.hidden]
        seen: set[int] = set()
        main, part = self._main(near, paragraph, at)
        for spot in reversed(near):
            if spot.group in seen or (part and main is not None and spot.start < part and spot.group != main):
                continue
            adjacent = spot.role == "possessive" and not has_verb(paragraph.bare[spot.end : at], paragraph.language)
            if spot.topic or adjacent:
                seen.add(spot.group)
                yield [each for each in near if each.group == spot.group]
        if paragraph.language == "zh" and not seen:
            yield from self._above(number)
        if paragraph.language == "en" and not seen and first and _measured().match(paragraph.folded, first):
            yield from self._sentence_above(number, first)

    def _sentence_above(self, number: int, first: int) -> Iterator[list[Spot]]:
        """List the last topic of the sentence before one that begins with a measure of nobody: Revenues also grew."""
        start, end = self.reading.paragraph(number).sentence(first - 1)
        topics = [spot for spot in self.spots(number) if spot.topic and start <= spot.start and spot.end <= end]
        if topics:
            yield [replace(each, role="standin") for each in topics if each.group == topics[-1].group]

    @staticmethod
    def _main(near: list[Spot], paragraph: Paragraph, at: int) -> tuple[int | None, int]:
        """Return the main topic of a sentence and where the part begins that has a place: parts share only that topic.

        In 全区签约项目28个;开工项目35个 the second number is of 全区.
        """
        first = paragraph.sentence(at)[0]
        part = paragraph.blanked.rfind(";", first, at) + 1
        if paragraph.language != "zh" or not part:
            return None, 0
        topics = [spot for spot in near if first <= spot.start < part and spot.topic]
        return (topics[0].group, part) if topics else (None, 0)

    def _above(self, number: int) -> Iterator[list[Spot]]:
        """List the topics of the paragraphs above, the last first: for a paragraph that names none before a place."""
        for above in self._numbers_above(number)[:_ABOVE]:
            for spot in reversed(self.spots(above)):
                if spot.topic:
                    yield [replace(spot, role="standin")]
