"""Answers of the verbs on claims: `Neighbor(s)`, `Claims`, `Shown`, `About`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .claim import Claim, Entity, Passage, Qualifier, Relation
    from .names import Naming


class Neighbor(Noun):
    """An entity that a claim ties to the one asked about.

    `direction` is ``out`` where the entity asked about (or, farther away, the one a hop nearer) is the subject, else
    ``in``; `via` is the entity a hop nearer; `mates` are the other members of the list it stands in.
    """

    entity: Entity
    relation: Relation
    direction: str
    hops: int
    status: str
    basis: str
    via: Entity
    evidence: tuple[Passage, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    mates: tuple[Entity, ...] = ()
    open_list: bool = False
    because: str | None = None
    rests_on: tuple[Entity, ...] = ()

    @property
    def label(self) -> str:
        """The neighbor's name."""
        return self.entity.label

    @property
    def iri(self) -> str:
        """The neighbor's IRI."""
        return self.entity.iri

    def as_json(self) -> dict[str, Any]:
        """One of the neighbors in ``{"entity", "neighbors"}``."""
        return {
            **self.entity.as_json(),
            "relation": self.relation.as_json(),
            "direction": self.direction,
            "hops": self.hops,
            "via": self.via.as_json(),
            "status": self.status,
            "basis": self.basis,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "list": {"open": self.open_list, "mates": [mate.as_json() for mate in self.mates]},
            "because": self.because,
            "rests_on": [source.iri for source in self.rests_on],
            "evidence": [passage.as_json() for passage in self.evidence],
        }


class Neighbors(Noun):
    """The answer of `neighbors`: a sequence of `Neighbor`, with the entity asked about.

    `names` are that entity's other names; `held_back` counts the inferred claims that were left out; `emptied` is the
    filter that left nothing of something: ``relation``, ``direction``, ``status`` or ``kind``.
    """

    entity: Entity
    names: tuple[str, ...]
    neighbors: tuple[Neighbor, ...]
    held_back: int
    emptied: str | None = None

    def __iter__(self) -> Iterator[Neighbor]:
        return iter(self.neighbors)

    def __getitem__(self, index: int) -> Neighbor:
        return self.neighbors[index]

    def __len__(self) -> int:
        return len(self.neighbors)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "neighbors", "held_back", "emptied"}``."""
        return {
            "entity": self.entity.as_json(),
            "neighbors": [neighbor.as_json() for neighbor in self.neighbors],
            "held_back": self.held_back,
            "emptied": self.emptied,
        }


class Claims(Noun):
    """The answer of `claims`: a sequence of `Claim`, with the entity asked about (None: the whole graph).

    `emptied` is the filter that left nothing of something: ``paragraph``, ``relation``, ``status`` or ``kind``.
    """

    entity: Entity | None
    claims: tuple[Claim, ...]
    emptied: str | None = None

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __getitem__(self, index: int) -> Claim:
        return self.claims[index]

    def __len__(self) -> int:
        return len(self.claims)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "claims", "emptied"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "claims": [claim.as_json() for claim in self.claims],
            "emptied": self.emptied,
        }


class Shown(Noun):
    """The answer of `show`: a thing, what it is called, what is claimed of it in figures and words, and by whom.

    `neighbors` counts the things that are tied to it, `sources` are those that speak of it.
    """

    entity: Entity
    names: tuple[Naming, ...]
    facts: tuple[Claim, ...]
    neighbors: int
    sources: tuple[Entity, ...]

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "kind", "names", "facts", "neighbors", "sources"}``."""
        return self.entity.as_json() | {
            "names": [name.as_json() for name in self.names],
            "facts": [fact.as_json() for fact in self.facts],
            "neighbors": self.neighbors,
            "sources": [source.as_json() for source in self.sources],
        }


class About(Noun):
    """The answer of `about`: counts, each mapping largest first."""

    triples: int
    entities: int
    claims: int
    kinds: dict[str, int]
    relations: dict[str, int]
    sources: dict[str, int]
    status: dict[str, int]
    basis: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """``{"triples", "entities", "claims", "kinds", "relations", "sources", "status", "basis"}``."""
        return {field: getattr(self, field) for field in self.fields}
