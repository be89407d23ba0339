"""Group claims into edges, merge figures that several sources give, and list figures on which sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .claim import BASES, PROOFS, Claim, Entity, Relation, Value, rank
from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .claim import Passage, Qualifier


class Edge(Noun):
    """A relation between two things, with all claims that state it: same subject, relation, object and status.

    A plan and a fact are two edges. An inferred claim beside a stated one of the same status supports it, and makes no
    edge of its own.

    Attributes:
        subject: The thing that the relation starts from.
        relation: The relation; its label is read from the subject.
        object: The thing that it leads to.
        status: ``realised``, ``planned`` or ``targeted``; empty for a triple without a claim.
        claims: The claims, in the order given; never empty.
    """

    subject: Entity
    relation: Relation
    object: Entity
    status: str
    claims: tuple[Claim, ...]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it this edge: the IRIs of subject, relation and object, and the status."""
        return self.subject.iri, self.relation.iri, self.object.iri, self.status

    @property
    def basis(self) -> str:
        """The surest basis of its claims: ``stated``, then ``resolved``, then ``inferred``."""
        return self._surest_first[0].basis

    @property
    def proof(self) -> str:
        """The best degree of proof of its claims: ``text``, then ``quotes``, then ``citation``, then ``none``."""
        return min((claim.proof for claim in self.claims), key=lambda proof: rank(proof, PROOFS))

    @property
    def standing(self) -> str:
        """How it is printed and drawn: ``inferred`` if no claim is surer, else its status."""
        return self._surest_first[0].standing

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages of all claims, each once, those of the surest claims first."""
        return tuple(dict.fromkeys(passage for claim in self._surest_first for passage in claim.evidence))

    @property
    def qualifiers(self) -> tuple[Qualifier, ...]:
        """What qualifies it: the qualifiers that no claim contradicts.

        A period that not every claim has is left out: the year of one source is not that of another.
        """
        every = dict.fromkeys(qualifier for claim in self._surest_first for qualifier in claim.qualifiers)
        names = [qualifier.name for qualifier in every]
        return tuple(
            qualifier
            for qualifier in every
            if names.count(qualifier.name) == 1
            and (qualifier.name != "period" or all(qualifier in claim.qualifiers for claim in self.claims))
        )

    @property
    def open_list(self) -> bool:
        """Whether the surest claim stands in a list that its source leaves open (等)."""
        return self._surest_first[0].qualifier("openList") == "true"

    @property
    def because(self) -> str | None:
        """The reasons of an inferred edge, joined by semicolons; None if a source states it."""
        reasons = dict.fromkeys(claim.because for claim in self.claims if claim.basis == self.basis and claim.because)
        return "; ".join(reasons) or None

    @property
    def rests_on(self) -> tuple[Entity, ...]:
        """The sources that its inferred claims rest on, each once."""
        return tuple(dict.fromkeys(source for claim in self._surest_first for source in claim.rests_on))

    @property
    def sources(self) -> tuple[str, ...]:
        """The IRIs of the sources of all claims, each once."""
        return tuple(dict.fromkeys(source for claim in self.claims for source in claim.sources))

    @property
    def _surest_first(self) -> list[Claim]:
        return sorted(self.claims, key=lambda claim: rank(claim.basis, BASES))

    def other(self, iri: str) -> Entity:
        """Return the end that is not a given thing.

        Args:
            iri: The IRI of one end.

        Returns:
            The object if `iri` is the subject, else the subject.
        """
        return self.object if iri == self.subject.iri else self.subject

    def direction(self, iri: str) -> str:
        """Return which way the edge goes, seen from one end.

        Args:
            iri: The IRI of one end.

        Returns:
            ``out`` if `iri` is the subject, else ``in``.
        """
        return "out" if iri == self.subject.iri else "in"


def edges_of(claims: Iterable[Claim]) -> tuple[Edge, ...]:
    """Group claims into edges.

    Args:
        claims: Any claims; those whose object is a value make no edge.

    Returns:
        The edges, in the order of their first claims.

    Examples:
        >>> import cityGraph as cg
        >>> edges = edges_of(cg.claims(cg.open(), "太鋼"))
        >>> [(edge.relation.label, len(edge.claims)) for edge in edges][:2]
        [('重點支持', 1), ('主體為', 1)]
    """
    groups: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.object, Entity):
            key = claim.subject.iri, claim.relation.iri, claim.object.iri, claim.status
            groups.setdefault(key, []).append(claim)
    found = []
    for several in groups.values():
        first = several[0]
        assert isinstance(first.object, Entity)
        found.append(Edge(first.subject, first.relation, first.object, first.status, tuple(several)))
    return tuple(found)


def figures_of(claims: Iterable[Claim]) -> list[Claim]:
    """Merge the claims that say the same, so that a figure given by several sources is listed once.

    Claims say the same if they have the same subject, relation, object, status, unit, comparator, period and stage. A
    claim of a source and an inferred claim stay apart.

    Args:
        claims: Claims in any order. Their objects may be entities or values.

    Returns:
        One claim for each group, in the order of the first: the first claim, with the evidence of all, the surest basis
        and the best proof.
    """
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        details = (claim.qualifier(name) for name in ("unit", "comparator", "period", "stage"))
        key = (claim.subject.iri, claim.relation.iri, claim.object, claim.status, claim.basis == "inferred", *details)
        if key in found:
            surer = min(found[key], claim, key=lambda each: rank(each.basis, BASES))
            evidence = tuple(dict.fromkeys((*found[key].evidence, *claim.evidence)))
            proof = min(found[key].proof, claim.proof, key=lambda each: rank(each, PROOFS))
            found[key] = found[key].replace(evidence=evidence, basis=surer.basis, proof=proof)
        else:
            found[key] = claim
    return list(found.values())


# What two figures of the same thing share: stage, part (the purpose says it), comparator, level and product.
_ALIKE = ("stage", "purpose", "comparator", "level", "ofProduct")


def comparable(one: Claim, other: Claim) -> bool:
    """Tell whether two figures measure the same, so that they contradict each other if they are not equal.

    They are of the same thing, by the same relation, with the same status, of the same stage and part, and of the same
    time. A figure without a period beside one that has a period is of the year of its source. If neither has one, they
    are of the same time. Figures in two units are not compared.

    Args:
        one: A claim whose object is a value.
        other: Another such claim.

    Returns:
        Whether they can be compared.

    Examples:
        >>> from cityGraph.model.claim import Qualifier, Relation
        >>> port, area = Entity("urn:p", "港區", "Zone", "開發區"), Relation("urn:area", "面積")
        >>> small = Claim("urn:1", port, area, Value("30", "urn:decimal"), "realised", "stated")
        >>> large = small.replace(iri="urn:2", object=Value("62", "urn:decimal"))
        >>> year = Qualifier("period", "時間", "2017", "2017"), Qualifier("period", "時間", "2018", "2018")
        >>> comparable(small, large), comparable(*(small.replace(qualifiers=(each,)) for each in year))
        (True, False)
    """
    if (one.subject.iri, one.relation.iri, one.status) != (other.subject.iri, other.relation.iri, other.status):
        return False
    if any(one.qualifier(name) != other.qualifier(name) for name in _ALIKE):
        return False
    units = {unit for claim in (one, other) if (unit := claim.qualifier("unit"))}
    if len(units) > 1:
        return False
    if not (one.qualifier("period") or other.qualifier("period")):
        return True
    return any(
        first.startswith(second) or second.startswith(first) for first in _times(one) for second in _times(other)
    )


def _times(claim: Claim) -> set[str]:
    """Return the period of a claim or, if it has none, the years of its sources."""
    period = claim.qualifier("period")
    return {period} if period else {passage.date[:4] for passage in claim.evidence if passage.date}


def disagreeing(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """List the figures on which sources differ.

    Args:
        claims: Claims in any order. Only those whose object is a decimal, a year or a date are compared.

    Returns:
        For the IRI of each claim that other sources contradict: the claims that give another figure for the same (see
        `comparable`), each figure once, sorted. Empty if no sources differ.
    """
    figures: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.object, Value) and claim.object.datatype.endswith(("#decimal", "#gYear", "#date")):
            figures.setdefault((claim.subject.iri, claim.relation.iri), []).append(claim)
    found: dict[str, list[Claim]] = {}
    for several in figures.values():
        for claim in several:
            unlike = [
                o for o in several if o.object != claim.object and o.sources != claim.sources and comparable(o, claim)
            ]
            if unlike:
                others = {other.object_text: other for other in unlike}
                found[claim.iri] = [others[text] for text in sorted(others)]
    return found
