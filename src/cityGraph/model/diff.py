"""The answer of `diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import Claim, Entity
from .noun import Listing, Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

# The groups of changes, the most telling first.
GROUPS = ("became-fact", "no-longer-fact", "changed", "added", "removed", "evidence")
# What a change is called when the graphs are exchanged.
MIRRORED = {
    "became-fact": "no-longer-fact",
    "added": "removed",
    "new-source": "lost-source",
    "new-name": "dropped-name",
    "merged": "separated",
}
MIRRORED |= {other: one for one, other in MIRRORED.items()}


class Aspect(Noun):
    """In what a thing or a claim differs between two graphs.

    Attributes:
        name: What differs: one of ``status``, ``value``, ``object``, ``relation``, ``new-source``, ``lost-source``,
            ``quote``, ``place``, ``basis``, ``proof``, ``label``, ``new-name``, ``dropped-name``, ``kind``, ``merged``,
            ``separated`` and ``iri``, or the local name of a property, such as ``purpose`` or ``due``.
        before: What the first graph says; None if it says nothing.
        after: What the second graph says; None if it says nothing.
        label: The property in the reader's language; empty for the words that are not the name of a property.
        language: The language tag of a name, or None.
    """

    name: str
    before: str | None
    after: str | None
    label: str = ""
    language: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the aspect as a dictionary for JSON.

        Returns:
            ``{"name", "before", "after", "language"}``.
        """
        return {"name": self.name, "before": self.before, "after": self.after, "language": self.language}


class Change(Noun):
    """A difference between two graphs: of a thing, or of what is said of it.

    Attributes:
        group: One of `GROUPS`.
        thing: The thing that changed, or the subject of the claim, as the newer graph labels it.
        before: What the first graph has: a claim with all its evidence, or a thing. None if it has neither.
        after: What the second graph has.
        aspects: In what they differ, the most telling first. Empty if one graph has nothing.
    """

    group: str
    thing: Entity
    before: Claim | Entity | None
    after: Claim | Entity | None
    aspects: tuple[Aspect, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of both graphs; empty if a thing changed."""
        return tuple(side for side in (self.before, self.after) if isinstance(side, Claim))

    @property
    def ends(self) -> tuple[Entity, ...]:
        """The things that it is about."""
        return tuple(dict.fromkeys((self.thing, *(end for claim in self.claims for end in claim.ends))))

    def as_json(self) -> dict[str, Any]:
        """Return the change as a dictionary for JSON.

        Returns:
            ``{"group", "of", "thing", "before", "after", "aspects"}``. ``of`` is ``claim`` or ``thing``, and says
            which of the two ``before`` and ``after`` are.
        """
        return {
            "group": self.group,
            "of": "claim" if self.claims else "thing",
            "thing": self.thing.as_json(),
            "before": self.before.as_json() if self.before else None,
            "after": self.after.as_json() if self.after else None,
            "aspects": [aspect.as_json() for aspect in self.aspects],
        }


class Unread(Noun):
    """Triples of one property that differ between two graphs and that say nothing of a thing with a name.

    Attributes:
        iri: The property.
        label: Its name, as a CURIE where a prefix is known.
        removed: How many of these triples only the first graph has.
        added: How many only the second graph has.
    """

    iri: str
    label: str
    removed: int
    added: int

    def as_json(self) -> dict[str, Any]:
        """Return the count as a dictionary for JSON.

        Returns:
            ``{"iri", "removed", "added"}``.
        """
        return {"iri": self.iri, "removed": self.removed, "added": self.added}


class Changes(Listing[Change]):
    """The answer of `diff`: a sequence of `Change`.

    Attributes:
        before: Where the first graph comes from.
        after: Where the second graph comes from.
        changes: The changes, by group, the most telling first.
        total: How many changes there are without the limit of ``top``.
        unfiltered: How many there are with any kind, relation, status and source.
        held_back: How many changes of inferred claims were left out.
        namesakes: Things that have a name in common, each pair under two IRIs: one only in the first graph, one only in
            the second. They are not compared.
        unread: What else differs: positions, dates of access and the like, by property.
    """

    _listed = "changes"
    before: tuple[str, ...]
    after: tuple[str, ...]
    changes: tuple[Change, ...]
    total: int = 0
    unfiltered: int = 0
    held_back: int = 0
    namesakes: tuple[tuple[Entity, Entity], ...] = ()
    unread: tuple[Unread, ...] = ()

    def of(self, group: str) -> tuple[Change, ...]:
        """Return the changes of a group.

        Args:
            group: One of `GROUPS`.

        Returns:
            The changes, in order.
        """
        return tuple(change for change in self.changes if change.group == group)

    def groups(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """Yield the groups that have changes, in the order of `GROUPS`.

        Yields:
            The group and its changes.
        """
        for group in GROUPS:
            if changes := self.of(group):
                yield group, changes

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"before", "after", "changes", "of", "held_back", "namesakes", "other"}``. ``of`` counts the changes
            without filters and limits.
        """
        return {
            "before": list(self.before),
            "after": list(self.after),
            "changes": [change.as_json() for change in self.changes],
            "of": self.unfiltered,
            "held_back": self.held_back,
            "namesakes": [[one.as_json(), other.as_json()] for one, other in self.namesakes],
            "other": [each.as_json() for each in self.unread],
        }
