"""The part of a mention in an English sentence: the subject of a verb, or what a preposition or a verb governs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .nominals_en import heads
from .reading import BLANK, HIDDEN
from .senses import either
from .verbs import AUXILIARY, finite, has_verb, prepositions

if TYPE_CHECKING:
    from .name_index import Mention
    from .reading import Paragraph
    from .topics import Spot

LIST = re.compile(
    rf"[{HIDDEN}\"]*(?:,|\band\b|&|\bas well as\b|\s)+(?:(?:the|a|an)\s+)?(?:[^,.;:{BLANK}]{{1,60}},\s*)*"
    r"(?:(?:and|&|as well as)\s+)?(?:(?:the|a|an)\s+)?[\"]*"
)


_NOMINATIVE = ("which", "who", "that", "he", "she", "we", "they")  # forms that are subjects wherever they stand


_EXCLUDED = re.compile(r"\b(?:not|nor|except|rather than|instead of)\s+(?:the\s+)?$")
_DOING = re.compile(r"\bwith\s+(?:the\s+)?$")
_PARTICIPLE = re.compile(r"\s+(?:\w+ly\s+)?(?!including|starting|beginning)\w+ing\s")
_STATED = re.compile(rf"^(\s*(?:the|an?|its|their|this)\s+){either('state of a work', 'en')}\s+")
_NEW_CLAUSE = re.compile(
    rf"(?:[;:]|,|{either('speech', 'en')}|\b(?:and|but|while|that|where|because|as)\b)\s*(?:the\s+)?$"
)
_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")


def part(paragraph: Paragraph, mention: Mention, spots: list[Spot]) -> tuple[bool, bool]:
    """Say whether a mention is the subject of its clause, and whether a preposition governs it.

    Args:
        paragraph: Where the mention stands.
        mention: The mention.
        spots: The mentions before it in the paragraph.

    Returns:
        Whether it can be the subject of what follows, and whether it is governed.
    """
    del spots
    start, _ = paragraph.sentence(mention.start)
    prefix = paragraph.bare[start : mention.start]
    if mention.role == "standin" and paragraph.folded[mention.start : mention.end] in _NOMINATIVE:
        return True, False
    for period in paragraph.periods:  # what stands behind a date is not governed by its preposition
        if start <= period.start and period.end <= mention.start:
            at = period.start - start
            prefix = prefix[:at] + "," * (period.end - period.start) + prefix[period.end - start :]
    prefix = _WEEKDAY.sub(lambda match: "," * len(match[0]), prefix)
    chunk = re.split(r"[,;:()]|\band\b|\bbut\b|\bwhile\b", prefix)[-1]
    governed = bool(prepositions("en").search(chunk)) and not has_verb(
        chunk[list(prepositions("en").finditer(chunk))[-1].end() :], "en"
    )
    if _EXCLUDED.search(prefix):
        return False, True
    behind = paragraph.bare[mention.end :]
    if _DOING.search(prefix) and _PARTICIPLE.match(behind):
        return True, False
    if not has_verb(_STATED.sub(r"\1", prefix), "en"):
        if governed and heads(chunk):
            return True, False
        return not governed, governed
    new = _NEW_CLAUSE.search(prefix)
    return bool(new and _verb_behind().match(behind)) and not governed, governed


@cache
def _verb_behind() -> re.Pattern[str]:
    """What matches the verb right behind a subject, brackets or an adverb between."""
    verb = f"{'|'.join(AUXILIARY)}|also|{either('intent', 'en')}|{finite().pattern}"
    return re.compile(rf"\s*(?:\([^)]*\)|{HIDDEN}+)?\s*(?:\w+ly\s+|also\s+|has\s+)?(?:{verb})\b")
