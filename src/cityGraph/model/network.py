"""Answers of `central`, `communities`, `bridges`, `similar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import Entity, Noun, Passage, Qualifier, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hop(Noun):
    """One step of a path: a tie, as it is claimed; `others` are further ties between the same two things.

    `direction` is ``out`` where the path goes from subject to object, and `relation` is labelled as it is gone.
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
    others: tuple[Any, ...] = ()

    @property
    def near(self) -> Entity:
        """The thing that the hop sets out from."""
        return self.subject if self.direction == "out" else self.object

    @property
    def far(self) -> Entity:
        """The thing that the hop leads to."""
        return self.object if self.direction == "out" else self.subject

    def as_json(self) -> dict[str, Any]:
        """One of the hops of ``{"start", "end", "paths"}``."""
        return {
            "subject": self.subject.as_json(),
            "relation": self.relation.as_json(),
            "object": self.object.as_json(),
            "direction": self.direction,
            "status": self.status,
            "basis": self.basis,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "because": self.because,
            "rests_on": [source.iri for source in self.rests_on],
            "evidence": [passage.as_json() for passage in self.evidence],
            "others": [hop.as_json() for hop in self.others],
        }


class Path(Noun):
    """A way from one thing to another: its hops, and its length as `paths` measures it.

    `warnings` name what it might be taken for and is not: ``support`` (two that one city supports have no dealings by
    that), ``site`` (two in one place are no partners), ``list`` (two on one list), ``inferred`` (a hop that no source
    states).
    """

    hops: tuple[Hop, ...]
    length: float
    warnings: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[Entity, ...]:
        """The things on the path, both ends among them."""
        return (self.hops[0].near, *(hop.far for hop in self.hops))

    def __len__(self) -> int:
        return len(self.hops)

    def as_json(self) -> dict[str, Any]:
        """``{"length", "warnings", "hops"}``."""
        return {"length": self.length, "warnings": list(self.warnings), "hops": [hop.as_json() for hop in self.hops]}


class Paths(Noun):
    """The answer of `paths`: a sequence of `Path`, best first; at most `max_hops` hops each.

    Where there is none of any length, `start_reach` and `end_reach` count the things that can be reached from either
    end under the filters; they are None where a longer path or fewer filters would do, or where that is not known.
    """

    start: Entity
    end: Entity
    paths: tuple[Path, ...]
    max_hops: int
    start_reach: int | None = None
    end_reach: int | None = None

    def __iter__(self) -> Iterator[Path]:
        return iter(self.paths)

    def __getitem__(self, index: int) -> Path:
        return self.paths[index]

    def __len__(self) -> int:
        return len(self.paths)

    def as_json(self) -> dict[str, Any]:
        """``{"start", "end", "paths", "reach"}``."""
        return {
            "start": self.start.as_json(),
            "end": self.end.as_json(),
            "paths": [path.as_json() for path in self.paths],
            "reach": None if self.start_reach is None else [self.start_reach, self.end_reach],
        }


class Meeting(Noun):
    """Where the ways of several things meet: their distances, and the hop of each where all are one hop away."""

    entity: Entity
    distances: tuple[int, ...]
    hops: tuple[Hop, ...]
    ties: int

    def as_json(self) -> dict[str, Any]:
        """One of the meetings of ``{"things", "shared", "meetings"}``."""
        hops = [hop.as_json() for hop in self.hops]
        return self.entity.as_json() | {"distances": list(self.distances), "ties": self.ties, "hops": hops}


class Common(Noun):
    """The answer of `common`: a sequence of `Meeting`; `shared` counts those that are tied to every one."""

    things: tuple[Entity, ...]
    meetings: tuple[Meeting, ...]
    shared: int

    def __iter__(self) -> Iterator[Meeting]:
        return iter(self.meetings)

    def __getitem__(self, index: int) -> Meeting:
        return self.meetings[index]

    def __len__(self) -> int:
        return len(self.meetings)

    def as_json(self) -> dict[str, Any]:
        """``{"things", "shared", "meetings"}``."""
        return {
            "things": [thing.as_json() for thing in self.things],
            "shared": self.shared,
            "meetings": [meeting.as_json() for meeting in self.meetings],
        }


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
