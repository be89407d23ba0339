"""What claims and passages are called, if their rows do not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..namespaces import local
from .filling import identifier
from .ontology import kebab

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

CLAIM, PASSAGE = "claim/", "passage/"


class Quote(NamedTuple):
    """A passage, by what makes it the one that it is.

    Attributes:
        source: The IRI of its source.
        paragraph: Its paragraph; empty if it is not known.
        start: Where it begins in the paragraph.
        end: Where it ends.
        phrase: Its words; empty if only the source is named.
        language: The language tag of the words; empty to tell it from them.
    """

    source: str
    paragraph: str = ""
    start: str = ""
    end: str = ""
    phrase: str = ""
    language: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """A key that sorts passages as a reader meets them."""
        numbers = tuple(int(each) if each.isdecimal() else 0 for each in (self.paragraph, self.start, self.end))
        return (self.source, *numbers, self.phrase, self.language)


def claim_name(subject: str, relation: str, thing: str = "", words: str = "") -> str:
    """Return what a claim is called: after its subject, its relation, and what it leads to.

    Args:
        subject: The IRI of its subject.
        relation: The IRI of its relation.
        thing: The IRI of its object; empty if that is a value.
        words: What the value counts, or the words that are the value; empty for a date and for a number alone.

    Returns:
        The local name.

    Examples:
        >>> from cityGraph.namespaces import CG
        >>> claim_name("urn:x/mill", CG + "locatedIn", "urn:x/port")
        'mill-located-in-port'
        >>> claim_name("urn:x/mill", CG + "hasOutput", "", "人数")
        'mill-has-output-renshu'
    """
    parts = [local(subject), kebab(local(relation))]
    if thing or words:
        parts.append(local(thing) if thing else identifier([words]))
    return "-".join(part.replace(":", "-") for part in parts)


def numbered(wanted: Iterable[tuple[str, Hashable]], taken: Iterable[str]) -> dict[Hashable, str]:
    """Give several things that may want the same name one each.

    Args:
        wanted: The IRI that each would have alone, and the thing, in an order that does not depend on rows.
        taken: The IRIs that others have.

    Returns:
        The IRI of each thing: with a number at its end if it has to be.

    Examples:
        >>> numbered([("urn:a", 1), ("urn:a", 2)], ["urn:b"])
        {1: 'urn:a', 2: 'urn:a-2'}
    """
    used = set(taken)
    names: dict[Hashable, str] = {}
    for iri, thing in wanted:
        free, number = iri, 1
        while free in used:
            number += 1
            free = f"{iri}-{number}"
        used.add(free)
        names[thing] = free
    return names


def passage_names(
    claims: Mapping[str, Sequence[Quote]], given: Mapping[Quote, str], taken: Iterable[str], base: str
) -> dict[Quote, str]:
    """Name passages after the first claim that cites them.

    Args:
        claims: By the IRI of each claim, its passages without a name.
        given: The passages that have a name, which others with the same words share.
        taken: The IRIs of all passages that have a name.
        base: The base of the folder.

    Returns:
        The IRI of each passage.
    """
    wanted: dict[Quote, str] = {}
    for claim in sorted(claims):
        name = claim.removeprefix(base + CLAIM) if claim.startswith(base + CLAIM) else local(claim)
        for quote in sorted(claims[claim], key=lambda quote: quote.place):
            if quote not in given:
                wanted.setdefault(quote, f"{base}{PASSAGE}{name}")
    names = numbered(((iri, quote) for quote, iri in wanted.items()), taken)
    return {**given, **{quote: names[quote] for quote in wanted}}
