"""The answers of `central`, `communities`, `bridges` and `similar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Entity, Relation


class Score(Noun):
    """The score of one thing by a measure.

    Attributes:
        entity: The thing.
        score: The score. Its range depends on the measure.
        rank: The rank, from 1. Equal scores share a rank.
        before: The score in the network of realised edges alone, or None if it was not asked for.
    """

    entity: Entity
    score: float
    rank: int
    before: float | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the score as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "score", "rank"}``; with `before` also ``"before"`` and ``"effect"``, the
            difference.
        """
        more = {} if self.before is None else {"before": self.before, "effect": self.score - self.before}
        return self.entity.as_json() | {"score": self.score, "rank": self.rank} | more


class Central(Listing[Score]):
    """The answer of `central`: a sequence of `Score`.

    Attributes:
        by: The measure: ``degree``, ``pagerank``, ``betweenness`` or ``harmonic``.
        scores: The scores, highest first; if they are compared with those of realised edges, greatest gain first.
        things: The number of things in the network that was measured.
        pairs: The number of pairs of things in it that are connected.
        left_out_hubs: The hubs that were left out of the network.
        reached: The largest change of a score in the last step of PageRank. None for other measures.
        pivots: The number of things that a sampled measure started from. None if it was computed exactly.
    """

    _listed = "scores"
    by: str
    scores: tuple[Score, ...]
    things: int
    pairs: int
    left_out_hubs: tuple[Entity, ...] = ()
    reached: float | None = None
    pivots: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"by", "scores", "things", "ties", "left_out", "reached", "pivots"}``.
        """
        return {
            "by": self.by,
            "scores": [score.as_json() for score in self.scores],
            "things": self.things,
            "ties": self.pairs,
            "left_out": [hub.as_json() for hub in self.left_out_hubs],
            "reached": self.reached,
            "pivots": self.pivots,
        }


class Community(Noun):
    """A group of things that are closely connected.

    Attributes:
        name: The names of its three most central members.
        members: Its members, most central first.
    """

    name: str
    members: tuple[Entity, ...]

    def __len__(self) -> int:
        return len(self.members)

    def as_json(self) -> dict[str, Any]:
        """Return the group as a dictionary for JSON.

        Returns:
            ``{"name", "members"}``.
        """
        return {"name": self.name, "members": [member.as_json() for member in self.members]}


class Communities(Listing[Community]):
    """The answer of `communities`: a sequence of `Community`.

    Attributes:
        communities: The groups, largest first.
        modularity: How clearly the network falls into these groups, at most 1; 0 if it has no edges.
        left_out_hubs: The hubs that were left out of the network.
    """

    _listed = "communities"
    communities: tuple[Community, ...]
    modularity: float
    left_out_hubs: tuple[Entity, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"communities", "modularity", "left_out"}``.
        """
        return {
            "communities": [community.as_json() for community in self.communities],
            "modularity": self.modularity,
            "left_out": [hub.as_json() for hub in self.left_out_hubs],
        }


class Bridge(Noun):
    """A thing whose removal cuts others off from the network.

    Attributes:
        entity: The thing.
        cut_off: How many things are then no longer connected to the largest remaining piece.
        cut_off_parts: The things in each part that is cut off, largest part first.
    """

    entity: Entity
    cut_off: int
    cut_off_parts: tuple[tuple[Entity, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the bridge as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "cut_off", "parts"}``.
        """
        parts = [[member.as_json() for member in part] for part in self.cut_off_parts]
        return self.entity.as_json() | {"cut_off": self.cut_off, "parts": parts}


class Bridges(Listing[Bridge]):
    """The answer of `bridges`: a sequence of `Bridge`.

    Attributes:
        bridges: The bridges; the one that cuts off most things comes first.
        left_out_hubs: The hubs that were left out of the network.
    """

    _listed = "bridges"
    bridges: tuple[Bridge, ...]
    left_out_hubs: tuple[Entity, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"bridges", "left_out"}``.
        """
        return {
            "bridges": [bridge.as_json() for bridge in self.bridges],
            "left_out": [hub.as_json() for hub in self.left_out_hubs],
        }


class Twin(Noun):
    """A thing that is connected in the same way as another.

    Attributes:
        entity: The thing.
        score: How similar the two are, from 0 to 1.
        shared: The edges that both have: the relation, as read from the thing, and the entity at its other end.
    """

    entity: Entity
    score: float
    shared: tuple[tuple[Relation, Entity], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the thing as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "score", "shared"}``.
        """
        shared = [{"relation": relation.as_json(), "object": thing.as_json()} for relation, thing in self.shared]
        return self.entity.as_json() | {"score": self.score, "shared": shared}


class Similar(Listing[Twin]):
    """The answer of `similar`: a sequence of `Twin`.

    Attributes:
        entity: The thing asked about.
        twins: The things that are connected in the same way, most similar first.
    """

    _listed = "twins"
    entity: Entity
    twins: tuple[Twin, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"entity", "similar"}``.
        """
        return {"entity": self.entity.as_json(), "similar": [twin.as_json() for twin in self.twins]}
