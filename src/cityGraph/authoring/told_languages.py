"""The language that each quote of a graph would get, if it had none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exports.turtle_terms import RDF
from ..namespaces import CG
from .cell_terms import tag_of, words_in
from .columns import UNTAGGED
from .languages import guess, with_languages
from .ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .draft import Triple


def told_languages(triples: Sequence[Triple], languages: Sequence[str]) -> dict[tuple[str, str], str]:
    """Tell the languages of quotes, and of words that claims give as values.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.
        languages: The languages of the graph, the main one first.

    Returns:
        By the IRI of the passage or claim, and the words: the language that would be guessed without their tags.
    """
    said = set(words_of_sources(triples))
    bare = [(s, p, words_in(o.value, UNTAGGED)) if (s, p, o) in said else (s, p, o) for s, p, o in triples]
    told = tagged(with_languages(bare, ontology().triples), languages)
    return {(s.value, o.value): tag_of(o) for s, p, o in words_of_sources(told)}


def words_of_sources(triples: Sequence[Triple]) -> list[Triple]:
    """List the triples whose objects are words of a source: quotes, and values that are words.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        These triples.
    """
    verbal = {iri for iri, kinds in ontology().object_kinds.items() if RDF + "langString" in kinds}
    relations = {s: o.value for s, p, o in triples if p.value == RDF + "predicate"}

    def is_said(triple: Triple) -> bool:
        subject, predicate, term = triple
        if not hasattr(term, "datatype") or not (term.language or term.datatype.value.endswith("#string")):
            return False
        return bool(
            predicate.value == CG + "phrase" or (predicate.value == RDF + "object" and relations.get(subject) in verbal)
        )

    return [triple for triple in triples if is_said(triple)]


def tagged(triples: Sequence[Triple], languages: Sequence[str]) -> list[Triple]:
    """Give quotes, and words that are values, a language where their source does not tell it.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.
        languages: The languages of the folder, the main one first.

    Returns:
        The triples in the order given.
    """
    bare = {each for each in words_of_sources(triples) if tag_of(each[2]) == UNTAGGED}
    return [(s, p, words_in(o.value, guess(o.value, languages)) if (s, p, o) in bare else o) for s, p, o in triples]
