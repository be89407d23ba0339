"""Proves that a text says a relation between a subject and a thing, a few words or a date."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model.positions import Range
from .attempt import Failure, Place, Proof, name_of
from .beside import End, beside, paragraph_start
from .inside import inside_name
from .moods import mood_failure
from .patterns import SLOTS, compounds, constructions, ends, matches, patterns, traits
from .reading import BLANK
from .scope import moods_at
from .slots import Slots
from .slots_en import is_active
from .statement import Thing
from .when import is_future, is_past, period_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patterns import Match, Pattern
    from .reading import Paragraph, Reading
    from .statement import Statement
    from .topics import Spot

_LOOSE = 4  # characters, such as an adverb, between an end and the word of a construction right behind it
_FAMILIES = ("place", "zone", "firm", "body", "project", "person", "good")
_LEMMA_FIRST = re.compile(r"\{s\} (?:… )?<")
_FORMER = re.compile(r"\b(?:former|erstwhile|one-?time|would-be|aspiring|prospective|potential)\b")
_WISHED = re.compile(
    r"\b(?:wants?|wanted|asks?|asked|urges?|urged|calls? on|called on|lobbied|pressed|invites?|invited|begged)\s+(?:the\s+)?"
    rf"{BLANK}+\s+to\s+(?:\w+ly\s+)?$"
)
_TO_BUILD = re.compile(
    r"\b(?:build|construct|open|establish|create|launch|set up)(?:ing)?\s+(?:(?:the|an?|its|their)\s+)?(?:[\w$-]+\s+){0,2}$"
)
_TO_BEFORE = re.compile(
    rf"(?:{BLANK}|\b(?:it|them|others|able|free|willing|asked|told|urged|invited|encouraged|required))\s+to\s+(?:\w+ly\s+)?$"
)
_TO_DONE = re.compile(r"\b(?:continu|help|manag|serv|began|begin|come|came|go|went|start)\w*\s+to\s+(?:\w+ly\s+)?$")
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
    chosen = list(_patterns(statement, reading, paragraph.language))
    if paragraph.language == "en" and (wrong := _wrong_kind(statement, reading)):
        yield wrong
        return
    found = False
    for match in matches([pattern for pattern in chosen if pattern.words], paragraph.blanked, start, end):
        if (
            _cut(paragraph, match)
            or _mere_infinitive(paragraph, match)
            or not is_active(paragraph, match)
            or (paragraph.language == "en" and _crosses(match, paragraph))
            or (match.pattern.plain and paragraph.blanked[match.end : match.end + 1] == "的")
        ):
            continue
        found = True
        yield _Attempt(statement, reading, paragraph, place, match).run()
    for result in inside_name(statement, reading, paragraph, place):
        found = True
        yield result
    for pattern in chosen:
        if not pattern.words:
            for result in beside(statement, reading, paragraph, place, pattern):
                found = True
                yield result
    if not found:
        yield Failure(1, "relation", f"no word here says «{statement.relation}»")


def _patterns(statement: Statement, reading: Reading, language: str) -> Iterator[Pattern]:
    known = patterns(language)
    for relation in reading.said_by(statement.relation):
        yield from known.get(relation, ())
        if "symmetric" in traits(relation):
            for pattern in known.get(relation, ()):
                turned = {"{s}": "{o}", "{o}": "{s}"}
                yield pattern.__class__(
                    pattern.relation,
                    tuple(turned.get(token, token) for token in pattern.tokens),
                    frozenset(turned[slot] for slot in pattern.near),
                    pattern.mood,
                    pattern.source,
                    pattern.needs,
                    frozenset(turned[slot] for slot in pattern.tight),
                    pattern.owner,
                )
        for word, means, of in reading.words:
            if means == relation and of in ("", language):
                yield from constructions(relation, word, language)


def _mere_infinitive(paragraph: Paragraph, match: Match) -> bool:
    """Whether a name with an infinitive stands in a sentence: only in a headline it says what is to come."""
    return (
        match.pattern.relation == "plans"
        and match.pattern.source == "{s} to {o}"
        and bool(re.search(r"[.;!?]['\")]*\s*$", paragraph.folded))
    )


def _wrong_kind(statement: Statement, reading: Reading) -> Failure | None:
    """Say which end is of a family that no word of the relation can have: solar panels own nothing."""
    for column, end in (("subject", statement.subject), ("object", statement.object)):
        family = reading.family(end.key) if isinstance(end, Thing) else "words"
        families = {each for of in reading.said_by(statement.relation) for each in ends(of, column)}
        known = family in _FAMILIES and not ({"*", family} & families or (family == "firm" and "body" in families))
        if isinstance(end, Thing) and known and not (column == "object" and "words" in families):
            return Failure(1, column, f"{name_of(end)} is no {column} of «{statement.relation}»")
    return None


def _crosses(match: Match, paragraph: Paragraph) -> bool:
    """Whether another date stands between the words of a construction that dates (founded in 1987, and in 1990 …)."""
    gaps = (paragraph.bare[one[1] : other[0]] for one, other in pairwise(match.words))
    dates = "dated" in traits(match.pattern.relation) and match.pattern.source.endswith(" in {o}")
    return dates and any(re.search(r"\d", gap) for gap in gaps)


def _relative(paragraph: Paragraph, subject: End) -> bool:
    """Whether an end is a relative pronoun whose clause has its own mood: behind a comma, or in a past tense."""
    if subject.paragraph != paragraph.number:
        return False
    word, before = paragraph.folded[subject.start : subject.end], paragraph.bare[: subject.start].rstrip()
    if word not in ("which", "who", "that"):
        return False
    past = re.match(r"\s(?:was|were|has|have|had)\b", paragraph.folded[subject.end :])
    return bool(past) or (word != "that" and before.endswith(","))


def _cut(paragraph: Paragraph, match: Match) -> bool:
    """Whether a word of the construction is a part of a longer word that means something else."""
    return any(
        start <= a and b <= end and (a, b) != (start, end)
        for a, b in match.words
        for start, end in _compounds(paragraph)
    )


def _compounds(paragraph: Paragraph) -> list[tuple[int, int]]:
    if paragraph.language != "zh":
        return []
    return [each.span() for each in compounds().finditer(paragraph.blanked)]


class _Attempt(Slots):
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
            what = self.statement.subject if slot == "{s}" else self.statement.object
            found = self.end(slot, what)
            if isinstance(found, Failure):
                return found
            filled[slot] = found
            if tokens[1] in SLOTS and not found.paragraph and found.start < self.before:
                self.before = self.list_start(found.start)
        number = self.paragraph.number
        subject, what = (end._replace(paragraph=end.paragraph or number) for end in (filled["{s}"], filled["{o}"]))
        if subject.paragraph == what.paragraph and subject.start < what.end and what.start < subject.end:
            return Failure(4, "object", "subject and object are the same words")
        if loose := self._loose({"{s}": subject, "{o}": what}):
            return Failure(4, "relation", f"«{loose}» parts the words of this construction")
        if not self.zh and tokens.index("{s}") + 1 == tokens.index("{o}") > 1 and what.start < subject.start:
            return Failure(4, "object", "subject and object stand the other way round")
        if not self.zh and "office" in traits(self.match.pattern.relation) and self._left(subject):
            return Failure(3, "subject", f"somebody else takes the place of {name_of(self.statement.subject)} here")
        if not self._in_quote(subject, what):
            return Failure(4, "quote", "the quote has neither the subject nor the object of this verb")
        if self.statement.quote and (sibling := self._sibling_quoted(subject) or self._sibling_quoted(what)):
            return Failure(4, "quote", f"of this list the quote names {sibling}")
        return self._settle(subject, what)

    def _sibling_quoted(self, end: End) -> str:
        """Return the member of the list of an end that the quote names where it does not name the end itself."""
        if end.paragraph != self.place.paragraph:
            return ""
        reach = self.place.end + (0 if self.zh else _REACH)

        def quoted(spot: Spot) -> bool:
            return spot.start < reach and spot.end > self.place.start

        own = next((spot for spot in self.spots if spot.start == end.start), None)
        if own is None or quoted(own):
            return ""
        members = [spot for spot in self.spots if spot.group == own.group and spot is not own and quoted(spot)]
        members = [spot for spot in members if set(spot.keys) - set(own.keys)]
        return self._printed(members[0]) if members else ""

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
            if len(gap) > _LOOSE or BLANK in gap or "," in gap:
                return gap
        return ""

    def _in_quote(self, *ends: End) -> bool:
        place = self.place
        reach = place.end + (0 if self.zh else _REACH)
        here = [each for each in ends if each.paragraph == place.paragraph]
        return any(each.end > place.start and each.start < reach for each in here)

    def _set_aside(self, what: End) -> Failure | None:
        """Say what keeps the words of a construction from being so: its former owner, want X to build Y."""
        start, end = self.match.start, max(self.match.end, min(what.start, self.match.end + 40))
        said = _FORMER.search(self.paragraph.bare, start, end)
        if said and not self.statement.period:
            return Failure(9, "status", f"the text says this of another time: {said[0]}", denied=True)
        if _WISHED.search(self.paragraph.bare[:start]):
            return Failure(9, "status", "the text says what somebody wants of others", denied=True)
        return None

    def _yet_to_stand(self, subject: End, what: End) -> Failure | None:
        """Say why a work does not lie at a place: it is still to be built there, or the place is its owner."""
        relation, statement = self.match.pattern.relation, self.statement
        if "standing" not in traits(relation) or not isinstance(statement.object, Thing):
            return None
        owner = self.match.pattern.source.startswith("{o}'s {s}") or self.match.pattern.owner
        if relation == "located-in" and owner and self.reading.family(statement.object.key) in ("firm", "body"):
            return Failure(3, "object", f"{name_of(statement.object)} owns {name_of(statement.subject)} here")
        planned = [m for m in moods_at(self.paragraph.marks, subject.start, subject.end) if m.mood == "planned"]
        work = self.reading.family(statement.subject.key) == "project" and statement.status == "realised"
        if work and planned and _TO_BUILD.search(self.paragraph.bare[: subject.start]):
            return Failure(9, "status", f"the text plans this: {planned[0].word}")
        return None

    def _only_meant(self) -> bool:
        """Whether the verb is a mere infinitive: asked X to fund Y; not "continues to fund" or "helped to fund"."""
        if not _LEMMA_FIRST.match(self.match.pattern.source):
            return False
        before = self.paragraph.bare[: self.match.start]
        return bool(_TO_BEFORE.search(before)) and not _TO_DONE.search(before)

    def _left(self, subject: End) -> bool:
        """Whether another succeeds a person: A succeeded B as mayor."""
        return bool(re.search(r"\b(?:succeed|replac)\w*\s+$", self.paragraph.bare[: subject.start]))

    def _apposed(self) -> bool:
        """Whether the ends stand side by side in apposition, which the mood of the sentence does not touch."""
        near = self.match.pattern.near >= set(SLOTS)
        return (
            not self.zh and near and bool(re.match(r"\{[so]\},(?! (?:which|who|will|to)\b)", self.match.pattern.source))
        )

    def _settle(self, subject: End, what: End) -> Proof | Failure:
        paragraph, statement = self.paragraph, self.statement
        standing = "standing" in traits(self.match.pattern.relation) or self._apposed()
        pronoun = next((end for end in (subject, what) if _relative(paragraph, end)), None)
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
            standing=standing,
            since=(
                pronoun.start
                if pronoun and relative
                else subject.end
                if subject.end <= self.match.start
                else paragraph_start(paragraph, self.match.start)
            ),
            plan_needed="work" not in traits(self.match.pattern.relation),
            dated=bool(statement.period),
            past=is_past(self.reading, paragraph, self.match.start, self.match.end),
            future=is_future(self.reading, paragraph, self.match.start, self.match.end),
        )
        wrong = wrong or period_failure(statement, self.reading, paragraph, self.match.start, self.match.end)
        if wrong:
            return wrong
        if not self.zh and (wrong := self._yet_to_stand(subject, what) or self._set_aside(what)):
            return wrong
        if statement.status == "realised" and not self.zh and self._only_meant():
            return Failure(9, "status", "an infinitive says what is wanted, not what is done")
        if statement.status == "realised" and not self.zh and {"work", "money"} & traits(self.match.pattern.relation):
            start, end = self.match.words[0]
            if any(m.mood == "begun" and m.start < end and start <= m.end + 1 for m in paragraph.marks):
                return Failure(9, "status", "the text says that this has begun, not that it is done")
        number = paragraph.number
        roles = (
            ("subject", (Range(subject.paragraph, subject.start, subject.end),)),
            ("relation", tuple(Range(number, *word) for word in self.match.words)),
            ("object", (Range(what.paragraph, what.start, what.end),)),
        )
        here = [end.start for end in (subject, what) if end.paragraph == number]
        sentences = {paragraph.sentence(at) for at in (*here, self.match.start)}
        return Proof(roles, resolved=len(here) < 2 or len(sentences) > 1 or subject.resolved or what.resolved)
