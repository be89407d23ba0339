"""What a sheet may call kinds, relations and statuses: every label and alias of the ontology, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.noun import Noun
from ..names.spelling import fold
from ..namespaces import PREFIXES, local, shorten
from ..store.city import CityGraph
from ..store.open import load
from ..store.shipped import ontology_files
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_ID, _LABEL, _ALIAS, _INVERSE = range(4)  # how a word may mean a term, the surest first
_ROLES = {"inverseLabel": _INVERSE, "altLabel": _ALIAS, "hiddenLabel": _ALIAS}
# What the query calls the sorts of terms.
_SORTS = {"Class": "kind", "relation": "relation", "measure": "measure", "Status": "status", "Basis": "basis"}


class Meaning(Noun):
    """What a word of a sheet means.

    Attributes:
        term: The local name of the term; empty if the word means none, or several.
        reason: Why it means none; else empty.
        suggestion: What to write instead; empty if nothing is known.
    """

    term: str
    reason: str = ""
    suggestion: str = ""


class Terms:
    """The terms of one sort, by every word for them."""

    def __init__(self, sort: str, rows: Iterable[tuple[str, int, str]]) -> None:
        self._sort = sort
        self._by_word: dict[str, dict[int, set[str]]] = {}
        words = []
        for term, role, word in rows:
            self._by_word.setdefault(fold(word), {}).setdefault(role, set()).add(term)
            words += [word] if role != _INVERSE else []
        self._near = Nearest(words)
        self._known: dict[str, Meaning] = {}

    def meaning(self, word: str) -> Meaning:
        """Find the term that a word means.

        Args:
            word: A label in any language and either script, an alias, a local name, a CURIE or an IRI.

        Returns:
            The term, or why there is none.
        """
        if word not in self._known:
            self._known[word] = self._found(word)
        return self._known[word]

    def _found(self, word: str) -> Meaning:
        ways = self._by_word.get(fold(word), {})
        for way in (_ID, _LABEL, _ALIAS):
            if len(terms := sorted(ways.get(way, ()))) == 1:
                return Meaning(terms[0])
            if terms:
                return Meaning("", f"{short(word)!r} means {len(terms)} {self._sort}s: {', '.join(terms)}. Write one")
        if _INVERSE in ways:
            reason = f"{short(word)!r} reads from the object to the subject. Exchange the two"
            return Meaning("", reason, min(ways[_INVERSE]))
        return Meaning("", f"no {self._sort} is called {short(word)!r}", self._near.to(word))


class SheetTerms(Noun):
    """The terms that the cells of a sheet may name.

    Attributes:
        kinds: The kinds of things.
        relations: The relations and the measures.
        statuses: The statuses.
        bases: The bases.
        measures: The local names of the relations that take a value.
    """

    kinds: Terms
    relations: Terms
    statuses: Terms
    bases: Terms
    measures: frozenset[str]


def sheet_terms() -> SheetTerms:
    """Read the terms of the ontology that comes with the package.

    Returns:
        The terms.

    Examples:
        >>> terms = sheet_terms()
        >>> terms.kinds.meaning("企业").term, terms.statuses.meaning("plan").term
        ('Firm', 'planned')
        >>> terms.kinds.meaning("Frim")
        Meaning(term='', reason="no kind is called 'Frim'", suggestion='firm')
    """
    with CityGraph(load("oxigraph", ontology_files())) as ontology:
        rows = ontology.select("sheet-terms")
    found: dict[str, list[tuple[str, int, str]]] = {sort: [] for sort in _SORTS.values()}
    for term, sort, role, label in rows:
        if term.value.startswith(PREFIXES["cg"]):
            way = _ROLES.get(local(role.value), _LABEL)
            found[_SORTS[local(sort.value)]].append((term.value, way, label.value))
    terms = {sort: Terms(sort, _named(rows)) for sort, rows in found.items() if sort not in ("relation", "measure")}
    relations = Terms("relation", _named([*found["relation"], *found["measure"]]))
    measures = frozenset(local(term) for term, _, _ in found["measure"])
    return SheetTerms(terms["kind"], relations, terms["status"], terms["basis"], measures)


def _named(rows: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """Return the words for terms by local name, with their names and IRIs among them."""
    names = dict.fromkeys(term for term, _, _ in rows)
    ids = [(local(term), _ID, each) for term in names for each in (local(term), term, shorten(term))]
    return [(local(term), way, word) for term, way, word in rows] + ids
