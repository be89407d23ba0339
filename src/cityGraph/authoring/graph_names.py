"""What sheets call the things, sources and terms of a graph, so that each is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..names.spelling import fold
from ..namespaces import CG, PREFIXES, local, shorten
from .ontology import kebab, ontology

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .iris import Iris

_NAMES = tuple(PREFIXES["skos"] + role for role in ("prefLabel", "altLabel", "hiddenLabel"))
_LABEL = PREFIXES["rdfs"] + "label"


class GraphNames:
    """Words for the IRIs of a graph.

    Attributes:
        iris: The base and the prefixes.
    """

    def __init__(self, iris: Iris, things: Mapping[str, Mapping[str, Sequence[Any]]], named: Mapping[str, str]) -> None:
        """Collect the names of the things.

        Args:
            iris: The base and the prefixes.
            things: The things of the table, by IRI, with their objects by predicate.
            named: The name that each has in the column ``name``.
        """
        self.iris = iris
        self._named = dict(named)
        self._ids = {iris.id(iri) for iri in things}
        self._carriers: dict[str, set[str]] = {}
        for iri, about in things.items():
            for predicate in (*_NAMES, _LABEL, CG + "word", CG + "anaphor"):
                for term in about.get(predicate, ()):
                    for spelling in (term.value, "\0" + fold(term.value)):
                        self._carriers.setdefault(spelling, set()).add(iri)
        self._of_terms: dict[str, set[str]] = {}
        for iri, words in ontology().words.items():
            for word in words:
                self._of_terms.setdefault(word, set()).add(iri)

    def thing(self, iri: str) -> str:
        """Return what a claim calls a thing: its name if nothing else has it, else its id.

        Args:
            iri: The IRI of a thing of the table.

        Returns:
            The word.
        """
        name = self._named.get(iri, "")
        exact, like = self._carriers.get(name, set()), self._carriers.get("\0" + fold(name), set())
        alone = (exact or like) == {iri}
        return name if alone and name not in self._ids else self.iris.id(iri)

    def is_name(self, word: str) -> bool:
        """Say whether a cell with some words would name a thing.

        Args:
            word: The words.

        Returns:
            Whether they are a name or an id.
        """
        return word in self._ids or word in self._carriers or "\0" + fold(word) in self._carriers

    def word(self, sort: str, iri: str) -> str:
        """Return a word for an IRI.

        Args:
            sort: ``source``, ``old`` or ``term``.
            iri: The IRI.

        Returns:
            An id; of a term of the ontology its local name with hyphens; of a thing its name.
        """
        if sort != "term":
            return self.iris.id(iri)
        if iri in ontology().words:
            name = kebab(local(iri))
            return name if self._of_terms[name] == {iri} and name not in self._carriers else shorten(iri)
        name = self.thing(iri) if iri in self._named else ""
        return name if name and name not in self._of_terms else self.iris.id(iri)

    def iri(self, sort: str, word: str) -> str:  # noqa: ARG002
        """Return nothing: a graph has no cells.

        Args:
            sort: What is named.
            word: The word.

        Returns:
            An empty string.
        """
        return ""


def main_names(things: Mapping[str, Mapping[str, Sequence[Any]]], languages: Iterable[str]) -> dict[str, str]:
    """Return the name of each thing in the first of the languages that it has a name in.

    Args:
        things: The things by IRI, with their objects by predicate.
        languages: The languages of the graph, the main one first.

    Returns:
        The names by IRI; things without a name are left out.
    """
    from .cell_terms import tag_of

    ranked = {tag: at for at, tag in enumerate(languages)}
    found: dict[str, str] = {}
    for iri, about in things.items():
        names = [term for predicate in (_NAMES[0], _LABEL) for term in about.get(predicate, ())]
        if names:
            found[iri] = min(
                names, key=lambda term: (ranked.get(tag_of(term), len(ranked)), tag_of(term), term.value)
            ).value
    return found
