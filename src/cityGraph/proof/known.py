"""What `check` knows of a graph: its facts, its things with their names, and the words that say its relations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names.all_names import all_names
from ..namespaces import local
from .descriptions import Descriptions
from .facts import CARRIERS, facts
from .families import families
from .folded import folded
from .nicknames import FIRMS, nicknames
from .reading import Reading
from .relation_words import RelationWords
from .statement import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Claim, Entity
    from ..store.city import CityGraph
    from .facts import Fact
    from .text import Text

_SAME = ("refersTo",)  # relations between two descriptions of one thing
# By what a thing is placed: where one of these holds, the place may stand beside the thing without being claimed.
_PLACING = ("sitedIn", "heldIn", "headquarteredIn", "within", "liesIn", "overlaps", "locatedIn", "partOf", "belongsTo")
_PROVINCE = re.compile(r"(\w{2,})(?:省|自治区|自治區)")


class Known:
    """The facts and the words of one graph; it is made once for each handle.

    Args:
        city: An open graph.

    Attributes:
        facts: All that sources say.
        words: The words of relations, values and stages.
        names: By thing, its names, folded, longest first.
        about: By thing, the facts that need it or that may name it.
        tied: By thing, the things that a source relates to it.
        placed: By thing, the places in which it lies.

    Raises:
        CityGraphError: The graph is an endpoint, which is never read whole.
    """

    def __init__(self, city: CityGraph) -> None:
        self.facts, claims = facts(city)
        self.words = RelationWords(city)
        things: dict[str, Entity] = {end.iri: end for claim in claims for end in claim.ends}
        printed = _names(city, things)
        self.names = {iri: sorted(map(folded, names), key=len, reverse=True) for iri, names in printed.items()}
        self._kinds = {iri: end.kind for iri, end in things.items()}
        self._families = families(city)
        self._above, self._ends = _ontology(city)
        self._same: dict[str, set[str]] = {}
        self.tied: dict[str, set[str]] = {}
        self.placed: dict[str, set[str]] = {}
        self._relate(claims)
        self.about: dict[str, list[Fact]] = {}
        for fact in self.facts:
            for thing in {*fact.ends, *fact.more}:
                self.about.setdefault(thing, []).append(fact)
        self._things = {iri: Thing(iri, self._kinds[iri], tuple(sorted(names))) for iri, names in printed.items()}
        called = nicknames(self.names, self.family, self.facts, self.words)
        for iri, alike in self._same.items():
            called[iri].update(name for each in alike for name in self.names[each])
        whole = frozenset(iri for iri, kind in self._kinds.items() if kind in CARRIERS)
        named = [thing for thing in self._things.values() if thing.kind != "Observation"]
        self._index = Descriptions(named, called, {iri: self.near(iri) for iri in self.names}, whole)

    def _relate(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            relation = local(claim.relation.iri)
            ends = [end.iri for end in claim.ends]
            for one, other in (ends, ends[::-1]) if len(ends) > 1 else ():
                if relation in _SAME:
                    self._same.setdefault(one, {one}).add(other)
                if claim.basis != "inferred":
                    self.tied.setdefault(one, set()).add(other)
            if len(ends) > 1 and claim.basis != "inferred" and relation in _PLACING:
                self.placed.setdefault(ends[0], set()).add(ends[1])

    def near(self, thing: str) -> set[str]:
        """Return what the name of a thing may introduce: what is tied to it, its other descriptions or its firms.

        Args:
            thing: The thing.

        Returns:
            IRIs.
        """
        firm = self.family(thing) in FIRMS
        held = {other for other in self.tied.get(thing, ()) if firm and self.family(other) in FIRMS}
        alike = {each for one in (thing, *held) for each in self.alike(one)}
        return {other for each in alike for other in self.tied.get(each, ())}

    def reading(self, text: Text) -> Reading:
        """Read a text with the things of the graph.

        Args:
            text: The text.

        Returns:
            The reading.
        """
        return _Prepared(text, self._things, self._families, self._index)

    def alike(self, iri: str) -> set[str]:
        """Return a thing with those that are another description of it.

        Args:
            iri: The thing.

        Returns:
            IRIs.
        """
        return self._same.get(iri, {iri})

    def family(self, iri: str) -> str:
        """Return the family of a thing.

        Args:
            iri: The thing.

        Returns:
            As `cityGraph.proof.families.families` names it; empty for a thing without a kind.
        """
        return self._families.get(self._kinds.get(iri, ""), "")

    def places_of(self, things: Iterable[str]) -> set[str]:
        """Return the places in which things lie, and those in which these lie.

        Args:
            things: The things.

        Returns:
            IRIs.
        """
        found: set[str] = set()
        todo = list(things)
        while todo:
            fresh = self.placed.get(todo.pop(), set()) - found
            found |= fresh
            todo += fresh
        return found

    def swappable(self, fact: Fact) -> bool:
        """Say whether the ends of a tie might stand the other way round, by their kinds.

        Args:
            fact: A fact about two things.

        Returns:
            Whether they might; True where the ontology does not say.
        """
        ends = self._ends.get(fact.relations[0])
        if ends is None or self.family(fact.subject) == self.family(fact.object):
            return True
        return bool(self._kinds_of(fact.object) & ends[0]) and bool(self._kinds_of(fact.subject) & ends[1])

    def _kinds_of(self, iri: str) -> set[str]:
        found: set[str] = set()
        todo = [self._kinds.get(iri, "")]
        while todo:
            kind = todo.pop()
            if kind not in found:
                found.add(kind)
                todo += self._above.get(kind, ())
        return found


class _Prepared(Reading):
    """A reading whose index of names is that of the graph, made once."""

    def __init__(self, text: Text, things: dict[str, Thing], of_kinds: dict[str, str], index: Descriptions) -> None:
        super().__init__(text, (), families=of_kinds)
        self.things = things
        self._index = index  # type: ignore[assignment]


def _names(city: CityGraph, things: dict[str, Entity]) -> dict[str, set[str]]:
    """Return the names of things, in any language; of a province also its name without 省."""
    found = {iri: {end.label} for iri, end in things.items()}
    for name in all_names(city):
        if name.iri in found and not name.language.startswith("zh-Latn"):
            found[name.iri].add(name.text)
    for thing, hidden in city.select("hidden-names"):
        if thing.value in found:
            found[thing.value].add(hidden.value)
    for names in found.values():
        names |= {match[1] for name in list(names) if (match := _PROVINCE.fullmatch(name))}
    return found


def _ontology(city: CityGraph) -> tuple[dict[str, list[str]], dict[str, tuple[set[str], set[str]]]]:
    """Return what each kind is a case of, and the kinds that may stand at the ends of each relation."""
    above: dict[str, list[str]] = {}
    ends: dict[str, tuple[set[str], set[str]]] = {}
    for term, which, value in city.select("end-kinds"):
        if local(which.value) == "subClassOf":
            above.setdefault(local(term.value), []).append(local(value.value))
            continue
        both = ends.setdefault(local(term.value), (set(), set()))
        both[local(which.value) == "objectKind"].add(local(value.value))
    return above, ends
