"""Holds one fact of a graph against one sentence: does the sentence say it, or something that differs from it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scope import moods_at
from .weighed import Weighed
from .weighing_ties import says_tie
from .weighing_values import held, says_dates, says_numbers, says_value

if TYPE_CHECKING:
    from .facts import Fact
    from .said import Said

UNSURE = frozenset(("hearsay", "condition", "former"))
_PLANS = frozenset(("planned", "targeted"))  # moods, and statuses


def weigh(said: Said, fact: Fact) -> Weighed | None:
    """Hold a fact against a sentence.

    Args:
        said: The sentence.
        fact: One of its facts (`Said.facts`).

    Returns:
        What came of it; None if the sentence says nothing of the kind.
    """
    made = Weighed(fact)
    for thing in {*fact.ends, *fact.more, *fact.beside}:
        made.names.update(said.named.get(thing, ()))
    if not (says_tie if fact.object else says_value)(said, made):
        return None
    if not says_numbers(said, made) or not says_dates(said, made):
        return None
    if not fact.object and not held(said, made):
        return None
    _judge_mood(said, made)
    return None if made.only_plan and made.verdict != "planned" else made


def _judge_mood(said: Said, made: Weighed) -> None:
    places = [*made.spans, *((value.start, value.end) for value in made.values)]
    marks = {mark for start, end in places for mark in moods_at(said.marks, start, end)}
    planned = made.planned or any(mark.mood in _PLANS for mark in marks) or bool(said.plan_words())
    # 終止 denies nothing where it is what the fact says.
    undone = {mark.mood for mark in marks if not any(start <= mark.start < end for start, end in made.spans)}
    if made.past or undone & UNSURE:
        made.verdict, made.reason = "not-said", "doubted"
    elif "denied" in undone:
        made.verdict, made.reason, made.said, made.source = "differs", "denied", "denied", "affirmed"
    elif made.verdict == "supported" and made.fact.status == "realised" and planned:
        made.verdict, made.reason = "not-said", "as-plan"
    elif made.verdict == "supported" and made.fact.status in _PLANS and not planned:
        made.verdict = "planned"
