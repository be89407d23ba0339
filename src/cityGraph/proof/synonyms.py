"""Words that mean the same where a measure is named: 名次 and 排名."""

from __future__ import annotations

from functools import cache

from .folded import folded
from .lemmas import stem
from .tables import table


def same_words(word: str, language: str) -> tuple[str, ...]:
    """Return the other words for a word.

    Args:
        word: A folded word; of English its stem will do.
        language: "zh" or "en".

    Returns:
        Folded words; none if the table has none.

    Examples:
        >>> "排名" in same_words("名次", "zh")
        True
    """
    return _groups(language).get(word if language == "zh" else stem(word), ())


@cache
def _groups(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for row in table("synonyms", language):
        words = [folded(word) for word in row["words"].split("|")]
        for word in words:
            found.setdefault(word if language == "zh" else stem(word), set()).update(
                other for other in words if other != word
            )
    return {word: tuple(sorted(others, key=lambda other: (-len(other), other))) for word, others in found.items()}
