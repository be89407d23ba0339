"""Who or what a place in a text speaks of: the subject before a verb or a number, and what the stand-ins stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from .folded import HAN
from .lemmas import forms
from .patterns import compounds, plain_verbs
from .reading import BLANK, HIDDEN
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reading import Mention, Paragraph, Reading

_OF_TWO = {"前者": 0, "后者": 1, "the former": 0, "the latter": 1}
_LINKS = "[的由在与和及对向为从被把将以于是有将不也都]"
_ABOVE = 8  # paragraphs above in which a left-out subject may stand
# Families that can stand in the place of each other as the subject of a verb.
BEARERS = frozenset({"place", "zone", "firm", "body", "project", ""})
_WHEN = re.compile(
    rf"^.*?(?:之?[后时]|期间|以来|之际|以后|以前|之前|过程中|基础上|背景下|[年月日初底末]|目前|今年|去年|明年|当前|此前|未来|截至)(?![{HAN}]{{0,2}}的)"
)
_ZH_ITEM = rf"[{HAN}\w{BLANK}{HIDDEN}\"+·\- ]"
_ZH_LIST = re.compile(
    rf"等|[{HIDDEN}\"]*(?:\s*[、和与及暨]|以及|还有|,以及|,和)[\"]*(?:{_ZH_ITEM}{{1,24}}?(?:[、和与及暨]|以及)[\"]*)*"
)
_EN_LIST = re.compile(
    rf"[{HIDDEN}\"]*(?:,|\band\b|&|\bas well as\b|\s)+(?:(?:the|a|an)\s+)?(?:[^,.;:{BLANK}]{{1,60}},\s*)*(?:(?:and|&|as well as)\s+)?(?:(?:the|a|an)\s+)?[\"]*"
)
_AUXILIARY = (
    "is are was were be been being has have had will would can could may might shall should must do does did "
    "also plans plan aims expects seeks intends"
).split()


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


class Topics:
    """The mentions of a text with their parts in the sentences; a paragraph is read at its first use."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._spots: dict[int, list[Spot]] = {}

    def spots(self, number: int) -> list[Spot]:
        """List the mentions of a paragraph, stand-ins resolved, in the order of the text.

        Args:
            number: The number of the paragraph.

        Returns:
            One spot a mention.
        """
        if number not in self._spots:
            self._spots[number] = self._read(self.reading.paragraph(number))
        return self._spots[number]

    def _read(self, paragraph: Paragraph) -> list[Spot]:
        mentions = sorted([*paragraph.names, *paragraph.standins], key=lambda each: each.start)
        spots: list[Spot] = []
        for mention in mentions:
            hidden = paragraph.bare[mention.start] == HIDDEN
            part = _zh_part if paragraph.language == "zh" else _en_part
            topic, governed = part(paragraph, mention, spots)
            keys = mention.keys if mention.role == "name" else self._stands_for(mention, spots, paragraph)
            group = self._group(paragraph, spots, mention)
            topic = topic and not hidden
            number = paragraph.number
            spots.append(Spot(mention.start, mention.end, keys, mention.role, topic, governed, hidden, group, number))
        return _settled(paragraph, spots)

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
        listed = (_ZH_LIST if paragraph.language == "zh" else _EN_LIST).fullmatch(gap)
        same = paragraph.sentence(last.start) == paragraph.sentence(mention.start)
        verb = _has_verb(gap, paragraph.language)
        return last.group if listed and same and gap.strip() and not verb else spots[-1].group + 1

    def _stands_for(self, mention: Mention, spots: list[Spot], paragraph: Paragraph) -> tuple[str, ...]:
        """Return what a stand-in stands for: the last topic of its families, else the last name of them."""
        wanted = set(mention.families)
        word = paragraph.folded[mention.start : mention.end]
        if word in _OF_TWO:
            pair = next((list(each) for _, each in groupby(reversed(spots), key=lambda s: s.group) if _ > -1), [])
            members = [s for s in spots if pair and s.group == pair[0].group]
            return members[_OF_TWO[word]].keys if len(members) == 2 else ()
        if word in ("which", "who", "that", "whose"):
            return spots[-1].keys if spots else ()
        accepted = wanted
        if "project" in wanted:
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
        numbers = [number for number in self.reading.text.paragraphs if number < paragraph.number]
        for number in sorted(numbers, reverse=True)[:2]:
            for spot in reversed(self.spots(number)):
                keys = tuple(key for key in spot.keys if self._fits(key, accepted))
                if keys and spot.topic:
                    return keys
        return ()

    def _fits(self, key: str, families: set[str]) -> bool:
        family = self.reading.family(key)
        return family in families or (family == "firm" and "body" in families)

    def before(self, number: int, at: int) -> Iterator[list[Spot]]:
        """List what a verb or a number may have as its subject, nearest first.

        Args:
            number: The number of the paragraph.
            at: Where the verb or the number begins.

        Yields:
            The members of one list, or one topic alone. In English only those of the same sentence.
        """
        paragraph = self.reading.paragraph(number)
        spots = self.spots(number)
        first = paragraph.sentence(at)[0] if paragraph.language == "en" else 0
        near = [spot for spot in spots if first <= spot.start and spot.end <= at and not spot.hidden]
        seen: set[int] = set()
        for spot in reversed(near):
            if spot.group in seen:
                continue
            adjacent = spot.role == "possessive" and not _has_verb(paragraph.bare[spot.end : at], paragraph.language)
            if spot.topic or adjacent:
                seen.add(spot.group)
                yield [each for each in near if each.group == spot.group]
        if paragraph.language == "zh" and not seen:
            yield from self._above(number)

    def _above(self, number: int) -> Iterator[list[Spot]]:
        """List the topics of the paragraphs above, the last first: for a paragraph that names none before a place."""
        numbers = sorted((each for each in self.reading.text.paragraphs if each < number), reverse=True)
        for above in numbers[:_ABOVE]:
            for spot in reversed(self.spots(above)):
                if spot.topic:
                    yield [replace(spot, role="standin")]


def _settled(paragraph: Paragraph, spots: list[Spot]) -> list[Spot]:
    """Give all members of a list the part of its first one; in English names with commas alone are no list."""
    lists: dict[int, list[Spot]] = {}
    for spot in spots:
        lists.setdefault(spot.group, []).append(spot)
    loose = set()
    if paragraph.language == "en":
        for number, members in lists.items():
            gaps = [paragraph.bare[one.end : other.start] for one, other in pairwise(members)]
            if gaps and not any(re.search(r"\band\b|&|\bas well as\b", gap) for gap in gaps):
                loose.add(number)
    settled = []
    for at, spot in enumerate(spots):
        head = lists[spot.group][0]
        if spot.group in loose:
            settled.append(replace(spot, group=-1 - at))
        else:
            settled.append(replace(spot, topic=head.topic and not spot.hidden, governed=head.governed))
    if paragraph.language == "zh":
        for at, (one, other) in enumerate(pairwise(settled)):
            gap = paragraph.bare[one.end : other.start]
            noun = re.fullmatch(f"[{HAN}]{{0,12}}", gap) and not re.search(_LINKS, gap) and not _has_verb(gap, "zh")
            if one.topic and other.topic and one.group != other.group and noun:
                # 甲公司董事长乙: the first name describes the second, unless the second speaks for it.
                speaks = _speech().match(paragraph.bare, other.end)
                settled[at] = replace(one, group=other.group) if speaks else replace(one, topic=False)
    return settled


def _zh_part(paragraph: Paragraph, mention: Mention, spots: list[Spot]) -> tuple[bool, bool]:
    start, _ = paragraph.clause(mention.start)
    prefix = paragraph.bare[start : mention.start].rstrip('" ')
    if prefix.endswith("以") or "以" in prefix[-14:]:
        example = re.match(r"[\"]?为例", paragraph.bare[mention.end :])
        if example:
            return True, False
    governed = bool(prepositions("zh").search(prefix) or prepositions("zh").search(_titles().sub("", prefix)))
    rest = _WHEN.sub("", prefix)
    earlier = any(spot.topic and spot.start >= start for spot in spots)
    verb = _has_verb(_titles().sub("", rest), "zh")
    if verb and not (rest.endswith("的") and not earlier):
        return False, governed
    leads = rest.endswith("的") or _leads_in(rest) or _titles().search(rest)
    return bool(leads) and not governed, governed


def _en_part(paragraph: Paragraph, mention: Mention, spots: list[Spot]) -> tuple[bool, bool]:
    start, _ = paragraph.sentence(mention.start)
    prefix = paragraph.bare[start : mention.start]
    if mention.role == "standin" and paragraph.folded[mention.start : mention.end] in ("which", "who", "that"):
        return True, False
    chunk = re.split(r"[,;:()]|\band\b|\bbut\b|\bwhile\b", prefix)[-1]
    governed = bool(prepositions("en").search(chunk)) and not _has_verb(
        chunk[list(prepositions("en").finditer(chunk))[-1].end() :], "en"
    )
    if not _has_verb(prefix, "en"):
        return not governed, governed
    new = re.search(
        r"(?:[;:]|,|\band\b|\bbut\b|\bwhile\b|\bthat\b|\bwhere\b|\bbecause\b|\bas\b)\s*(?:the\s+)?$", prefix
    )
    behind = paragraph.bare[mention.end :]
    acts = re.match(
        rf"\s*(?:\([^)]*\)|{HIDDEN}+)?\s*(?:\w+ly\s+|also\s+|has\s+)?(?:{'|'.join(_AUXILIARY)}|{_finite().pattern})\b",
        behind,
    )
    return bool(new and acts) and not governed, governed


_HANS = re.compile(f"[{HAN}]+")


def _leads_in(prefix: str) -> bool:
    """Whether words before a name only lead to it: 此外, 同时, 今年, a number with its unit, another name."""
    left = _leadins().sub("", re.sub(rf"[{BLANK}{HIDDEN}\d,.%\" ]+", " ", prefix))
    return not _HANS.search(left)


@cache
def _titles() -> re.Pattern[str]:
    """What a name in apposition may stand behind: 供应商, 市长."""
    words = sorted((row["word"] for row in table("titles", "zh")), key=len, reverse=True)
    return re.compile(f"(?:副|原|前)?(?:{'|'.join(map(re.escape, words))})$")


@cache
def _speech() -> re.Pattern[str]:
    words = sorted((row["word"] for row in table("speech", "zh")), key=len, reverse=True)
    return re.compile(f"[{HAN}]{{0,8}}?(?:{'|'.join(map(re.escape, words))})")


@cache
def _leadins() -> re.Pattern[str]:
    words = sorted((row["word"] for row in table("leadins", "zh")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


@cache
def prepositions(language: str) -> re.Pattern[str]:
    """Return what matches the prepositions of a language: in Chinese at the end of the words before a name."""
    words = sorted((row["word"] for row in table("prepositions", language)), key=len, reverse=True)
    either = "|".join(map(re.escape, words))
    return re.compile(f"(?:{either})$") if language == "zh" else re.compile(rf"\b(?:{either})\b")


@cache
def _finite() -> re.Pattern[str]:
    """Forms of English verbs that are no nouns: those of the past, and those in -s behind a name."""
    lemmas = set(re.findall(r"<([a-z-]+)>", " ".join(row["pattern"] for row in table("relations", "en"))))
    past = {
        form
        for lemma in lemmas
        for form in forms(lemma)
        if form not in (lemma, f"{lemma}s") and not form.endswith("ing")
    }
    third = {form for lemma in lemmas for form in forms(lemma)[1:2]}
    return re.compile("|".join(map(re.escape, sorted(past | third, key=len, reverse=True))))


@cache
def _verb_words() -> re.Pattern[str]:
    lemmas = set(re.findall(r"<([a-z-]+)>", " ".join(row["pattern"] for row in table("relations", "en"))))
    past = {
        form
        for lemma in lemmas
        for form in forms(lemma)
        if form not in (lemma, f"{lemma}s") and not form.endswith("ing")
    }
    third = {form for lemma in lemmas for form in forms(lemma)[1:2]}
    always = "|".join(map(re.escape, sorted({*past, *_AUXILIARY[:21]}, key=len, reverse=True)))
    behind = "|".join(map(re.escape, sorted(third, key=len, reverse=True)))
    return re.compile(
        rf"(?<![\w-])(?:{always})(?![\w-])|(?<={BLANK})\s+(?:{behind})(?![\w-])|\b(?:it|which|who|that)\s+(?:{behind})\b"
    )


def _has_verb(words: str, language: str) -> bool:
    if language == "zh":
        return bool(plain_verbs("zh").search(compounds().sub("", words)))
    return bool(_verb_words().search(words))
