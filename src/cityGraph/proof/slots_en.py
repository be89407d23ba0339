"""What beside the words of an English construction may fill its slots: adjacency, lists and appositions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .attempt import End
from .folded import folded
from .heads_en import kin
from .nominals_en import without_noun
from .patterns import traits
from .reading import BLANK, HIDDEN
from .senses import either
from .verbs import adverbs, has_verb, prepositions

if TYPE_CHECKING:
    from .construction import Match
    from .reading import Paragraph, Reading
    from .statement import Statement, Thing
    from .topics import Spot

_ACTIVE = re.compile(r"\{s\} (?:… )?<(?!be>|have>)[a-z-]+>")
_PASSIVE = re.compile(r"\{o\} … <[a-z-]+> (?:… )?by\b")
_OTHER_NOUN = re.compile(r"\b(?:with|of|for|from|on|to)\s+(?:an?\s+|the\s+)?[a-z-]+\s+(?:\w+ly\s+)?$")
_NOUN_BEFORE = re.compile(r"\b(?:an?|the|its|their|his|her|our|with|of|this|that the)\s+$")
_AVOIDED = re.compile(rf"{either('avoided', 'en')}\s+$")
_OWNER_BEFORE = re.compile(r"'s\s+(?:[\w-]+\s+){0,2}$")
_NOUN_BEHIND = re.compile(r"\s+(?:[\w-]+\s+)?(?:is|was|are|were)\b")
_BE_BEFORE = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being|gets?|got)|'re)\s+(?:not\s+|also\s+|now\s+|all\s+|both\s+|\w+ly\s+)*$"
)
_BY_BEHIND = re.compile(r"\s+(?:\w+ly\s+|out\s+|up\s+|on\s+)?(by|of|from)\b")
_ADJACENT = re.compile(rf'[\s"{HIDDEN}]*')
_SUM = re.compile(rf"\d[\d.,]*\s?(?:m|bn|k|million|billion)?\s+(?:(?:of|in)\s+)?(?:{either('funds', 'en')}\s+)?")
OTHER_OFFICE = re.compile(r"^\s*(?:and|but|while)\b|\b(?:by|was|is|were|are|has|had|said|told)\b")
_PART_OF_PLACE = re.compile(rf"\b(?:the\s+)?(?:very\s+)?{either('part of a place', 'en')}\s+of\s+(?:the\s+)?$")
_CHAIN = re.compile(r",?\s+(?:in|near the centre of)\s+(?:the\s+)?|,\s+")
_LIST_BEGINS = re.compile(r":|\b(?:including|such as|namely)\b")
_ITEM = re.compile(r"(?:[,;]|\band|\bas well as)\s+(?:and\s+|as well as\s+)?(?:an?\s+|the\s+)?$")
_EXAMPLES = re.compile(r"^(?:\s*[\w-]+){0,4}\s+(?:including|such as)(?:\s+an?|\s+the)?\s*$")
_TIGHT = re.compile(r'[\s",]*(?:and|&)?\s*(?:the\s|an?\s)?"?')
_ALONG = re.compile(r"\b(?:along|together) with\s+")
_LISTED = re.compile(rf"(?:{BLANK}|[\s,]|\band\b|\bthe\b)*")
_VERB_FIRST = re.compile(r"\{[so]\}\s*(?:…\s*)?<")  # constructions whose first word is a verb


def _has_own_verb(words: str, whole: str) -> bool:
    return has_verb(words, "en") or has_verb(whole, "en")


def is_active(paragraph: Paragraph, match: Match) -> bool:
    """Say whether the first word of an active construction is an active verb at its place.

    It is a passive behind a form of "be" and before "by", and a noun behind an article and before "of".

    Args:
        paragraph: Where the construction stands.
        match: The construction.

    Returns:
        Whether it is; True for a construction that does not begin with its subject and a verb.
    """
    source = match.pattern.source
    if paragraph.language == "en" and _PASSIVE.match(source):
        before = paragraph.bare[: match.words[0][0]]
        if len(match.words) > 1 and not _agent_apart(paragraph, match):
            return False
        return bool(_BE_BEFORE.search(before)) or not _OTHER_NOUN.search(before)
    if re.search(r"[£$€] … from", source) and not _SUM.fullmatch(paragraph.bare, match.words[1][1], match.words[-1][0]):
        return False
    if paragraph.language != "en" or not _ACTIVE.match(source):
        return True
    start, end = match.words[0]
    before, word, behind = paragraph.bare[:start], paragraph.bare[start:end], paragraph.bare[end:]
    if _NOUN_BEFORE.search(before):
        return False
    if _NOUN_BEHIND.match(behind) or (_OWNER_BEFORE.search(before) and not re.search(r"(?:s|ed|ing)$", word)):
        return False
    if _AVOIDED.search(before) and word.endswith("ing"):
        return False
    if _BE_BEFORE.search(before) and not re.match(r"[\w-]+ing\b", word):
        return False
    left = _BY_BEHIND.match(behind)
    return left is None or bool(re.search(rf"\b{left[1]}\b", source))


def _agent_apart(paragraph: Paragraph, match: Match) -> bool:
    """Whether only a purpose, a time or a place parts a passive verb from its agent, whose name stands right behind."""
    gap = paragraph.bare[match.words[0][1] : match.words[1][0]]
    agent = re.match(
        rf"\s+(?:the\s+|an?\s+)?(?:{BLANK}|{HIDDEN}|it\b|them\b|the\b)", paragraph.bare[match.words[1][1] :]
    )
    before = paragraph.bare[: match.words[0][0]]
    other = re.search(r"[,;:]|\b(?:and|but|that|which|who|by|not|\w+ed)\b", gap) or has_verb(gap, "en")
    paired = re.fullmatch(r"(?:,\s+\w+(?:ed|ilt|un))*,?\s+and\s+(?:\w+ly\s+)?(?:\w+ed|built|run|led|made)\s+", gap)
    return bool(agent and _BE_BEFORE.search(before) and (paired or not other))


class EnglishSlots:
    """The parts of `cityGraph.proof.slots.Slots` that only English needs.

    Attributes:
        statement: What is to be proved.
        reading: The text.
        paragraph: The paragraph of the place.
        match: The construction.
        spots: The mentions of the paragraph.
        zh: Whether the paragraph is Chinese.
    """

    statement: Statement
    reading: Reading
    paragraph: Paragraph
    match: Match
    spots: list[Spot]
    zh: bool

    def _right_before(self, at: int) -> list[Spot]:
        """List the name that ends right before an offset; in English a space, a quote or brackets may follow it."""
        if self.zh:
            relative = self.match.pattern.words[0].endswith("的")
            adverb = adverbs() if relative else re.compile("")
            return [
                each for each in self.spots if each.end <= at and adverb.fullmatch(self.paragraph.bare, each.end, at)
            ]
        gap = self.paragraph.bare
        return [
            spot for spot in self.spots if spot.end <= at and not spot.hidden and _ADJACENT.fullmatch(gap, spot.end, at)
        ][-1:]

    def _tight(self, group: list[Spot]) -> list[Spot]:
        """List the last members of a list that only commas and an "and" part: an apposition may part others."""
        kept = group[-1:]
        for spot in reversed(group[:-1]):
            kinds = [{self.reading.family(key) for key in each.keys} for each in (spot, kept[0])]
            if not _TIGHT.fullmatch(self.paragraph.bare, spot.end, kept[0].start) or not kinds[0] & kinds[1]:
                break
            kept.insert(0, spot)
        return kept

    def _described(self, group: list[Spot], at: int) -> list[Spot]:
        """Return of a list the last member if an apposition of that one leads to a verb (A and B, a hall housing C)."""
        if not self.zh and re.match(r"\{[so]\}, (?:an?|one)\s", self.match.pattern.source):
            return group[-1:]
        if not self.zh and group[-1].paragraph == self.paragraph.number:
            behind = self.paragraph.bare[group[-1].end : at]
            if re.fullmatch(r"\s*,\s*(?:an?|the|one)\s[^,;:]*", behind):
                return group[-1:]
        return group

    def _ending(self, what: Thing, spot: Spot) -> End | None:
        """Return the name of a thing that a longer name ends with (the north wing of the Canal House)."""
        if what.key in spot.keys or spot.resolved:
            return None
        words = self.paragraph.folded[spot.start : spot.end]
        for name in sorted({folded(name) for name in what.names}, key=len, reverse=True):
            if re.search(rf"\bof (?:the )?{re.escape(name.removeprefix('the '))}$", words):
                return End(spot.end - len(name.removeprefix("the ")), spot.end)
        return None

    def _predicate(self, at: int) -> bool:
        """Whether what stands right before an apposition says what the subject is (X is a firm, a unit of Y)."""
        start = self.paragraph.sentence(max(at - 1, 0))[0]
        words = self.paragraph.bare[start:at]
        return self.match.pattern.source[3:4] == "," and bool(
            re.search(
                rf"{BLANK}\s+(?:is|was|are|were|remains|(?:operat|serv)es as)\s"
                rf"+(?:an?\s|the\s)?[^,;:{BLANK}]{{1,50}}$",
                words,
            )
        )

    def _acts(self, at: int) -> bool:
        """Whether a construction begins with a verb: its subject may then stand farther before it."""
        return bool(_VERB_FIRST.match(self.match.pattern.source)) or has_verb(
            self.paragraph.bare[at : self.match.words[0][1]], "en"
        )

    def _enumerated(self, what: Thing, begin: int, at: int) -> bool:
        """Whether a list begins before an offset and goes on with a thing (two studios: A, which opened, and B)."""
        if not _LIST_BEGINS.search(self.paragraph.bare, begin, at):
            return False
        end = self.paragraph.sentence(begin)[1]
        return any(
            what.key in each.keys
            and at < each.start < end
            and not each.resolved
            and _ITEM.search(self.paragraph.bare[at : each.start])
            for each in self.spots
        )

    def _gap_left(self, gap: str) -> str:
        """Return the words between a verb and a name without those that say only which part or phase of it is meant."""
        kind = traits(self.match.pattern.relation)
        if "standing" in kind and self.statement.relation != "part-of":
            gap = _PART_OF_PLACE.sub("", gap)
        if self.statement.status != "realised":
            return without_noun(gap)
        return gap

    def _possessor(self, spot: Spot, what: Thing) -> bool:
        """Whether a name only says whose thing it is that follows (part of the council's new plan)."""
        after = next((each for each in self.spots if each.start >= spot.end and not each.hidden), None)
        gap = self.paragraph.bare[spot.end : after.start] if after else ""
        return after is not None and what.key in after.keys and bool(re.fullmatch(r"'s?\s+(?:[\w-]+\s+){0,2}", gap))

    def _kin(self, one: Spot, other: Spot) -> bool:
        """Whether two names are of one family, as the members of a list are: not a body and its head."""
        return bool(kin(self.reading, one.keys) & kin(self.reading, other.keys))

    def _planned_by_noun(self, what: End) -> bool:
        """Whether a noun of doing leads to an end (includes the creation of X), or the whole is a plan."""
        if self.zh:
            return False
        gap = self.paragraph.bare[self.match.end : max(what.start, self.match.end)]
        of = self.statement.object
        plan = self.statement.relation == "part-of" and getattr(of, "kind", "").lower() == "plan"
        return plan or without_noun(gap) != gap

    def _larger(self, what: Thing, spot: Spot) -> Spot | None:
        """Return the larger place behind a place (in Northport, in the county of Greyhaven), each in the next."""
        if self.zh or self.match.pattern.relation != "located-in":
            return None
        last = spot
        for other in (each for each in self.spots if each.start >= spot.end):
            gap = _PART_OF_PLACE.sub("", self.paragraph.bare[last.end : other.start])
            places = all(self.reading.family(key) == "place" for key in (*last.keys, *other.keys))
            if not places or not _CHAIN.fullmatch(gap or ",") or other.group == last.group or not other.keys:
                return None
            if what.key in other.keys:
                return other
            last = other
        return None

    def _along(self, what: Thing, first: Spot) -> Spot | None:
        """Return a thing that stands with others of its family behind an object (named A, along with B and C)."""
        end = self.paragraph.sentence(first.start)[1]
        joined = _ALONG.search(self.paragraph.bare, first.end, end)
        if not joined or not any(self.reading.family(key) == self.reading.family(what.key) for key in first.keys):
            return None
        here = [each for each in self.spots if joined.end() <= each.start + 4 and what.key in each.keys]
        return next((each for each in here if _LISTED.fullmatch(self.paragraph.bare, joined.end(), each.start)), None)

    def _no_object(self, spot: Spot, gap: str) -> bool:
        """Whether a name behind a construction is a subject of its own, or the next of those in apposition."""
        if self.match.pattern.source in ("{s}, {o}", "{o}, {s}") and re.search(r"\band\b", gap):
            return True
        start = spot.start - len(gap)
        if self.paragraph.bare[start - 1 : start] == "," and has_verb(BLANK + gap, "en"):
            return True  # based in X, makes Y
        if re.search(r"\b(?:while|whereas|but)\s+(?:the\s+)?$", gap):
            return True
        own = spot.topic and spot.role == "name" and re.search(r"\b(?:and|while|but|whereas)\b", gap)
        return bool(own) and BLANK not in gap and not _LIST_BEGINS.search(gap)

    def _new_clause(self, begin: int, end: int) -> bool:
        """Whether another clause with a subject and a verb of its own begins between two offsets."""
        bare = self.paragraph.bare
        listed = _LIST_BEGINS.search(bare, begin, end)
        for spot in self.spots:
            if begin <= spot.start and spot.end <= end and spot.topic:
                pronoun = self.paragraph.folded[spot.start : spot.end] in ("which", "who", "that")
                if not (pronoun and listed) and _has_own_verb(bare[spot.end : end], bare[spot.start : end]):
                    return True
        return False

    def _apart(self, gap: str, begin: int, start: int, *, near: bool) -> bool:
        """Whether words behind a verb belong to something else: a preposition, another clause or another name."""
        office = "office" in traits(self.match.pattern.relation)
        if not office and self._led_by_preposition(gap, near=False):
            return True
        if near and BLANK in gap and not re.search(r"'s?\s+$", gap):
            return True
        return self._new_clause(begin, start)

    def _governed_apart(self, spot: Spot, begin: int) -> bool:
        """Whether a preposition of its own governs a name, not the last word of the construction."""
        if self.zh:
            return spot.start != begin
        gap = self.paragraph.bare[begin : spot.start]
        return BLANK in gap or "," in gap or bool(prepositions("en").search(gap))

    @staticmethod
    def _led_by_preposition(gap: str, *, near: bool) -> bool:
        """Whether a preposition leads to a name: then the name is no object of the verb before."""
        if "," in gap and BLANK not in gap and prepositions("en").match(gap.lstrip()):
            return True  # opened in May, and the mill: the verb has no object
        last = re.split(r"[,;:]|\band\b", gap)[-1]
        if _EXAMPLES.match(last):  # partners including a firm
            last = re.sub(r"\b(?:including|such as)\b.*$", "", last)
        return bool(prepositions("en").search(last)) or (near and "," in gap and BLANK not in gap)
