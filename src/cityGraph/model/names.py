"""The answer of `find`, and the names of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Entity


class Match(Noun):
    """A thing that a search may mean.

    Attributes:
        entity: The thing.
        name: The name of the thing that matches.
        how: How the name matches: one of `cityGraph.names.spelling.WAYS`, such as ``exact`` or ``pinyin``.
    """

    entity: Entity
    name: str
    how: str

    @property
    def label(self) -> str:
        """The name of the thing in the language of the open graph."""
        return self.entity.label

    @property
    def iri(self) -> str:
        """The IRI of the thing."""
        return self.entity.iri

    def as_json(self) -> dict[str, Any]:
        """Return the match as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "name", "how"}``.
        """
        return self.entity.as_json() | {"name": self.name, "how": self.how}


class Found(Listing[Match]):
    """The answer of `find`: a sequence of `Match`.

    Attributes:
        asked: The text that was searched for.
        matches: The matches, best first.
        left_out: What was not searched because the graph has too many names, as a phrase for the reader. Empty if
            everything was searched.
        more: Whether there are further matches, which `top` left out.
    """

    _listed = "matches"
    asked: str
    matches: tuple[Match, ...]
    left_out: str = ""
    more: bool = False

    def as_json(self) -> list[dict[str, Any]]:
        """Return the matches as a list for JSON.

        Returns:
            ``[{"iri", "label", "kind", "name", "how"}]``.
        """
        return [match.as_json() for match in self.matches]


class Naming(NamedTuple):
    """One name of a thing.

    Attributes:
        name: The name.
        language: The tag of its language, such as ``zh-Hant``. Empty if it has none.
        role: The local name of the property that gives it: ``prefLabel``, ``altLabel``, ``name`` or ``label``.
    """

    name: str
    language: str
    role: str

    def as_json(self) -> dict[str, str]:
        """Return the name as a dictionary for JSON.

        Returns:
            ``{"name", "language", "role"}``.
        """
        return self._asdict()
