"""Does a name in the quotes of a claim say its relation by itself, as the name of a body says whose body it is?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model.claim import Entity

if TYPE_CHECKING:
    from ..model.claim import Claim
    from .quote_names import Names
    from .quoted import Quoted

_PHASE = "项?目?[(]?第?[一二三四五六七八九]期[)]?(?:工程|项目)?"
_COUNTED = re.compile("[条个家种项座大类]| [a-z]")
_BEGINS, _BEGUN_BY, _FOLLOWS = ("{s}", "⊃", "{o}"), ("{s}", "⊂", "{o}"), ("{o}", "{s}")


def name_in_name(claim: Claim, quoted: Quoted, ways: set[tuple[str, ...]], *, nested: bool) -> bool:
    """Say whether a name in the quotes says the relation of a claim by itself.

    Args:
        claim: The claim.
        quoted: Its quotes.
        ways: The patterns of its relation.
        nested: Whether any name with the other end in it says the relation, as 電機項目 tells what it makes.

    Returns:
        Whether one does.
    """
    what, names = claim.object, quoted.names
    if isinstance(what, Entity) and _FOLLOWS in ways and claim.status == "realised" and _beginning(claim, what, quoted):
        return True
    for quote in quoted.quotes if nested or {_BEGINS, _BEGUN_BY} & ways else ():
        for start, end, things in names.in_quote(quote, quoted.source):
            words = quote[start:end]
            if claim.subject.iri in things:
                if isinstance(what, Entity):
                    begins = _BEGINS in ways and _begins(words, what.iri, names)
                    if begins or (nested and quoted.holds(what.iri, words)):
                        return True
                elif nested or _BEGINS in ways:
                    counted = bool(claim.qualifier("unit")) or not what.datatype.endswith("decimal")
                    within = [b for a, b in quoted.figures(quote)[0] if a < end and start < b]
                    if any(counted or _COUNTED.match(quote[b:end]) for b in within):
                        return True
            begun_by = _BEGUN_BY in ways and isinstance(what, Entity) and what.iri in things
            if begun_by and _begins(words, claim.subject.iri, names):
                return True
    return False


def phase(claim: Claim, names: Names) -> bool:
    """Say whether the subject of a claim is a phase of its object by its name: 電機項目二期 is one of 電機項目.

    Args:
        claim: The claim.
        names: The names of the graph.

    Returns:
        Whether it is.
    """
    if not isinstance(claim.object, Entity) or claim.status != "realised":
        return False
    wholes, parts = (names.of(end.iri) for end in (claim.object, claim.subject))
    return any(re.fullmatch(re.escape(whole) + _PHASE, part) for whole in wholes for part in parts)


def _begins(words: str, thing: str, names: Names) -> bool:
    return any(words.startswith(name) and words != name for name in names.of(thing))


def _beginning(claim: Claim, what: Entity, quoted: Quoted) -> bool:
    """Whether a name that begins with that of the subject stands behind the object, as 太原市尖草坪区政府."""
    for quote in quoted.quotes:
        for (_, end, wholes), (start, last, parts) in pairwise(quoted.names.in_quote(quote, quoted.source)):
            beside = end == start and what.iri in wholes and claim.subject.iri not in parts
            if beside and _begins(quote[start:last], claim.subject.iri, quoted.names):
                return True
    return False
