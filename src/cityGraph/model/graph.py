"""The answers of `neighbors`, `claims`, `show` and `about`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import standing_of
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Claim, Entity, Passage, Qualifier, Relation
    from .names import Naming
    from .source import Source


class Neighbor(Noun):
    """An entity that an edge connects to the one asked about.

    Attributes:
        entity: The neighbor.
        relation: The relation, labelled as read from `via`.
        direction: ``out`` if `via` is the subject of the claim, ``in`` if the neighbor is.
        hops: The number of hops from the entity asked about, at least 1.
        status: ``realised``, ``planned`` or ``targeted``.
        basis: ``stated``, ``resolved`` or ``inferred``.
        via: The entity one hop nearer; with one hop, the entity asked about.
        evidence: The passages of all claims of the edge.
        qualifiers: The qualifiers on which the claims of the edge do not differ.
        mates: If `open_list` is true, the other members of the list in the source.
        open_list: Whether the source names the neighbor in a list that it leaves open (等).
        because: The reason for an inferred claim, or None.
        rests_on: The sources that an inferred claim rests on.
        proof: The best degree of proof of the claims of the edge: ``text``, ``quotes``, ``citation`` or ``none``.
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
    proof: str = "none"

    @property
    def standing(self) -> str:
        """How it is printed and drawn: ``inferred`` if no source states it, else its status."""
        return standing_of(self.status, self.basis)

    @property
    def label(self) -> str:
        """The name of the neighbor."""
        return self.entity.label

    @property
    def iri(self) -> str:
        """The IRI of the neighbor."""
        return self.entity.iri

    def as_json(self) -> dict[str, Any]:
        """Return the neighbor as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "relation", "direction", "hops", "via", "status", "basis", "proof",
            "qualifiers", "list", "because", "rests_on", "evidence"}``.
        """
        return {
            **self.entity.as_json(),
            "relation": self.relation.as_json(),
            "direction": self.direction,
            "hops": self.hops,
            "via": self.via.as_json(),
            "status": self.status,
            "basis": self.basis,
            "proof": self.proof,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "list": {"open": self.open_list, "mates": [mate.as_json() for mate in self.mates]},
            "because": self.because,
            "rests_on": [source.iri for source in self.rests_on],
            "evidence": [passage.as_json() for passage in self.evidence],
        }


class Neighbors(Listing[Neighbor]):
    """The answer of `neighbors`: a sequence of `Neighbor`.

    Attributes:
        entity: The entity asked about.
        names: Its other names.
        neighbors: The neighbors, nearest first.
        held_back: How many inferred claims were left out.
        emptied: The first filter that left nothing (``relation``, ``direction``, ``status`` or ``kind``), or None.
    """

    _listed = "neighbors"
    entity: Entity
    names: tuple[str, ...]
    neighbors: tuple[Neighbor, ...]
    held_back: int
    emptied: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"entity", "neighbors", "held_back", "emptied"}``.
        """
        return {
            "entity": self.entity.as_json(),
            "neighbors": [neighbor.as_json() for neighbor in self.neighbors],
            "held_back": self.held_back,
            "emptied": self.emptied,
        }


class Claims(Listing["Claim"]):
    """The answer of `claims`: a sequence of `Claim`.

    Attributes:
        entity: The entity asked about, or None for the whole graph.
        claims: The claims, in the order of the source.
        emptied: The first filter that left nothing (``paragraph``, ``relation``, ``status`` or ``kind``), or None.
    """

    _listed = "claims"
    entity: Entity | None
    claims: tuple[Claim, ...]
    emptied: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"entity", "claims", "emptied"}``.
        """
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "claims": [claim.as_json() for claim in self.claims],
            "emptied": self.emptied,
        }


class Shown(Noun):
    """The answer of `show`: one thing by itself.

    Attributes:
        entity: The thing.
        names: Its names, each with language and role.
        facts: The claims about it whose object is a value, in the order of the source.
        neighbors: How many other entities its claims connect it to.
        sources: The sources of all its claims, by name.
        definition: If it is a term of an ontology: what the term means.
        claim: If it is a claim: the claim.
        source: If it is a source: what is known of it.
        said: If it is a source: how many claims have evidence in it.
        curie: Its IRI as answers show it: short, with a prefix of its graph, or in angle brackets.
    """

    entity: Entity
    names: tuple[Naming, ...]
    facts: tuple[Claim, ...]
    neighbors: int
    sources: tuple[Entity, ...]
    definition: str | None = None
    claim: Claim | None = None
    source: Source | None = None
    said: int = 0
    curie: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "names", "facts", "neighbors", "sources"}``; of a term also ``"definition"``, of
            a claim ``"claim"``, of a source ``"source"`` and ``"claims"``, the number of its claims.
        """
        more: dict[str, Any] = {}
        if self.definition:
            more["definition"] = self.definition
        if self.claim:
            more["claim"] = self.claim.as_json()
        if self.source:
            more |= {"source": self.source.as_json(), "claims": self.said}
        return self.entity.as_json() | {
            "names": [name.as_json() for name in self.names],
            "facts": [fact.as_json() for fact in self.facts],
            "neighbors": self.neighbors,
            "sources": [source.as_json() for source in self.sources],
            **more,
        }


class About(Noun):
    """The answer of `about`: how much a graph holds. Each dictionary has its largest count first.

    Attributes:
        triples: The number of triples.
        entities: The number of things.
        claims: The number of claims; in a graph without claims, of triples between two things with names.
        kinds: The number of things of each kind, by label.
        relations: The number of claims with each relation, by label.
        sources: The number of claims from each source, by title. A claim from two sources counts for both.
        status: The number of claims with each status.
        basis: The number of claims with each basis.
        proof: The number of claims with each degree of proof.
    """

    triples: int
    entities: int
    claims: int
    kinds: dict[str, int]
    relations: dict[str, int]
    sources: dict[str, int]
    status: dict[str, int]
    basis: dict[str, int]
    proof: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"triples", "entities", "claims", "kinds", "relations", "sources", "status", "basis", "proof"}``.
        """
        return {field: getattr(self, field) for field in self.fields}
