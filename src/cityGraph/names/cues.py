"""The words that mark a relation in a text: from our table, and from a graph that brings relations of its own."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from ..namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

# The table stands with the other words of the proof. They are in 繁體: the proof by positions compares them as printed.
_TABLE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "proof", "lexicon", "cues.hant.tsv")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the cues of the table by the local name of their relation."""
    found: dict[str, tuple[str, ...]] = {}
    with open(_TABLE, encoding="utf-8") as file:
        for line in list(file)[1:]:
            relation, cue, *_ = line.split("\t")
            found[relation] = (*found.get(relation, ()), cue)
    return found


def cues_of(relation: str, declared: Iterable[str] = ()) -> tuple[str, ...]:
    """List the cues that mark a relation: words with ``{s}`` for the subject and ``{o}`` for the object.

    Args:
        relation: The IRI of a relation or a measure.
        declared: The cues that the open graph itself gives for it (``cg:cue``).

    Returns:
        The cues of the table and of the graph, each once, sorted. A relation of another ontology has only those of the
        graph.

    Examples:
        >>> cues_of("https://w3id.org/citygraph/ontology#supports")
        ('重點支持{o}',)
        >>> cues_of("https://example.org/guards", ["守護{o}"])
        ('守護{o}',)
    """
    ours = PREFIXES["cg"]
    known = _table().get(relation.removeprefix(ours), ()) if relation.startswith(ours) else ()
    return tuple(sorted({*known, *declared}))
