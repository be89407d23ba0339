"""Holds one fact of a graph against one sentence: does the sentence say it, or something that differs from it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .scope import moods_at
from .weighing_ties import says_tie
from .weighing_values import held, says_dates, says_numbers, says_value

if TYPE_CHECKING:
    from .facts import Fact
    from .figure import Figure
    from .name_index import Mention
    from .periods import Period
    from .said import Said

UNSURE = frozenset(("hearsay", "condition", "former"))
_PLANS = frozenset(("planned", "targeted"))  # moods, and statuses


@dataclass
class Weighed:
    """A fact beside a sentence that says it, or something that differs from it.

    Attributes:
        fact: The fact.
        verdict: "supported", "planned", "differs" or "not-said".
        names: The mentions that it accounts for.
        values: The numbers and dates that it accounts for.
        spans: (start, end) of the words that say its relation.
        said: Where they differ: what the sentence says.
        source: Where they differ: what the source says.
        reason: "denied", "doubted" or "as-plan" if that is why it is not supported; else empty.
        weight: How many characters say its relation.
        planned: Whether the words of the relation plan by themselves.
        strict: Whether nothing may be left over, because the sentence names the object alone.
        only_plan: Whether the sentence tells a stage that the plan would reach, and so more than the plan.
        past: Whether an English verb tells a state of an earlier time.
    """

    fact: Fact
    verdict: str = "supported"
    names: set[Mention] = field(default_factory=set)
    values: set[Figure | Period] = field(default_factory=set)
    spans: set[tuple[int, int]] = field(default_factory=set)
    said: str = ""
    source: str = ""
    reason: str = ""
    weight: int = 0
    planned: bool = False
    strict: bool = False
    only_plan: bool = False
    past: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the words of its relation stand first."""
        return min(self.spans, default=(0, 0))

    def differ(self, said: str, source: str) -> None:
        """Note a difference; the first one stays.

        Args:
            said: What the sentence says.
            source: What the source says.
        """
        if self.verdict == "supported":
            self.verdict, self.said, self.source = "differs", said, source


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
