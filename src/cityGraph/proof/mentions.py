"""Finds where names, cues and grammatical subjects occur in a text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.positions import Range
from .reading import BLANK
from .scope import Mark, marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .text import Text
    from .wording import DeclaredRelation, Wording

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CLAUSE_STARTS = frozenset("。、﹔——,;:!?(\uff0c\uff1b\uff1a\uff01\uff1f\uff08 \n")


def longest_matches(words: Iterable[str], paragraph: str) -> list[tuple[int, int, str]]:
    """Find words in a paragraph, leaving out each match that lies inside a longer one.

    Args:
        words: The words to find; empty ones are ignored.
        paragraph: Where to find them.

    Returns:
        (start, end, word) in the order of the text: offsets in code points, zero-based, end exclusive. Matches may
        overlap.

    Examples:
        >>> longest_matches(["太原", "太原市委書記", "市"], "太原市委書記在太原")
        [(0, 6, '太原市委書記'), (7, 9, '太原')]
    """
    known = sorted(set(filter(None, words)), key=len, reverse=True)
    if not known:
        return []
    pattern = re.compile(f"(?=({'|'.join(map(re.escape, known))}))")
    kept: list[tuple[int, int, str]] = []
    for match in pattern.finditer(paragraph):
        if not kept or match.end(1) > kept[-1][1]:
            kept.append((match.start(), match.end(1), match[1]))
    return kept


class Mentions:
    """The names, cues and grammatical subjects that occur in one text; each list is computed at its first use."""

    def __init__(self, wording: Wording, text: Text) -> None:
        self.wording = wording
        self.text = text
        self._moods: dict[int, list[Mark]] = {}

    @cached_property
    def things_by_name(self) -> dict[str, frozenset[str]]:
        """The things (IRIs) that have a name, by that name."""
        found: dict[str, set[str]] = {}
        for thing, names in self.wording.names.items():
            for name in names:
                found.setdefault(name, set()).add(thing)
        return {name: frozenset(things) for name, things in found.items()}

    @cached_property
    def names(self) -> dict[int, list[tuple[Range, str]]]:
        """The names in each paragraph, in the order of the text, without names inside longer ones."""
        return self._find(self.things_by_name)

    @cached_property
    def cues(self) -> dict[int, list[tuple[Range, str]]]:
        """The cue words in each paragraph, in the order of the text, without words inside longer ones."""
        words = {word for relation in self.wording.relations.values() for word in relation.cue_words}
        return self._find(words)

    def _find(self, words: Iterable[str]) -> dict[int, list[tuple[Range, str]]]:
        known = list(words)
        return {
            number: [(Range(number, start, end), word) for start, end, word in longest_matches(known, paragraph)]
            for number, paragraph in self.text.paragraphs.items()
        }

    def moods(self, number: int) -> list[Mark]:
        """Return the words of a paragraph that give a mood to what they govern; in names, no word counts.

        Args:
            number: The number of the paragraph.

        Returns:
            Marks in the order of the text.
        """
        if number not in self._moods:
            paragraph = self.text.paragraphs.get(number, "")
            blanked = list(paragraph)
            for where, _ in self.names.get(number, ()):
                blanked[where.start : where.end] = BLANK * (where.end - where.start)
            language = "zh" if _CHINESE.search(paragraph) else "en"
            self._moods[number] = marks("".join(blanked), language)
        return self._moods[number]

    def is_whole_name(self, where: Range) -> bool:
        """Return whether some words are not part of a longer name.

        Args:
            where: Where the words stand.

        Returns:
            True also where no name stands at all.
        """
        return not any(where.inside(name) and where != name for name, _ in self.names.get(where.paragraph, ()))

    @cached_property
    def grammatical_subjects(self) -> list[tuple[Range, str]]:
        """The names that begin a clause and have a modal word or a cue right behind them, in the order of the text."""
        verbs = [*self.wording.modal, *{word for _, words in self._cue_words for word in words}]
        verb = re.compile("|".join(map(re.escape, sorted(verbs, key=len, reverse=True))))
        found = []
        for number, names in self.names.items():
            paragraph = self.text.paragraphs[number]
            for where, name in names:
                begins = where.start == 0 or paragraph[where.start - 1] in _CLAUSE_STARTS
                if begins and verb.match(paragraph, where.end):
                    found.append((where, name))
        return sorted(found)

    @property
    def _cue_words(self) -> list[tuple[DeclaredRelation, frozenset[str]]]:
        return [(relation, relation.cue_words) for relation in self.wording.relations.values()]

    def subjects_between(self, one: Range, other: Range, kinds: frozenset[str]) -> list[str]:
        """List the grammatical subjects between two places.

        Args:
            one: The first place; subjects stand behind it.
            other: The second place; subjects begin before it, perhaps in an earlier paragraph.
            kinds: The kinds that a subject may have (IRIs).

        Returns:
            Names in the order of the text.
        """
        return [
            name
            for where, name in self.grammatical_subjects
            if (one.paragraph, one.end) <= (where.paragraph, where.start)
            and where[:2] < other[:2]
            and any(self.wording.is_a(thing, kinds) for thing in self.things_by_name[name])
        ]

    def rival_cues(self, one: Range, other: Range, subject: str, what: str | None) -> list[str]:
        """List the cue words between two places that could mark a relation between the same two things.

        Args:
            one: One place.
            other: The other place, before or behind it in the same paragraph.
            subject: The IRI of the subject.
            what: The IRI of the object; None for a value.

        Returns:
            Cue words in the order of the text.
        """
        first, second = sorted((one, other))
        gap = Range(first.paragraph, first.end, second.start)
        return [
            word
            for where, word in self.cues.get(first.paragraph, ())
            if where.inside(gap) and self._could_mark(word, subject, what)
        ]

    def longer_cues(self, mark: Range, subject: str, what: str | None) -> list[str]:
        """List the longer cue words around a cue that could mark a relation between the same two things.

        Args:
            mark: Where the cue stands.
            subject: The IRI of the subject.
            what: The IRI of the object; None for a value.

        Returns:
            Cue words in the order of the text.
        """
        around = [word for where, word in self.cues.get(mark.paragraph, ()) if mark.inside(where) and mark != where]
        return [word for word in around if self._could_mark(word, subject, what)]

    def _could_mark(self, word: str, subject: str, what: str | None) -> bool:
        return any(
            word in words
            and self.wording.is_a(subject, relation.subjects)
            and (what is None or self.wording.is_a(what, relation.objects))
            for relation, words in self._cue_words
        )

    def continues_list(self, gap: str, offset: Range, heads: Iterable[str] = ()) -> bool:
        """Return whether some words are only connectors and names, so that a list goes on through them.

        Args:
            gap: The words.
            offset: What stands right behind them.
            heads: Beginnings of names whose common end stands later; they count as names.

        Returns:
            True for an empty `gap`.
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
