"""What came of holding a fact against a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import Fact
    from .figure import Figure
    from .name_index import Mention
    from .periods import Period


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
