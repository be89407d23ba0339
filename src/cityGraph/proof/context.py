"""One claim in one text, and what the rules of the proof look up there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from .quantities import Reading, date, dates, numerals
from .wording import NAMING

if TYPE_CHECKING:
    from ..model.claim import Claim
    from ..model.positions import Position, Range
    from .mentions import Mentions
    from .text import Text
    from .wording import DeclaredRelation, Wording

Found = tuple[str, str]  # the name of a rule, and what it finds wrong
CORE = ("subject", "relation", "object")
LONGEST_PHRASE = 24  # characters of a quote, in what this project publishes
LONGEST_QUOTE = 200  # in any graph


@dataclass(frozen=True)
class Context:
    """One claim, where its words stand, and the text in which the rules check them.

    Attributes:
        claim: The claim to check.
        roles: The position of each part by its role: "subject", "relation", "object", "modal" or the local name of a
            qualifier.
        mentions: The text of the claim's source, with the names and cues that occur in it.
    """

    claim: Claim
    roles: dict[str, Position]
    mentions: Mentions

    @property
    def wording(self) -> Wording:
        """The words of the graph."""
        return self.mentions.wording

    @property
    def text(self) -> Text:
        """The text of the claim's source."""
        return self.mentions.text

    @cached_property
    def relation(self) -> DeclaredRelation:
        """What the ontology declares of the claim's relation; `NAMING` if the claim only gives a name."""
        return self.wording.relations.get(self.claim.relation.iri, NAMING)

    @property
    def object_iri(self) -> str | None:
        """The IRI of the object; None if the object is a value."""
        return self.claim.object.iri if isinstance(self.claim.object, Entity) else None

    @property
    def object_ranges(self) -> Position:
        """The position of the object; of a value only the last range, since the dateline may give the year."""
        ranges = self.roles["object"]
        return ranges[-1:] if isinstance(self.claim.object, Value) else ranges

    @property
    def allows_cue(self) -> bool:
        """Whether cue words can mark the relation."""
        return any(cue.words for cue in self.relation.cues)

    @property
    def needs_cue(self) -> bool:
        """Whether only cue words can mark the relation."""
        return bool(self.relation.cues) and all(cue.words for cue in self.relation.cues)

    @property
    def structure(self) -> str | None:
        """What marks the relation in place of a cue: "nested", "nearest" or "heading"; None if a cue marks it."""
        return next((way for way in ("nested", "nearest", "heading") if getattr(self.relation, way)), None)

    def words(self, role: str) -> str | None:
        """Return the words at the position of a part.

        Args:
            role: A key of `roles`.

        Returns:
            The words of all its ranges, joined; None if a range leaves the text.
        """
        return self.text.words(self.roles[role])

    @cached_property
    def reading(self) -> Reading | None:
        """The number or date that the words of the object give in full; None if they give none."""
        if isinstance(self.claim.object, Entity) or self.relation is NAMING:
            return None
        ranges = self.roles["object"]
        last = ranges[-1]
        paragraph = self.text.paragraphs[last.paragraph]
        if any("#decimal" in kind for kind in self.relation.objects):
            numbers = self.wording.reader.quantities(paragraph)
            if self.relation.nested:
                numbers |= numerals(paragraph)
            return numbers.get((last.start, last.end)) if len(ranges) == 1 else None
        words = [self.text.words((each,)) or "" for each in ranges]
        if len(ranges) > 1 and not self._is_dateline(words[0], ranges[0]):
            return None
        whole = (last.start, last.end) in dates(paragraph) or (self.relation.nested and last.end - last.start == 4)
        return date(words) if whole else None

    def _is_dateline(self, words: str, where: Range) -> bool:
        source = self.wording.sources[self.claim.evidence[0].source]
        return words == f"{source.year}年" and where.paragraph <= 2
