"""The numbers of claims, in the words in which the proof reads numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..names.labels import aliases, all_labels
from ..namespaces import local
from .figure_claims import CLASSES, claimed
from .folded import is_chinese
from .phrases import FIGURES
from .statement import Amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph
    from .wording import Wording

_HOLDER_IS_SUBJECT = frozenset({"setsTarget", "aimsFor"})
_HOLDER_IS_OBJECT = frozenset({"observationOf", "targetFor"})
_DATES = frozenset({"due", "year"})
_OF_A_FIGURE = frozenset({"measuredBy", "value"}) | _DATES
_GENERAL = frozenset({"hasOutput", "aimsForValue", "ranks"})  # they do not say what they count


class Figure:
    """A target or an observation: what its claims say of it together.

    Attributes:
        holders: The things that it is a figure of.
        relation: The relation of the lexicon that gives it.
        amounts: The number with what it counts, once for each name of that.
        period: Its year; empty if no claim gives one.
    """

    def __init__(self, holders: list[Entity], relation: str, amounts: list[Amount], period: str) -> None:
        self.holders, self.relation, self.amounts, self.period = holders, relation, amounts, period


class Figures:
    """Reads the numbers of claims.

    Args:
        city: An open graph.
        wording: Its words.
        claims: All its claims.
    """

    def __init__(self, city: CityGraph, wording: Wording, claims: Iterable[Claim]) -> None:
        self._city, self._wording = city, wording
        self._by_subject: dict[str, list[Claim]] = {}
        self._by_object: dict[str, list[Claim]] = {}
        for claim in claims:
            self._by_subject.setdefault(claim.subject.iri, []).append(claim)
            if isinstance(claim.object, Entity) and claim.object.kind in FIGURES:
                self._by_object.setdefault(claim.object.iri, []).append(claim)
        self._units: dict[tuple[str, str], str] = {}
        self._comparators: dict[str, str] = {}

    def amounts(self, claim: Claim, language: str) -> list[Amount]:
        """Return the number of a claim, once for each name of what it counts.

        Args:
            claim: A claim whose object is a number.
            language: The language of the text: "zh" or "en".

        Returns:
            Amounts; none if the claim does not say what the number counts.
        """
        printed = [q.value for q in claim.qualifiers if q.name == "quantity"]
        made = claim.qualifier("ofProduct")
        counted = printed or self._named(claim.relation.iri, language) * (local(claim.relation.iri) not in _GENERAL)
        return [
            self._amount(claim, " ".join(filter(None, (name, product))), language)
            for name in counted
            for product in (self._names(made, language) if made else [""])
        ]

    def _amount(self, claim: Claim, measure: str, language: str) -> Amount:
        assert isinstance(claim.object, Value)
        unit, comparator = claim.qualifier("unit"), claim.qualifier("comparator")
        return Amount(
            claim.object.value,
            self.unit(unit, language) if unit else "",
            self.comparator(comparator) if comparator else "",
            measure,
        )

    def unit(self, iri: str, language: str) -> str:
        """Return the words of a unit that the proof reads best.

        Args:
            iri: The IRI of the unit.
            language: The language of the text.

        Returns:
            A word of the language, one that the lexicon has if there is any.
        """
        key = iri, language
        if key not in self._units:
            printed = [
                word.replace("{n}", "").strip() for word, unit in self._wording.reader.units.items() if unit == iri
            ]
            words = [word for word in (*all_labels(self._city, [iri]).get(iri, ()), *printed) if word]
            words.sort(key=lambda word: is_chinese(word) != (language == "zh"))
            if language != "zh":  # a Chinese text prints kW and MW, an English one no Chinese unit
                words = [word for word in words if not is_chinese(word)] or words
            known = (word for word in words if (read := claimed("1", word, "", language)) and read.unit)
            self._units[key] = next(known, words[0] if words else local(iri))
        return self._units[key]

    def comparator(self, iri: str) -> str:
        """Return a word for a comparator that the proof reads.

        Args:
            iri: The IRI of the comparator.

        Returns:
            The word; the local name of the comparator if the lexicon has none of its words.
        """
        if iri not in self._comparators:
            words = [local(iri), *all_labels(self._city, [iri]).get(iri, ())]
            words += [word.replace("{n}", "") for word, each in self._wording.reader.comparators.items() if each == iri]
            known = (word for word in words if (read := claimed("1", "", word)) and read.comparator in CLASSES)
            self._comparators[iri] = next(known, local(iri))
        return self._comparators[iri]

    def is_part(self, claim: Claim) -> bool:
        """Say whether a claim says a part of a target or an observation, which no text names.

        Args:
            claim: A claim of the graph.

        Returns:
            Whether it does.
        """
        of = claim.object
        name = local(claim.relation.iri)
        known = _OF_A_FIGURE | _HOLDER_IS_OBJECT
        return (claim.subject.kind in FIGURES and name in known) or (
            isinstance(of, Entity) and of.kind in FIGURES and name in _HOLDER_IS_SUBJECT
        )

    def figure(self, claim: Claim, language: str) -> Figure:
        """Put together what the claims of a target or an observation say, with the claim in question in its place.

        Args:
            claim: A claim for which `is_part` is true.
            language: The language of the text.

        Returns:
            The figure; without amounts if its number or its indicator is not known.
        """
        name = local(claim.relation.iri)
        of = claim.subject if claim.subject.kind in FIGURES else claim.object
        assert isinstance(of, Entity)

        def said(relations: frozenset[str], claims: dict[str, list[Claim]]) -> Iterator[Claim]:
            if name in relations:
                yield claim
                return
            for each in claims.get(of.iri, ()):
                if local(each.relation.iri) in relations:
                    yield each

        holders = [each.object for each in said(_HOLDER_IS_OBJECT, self._by_subject) if isinstance(each.object, Entity)]
        holders = holders or [each.subject for each in said(_HOLDER_IS_SUBJECT, self._by_object)]
        counted = [
            measure
            for each in said(frozenset({"measuredBy"}), self._by_subject)
            if isinstance(each.object, Entity)
            for measure in self._names(each.object.iri, language)
        ]
        values = [each for each in said(frozenset({"value"}), self._by_subject) if isinstance(each.object, Value)]
        amounts = [self._amount(each, measure, language) for each in values[:1] for measure in counted]
        dates = [each.object.value for each in said(_DATES, self._by_subject) if isinstance(each.object, Value)]
        period = next(iter(dates), "")
        return Figure(holders, "aims-for" if of.kind == "Target" else "has-output", amounts, period)

    def _names(self, thing: str, language: str) -> list[str]:
        names = sorted(self._wording.all_names.get(thing, ()), key=lambda name: (-len(name), name))
        return [name for name in names if is_chinese(name) == (language == "zh")]

    def _named(self, relation: str, language: str) -> list[str]:
        words = [*all_labels(self._city, [relation], inverse=False).get(relation, ())]
        words += aliases(self._city, [relation]).get(relation, ())
        return [word for word in dict.fromkeys(words) if is_chinese(word) == (language == "zh")]
