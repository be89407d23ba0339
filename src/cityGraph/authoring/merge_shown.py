"""Shows the things of merged graphs to a reader: their labels and kinds, and pairs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.merged import Pair, Reason
from ..names.entities import RANK
from ..names.labels import SAME_LANGUAGE, language_rank, vocabulary
from ..namespaces import CG, local

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..store.city import CityGraph
    from .merge_pairs import Pairs
    from .merge_things import Known, Thing


class Shown:
    """The things of several graphs as a reader sees them.

    Args:
        graphs: The graphs in the order in which they were named.
        ontology: An open graph of the ontology; its language is that of the reader.
    """

    def __init__(self, graphs: Sequence[Known], ontology: CityGraph) -> None:
        self._graphs, self._language = graphs, ontology.language
        kinds = {thing.kind for graph in graphs for thing in graph.things.values()}
        self._words = vocabulary(ontology, sorted(kind for kind in kinds if kind.startswith(CG)))

    def entity(self, iri: str, at: int | None = None) -> Entity:
        """Return a thing with its label and kind.

        Args:
            iri: The IRI of the thing.
            at: The place of the graph that names it. None takes the first that describes it.

        Returns:
            The thing; with the end of its IRI as label if it has no name.
        """
        graphs = self._graphs if at is None else [self._graphs[at]]
        thing = next((graph.things[iri] for graph in graphs if iri in graph.things), None)
        if thing is None:
            return Entity(iri, local(iri), "", "")
        label = self._label(thing)
        return Entity(iri, label, local(thing.kind), self._words.label(thing.kind) if thing.kind else "")

    def _label(self, thing: Thing) -> str:
        ranked = []
        for text, tag, role in thing.names:
            rank, place = language_rank(self._language, tag), RANK.get(role, len(RANK))
            ranked.append(((place, rank, 0) if rank <= SAME_LANGUAGE else (5, rank, place), text))
        return min(ranked)[1] if ranked else local(thing.iri)

    def kind_of(self, iri: str) -> str:
        """Return the kind of a thing.

        Args:
            iri: The IRI of the thing.

        Returns:
            The IRI of its kind; empty if no graph describes it.
        """
        return next((graph.things[iri].kind for graph in self._graphs if iri in graph.things), "")

    def united(self, pairs: Pairs, kept: Mapping[str, str]) -> tuple[Pair, ...]:
        """List the things that became one.

        Args:
            pairs: The things of the graphs.
            kept: The IRI that stays by each IRI that goes.

        Returns:
            One pair for each thing that a graph described under an IRI that goes, by label.
        """
        found = []
        why: dict[str, set[Reason]] = {}
        for both, reason in pairs.united.items():
            for iri in both:
                why.setdefault(iri, set()).add(reason)
        for old, now in kept.items():
            if not pairs.where(old):
                continue
            found.append(Pair(self.entity(now), self.entity(old), tuple(sorted(why[old]))))
        return tuple(sorted(found, key=lambda pair: (pair.one.label, pair.other.iri)))

    def doubtful(self, pairs: Pairs) -> tuple[Pair, ...]:
        """List the things that may be one.

        Args:
            pairs: The things of the graphs.

        Returns:
            The pairs that are still two, by label.
        """
        found = []
        for (one, other), reasons in pairs.doubtful.items():
            if one == other:
                first, second = pairs.where(one)[:2]
                found.append(Pair(self.entity(one, first), self.entity(one, second), tuple(reasons)))
            elif pairs.root(one) != pairs.root(other):
                found.append(Pair(self.entity(one), self.entity(other), tuple(map(self._named, reasons))))
        return tuple(sorted(found, key=lambda pair: (pair.one.label, pair.one.iri, pair.other.iri)))

    def _named(self, reason: Reason) -> Reason:
        """Return a reason with the labels of kinds in the place of their names."""
        if reason.key != "kinds":
            return reason
        return Reason("kinds", " / ".join(self._words.label(CG + name) for name in reason.what.split(" / ")))
