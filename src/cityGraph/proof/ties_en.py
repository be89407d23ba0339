"""What keeps the words of an English construction from saying a tie: wishes, former states, works still to be built."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from .attempt import Failure, name_of
from .construction import SLOTS
from .patterns import ends, traits
from .reading import BLANK
from .scope import moods_at
from .senses import either
from .settled import belongs
from .slots import Slots
from .statement import Statement, Thing

if TYPE_CHECKING:
    from .attempt import End
    from .construction import Match
    from .reading import Paragraph, Reading

_FAMILIES = ("place", "zone", "firm", "body", "project", "person", "good")
_LEMMA_FIRST = re.compile(r"\{s\} (?:… )?<")
_FORMER = re.compile(either("not in fact", "en"))
_WISHED = re.compile(rf"{either('wish for others', 'en')}\s+(?:the\s+)?{BLANK}+\s+to\s+(?:\w+ly\s+)?$")
_TO_BUILD = re.compile(rf"{either('begin a work', 'en')}\s+(?:(?:the|an?|its|their)\s+)?(?:[\w$-]+\s+){{0,2}}$")
_TO_BEFORE = re.compile(rf"(?:{BLANK}|{either('asked or free to', 'en')})\s+to\s+(?:\w+ly\s+)?$")
_TO_DONE = re.compile(rf"{either('done in fact', 'en')}\s+to\s+(?:\w+ly\s+)?$")


def mere_infinitive(paragraph: Paragraph, match: Match) -> bool:
    """Whether a name with an infinitive stands in a sentence: only in a headline it says what is to come.

    Args:
        paragraph: Where it stands.
        match: The construction, where it stands.

    Returns:
        Whether it is one.
    """
    return (
        match.pattern.relation == "plans"
        and match.pattern.source == "{s} to {o}"
        and bool(re.search(r"[.;!?]['\")]*\s*$", paragraph.folded))
    )


def is_relative(paragraph: Paragraph, subject: End) -> bool:
    """Whether an end is a relative pronoun whose clause has its own mood: behind a comma, or in a past tense.

    Args:
        paragraph: Where it stands.
        subject: The end of a construction.

    Returns:
        Whether it is.
    """
    if subject.paragraph != paragraph.number:
        return False
    word, before = paragraph.folded[subject.start : subject.end], paragraph.bare[: subject.start].rstrip()
    if word not in ("which", "who", "that"):
        return False
    past = re.match(r"\s(?:was|were|has|have|had)\b", paragraph.folded[subject.end :])
    return bool(past) or (word != "that" and before.endswith(","))


def crosses_date(match: Match, paragraph: Paragraph) -> bool:
    """Whether another date stands between the words of a construction that dates (founded in 1987, and in 1990 …).

    Args:
        match: The construction, where it stands.
        paragraph: Where it stands.

    Returns:
        Whether one does.
    """
    gaps = (paragraph.bare[one[1] : other[0]] for one, other in pairwise(match.words))
    dates = "dated" in traits(match.pattern.relation) and match.pattern.source.endswith(" in {o}")
    return dates and any(re.search(r"\d", gap) for gap in gaps)


def wrong_kind(statement: Statement, reading: Reading) -> Failure | None:
    """Say which end is of a family that no word of the relation can have: solar panels own nothing.

    Args:
        statement: The statement.
        reading: The text.

    Returns:
        What is wrong; None if both ends may be so.
    """
    for column, end in (("subject", statement.subject), ("object", statement.object)):
        family = reading.family(end.key) if isinstance(end, Thing) else "words"
        families = {each for of in reading.said_by(statement.relation) for each in ends(of, column)}
        known = family in _FAMILIES and not ("*" in families or belongs(family, families))
        if isinstance(end, Thing) and known and not (column == "object" and "words" in families):
            return Failure(1, column, f"{name_of(end)} is no {column} of «{statement.relation}»")
    return None


class EnglishTie(Slots):
    """The checks of one construction that only English needs."""

    def _set_aside(self, what: End) -> Failure | None:
        """Say what keeps the words of a construction from being so: its former owner, want X to build Y."""
        start, end = self.match.start, max(self.match.end, min(what.start, self.match.end + 40))
        said = _FORMER.search(self.paragraph.bare, start, end)
        if said and not self.statement.period:
            return Failure(9, "status", f"the text says this of another time: {said[0]}", denied=True)
        if _WISHED.search(self.paragraph.bare[:start]):
            return Failure(9, "status", "the text says what somebody wants of others", denied=True)
        return None

    def _yet_to_stand(self, subject: End) -> Failure | None:
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
