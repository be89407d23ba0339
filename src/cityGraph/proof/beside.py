"""Proves what a text says by word order alone: the ends stand side by side, or one name begins with the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.positions import Range
from .attempt import End, Failure, Place, Proof
from .clause_zh import leads_in
from .construction import SLOTS
from .folded import HAN
from .heads_en import RANK_BEFORE
from .moods import mood_failure
from .occurrences import occurrences
from .patterns import traits
from .reading import BLANK, HIDDEN
from .scope import moods_at
from .senses import either
from .statement import Thing
from .when import is_future, period_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .construction import Pattern
    from .reading import Paragraph, Reading
    from .statement import Statement

LOWER_RANK = re.compile(rf"{either('lower rank', 'zh')}$")


def beside(
    statement: Statement, reading: Reading, paragraph: Paragraph, place: Place, pattern: Pattern
) -> Iterator[Proof | Failure]:
    """Prove a relation that is said by word order alone: 浒关开发区莱克工业园, CEO Jim Farley.

    Args:
        statement: The statement.
        reading: The text.
        paragraph: Where the quote stands.
        place: Where the quote stands.
        pattern: The construction: the order of its ends.

    Yields:
        A proof, or what is wrong, for each place where the ends stand side by side.
    """
    first, second = pattern.tokens[:2] if len(pattern.tokens) >= 2 else ("", "")
    if {first, second} != set(SLOTS):
        return
    begin, limit = paragraph.sentence(place.start)[0], paragraph.sentence(max(place.end - 1, place.start))[1]
    ends: dict[str, list[End]] = {
        slot: list(_all(statement.subject if slot == "{s}" else statement.object, reading, paragraph, begin, limit))
        for slot in SLOTS
    }
    for one in ends[first]:
        for other in ends[second]:
            touched = one.end > place.start and other.start < place.end
            if (
                touched
                and _side_by_side(statement, reading, paragraph, pattern, one, other)
                and not _owned(statement, reading, paragraph, pattern, one)
                and not _of_lower_rank(statement, paragraph, one if first == "{o}" else other)
            ):
                yield _weighed(statement, reading, paragraph, pattern, one, other)


def _side_by_side(
    statement: Statement, reading: Reading, paragraph: Paragraph, pattern: Pattern, one: End, other: End
) -> bool:
    """Whether nothing that counts stands between two ends, or one is a name with the title that the other is."""
    if one.start == other.start and one.end < other.end and pattern.tokens[0] == "{o}":
        return True  # a name with its title
    of = statement.object
    located = pattern.tokens[0] == "{o}" and pattern.relation == "located-in" and isinstance(of, Thing)
    place = located and paragraph.language == "zh" and reading.family(of.key) in ("place", "zone")  # type: ignore[union-attr]
    lead = _list_start(reading, paragraph, other) if "standing" in traits(statement.relation) else other.start
    if one.end > lead:
        return False
    gap = _without_times(paragraph, statement, one.end, lead)
    return bool(re.fullmatch(r"[\s\"]*" + ("的?" if place else ""), gap)) or (
        lead > one.end and _is_list(paragraph, statement, one.end, lead)
    )


def _owned(statement: Statement, reading: Reading, paragraph: Paragraph, pattern: Pattern, one: End) -> bool:
    """Whether an order of words that needs an owner has none, or tells where something is and has a firm as owner."""
    if not pattern.owner:
        return False
    of = statement.object
    located = pattern.relation == "located-in" and isinstance(of, Thing)
    owner = located and reading.family(of.key) in ("firm", "body")  # type: ignore[union-attr]  # its plant: it owns it
    return owner or not _is_possessive(reading, paragraph, one)


def _of_lower_rank(statement: Statement, paragraph: Paragraph, title: End) -> bool:
    """Whether a word before an office makes it another one: 副市长 is no 市长, a vice president no president."""
    if isinstance(statement.object, Thing):
        return False
    if paragraph.language == "en":
        return bool(RANK_BEFORE.search(paragraph.folded[: title.start]))
    named = paragraph.blanked[title.start] == BLANK
    stage = "stage" in traits(statement.relation)
    return not (stage or named) and bool(LOWER_RANK.search(paragraph.blanked, 0, title.start))


def _weighed(
    statement: Statement, reading: Reading, paragraph: Paragraph, pattern: Pattern, one: End, other: End
) -> Proof | Failure:
    """Return a proof by two ends side by side, or what is wrong with its mood or period."""
    subject, what = (one, other) if pattern.tokens[0] == "{s}" else (other, one)
    future = is_future(reading, paragraph, one.end, other.start)
    plans = any(mark.mood in ("planned", "targeted") for mark in moods_at(paragraph.marks, other.start, other.end))
    if "planned" in traits(statement.relation) and not future[0] and not plans:
        return Failure(9, "status", "no word here plans this; the text tells it as a fact")
    span = [(one.start, other.end)]
    wrong = mood_failure(statement.status, paragraph, span, standing=True, since=one.start, future=future)
    wrong = wrong or period_failure(statement, reading, paragraph, one.start, other.end)
    if wrong:
        return wrong
    ends = (("subject", subject), ("object", what))
    roles = tuple((role, (Range(paragraph.number, end.start, end.end),)) for role, end in ends)
    return Proof(roles, resolved=subject.resolved or what.resolved)


def _is_list(paragraph: Paragraph, statement: Statement, start: int, end: int) -> bool:
    """Whether only other members of a list stand between two ends, of which the graph has no names."""
    if paragraph.language != "zh" or "standing" not in traits(statement.relation):
        return False
    return bool(re.fullmatch(f"(?:[{HAN}]{{1,6}}、)+", paragraph.bare[start:end]))


def _list_start(reading: Reading, paragraph: Paragraph, end: End) -> int:
    """Return where the list begins that has an end: 云河区北镇、南镇等2个镇 lie in 云河区, each of them."""
    spots = reading.topics.spots(paragraph.number)
    group = next((each.group for each in spots if each.start == end.start and each.end == end.end), None)
    return next((each.start for each in spots if each.group == group and group is not None), end.start)


def _is_possessive(reading: Reading, paragraph: Paragraph, end: End) -> bool:
    spots = reading.topics.spots(paragraph.number)
    return any(each.start == end.start and each.role == "possessive" for each in spots)


def _without_times(paragraph: Paragraph, statement: Statement, start: int, end: int) -> str:
    """Return the words between two ends; between a thing and what it will do, without dates and words of mood."""
    words = list(paragraph.bare[start:end])
    if start < end and {"stage", "planned"} & traits(statement.relation):
        spans = [(each.start, each.end) for each in paragraph.periods]
        told = ("planned", "targeted", "begun", "done")
        spans += [(each.start, each.end) for each in paragraph.marks if each.mood in told]
        for first, last in spans:
            if start <= first and last <= end:
                words[first - start : last - start] = " " * (last - first)
        rest = "".join(words).replace(HIDDEN, "")
        return "" if paragraph.language == "zh" and BLANK not in rest and leads_in(rest) else rest
    return "".join(words)


def _all(what: Thing | str | object, reading: Reading, paragraph: Paragraph, begin: int, limit: int) -> Iterator[End]:
    if isinstance(what, Thing):
        for spot in reading.topics.spots(paragraph.number):
            if what.key in spot.keys and begin <= spot.start and spot.end <= limit:
                yield End(spot.start, spot.end, spot.resolved)
    else:
        for start, end in occurrences(str(what), reading, paragraph, begin, limit):
            yield End(start, end)
