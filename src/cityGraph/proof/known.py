"""What `check` knows of a graph: its facts, its things with their names, and the words that say its relations."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ..names.all_names import all_names
from ..namespaces import local
from .descriptions import Descriptions
from .facts import CARRIERS, facts
from .folded import folded, is_chinese
from .patterns import parse, patterns
from .reading import Reading
from .short_names import short_names
from .statement import Thing
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Entity
    from ..store.city import CityGraph
    from .facts import Fact
    from .patterns import Pattern
    from .text import Text

_TURNED = {"{s}": "{o}", "{o}": "{s}"}
_SAME = ("refersTo",)  # relations between two descriptions of one thing
# By what a thing is placed: where one of these holds, the place may stand beside the thing without being claimed.
_PLACING = ("sitedIn", "heldIn", "headquarteredIn", "within", "liesIn", "overlaps", "locatedIn", "partOf", "belongsTo")
_SHORTEST = 4  # characters of a firm's name without its place
_FORM = ("公司", "集团")
_LEGAL = re.compile(r"(?:集团)?(?:股份|控股)?有限(?:责任)?公司$")
_PLACE = re.compile(r"(\w{2,})(?:省|自治区|自治區)$")
_PLACES = ("AdministrativeArea", "City", "Region")
_PARTS = re.compile(r"\{s\}|\{o\}|…")


class Known:
    """The facts and the words of one graph; it is made once for each handle.

    Args:
        city: An open graph.

    Attributes:
        facts: All that sources say.
        names: The names of each thing, in any language.
        about: By thing, the facts that need it or that may name it.
        tied: By thing, the things that some claim relates to it.
        placed: By thing, the places in which it lies.
    """

    def __init__(self, city: CityGraph) -> None:
        self.facts, claims = facts(city)
        self._labels: dict[str, list[tuple[str, str]]] = {}
        self._above: dict[str, list[str]] = {}
        self._own_family: dict[str, str] = {}
        for term, prop, value in city.select("check-words"):
            name, which = local(term.value), local(prop.value)
            if which == "family":
                self._own_family[name] = value.value
            elif which == "subClassOf":
                self._above.setdefault(name, []).append(local(value.value))
            else:
                self._labels.setdefault(name, []).append((which, folded(value.value)))
        self._patterns: dict[tuple[str, str], tuple[Pattern, ...]] = {}
        things: dict[str, Entity] = {end.iri: end for claim in claims for end in claim.ends}
        self._kinds = {iri: end.kind for iri, end in things.items()}
        self.names: dict[str, set[str]] = {iri: {end.label} for iri, end in things.items()}
        for iri, end in things.items():
            self.names[iri] |= {match[1] for match in [_PLACE.match(end.label)] if match and end.kind in _PLACES}
        for name in all_names(city):
            if name.iri in self.names and not name.language.startswith("zh-Latn"):
                self.names[name.iri].add(name.text)
        for row in city.select("hidden-names"):
            if row[0].value in self.names:
                self.names[row[0].value].add(row[1].value)
        self.folded_names = {
            iri: sorted(map(folded, names), key=len, reverse=True) for iri, names in self.names.items()
        }
        self.same: dict[str, set[str]] = {}
        self.tied: dict[str, set[str]] = {}
        self.placed: dict[str, set[str]] = {}
        for claim in claims:
            if len(claim.ends) < 2:
                continue
            one, other = claim.ends[0].iri, claim.ends[1].iri
            if local(claim.relation.iri) in _SAME:
                self.same.setdefault(one, {one}).add(other)
                self.same.setdefault(other, {other}).add(one)
            if claim.basis != "inferred":
                self.tied.setdefault(one, set()).add(other)
                self.tied.setdefault(other, set()).add(one)
                if local(claim.relation.iri) in _PLACING:
                    self.placed.setdefault(one, set()).add(other)
        self.about: dict[str, list[Fact]] = {}
        for fact in self.facts:
            for thing in {*fact.ends, *fact.more}:
                self.about.setdefault(thing, []).append(fact)
        self._families = {kind: self._family(kind) for kind in set(self._kinds.values()) | set(self._above)}
        self._ends = {local(k): v for k, v in self._end_kinds(city).items()}
        self._things = {iri: Thing(iri, self._kinds[iri], tuple(sorted(names))) for iri, names in self.names.items()}
        whole = frozenset(iri for iri, kind in self._kinds.items() if kind in CARRIERS)
        named = [thing for iri, thing in self._things.items() if thing.kind != "Observation"]
        self._index = Descriptions(named, self._described(), self._near(), whole)

    def _end_kinds(self, city: CityGraph) -> dict[str, tuple[set[str], set[str]]]:
        found: dict[str, tuple[set[str], set[str]]] = {}
        for relation, which, kind in city.select("end-kinds"):
            ends = found.setdefault(relation.value, (set(), set()))
            ends[0 if local(which.value) == "subjectKind" else 1].add(local(kind.value))
        return found

    def _family(self, kind: str) -> str:
        if kind in self._own_family:
            return self._own_family[kind]
        return next(filter(None, map(self._family, self._above.get(kind, ()))), "") or kind.lower()

    def _kinds_of(self, iri: str) -> set[str]:
        found, todo = set(), [self._kinds.get(iri, "")]
        while todo:
            kind = todo.pop()
            if kind and kind not in found:
                found.add(kind)
                todo += self._above.get(kind, ())
        return found

    def _near(self) -> dict[str, set[str]]:
        """Return by thing what it may own a description of: what is tied to it, to its other descriptions and its firms."""
        found: dict[str, set[str]] = {}
        for thing in self.names:
            held = {other for other in self.tied.get(thing, ()) if self.family(other) == self.family(thing) == "body"}
            alike = {each for one in (thing, *held) for each in self.alike(one)}
            found[thing] = {other for each in alike for other in self.tied.get(each, ())}
        return found

    def _described(self) -> dict[str, set[str]]:
        """Return by thing what its events call it, and the name of a firm without the place that it begins with."""
        found = self._events()
        places = {name for iri, names in self.folded_names.items() if self.family(iri) == "place" for name in names}
        for iri, alike in self.same.items():
            found.setdefault(iri, set()).update(name for each in alike for name in self.folded_names.get(each, ()))
        for row in table("variants", "en"):
            for iri, names in self.folded_names.items():
                for name in names:
                    if match := re.fullmatch(row["name"], name):
                        found.setdefault(iri, set()).add(match.expand(row["variant"]))
        for iri, names in self.folded_names.items():
            found.setdefault(iri, set()).update(_formless(name) for name in names if is_chinese(name))
        shorter: dict[str, set[str]] = {}
        for iri, names in self.folded_names.items():
            if self.family(iri) != "body":
                continue
            for name in (each for full in names for each in (full, *short_names(full)) if is_chinese(each)):
                brand = name
                while match := _industries().search(brand):
                    brand = brand[: match.start()]
                    if len(brand) >= _SHORTEST:
                        shorter.setdefault(brand, set()).add(iri)
                for size in range(2, 5):
                    if name[:size] in places and len(name) - size >= _SHORTEST and not name.endswith(_FORM):
                        shorter.setdefault(name[size:], set()).add(iri)
        whole = {name for names in self.folded_names.values() for name in names}
        for name, things in shorter.items():
            if len(things) == 1 and name not in whole:
                found.setdefault(next(iter(things)), set()).add(name)
        return found

    def _events(self) -> dict[str, set[str]]:
        """Return by thing what the names of its events call it: 乙厂一期 of 乙厂一期投產."""
        found: dict[str, set[str]] = {}
        for fact in self.facts:
            if not fact.stages or not fact.subject:
                continue
            for event in fact.more:
                for name in self.folded_names.get(event, ()):
                    language = "zh" if is_chinese(name) else "en"
                    for word in sorted(
                        (w for s in fact.stages for w in self.stage_words(s, language)), key=len, reverse=True
                    ):
                        rest = (
                            name.removesuffix(word)
                            if language == "zh"
                            else re.sub(rf"^.*\b{re.escape(word)} (?:of|on) (?:the )?", "", name)
                        )
                        if rest != name and len(rest) > 3:
                            found.setdefault(fact.subject, set()).add(rest)
                            break
                    if language == "en" and (
                        match := re.match(
                            r"(?:start|end|signing|opening|approval|completion|launch)(?: of [a-z]+)? (?:of|on) (?:the )?(.+)$",
                            name,
                        )
                    ):
                        found.setdefault(fact.subject, set()).add(match[1])
        return found

    def reading(self, text: Text) -> Reading:
        """Read a text with the things of the graph.

        Args:
            text: The text.

        Returns:
            The reading.
        """
        return _Prepared(text, self._things, self._families, self._index)

    def alike(self, iri: str) -> set[str]:
        """Return a thing with those that are another description of it."""
        return self.same.get(iri, {iri})

    def family(self, iri: str) -> str:
        """Return the family of a thing."""
        return self._families.get(self._kinds.get(iri, ""), "")

    def swappable(self, fact: Fact) -> bool:
        """Say whether the ends of a tie might stand the other way round, by their kinds."""
        one, other = self._kinds_of(fact.subject), self._kinds_of(fact.object)
        ends = self._ends.get(fact.relations[0])
        if ends is None or self.family(fact.subject) == self.family(fact.object):
            return True
        return bool(other & ends[0]) and bool(one & ends[1])

    # Words -----------------------------------------------------------------------------------------------------------

    def labels(self, relation: str) -> Iterator[str]:
        """List the words that the ontology has for a relation."""
        yield from (label for which, label in self._labels.get(relation, ()))

    def ties(self, relation: str, language: str) -> tuple[Pattern, ...]:
        """Return the constructions that say a relation between two things.

        Args:
            relation: Its local name.
            language: "zh" or "en".

        Returns:
            Those of the lexicon for the general relations that it implies, and those that the ontology gives.
        """
        key = relation, language
        if key not in self._patterns:
            self._patterns[key] = tuple(p for p in self._all_ties(relation, language) if p.words)
        return self._patterns[key]

    def _all_ties(self, relation: str, language: str) -> Iterator[Pattern]:
        for row in table("says", "any"):
            if row["relation"] != relation:
                continue
            for pattern in patterns(language).get(row["says"], ()):
                tokens = tuple(_TURNED.get(t, t) for t in pattern.tokens) if row["turned"] else pattern.tokens
                yield replace(pattern, tokens=tokens)
        for row in table("checks", language):
            if row["relation"] == relation:
                yield parse(relation, row["pattern"], "", language)
        if not any(row["relation"] == relation for row in table("says", "any")):
            for pattern in patterns(language).get(relation, ()):
                yield pattern
        for which, label in self._labels.get(relation, ()):
            if which == "word" or is_chinese(label) != (language == "zh"):
                continue
            first, last = ("{o}", "{s}") if which == "inverseLabel" else ("{s}", "{o}")
            words = label
            if which != "cue":
                words = f"{first}…" + (label.replace("…", f"…{last}…") if "…" in label else f"{label}…{last}")
            else:
                words = words if "{s}" in words else "{s}…" + words
                words = words if "{o}" in words else words + "…{o}"
            yield parse(relation, re.sub("…+", "…", words), "", language)

    def value_words(self, relation: str, language: str) -> frozenset[str]:
        """Return the words that say what a value is of: 總投資 for an investment.

        Args:
            relation: The local name of the relation.
            language: "zh" or "en".

        Returns:
            Folded words.
        """
        found = {
            label
            for which, label in self._labels.get(relation, ())
            if which != "word" and is_chinese(label) == (language == "zh")
        }
        found |= {row["pattern"] for row in table("checks", language) if row["relation"] == relation}
        return frozenset(piece.strip() for each in found for piece in _PARTS.split(folded(each)) if piece.strip())

    def stage_words(self, stage: str, language: str) -> frozenset[str]:
        """Return the words that say that a work reached a stage.

        Args:
            stage: The IRI of the stage.
            language: "zh" or "en".

        Returns:
            Folded words.
        """
        name = local(stage)
        found = {
            label
            for which, label in self._labels.get(name, ())
            if which in ("label", "word") and is_chinese(label) == (language == "zh")
        }
        return frozenset(
            found | {folded(row["word"]) for row in table("checkstages", language) if row["stage"] == name}
        )


def _formless(name: str) -> str:
    """Return the name of a firm without its legal form, with what its brackets add."""
    return _LEGAL.sub("", name)


@cache
def _industries() -> re.Pattern[str]:
    """Return what matches the word of an industry at the end of a firm's name: 某某半導體."""
    words = sorted((row["word"] for row in table("industries", "zh")), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})$")


class _Prepared(Reading):
    """A reading whose index of names is that of the graph, made once."""

    def __init__(self, text: Text, things: dict[str, Thing], families: dict[str, str], index: Descriptions) -> None:
        super().__init__(text, (), families=families)
        self.things = things
        self._index = index
