"""The words that a person adds for the texts of a folder, as triples and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import language_tag
from ..exports.turtle_terms import TYPE
from ..namespaces import CG
from .cell_terms import words_in
from .filling import identifier
from .languages import guess
from .names_of_claims import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .draft import About, Triple
    from .proving import Words

ADDED = CG + "AddedWord"
_WORD, _MEANS = CG + "word", CG + "means"


def word_triples(words: Iterable[Words], base: str, languages: Sequence[str]) -> list[Triple]:
    """Write added words as triples.

    Args:
        words: Each word with what it means and its language.
        base: The base of the folder.
        languages: The languages of the folder, the main one first.

    Returns:
        The triples.
    """
    from pyoxigraph import Literal, NamedNode

    found = sorted(dict.fromkeys(words))
    iris = numbered(((f"{base}word/{identifier([word[0]])}", word) for word in found), ())
    made: list[Triple] = []
    for word, means, language in found:
        node = NamedNode(iris[word, means, language])
        tag = guess(word, languages) if language == "zh" else language
        made.append((node, NamedNode(TYPE), NamedNode(ADDED)))
        made.append((node, NamedNode(_WORD), words_in(word, tag)))
        made.append((node, NamedNode(_MEANS), Literal(means)))
    return made


def word_rows(about: About) -> list[dict[str, str]]:
    """Read added words from a graph.

    Args:
        about: Objects by the IRI of their predicate, by subject.

    Returns:
        A row for each word, sorted.
    """
    rows: list[dict[str, str]] = []
    for parts in about.values():
        if any(kind.value == ADDED for kind in parts.get(TYPE, ())):
            words: list[Any] = parts.get(_WORD, [])
            for word in words:
                language = language_tag(word.language or "en").partition("-")[0]
                rows += [{"word": word.value, "means": m.value, "language": language} for m in parts.get(_MEANS, ())]
    return sorted(rows, key=lambda row: tuple(row.values()))
