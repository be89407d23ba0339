"""Finds where a few words stand in a paragraph: as they are, in other forms, or with others between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .folded import HAN, folded
from .lemmas import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reading import Paragraph, Reading

_PARTED = 4  # characters that may part a few words
_FILLER = r"(?:(?!(?:not|no|never|without|nor|or|but|instead|than)\b)[\w'$-]+[\s-]+)"
_ASIDE = rf"(?:(?:at|in|on|over|by|during|next|this|last|with|across)\s{_FILLER}{{0,8}})"
_ARTICLE = r"(?:(?:the|an?|its|their|his|her|our)\s+)?"


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
    stretch, english = paragraph.folded, paragraph.language == "en"
    tries, renamed = [plain], []
    if stretch.find(plain, begin, limit) < 0:
        if english:
            renamed = _renamed(plain, reading, paragraph, begin, limit)
            tries += _without_body(plain, reading, paragraph) + renamed
        else:
            tries += _without_name(plain, reading, paragraph, begin, limit)
            if all(stretch.find(each, begin, limit) < 0 for each in tries):
                yield from _spread(plain, stretch, begin, limit)
    for each in filter(None, tries):
        at = stretch.find(each, begin, limit)
        while at >= 0:
            end = at + len(each)
            whole = not english or not (stretch[at - 1 : at].isalnum() or stretch[end : end + 1].isalnum())
            if whole and not (each != plain and _of_another(reading, paragraph, plain, at)):
                yield at, end
            at = stretch.find(each, at + 1, limit)
    if english and stretch.find(plain, begin, limit) < 0:
        for each in (plain, *renamed):
            if loose := _loose(each):
                yield from (match.span() for match in loose.finditer(stretch, begin, limit))


def _without_name(plain: str, reading: Reading, paragraph: Paragraph, begin: int, limit: int) -> list[str]:
    """Return Chinese words without the name that they begin with, if their sentence has that name before (甲市市长)."""
    lead = next((m for m in reading.mentions_in(plain) if m.start == 0 and m.end < len(plain)), None)
    if lead is None:
        return []
    first = paragraph.sentence(begin)[0]
    near = {key for spot in reading.topics.between(paragraph.number, first, limit) for key in spot.keys}
    printed = paragraph.folded[first:limit]
    named = any(folded(name) in printed for key in lead.keys for name in reading.things[key].names)
    return [plain[lead.end :].removeprefix("的")] if named or set(lead.keys) & near else []


def _without_body(plain: str, reading: Reading, paragraph: Paragraph) -> list[str]:
    """Return English words without what they say of a body that the paragraph names (CEO of the firm)."""
    head = re.split(r"\s+(?:of|at|for|in)\s+", plain)[0]
    near = {key for spot in reading.topics.spots(paragraph.number) for key in spot.keys}
    return [head] if head != plain and set(reading.names_in(plain[len(head) :])) & near else []


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
    own = set(reading.names_in(words))
    owner = next((spot for spot in here if re.fullmatch(joint, paragraph.folded[spot.end : at])), None)
    if owner is None and paragraph.language == "zh":
        # In 甲市书记林青,乙市副书记、市长方明 the title is that of the nearest place in its clause.
        families = {reading.family(key) for key in own}
        near = reading.topics.between(paragraph.number, paragraph.clause(at)[0], at)
        kin = [spot for spot in near if families & set(map(reading.family, spot.keys))]
        owner = max(kin, key=lambda spot: spot.end, default=None)
    return owner is not None and not set(owner.keys) & own


def _loose(words: str) -> re.Pattern[str] | None:
    """Return what matches a phrase of three words or more, a time or place between its words."""
    parts = [part for part in re.findall(r"[\w$'-]+", words) if part not in ("the", "a", "an", "its", "their")]
    if len(parts) < 3:
        return None
    between = rf"[\s,\"-]+{_ARTICLE}(?:{_FILLER}{{0,3}}?|{_ASIDE}){_ARTICLE}"
    return re.compile(r"(?<!\w)" + between.join(map(_any_form, parts)) + r"(?!\w)")


def _any_form(word: str) -> str:
    if not word.isalpha() or len(word) <= 4:
        return re.escape(word)
    return rf"(?:{re.escape(word)}|{re.escape(stem(word))}(?:e|es|ed|ing|s|er|ers)?)"


def _spread(words: str, stretch: str, begin: int, limit: int) -> Iterator[tuple[int, int]]:
    """Find words that a few others part: 技术实现本土化 for 技术本土化. Each part has two characters or more."""
    for first in range(len(words) - 2, 1, -1):
        at = stretch.find(words[:first], begin, limit)
        while at >= 0:
            end = at + first
            rest = stretch.find(words[first:], end, min(limit, end + _PARTED + len(words) - first))
            gap = stretch[end:rest] if rest >= 0 else ""
            if rest >= 0 and re.fullmatch(f"[{HAN}]*", gap) and not re.search("[不未无没非]", gap):
                yield at, rest + len(words) - first
                return
            at = stretch.find(words[:first], at + 1, limit)
