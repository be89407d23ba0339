"""Which relations of the lexicon say a relation of the ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names.labels import aliases, all_labels, ontology_of
from ..names.spelling import fold
from ..namespaces import CG, local
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


def said_by(city: CityGraph) -> dict[str, tuple[str, ...]]:
    """Return the relations of the lexicon whose words say a relation: those whose name is a word for it.

    Args:
        city: An open graph.

    Returns:
        By the local name of each relation that the ontology declares; empty if the lexicon has no words for it.

    Examples:
        >>> import cityGraph as cg
        >>> said = said_by(cg.open())
        >>> said["aids"], said["aimsFor"], said["aimsForValue"], said["supports"]
        (('supports',), ('aims-for',), ('aims-for',), ())
    """
    ontology = ontology_of(city)
    sorts = {term.value: sort.value for term, sort in ontology.select("declared-relations")}
    other, labels = aliases(ontology, sorts), all_labels(ontology, sorts, inverse=False)
    # A plain word means the general relation, whose aliases have it.
    levels = [_by_word(sorts, other), _by_word(sorts, {term: [*labels.get(term, ()), local(term)] for term in sorts})]
    said: dict[str, list[str]] = {local(term): [] for term in sorts}
    for row in table("ends", "any"):
        word = fold(row["relation"])
        found = [term for level in levels for term in level.get(word, ())]
        for sort in ("relation", "measure"):
            wanted = [term for term in found if sorts[term] == CG + sort] or found
            for term in wanted[:1]:
                if row["relation"] not in said[local(term)]:
                    said[local(term)].append(row["relation"])
    return {relation: tuple(names) for relation, names in said.items()}


def _by_word(terms: Iterable[str], words: dict[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in sorted(terms):
        for word in dict.fromkeys(map(fold, words.get(term, ()))):
            found.setdefault(word, []).append(term)
    return found


def general_relations(city: CityGraph) -> dict[str, tuple[str, ...]]:
    """Return the general relations above each relation, the nearest first.

    Args:
        city: An open graph.

    Returns:
        Local names by local name; a relation that stands beneath none is left out.

    Examples:
        >>> import cityGraph as cg
        >>> general_relations(cg.open())["supports"]
        ('aids',)
    """
    above: dict[str, list[str]] = {}
    for relation, general in ontology_of(city).select("general-relations"):
        known = above.setdefault(local(relation.value), [])
        if local(general.value) not in known:
            known.append(local(general.value))

    def up(relation: str) -> Iterable[str]:
        for general in sorted(above.get(relation, ())):
            yield general
            yield from up(general)

    return {relation: tuple(dict.fromkeys(up(relation))) for relation in sorted(above)}
