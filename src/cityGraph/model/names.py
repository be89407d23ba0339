"""Answers of `find` and the names of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .claim import Entity


class Match(Noun):
    """A thing that may be meant: the `name` of it that fits, and `how` it does (`matching.WAYS`)."""

    entity: Entity
    name: str
    how: str

    @property
    def label(self) -> str:
        """The thing's name in the language of the handle."""
        return self.entity.label

    @property
    def iri(self) -> str:
        """The thing's IRI."""
        return self.entity.iri

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "kind", "name", "how"}``."""
        return self.entity.as_json() | {"name": self.name, "how": self.how}


class Found(Noun):
    """The answer of `find`: a sequence of `Match`, best first.

    `left_out` says what was not looked for in a graph of too many names; it is empty in any other.
    """

    asked: str
    matches: tuple[Match, ...]
    left_out: str = ""

    def __iter__(self) -> Iterator[Match]:
        return iter(self.matches)

    def __getitem__(self, index: int) -> Match:
        return self.matches[index]

    def __len__(self) -> int:
        return len(self.matches)

    def as_json(self) -> list[dict[str, Any]]:
        """``[{"iri", "label", "kind", "name", "how"}]``."""
        return [match.as_json() for match in self.matches]


class Naming(NamedTuple):
    """A name of a thing, the tag of its language, and its role: ``prefLabel``, ``altLabel``, ``name``, ``label``."""

    name: str
    language: str
    role: str

    def as_json(self) -> dict[str, str]:
        """``{"name", "language", "role"}``."""
        return self._asdict()
