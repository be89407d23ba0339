"""Finds which things of several graphs are one, and which a person has to decide on.

Two things are one if they have the same IRI, if a graph says that one replaces the other, if a person says so, or if
they share what belongs to one thing only and nothing speaks against it: a registered name or an identifier, of a source
its address or its text. A name alone never makes two things one: many a city has a 高新區.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, TypeVar

from ..errors import CityGraphError, short
from ..model.merged import Reason
from ..namespaces import local
from .merge_groups import Groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from .merge_things import Known, Thing

Key = TypeVar("Key")
_GROUNDS = {"url": "url", "textHash": "hash"}  # for which the reason has a word of its own


class Pairs(Groups):
    """The things of several graphs: which are one, and which may be.

    Args:
        graphs: The graphs in the order in which they were named.
        families: The family of each kind by its local name, as `proof.families` returns it.

    Attributes:
        doubtful: By the two IRIs, that of the graph named first in front, why two things may be one.
    """

    def __init__(self, graphs: Sequence[Known], families: Mapping[str, str]) -> None:
        super().__init__(graphs)
        self._families = families
        self.doubtful: dict[tuple[str, str], list[Reason]] = {}

    def family(self, thing: Thing) -> str:
        """Return the family of the kind of a thing: things of two families are never one.

        Args:
            thing: A thing.

        Returns:
            The name of the family; the kind itself if the ontology has none for it.
        """
        return self._families.get(local(thing.kind), thing.kind)

    def apart(self, one: Thing, other: Thing) -> Reason | None:
        """Return why two things cannot be one, whoever says so.

        Args:
            one: A thing.
            other: A thing.

        Returns:
            ``kinds`` for kinds of two families, ``tied`` if a graph connects the two, ``texts`` for sources with two
            texts, ``values`` for two figures; None if they can be one.
        """
        if self.family(one) != self.family(other):
            return Reason("kinds", f"{local(one.kind)} / {local(other.kind)}")
        if any(frozenset((one.iri, other.iri)) in graph.ties for graph in self.graphs):
            return Reason("tied")
        if one.is_source and _differ(one.identifiers, other.identifiers, "textHash"):
            return Reason("texts")
        if any(_differ(one.values, other.values, each) for each in one.values):
            return Reason("values")
        return None

    def against(self, one: Thing, other: Thing) -> list[Reason]:
        """List what speaks against that two things are one.

        Args:
            one: A thing.
            other: A thing.

        Returns:
            The reasons; empty if nothing does.
        """
        found = []
        if one.kind != other.kind:
            found.append(Reason("kinds", f"{local(one.kind)} / {local(other.kind)}"))
        if one.registered and other.registered and not one.registered.keys() & other.registered.keys():
            found.append(Reason("names", f"{min(one.registered.values())} / {min(other.registered.values())}"))
        for what in sorted(one.identifiers.keys() & other.identifiers.keys() - {"url", "textHash", "sameAs"}):
            if _differ(one.identifiers, other.identifiers, what):
                values = f"{min(one.identifiers[what])} / {min(other.identifiers[what])}"
                found.append(Reason("identifiers", f"{what} {values}"))
        if one.years and other.years and not one.years & other.years:
            found.append(Reason("years", f"{min(one.years)} / {min(other.years)}"))
        seats = [self._names_of(each.seats) for each in (one, other)]
        if all(seats) and not seats[0].keys() & seats[1].keys():
            found.append(Reason("seats", f"{min(seats[0].values())} / {min(seats[1].values())}"))
        return found

    def _names_of(self, iris: set[str]) -> dict[str, str]:
        things = (graph.things[iri] for graph in self.graphs for iri in iris if iri in graph.things)
        return {key: name for thing in things for key, name in thing.keys.items()}

    def find(self) -> None:
        """Unite the things that are surely one, and list the pairs that may be.

        Raises:
            CityGraphError: Two graphs give one IRI to things that cannot be one.
        """
        for at, other_at in combinations(range(len(self.graphs)), 2):
            self._same_iri(at, other_at)
        sure: list[tuple[str, str, Reason, bool]] = []
        for at, other_at in combinations(range(len(self.graphs)), 2):
            sure += self._sharing(at, other_at)
        # In an order that does not depend on which graph was named first.
        for one, other, reason, only in sorted(sure, key=lambda each: (each[2].key, sorted(each[:2]))):
            self._decide(one, other, reason, only=only)
        for at, other_at in combinations(range(len(self.graphs)), 2):
            self._alike(at, other_at)

    def _sharing(self, at: int, other_at: int) -> Iterator[tuple[str, str, Reason, bool]]:
        """Yield the things of two graphs that share what belongs to one thing, and whether they alone have it."""
        here, there = (_index(self.graphs[each], lambda thing: [*_belonging(thing)]) for each in (at, other_at))
        for key in here.keys() & there.keys():
            only = len(here[key]) == len(there[key]) == 1
            for one, other in product(here[key], there[key]):
                if one != other:
                    yield one, other, Reason(key[0], _belonging(self.graphs[at].things[one])[key]), only

    def _decide(self, one: str, other: str, reason: Reason, *, only: bool) -> None:
        things = self._things(one, other)
        if self.root(one) == self.root(other) or self._known_apart(one, other):
            return
        reasons = [reason]
        if apart := self.apart(*things):
            if apart.key != "texts":
                return
            reasons.append(apart)
        reasons += self.against(*things)
        if not only or self.splits(one, other):
            reasons.append(Reason("several"))
        if len(reasons) == 1:
            self.unite(one, other, reason)
        else:
            self.doubt(one, other, *reasons)

    def _things(self, one: str, other: str) -> tuple[Thing, Thing]:
        first, second = (self.graphs[self.where(iri)[0]].things[iri] for iri in (one, other))
        return first, second

    def _known_apart(self, one: str, other: str) -> bool:
        """Return whether a graph describes both, so that it knows them as two things."""
        return any(one in graph.things and other in graph.things for graph in self.graphs)

    def doubt(self, one: str, other: str, *reasons: Reason) -> None:
        """List two things that may be one.

        Args:
            one: The IRI of the thing of the graph named first.
            other: The IRI of the other.
            *reasons: Why they may be one, and what speaks against it.
        """
        known = self.doubtful.setdefault((one, other), [])
        known += [reason for reason in reasons if reason not in known]

    def _alike(self, at: int, other_at: int) -> None:
        """List the things of two graphs that share a name."""
        here, there = (_index(self.graphs[each], lambda thing: list(thing.keys)) for each in (at, other_at))
        shared: dict[tuple[str, str], list[str]] = {}
        for key in sorted(here.keys() & there.keys(), key=lambda key: (-len(key), key)):
            for pair in product(sorted(here[key]), sorted(there[key])):
                shared.setdefault(pair, []).append(key)
        for (one, other), keys in shared.items():
            if self.root(one) == self.root(other) or self._known_apart(one, other):
                continue
            thing, twin = self.graphs[at].things[one], self.graphs[other_at].things[other]
            if thing.chinese and twin.chinese and not thing.is_source:  # their names in English are translations
                keys = [key for key in keys if key in thing.chinese and key in twin.chinese]
            both = [key for key in keys if thing.is_source or key in thing.main & twin.main]
            if not keys or self.apart(thing, twin):
                continue
            name = thing.keys[(both or keys)[0]]
            word = "title" if thing.is_source else "name" if both else "alias"
            loose = sorted(thing.loose & twin.loose)
            known = self.doubtful.get((one, other), [])
            if known and known[0].key in ("registered", "identifier", "url", "hash"):
                continue
            extra = [Reason("identifier", f"stockCode {loose[0]}")] if loose else []
            self.doubt(one, other, Reason(word, name), *extra, *self.against(thing, twin))

    def _same_iri(self, at: int, other_at: int) -> None:
        """Refuse an IRI that means two things, and list one whose names differ."""
        here, there = self.graphs[at], self.graphs[other_at]
        for iri in sorted(here.things.keys() & there.things.keys()):
            one, other = here.things[iri], there.things[iri]
            if one.kind and other.kind and self.family(one) != self.family(other):
                raise CityGraphError(
                    f"{iri} is a {local(one.kind)} in {short(here.name)} and a {local(other.kind)} in "
                    f"{short(there.name)}. Give one of them another IRI."
                )
            both = one.chinese and other.chinese
            names = (one.chinese, other.chinese) if both else (one.keys.keys(), other.keys.keys())
            if one.is_source or bool(one.chinese) != bool(other.chinese) or not all(names):
                continue
            if not names[0] & names[1]:
                self.doubt(iri, iri, Reason("iri", f"{min(one.keys.values())} / {min(other.keys.values())}"))


def _index(graph: Known, keys: Callable[[Thing], Iterable[Key]]) -> dict[Key, set[str]]:
    found: dict[Key, set[str]] = {}
    for thing in graph.things.values():
        for key in keys(thing):
            found.setdefault(key, set()).add(thing.iri)
    return found


def _belonging(thing: Thing) -> dict[tuple[str, str, str], str]:
    """Return what belongs to a thing alone: by ground, sort and value, how it is shown."""
    found = {("registered", "", key): name for key, name in thing.registered.items()}
    found["identifier", "sameAs", thing.iri] = f"sameAs {thing.iri}"
    for what, values in thing.identifiers.items():
        ground = _GROUNDS.get(what, "identifier")
        found |= {(ground, what, value): value if what in _GROUNDS else f"{what} {value}" for value in values}
    return found


def _differ(one: Mapping[str, set[str]], other: Mapping[str, set[str]], what: str) -> bool:
    return bool(one.get(what) and other.get(what) and not one[what] & other[what])
