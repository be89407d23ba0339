"""Checks a claim by its quotes alone, when the text of its source is not at hand.

The quotes of a stated claim name both of its ends, those of a resolved claim at least one. A value stands in a quote
with its unit and comparator; so do a stage and a share. Only the text can show the words around the quotes, and so
whether they state the relation.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..names.folding import SIMPLIFIED
from ..names.spelling import fold
from ..namespaces import local
from .figure_claims import claimed, difference
from .figures import figures
from .folded import folded, is_chinese
from .numerals import english_days, in_one_numeral
from .quantities import Reader, date, dates
from .short_names import short_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim
    from .context import Found
    from .wording import Wording

FIGURES = frozenset({"Target", "Observation"})  # kinds of things that no text names


class PhraseCheck:
    """Checks claims by their quotes, with the words of one graph; quotes may be in either script."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        reader = wording.reader
        units, comparators = ({**words, **_simplified(words)} for words in (reader.units, reader.comparators))
        self.reader = Reader(units, comparators, reader.times, reader.places)

    def check(self, claim: Claim) -> Iterator[Found]:
        """Check one claim by its quotes.

        Args:
            claim: A claim that is not inferred and has no positions.

        Yields:
            What is wrong, as (rule, message).
        """
        phrases = [passage.phrase for passage in claim.evidence if passage.phrase]
        if not phrases:  # it only names its source
            return
        named = {"subject": self._is_named(claim.subject, phrases)}
        if isinstance(claim.object, Entity):
            named["object"] = self._is_named(claim.object, phrases)
        elif not self._has_value(claim.object, claim, phrases):
            yield "value", f"no quote contains the value {claim.object.value}{_unit_text(claim)}"
        figures = [role for role, end in (("subject", claim.subject), ("object", claim.object)) if self._is_figure(end)]
        missing = [role for role, is_named in named.items() if not is_named and role not in figures]
        # No text names a figure: its quotes give what it is a figure of.
        if missing and (figures or claim.basis == "stated" or len(missing) == len(named) == 2):
            yield missing[0], f"no quote names the {missing[0]}"
        for qualifier in claim.qualifiers:
            words = [word for word, stage in self.wording.stages.items() if stage == qualifier.value]
            if qualifier.name == "stage" and not any(fold(word) in fold(p) for word in words for p in phrases):
                yield "stage", f"no quote contains a word for the stage {qualifier.text}"
            if qualifier.name == "share" and qualifier.value not in self._numbers(phrases):
                yield "share", f"no quote contains the share {qualifier.value}"

    def _is_named(self, thing: Entity, phrases: list[str]) -> bool:
        full = self.wording.all_names.get(thing.iri, ())
        # A firm is named by a part of its name, too, as where a text is searched for it.
        names = [_folded(each) for name in full for each in (name, *short_names(folded(name)))]
        return any(name in _folded(phrase) for name in names for phrase in phrases)

    def _is_figure(self, end: Entity | Value) -> bool:
        return isinstance(end, Entity) and end.kind in FIGURES and not self.wording.anchors.get(end.iri)

    def _numbers(self, phrases: list[str]) -> set[str]:
        return {reading.value for phrase in phrases for reading in self.reader.quantities(phrase).values()}

    def _has_value(self, value: Value, claim: Claim, phrases: list[str]) -> bool:
        kind = local(value.datatype)
        if kind == "decimal":
            wanted = (value.value, claim.qualifier("unit"), claim.qualifier("comparator"))
            readings = [reading for phrase in phrases for reading in self.reader.quantities(phrase).values()]
            found = [(reading.value, reading.unit, reading.comparator) for reading in readings]
            return (
                wanted in found
                or any(in_one_numeral(self.reader.units, *wanted, phrase) for phrase in phrases)
                or any(self._is_printed(*wanted, phrase) for phrase in phrases)
            )
        if kind in ("gYear", "gYearMonth", "date"):
            return self._has_date(value.value, claim, phrases)
        return any(value.value in phrase for phrase in phrases)

    def _is_printed(self, number: str, unit: str | None, comparator: str | None, phrase: str) -> bool:
        """Whether a quote prints a number in words that the lexicon has and the graph may not ("$310 million")."""
        language = "zh" if is_chinese(phrase) else "en"
        units = [word.replace("{n}", "").strip() for word, iri in self.reader.units.items() if iri == unit]
        comparators = [word.replace("{n}", "") for word, iri in self.reader.comparators.items() if iri == comparator]
        return any(
            difference(figure, claim, phrase) is None
            for figure in figures(phrase, language)
            for word in units or [""] * (unit is None)
            for said in comparators or [""] * (comparator is None)
            if (claim := claimed(number, word, said, language))
        )

    def _has_date(self, value: str, claim: Claim, phrases: list[str]) -> bool:
        """Whether a quote gives the date. In a resolved claim, a day without a year is of the year of its source."""
        years = [passage.date[:4] for passage in claim.evidence if passage.date and claim.basis == "resolved"]
        if len(value) == 4 and any(value in re.findall(r"\d{4}", words) for words in (*phrases, *years)):
            return True
        spans = [phrase[start:end] for phrase in phrases for start, end in dates(phrase)]
        readings = [date(words) for span in spans for words in ([span], *([f"{year}年", span] for year in years))]
        english = {f"{year}-{day}" for year in years for phrase in phrases for day in english_days(phrase)}
        return value in english or value in [reading.value for reading in readings if reading]


def _simplified(words: dict[str, str]) -> dict[str, str]:
    return {word.translate(SIMPLIFIED): thing for word, thing in words.items()}


def _unit_text(claim: Claim) -> str:
    unit = next((q.text for q in claim.qualifiers if q.name == "unit"), "")
    return f" {unit}" if unit else ""


_folded = cache(fold)
