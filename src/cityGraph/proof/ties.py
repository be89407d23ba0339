"""Proves that a text says a relation between a subject and a thing, a few words or a date."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model.positions import Range
from .attempt import End, Failure, Place, Proof, name_of
from .beside import beside
from .construction import SLOTS
from .constructions_at import constructions_at
from .folded import folded
from .inside import inside_name
from .moods import mood_failure
from .nominals_en import done_by_noun
from .occurrences import paragraph_start
from .patterns import Chosen, constructions, patterns, traits
from .reading import BLANK, HIDDEN
from .statement import Thing
from .ties_en import EnglishTie, is_relative, wrong_kind
from .when import is_future, is_past, period_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .construction import Match, Pattern
    from .reading import Paragraph, Reading
    from .scope import Mark
    from .statement import Statement
    from .topics import Spot

_ADVERB = 2  # characters, such as 现任, between 是 and an office
_LOOSE = 4  # characters, such as an adverb, between an end and the word of a construction right behind it
_REACH = 12  # how far behind a quote, which is cut to a length, an end may still begin


def prove_tie(statement: Statement, reading: Reading, place: Place) -> Iterator[Proof | Failure]:
    """Try to prove a relation at one place of a text.

    Args:
        statement: The statement; its object is a thing, a few words or a date.
        reading: The text.
        place: Where its quote stands.

    Yields:
        A proof or what was missing, for each construction found.
    """
    paragraph = reading.paragraph(place.paragraph)
    start, end = paragraph.sentence(place.start)[0], paragraph.sentence(max(place.end - 1, place.start))[1]
    if statement.object_words and isinstance(statement.object, str):
        statement = replace(statement, object=statement.object_words)
    chosen = _patterns(reading.said_by(statement.relation), reading.words, paragraph.language)
    if paragraph.language == "en" and (wrong := wrong_kind(statement, reading)):
        yield wrong
        return
    found = False
    for match in constructions_at(reading, chosen, paragraph, start, end):
        if _describes_other(statement, reading, paragraph, match):
            continue
        found = True
        yield _Attempt(statement, reading, paragraph, place, match).run()
    for one in (inside_name, done_by_noun):
        for result in one(statement, reading, paragraph, place):
            found = True
            yield result
    for pattern in chosen.wordless:
        for result in beside(statement, reading, paragraph, place, pattern):
            found = True
            yield result
    if not found:
        yield Failure(1, "relation", f"no word here says «{statement.relation}»")


@lru_cache(maxsize=512)
def _patterns(relations: tuple[str, ...], added: tuple[tuple[str, str, str], ...], language: str) -> Chosen:
    """Return the constructions that say one of some relations, with those of added words."""
    return Chosen(_each(relations, added, language))


def _each(relations: tuple[str, ...], added: tuple[tuple[str, str, str], ...], language: str) -> Iterator[Pattern]:
    known = patterns(language)
    for relation in relations:
        yield from known.get(relation, ())
        if "symmetric" in traits(relation):
            for pattern in known.get(relation, ()):
                turned = {"{s}": "{o}", "{o}": "{s}"}
                yield replace(
                    pattern,
                    tokens=tuple(turned.get(token, token) for token in pattern.tokens),
                    near=frozenset(turned[slot] for slot in pattern.near),
                    tight=frozenset(turned[slot] for slot in pattern.tight),
                )
        for word, means, of in added:
            if means == relation and of in ("", language):
                yield from constructions(relation, word, language)


def _begins(mark: Mark, at: int) -> bool:
    """Whether a word that something has begun stands right before a verb (正在建设)."""
    return mark.mood == "begun" and mark.start < at <= mark.end + 1


def _describes_other(statement: Statement, reading: Reading, paragraph: Paragraph, match: Match) -> bool:
    """Whether verb and object only describe what follows them, behind a verb of another kind (参观了生产乙的丙)."""
    if paragraph.language != "zh" or match.pattern.tokens[0] != "{s}" or match.pattern.tokens[2:3] != ("{o}",):
        return False
    behind = match.words[0][1]
    start, end = paragraph.clause(match.start)[0], paragraph.clause(behind)[1]
    here = reading.topics.between(paragraph.number, behind, end)
    what = statement.object
    last = next((spot.end for spot in here if isinstance(what, Thing) and what.key in spot.keys), 0)
    if isinstance(what, str):
        at = paragraph.folded.find(folded(what), behind, end)
        last = at + len(what) if at >= 0 else 0
    between = paragraph.bare[max(start, paragraph.bare.rfind(BLANK, start, match.start) + 1) : match.start]
    return bool(last) and paragraph.bare.startswith("的", last) and bool(re.search("[了过着]$", between))


class _Attempt(EnglishTie):
    """One construction at one place: are its slots filled by the ends of the statement?"""

    def run(self) -> Proof | Failure:
        """Return the proof, or what was missing."""
        filled: dict[str, End] = {}
        tokens = self.match.pattern.tokens
        if not set(SLOTS) <= set(tokens):
            return Failure(2, "relation", "this construction names one end only")
        # Of two ends before the first word, the nearer one comes first, and the other stands before that.
        order = sorted(SLOTS, key=tokens.index, reverse=tokens[1] in SLOTS)
        self.before = self.match.start
        for slot in order:
            wanted = self.statement.subject if slot == "{s}" else self.statement.object
            found = self.end(slot, wanted)
            if isinstance(found, Failure):
                return found
            filled[slot] = found
            if tokens[1] in SLOTS and not found.paragraph and found.start < self.before:
                self.before = self.list_start(found.start)
        number = self.paragraph.number
        subject, other = (filled[slot]._replace(paragraph=filled[slot].paragraph or number) for slot in SLOTS)
        if subject.paragraph == other.paragraph and subject.start < other.end and other.start < subject.end:
            return Failure(4, "object", "subject and object are the same words")
        if loose := self._loose({"{s}": subject, "{o}": other}):
            return Failure(4, "relation", f"«{loose}» parts the words of this construction")
        if not self.zh and tokens.index("{s}") + 1 == tokens.index("{o}") > 1 and other.start < subject.start:
            return Failure(4, "object", "subject and object stand the other way round")
        if not self.zh and "office" in traits(self.match.pattern.relation) and self._left(subject):
            return Failure(3, "subject", f"somebody else takes the place of {name_of(self.statement.subject)} here")
        if self.zh and self._only_near_copula(subject, other):
            return Failure(4, "relation", f"«{self._verb()}» ties other words here")
        if not self._in_quote(subject, other):
            return Failure(4, "quote", "the quote has neither the subject nor the object of this verb")
        if sibling := self._sibling_quoted(subject, other) or self._sibling_quoted(other, subject):
            return Failure(4, "quote", f"of this list the quote names {sibling}")
        return self._settle(subject, other)

    def _sibling_quoted(self, end: End, other: End) -> str:
        """Return the member of the list of an end, but not the other end, that the quote names instead of it."""
        if not self.statement.quote or end.paragraph != self.place.paragraph:
            return ""
        reach = self.place.end + (0 if self.zh else _REACH)

        def quoted(spot: Spot) -> bool:
            return spot.start < reach and spot.end > self.place.start

        own = next((spot for spot in self.spots if spot.start == end.start), None)
        mates = [spot for spot in self.spots if own and spot.group == own.group and quoted(spot)]
        if not own or {own.start, other.start} & {spot.start for spot in mates}:
            return ""
        mates = [spot for spot in mates if set(spot.keys) - set(own.keys) and (self.zh or self._kin(own, spot))]
        return self._printed(mates[0]) if mates else ""

    def _loose(self, ends: dict[str, End]) -> str:
        """Return what stands between an end and the word that should follow it; empty if nothing much does."""
        if not self.zh:
            return ""
        for slot in self.match.pattern.tight:
            before, _ = self.match.pattern.slot(slot)
            members = [spot for spot in self.spots if spot.end <= self.match.words[before][0]]
            group = next((spot.group for spot in self.spots if spot.start == ends[slot].start), None)
            end = max([ends[slot].end, *(spot.end for spot in members if spot.group == group)])
            gap = self.paragraph.bare[end : self.match.words[before][0]]
            closes = self.paragraph.blanked[self.match.words[before][0]] == ")"
            if len(gap) > _LOOSE or (closes and gap) or BLANK in gap or "," in gap:
                return gap
        return ""

    def _only_near_copula(self, *ends: End) -> bool:
        """Whether more than a word stands behind a bare 是 or 为, or 的 behind the end: 甲是来见乙的."""
        if self.match.pattern.tokens[1:2] not in (("是",), ("为",)) or len(self.match.words) > 1:
            return False
        last = max(ends, key=lambda end: end.start)
        if last.start < self.match.end or "standing" in traits(self.match.pattern.relation):
            return False
        gap = self.paragraph.bare[self.match.end : last.start].strip(f'{BLANK}{HIDDEN}的"')
        return len(gap) > _ADVERB or self.paragraph.bare.startswith("的", last.end)

    def _in_quote(self, *ends: End) -> bool:
        place = self.place
        reach = place.end + (0 if self.zh else _REACH)
        here = [each for each in ends if each.paragraph == place.paragraph]
        return any(each.end > place.start and each.start < reach for each in here)

    def _settle(self, subject: End, what: End) -> Proof | Failure:
        paragraph, statement = self.paragraph, self.statement
        standing = "standing" in traits(self.match.pattern.relation) or self._apposed()
        pronoun = next((end for end in (subject, what) if is_relative(paragraph, end)), None)
        relative = not self.zh and pronoun is not None
        standing = standing or relative
        if standing and not relative and not self.zh and statement.status != "realised":
            # Where a work is to stand, the plan of its sentence says.
            standing = self.reading.family(statement.subject.key) != "project"
        elsewhere = standing or what.paragraph != paragraph.number
        places = [*self.match.words] + ([] if elsewhere else [(what.start, what.end)])
        wrong = mood_failure(
            statement.status,
            paragraph,
            places,
            words=self.match.pattern.mood,
            own=bool(self.zh and not self.match.pattern.mood),
            standing=standing,
            since=(
                pronoun.start
                if pronoun and relative
                else subject.end
                if subject.end <= self.match.start
                else paragraph_start(paragraph, self.match.start)
            ),
            plan_needed="work" not in traits(self.match.pattern.relation) and not self._planned_by_noun(what),
            dated=bool(statement.period),
            past=is_past(self.reading, paragraph, self.match.start, self.match.end),
            future=is_future(self.reading, paragraph, self.match.start, self.match.end),
        )
        wrong = wrong or period_failure(statement, self.reading, paragraph, self.match.start, self.match.end)
        if wrong:
            return wrong
        if not self.zh and (wrong := self._yet_to_stand(subject) or self._set_aside(what)):
            return wrong
        if statement.status == "realised" and not self.zh and self._only_meant():
            return Failure(9, "status", "an infinitive says what is wanted, not what is done")
        if statement.status == "realised" and not self.zh and {"work", "money"} & traits(self.match.pattern.relation):
            start, end = self.match.words[0]
            if any(m.mood == "begun" and m.start < end and start <= m.end + 1 for m in paragraph.marks):
                return Failure(9, "status", "the text says that this has begun, not that it is done")
        if statement.status == "realised" and self.zh and "work" in traits(self.match.pattern.relation):
            start, end = self.match.words[0]
            if begun := next((m for m in paragraph.marks.touching(start - 1, end) if _begins(m, start)), None):
                return Failure(9, "status", f"the text says that this has begun, not that it is done: {begun.word}")
        number = paragraph.number
        roles = (
            ("subject", (Range(subject.paragraph, subject.start, subject.end),)),
            ("relation", tuple(Range(number, *word) for word in self.match.words)),
            ("object", (Range(what.paragraph, what.start, what.end),)),
        )
        here = [end.start for end in (subject, what) if end.paragraph == number]
        sentences = {paragraph.sentence(at) for at in (*here, self.match.start)}
        return Proof(roles, resolved=len(here) < 2 or len(sentences) > 1 or subject.resolved or what.resolved)
