"""Finds the name that was probably meant, in a time that does not grow with the number of names."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ..names.spelling import LONGEST, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 0.6  # the least likeness that is worth a question
_RAREST = 4  # parts of a word that are looked up
_MOST = 200  # names with a part that are looked at
_COMPARED = 10  # names that are compared


class Nearest:
    """Names, ready to be asked for the one most like a word.

    Examples:
        >>> Nearest(["甲市鋼鐵公司", "Firm", "Zone"]).to("Frim")
        'Firm'
        >>> Nearest(["甲市鋼鐵公司"]).to("甲市钢铁集团公司"), Nearest(["Firm"]).to("乙")
        ('甲市鋼鐵公司', '')
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name: fold(name)[:LONGEST] for name in dict.fromkeys(names)}
        self._with: dict[str, list[str]] = {}
        for name, key in self._names.items():
            for part in _parts(key):
                self._with.setdefault(part, []).append(name)
        self._known: dict[str, str] = {}

    def to(self, word: str) -> str:
        """Return the name that is most like a word.

        Args:
            word: Any text.

        Returns:
            The name as it was given; empty if none is like it.
        """
        key = fold(word)[:LONGEST]
        if key not in self._known:
            self._known[key] = self._found(key)
        return self._known[key]

    def _found(self, key: str) -> str:
        parts = sorted((part for part in _parts(key) if part in self._with), key=lambda each: len(self._with[each]))
        shared = Counter(name for part in parts[:_RAREST] for name in self._with[part][:_MOST])
        matcher = SequenceMatcher(b=key, autojunk=False)
        best, likeness = "", _NEAR
        for name, _ in shared.most_common(_COMPARED):
            matcher.set_seq1(self._names[name])
            if matcher.real_quick_ratio() >= likeness and (ratio := matcher.ratio()) >= likeness:
                best, likeness = name, ratio + 1e-9
        return best


def _parts(key: str) -> set[str]:
    """Return two and three neighbouring characters of a folded name, everywhere in it, and its ends alone."""
    return {key[at : at + n] for n in (2, 3) for at in range(len(key) - n + 1)} | {f"^{key[:1]}", f"{key[-1:]}$"}
