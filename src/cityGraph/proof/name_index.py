"""Finds the names of things in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .folded import folded
from .short_names import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .statement import Thing


class Mention(NamedTuple):
    """Where a paragraph names a thing.

    Attributes:
        start: The offset of its first character: in code points, zero-based.
        end: The offset behind its last character.
        keys: The things that have this name; more than one if it fits several.
        role: "name"; "standin" for a word that stands for a thing, "possessive" for its or 其.
        families: The families of things that a stand-in can stand for; empty for a name.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    role: str = "name"
    families: tuple[str, ...] = ()


class NameIndex:
    """Finds names in a text: the longest at each place, none inside another."""

    def __init__(self, things: Iterable[Thing]) -> None:
        full: dict[str, list[str]] = {}
        short: dict[str, list[str]] = {}
        for thing in things:
            for name in dict.fromkeys(map(folded, thing.names)):
                if name.strip():
                    full.setdefault(name.strip(), []).append(thing.key)
                for shorter in short_names(name.strip()):
                    short.setdefault(shorter, []).append(thing.key)
        for name, keys in short.items():
            if name not in full and len(set(keys)) == 1:
                full[name] = keys[:1]
        self._keys = {name: tuple(dict.fromkeys(keys)) for name, keys in full.items()}
        lengths: dict[str, set[int]] = {}
        for name in self._keys:
            lengths.setdefault(name[:2], set()).add(len(name))
        # How long the names are that begin with two characters: the time does not grow with the number of names.
        self._lengths = {begin: tuple(sorted(sizes, reverse=True)) for begin, sizes in lengths.items()}

    def find(self, words: str) -> list[Mention]:
        """List the names in some words.

        Args:
            words: Folded words.

        Returns:
            Mentions in the order of the text.
        """
        found = []
        at = 0
        while at < len(words):
            for size in self._lengths.get(words[at : at + 2], ()) or self._lengths.get(words[at], ()):
                end = at + size
                keys = self._keys.get(words[at:end]) if end <= len(words) else None
                if keys and _is_whole(words, at, end):
                    found.append(Mention(at, end, keys))
                    at = end - 1
                    break
            at += 1
        return found


def _is_whole(words: str, start: int, end: int) -> bool:
    """Whether Latin words are not cut: no letter or digit goes on at either end."""
    left = start and _is_latin(words[start]) and _is_latin(words[start - 1])
    right = end < len(words) and _is_latin(words[end - 1]) and _is_latin(words[end])
    return not left and not right


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
