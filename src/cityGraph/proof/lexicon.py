"""Cues, modal words, units and names that the ontology and graph declare."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.positions import Position, position
from ..namespaces import CG, local
from .quantities import Reader

if TYPE_CHECKING:
    from ..model.query import Term
    from ..store.city import CityGraph

SLOTS = ("{s}", "{o}")
_NAMES = ("prefLabel", "altLabel", "hiddenLabel", "anaphor")


@dataclass(frozen=True)
class Cue:
    """The words that mark a relation, and their order: ``{s}為龍頭的{o}``.

    `tokens` are words and the slots ``{s}`` and ``{o}``; a cue without words marks ends that adjoin.
    """

    tokens: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(token for token in self.tokens if token not in SLOTS)


def cue(text: str) -> Cue:
    """The cue that ``cg:cue`` writes.

    >>> cue("{o}由…上升到{s}").tokens
    ('{o}', '由', '上升到', '{s}')
    """
    return Cue(tuple(token for token in re.split(r"(\{s\}|\{o\})|…", text) if token))


@dataclass(frozen=True)
class Declared:
    """What the ontology declares of a relation or a measure."""

    iri: str
    subjects: frozenset[str]
    objects: frozenset[str]
    statuses: frozenset[str]
    cues: tuple[Cue, ...]
    nested: bool
    nearest: bool
    heading: bool
    unit: str | None

    @property
    def literal(self) -> bool:
        """Whether its object is a value."""
        return all("XMLSchema#" in kind for kind in self.objects)

    @property
    def cue_words(self) -> frozenset[str]:
        """Every single word of its cues."""
        return frozenset(word for each in self.cues for word in each.words)


# A name that the text itself gives stands right beside another name of the thing.
NAMED = Declared(
    "", frozenset(), frozenset(), frozenset({"realised"}), (cue("{s}{o}"), cue("{o}{s}")), False, False, False, None
)


@dataclass(frozen=True)
class DeclaredSource:
    """A source whose text can be held against the graph."""

    title: str
    year: str
    sha256: str


@dataclass(frozen=True)
class Lexicon:
    """The words of a graph; names and anchors by the IRI of the thing.

    `names` are those of 繁體, in which the texts that positions count in are printed; `spelled` are all, in any
    language, and those by which a thing goes in a text but is never shown (``skos:hiddenLabel``).
    """

    relations: dict[str, Declared]
    kinds: dict[str, frozenset[str]]
    own_status: dict[str, str]
    modal: dict[str, str]
    connectors: tuple[str, ...]
    open_marks: tuple[str, ...]
    stages: dict[str, str]
    operating: frozenset[str]
    reader: Reader
    names: dict[str, frozenset[str]]
    anaphors: dict[str, frozenset[str]]
    anchors: dict[str, Position]
    sources: dict[str, DeclaredSource]
    bad_anchors: tuple[str, ...] = field(default=())
    spelled: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_a(self, thing: str, kinds: frozenset[str]) -> bool:
        """Whether `thing` is of one of `kinds`, by itself or by its kind's parents."""
        return bool(self.kinds.get(thing, frozenset()) & kinds)


def lexicon(city: CityGraph) -> Lexicon:
    """The words of the graph behind `city`, read in one query."""
    about: dict[str, dict[str, list[Term]]] = {}
    for subject, which, value in city.select("wording"):
        about.setdefault(subject.value, {}).setdefault(local(which.value), []).append(value)

    def values(thing: str, which: str) -> list[str]:
        return sorted(term.value for term in about.get(thing, {}).get(which, ()))

    def of_type(kind: str) -> list[str]:
        return [thing for thing in sorted(about) if CG + kind in values(thing, "type")]

    def words(kind: str) -> dict[str, str]:
        return {word: thing for thing in of_type(kind) for word in values(thing, "word")}

    def with_parents(kind: str) -> set[str]:
        return {kind}.union(*map(with_parents, values(kind, "subClassOf")))

    relations = {
        thing: Declared(
            thing,
            frozenset(values(thing, "subjectKind")),
            frozenset(values(thing, "objectKind")),
            frozenset(map(local, values(thing, "allowsStatus"))),
            tuple(map(cue, values(thing, "cue"))),
            "true" in values(thing, "nested"),
            "true" in values(thing, "nearest"),
            "true" in values(thing, "heading"),
            next(iter(values(thing, "inUnit")), None),
        )
        for thing in about
        if {CG + "relation", CG + "measure"} & set(values(thing, "subPropertyOf"))
    }
    kinds = {
        thing: frozenset().union(*(with_parents(kind) for kind in values(thing, "type"))) for thing in sorted(about)
    }
    anchors: dict[str, Position] = {}
    bad = []
    for thing in about:
        for text in values(thing, "anchor"):
            try:
                anchors[thing] = position(text)
            except ValueError:
                bad.append(thing)
    ontology = {CG + kind for kind in ("Source", "Passage", "Claim", "Unit", "Comparator", "ModalWord", "Connector")}
    names = {
        thing: frozenset(
            term.value
            for which in ("prefLabel", "altLabel", "anaphor")
            for term in described.get(which, ())
            if (term.language or "") in ("", "zh-Hant")
        )
        for thing, described in sorted(about.items())
        if thing not in anchors and not kinds[thing] & ontology
    }
    sources = {
        thing: DeclaredSource(*(next(iter(values(thing, which)), "") for which in ("title", "date", "textHash")))
        for thing in of_type("Source")
    }
    return Lexicon(
        relations,
        kinds,
        {kind: local(values(kind, "ownStatus")[0]) for kind in about if values(kind, "ownStatus")},
        {word: local(values(thing, "impliesStatus")[0]) for word, thing in words("ModalWord").items()},
        tuple(sorted(words("Connector"), key=len, reverse=True)),
        tuple(
            sorted((w for w, thing in words("Connector").items() if thing == CG + "openMark"), key=len, reverse=True)
        ),
        words("Stage"),
        frozenset(thing for thing in of_type("Stage") if "true" in values(thing, "operating")),
        Reader(words("Unit"), words("Comparator"), CG + "times", CG + "places"),
        {thing: spelled for thing, spelled in names.items() if spelled},
        {thing: frozenset(values(thing, "anaphor")) for thing in about if values(thing, "anaphor")},
        anchors,
        {source: DeclaredSource(found.title, found.year[:4], found.sha256) for source, found in sources.items()},
        tuple(sorted(bad)),
        {
            thing: frozenset(name for which in _NAMES for name in values(thing, which))
            for thing in names
            if any(which in about[thing] for which in _NAMES)
        },
    )
