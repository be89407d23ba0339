"""The numbers of a sheet as the model has them: a value, and a unit of the ontology or of the city."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..exports.turtle_terms import TYPE
from ..namespaces import CG, PREFIXES
from ..proof.figure_claims import CLASSES, claimed
from ..proof.folded import is_chinese
from .cell_terms import words_in
from .filling import identifier
from .languages import guess
from .ontology import ontology

if TYPE_CHECKING:
    from decimal import Decimal

    from .draft import Triple
    from .folder_names import FolderNames

_COUNT = "count:"
_UNIT, _COMPARATOR = CG + "Unit", CG + "Comparator"


class Quantities:
    """Turns numbers with their units and comparators into terms.

    Attributes:
        made: The triples of the units that the ontology and the folder lack.
    """

    def __init__(self, names: FolderNames, languages: list[str]) -> None:
        self._names, self._languages = names, languages
        self.made: dict[str, list[Triple]] = {}

    def value(self, number: str, unit: str) -> tuple[str, str]:
        """Return the value of a number, and its unit.

        Args:
            number: Digits, as the proof reads them.
            unit: The words of its unit; empty if it has none.

        Returns:
            The lexical form of the value, and the IRI of the unit: one of the ontology or of the folder that is called
            so, else one that counts the same, for which the value is scaled, else a new one; empty without a unit.
        """
        if not unit:
            return number, ""
        read = claimed(number, unit, "", _language(unit))
        # 家 and 名 count whatever stands behind them, which the label of a unit does not say.
        counter = read and read.unit.startswith(_COUNT) and is_chinese(unit)
        if not counter and (iri := self._names.iri("term", unit)):
            return number, iri
        if read and read.unit and read.low == read.high and (iri := _base_units().get(read.unit, "")):
            return _plain(read.low), iri
        return number, self._new(unit)

    def _new(self, unit: str) -> str:
        from pyoxigraph import Literal, NamedNode

        iri = f"{self._names.iris.base}unit/{identifier([unit])}"
        before = "{n}" if is_chinese(unit) or unit in "%‰°" else "{n} "
        node = NamedNode(iri)
        label = words_in(unit, guess(unit, self._languages))
        self.made[iri] = [
            (node, NamedNode(TYPE), NamedNode(_UNIT)),
            (node, NamedNode(PREFIXES["rdfs"] + "label"), label),
            (node, NamedNode(CG + "word"), Literal(before + unit)),
        ]
        return iri

    def comparator(self, word: str) -> str | None:
        """Return the comparator that a word means.

        Args:
            word: A word as printed, a sign, or the name of a comparator.

        Returns:
            The IRI; empty if the word says nothing of more or less, None if it is no comparator.
        """
        if iri := self._names.iri("term", word):
            return iri if any(iri == each and kind == _COMPARATOR for each, kind, _ in _terms()) else None
        read = claimed("1", "", word, _language(word))
        if read is None or read.comparator not in ("", *CLASSES):
            return None
        return _comparators().get(read.comparator, "") if read.comparator else ""


def _language(words: str) -> str:
    return "zh" if is_chinese(words) else "en"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


@cache
def _base_units() -> dict[str, str]:
    """Return the units of the ontology by what they count, those in which the value is not scaled."""
    found: dict[str, str] = {}
    for iri, kind, words in _terms():
        for word in words if kind == _UNIT else ():
            read = claimed("1", word, "", _language(word))
            if read and read.unit and read.low == 1 and not read.unit.startswith(_COUNT):
                found.setdefault(read.unit, iri)
    return found


@cache
def _comparators() -> dict[str, str]:
    found: dict[str, str] = {}
    for iri, kind, words in _terms():
        for word in words if kind == _COMPARATOR else ():
            read = claimed("1", "", word, _language(word))
            if read and read.comparator in CLASSES:
                found.setdefault(read.comparator, iri)
    return found


def _terms() -> list[tuple[str, str, list[str]]]:
    kinds = {s.value: o.value for s, p, o in ontology().triples if p.value == TYPE and hasattr(o, "value")}
    return [(iri, kinds.get(iri, ""), words) for iri, words in sorted(ontology().words.items())]
