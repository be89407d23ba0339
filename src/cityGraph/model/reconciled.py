"""The answer of `reconcile`: which things the names of a list mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Entity

OUTCOMES = ("matched", "ambiguous", "unknown")


class Candidate(Noun):
    """A thing that a name may mean.

    Attributes:
        entity: The thing.
        name: The name of the thing that matches.
        how: How it matches: a key of `cityGraph.names.scores.SCALE`, such as ``exact`` or ``pinyin``.
        score: How well it matches, from 0 to 100, as `cityGraph.names.scores` says.
    """

    entity: Entity
    name: str
    how: str
    score: int

    def as_json(self) -> dict[str, Any]:
        """Return the candidate as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "name", "how", "score"}``.
        """
        return self.entity.as_json() | {"name": self.name, "how": self.how, "score": self.score}


class Asked(Noun):
    """A name of a list, and what it may mean.

    Attributes:
        name: The name as it was given.
        outcome: ``matched``, ``ambiguous`` (several things fit as well) or ``unknown``.
        candidates: What it may mean, best first: the match, or all that fit equally well, and as many more as were
            asked for. Of an unknown name, those are too unlike to be a match.
    """

    name: str
    outcome: str
    candidates: tuple[Candidate, ...]

    @property
    def match(self) -> Candidate | None:
        """What the name means; None if it is unknown or several things fit as well."""
        return self.candidates[0] if self.outcome == "matched" else None

    def as_json(self) -> dict[str, Any]:
        """Return the name as a dictionary for JSON.

        Returns:
            ``{"asked", "outcome", "candidates": [{"iri", "label", "kind", "name", "how", "score"}]}``.
        """
        candidates = [candidate.as_json() for candidate in self.candidates]
        return {"asked": self.name, "outcome": self.outcome, "candidates": candidates}


class Reconciled(Listing[Asked]):
    """The answer of `reconcile`: a sequence of `Asked`, one for each name of the list.

    Attributes:
        names: The names in the order in which they were given.
        left_out: What was not searched, as a phrase for the reader. Empty if everything was.
    """

    _listed = "names"
    names: tuple[Asked, ...]
    left_out: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many names have each outcome of `OUTCOMES`."""
        counts = dict.fromkeys(OUTCOMES, 0)
        for each in self.names:
            counts[each.outcome] += 1
        return counts

    def as_json(self) -> list[dict[str, Any]]:
        """Return the names as a list for JSON.

        Returns:
            ``[{"asked", "outcome", "candidates"}]``.
        """
        return [each.as_json() for each in self.names]
