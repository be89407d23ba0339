"""Does the mood of a place fit the status of a statement: fact, plan or target, and is nothing denied?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attempt import Failure
from .reading import BLANK
from .scope import moods_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .reading import Paragraph

_SAYS = {
    "denied": "the text denies this: {}",
    "hearsay": "the text reports this as hearsay: {}",
    "condition": "the text makes this depend on something: {}",
    "former": "the text says this of an earlier time: {}",
}
_STAGE = 9
_OPENING = 6  # characters at the beginning of a sentence in which its own subject would stand


def mood_failure(
    status: str,
    paragraph: Paragraph,
    places: Iterable[tuple[int, int]],
    *,
    words: str = "",
    own: bool = False,
    standing: bool = False,
    plan_needed: bool = True,
    begun_counts: bool = True,
    future: tuple[bool, bool] = (False, False),
    dated: bool = False,
    past: bool = False,
    since: int = 0,
) -> Failure | None:
    """Say what is wrong with the mood of a statement.

    Args:
        status: The status of the statement.
        paragraph: Where its words stand.
        places: (start, end) of the verb, the value and the object.
        words: The mood that the words of the relation have themselves.
        own: Whether these words are known to have none: 将 in 将甲列为乙 plans nothing.
        standing: Whether it is a standing fact, such as where a place lies, which the plan of its sentence does not
            touch unless the word of the plan stands at the verb.
        plan_needed: Whether a plan needs words that plan.
        begun_counts: Whether something begun earlier in the sentence makes the statement one of a plan.
        future: Whether the period of the statement is not over yet, and whether it has not even begun.
        dated: Whether the statement has a period of its own.
        past: Whether its clause gives a period that is over: then only its own clause can plan it.
        since: For a standing fact, where the subject ends.

    Returns:
        What is wrong; None if the mood fits.
    """
    places = list(places)
    governing = {mark for start, end in places for mark in moods_at(paragraph.marks, start, end)}
    for mark in sorted(governing, key=lambda each: each.start):
        if mark.mood == "former" and dated:
            continue  # the statement says itself when it was so
        if mark.mood in _SAYS and not any(start <= mark.start and mark.end <= end for start, end in places):
            return Failure(_STAGE, "status", _SAYS[mark.mood].format(mark.word), denied=True)
    _, stop = paragraph.sentence(places[0][0])
    if paragraph.folded[:stop].rstrip().endswith("?"):
        return Failure(_STAGE, "status", "the text asks this", denied=True)
    if standing and status == "realised":
        first = min(start for start, _ in places)
        governing = {mark for mark in governing if since <= mark.start < first or mark.start >= first}
    if past:
        clause = paragraph.clause(places[0][0])
        governing = {mark for mark in governing if mark.mood not in ("planned", "targeted") or mark.start >= clause[0]}
    if own and status == "realised":
        governing = {mark for mark in governing if not any(a <= mark.start and mark.end <= b for a, b in places)}
    plans = sorted(mark.word for mark in governing if mark.mood in ("planned", "targeted"))
    begun = [mark.word for mark in governing if mark.mood == "begun"]
    done = [mark.word for mark in governing if mark.mood == "done"]
    if status == "realised":
        if plans or words == "planned":
            return Failure(
                _STAGE, "status", f"the text plans this: {plans[0] if plans else 'its verb is one of plans'}"
            )
        if future[1]:
            return Failure(_STAGE, "status", "the text speaks of a time to come")
        if words == "begun":
            return Failure(_STAGE, "status", "the text says that this has begun, not that it is done")
        return None
    if words in ("planned", "begun") or plans or begun or future[1] or (future[0] and not done):
        return None
    if not done and (not plan_needed or (begun_counts and _begun_before(paragraph, places))):
        return None
    if not done and plan_needed and _planned_above(paragraph, places):
        return None
    if done:
        return Failure(_STAGE, "status", f"the text tells this as done: {done[0]}")
    return Failure(_STAGE, "status", "no word here plans this; the text tells it as a fact")


def _planned_above(paragraph: Paragraph, places: list[tuple[int, int]]) -> bool:
    """Whether a sentence goes on with the plan of the one before: that plans, and this one has no subject."""
    first = min(start for start, _ in places)
    start, end = paragraph.sentence(first)
    if not start or paragraph.language != "zh" or BLANK in paragraph.blanked[start : start + _OPENING]:
        return False
    before = paragraph.sentence(start - 1)
    told = any(mark.mood in ("done", "denied", "former") for mark in paragraph.marks.between(start, end))
    plans = any(mark.mood in ("planned", "targeted") for mark in paragraph.marks.between(*before))
    return plans and not told


def _begun_before(paragraph: Paragraph, places: list[tuple[int, int]]) -> bool:
    """Whether the sentence says before a place that something has begun: then what it will do is not done yet."""
    first = min(start for start, _ in places)
    start, _ = paragraph.sentence(first)
    return any(mark.mood == "begun" for mark in paragraph.marks.between(start, first))
