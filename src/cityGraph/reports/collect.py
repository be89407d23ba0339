"""The content of a dossier, collected from the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.neighbors import neighbors
from ..graph.reader import read
from ..graph.sources import sources_of
from ..model.claim import BASES, STATUSES, Entity, rank
from ..model.edges import disagreeing
from ..names.entities import names_of
from ..names.labels import vocabulary
from ..names.spelling import fold
from ..namespaces import PREFIXES
from ..render.figures import object_text, own_words, qualifier_text
from ..render.rows import basis_of, count_of, status_of
from ..render.validation import suggestions
from ..render.words import WORDS
from ..render.words_dossier import DOSSIER_WORDS
from ..validation.gaps import gaps
from .parts import Cited, Group, Missing, Part, Quote, Row, RowClaim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph

# The value of a target or an observation is listed with the entity that it measures.
_MEASURES = ("Target", "Observation")
_MEASURED_BY = ("Indicator", "Ranking")
# Qualifiers that a dossier shows in the value or as the other members of a list, and so not in a note.
_SHOWN_APART = ("unit", "comparator", "openList")
# Languages in the order of a dossier, with the beginning of their tags in lower case.
_LANGUAGES = (("zh-Hant", "zh-hant"), ("zh-Hans", "zh-hans"), ("pinyin", "zh-latn"), ("en", "en"))


class Collector:
    """Collects the content of one dossier, and numbers the sources in the order in which they occur.

    Attributes:
        city: The open graph.
        statuses: The statuses to keep. Empty keeps all.
        inferred: Whether inferred claims are included.
        words: The words of the language, from `render.words`.
        labels: Those of them that belong to dossiers.
        numbers: The number of each source by its IRI.
        claims: The claims collected so far, by IRI.
        differing: For claims of the current entity: the claims with other values that other sources give, by IRI.
    """

    def __init__(self, city: CityGraph, statuses: set[str], *, inferred: bool) -> None:
        self.city, self.statuses, self.inferred = city, statuses, inferred
        self.words = WORDS[city.language]
        self.labels = DOSSIER_WORDS[city.language]
        self.numbers: dict[str, int] = {}
        self.claims: dict[str, Claim] = {}
        self.differing: dict[str, list[Claim]] = {}

    def part(self, thing: Entity) -> Part:
        """Collect the content about one entity.

        Args:
            thing: The entity.

        Returns:
            Its part of the dossier. Groups and rows are in the order of the sources, rows by status.
        """
        with_inferred = [claim for claim in read(self.city, [thing.iri]) if self._wanted(claim)]
        found = [claim for claim in with_inferred if self.inferred or claim.basis != "inferred"]
        measures = {far.iri: far for claim in found if (far := _far(claim, thing)) and self._measures(far, thing)}
        values = [claim for claim in read(self.city, measures) if self._value_of(claim, measures)] if measures else []
        self.differing = disagreeing([*found, *values])
        in_lists = any(claim.qualifier("openList") == "true" for claim in found)
        mates: dict[tuple[str, ...], tuple[str, ...]] = {
            (edge.relation.iri, edge.direction, edge.iri, edge.status): tuple(mate.label for mate in edge.mates)
            for edge in (neighbors(self.city, thing.iri, inferred=self.inferred) if in_lists else ())
        }
        name_claims = [claim for claim in found if _far(claim, thing) is None and _is_name(claim)]
        figures = [c for c in found if not _is_name(c) and ((far := _far(c, thing)) is None or far.iri in measures)]
        edges = [claim for claim in found if (far := _far(claim, thing)) and far.iri not in measures]
        missing = gaps(self.city, thing.iri, inferred=self.inferred)
        return Part(
            thing,
            self._names(thing, {claim.object_text for claim in name_claims}),
            self._groups(name_claims, thing),
            self._groups(edges, thing, mates),
            self._groups(figures, thing, values=values),
            tuple(Missing(gap.expects, gap.question, tuple(suggestions(gap, self.words))) for gap in missing),
            len(with_inferred) - len(found),
        )

    def _wanted(self, claim: Claim) -> bool:
        return not self.statuses or claim.status in self.statuses

    def _measures(self, far: Entity, thing: Entity) -> bool:
        return far.kind in _MEASURES and thing.kind not in _MEASURES

    def _value_of(self, claim: Claim, measures: dict[str, Entity]) -> bool:
        """Return whether a claim gives the indicator or the value of one of the measures."""
        is_value = claim.object.kind in _MEASURED_BY if isinstance(claim.object, Entity) else True
        kept = self._wanted(claim) and (self.inferred or claim.basis != "inferred")
        return claim.subject.iri in measures and is_value and kept

    def _names(self, thing: Entity, cited: set[str]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Return the names by language, without `cited` ones: those have rows of their own. The label always comes."""
        found: dict[str, tuple[str, list[str]]] = {}
        for spelled, tag, _ in names_of(self.city, [thing.iri]).get(thing.iri, []):
            language = next((name for name, start in _LANGUAGES if tag.lower().startswith(start)), "other")
            if spelled not in cited or spelled == thing.label:
                found.setdefault(language, (tag, []))[1].append(own_words(spelled, tag, self.words))
        if not found:
            found["other"] = "", [thing.label]
        order = [language for language, _ in _LANGUAGES] + ["other"]
        return tuple(
            (self.labels[f"in_{language}"], found[language][0], tuple(dict.fromkeys(found[language][1])))
            for language in order
            if language in found
        )

    def _groups(
        self,
        found: Iterable[Claim],
        thing: Entity,
        mates: dict[tuple[str, ...], tuple[str, ...]] | None = None,
        values: Iterable[Claim] = (),
    ) -> tuple[Group, ...]:
        """Group claims by relation, and those of one relation by their other end and status."""
        grouped: dict[tuple[str, str], dict[tuple[str, str], list[Claim]]] = {}
        for claim in found:
            direction = "out" if claim.subject.iri == thing.iri else "in"
            far = _far(claim, thing)
            # An inferred claim supports the edge that a source states; a figure of ours stays apart from a source's.
            status = claim.status if far else claim.standing
            ends = grouped.setdefault((claim.relation.iri, direction), {})
            ends.setdefault((far.iri if far else claim.object_text, status), []).append(claim)
        words = vocabulary(self.city, {relation for relation, _ in grouped})
        groups = []
        for (relation, direction), ends in grouped.items():
            rows = []
            by_standing = [(far_iri, _surest(claims), claims) for (far_iri, _), claims in ends.items()]
            for far_iri, status, claims in sorted(by_standing, key=lambda row: _by_status(row[1])):
                far = _far(claims[0], thing)
                row_claims = [self._row_claim(claim) for claim in claims]
                row_claims += self._joined_values(value for value in values if value.subject.iri == far_iri)
                others = (mates or {}).get((relation, direction, far_iri, claims[0].status), ())
                name, kind = (far.label, far.kind_label) if far else (object_text(claims[0], self.words), "")
                rows.append(Row(name, kind, status, status_of(status, self.words), tuple(row_claims), others))
            label = words.relation(relation, direction)
            are_edges = any(_far(claim, thing) for claims in ends.values() for claim in claims)
            arrow = {"out": " →", "in": " ←"}[direction] if are_edges and "←" not in label else ""
            groups.append(Group(label + arrow, tuple(rows)))
        return tuple(groups)

    def _row_claim(self, claim: Claim, value: str | None = None) -> RowClaim:
        """Return a claim as a row shows it, and count it; `value` is shown after its relation."""
        self.claims[claim.iri] = claim
        quotes = [Quote(p.phrase, self._number(p.source), p.paragraph, p.url) for p in claim.evidence]
        notes = (
            self._pair(q.label, qualifier_text(q, self.words)) for q in claim.qualifiers if q.name not in _SHOWN_APART
        )
        return RowClaim(
            basis_of(claim.basis, self.words),
            tuple(quotes),
            tuple(notes),
            None if value is None else self._pair(claim.relation.label, value),
            self.words["comma"].join(object_text(each, self.words) for each in self.differing.get(claim.iri, ()))
            or None,
            claim.because,
            tuple(self._number(source.iri) for source in claim.rests_on),
        )

    def _joined_values(self, values: Iterable[Claim]) -> list[RowClaim]:
        """Return the values of a measure. Values with the same evidence are joined into one."""
        found: dict[RowClaim, RowClaim] = {}
        for value in values:
            row_claim = self._row_claim(value, object_text(value, self.words))
            key = row_claim.replace(value=None)
            texts = [found[key].value, row_claim.value] if key in found else [row_claim.value]
            found[key] = row_claim.replace(value=str(self.words["pause"]).join(filter(None, texts)))
        return list(found.values())

    def _pair(self, label: str, text: str) -> str:
        return str(self.labels["pair"]).format(one=label, other=text)

    def _number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def cited(self) -> tuple[Cited, ...]:
        """Return the sources that the collected parts cite.

        Returns:
            The sources by number.
        """
        known = sources_of(self.city, self.numbers)
        found = []
        for iri, number in self.numbers.items():
            source = known[iri]
            label = fold(source.label)
            found.append(
                Cited(
                    number,
                    source.label,
                    source.title if source.title and fold(source.title) not in label else None,
                    source.publisher if source.publisher and fold(source.publisher) not in label else None,
                    source.date if source.date and source.date not in source.label else None,
                    source.quality,
                    source.url,
                )
            )
        return tuple(found)

    def summary(self, sources: tuple[Cited, ...]) -> str:
        """Count the claims by status, and the sources.

        Args:
            sources: The sources of the dossier.

        Returns:
            One line. It names the statuses if only some were asked for.
        """
        statuses = [claim.standing for claim in self.claims.values()]
        counted = [
            f"{status_of(status, self.words)} {statuses.count(status)}"
            for status in sorted(dict.fromkeys(filter(None, statuses)), key=_by_status)
        ]
        pieces = [
            self.labels["count" if counted or sources else "count_bare"].format(
                claims=count_of(self.words, "claims", len(statuses)),
                status=self.words["comma"].join(counted),
                sources=count_of(self.labels, "from", len(sources)),
            )
        ]
        if self.statuses:
            only = [status_of(status, self.words) for status in sorted(self.statuses, key=rank)]
            pieces.append(self.labels["only"].format(status=self.words["comma"].join(only)))
        return str(self.labels["join"]).join(pieces)

    def legend(self, sources: tuple[Cited, ...]) -> Iterator[tuple[str, str]]:
        """Explain the statuses, bases and grades that occur in the dossier.

        Args:
            sources: The sources of the dossier.

        Yields:
            A word and its meaning, statuses first, then bases, then grades.
        """
        shown = {claim.standing for claim in self.claims.values()}
        for status in STATUSES:
            if status in shown:
                yield status_of(status, self.words), self.labels["means"][status]
        bases = {claim.basis for claim in self.claims.values()}
        for basis in BASES:
            if basis in bases:
                yield basis_of(basis, self.words), self.labels["means"][basis]
        for grade in sorted({source.quality for source in sources if source.quality}):
            if grade in self.labels["grades"]:
                yield self.labels["grade"].format(grade=grade), self.labels["grades"][grade]


def _far(claim: Claim, thing: Entity) -> Entity | None:
    """Return the entity at the other end of a claim, or None if that is a value."""
    if not isinstance(claim.object, Entity):
        return None
    return claim.object if claim.subject.iri == thing.iri else claim.subject


def _is_name(claim: Claim) -> bool:
    return claim.relation.iri.startswith(PREFIXES["skos"])


def _surest(claims: list[Claim]) -> str:
    """Return how a row stands: as its surest claim does."""
    return min(claims, key=lambda claim: rank(claim.basis, BASES)).standing


def _by_status(status: str) -> tuple[int, str]:
    """Return the key that sorts statuses; those that are not in `STATUSES` come last, by name."""
    return rank(status), status
