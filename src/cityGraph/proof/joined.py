"""Finds words in a whole text at once, whatever its script and width."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from .folded import folded

if TYPE_CHECKING:
    from collections.abc import Mapping


class Joined:
    """All paragraphs of a text, folded, in one string: words are looked for once, not once a paragraph."""

    def __init__(self, paragraphs: Mapping[int, str]) -> None:
        self._numbers = sorted(paragraphs)
        pieces = [folded(paragraphs[number]) for number in self._numbers]
        self._words = "\0".join(pieces)
        self._starts = [0, *accumulate(len(piece) + 1 for piece in pieces[:-1])]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Find where words stand.

        Args:
            words: Words of one paragraph.

        Returns:
            (paragraph, offset) of each place, in the order of the text.

        Examples:
            >>> Joined({1: "雲河市", 2: "支持云河市"}).find("云河市")
            [(1, 0), (2, 2)]
        """
        words = folded(words)
        found = []
        at = self._words.find(words)
        while at >= 0 and words:
            index = bisect_right(self._starts, at) - 1
            found.append((self._numbers[index], at - self._starts[index]))
            at = self._words.find(words, at + 1)
        return found
