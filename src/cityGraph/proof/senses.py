"""The words that have one sense for a rule, such as those of a loss: alternatives of a regular expression."""

from __future__ import annotations

import re
from functools import cache

from .lemmas import forms
from .tables import table


@cache
def either(sense: str, language: str) -> str:
    """Return the words of a sense, of the table ``senses``, as alternatives of a regular expression.

    Args:
        sense: What they tell a rule, such as "loss".
        language: "zh" or "en"; an English word in angle brackets stands for all its forms.

    Returns:
        The alternatives in a group, longest first; in English they match whole words alone.

    Raises:
        KeyError: The table has no word of this sense: the rule that asks would never hold.

    Examples:
        >>> import re
        >>> bool(re.search(either("loss", "en"), "300 jobs were cut")), bool(re.search(either("loss", "en"), "a cutter"))
        (True, False)
    """
    said = [row["word"] for row in table("senses", language) if row["sense"] == sense]
    if not said:
        raise KeyError(sense)
    each = {form for word in said for form in (forms(word[1:-1]) if word.startswith("<") else (word,))}
    longest_first = "|".join(map(re.escape, sorted(each, key=lambda word: (-len(word), word))))
    return rf"\b(?:{longest_first})\b" if language == "en" else f"(?:{longest_first})"
