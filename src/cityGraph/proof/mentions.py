"""Where names, cues and subjects occur in a text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.positions import Range

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .lexicon import Declared, Lexicon
    from .text import Text

_CLAUSE_STARTS = frozenset("。,,、﹔;;:!?!?——(( \n")


def longest(words: Iterable[str], paragraph: str) -> list[tuple[int, int, str]]:
    """Where `words` stand in `paragraph`, each at its place, none inside a longer one: (start, end, word).

    >>> longest(["太原", "太原市委書記", "市"], "太原市委書記在太原")
    [(0, 6, '太原市委書記'), (7, 9, '太原')]
    """
    known = sorted(set(filter(None, words)), key=len, reverse=True)
    if not known:
        return []
    pattern = re.compile(f"(?=({'|'.join(map(re.escape, known))}))")
    found = [(match.start(), match.end(1), match[1]) for match in pattern.finditer(paragraph)]
    kept: list[tuple[int, int, str]] = []
    for start, end, word in found:
        if not kept or end > kept[-1][1]:
            kept.append((start, end, word))
    return kept


class Mentions:
    """The names, cues and grammatical subjects of one text."""

    def __init__(self, wording: Lexicon, text: Text) -> None:
        self.wording = wording
        self.text = text

    @cached_property
    def carriers(self) -> dict[str, frozenset[str]]:
        """The things that carry a name, by name."""
        found: dict[str, set[str]] = {}
        for thing, names in self.wording.names.items():
            for name in names:
                found.setdefault(name, set()).add(thing)
        return {name: frozenset(things) for name, things in found.items()}

    @cached_property
    def names(self) -> dict[int, list[tuple[Range, str]]]:
        """The names in each paragraph, longest first."""
        return self._find(self.carriers)

    @cached_property
    def cues(self) -> dict[int, list[tuple[Range, str]]]:
        """The cue words in each paragraph, longest first."""
        words = {word for relation in self.wording.relations.values() for word in relation.cue_words}
        return self._find(words)

    def _find(self, words: Iterable[str]) -> dict[int, list[tuple[Range, str]]]:
        known = list(words)
        return {
            number: [(Range(number, start, end), word) for start, end, word in longest(known, paragraph)]
            for number, paragraph in self.text.paragraphs.items()
        }

    def whole(self, where: Range) -> bool:
        """Whether no longer name stands around `where`."""
        return not any(where.inside(name) and where != name for name, _ in self.names.get(where.paragraph, ()))

    @cached_property
    def grammatical_subjects(self) -> list[tuple[Range, str]]:
        """The names that begin a clause and are followed by a modal word or a cue, in the order of the text."""
        verbs = [*self.wording.modal, *{word for _, words in self._verbs for word in words}]
        after = re.compile("|".join(map(re.escape, sorted(verbs, key=len, reverse=True))))
        found = []
        for number, names in self.names.items():
            paragraph = self.text.paragraphs[number]
            for where, name in names:
                begins = where.start == 0 or paragraph[where.start - 1] in _CLAUSE_STARTS
                if begins and after.match(paragraph, where.end):
                    found.append((where, name))
        return sorted(found)

    @property
    def _verbs(self) -> list[tuple[Declared, frozenset[str]]]:
        return [(relation, relation.cue_words) for relation in self.wording.relations.values()]

    def subjects_between(self, one: Range, other: Range, kinds: frozenset[str]) -> list[str]:
        """The grammatical subjects of `kinds` that stand after `one` and before `other`."""
        return [
            name
            for where, name in self.grammatical_subjects
            if (one.paragraph, one.end) <= (where.paragraph, where.start)
            and where[:2] < other[:2]
            and any(self.wording.is_a(thing, kinds) for thing in self.carriers[name])
        ]

    def rival_cues(self, one: Range, other: Range, subject: str, what: str | None) -> list[str]:
        """The cue words between two ranges that could mark a relation of the same two kinds."""
        first, second = sorted((one, other))
        gap = Range(first.paragraph, first.end, second.start)
        return [
            word
            for where, word in self.cues.get(first.paragraph, ())
            if where.inside(gap) and self._fits(word, subject, what)
        ]

    def longer_cues(self, mark: Range, subject: str, what: str | None) -> list[str]:
        """The cue words around `mark` that could mark a relation of the same two kinds."""
        around = [word for where, word in self.cues.get(mark.paragraph, ()) if mark.inside(where) and mark != where]
        return [word for word in around if self._fits(word, subject, what)]

    def _fits(self, word: str, subject: str, what: str | None) -> bool:
        return any(
            word in words
            and self.wording.is_a(subject, relation.subjects)
            and (what is None or self.wording.is_a(what, relation.objects))
            for relation, words in self._verbs
        )

    def joined(self, gap: str, offset: Range, heads: Iterable[str] = ()) -> bool:
        """Whether `gap`, the words right before `offset`, is nothing but connectors and names: a list goes on.

        `heads` are beginnings of names whose common end is said later.
        """
        start = offset.start - len(gap)
        names = {where.start: where.end for where, _ in self.names.get(offset.paragraph, ()) if where.start >= start}
        at = start
        while at < offset.start:
            rest = gap[at - start :]
            step = next((len(mark) for mark in self.wording.connectors if rest.startswith(mark)), 0)
            step = step or max((len(head) for head in heads if head and rest.startswith(head)), default=0)
            at = at + step if step else names.get(at, -1)
            if at < 0:
                return False
        return at == offset.start
