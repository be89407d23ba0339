"""Answers of `paths` and `common`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .claim import Entity, Passage, Qualifier, Relation


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
