"""Compares texts in one normal form: 简体, in one width, without spaces."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ..model.positions import Range
from ..names.folding import SIMPLIFIED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .text import Text


def normalize(words: str) -> str:
    """Return words in the form in which they are compared: 简体, in one width, without spaces.

    Args:
        words: Any words.

    Returns:
        The words in normal form; empty if they are only spaces.

    Examples:
        >>> normalize("太原市 重點支持,") == normalize("太原市重点支持,")
        True
    """
    return "".join(map(_normal_character, words))


def _normal_character(character: str) -> str:
    """Return one character in normal form; empty for a space or an invisible character."""
    if character.isspace() or unicodedata.category(character) == "Cf":
        return ""
    single = unicodedata.normalize("NFKC", character)
    return (single if len(single) == 1 else character).translate(SIMPLIFIED)


class NormalText:
    """A text in normal form that knows where each of its characters stands in the text itself.

    Attributes:
        characters: The whole text in normal form, without breaks between lines and paragraphs.
        line_starts: The offsets in `characters` where the lines of the text begin, in ascending order.
    """

    characters: str
    line_starts: list[int]

    def __init__(self, text: Text) -> None:
        characters: list[str] = []
        self.line_starts = []
        self._origins: list[tuple[int, int]] = []  # paragraph and offset of each character
        for number, paragraph in sorted(text.paragraphs.items()):
            self.line_starts.append(len(characters))
            for offset, character in enumerate(paragraph):
                if character == "\n":
                    self.line_starts.append(len(characters))
                if kept := _normal_character(character):
                    characters.append(kept)
                    self._origins.append((number, offset))
        self.characters = "".join(characters)

    def __contains__(self, words: str) -> bool:
        return normalize(words) in self.characters

    def find(self, words: str) -> Iterator[int]:
        """Find every place where words begin.

        Args:
            words: The words, in any script and width.

        Yields:
            Offsets in `characters`, in ascending order; none for empty words.
        """
        wanted = normalize(words)
        at = self.characters.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            at = self.characters.find(wanted, at + 1)

    def range(self, begin: int, end: int) -> Range | None:
        """Return where a stretch of the normal form stands in the text itself.

        Args:
            begin: The offset of its first character in `characters`.
            end: The offset behind its last character; greater than `begin`.

        Returns:
            A range; None if the stretch runs over two paragraphs.
        """
        (number, start), (last, stop) = self._origins[begin], self._origins[end - 1]
        return Range(number, start, stop + 1) if number == last else None
