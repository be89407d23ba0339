"""Collects the words that the proof by positions reads: from tables, from the ontology, and from the graph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.positions import Position, position
from ..names.cues import cues_of
from ..names.labels import is_translation
from ..namespaces import CG, PREFIXES, local
from .quantities import Reader
from .tables import PRINTED, table

if TYPE_CHECKING:
    from ..model.query import Term
    from ..store.city import CityGraph

SLOTS = ("{s}", "{o}")
_NAMES = ("prefLabel", "altLabel", "hiddenLabel", "anaphor")


@dataclass(frozen=True)
class Cue:
    """The words that mark a relation, and their order, such as ``{s}為龍頭的{o}``.

    Attributes:
        tokens: Words and the slots ``{s}`` (subject) and ``{o}`` (object), in the order of the text. A cue without
            words marks two ends that stand side by side.
    """

    tokens: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The tokens that are words, not slots."""
        return tuple(token for token in self.tokens if token not in SLOTS)


def parse_cue(text: str) -> Cue:
    """Read a cue as the table of cues and ``cg:cue`` write it.

    Args:
        text: Words with the slots ``{s}`` and ``{o}``. "…" stands for any other words and is dropped.

    Returns:
        The words and slots in order.

    Examples:
        >>> parse_cue("{o}由…上升到{s}").tokens
        ('{o}', '由', '上升到', '{s}')
    """
    return Cue(tuple(token for token in re.split(r"(\{s\}|\{o\})|…", text) if token))


@dataclass(frozen=True)
class DeclaredRelation:
    """What the ontology declares of a relation or a measure, and the cues that mark it.

    Attributes:
        iri: Its IRI; empty for `NAMING`.
        subjects: The kinds that its subject may have (IRIs).
        objects: The kinds, or the datatypes, that its object may have (IRIs).
        statuses: The statuses that its claims may have: "realised", "planned", "targeted".
        cues: The cues that mark it in a text.
        nested: Whether the words of the object are part of those of the subject.
        nearest: Whether the object is the nearest date before the subject.
        heading: Whether the object is the nearest heading above the subject.
        unit: The IRI of the only unit that its values may have; None if they may have any.
    """

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
        """Whether its object can only be a value."""
        return all("XMLSchema#" in kind or kind.endswith("#langString") for kind in self.objects)

    @property
    def cue_words(self) -> frozenset[str]:
        """All words of all its cues."""
        return frozenset(word for each in self.cues for word in each.words)


# The relation of a claim that gives a thing another name: the text has the two names side by side.
NAMING = DeclaredRelation(
    iri="",
    subjects=frozenset(),
    objects=frozenset(),
    statuses=frozenset({"realised"}),
    cues=(parse_cue("{s}{o}"), parse_cue("{o}{s}")),
    nested=False,
    nearest=False,
    heading=False,
    unit=None,
)


@dataclass(frozen=True)
class DeclaredSource:
    """What the graph says about a source that may have a text.

    Attributes:
        title: Its title as printed; empty if the graph gives none.
        year: The year of its date, four digits; empty if the graph gives no date.
        sha256: The SHA-256 of the text in which positions are counted; empty if the graph gives none.
    """

    title: str
    year: str
    sha256: str


@dataclass(frozen=True)
class Wording:
    """All words that the proof knows from tables, the ontology and the graph.

    Attributes:
        relations: Relations and measures by IRI.
        kinds: The kinds of each thing and all their parent kinds, by the IRI of the thing.
        own_status: By kind, the status of what the words of such a thing say about it.
        modal: The status that each modal word marks, such as 將: "planned".
        connectors: Words and marks between the members of a list, longest first.
        open_marks: The connectors that leave a list open, such as 等, longest first.
        stages: The IRI of the stage that each stage word names.
        stages_in_use: The stages in which a work runs (IRIs).
        reader: Reads numbers with the declared units and comparators.
        names: By thing, its names in 繁體 or without a language. Texts in which positions are counted print these.
        anaphors: By thing, the words that stand for it in a text, such as 會議.
        anchors: By thing, the position of the words that stand for a thing without a name.
        sources: Sources by IRI.
        bad_anchors: The things whose anchor is not a position (IRIs, sorted).
        all_names: By thing, its names in any language, including those that are never shown (``skos:hiddenLabel``).
    """

    relations: dict[str, DeclaredRelation]
    kinds: dict[str, frozenset[str]]
    own_status: dict[str, str]
    modal: dict[str, str]
    connectors: tuple[str, ...]
    open_marks: tuple[str, ...]
    stages: dict[str, str]
    stages_in_use: frozenset[str]
    reader: Reader
    names: dict[str, frozenset[str]]
    anaphors: dict[str, frozenset[str]]
    anchors: dict[str, Position]
    sources: dict[str, DeclaredSource]
    bad_anchors: tuple[str, ...] = field(default=())
    all_names: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_a(self, thing: str, kinds: frozenset[str]) -> bool:
        """Return whether a thing has one of several kinds, or a kind below one of them.

        Args:
            thing: The IRI of the thing.
            kinds: IRIs of kinds.

        Returns:
            False also for a thing that the graph does not describe.
        """
        return bool(self.kinds.get(thing, frozenset()) & kinds)


def wording(city: CityGraph) -> Wording:
    """Read the words that the proof needs from a graph, in one query.

    Args:
        city: An open graph.

    Returns:
        The words of the tables, of its ontology and of its things.

    Examples:
        >>> import cityGraph as cg
        >>> wording(cg.open()).modal["將"]
        'planned'
    """
    about: dict[str, dict[str, list[Term]]] = {}
    for subject, which, value in city.select("wording"):
        if which.value == PREFIXES["dcterms"] + "title" and is_translation(value):
            continue  # a text has the title as printed
        about.setdefault(subject.value, {}).setdefault(local(which.value), []).append(value)

    def values(thing: str, which: str) -> list[str]:
        return sorted(term.value for term in about.get(thing, {}).get(which, ()))

    def first(thing: str, which: str) -> str:
        return next(iter(values(thing, which)), "")

    def of_type(kind: str) -> list[str]:
        return [thing for thing in sorted(about) if CG + kind in values(thing, "type")]

    def words(kind: str) -> dict[str, str]:
        # A graph may have a unit of its own whose word the ontology has for another.
        ours_first = sorted(of_type(kind), key=lambda thing: not thing.startswith(CG))
        return {word: thing for thing in ours_first for word in values(thing, "word")}

    # Two things are alike by a kind that they share, not by the family of their kinds: a relation that takes a family
    # takes the kinds in it.
    families = {kind for kind in about if "true" in values(kind, "abstract")}

    def with_parents(kind: str) -> set[str]:
        return {kind}.union(*map(with_parents, values(kind, "subClassOf")))

    members = {kind: with_parents(kind) & families for kind in about if values(kind, "subClassOf")}

    def ends(relation: str, which: str) -> frozenset[str]:
        declared = frozenset(values(relation, which))
        return declared | {kind for kind, within in members.items() if within & declared}

    relations = {
        thing: DeclaredRelation(
            iri=thing,
            subjects=ends(thing, "subjectKind"),
            objects=ends(thing, "objectKind"),
            statuses=frozenset(map(local, values(thing, "allowsStatus"))),
            cues=tuple(map(parse_cue, cues_of(thing, values(thing, "cue")))),
            nested="true" in values(thing, "nested"),
            nearest="true" in values(thing, "nearest"),
            heading="true" in values(thing, "heading"),
            unit=next(iter(values(thing, "inUnit")), None),
        )
        for thing in about
        if {CG + "relation", CG + "measure"} & set(values(thing, "subPropertyOf"))
    }
    kinds = {
        thing: frozenset().union(*(with_parents(kind) - families for kind in values(thing, "type")))
        for thing in sorted(about)
    }
    anchors: dict[str, Position] = {}
    bad = []
    for thing in about:
        for text in values(thing, "anchor"):
            try:
                anchors[thing] = position(text)
            except ValueError:
                bad.append(thing)
    ontology = {CG + kind for kind in ("Source", "Passage", "Claim", "Unit", "Comparator")}
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
        thing: DeclaredSource(first(thing, "title"), first(thing, "date")[:4], first(thing, "textHash"))
        for thing in of_type("Source")
    }
    connectors = sorted(table("connectors", PRINTED), key=lambda row: len(row["mark"]), reverse=True)
    return Wording(
        relations=relations,
        kinds=kinds,
        own_status={kind: local(values(kind, "ownStatus")[0]) for kind in about if values(kind, "ownStatus")},
        modal={row["word"]: row["status"] for row in table("modals", PRINTED)},
        connectors=tuple(row["mark"] for row in connectors),
        open_marks=tuple(row["mark"] for row in connectors if row["role"] == "open"),
        stages=words("Stage"),
        stages_in_use=frozenset(thing for thing in of_type("Stage") if "true" in values(thing, "operating")),
        reader=Reader(words("Unit"), words("Comparator"), CG + "times", CG + "places"),
        names={thing: printed for thing, printed in names.items() if printed},
        anaphors={thing: frozenset(values(thing, "anaphor")) for thing in about if values(thing, "anaphor")},
        anchors=anchors,
        sources=sources,
        bad_anchors=tuple(sorted(bad)),
        all_names={
            thing: frozenset(name for which in _NAMES for name in values(thing, which))
            for thing in names
            if any(which in about[thing] for which in _NAMES)
        },
    )
