"""What a sheet may call kinds, relations, statuses and moods: each label and alias of the ontology, in any language."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from ..errors import short
from ..model.claim import BASES, STATUSES
from ..model.noun import Noun
from ..names.labels import aliases, all_labels
from ..names.spelling import fold
from ..namespaces import CG, expand, local
from ..proof.families import families
from ..proof.figures import figures
from ..proof.said_by import said_by
from ..proof.tables import LANGUAGES
from ..store.city import CityGraph
from ..store.open import load
from ..store.shipped import ontology_files
from .columns import columns_of
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_MOOD_OF = {STATUSES[0]: "done"}  # the others have a mood of the same name
_OF_NUMBERS = ("unit", "comparator", "measure", "period")  # columns of claims for which no word can be added
UNIT = "Unit"  # a kind of terms of which a folder may have some of its own
_PLURALS = (("s", ""), ("es", ""), ("ies", "y"))


class Meaning(Noun):
    """What a word of a sheet means.

    Attributes:
        term: The local name of the term; empty if the word means none.
        reason: Why it means none; else empty.
        suggestion: What to write instead; empty if nothing is known.
    """

    term: str
    reason: str = ""
    suggestion: str = ""


def _is_unit(word: str) -> bool:
    """Whether a word names something of a number, or is a unit."""
    if columns_of("claims").named(word) in _OF_NUMBERS:
        return True
    return any(figure.end == len(word) + 1 for language in LANGUAGES for figure in figures(f"1{word}", language))


class Terms:
    """The terms of one sort, by every word for them.

    A word means what `cityGraph.names.declared` says; here thousands of cells are looked up without a query for each.
    """

    def __init__(self, sort: str, levels: Iterable[dict[str, list[str]]], wanted: Container[str] = ()) -> None:
        self._sort, self._wanted = sort, wanted
        self._levels: list[dict[str, list[str]]] = []
        words: list[str] = []
        for level in levels:
            self._levels.append({})
            for term in sorted(level):
                words += level[term]
                for word in dict.fromkeys(map(fold, level[term])):
                    self._levels[-1].setdefault(word, []).append(term)
        self._terms = {term for level in self._levels for terms in level.values() for term in terms}
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
            found = self._found(word)
            reason = f"no {self._sort} is called {short(word)!r}"
            self._known[word] = Meaning(local(found)) if found else Meaning("", reason, self._near.to(word))
        return self._known[word]

    def _found(self, word: str) -> str:
        if (iri := expand(word.strip())) in self._terms:
            return iri
        key = fold(word)
        # An English word may be a plural.
        singulars = [key.removesuffix(end) + more for end, more in _PLURALS if key.isascii() and key.endswith(end)]
        for form in (key, *singulars):
            found = [term for level in self._levels for term in level.get(form, ())]
            if found:
                return next((term for term in found if term in self._wanted), found[0])
        return ""


class SheetTerms:
    """The terms that the cells of a sheet may name, and what the proof must know of them.

    Attributes:
        kinds: The kinds of things.
        statuses: The statuses.
        bases: The bases.
        families: The family of each kind, by its local name.
        said_by: The relations of the lexicon whose words say a relation, by its local name.
        measures: The local names of the relations that take a value.

    Examples:
        >>> terms = SheetTerms()
        >>> terms.kinds.meaning("企业").term, terms.statuses.meaning("plan").term
        ('Firm', 'planned')
        >>> terms.kinds.meaning("Frim")
        Meaning(term='', reason="no kind is called 'Frim'", suggestion='firm')
        >>> terms.relation("supports", value=False).term, terms.said_by["aids"]
        ('aids', ('supports',))
    """

    def __init__(self) -> None:
        self._ontology = CityGraph(load("oxigraph", ontology_files()))
        kinds = [*(row[0].value for row in self._ontology.select("declared-kinds")), CG + UNIT]
        sorts = {term.value: sort.value for term, sort in self._ontology.select("declared-relations")}
        self._relations = list(sorts)
        values = frozenset(term for term, sort in sorts.items() if sort == CG + "measure")
        self.measures = frozenset(map(local, values))
        self.kinds = Terms("kind", [self._labels(kinds), aliases(self._ontology, kinds)])
        # A plain word means the general relation, whose aliases have it.
        levels = [aliases(self._ontology, sorts), self._labels(sorts)]
        self._by_value = {
            True: Terms("relation", levels, values),
            False: Terms("relation", levels, sorts.keys() - values),
        }
        self._turned = self._inverses(levels)
        self._moods = self._words_of_moods()
        of_moods = {CG + each: self._moods_of(_MOOD_OF.get(each, each)) for each in STATUSES}
        self.statuses = Terms("status", [self._labels([CG + each for each in STATUSES]), of_moods])
        self.bases = Terms("basis", [self._labels([CG + each for each in BASES])])
        of_relations = [words for level in levels for words in level.values()]
        self._near = Nearest(word for words in (*of_relations, self._moods) for word in words)
        self.families = families(self._ontology)
        self.said_by = said_by(self._ontology)
        self._ontology.close()

    def relation(self, word: str, *, value: bool) -> Meaning:
        """Find the relation that a word means.

        Args:
            word: A label in any language and either script, an alias, a local name, a CURIE or an IRI.
            value: Whether the object is a number or a few words, not a thing.

        Returns:
            The relation, or why there is none.
        """
        meaning = self._by_value[value].meaning(word)
        if not meaning.term and (turned := self._turned.get(fold(word))):
            reason = f"{short(word)!r} reads from the object to the subject. Exchange the two"
            return Meaning("", reason, turned)
        return meaning

    def word(self, means: str) -> Meaning:
        """Find what a row of added words means, as the proof knows it.

        Args:
            means: A relation, a status or a mood, in the words of any language.

        Returns:
            A relation of the lexicon, or a mood of `cityGraph.proof.scope`, or why there is none.

        Examples:
            >>> terms = SheetTerms()
            >>> terms.word("支援").term, terms.word("規劃").term, terms.word("negation").term
            ('supports', 'planned', 'denied')
            >>> terms.word("suports")
            Meaning(term='', reason="no relation, status or mood is called 'suports'", suggestion='supports')
        """
        # 規劃 is a status first, as in the column status: the relation has other names.
        if mood := self._moods.get(fold(means)):
            return Meaning(mood)
        found = self._by_value[False].meaning(means)
        if found.term:
            return Meaning(next(iter(self.said_by[found.term]), f"cg:{found.term}"))
        word = short(means)
        if turned := self._turned.get(fold(means)):
            return Meaning("", f"{word!r} reads from the object to the subject", turned)
        if _is_unit(means):
            return Meaning("", f"{word!r} belongs to a number. Words can be added for relations and moods only")
        return Meaning("", f"no relation, status or mood is called {word!r}", self._near.to(means))

    def _words_of_moods(self) -> dict[str, str]:
        """Return the mood that each folded word means: a label of a status, or a word of ``moods.tsv``."""
        lines = (files(__package__) / "moods.tsv").read_text("utf-8").splitlines()[1:]
        moods = [(mood, words.split("|")) for mood, words in (line.split("\t") for line in lines)]
        of_statuses = self._labels([CG + each for each in STATUSES])
        moods += [(_MOOD_OF.get(local(each), local(each)), words) for each, words in of_statuses.items()]
        # The words of the file are in 简体, which `fold` makes of both scripts.
        return {fold(word): mood for mood, words in moods for word in (mood, *words)}

    def _moods_of(self, mood: str) -> list[str]:
        return [word for word, means in self._moods.items() if means == mood and word != mood]

    def _labels(self, terms: Iterable[str]) -> dict[str, list[str]]:
        """Return the labels of terms as read from their subject, and their local names."""
        several = list(terms)
        labels = all_labels(self._ontology, several, inverse=False)
        return {term: [*labels.get(term, ()), local(term)] for term in several}

    def _inverses(self, levels: list[dict[str, list[str]]]) -> dict[str, str]:
        """Return a label of each relation by the labels that read from its object."""
        forward = {fold(word) for level in levels for words in level.values() for word in words}
        return {
            fold(label): levels[1][term][0]
            for term, labels in all_labels(self._ontology, self._relations).items()
            for label in labels
            if fold(label) not in forward
        }
