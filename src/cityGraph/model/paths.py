"""The answers of `paths` and `common`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import standing_of
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Entity, Passage, Qualifier, Relation


class Hop(Noun):
    """One step of a path: a claim that connects two things.

    Attributes:
        subject: The subject of the claim.
        relation: The relation, labelled in the direction of the path.
        object: The object of the claim.
        direction: ``out`` if the path goes from subject to object, else ``in``.
        status: ``realised``, ``planned`` or ``targeted``. Empty for a triple without a claim.
        basis: ``stated``, ``resolved`` or ``inferred``. Empty for a triple without a claim.
        evidence: The passages that carry the claim.
        qualifiers: The details of the claim.
        because: The reason for an inferred claim, or None.
        rests_on: The sources that an inferred claim rests on.
        proof: The best degree of proof of its claims: ``text``, ``quotes``, ``citation`` or ``none``.
        others: The other claims between the same two things, as hops, in either direction.
    """

    subject: Entity
    relation: Relation
    object: Entity
    direction: str
    status: str
    basis: str
    evidence: tuple[Passage, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    because: str | None = None
    rests_on: tuple[Entity, ...] = ()
    proof: str = "none"
    others: tuple[Any, ...] = ()

    @property
    def standing(self) -> str:
        """How it is printed and drawn: ``inferred`` if no source states it, else its status."""
        return standing_of(self.status, self.basis)

    @property
    def near(self) -> Entity:
        """The thing where the hop starts."""
        return self.subject if self.direction == "out" else self.object

    @property
    def far(self) -> Entity:
        """The thing where the hop ends."""
        return self.object if self.direction == "out" else self.subject

    def as_json(self) -> dict[str, Any]:
        """Return the hop as a dictionary for JSON.

        Returns:
            ``{"subject", "relation", "object", "direction", "status", "basis", "proof", "qualifiers", "because",
            "rests_on", "evidence", "others"}``.
        """
        return {
            "subject": self.subject.as_json(),
            "relation": self.relation.as_json(),
            "object": self.object.as_json(),
            "direction": self.direction,
            "status": self.status,
            "basis": self.basis,
            "proof": self.proof,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "because": self.because,
            "rests_on": [source.iri for source in self.rests_on],
            "evidence": [passage.as_json() for passage in self.evidence],
            "others": [hop.as_json() for hop in self.others],
        }


class Path(Noun):
    """A path from one thing to another.

    Attributes:
        hops: Its hops, in order. Never empty.
        length: Its length, as `paths` measures it; the shorter, the better.
        warnings: What the path does not show, though it may seem to. ``support``: one city supports both things, which
            does not connect them. ``site``: both are in one place, which does not make them partners. ``list``: both
            are on one list. ``inferred``: no source states one of the hops.
    """

    hops: tuple[Hop, ...]
    length: float
    warnings: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[Entity, ...]:
        """The things on the path, in order, with both ends."""
        return (self.hops[0].near, *(hop.far for hop in self.hops))

    def __len__(self) -> int:
        return len(self.hops)

    def as_json(self) -> dict[str, Any]:
        """Return the path as a dictionary for JSON.

        Returns:
            ``{"length", "warnings", "hops"}``.
        """
        return {"length": self.length, "warnings": list(self.warnings), "hops": [hop.as_json() for hop in self.hops]}


class Paths(Listing[Path]):
    """The answer of `paths`: a sequence of `Path`.

    Attributes:
        start: The thing where the paths start.
        end: The thing where they end.
        paths: The paths, best first. Empty if there is none of at most `max_hops` hops.
        max_hops: The largest number of hops that was allowed.
        start_reach: How many things can be reached from the start under the filters, if there is no path of any
            length. None if there are paths, if a longer path exists, or if it is unknown.
        end_reach: From how many things the end can be reached, under the same conditions.
    """

    _listed = "paths"
    start: Entity
    end: Entity
    paths: tuple[Path, ...]
    max_hops: int
    start_reach: int | None = None
    end_reach: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"start", "end", "paths", "reach"}``; ``"reach"`` is None or the two numbers.
        """
        return {
            "start": self.start.as_json(),
            "end": self.end.as_json(),
            "paths": [path.as_json() for path in self.paths],
            "reach": None if self.start_reach is None else [self.start_reach, self.end_reach],
        }


class Meeting(Noun):
    """A thing where the paths from several things meet.

    Attributes:
        entity: The thing.
        distances: The distance from each of the things asked about, in their order, in hops.
        hops: The hop from each of them, in the same order. Empty unless all are one hop away.
        neighbors: The number of things that it is connected to.
    """

    entity: Entity
    distances: tuple[int, ...]
    hops: tuple[Hop, ...]
    neighbors: int

    def as_json(self) -> dict[str, Any]:
        """Return the meeting as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "distances", "ties", "hops"}``.
        """
        hops = [hop.as_json() for hop in self.hops]
        return self.entity.as_json() | {"distances": list(self.distances), "ties": self.neighbors, "hops": hops}


class Common(Listing[Meeting]):
    """The answer of `common`: a sequence of `Meeting`.

    Attributes:
        things: The things asked about.
        meetings: Where their paths meet, nearest first.
        shared: How many things are connected to all of them.
    """

    _listed = "meetings"
    things: tuple[Entity, ...]
    meetings: tuple[Meeting, ...]
    shared: int

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"things", "shared", "meetings"}``.
        """
        return {
            "things": [thing.as_json() for thing in self.things],
            "shared": self.shared,
            "meetings": [meeting.as_json() for meeting in self.meetings],
        }
