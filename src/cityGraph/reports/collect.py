"""A dossier's content gathered from the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.neighbors import neighbors
from ..graph.reader import read
from ..graph.sources import sources_of
from ..model.claim import STATUSES, Entity
from ..model.edges import disagreeing
from ..names.entities import names_of
from ..names.labels import vocabulary
from ..names.spelling import fold
from ..namespaces import PREFIXES
from ..render.rows import count_of, status_of
from ..render.words import WORDS
from ..validation.gaps import gaps
from .parts import Cited, Group, Missing, Part, Quote, Row, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph

# What has a value is told with the thing that it measures.
_MEASURES = ("Target", "Observation")
_MEASURED_BY = ("Indicator", "Ranking")
_BASES = ("stated", "resolved", "inferred")
_SHOWN_APART = ("unit", "comparator", "openList")
_TONGUES = (("zh-Hant", "zh-hant"), ("zh-Hans", "zh-hans"), ("pinyin", "zh-latn"), ("en", "en"))


class Making:
    """A dossier in the making: the sources as they are numbered, the claims that it tells."""

    def __init__(self, city: CityGraph, statuses: set[str], *, inferred: bool) -> None:
        self.city, self.statuses, self.inferred = city, statuses, inferred
        self.words = WORDS[city.language]
        self.own = self.words["dossier"]
        self.numbers: dict[str, int] = {}
        self.told: dict[str, Claim] = {}
        self.others: dict[str, list[str]] = {}

    def part(self, thing: Entity) -> Part:
        """What is known of one thing."""
        every = [claim for claim in read(self.city, [thing.iri]) if self._wanted(claim)]
        found = [claim for claim in every if self.inferred or claim.basis != "inferred"]
        measures = {far.iri: far for claim in found if (far := _far(claim, thing)) and self._measures(far, thing)}
        values = [claim for claim in read(self.city, measures) if self._value_of(claim, measures)] if measures else []
        self.others = disagreeing([*found, *values])
        listed = any(claim.qualifier("openList") == "true" for claim in found)
        mates: dict[tuple[str, ...], tuple[str, ...]] = {
            (tie.relation.iri, tie.direction, tie.iri, tie.status): tuple(mate.label for mate in tie.mates)
            for tie in (neighbors(self.city, thing.iri, inferred=self.inferred) if listed else ())
        }
        called = [claim for claim in found if _far(claim, thing) is None and _is_name(claim)]
        figures = [c for c in found if not _is_name(c) and ((far := _far(c, thing)) is None or far.iri in measures)]
        ties = [claim for claim in found if (far := _far(claim, thing)) and far.iri not in measures]
        expected = gaps(self.city, inferred=self.inferred, of=[thing.iri])
        return Part(
            thing,
            self._names(thing, {claim.told for claim in called}),
            self._groups(called, thing),
            self._groups(ties, thing, mates),
            self._groups(figures, thing, values=values),
            tuple(Missing(gap.expects, gap.question, tuple(each.label for each in gap.filled)) for gap in expected),
            len(every) - len(found),
        )

    def _wanted(self, claim: Claim) -> bool:
        return not self.statuses or claim.status in self.statuses

    def _measures(self, far: Entity, thing: Entity) -> bool:
        return far.kind in _MEASURES and thing.kind not in _MEASURES

    def _value_of(self, claim: Claim, measures: dict[str, Entity]) -> bool:
        """Whether a claim says what a measure measures, or its value."""
        what = claim.object
        said = what.kind in _MEASURED_BY if isinstance(what, Entity) else True
        asked = self._wanted(claim) and (self.inferred or claim.basis != "inferred")
        return claim.subject.iri in measures and said and asked

    def _names(self, thing: Entity, apart: set[str]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """The names by language: label, tag, spellings; those that a source is cited for stand `apart`."""
        found: dict[str, tuple[str, list[str]]] = {}
        for spelled, tag, _ in names_of(self.city, [thing.iri]).get(thing.iri, []):
            low = tag.lower()
            which = next((which for which, start in _TONGUES if low.startswith(start)), "other")
            if spelled not in apart or spelled == thing.label:
                found.setdefault(which, (tag, []))[1].append(spelled)
        if not found:
            found["other"] = "", [thing.label]
        order = [which for which, _ in _TONGUES] + ["other"]
        return tuple(
            (self.own[f"in_{which}"], found[which][0], tuple(dict.fromkeys(found[which][1])))
            for which in order
            if which in found
        )

    def _groups(
        self,
        found: Iterable[Claim],
        thing: Entity,
        mates: dict[tuple[str, ...], tuple[str, ...]] | None = None,
        values: Iterable[Claim] = (),
    ) -> tuple[Group, ...]:
        """The claims by relation, then by what stands at its other end; in the order of the source."""
        grouped: dict[tuple[str, str], dict[tuple[str, str], list[Claim]]] = {}
        for claim in found:
            direction = "out" if claim.subject.iri == thing.iri else "in"
            far = _far(claim, thing)
            status = "inferred" if claim.basis == "inferred" else claim.status
            ends = grouped.setdefault((claim.relation.iri, direction), {})
            ends.setdefault((far.iri if far else claim.told, status), []).append(claim)
        words = vocabulary(self.city, {relation for relation, _ in grouped})
        groups = []
        for (relation, direction), ends in grouped.items():
            told = []
            for (far_iri, status), several in sorted(ends.items(), key=lambda each: _rank(each[0][1])):
                far = _far(several[0], thing)
                said = [self._said(claim) for claim in several]
                said += self._together(value for value in values if value.subject.iri == far_iri)
                beside = (mates or {}).get((relation, direction, far_iri, several[0].status), ())
                name, kind = (far.label, far.kind_label) if far else (several[0].told, "")
                told.append(Row(name, kind, status, status_of(status, self.words), tuple(said), beside))
            label = words.relation(relation, direction)
            ties = any(_far(claim, thing) for several in ends.values() for claim in several)
            arrow = {"out": " →", "in": " ←"}[direction] if ties and "←" not in label else ""
            groups.append(Group(label + arrow, tuple(told)))
        return tuple(groups)

    def _said(self, claim: Claim, told: str | None = None) -> Said:
        self.told[claim.iri] = claim
        basis = dict(zip(_BASES, self.words["basis"], strict=True)).get(claim.basis, claim.basis)
        quotes = [Quote(p.phrase, self._number(p.source), p.paragraph, p.url) for p in claim.evidence]
        notes = (self._pair(q.label, q.text) for q in claim.qualifiers if q.name not in _SHOWN_APART)
        return Said(
            basis,
            tuple(quotes),
            tuple(notes),
            None if told is None else self._pair(claim.relation.label, told),
            self.words["comma"].join(self.others.get(claim.iri, ())) or None,
            claim.because,
            tuple(self._number(source.iri) for source in claim.rests_on),
        )

    def _together(self, values: Iterable[Claim]) -> list[Said]:
        """The values of a measure; what the same words say stands together."""
        found: dict[Said, Said] = {}
        for value in values:
            said = self._said(value, value.told)
            key = said.replace(told=None)
            told = found[key].told if key in found else None
            found[key] = said.replace(told=str(self.own["pause"]).join(filter(None, (told, said.told))))
        return list(found.values())

    def _pair(self, one: str, other: str) -> str:
        return str(self.own["pair"]).format(one=one, other=other)

    def _number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def cited(self) -> tuple[Cited, ...]:
        """The sources in the order of their numbers, each with what is known of it and its label does not say."""
        known = sources_of(self.city, self.numbers)
        found = []
        for who, number in self.numbers.items():
            label, title, publisher = known[who].label, known[who].title, known[who].publisher
            date = known[who].date
            said = fold(label)
            found.append(
                Cited(
                    number,
                    label,
                    title if title and fold(title) not in said else None,
                    publisher if publisher and fold(publisher) not in said else None,
                    date if date and date not in label else None,
                    known[who].quality,
                    known[who].url,
                )
            )
        return tuple(found)

    def summary(self, sources: tuple[Cited, ...]) -> str:
        """How much is told, and how far to trust it, in one line."""
        by = [("inferred" if claim.basis == "inferred" else claim.status) for claim in self.told.values()]
        counted = [
            f"{status_of(status, self.words)} {by.count(status)}" for status in sorted(dict.fromkeys(by), key=_rank)
        ]
        told = [
            self.own["count"].format(
                claims=count_of(self.words, "claims", len(by)),
                status=self.words["comma"].join(counted),
                sources=count_of(self.own, "from", len(sources)),
            )
        ]
        if self.statuses:
            only = [status_of(status, self.words) for status in sorted(self.statuses, key=_rank)]
            told.append(self.own["only"].format(status=self.words["comma"].join(only)))
        return str(self.own["join"]).join(told)

    def legend(self, sources: tuple[Cited, ...]) -> Iterator[tuple[str, str]]:
        """What the words mean that a reader meets: statuses, bases and grades, those that occur."""
        shown = {"inferred" if claim.basis == "inferred" else claim.status for claim in self.told.values()}
        for status in sorted(shown & self.own["means"].keys() - {"inferred"}, key=_rank):
            yield status_of(status, self.words), self.own["means"][status]
        bases = {claim.basis for claim in self.told.values()}
        for basis, label in zip(_BASES, self.words["basis"], strict=True):
            if basis in bases:
                yield label, self.own["means"][basis]
        for grade in sorted({source.quality for source in sources if source.quality}):
            if grade in self.own["grades"]:
                yield self.own["grade"].format(grade=grade), self.own["grades"][grade]


def _far(claim: Claim, thing: Entity) -> Entity | None:
    """What a claim ties the thing to; None where that is a value."""
    if not isinstance(claim.object, Entity):
        return None
    return claim.object if claim.subject.iri == thing.iri else claim.subject


def _is_name(claim: Claim) -> bool:
    return claim.relation.iri.startswith(PREFIXES["skos"])


def _rank(status: str) -> tuple[int, str]:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES), status
