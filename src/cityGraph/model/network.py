"""Answers of `central`, `communities`, `bridges`, `similar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .claim import Entity, Relation


class Score(Noun):
    """One thing's measure; equal scores share a `rank`. `before` is its score by realised ties, where asked for."""

    entity: Entity
    score: float
    rank: int
    before: float | None = None

    def as_json(self) -> dict[str, Any]:
        """One of the scores of ``{"by", "scores"}``."""
        more = {} if self.before is None else {"before": self.before, "effect": self.score - self.before}
        return self.entity.as_json() | {"score": self.score, "rank": self.rank} | more


class Central(Noun):
    """The answer of `central`: a sequence of `Score`, highest first.

    `things` and `ties` are those of the network measured, `left_out` are the centres of its stars, `reached` the
    largest change of a thing in the last step of an iteration, `pivots` how many things a sampled measure started from.
    """

    by: str
    scores: tuple[Score, ...]
    things: int
    ties: int
    left_out: tuple[Entity, ...] = ()
    reached: float | None = None
    pivots: int | None = None

    def __iter__(self) -> Iterator[Score]:
        return iter(self.scores)

    def __getitem__(self, index: int) -> Score:
        return self.scores[index]

    def __len__(self) -> int:
        return len(self.scores)

    def as_json(self) -> dict[str, Any]:
        """``{"by", "scores", "things", "ties", "left_out", "reached", "pivots"}``."""
        return {
            "by": self.by,
            "scores": [score.as_json() for score in self.scores],
            "things": self.things,
            "ties": self.ties,
            "left_out": [centre.as_json() for centre in self.left_out],
            "reached": self.reached,
            "pivots": self.pivots,
        }


class Community(Noun):
    """A group of things; named by its most central members, which come first."""

    name: str
    members: tuple[Entity, ...]

    def __len__(self) -> int:
        return len(self.members)

    def as_json(self) -> dict[str, Any]:
        """One of the communities of ``{"communities", "modularity", "left_out"}``."""
        return {"name": self.name, "members": [member.as_json() for member in self.members]}


class Communities(Noun):
    """The answer of `communities`: a sequence of `Community`, largest first."""

    communities: tuple[Community, ...]
    modularity: float
    left_out: tuple[Entity, ...] = ()

    def __iter__(self) -> Iterator[Community]:
        return iter(self.communities)

    def __getitem__(self, index: int) -> Community:
        return self.communities[index]

    def __len__(self) -> int:
        return len(self.communities)

    def as_json(self) -> dict[str, Any]:
        """``{"communities", "modularity", "left_out"}``."""
        return {
            "communities": [community.as_json() for community in self.communities],
            "modularity": self.modularity,
            "left_out": [centre.as_json() for centre in self.left_out],
        }


class Bridge(Noun):
    """A thing without which others are cut off: how many, and in which pieces."""

    entity: Entity
    cut_off: int
    parts: tuple[tuple[Entity, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """One of the bridges of ``{"bridges", "left_out"}``."""
        parts = [[member.as_json() for member in part] for part in self.parts]
        return self.entity.as_json() | {"cut_off": self.cut_off, "parts": parts}


class Bridges(Noun):
    """The answer of `bridges`: a sequence of `Bridge`, what cuts off most first."""

    bridges: tuple[Bridge, ...]
    left_out: tuple[Entity, ...] = ()

    def __iter__(self) -> Iterator[Bridge]:
        return iter(self.bridges)

    def __getitem__(self, index: int) -> Bridge:
        return self.bridges[index]

    def __len__(self) -> int:
        return len(self.bridges)

    def as_json(self) -> dict[str, Any]:
        """``{"bridges", "left_out"}``."""
        return {
            "bridges": [bridge.as_json() for bridge in self.bridges],
            "left_out": [centre.as_json() for centre in self.left_out],
        }


class Twin(Noun):
    """A thing that is tied as another is: its likeness from 0 to 1, and the ties that both have."""

    entity: Entity
    score: float
    shared: tuple[tuple[Relation, Entity], ...]

    def as_json(self) -> dict[str, Any]:
        """One of the things of ``{"entity", "similar"}``."""
        shared = [{"relation": relation.as_json(), "object": thing.as_json()} for relation, thing in self.shared]
        return self.entity.as_json() | {"score": self.score, "shared": shared}


class Similar(Noun):
    """The answer of `similar`: a sequence of `Twin`, most alike first, with the thing asked about."""

    entity: Entity
    twins: tuple[Twin, ...]

    def __iter__(self) -> Iterator[Twin]:
        return iter(self.twins)

    def __getitem__(self, index: int) -> Twin:
        return self.twins[index]

    def __len__(self) -> int:
        return len(self.twins)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "similar"}``."""
        return {"entity": self.entity.as_json(), "similar": [twin.as_json() for twin in self.twins]}
