"""Proves what the sentences of a text may say, and writes what is proved as rows of claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..model.claim import STATUSES
from ..proof.amounts import prove_amount
from ..proof.attempt import Failure, Place
from ..proof.context import LONGEST_QUOTE
from ..proof.patterns import traits
from ..proof.scope import moods_at
from ..proof.statement import Amount, Statement, Thing
from ..proof.ties import prove_tie
from .suggest_figures import amounts
from .suggest_guard import is_sound
from .suggest_ties import offices, rules, ties
from .suggest_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.positions import Range
    from ..proof.attempt import Proof
    from ..proof.reading import Paragraph, Reading
    from .suggest_ties import Candidate

_NEAR = 40  # characters between English words and their period
_SHORT = 60  # characters of a Chinese quote that is still read at a glance


class Proved(NamedTuple):
    """Something that a sentence says.

    Attributes:
        statement: What it says.
        paragraph: The number of its paragraph.
        words: Where the words of its relation or number stand.
        start: Where its first word stands in this paragraph.
        end: Where its last word ends.
    """

    statement: Statement
    paragraph: int
    words: tuple[int, int]
    start: int
    end: int

    @property
    def ends(self) -> frozenset[object]:
        """Its two ends, in no order."""
        what = self.statement.object
        return frozenset({self.statement.subject.key, what.key if isinstance(what, Thing) else what})


def said_in(reading: Reading) -> Iterator[Proved]:
    """List what a text says of the things that it names.

    Args:
        reading: The text with its things.

    Yields:
        What is proved, in the order of the text; of several relations said by the same words the most special.
    """
    for number in sorted(reading.text.paragraphs):
        for sentence in reading.paragraph(number).sentences:
            yield from sorted(_of_sentence(reading, number, sentence), key=lambda each: (each.start, each.end))


def _of_sentence(reading: Reading, number: int, sentence: tuple[int, int]) -> list[Proved]:
    found = [each for one in ties(reading, number, sentence) if (each := _tried(reading, one))]
    found += [each for one in words(reading, number, sentence) if (each := _tried(reading, one))]
    people: dict[str, Proved] = {}
    for one in offices(reading, number, sentence):
        if one.subject.key not in people and (each := _tried(reading, one)):
            people[one.subject.key] = each
    numbers: dict[tuple[int, int], Proved] = {}
    for one in amounts(reading, number, sentence):
        if (one.start, one.end) not in numbers and (each := _tried(reading, one)):
            numbers[one.start, one.end] = each
    return [*_distinct(found), *people.values(), *numbers.values()]


def _tried(reading: Reading, one: Candidate) -> Proved | None:
    """Return what a candidate says with the first status that proves it; None if nothing does."""
    place = Place(one.paragraph, one.start, one.end)
    statement = Statement(one.subject, one.relation, one.object, "", one.period)
    for status in _statuses(reading, one):
        statement = replace(statement, status=status)
        if (proof := _proof(statement, reading, place)) and is_sound(reading, one, proof, status):
            proved = _placed(statement, one, proof, reading.paragraph(one.paragraph))
            return _dated(proved, reading, place)
    return None


def _statuses(reading: Reading, one: Candidate) -> tuple[str, ...]:
    """Return the statuses that a candidate may have, the one that is meant first if several are proved."""
    done, planned, aimed = STATUSES
    kind = traits(one.relation)
    if "observed" in kind:
        return (done,)
    if "aim" in kind:
        marks = moods_at(reading.paragraph(one.paragraph).marks, one.start, one.end)
        meant = not isinstance(one.object, Amount) or any(mark.mood == "targeted" for mark in marks)
        return (aimed, planned) if meant else (planned, aimed)
    if "planned" in kind:
        return (planned,)
    if "stage" in kind:
        return (done,)
    ends = [end for end in (one.subject, one.object) if isinstance(end, Thing)]
    works = [end for end in ends if reading.family(end.key) == "project"]
    # Words that leave it open whether a work is done or begun are no proof that it is done.
    return (planned, done) if works and {"work", "money"} & kind else (done, planned)


def _proof(statement: Statement, reading: Reading, place: Place) -> Proof | None:
    how = prove_amount if isinstance(statement.object, Amount) else prove_tie
    proofs: list[Proof] = []
    for result in how(statement, reading, place):
        if not isinstance(result, Failure):
            proofs.append(result)
        elif result.denied:
            return None
    return proofs[0] if proofs else None


def _placed(statement: Statement, one: Candidate, proof: Proof, paragraph: Paragraph) -> Proved:
    roles = dict(proof.roles)
    words = roles.get("relation") or roles["object"]
    span = _span(words)
    start, end = paragraph.sentence(span[0])[0], paragraph.sentence(span[1] - 1)[1]
    here = [
        each
        for ranges in roles.values()
        for each in ranges
        if each.paragraph == one.paragraph and start <= each.start < end
    ]
    return Proved(statement, one.paragraph, span, *_span(here))


def _span(places: Sequence[Range]) -> tuple[int, int]:
    return min(each.start for each in places), max(each.end for each in places)


def _dated(proved: Proved, reading: Reading, place: Place) -> Proved:
    """Add the period that stands in the clause of the words or leads to it, if the proof takes it."""
    paragraph = reading.paragraph(proved.paragraph)
    said = proved.statement
    if "standing" in traits(said.relation) and said.subject.kind != "Event":
        return proved  # the day is that of something else
    start, end = paragraph.clause(proved.words[0])
    if paragraph.language == "en":
        start, end = max(start, proved.words[0] - _NEAR), min(end, proved.words[1] + _NEAR)
    first = paragraph.sentence(proved.words[0])[0]
    leads = [each for each in paragraph.clauses if first <= each[0] < start][-1:]
    for a, b in [(start, end), *leads]:
        for period in paragraph.periods.between(a, b):
            alone = len(paragraph.words[a:b].strip(" ,，")) <= period.end - period.start + 1
            if (a, b) != (start, end) and not alone:
                continue
            if period.first and period.first == period.last and period.relation == "in" and not period.part:
                statement = replace(proved.statement, period=period.first)
                if _proof(statement, reading, place):
                    ends = min(proved.start, period.start), max(proved.end, period.end)
                    return proved._replace(statement=statement, start=ends[0], end=ends[1])
    return proved


def _distinct(found: list[Proved]) -> list[Proved]:
    """Keep one of several relations between the same ends: the most special one, by the longest words."""
    order = {relation: at for at, relation in enumerate(rules())}
    kept: dict[frozenset[object], Proved] = {}
    for each in sorted(found, key=lambda one: (order.get(one.statement.relation, 0), one.words[0] - one.words[1])):
        kept.setdefault(each.ends, each)
    return list(kept.values())


def quotes(each: Proved, paragraph: Paragraph) -> Iterator[str]:
    """List words that may carry what was proved, the shortest first.

    Args:
        each: What was proved.
        paragraph: Its paragraph.

    Yields:
        Quotes that a sheet may have.
    """
    zh = paragraph.language == "zh"
    clause = paragraph.clause(each.words[0])[0], paragraph.clause(each.words[1] - 1)[1]
    sentence = paragraph.sentence(each.start)[0], paragraph.sentence(each.end - 1)[1]
    whole = each.start, each.end
    near = [whole] if whole[1] - whole[0] <= (_SHORT if zh else 2 * _SHORT) else []
    for a, b in dict.fromkeys([*near, each.words, clause, whole, sentence]):
        quote = paragraph.words[a:b].strip(" \t\n,，;；。、")
        if quote and "\n" not in quote and len(quote) <= LONGEST_QUOTE and (a, b) != each.words:
            yield quote
