"""Things that are one: in groups, and with the IRI of each group that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.merged import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .merge_things import Known


class Groups:
    """The IRIs of several graphs, grouped by the thing that they mean.

    Args:
        graphs: The graphs in the order in which they were named.

    Attributes:
        united: By the IRIs of two things that became one, the reason.
    """

    def __init__(self, graphs: Sequence[Known]) -> None:
        self.graphs = graphs
        self.united: dict[frozenset[str], Reason] = {}
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._own = tuple({space for graph in graphs for space in graph.own})
        self._replaced = {old: now for graph in graphs for old, now in graph.replaced.items()}
        for old, now in sorted(self._replaced.items()):
            self.unite(old, now, Reason("replaced"))
        self.kept()  # a circle of replacements is found before anything is compared

    def root(self, iri: str) -> str:
        """Return what stands for all IRIs of one thing.

        Args:
            iri: The IRI of a thing.

        Returns:
            The same IRI for each IRI of the thing.
        """
        while (above := self._parent.get(iri, iri)) != iri:
            iri = above
        return iri

    def members(self, iri: str) -> list[str]:
        """Return all IRIs of a thing.

        Args:
            iri: One of them.

        Returns:
            All of them, in the order in which they came together.
        """
        root = self.root(iri)
        return self._members.get(root, [root])

    def unite(self, one: str, other: str, reason: Reason) -> None:
        """Make two things one.

        Args:
            one: The IRI of a thing.
            other: The IRI of another.
            reason: Why they are one.
        """
        root, leaf = self.root(one), self.root(other)
        if root != leaf:
            self.united[frozenset((one, other))] = reason
            self._members[root] = self.members(root) + self.members(leaf)
            self._members.pop(leaf, None)
            self._parent[leaf] = root

    def splits(self, one: str, other: str) -> bool:
        """Return whether, if two things were one, so would be two that a graph knows as two.

        Args:
            one: The IRI of a thing.
            other: The IRI of another.

        Returns:
            Whether a graph describes more than one of their IRIs.
        """
        together = {*self.members(one), *self.members(other)}
        return any(sum(iri in graph.things for iri in together) > 1 for graph in self.graphs)

    def kept(self) -> dict[str, str]:
        """Return the IRI that stays, for each IRI of a thing that has several.

        Returns:
            The IRI that stays by each IRI that goes.

        Raises:
            CityGraphError: Two IRIs replace each other.
        """
        found: dict[str, str] = {}
        for group in self._members.values():
            first = self._first(sorted(group))
            found |= {iri: first for iri in group if iri != first}
        return found

    def _first(self, group: list[str]) -> str:
        """Return the IRI that stays: one that no graph calls its own, else that of the graph named first."""
        left = [iri for iri in group if iri not in self._replaced]
        if not left:
            raise CityGraphError(
                f"{group[0]} and {group[1]} replace each other (dcterms:isReplacedBy). Delete one of the statements."
            )
        last = len(self.graphs)
        return min(left, key=lambda iri: (not self._is_shared(iri), min(self.where(iri), default=last), iri))

    def _is_shared(self, iri: str) -> bool:
        described = [self.graphs[at] for at in self.where(iri)]
        return bool(described) and all(graph.own for graph in described) and not iri.startswith(self._own)

    def where(self, iri: str) -> list[int]:
        """List the graphs that describe a thing.

        Args:
            iri: The IRI of the thing.

        Returns:
            Their places.
        """
        return [at for at, graph in enumerate(self.graphs) if iri in graph.things]
