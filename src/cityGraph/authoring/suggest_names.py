"""Names that a text has, before it is settled which of them name one thing."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .suggest_tables import rows


class Name(NamedTuple):
    """A name in a text.

    Attributes:
        name: The name as printed.
        kind: Its kind, as a sheet may call it.
        stem: What stands before its head, folded: 明光 in 明光集团; the whole name if it has no head.
        head: The word that says what it is, folded.
        paragraph: The number of the paragraph where it was found first.
        start: Where it begins there.
        firm: Whether its bounds are sure: a mark stands before it, or its form leaves no doubt.
    """

    name: str
    kind: str
    stem: str
    head: str
    paragraph: int
    start: int
    firm: bool


@cache
def words(role: str) -> frozenset[str]:
    """Return the Chinese words that have a role where names are looked for.

    Args:
        role: What the word does there, such as "generic", "boundary", "title" or "surname".

    Returns:
        Folded words.

    Examples:
        >>> "的" in words("boundary")
        True
    """
    return frozenset(row["word"] for row in rows("suggest-words") if row["role"] == role)


@cache
def english(role: str) -> frozenset[str]:
    """Return the English words that have a role where names are looked for.

    Args:
        role: What the word does there, such as "title" or "no name".

    Returns:
        Words as they are printed.

    Examples:
        >>> "Mayor" in english("title")
        True
    """
    return frozenset(row["word"] for row in rows("suggest-words-en") if row["role"] == role)


def either(found: frozenset[str] | set[str]) -> str:
    """Return words as alternatives of a regular expression, the longest first.

    Args:
        found: Words.

    Returns:
        The alternatives in a group.
    """
    return f"(?:{'|'.join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))})"


class Head(NamedTuple):
    """A word that ends names.

    Attributes:
        word: The word, folded for Chinese.
        kind: The kind of what is named so.
        never: Longer words in which it ends no name.
    """

    word: str
    kind: str
    never: tuple[str, ...]


@cache
def heads(language: str) -> dict[str, Head]:
    """Return the words that end names.

    Args:
        language: "zh" or "en".

    Returns:
        Heads by their word.

    Examples:
        >>> heads("zh")["集团"].kind, heads("en")["University"].kind
        ('firm', 'organisation')
    """
    return {
        row["word"]: Head(row["word"], row["kind"], tuple(filter(None, row["never"].split("|"))))
        for row in rows("suggest-heads")
        if row["language"] == language
    }
