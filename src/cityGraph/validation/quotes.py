"""Checks what the quotes of a graph say beside what its claims make of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..names.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..proof.wording import Wording
    from .places import Found

_folded = cache(fold)


def quote_findings(claims: Iterable[Claim], wording: Wording) -> Iterator[Found]:
    """Find facts that a quote calls a plan, and inferences that a quote of their source already states.

    Args:
        claims: All claims of a graph.
        wording: The words of the graph.

    Yields:
        What is wrong, as (rule, message, IRI of the claim).

    Examples:
        >>> import cityGraph as cg
        >>> from cityGraph.graph.reader import read
        >>> from cityGraph.proof.wording import wording
        >>> city = cg.open()
        >>> list(quote_findings(read(city, None), wording(city)))
        []
    """
    claims = list(claims)
    quotes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for claim in claims:
        for passage in claim.evidence:
            quotes[passage.source][passage.phrase] = None
    for claim in claims:
        if claim.basis == "inferred":
            found = (
                quote for source in claim.rests_on for quote in quotes[source.iri] if _names_both(claim, quote, wording)
            )
            if quote := next(found, None):
                yield "said", f"it is inferred, but «{quote}» names both ends", claim.iri
        elif claim.status == "realised" and claim.positions is None and _can_be_planned(claim, wording):
            for passage in claim.evidence:
                if word := _plan_word(claim, passage.phrase, wording):
                    yield "plan", f"it is realised, but «{passage.phrase}» says {word}", claim.iri


def _can_be_planned(claim: Claim, wording: Wording) -> bool:
    relation = wording.relations.get(claim.relation.iri)
    return relation is not None and len(relation.statuses) > 1


def _plan_word(claim: Claim, quote: str, wording: Wording) -> str | None:
    """The modal word of a quote, or None. Right before a name, as in 將太鋼劃轉, the word only marks an object."""
    words = _folded(quote)
    names = {start for thing in (claim.subject, claim.object) for start, _ in _mentions(thing, words, wording)}
    for word in map(_folded, wording.modal):
        if any(end not in names for _, end in _places(word, words)):
            return word
    return None


def _names_both(claim: Claim, quote: str, wording: Wording) -> bool:
    """Whether a quote names subject and object beside each other, not one within the name of the other."""
    words = _folded(quote)
    subjects, objects = (_mentions(thing, words, wording) for thing in (claim.subject, claim.object))
    apart = [(s, o) for s in subjects for o in objects if s[1] <= o[0] or o[1] <= s[0]]
    if not apart:
        return False
    others = {
        thing: names for thing, names in wording.all_names.items() if thing not in {end.iri for end in claim.ends}
    }
    longer = [place for names in others.values() for name in names for place in _places(_folded(name), words)]
    return any(not any(_within(end, place) for end in pair for place in longer) for pair in apart)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether words are a part of a longer name, as that of a city in that of its newspaper."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _mentions(thing: object, words: str, wording: Wording) -> list[tuple[int, int]]:
    names = wording.all_names.get(thing.iri, ()) if isinstance(thing, Entity) else ()
    return [place for name in names if len(name) > 1 for place in _places(_folded(name), words)]


def _places(part: str, words: str) -> Iterator[tuple[int, int]]:
    start = words.find(part)
    while start >= 0:
        yield start, start + len(part)
        start = words.find(part, start + 1)
