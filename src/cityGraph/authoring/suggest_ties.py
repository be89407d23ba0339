"""What a sentence may say of two things, or of a thing in a few words: candidates, which the proof then judges."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..proof.folded import HAN, folded
from ..proof.patterns import Chosen, matches, patterns
from ..proof.reading import BLANK
from ..proof.settled import belongs
from ..proof.tables import table
from .suggest_tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..proof.construction import Match, Pattern
    from ..proof.reading import Paragraph, Reading
    from ..proof.statement import Amount, Thing

_MOST = 14  # things of a sentence that are tried with each other
_NEAR = 160  # characters around the words of a relation in which its ends are looked for
_PARTICLES = "[的由在与和及对向为从被把将以于是有不也都]"
_ORDERED = {"zh": ("located-in", "part-of"), "en": ("located-in", "part-of")}  # said by word order, too


class Candidate(NamedTuple):
    """Something that a sentence may say.

    Attributes:
        paragraph: The number of its paragraph.
        start: Where the sentence begins.
        end: Where it ends.
        subject: Of what it is said.
        relation: A relation of the lexicon.
        object: A thing, a number or a few words.
        period: When, in ISO 8601; empty if nothing is said of it.
    """

    paragraph: int
    start: int
    end: int
    subject: Thing
    relation: str
    object: Thing | Amount | str
    period: str = ""


class Rule(NamedTuple):
    """When a relation is suggested: between fewer families than it may stand between, and not by every wording.

    Attributes:
        subjects: The families of its subject.
        objects: The families of its object.
        words: What a few words as its object are: "any", "ranking", "date", "stage", or how the words before them end.
        never: Words that say it, and other things too often.
    """

    subjects: frozenset[str]
    objects: frozenset[str]
    words: tuple[str, ...]
    never: frozenset[str]


@cache
def rules() -> dict[str, Rule]:
    """Return when relations are suggested, the most special first.

    Returns:
        Rules by the name of the relation in the lexicon.

    Examples:
        >>> sorted(rules()["chairs"].subjects)
        ['body', 'person']
    """
    return {
        row["relation"]: Rule(
            frozenset(row["subjects"].split()),
            frozenset(row["objects"].split()),
            tuple(row["words"].split()),
            frozenset(row["never"].split()),
        )
        for row in rows("suggest-relations")
    }


@cache
def _relations(language: str) -> dict[str, Chosen]:
    return {
        relation: Chosen(each for each in found if not _is_never(each, rules()[relation].never))
        for relation, found in patterns(language).items()
        if relation in rules()
    }


def _is_never(each: Pattern, never: frozenset[str]) -> bool:
    """Whether a construction says too many things; an English verb in angle brackets stands for all its forms."""
    return set(each.words) <= never or any(word in each.source for word in never if word.startswith("<"))


def said_by(reading: Reading, number: int, sentence: tuple[int, int]) -> Iterator[tuple[str, list[Match], bool]]:
    """List the relations whose words stand in a sentence.

    Args:
        reading: The text with its things.
        number: The number of the paragraph.
        sentence: Where the sentence begins and ends.

    Yields:
        A relation, where its constructions stand, and whether word order alone may say it.
    """
    paragraph = reading.paragraph(number)
    start, end = sentence
    for relation, chosen in _relations(paragraph.language).items():
        said = list(matches(chosen.said_in(paragraph.blanked[start:end]), paragraph.blanked, start, end))
        loose = relation in _ORDERED[paragraph.language]
        if said or loose:
            yield relation, said, loose


def ties(reading: Reading, number: int, sentence: tuple[int, int]) -> Iterator[Candidate]:
    """List what a sentence may say of two things.

    Args:
        reading: The text with its things.
        number: The number of the paragraph.
        sentence: Where the sentence begins and ends.

    Yields:
        Candidates; most of them are said by no words.
    """
    spots = [spot for spot in reading.topics.between(number, *sentence) if spot.keys]
    things = reading.things
    for relation, said, loose in said_by(reading, number, sentence):
        near = [
            spot
            for spot in spots
            if loose or any(spot.end > m.start - _NEAR and spot.start < m.end + _NEAR for m in said)
        ]
        here = list(dict.fromkeys(key for spot in near for key in spot.keys))[:_MOST]
        above = spoken_of(reading, number, said[0].start) if said else []
        both = list(dict.fromkeys([*here, *above]))
        ends = rules()[relation]
        for subject in (key for key in both if fits(reading, key, ends.subjects)):
            for other in (key for key in both if fits(reading, key, ends.objects)):
                if subject != other and (subject in here or other in here):
                    yield Candidate(number, *sentence, things[subject], relation, things[other])


def spoken_of(reading: Reading, number: int, at: int) -> list[str]:
    """List the things that a sentence may speak of, where it has no subject.

    Args:
        reading: The text with its things.
        number: The number of the paragraph.
        at: Where a verb begins.

    Returns:
        The keys of those that stand nearest before it.
    """
    groups = [group for group, _ in zip(reading.topics.before(number, at), range(2), strict=False)]
    return [key for group in groups for spot in group for key in spot.keys]


def fits(reading: Reading, key: str, families: frozenset[str]) -> bool:
    """Say whether a thing may be an end of a relation.

    Args:
        reading: The text with its things.
        key: The key of the thing.
        families: The families of that end.

    Returns:
        Whether it is of one of them.
    """
    return belongs(reading.family(key), families)


def offices(reading: Reading, number: int, sentence: tuple[int, int]) -> Iterator[Candidate]:
    """List the offices that stand at the names of people: 市长甲, CEO of X.

    Args:
        reading: The text with its things.
        number: The number of the paragraph.
        sentence: Where the sentence begins and ends.

    Yields:
        Candidates; of one person the longest title first.
    """
    paragraph = reading.paragraph(number)
    start, end = sentence
    for spot in reading.topics.between(number, start, end):
        people = [key for key in spot.keys if reading.family(key) == "person"]
        if not people or spot.resolved:
            continue
        for title in _titles(paragraph, start, spot.start):
            yield Candidate(number, start, end, reading.things[people[0]], "holds-office", title)


def _titles(paragraph: Paragraph, start: int, end: int) -> Iterator[str]:
    """Yield the title right before a name, with the body or place that it is of, then without."""
    before = paragraph.words[start:end]
    if paragraph.language == "zh":
        run = re.search(rf"[{HAN}]+$", before)
        tail = run and _title_end().search(folded(run[0]))
        if not run or not tail:
            return
        title = run[0][tail.start() :]
        left = paragraph.blanked[end - len(run[0]) : end - len(title)]
        if re.fullmatch(rf"{BLANK}+[{HAN}]{{0,6}}|[{HAN}]{{0,8}}", left) and not re.search(_PARTICLES, left):
            yield run[0]
        yield title
        return
    run = re.search(r"((?:(?:and|of|for|the|&)\s+)*(?:[A-Z][\w.&-]*\s+)+)$", before)
    words = run[0].split() if run else []
    for at, word in enumerate(words):
        if word[0].isupper():
            yield " ".join(words[at:])


@cache
def _title_end() -> re.Pattern[str]:
    words = sorted((row["word"] for row in table("titles", "zh")), key=len, reverse=True)
    return re.compile(f"(?:副|原|前)?(?:{'|'.join(map(re.escape, words))})$")
