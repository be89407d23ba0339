"""The checks that need only a claim's phrases, when its text is not at hand.

A stated claim's phrases name both of its ends, a resolved one's at least one; a value is read in them, with its unit;
a stage and a share are said there. What stands around them, and so the relation, nobody can check without the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..names.folding import SIMPLIFIED
from ..names.spelling import fold
from ..namespaces import local
from .quantities import Reader, date, dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim
    from .context import Found
    from .lexicon import Lexicon


class PhraseCheck:
    """The words of a graph, held against phrases alone."""

    def __init__(self, wording: Lexicon) -> None:
        self.wording = wording
        both = [{**given, **_simplified(given)} for given in (wording.reader.units, wording.reader.comparators)]
        self.reader = Reader(both[0], both[1], wording.reader.times, wording.reader.places)

    def check(self, claim: Claim) -> Iterator[Found]:
        """What is wrong with `claim` by its phrases, as (rule, message)."""
        phrases = [passage.phrase for passage in claim.evidence]
        named = {"subject": self._named(claim.subject, phrases)}
        if isinstance(claim.object, Entity):
            named["object"] = self._named(claim.object, phrases)
        elif not self._says(claim.object, claim, phrases):
            yield "value", f"no phrase has the value {claim.object.value}{_unit(claim)}"
        missing = [role for role, found in named.items() if not found]
        if missing and (claim.basis == "stated" or len(missing) == len(named) == 2):
            yield missing[0], f"no phrase names the {missing[0]}"
        for qualifier in claim.qualifiers:
            words = [word for word, stage in self.wording.stages.items() if stage == qualifier.value]
            if qualifier.name == "stage" and not any(fold(word) in fold(p) for word in words for p in phrases):
                yield "stage", f"no phrase says {qualifier.text}"
            if qualifier.name == "share" and qualifier.value not in self._numbers(phrases):
                yield "share", f"no phrase has {qualifier.value}"

    def _named(self, thing: Entity, phrases: list[str]) -> bool:
        names = [_folded(name) for name in self.wording.spelled.get(thing.iri, ())]
        return any(name in _folded(phrase) for name in names for phrase in phrases)

    def _numbers(self, phrases: list[str]) -> set[str]:
        return {reading.value for phrase in phrases for reading in self.reader.quantities(phrase).values()}

    def _says(self, value: Value, claim: Claim, phrases: list[str]) -> bool:
        kind = local(value.datatype)
        if kind == "decimal":
            wanted = (value.value, claim.qualifier("unit"), claim.qualifier("comparator"))
            readings = [r for phrase in phrases for r in self.reader.quantities(phrase).values()]
            return wanted in [(reading.value, reading.unit, reading.comparator) for reading in readings]
        if kind == "gYear":
            # Of a day without a year the year is that of the source.
            dated = [passage.date or "" for passage in claim.evidence if claim.basis == "resolved"]
            return any(value.value in re.findall(r"\d{4}", words) for words in (*phrases, *dated))
        if kind == "date":
            spans = [phrase[start:end] for phrase in phrases for start, end in dates(phrase)]
            return value.value in [reading.value for words in spans if (reading := date([words]))]
        return any(value.value in phrase for phrase in phrases)


def _simplified(words: dict[str, str]) -> dict[str, str]:
    return {word.translate(SIMPLIFIED): thing for word, thing in words.items()}


def _unit(claim: Claim) -> str:
    unit = next((q.text for q in claim.qualifiers if q.name == "unit"), "")
    return f" {unit}" if unit else ""


_folded = cache(fold)
