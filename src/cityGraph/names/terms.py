"""Find the terms of an ontology that a word stands for: kinds and relations, as answers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..namespaces import local
from .labels import aliases, all_labels, vocabulary
from .spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

_MOST = 5  # terms that an error lists
_NEAR = 0.5  # the least likeness of a term that an error lists
_LEAST = 2  # characters of a part of a label


def terms_named(
    city: CityGraph, name: str, terms: Iterable[str], problem: str, known: str, *, whole: bool = False
) -> frozenset[str]:
    """Find the terms that a word stands for.

    A word is an IRI, a CURIE, a local name (``Firm``), a label in any language, read from either end if the term is a
    relation (是…的鏈主, 鏈主為), or its English plural. Then come the other words that the ontology has for its terms
    (``produces`` for ``makes``). A part of a label is taken if it is in the labels of one term only (鏈主).

    Args:
        city: An open graph.
        name: The word, in any case and either script.
        terms: The IRIs of the terms to choose from.
        problem: How the message of the error begins.
        known: What the message says before all terms, where none is near.
        whole: Whether to take no part of a label.

    Returns:
        The IRIs of the terms: several only if they have the same label.

    Raises:
        CityGraphError: No term is called so, or the word is a part of the labels of several. The message lists at most
            five, in the handle's language.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> kinds = ["https://w3id.org/citygraph/ontology#" + kind for kind in ("Firm", "Chain", "LegalEntity")]
        >>> [local(*terms_named(city, word, kinds, "", "")) for word in ("firms", "产业链", "法人", "chain")]
        ['Firm', 'Chain', 'LegalEntity', 'Chain']
    """
    terms = list(terms)
    labels = all_labels(city, terms)
    spellings = {term: {fold(each) for each in (term, local(term), *labels.get(term, ()))} for term in terms}
    word, iri = fold(name), fold(city.expand(name.strip()))
    others = {term: set(map(fold, words)) for term, words in aliases(city, terms).items()}
    for known_as in (spellings, others):
        for forms in ({word, iri}, _singulars(word)):
            if chosen := {term for term in terms if forms & known_as.get(term, set())}:
                return frozenset(chosen)
    parts = []
    if len(word) >= _LEAST and not whole:
        parts = [term for term in terms if any(word in fold(each) for each in (local(term), *labels.get(term, ())))]
        if len(parts) == 1:
            return frozenset(parts)
    for term, words in others.items():
        spellings[term] |= words
    raise refusal(city, name, spellings, problem, known, parts)


def refusal(
    city: CityGraph, name: str, spellings: dict[str, set[str]], problem: str, known: str, parts: list[str] | None = None
) -> CityGraphError:
    """Make the error for a word that stands for no term, or for several.

    Args:
        city: An open graph.
        name: The word.
        spellings: By IRI of each term, its spellings, folded.
        problem: How the message begins.
        known: What the message says before all terms, where none is near.
        parts: The terms that the word is a part of; None for those with a spelling like it.

    Returns:
        The error, which lists at most five terms in the handle's language.
    """
    near = parts or _near(fold(name), spellings)
    return CityGraphError(f"{problem} {short(name)!r}. {_listed(city, near, list(spellings), known)}")


def _singulars(word: str) -> set[str]:
    """Return what an English word may be the plural of."""
    if not word.isascii():
        return set()
    ends = (("ies", "y"), ("es", ""), ("s", ""))
    return {word.removesuffix(end) + instead for end, instead in ends if word.endswith(end)}


def _near(word: str, spellings: dict[str, set[str]]) -> list[str]:
    """List the terms with a spelling like a word, the most similar first."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=word[:100], autojunk=False)
    likeness: dict[str, float] = {}
    for term, forms in spellings.items():
        for form in forms:
            matcher.set_seq1(form)
            if matcher.real_quick_ratio() >= _NEAR and (ratio := matcher.ratio()) >= _NEAR:
                likeness[term] = max(ratio, likeness.get(term, 0))
    return sorted(likeness, key=lambda term: (-likeness[term], term))


def _listed(city: CityGraph, near: list[str], terms: list[str], known: str) -> str:
    """Return the end of the message: the nearest terms or, where none is near, the first of all."""
    words = vocabulary(city, near or terms)
    # A term with a label in the reader's language says more than a bare name.
    shown = (near or sorted(terms, key=lambda term: (words.label(term) == local(term), term)))[:_MOST]
    pairs = ((words.label(term), local(term)) for term in shown)
    named = ", ".join(label if label == name else f"{label} ({name})" for label, name in pairs)
    if near:
        return f"Nearest names: {named}."
    more = f", and {len(terms) - len(shown)} more" if len(terms) > len(shown) else ""
    return f"{known}: {named or 'none'}{more}."
