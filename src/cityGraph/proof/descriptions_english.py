"""Finds names whose words an English sentence has in another order, or in part."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .lemmas import stem
from .name_index import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Token = tuple[str, int, int]  # the stem of a word, and where it begins and ends

_PHASE = re.compile(
    r"\b(?:the )?(first|second|third|fourth) (?:phase|stage)\b|\b(?:phase|stage) (one|two|three|four|i{1,3}|iv|\d)\b"
)
_NUMBERS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "one": "1", "two": "2", "three": "3", "four": "4"}
_NUMBERS |= {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_WORD = re.compile(r"[a-z0-9]+")
_LINK = ["the", "a", "an", "of", "in", "at", "on", "for", "and", "to", "s"]
_GENERIC = frozenset(
    (*_LINK, *["project", "base", "construct", "work", "scheme", "line", "plan", "programm", "program"])
)
_BETWEEN = frozenset((*_LINK, *["project", "base", "new", "its", "construct"]))
_JOINT = re.compile(r"[\s\"'-]*(?:of |and |the |for |in |on )*")
_OWNED = re.compile(r"'s? (base|plant|park|factory|project|campus|mine)\b")
_GAP = 5  # further words that may stand between those of a name
_SHARE = 0.5  # of the words of a name that a part of it must have
_MOST = 3  # things that one description may fit


class EnglishDescriptions:
    """Finds what names in English describe.

    Args:
        names: By thing, its folded English names.
        tied: By thing, the things that its name may introduce.

    Examples:
        >>> index = EnglishDescriptions({"p": ["hillview lens park, phase 1"]}, {})
        >>> words = "the first phase of hillview's lens park opened"
        >>> [words[each.start : each.end] for each in index.whole_names(words, [])]
        ["the first phase of hillview's lens park"]
    """

    def __init__(self, names: Mapping[str, list[str]], tied: Mapping[str, set[str]]) -> None:
        self._names, self._tied = names, tied
        self._bags = [(bag, key) for key, several in names.items() for name in several if len(bag := _bag(name)) > 1]

    def whole_names(self, words: str, found: list[Mention]) -> Iterator[Mention]:
        """Find names all of whose words stand close together: the first phase of HKC's copper foil project.

        Args:
            words: A folded sentence.
            found: The names found in it so far.

        Yields:
            Mentions; they may overlap.
        """
        tokens = _tokens(words)
        places: dict[str, list[int]] = {}
        for at, (token, _, _) in enumerate(tokens):
            places.setdefault(token, []).append(at)
        phases = {token for token in places if token.startswith("phase")}
        loose = _BETWEEN | {token for m in found for token in _bag(words[m.start : m.end])}
        best: dict[tuple[int, int], tuple[int, set[str]]] = {}
        for bag, key in self._bags:
            if not bag <= places.keys() or {token for token in bag if token.startswith("phase")} != phases:
                continue
            first, last = _window(bag, places)
            between = {token for token, _, _ in tokens[first : last + 1]} - bag
            if last - first >= len(bag) + _GAP or not between <= loose:
                continue
            span = tokens[first][1], tokens[last][2]
            size, keys = best.get(span, (0, set()))
            if len(bag) >= size:
                best[span] = len(bag), {key, *(keys if len(bag) == size else ())}
        for (start, end), (_, keys) in best.items():
            if len(keys) <= _MOST:
                yield Mention(start, end, tuple(sorted(keys)))

    def parts(self, words: str, found: list[Mention]) -> Iterator[Mention]:
        """Find parts of the names of what is tied to a thing that the sentence names: the special steel chain.

        Args:
            words: A folded sentence.
            found: The names found in it so far.

        Yields:
            Mentions; they may overlap.
        """
        tokens = [each for each in _tokens(words) if not any(m.start <= each[1] and each[2] <= m.end for m in found)]
        best: dict[tuple[int, int], list[tuple[float, str]]] = {}
        for key in sorted({key for mention in found for key in self._ties(mention)}):
            for name in self._names.get(key, ()):
                for start, end, share in _runs(tokens, name, words):
                    best.setdefault((start, end), []).append((share, key))
        for (start, end), several in best.items():
            top = max(share for share, _ in several)
            keys = {key for share, key in several if share == top}
            if len(keys) == 1:
                yield Mention(start, end, tuple(keys))
        for mention in found:
            yield from self._owned(mention, words)

    def _owned(self, mention: Mention, words: str) -> Iterator[Mention]:
        """Find the one work of a sort that a thing has: Hillview's base."""
        noun = _OWNED.match(words, mention.end)
        if noun is None or _PHASE.search(words):
            return
        named = words[mention.start : mention.end]
        fits = {
            key
            for key in self._ties(mention)
            for name in self._names.get(key, ())
            if noun[1] in name and named in name and not _PHASE.search(name)
        }
        if len(fits) == 1:
            yield Mention(mention.start, noun.end(), tuple(fits))

    def _ties(self, mention: Mention) -> set[str]:
        return {other for key in mention.keys for other in self._tied.get(key, ())}


def _runs(tokens: list[Token], name: str, words: str) -> Iterator[tuple[int, int, float]]:
    """Find where some words of a name stand side by side, its last one among them."""
    bag = _bag(name)
    parts = [token for token, _, _ in _tokens(name)]
    run: list[Token] = []
    for token in [*tokens, ("", -1, -1)]:
        if token[0] in parts and (not run or _JOINT.fullmatch(words[run[-1][2] : token[1]])):
            run.append(token)
            continue
        has = {each for each, _, _ in run}
        share = len(has & bag) / len(bag) if bag else 0
        if len(has & bag) > 1 and parts[-1] in has and share >= _SHARE:
            yield run[0][1], run[-1][2], share
        run = [token] if token[0] in parts else []


@cache
def _bag(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    return frozenset(token for token, _, _ in _tokens(name) if token not in _GENERIC)


def _tokens(words: str) -> list[Token]:
    """Return the words of a text with their places; "first phase" and "phase 1" are one word."""
    found: list[Token] = []
    at = 0
    for phase in [*_PHASE.finditer(words), None]:
        limit = phase.start() if phase else len(words)
        found += [(stem(word[0]), word.start(), word.end()) for word in _WORD.finditer(words, at, limit)]
        if phase:
            number = phase[1] or phase[2]
            found.append(("phase" + _NUMBERS.get(number, number), phase.start(), phase.end()))
            at = phase.end()
    return found


def _window(bag: frozenset[str], places: Mapping[str, list[int]]) -> tuple[int, int]:
    """Return the first and the last word of the smallest stretch that has all of a bag."""
    rare = min(bag, key=lambda token: len(places[token]))
    windows = []
    for at in places[rare]:
        near = [min(places[token], key=lambda place: abs(place - at)) for token in bag]
        windows.append((min(near), max(near)))
    return min(windows, key=lambda window: window[1] - window[0])
