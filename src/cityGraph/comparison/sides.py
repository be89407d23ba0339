"""What each of two cities names: things, who leads them, and the zones that turn to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import BASES, PROOFS, STANDINGS, Entity, rank
from ..model.comparison import NAMED, Beside, Remark, Said
from ..names.labels import ontology_of
from ..namespaces import local
from ..proof.families import families
from .same import Matched, cores_of, key_of, keys_of
from .shares import below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..model.claim import Claim, Passage
    from ..store.city import CityGraph

# In this order; other kinds of the same families come last.
_KINDS = ("Industry", "Chain", "Track", "Segment", "Product")
_FAMILIES = ("good", "track")
_LEADERS = ("firm", "body", "zone")


class Half:
    """One of two cities that are compared, with what its graph says of it.

    Attributes:
        city: The open graph.
        about: The city.
        claims: The claims about it.
        families: The family of each kind.
    """

    def __init__(self, city: CityGraph, about: Entity, claims: Sequence[Claim]) -> None:
        self.city, self.about, self.claims = city, about, claims
        self.families: dict[str, str] = city.once("families", lambda: families(city))
        self.at: dict[str, list[Claim]] = {}
        for claim in claims:
            for end in {end.iri: end for end in claim.ends}.values():
                self.at.setdefault(end.iri, []).append(claim)

    def stated(self) -> Half:
        """Leave out inferred claims.

        Returns:
            Half of a comparison with the other claims.
        """
        return Half(self.city, self.about, [claim for claim in self.claims if claim.basis != "inferred"])

    def things(self, kept: Callable[[Entity], bool]) -> list[Entity]:
        """List things that claims are about.

        Args:
            kept: Whether to list a thing.

        Returns:
            The things, those with most claims first.
        """
        found = {end.iri: end for claim in self.claims for end in claim.ends if kept(end)}
        return sorted(found.values(), key=lambda thing: (-len(self.at[thing.iri]), thing.label, thing.iri))

    def is_comparable(self, thing: Entity) -> bool:
        """Return whether things of this kind are put side by side.

        Args:
            thing: A thing.

        Returns:
            True for industries, chains, priority sectors, segments, products and their like.
        """
        return self.families.get(thing.kind) in _FAMILIES

    def said(self, thing: Entity, claims: Iterable[Claim] | None = None) -> Said:
        """Return where the city names a thing.

        Args:
            thing: The thing.
            claims: The claims to take. None takes all about it.

        Returns:
            The thing and the claims, the most telling first: facts before plans, then those whose quote has a name of
            the thing, those with the city at their other end, and the better proved. Of a claim, the quote that has a
            name of the thing comes first.
        """
        names = self._names(thing)

        def unnamed(passage: Passage) -> bool:
            printed = key_of(passage.phrase)
            return not any(name in printed for name in names)

        listed = [
            claim.replace(evidence=tuple(sorted(claim.evidence, key=unnamed)))
            for claim in (self.at.get(thing.iri, ()) if claims is None else claims)
        ]
        return Said(thing, tuple(sorted(listed, key=lambda claim: self._telling(claim, unnamed))))

    def _names(self, thing: Entity) -> frozenset[str]:
        known: dict[str, frozenset[str]] = self.city.once("keys", dict)
        if thing.iri not in known:
            known.update(keys_of(self.city, [thing]))
        return known[thing.iri] - {thing.iri}

    def _telling(self, claim: Claim, unnamed: Callable[[Passage], bool]) -> tuple[object, ...]:
        return (
            rank(claim.standing, STANDINGS),
            all(map(unnamed, claim.evidence)),
            self.about not in claim.ends,
            rank(claim.proof, PROOFS),
            rank(claim.basis, BASES),
        )


def things(first: Half, second: Half) -> tuple[list[Beside], list[Beside]]:
    """List the industries, chains, priority sectors and products that one or both cities name.

    Args:
        first: What is said of the first city.
        second: What is said of the second.

    Returns:
        A row for each: kind by kind, those that both name first. And the pairs that are called nearly the same.
    """
    matched = Matched(first.things(first.is_comparable), second.things(second.is_comparable))
    one, other = keys_of(first.city, matched.first), keys_of(second.city, matched.second)
    matched.join(one, other, same_kind=True)
    matched.join(one, other)
    rows = [Beside("things", a, (first.said(a),), (second.said(b),), _joined(a, b)) for a, b in matched.pairs]
    rows += [Beside("things", a, (first.said(a),), ()) for a in matched.first]
    rows += [Beside("things", b, (), (second.said(b),)) for b in matched.second]
    return sorted(rows, key=_order), _alike(first, second, matched, (one, other))


def _joined(one: Entity, other: Entity) -> tuple[Remark, ...]:
    remarks = [Remark("kinds", f"{one.kind_label} | {other.kind_label}")] if one.kind != other.kind else []
    return (*remarks, *([Remark("name")] if one.iri != other.iri else []))


def _order(row: Beside) -> tuple[object, ...]:
    kind, named = row.topic.kind, row.named
    many = sum(len(said.claims) for said in (*row.first, *row.second))
    place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return place, kind, NAMED.index(named), -many, row.topic.label, row.topic.iri


def _alike(
    first: Half, second: Half, matched: Matched, keys: tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]
) -> list[Beside]:
    """List the pairs whose names differ only by the word for their kind, or fit several things."""
    kinds = [kind for kind, family in families(ontology_of(first.city)).items() if family in _FAMILIES]
    one, other = (cores_of(half.city, each, kinds) for half, each in zip((first, second), keys, strict=True))
    near = [(a, b) for a in matched.first for b in matched.second if one[a.iri] & other[b.iri]]
    pairs = dict.fromkeys((*matched.doubtful, *near))
    return [Beside("alike", a, (first.said(a),), (second.said(b),)) for a, b in pairs]


def leaders(first: Half, second: Half, rows: Sequence[Beside]) -> list[Beside]:
    """List who leads what: for each thing that has a leader in one of the cities, the leaders in both.

    Args:
        first: What is said of the first city.
        second: What is said of the second.
        rows: The rows of things.

    Returns:
        A row for each thing, in the order of the rows, those that have a leader in both cities first.
    """

    def leads(half: Half) -> Callable[[Claim], bool]:
        relations = below(half.city, "heads") | _of_firms(half.city)
        return lambda claim: claim.relation.iri in relations and half.families.get(claim.subject.kind) in _LEADERS

    return _roles("leaders", first, second, rows, leads)


def zones(first: Half, second: Half, rows: Sequence[Beside]) -> list[Beside]:
    """List the zones that turn to something: for each thing, the zones of both cities.

    Args:
        first: What is said of the first city.
        second: What is said of the second.
        rows: The rows of things.

    Returns:
        A row for each thing that a zone specialises in, cultivates, gathers or produces.
    """
    return _roles(
        "zones", first, second, rows, lambda half: lambda claim: half.families.get(claim.subject.kind) == "zone"
    )


def _of_firms(city: CityGraph) -> frozenset[str]:
    """Return the relations that only a firm has to an industry or a chain: those by which it stands for it."""
    ends: dict[str, tuple[set[str], set[str]]] = {}
    for term, which, value in ontology_of(city).select("end-kinds"):
        if local(which.value) != "subClassOf":
            both = ends.setdefault(term.value, (set(), set()))
            both[local(which.value) == "objectKind"].add(local(value.value))
    known = families(city)
    return frozenset(
        relation
        for relation, (subjects, objects) in ends.items()
        if subjects and all(known.get(kind) == "firm" for kind in subjects) and objects and objects <= {*_KINDS[:2]}
    )


def _roles(
    part: str,
    first: Half,
    second: Half,
    rows: Sequence[Beside],
    has_role: Callable[[Half], Callable[[Claim], bool]],
) -> list[Beside]:
    tests = has_role(first), has_role(second)

    def holders(half: Half, test: Callable[[Claim], bool], said: Sequence[Said]) -> tuple[Said, ...]:
        found: dict[str, list[Claim]] = {}
        things: dict[str, Entity] = {}
        for each in said:
            for claim in half.at.get(each.entity.iri, ()):
                if claim.object == each.entity and test(claim):
                    things[claim.subject.iri] = claim.subject
                    found.setdefault(claim.subject.iri, []).append(claim)
        listed = [half.said(things[iri], claims) for iri, claims in found.items()]
        return tuple(
            sorted(listed, key=lambda one: (rank(one.standing, STANDINGS), -len(one.claims), one.entity.label))
        )

    made = [
        Beside(part, row.topic, holders(first, tests[0], row.first), holders(second, tests[1], row.second))
        for row in rows
    ]
    kept = [row for row in made if row.first or row.second]
    return sorted(kept, key=lambda row: NAMED.index(row.named))
