"""A text as the proof reads it: sentences, clauses, names, numbers, periods and moods."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .statement import Thing
    from .text import Text

BLANK = "\ue000"  # stands for each letter of a name where words are looked for outside names


class Reading:
    """A text with the things that it may name.

    Attributes:
        text: The text.
        things: The things whose names are looked for.
        date: The date of the text in ISO 8601, from which 去年 and 今年 count; empty if it is not known.
        words: (word, means, language) rows that a person added to the lexicon for this text.
    """

    def __init__(
        self, text: Text, things: Iterable[Thing], *, date: str = "", words: Iterable[tuple[str, str, str]] = ()
    ) -> None:
        self.text = text
        self.things = tuple(things)
        self.date = date
        self.words = tuple(words)
