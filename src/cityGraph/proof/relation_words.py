"""The words that say a relation, a value or a stage: its labels and cues, and the lexicon's for what it implies."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ..namespaces import local
from .construction import parse
from .folded import folded, is_chinese
from .patterns import patterns
from .tables import PRINTED, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.city import CityGraph
    from .construction import Pattern

_TURNED = {"{s}": "{o}", "{o}": "{s}"}
_PARTS = re.compile(r"\{s\}|\{o\}|…")
_GAPS = re.compile("…+")


class RelationWords:
    """What says a relation of the ontology in a sentence.

    Args:
        city: An open graph.

    Examples:
        >>> import cityGraph as cg
        >>> words = RelationWords(cg.open())
        >>> "總投資".translate({32317: 24635, 36039: 36164}) in words.of_value("totalInvestment", "zh")
        True
        >>> any(pattern.source == "{s}…支持…{o}" for pattern in words.of_tie("supports", "zh"))
        True
    """

    def __init__(self, city: CityGraph) -> None:
        self._labels: dict[str, list[tuple[str, str]]] = {}
        for term, which, value in city.select("check-words"):
            self._labels.setdefault(local(term.value), []).append((local(which.value), folded(value.value)))
        for row in table("cues", PRINTED):
            if row["relation"] in self._labels:  # only with our ontology
                self._labels[row["relation"]].append(("cue", folded(row["cue"])))
        self._ties: dict[tuple[str, str], tuple[Pattern, ...]] = {}

    def labels(self, term: str) -> Iterator[str]:
        """List all words that the ontology has for a relation.

        Args:
            term: The local name of the relation.

        Yields:
            Folded words; those of a construction with its slots.
        """
        yield from (label for _, label in self._labels.get(term, ()))

    def of_tie(self, relation: str, language: str) -> tuple[Pattern, ...]:
        """Return the constructions that say a relation between two things.

        Args:
            relation: Its local name.
            language: "zh" or "en".

        Returns:
            Those of the lexicon for the general relations that it implies, then its own cues and labels.
        """
        key = relation, language
        if key not in self._ties:
            self._ties[key] = tuple(each for each in self._all(relation, language) if each.words)
        return self._ties[key]

    def _all(self, relation: str, language: str) -> Iterator[Pattern]:
        known = patterns(language)
        implied = [row for row in table("says", "any") if row["relation"] == relation]
        for row in implied:
            for pattern in known.get(row["says"], ()):
                turned = tuple(_TURNED.get(token, token) for token in pattern.tokens)
                yield replace(pattern, tokens=turned) if row["turned"] else pattern
        if not implied:
            yield from known.get(relation, ())
        for row in table("wordings", language):
            if row["relation"] == relation:
                yield parse(relation, row["pattern"], "", language)
        for which, label in self._labels.get(relation, ()):
            if which != "word" and is_chinese(label) == (language == "zh"):
                yield parse(relation, _GAPS.sub("…", _construction(which, label)), "", language)

    def of_value(self, relation: str, language: str) -> frozenset[str]:
        """Return the words that say what a value is of, such as 总投资.

        Args:
            relation: The local name of the relation.
            language: "zh" or "en".

        Returns:
            Folded words.
        """
        found = {
            label for which, label in self._labels.get(relation, ()) if which != "word" and _is_in(label, language)
        }
        found |= {row["pattern"] for row in table("wordings", language) if row["relation"] == relation}
        return frozenset(piece.strip() for each in found for piece in _PARTS.split(folded(each)) if piece.strip())

    def of_stage(self, stage: str, language: str) -> frozenset[str]:
        """Return the words that say that a work reached a stage.

        Args:
            stage: The IRI of the stage.
            language: "zh" or "en".

        Returns:
            Folded words; "…" stands for other words between two.
        """
        name = local(stage)
        own = {
            label
            for which, label in self._labels.get(name, ())
            if which in ("label", "word") and _is_in(label, language)
        }
        return frozenset(own | {row["word"] for row in table("stages", language) if row["stage"] == name})


@cache
def states() -> frozenset[str]:
    """Return the relations that tell a state: said of an earlier time, they do not hold now.

    Returns:
        Local names.
    """
    return frozenset(row["relation"] for row in table("says", "any") if row["state"])


def _is_in(label: str, language: str) -> bool:
    return is_chinese(label) == (language == "zh")


def _construction(which: str, label: str) -> str:
    """Write a label or a cue as a construction with both slots."""
    if which == "cue":
        begun = label if "{s}" in label else "{s}…" + label
        return begun if "{o}" in begun else begun + "…{o}"
    first, last = ("{o}", "{s}") if which == "inverseLabel" else ("{s}", "{o}")
    return f"{first}…" + (label.replace("…", f"…{last}…") if "…" in label else f"{label}…{last}")
