"""The words that have one sense for a rule, such as those of a loss: alternatives of a regular expression."""

from __future__ import annotations

import re
from functools import cache

from .lemmas import forms
from .tables import table


@cache
def members(sense: str, language: str) -> frozenset[str]:
    """Return the words of a sense, of the table ``senses``.

    Args:
        sense: What they tell a rule, such as "loss".
        language: "zh" or "en"; an English word in angle brackets stands for all its forms.

    Returns:
        The words.

    Raises:
        KeyError: The table has no word of this sense: the rule that asks would never hold.

    Examples:
        >>> "axed" in members("loss", "en"), "won" in members("loss", "en")
        (True, False)
    """
    said = [row["word"] for row in table("senses", language) if row["sense"] == sense]
    if not said:
        raise KeyError(sense)
    return frozenset(form for word in said for form in (forms(word[1:-1]) if word.startswith("<") else (word,)))


@cache
def either(sense: str, language: str) -> str:
    """Return the words of a sense as alternatives of a regular expression.

    Args:
        sense: What they tell a rule, such as "loss".
        language: "zh" or "en".

    Returns:
        The alternatives in a group, longest first; in English they match whole words alone.

    Raises:
        KeyError: The table has no word of this sense.

    Examples:
        >>> loss = re.compile(either("loss", "en"))
        >>> bool(loss.search("300 jobs were cut")), bool(loss.search("a glass cutter"))
        (True, False)
    """
    words = sorted(members(sense, language), key=lambda word: (-len(word), word))
    group = f"(?:{'|'.join(map(re.escape, words))})"
    return rf"\b{group}\b" if language == "en" else group
