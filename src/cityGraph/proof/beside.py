"""Proves what a text says by word order alone: the ends stand side by side, or one name begins with the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..model.positions import Range
from .attempt import Failure, Place, Proof
from .clause_zh import leads_in
from .construction import SLOTS
from .folded import HAN, folded
from .heads_en import RANK_BEFORE
from .lemmas import stem
from .moods import mood_failure
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


_PARTED = 4  # characters that may part a few words


class End(NamedTuple):
    """Where an end of a relation stands.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        resolved: Whether they only stand for the thing.
        paragraph: The number of its paragraph; 0 for that of the construction.
    """

    start: int
    end: int
    resolved: bool = False
    paragraph: int = 0


def paragraph_start(paragraph: Paragraph, at: int) -> int:
    """Say how far before a verb its words may begin.

    Args:
        paragraph: Where the verb stands.
        at: Its offset.

    Returns:
        Where its clause begins; in English its sentence.
    """
    return paragraph.clause(at)[0] if paragraph.language == "zh" else paragraph.sentence(at)[0]


def occurrences(
    words: str, reading: Reading, paragraph: Paragraph, begin: int, limit: int
) -> Iterator[tuple[int, int]]:
    """Find where a few words stand as whole words.

    Args:
        words: The words, such as "technical testing" or "CEO of the firm"; of a name in them only the rest is looked
            for, if the name stands elsewhere in the sentence.
        reading: The text.
        paragraph: Where to look.
        begin: Where to begin.
        limit: Where to end.

    Yields:
        (start, end) of each place.
    """
    plain = folded(words.strip())
    stretch = paragraph.folded
    tries = [plain]
    if paragraph.language == "zh" and plain not in stretch[begin:limit]:
        lead = next((m for m in reading.mentions_in(plain) if m.start == 0 and m.end < len(plain)), None)
        sentence = paragraph.sentence(begin)
        near = {
            k for spot in reading.topics.spots(paragraph.number) if sentence[0] <= spot.start < limit for k in spot.keys
        }
        printed = stretch[sentence[0] : limit]
        if lead and (
            set(lead.keys) & near or any(folded(n) in printed for k in lead.keys for n in reading.things[k].names)
        ):
            tries.append(plain[lead.end :].removeprefix("的"))
    if paragraph.language == "en":
        head = re.split(r"\s+(?:of|at|for|in)\s+", plain)[0]
        if head != plain and plain not in stretch[begin:limit]:
            rest = plain[len(head) :]
            named = reading.names_in(rest)
            near = {key for spot in reading.topics.spots(paragraph.number) for key in spot.keys}
            if named and set(named) & near:
                tries.append(head)
        renamed = _renamed(plain, reading, paragraph, begin, limit) if plain not in stretch[begin:limit] else []
        tries += renamed
    exact = any(stretch.find(each, begin, limit) >= 0 for each in tries)
    if not exact and paragraph.language == "zh":
        yield from _spread(plain, stretch, begin, limit)
    for each in tries:
        at = stretch.find(each, begin, limit)
        while each and at >= 0:
            end = at + len(each)
            whole = paragraph.language == "zh" or (
                not stretch[at - 1 : at].isalnum() and not stretch[end : end + 1].isalnum()
            )
            if whole and not (each != plain and _of_another(reading, paragraph, plain, at)):
                yield at, end
            at = stretch.find(each, at + 1, limit)
    if paragraph.language == "en" and plain not in stretch[begin:limit]:
        for words in (plain, *renamed):
            if loose := _loose(words):
                yield from (match.span() for match in loose.finditer(stretch, begin, limit))


def _renamed(plain: str, reading: Reading, paragraph: Paragraph, begin: int, limit: int) -> list[str]:
    """List English words with each name in them as a stretch prints it (move to the site for move to North Park)."""
    spots = reading.topics.between(paragraph.number, begin, limit)
    return [
        plain[: mention.start] + paragraph.folded[spot.start : spot.end] + plain[mention.end :]
        for mention in reading.mentions_in(plain)
        for spot in spots
        if spot.role != "possessive" and set(mention.keys) & set(spot.keys)
    ]


def _of_another(reading: Reading, paragraph: Paragraph, words: str, at: int) -> bool:
    """Whether a name before a title is that of another body than the title has (Oakline's head of sales)."""
    joint = "的?" if paragraph.language == "zh" else r"'s?\s"
    here = reading.topics.between(paragraph.number, paragraph.sentence(at)[0], at)
    owner = next((spot for spot in here if re.fullmatch(joint, paragraph.folded[spot.end : at])), None)
    return owner is not None and not set(owner.keys) & set(reading.names_in(words))


_FILLER = r"(?:(?!(?:not|no|never|without|nor|or|but|instead|than)\b)[\w'$-]+[\s-]+)"
_ASIDE = rf"(?:(?:at|in|on|over|by|during|next|this|last|with|across)\s{_FILLER}{{0,8}})"
_ARTICLE = r"(?:(?:the|an?|its|their|his|her|our)\s+)?"


def _loose(words: str) -> re.Pattern[str] | None:
    """Return what matches a phrase of three words or more, a time or place between its words."""
    parts = [part for part in re.findall(r"[\w$'-]+", words) if part not in ("the", "a", "an", "its", "their")]
    if len(parts) < 3:
        return None
    between = rf"[\s,\"-]+{_ARTICLE}(?:{_FILLER}{{0,3}}?|{_ASIDE}){_ARTICLE}"
    return re.compile(r"(?<!\w)" + between.join(map(_any_form, parts)) + r"(?!\w)")


def _any_form(word: str) -> str:
    base = stem(word) if word.isalpha() and len(word) > 4 else word
    return re.escape(word) if base == word else rf"(?:{re.escape(word)}|{re.escape(base)}(?:e|es|ed|ing|s|er|ers)?)"


def _spread(words: str, stretch: str, begin: int, limit: int) -> Iterator[tuple[int, int]]:
    """Find words that a few others part: 技术实现本土化 for 技术本土化. Each part has two characters or more."""
    for first in range(len(words) - 2, 2, -1):
        at = stretch.find(words[:first], begin, limit)
        while at >= 0:
            end = at + first
            rest = stretch.find(words[first:], end, min(limit, end + _PARTED + len(words) - first))
            gap = stretch[end:rest] if rest >= 0 else ""
            if rest >= 0 and re.fullmatch(f"[{HAN}]*", gap) and not re.search("[不未无没非]", gap):
                yield at, rest + len(words) - first
                return
            at = stretch.find(words[:first], at + 1, limit)


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
    joint = r"[\s\"]*"
    of = statement.object
    if paragraph.language == "zh" and first == "{o}" and pattern.relation == "located-in" and isinstance(of, Thing):
        joint += "的?" if reading.family(of.key) in ("place", "zone") else ""
    for one in ends[first]:
        for other in ends[second]:
            lead = _list_start(reading, paragraph, other) if "standing" in traits(statement.relation) else other.start
            titled = one.start == other.start and one.end < other.end and first == "{o}"  # a name with its title
            if not titled and (
                one.end > other.start
                or one.end > lead
                or (
                    not re.fullmatch(joint, _without_times(paragraph, statement, one.end, lead))
                    and not (lead > one.end and _is_list(paragraph, statement, one.end, lead))
                )
            ):
                continue
            if not (one.end > place.start and other.start < place.end):
                continue
            if pattern.owner and not _is_possessive(reading, paragraph, one):
                continue
            of = statement.object
            located = pattern.owner and pattern.relation == "located-in"
            if located and isinstance(of, Thing) and reading.family(of.key) in ("firm", "body"):
                continue  # its plant: the firm owns it
            title = one if first == "{o}" else other
            if isinstance(of, str) and paragraph.language == "zh" and "stage" not in traits(statement.relation):
                named = paragraph.blanked[title.start] == BLANK
                if not named and LOWER_RANK.search(paragraph.blanked, 0, title.start):
                    continue
            if (
                paragraph.language == "en"
                and isinstance(of, str)
                and RANK_BEFORE.search(paragraph.folded[: title.start])
            ):
                continue
            subject, what = (one, other) if first == "{s}" else (other, one)
            future = is_future(reading, paragraph, one.end, other.start)
            plans = any(
                mark.mood in ("planned", "targeted") for mark in moods_at(paragraph.marks, other.start, other.end)
            )
            if "planned" in traits(statement.relation) and not future[0] and not plans:
                yield Failure(9, "status", "no word here plans this; the text tells it as a fact")
                continue
            span = [(one.start, other.end)]
            wrong = mood_failure(statement.status, paragraph, span, standing=True, since=one.start, future=future)
            wrong = wrong or period_failure(statement, reading, paragraph, one.start, other.end)
            if wrong:
                yield wrong
                continue
            number = paragraph.number
            yield Proof(
                (
                    ("subject", (Range(number, subject.start, subject.end),)),
                    ("object", (Range(number, what.start, what.end),)),
                ),
                resolved=subject.resolved or what.resolved,
            )


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
