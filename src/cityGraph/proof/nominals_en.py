"""English nouns of doing: the construction of a mill speaks of the mill, its removal says that it is removed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..model.positions import Range
from .attempt import Failure, Proof
from .folded import folded
from .moods import mood_failure
from .patterns import traits
from .reading import BLANK
from .senses import either
from .tables import table
from .when import period_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .attempt import Place
    from .reading import Paragraph, Reading
    from .statement import Statement

_ARTICLE = r"(?:(?:the|an?|its|their|this|that|our|new)\s+)*"
_LINK = rf"\s+(?:of|in|into|on|at)\s+{_ARTICLE}"
_LEADS = re.compile(r"\b(?:after|following|since|upon|through|thanks to|because of|with)\s+(?:the\s+)?$")
_BEGINS = re.compile(r"(?:^|[,;:]|\b(?:and|while|but|whereas)\b)\s*(?:the\s+)?$")
_COMING = re.compile(rf"\s+(?:is|are)\s+(?:now\s+)?({either('to come', 'en')})")
_RESULT = re.compile(rf"\s+(?:(?:has|have|had)\s+)?{either('had an effect', 'en')}")


@cache
def _nouns(*, subjects: bool) -> str:
    rows = [row["word"] for row in table("nominals", "en") if row["subject"] or not subjects]
    return "|".join(sorted(map(re.escape, rows), key=len, reverse=True))


@cache
def _measures() -> str:
    return "|".join(re.escape(row["word"]) for row in table("heads", "en"))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:the|an?|this|that|its|their|further)?\s*[^{BLANK},;:]{{0,40}}\b(?:(?:{_nouns(subjects=True)})|(?:{_measures()})(?=\s+(?:at|of|in)\b)){_LINK}"
    )


@cache
def _through() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the\s+)?(?:{_nouns(subjects=True)})\s+of\s+(?:the\s+|an?\s+)?$")


def heads(words: str) -> bool:
    """Say whether words that lead to a name are a noun of doing with its preposition: what follows speaks of the name.

    Args:
        words: Folded words from the begin of a clause to the name.

    Returns:
        Whether they are.

    Examples:
        >>> heads("the planned construction of the "), heads("the mayor of ")
        (True, False)
    """
    return bool(_head().fullmatch(words))


def without_noun(gap: str) -> str:
    """Return the words between a verb and a name without a noun of doing that leads to the name.

    Args:
        gap: Folded words.

    Returns:
        What stands before that noun.

    Examples:
        >>> without_noun(" the creation of the ")
        ' '
    """
    return _through().sub("", gap)


def done_by_noun(
    statement: Statement, reading: Reading, paragraph: Paragraph, place: Place
) -> Iterator[Proof | Failure]:
    """Prove what has been done with a thing by a noun of doing (after the removal of the old mill).

    Args:
        statement: The statement.
        reading: The text.
        paragraph: Where it stands.
        place: Where the quote stands.

    Yields:
        A proof or what was missing, for each such noun with the name behind it.
    """
    what = statement.object
    if paragraph.language != "en" or "stage" not in traits(statement.relation) or not isinstance(what, str):
        return
    words = folded(what.strip())
    nouns = [row["word"] for row in table("nominals", "en") if words in row["done"].split("|")]
    if not nouns:
        return
    start, end = paragraph.sentence(place.start)[0], paragraph.sentence(max(place.end - 1, place.start))[1]
    for match in re.finditer(rf"\b(?:{'|'.join(nouns)})\s+of\s+(?:the\s+|an?\s+|its\s+)?", paragraph.bare[start:end]):
        noun = (start + match.start(), start + match.start() + len(match[0].split()[0]))
        spot = next(
            (
                each
                for each in reading.topics.spots(paragraph.number)
                if each.start == start + match.end() and statement.subject.key in each.keys
            ),
            None,
        )
        if spot is None or not (noun[0] < place.end and spot.end > place.start):
            continue
        before, behind = paragraph.bare[start : noun[0]], paragraph.bare[spot.end : end]
        happened = _LEADS.search(before) or (_BEGINS.search(before) and _RESULT.match(behind))
        if statement.status == "realised" and not happened:
            yield Failure(9, "status", "no word here says that this is done")
            continue
        told = [noun, (spot.start, spot.end)]
        if coming := _COMING.match(behind):
            told.append((spot.end + coming.start(1), spot.end + coming.end(1) + 1))
        wrong = mood_failure(statement.status, paragraph, told, plan_needed=coming is None)
        wrong = wrong or period_failure(statement, reading, paragraph, *noun)
        if wrong:
            yield wrong
            continue
        ranges = [Range(paragraph.number, *span) for span in ((spot.start, spot.end), noun)]
        yield Proof((("subject", (ranges[0],)), ("object", (ranges[1],))), resolved=spot.resolved)
