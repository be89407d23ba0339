"""What a graph says, laid out to be looked for in a sentence: who, how related, which numbers, when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..graph.reader import read
from ..model.claim import Claim, Entity
from ..namespaces import NAMES, local
from .figures import figures
from .folded import folded

if TYPE_CHECKING:
    from ..store.city import CityGraph
    from .figure import Figure

# Things that stand between a subject and a number or a day, and that a sentence rarely names itself.
CARRIERS = ("Observation", "Target", "Event", "Milestone")
_OWNING = ("ownerOf", "develops", "builds")
_OF_CARRIERS = ("value", "year", "due", "measuredBy")
_RANKS = ("rank", "count:名", "count:位")
_ABOUT = ("observationOf", "setsTarget", "targetFor", "advances", "eventOf")
_SIGNS = {
    "atLeast": "at-least",
    "moreThan": "over",
    "about": "about",
    "nearly": "nearly",
    "lessThan": "under",
    "atMost": "at-most",
}
_DATATYPES = ("date", "gYear", "gYearMonth", "dateTime")


@dataclass(frozen=True)
class Number:
    """A number of a fact.

    Attributes:
        value: Its value and its unit, as a text would print them.
        comparator: How it is bounded: a class as in a `Figure`; empty if it is exact.
        said: The number in words, for readers.
    """

    value: Figure
    comparator: str
    said: str


@dataclass
class Fact:
    """One thing that the graph says: a tie of two things, a value, or what a target, an event or a measurement says.

    Attributes:
        claim: The claim that is shown for it.
        others: Other claims that it needs, such as the year of a measurement.
        needed: Groups of things; of each group a sentence must name one.
        more: Things that a sentence may name, too.
        beside: Things that a sentence may name that other facts of the same words name.
        subject: The subject of a tie or a value.
        object: The object of a tie; empty for a value.
        relations: Local names of the relations that its words come from.
        numbers: Its numbers.
        dates: Its dates and years in ISO 8601.
        words: Folded words that its sources, its names or its details have for it.
        topic: Folded names of what is measured, or of the event; a sentence must have words of one of them.
        stages: The stages that it says were reached.
        status: "realised", "planned", "targeted", or empty for a triple that no source says.
        bases: The dates of its sources.
    """

    claim: Claim
    others: list[Claim] = field(default_factory=list)
    needed: list[frozenset[str]] = field(default_factory=list)
    more: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    subject: str = ""
    object: str = ""
    relations: list[str] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    status: str = ""
    bases: list[str] = field(default_factory=list)

    @property
    def ends(self) -> set[str]:
        """The things that a sentence must name."""
        return {thing for group in self.needed for thing in group}

    @property
    def happens(self) -> bool:
        """Whether it says on which day an event was."""
        return not self.carried and bool(self.dates) and self.claim.subject.kind in CARRIERS

    @property
    def ranks(self) -> bool:
        """Whether its number is a place in an order."""
        return self.carried and any(number.value.unit in _RANKS for number in self.numbers)

    @property
    def carried(self) -> bool:
        """Whether a measurement, a target or an event says it."""
        return self.relations[0] in _ABOUT


def facts(city: CityGraph) -> tuple[list[Fact], list[Claim]]:
    """Lay out all that a graph says. Inferred claims are left out: no source says them.

    Args:
        city: An open graph.

    Returns:
        Facts in the order of the source, and all claims.
    """
    everything = [claim for claim in read(city, None) if claim.relation.iri not in NAMES]
    claims = [claim for claim in everything if claim.basis != "inferred"]
    about: dict[str, list[Claim]] = {}
    found: list[Fact] = []
    for claim in claims:
        carriers = [end for end in claim.ends if end.kind in CARRIERS]
        for end in carriers:
            about.setdefault(end.iri, []).append(claim)
        # What an event says is said of its work; but a day is said of the event itself, too.
        if not carriers or local(claim.relation.iri) not in (*_ABOUT, *_OF_CARRIERS):
            found.append(_plain(claim))
    published: dict[str, set[str]] = {}
    for claim in claims:
        if local(claim.relation.iri) == "publishes" and isinstance(claim.object, Entity):
            published.setdefault(claim.object.iri, set()).add(claim.subject.iri)
    owners: dict[str, set[str]] = {}
    for claim in claims:
        if local(claim.relation.iri) in _OWNING and isinstance(claim.object, Entity):
            owners.setdefault(claim.object.iri, set()).add(claim.subject.iri)
    for iri, several in about.items():
        for fact in _carried(iri, several):
            fact.more |= {publisher for thing in fact.more for publisher in published.get(thing, ())}
            if fact.stages:
                fact.more |= owners.get(fact.subject, set())
            found.append(fact)
    _share(found)
    return found, everything


def _share(found: list[Fact]) -> None:
    """Let measurements of one thing that rest on the same words name the same rankings and measures."""
    several: dict[tuple[str, str], list[Fact]] = {}
    for fact in found:
        if fact.relations == ["observationOf"]:
            for passage in fact.claim.evidence + fact.others[0].evidence:
                several.setdefault((fact.subject, passage.phrase), []).append(fact)
    for facts_of_one in several.values():
        more = {thing for fact in facts_of_one for thing in fact.more}
        words = [fact.topic[:-1] for fact in facts_of_one]
        for fact in facts_of_one:
            fact.beside |= more - fact.more
            fact.words += [word for each in words for word in each]


def _plain(claim: Claim) -> Fact:
    fact = Fact(claim, subject=claim.subject.iri, relations=[local(claim.relation.iri)], status=claim.status)
    fact.needed.append(frozenset({claim.subject.iri}))
    if isinstance(claim.object, Entity):
        fact.object = claim.object.iri
        fact.needed.append(frozenset({claim.object.iri}))
    else:
        _value(fact, claim)
    _details(fact, claim)
    return fact


def _value(fact: Fact, claim: Claim) -> None:
    if isinstance(claim.object, Entity):
        return
    kind = local(claim.object.datatype or "")
    text = claim.object.value
    if kind in _DATATYPES:
        fact.dates.append(text[:10])
        return
    if local(claim.relation.iri) in ("year", "due"):
        fact.dates.append(text)
        return
    label = next((q.text for q in claim.qualifiers if q.name == "unit"), "")
    comparator = next((q.text for q in claim.qualifiers if q.name == "comparator"), "")
    sign = local(next((q.value for q in claim.qualifiers if q.name == "comparator"), ""))
    read_as = figures(f"共{text}{label}。", "zh") or figures(f"{text} {label}.", "en")
    if read_as and kind not in ("string", "langString"):
        fact.numbers.append(Number(read_as[0], _SIGNS.get(sign, ""), " ".join(filter(None, (comparator, text, label)))))
        fact.words.append(folded(label))
    else:
        fact.topic.append(folded(text))


def _details(fact: Fact, claim: Claim) -> None:
    fact.words += [folded(passage.phrase) for passage in claim.evidence]
    fact.bases += [passage.date for passage in claim.evidence if passage.date]
    for qualifier in claim.qualifiers:
        if qualifier.name in ("unit", "comparator", "order", "openList"):
            continue
        if qualifier.name == "stage":
            fact.stages.append(qualifier.value)
        if qualifier.name == "share":
            read_as = figures(
                f"共{qualifier.text}%。" if qualifier.text[-1:].isdigit() else f"共{qualifier.text}。", "zh"
            )
            fact.numbers += [Number(each, "", qualifier.text.removesuffix("%") + "%") for each in read_as[:1]]
        fact.words += [folded(qualifier.text), folded(qualifier.value)]


def _carried(iri: str, several: list[Claim]) -> list[Fact]:
    """Lay out what a measurement, a target or an event says: one fact for each thing that it is about."""
    holders = [claim for claim in several if local(claim.relation.iri) in _ABOUT]
    rest = [claim for claim in several if claim not in holders]
    found = []
    for holder in holders:
        thing = holder.object if holder.subject.iri == iri else holder.subject
        me = holder.subject if holder.subject.iri == iri else holder.object
        if not isinstance(thing, Entity) or not isinstance(me, Entity):
            continue
        values = [claim for claim in rest if local(claim.relation.iri) in ("value", "date")]
        main = values[0] if values else holder
        statuses = {claim.status for claim in (*values, holder)}
        fact = Fact(main, [holder, *rest], subject=thing.iri, status=max(statuses))
        fact.needed.append(frozenset({thing.iri}))
        fact.more.add(iri)
        fact.relations += [local(holder.relation.iri)]
        _details(fact, holder)
        for claim in rest:
            name = local(claim.relation.iri)
            if name in ("value", "year", "due", "date"):
                _value(fact, claim)
                _details(fact, claim)
            elif name in ("measuredBy", "rankedIn") and isinstance(claim.object, Entity):
                fact.more.add(claim.object.iri)
                fact.topic.append(folded(claim.object.label))
                _details(fact, claim)
            elif name == "heldIn" and isinstance(claim.object, Entity):
                fact.more.add(claim.object.iri)
                _details(fact, claim)
        fact.topic.append(folded(me.label))
        found.append(fact)
    return found
