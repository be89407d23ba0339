"""The names of a graph, and words in the form in which quotes are compared."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from .folded import folded
from .quantities import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .wording import Wording

_MARKS = re.compile("[\"'《》〈〉|]")
_SPACE = re.compile(r"(?<![a-z0-9.,])\s+|\s+(?![a-z0-9])")


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """Fold words, and leave out quotation marks and the spaces between Chinese characters.

    Args:
        words: Any words.

    Returns:
        The words as quotes are compared.

    Examples:
        >>> plain("“鏈主” 企業"), plain("60,000 hectares")
        ('链主企业', '60,000 hectares')
    """
    return _SPACE.sub("", _MARKS.sub("", folded(words))).strip()


def stitched(quotes: list[str]) -> list[str]:
    """Join quotes that overlap, so that a sentence that is longer than a quote may be is one again.

    Args:
        quotes: Quotes in plain form.

    Returns:
        The quotes; two that overlap by three characters or more are one.

    Examples:
        >>> stitched(["重点发展新能源、新材料", "新材料、电机等产业"])
        ['重点发展新能源、新材料、电机等产业']
    """
    left = list(dict.fromkeys(quotes))
    left = [one for one in left if not any(one in other and one != other for other in left)]
    for one, other in permutations(left, 2):
        for size in range(min(len(one), len(other)) - 1, 2, -1):
            if one.endswith(other[:size]):
                rest = [each for each in left if each not in (one, other)]
                return stitched([*rest, one + other[size:]])
    return left


def covered(label: str, words: Iterable[str]) -> float:
    """Return how much of a label stands in some words, in pieces of two characters or more.

    Args:
        label: A label in plain form.
        words: Words in plain form.

    Returns:
        A share from 0 to 1.

    Examples:
        >>> covered("甲厂一期投产", ["甲厂项目(一期)", "在园区投产"])
        1.0
    """
    texts = list(words)
    letters = [at for at, letter in enumerate(label) if letter.isalnum() and letter not in "的年"]
    found = {
        at + step
        for at in range(len(label) - 1)
        if label[at : at + 2].isalnum() and any(label[at : at + 2] in text for text in texts)
        for step in (0, 1)
    }
    return sum(at in found for at in letters) / len(letters) if letters else 0.0


class Names:
    """All names of a graph, in the form in which quotes are compared."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        units, comparators = (
            # A digit for {n}, so that the space of «17 hectares» is kept.
            {plain(word.replace("{n}", "0")).replace("0", "{n}", 1): thing for word, thing in words.items()}
            for words in (wording.reader.units, wording.reader.comparators)
        )
        self.reader = Reader(units, comparators, wording.reader.times, wording.reader.places)
        self._spans: dict[str, list[tuple[int, int, frozenset[str]]]] = {}
        self.told: dict[str, set[str]] = {}  # by source, the things of its claims

    @cached_property
    def things(self) -> dict[str, frozenset[str]]:
        """The things (IRIs) that have a name, by that name."""
        found: dict[str, set[str]] = {}
        for thing, names in self.wording.all_names.items():
            for name in names:
                found.setdefault(plain(name), set()).add(thing)
        return {name: frozenset(things) for name, things in found.items() if name}

    def of(self, thing: str) -> frozenset[str]:
        """Return the names of a thing.

        Args:
            thing: Its IRI.

        Returns:
            Its names in plain form; none if the graph does not know it.
        """
        return frozenset(plain(name) for name in self.wording.all_names.get(thing, ())) - {""}

    @cached_property
    def _begin(self) -> dict[str, list[str]]:
        """The names by their first two characters, longest first."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.things, key=len, reverse=True):
            found.setdefault(name[:2], []).append(name)
            if len(name) == 1:
                found.setdefault(name, [])
        return found

    def in_quote(self, quote: str, source: str = "") -> list[tuple[int, int, frozenset[str]]]:
        """Find the names in a plain quote, without names inside longer ones.

        Args:
            quote: A quote in plain form.
            source: The source of the quote. A name of several things means those that its claims tell of, if any.

        Returns:
            (start, end, the things that have this name), in the order of the quote.
        """
        if quote not in self._spans:
            found: list[tuple[int, int, frozenset[str]]] = []
            for at in range(len(quote)):
                near = [*self._begin.get(quote[at : at + 2], ()), *([quote[at]] if quote[at] in self.things else ())]
                name = next((each for each in near if quote.startswith(each, at) and _whole(quote, at, each)), None)
                if name and (not found or at + len(name) > found[-1][1]):
                    found.append((at, at + len(name), self.things[name]))
            # One character is a name only in a chain told in short (制储运加用), not in any word that has it (加快).
            single = [end - start == 1 and quote[start] > "ÿ" for start, end, _ in found]
            self._spans[quote] = [
                each
                for at, each in enumerate(found)
                if not single[at]
                or any(
                    0 <= near < len(found) and single[near] and abs(found[near][0] - each[0]) == 1
                    for near in (at - 1, at + 1)
                )
            ]
        told = self.told.get(source, set())
        return [(start, end, things & told or things) for start, end, things in self._spans[quote]]


def _whole(quote: str, at: int, name: str) -> bool:
    """Whether a name is not the middle of a longer Latin word or number."""
    end = at + len(name)
    before, behind = quote[at - 1 : at], quote[end : end + 1]
    cuts = (before.isascii() and before.isalnum() and name[0].isascii() and name[0].isalnum()) or (
        behind.isascii() and behind.isalnum() and name[-1].isascii() and name[-1].isalnum()
    )
    return not cuts
