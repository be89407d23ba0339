"""Finds the ends of a construction: who stands before its verb, and what stands behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .attempt import End, Failure, name_of, shown
from .beside import LOWER_RANK
from .folded import folded
from .heads_en import RANK_BEFORE
from .occurrences import occurrences, paragraph_start
from .patterns import ends, traits
from .reading import BLANK
from .senses import either
from .settled import belongs, rivals
from .slots_en import OTHER_OFFICE, EnglishSlots
from .statement import Thing
from .verbs import phase_words

if TYPE_CHECKING:
    from .attempt import Place
    from .construction import Match
    from .reading import Paragraph, Reading
    from .statement import Statement
    from .topics import Spot

_PART_BEHIND = re.compile(rf"'s?\s|\s*{either('part of a firm', 'en')}|\s*$")


class Slots(EnglishSlots):
    """The slots of one construction at one place of a text.

    Attributes:
        statement: What is to be proved.
        reading: The text.
        paragraph: The paragraph of the place.
        place: Where the quote stands.
        match: The construction.
        spots: The mentions of the sentence.
        zh: Whether the paragraph is Chinese.
        before: Where the words end that may have an end before the first word of the construction.
    """

    def __init__(
        self, statement: Statement, reading: Reading, paragraph: Paragraph, place: Place, match: Match
    ) -> None:
        self.statement, self.reading, self.paragraph = statement, reading, paragraph
        self.place, self.match = place, match
        start, end = paragraph.sentence(match.start)[0], paragraph.sentence(max(match.end, place.end) - 1)[1]
        self.spots = reading.topics.between(paragraph.number, start, end)
        self.zh = paragraph.language == "zh"
        self.before = match.start

    def list_start(self, at: int) -> int:
        """Find where the list begins that has the name at an offset.

        Args:
            at: Where the name begins.

        Returns:
            Where the first name of its list begins; the offset itself if it is in no list.
        """
        spots = self.reading.topics.between(self.paragraph.number, *self.paragraph.sentence(at))
        group = next((spot.group for spot in spots if spot.start == at), None)
        return next((spot.start for spot in spots if spot.group == group and group is not None), at)

    def end(self, slot: str, what: Thing | str | object) -> End | Failure:
        """Find the end of a slot.

        Args:
            slot: "{s}" or "{o}".
            what: What is to stand there.

        Returns:
            Where it stands, or what stands there instead.
        """
        before, _ = self.match.pattern.slot(slot)
        words = self.match.words
        near = slot in self.match.pattern.near
        column = "subject" if slot == "{s}" else "object"
        if before == 0:
            if isinstance(what, Thing):
                return self._thing_before(what, self.before, column, near=near)
            return self._words_in(
                str(what), paragraph_start(self.paragraph, self.before), self.before, column, near=near
            )
        limit = words[before][0] if before < len(words) else self._limit(words[before - 1][1])
        begin = words[before - 1][1]
        if self.zh and before < len(words):
            clause = self.paragraph.clause(limit - 1)[0]
            if begin < clause and any(clause <= spot.start < limit for spot in self.spots):
                begin = clause  # 由甲主办,乙承办
        if isinstance(what, Thing):
            return self._thing_behind(what, begin, limit, column, near=near)
        return self._words_in(str(what), begin, limit, column, near=near, behind=True)

    def _limit(self, at: int) -> int:
        if self.zh:
            end = self.paragraph.clause(at)[1]
            told = self.paragraph.bare[end - 1] == ":"  # 引入三大产业:甲、乙
            return self.paragraph.clause(end)[1] if told and end < len(self.paragraph.bare) else end
        return self.paragraph.sentence(max(at - 1, 0))[1]

    def _thing_before(self, what: Thing, at: int, column: str, *, near: bool) -> End | Failure:
        other = ""
        standing_en = not self.zh and "standing" in traits(self.match.pattern.relation)
        standing = self.zh and "standing" in traits(self.match.pattern.relation)
        beside = self._right_before(at)
        tokens = self.match.pattern.tokens
        noun = self.zh and tokens[0] == "{o}" and tokens[-1] == "{s}" and len(tokens) == 3
        groups: list[list[Spot]] = []
        if noun and not near and not beside:
            clause = self.paragraph.clause(max(at - 1, 0))[0]
            named = [spot for spot in self.spots if clause <= spot.start and spot.end <= at and not spot.hidden]
            groups = [[spot] for spot in reversed(named)]
        elif near and beside:
            alone = self.match.pattern.words[0] == r"\("
            groups = [[each for each in self.spots if each.group == beside[0].group and each.end <= at]]
            groups = [beside[:1]] if alone else groups
        if groups and not self.zh:
            groups = [self._tight(groups[0])]
        if self.match.pattern.owner and not (beside and beside[-1].role == "possessive"):
            return Failure(2, column, f"no possessive stands before «{self._verb()}»")
        if near and beside and standing_en and (inner := self._ending(what, beside[-1])):
            return inner
        if near and not self.zh and not beside and not self._acts(at) and not self._predicate(at):
            return Failure(2, column, f"nothing right before «{self._verb()}» names {name_of(what)}")
        for group in groups or self.reading.topics.before(self.paragraph.number, at):
            for spot in self._described(group, at):
                if what.key in spot.keys:
                    gap = self._without_dates(spot.end, at)
                    if near and self.zh and not groups and (len(gap) > 4 or re.search(r"[,;:。]", gap)):
                        return Failure(3, column, f"{name_of(what)} does not stand right before this verb")
                    if spot.paragraph != self.paragraph.number and (near or standing):
                        return Failure(3, column, f"{name_of(what)} stands in another paragraph")
                    if standing and self.paragraph.clause(spot.start) != self.paragraph.clause(max(at - 1, 0)):
                        return Failure(3, column, f"{name_of(what)} stands in another clause")
                    return End(spot.start, spot.end, spot.resolved, spot.paragraph)
            keys = [key for spot in group for key in spot.keys]
            if (
                any(
                    self._may_be(key, column) and self._builds(key) and rivals(self.reading, key, what.key)
                    for key in keys
                )
                or not keys
            ):
                other = " / ".join(shown(self.reading, key) for key in keys[:3]) or self._printed(group[-1])
                break
        verb = self._verb()
        if other:
            return Failure(3, column, f"the {column} before «{verb}» is {other}, not {name_of(what)}")
        return Failure(2, column, f"nothing before «{verb}» names {name_of(what)}")

    def _thing_behind(self, what: Thing, begin: int, limit: int, column: str, *, near: bool) -> End | Failure:
        verb = self._verb()
        opened = begin and self.paragraph.blanked[begin - 1] == "("
        seen: set[int] = set()
        for spot in self.spots:
            if spot.start < begin or spot.start >= limit or (spot.hidden and not opened):
                continue
            if spot.role == "possessive" and what.key not in spot.keys:
                continue
            if what.key in spot.keys:
                first = next(each for each in self.spots if each.group == spot.group and each.start >= begin)
                gap = self.paragraph.bare[begin : first.start]
                gap = gap if self.zh else self._gap_left(gap)
                if not self.zh and "standing" in traits(self.match.pattern.relation):
                    chain = [
                        each
                        for each in self.spots
                        if each.group == spot.group and first.start <= each.start <= spot.start
                    ]
                    if self._tight(chain) != chain:
                        return Failure(3, column, f"other words stand between «{verb}» and {name_of(what)}")
                if near and not seen and len(gap.strip()) > (6 if self.zh else 40):
                    return Failure(3, column, f"«{gap}» stands between «{verb}» and {name_of(what)}")
                if not self.zh and self._no_object(spot, gap):
                    return Failure(3, column, f"{name_of(what)} begins something else behind «{verb}»")
                if not self.zh and self._new_clause(begin, first.start):
                    return Failure(3, column, f"another clause begins before {name_of(what)}")
                if not self.zh and self._led_by_preposition(gap, near=near):
                    return Failure(3, column, f"«{gap.strip()}» stands between «{verb}» and {name_of(what)}")
                if "standing" not in traits(self.match.pattern.relation) and self._describes(spot, what, limit):
                    return Failure(3, column, f"{name_of(what)} only describes what follows it")
                return End(spot.start, spot.end, spot.resolved, spot.paragraph)
            member = any(each.group == spot.group and what.key in each.keys for each in self.spots)
            if member or (spot.governed and self._governed_apart(spot, begin)):
                continue
            if not self.zh and self._enumerated(what, begin, spot.start):
                continue
            if not self.zh and (other := self._larger(what, spot) or self._along(what, spot)):
                return End(other.start, other.end, other.resolved)
            if not self.zh and self._possessor(spot, what):
                continue
            if any(rivals(self.reading, key, what.key) for key in spot.keys):
                last = [each for each in self.spots if each.group == spot.group][-1]
                joined = next((each for each in self.spots if each.start in (last.end, last.end + 1)), None)
                if joined and what.key in joined.keys and self.paragraph.bare[last.end : joined.start] in ("", "的"):
                    continue  # 开发区工业园: the first name describes the second
                named = " / ".join(shown(self.reading, key) for key in spot.keys[:3])
                return Failure(3, column, f"the {column} behind «{verb}» is {named}, not {name_of(what)}")
            seen.add(spot.group)
        return Failure(2, column, f"nothing behind «{verb}» names {name_of(what)}")

    def _describes(self, spot: Spot, what: Thing, limit: int) -> bool:
        """Whether a name only describes the next one of its family (甲公司的乙公司, Google subsidiary Sidewalk)."""
        for other in self.spots:
            if other.start >= spot.end and other.start < limit and other.group != spot.group:
                gap = self.paragraph.bare[spot.end : other.start]
                close = (
                    re.fullmatch(r"\s*(?:的|之|'s|')?\s*[^,;:。、]{0,14}", gap)
                    if not self.zh
                    else re.fullmatch(r"[的之]?", gap)
                )
                if close and any(rivals(self.reading, key, what.key) for key in other.keys):
                    return self.zh or bool(_PART_BEHIND.match(gap))
                return False
        return False

    def _words_in(
        self, words: str, begin: int, limit: int, column: str, *, near: bool, behind: bool = False
    ) -> End | Failure:
        verb = self._verb()
        for start, end in occurrences(
            words,
            self.reading,
            self.paragraph,
            begin,
            limit if not behind else self.paragraph.sentence(max(begin - 1, 0))[1],
        ):
            gap = self.paragraph.blanked[begin:start] if behind else self.paragraph.blanked[end:limit]
            if "office" in traits(self.statement.relation) and not self._whole_office(start, end):
                continue
            if "office" in traits(self.statement.relation) and not self.zh and behind and OTHER_OFFICE.search(gap):
                continue  # Ann Keller, and was met by the mayor
            if behind and self.zh and any(spot.topic and begin <= spot.start < start for spot in self.spots):
                continue  # another subject stands between
            if behind and not self.zh and self._apart(gap, begin, start, near=near):
                continue
            if self._gap_fits(gap, near=near) and (not behind or start < limit or self._listed(gap)):
                return End(start, end)
        return Failure(2, column, f"«{words}» does not stand beside «{verb}»")

    def _whole_office(self, start: int, end: int) -> bool:
        """Whether the words are a whole title, and not that of the person named right behind them."""
        behind = next((spot for spot in self.spots if spot.start in (end, end + 1)), None)
        if (
            behind
            and self.statement.subject.key not in behind.keys
            and not self.paragraph.bare[end : behind.start].strip()
        ):
            return False
        if not self.zh:
            return not RANK_BEFORE.search(self.paragraph.folded[:start])
        begins = any(start == word[1] for word in self.match.words)
        named = self.paragraph.blanked[start] == BLANK
        return begins or named or not LOWER_RANK.search(self.paragraph.blanked, 0, start)

    def _gap_fits(self, gap: str, *, near: bool) -> bool:
        if self.zh:
            if re.search(r"[;。!?]", gap):
                return False
            items = re.split(r"[、和与及]", gap)
            return len(items[0]) <= 6 if near else "," not in gap or self._listed(gap)
        return len(gap) <= (30 if near else 90)

    def _listed(self, gap: str) -> bool:
        return bool(re.fullmatch(r"[^,。;:!?]*", gap))

    def _without_dates(self, start: int, end: int) -> str:
        words = list(self.paragraph.bare[start:end])
        for period in self.paragraph.periods:
            if start <= period.start and period.end <= end:
                words[period.start - start : period.end - start] = [""] * (period.end - period.start)
        return re.sub("[上下中]午|晚间?$", "", "".join(words))

    def _may_be(self, key: str, column: str) -> bool:
        """Whether the relation takes things of the family of a thing as this end."""
        families = ends(self.match.pattern.relation, column)
        return "*" in families or belongs(self.reading.family(key), families)

    def _builds(self, key: str) -> bool:
        """Whether a thing may be in the phase of works that the statement tells: no office and no person is 动工."""
        told = self.statement.object
        if not self.zh or not isinstance(told, str) or not {"stage", "planned"} & traits(self.statement.relation):
            return True
        return self.reading.family(key) not in ("body", "person") or not phase_words().fullmatch(folded(told))

    def _verb(self) -> str:
        return "…".join(self.paragraph.words[start:end] for start, end in self.match.words)

    def _printed(self, spot: Spot) -> str:
        return self.paragraph.words[spot.start : spot.end]
