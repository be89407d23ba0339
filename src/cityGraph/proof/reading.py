"""A text as the proof reads it: sentences, clauses, names, numbers, periods and moods."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from .folded import folded, is_chinese
from .joined import Joined
from .name_index import NameIndex
from .sentences import CLAUSE, SENTENCE, piece_at, pieces
from .spans import Spans
from .statement import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .construction import Match
    from .figures import Figure
    from .name_index import Mention
    from .patterns import Chosen
    from .periods import Period
    from .scope import Mark
    from .statement import Statement
    from .text import Text
    from .topics import Topics

BLANK = "\ue000"  # stands for each letter of a name where words are looked for outside names
HIDDEN = "\ue001"  # stands for each character inside brackets where words are looked for outside them

_BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")


class Paragraph:
    """One paragraph, with what stands where in it; offsets are those of the text itself.

    Attributes:
        number: Its number in the text.
        words: The paragraph as printed.
        folded: The same, folded (`cityGraph.proof.folded`).
        language: "zh" or "en".
        names: Its mentions of things by name, in the order of the text.
        blanked: The folded words with `BLANK` for each letter of a name.
        bare: `blanked` with `HIDDEN` for each character inside brackets.
        sentences: (start, end) of each sentence.
    """

    def __init__(
        self, number: int, words: str, names: NameIndex, base: str, added: tuple[tuple[str, str, str], ...] = ()
    ) -> None:
        self.number, self.words, self._base, self._added = number, words, base, added
        self.folded = folded(words)
        self.language = "zh" if is_chinese(words) else "en"
        self.names = names.find(self.folded)
        self.blanked = self._without_names(self.folded)
        self.bare = _BRACKETS.sub(lambda match: HIDDEN * len(match[0]), self.blanked)
        self.sentences = pieces(self.blanked, SENTENCE[self.language])

    def _without_names(self, words: str) -> str:
        letters = list(words)
        for mention in self.names:
            letters[mention.start : mention.end] = BLANK * (mention.end - mention.start)
        return "".join(letters)

    @cached_property
    def _printed(self) -> str:
        """The words as printed, names blanked: units and dates are read with their capitals (MW, U.S.)."""
        return self._without_names(self.words)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """(start, end) of each clause, in the order of the text."""
        cut = CLAUSE[self.language]
        return [(s + a, s + b) for s, e in self.sentences for a, b in pieces(self.bare[s:e], cut)]

    @cached_property
    def standins(self) -> list[Mention]:
        """The words that stand for a thing, in the order of the text, not yet resolved."""
        from .standins import standins

        return standins(self.bare, self.language)

    @cached_property
    def figures(self) -> Spans[Figure]:
        """The numbers with their units, in the order of the text."""
        from .figures import figures

        return Spans(figures(self._printed, self.language))

    def figures_in(self, start: int, end: int) -> list[Figure]:
        """List the numbers inside a name, with the comparator that may stand before it.

        Args:
            start: Where the name begins.
            end: Where it ends.

        Returns:
            The numbers, with offsets of the paragraph.
        """
        return [
            each
            for each in self._all_figures.touching(start, end)
            if start <= each.number_start <= each.number_end <= end
        ]

    @cached_property
    def _all_figures(self) -> Spans[Figure]:
        from .figures import figures

        return Spans(figures(self.words, self.language))

    @cached_property
    def periods(self) -> Spans[Period]:
        """The dates and periods, in the order of the text."""
        from .periods import periods

        return Spans(periods(self._printed, self._base, self.language))

    @cached_property
    def marks(self) -> Spans[Mark]:
        """The words that give a mood to what they govern."""
        from .scope import MOODS, marks, reach

        added = tuple((word, mood) for word, mood, of in self._added if mood in MOODS and of in ("", self.language))
        return Spans(marks(self._printed, self.language, added), reach)

    def sentence(self, at: int) -> tuple[int, int]:
        """Find the sentence that has an offset.

        Args:
            at: The offset.

        Returns:
            (start, end) of the sentence.
        """
        return piece_at(self.sentences, at)

    def clause(self, at: int) -> tuple[int, int]:
        """Find the clause that has an offset.

        Args:
            at: The offset.

        Returns:
            (start, end) of the clause.
        """
        return piece_at(self.clauses, at)


class Reading:
    """A text with the things that it may name.

    Attributes:
        text: The text.
        things: The things whose names are looked for, by key.
        families: The family of each kind (`cityGraph.proof.families`), by its local name.
        relations: For a relation of the ontology, those of the lexicon whose words say it; else it is one of these.
        date: The date of the text in ISO 8601, from which 去年 and 今年 count; empty if it is not known.
        words: (word, means, language) rows that a person added to the lexicon for this text: a relation or a mood.
        said: The constructions that stand in a stretch of a paragraph, once a row has asked for them.
    """

    def __init__(
        self,
        text: Text,
        things: Iterable[Thing],
        *,
        families: Mapping[str, str] | None = None,
        relations: Mapping[str, tuple[str, ...]] | None = None,
        date: str = "",
        words: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        self.text = text
        self.relations = dict(relations or {})
        self.things = {thing.key: thing for thing in things}
        self.families = dict(families or {})
        self.date = date
        self.words = tuple(words)
        self._index = NameIndex(self.things.values())
        self._paragraphs: dict[int, Paragraph] = {}
        self._joined: Joined | None = None
        self.said: dict[tuple[Chosen, int, int, int], list[Match]] = {}

    @cached_property
    def unaided(self) -> Reading:
        """The same text without the words that a person added; itself if there are none."""
        return self._with(self.things, ()) if self.words else self

    @cached_property
    def heeded(self) -> Reading:
        """The same text with those words alone that give a mood; `unaided` if there are none."""
        from .scope import MOODS

        rows = [row for row in self.words if row[1] in MOODS]
        return self._with(self.things, rows) if rows else self.unaided

    def aided(self, statement: Statement) -> Reading:
        """Read the text with the words that a person gave for the parts of a statement.

        Args:
            statement: The statement.

        Returns:
            The text where these words name its ends and say its relation; itself if it gives none.
        """
        things = dict(self.things)
        for end, words in ((statement.subject, statement.subject_words), (statement.object, statement.object_words)):
            if words and isinstance(end, Thing):
                things[end.key] = replace(end, names=(*end.names, words))
        added = [(statement.relation_words, relation, "") for relation in self.said_by(statement.relation)]
        rows = (*self.words, *(added if statement.relation_words else ()))
        return self._with(things, rows) if statement.help else self

    def find(self, words: str) -> list[tuple[int, int]]:
        """Find where words stand, in whatever script and width.

        Args:
            words: Words of one paragraph.

        Returns:
            (paragraph, offset) of each place, in the order of the text.
        """
        if self._joined is None:
            self._joined = Joined(self.text.paragraphs)
        return self._joined.find(words)

    def _with(self, things: Mapping[str, Thing], words: Iterable[tuple[str, str, str]]) -> Reading:
        other = Reading(
            self.text, things.values(), families=self.families, relations=self.relations, date=self.date, words=words
        )
        other._joined = self._joined
        return other

    def said_by(self, relation: str) -> tuple[str, ...]:
        """List the relations of the lexicon whose words say a relation.

        Args:
            relation: A relation of the ontology, or one of the lexicon.

        Returns:
            Those that were given for it, else itself.
        """
        return self.relations.get(relation, (relation,))

    def paragraph(self, number: int) -> Paragraph:
        """Read a paragraph; the second time it is only looked up.

        Args:
            number: Its number in the text.

        Returns:
            The paragraph.
        """
        if number not in self._paragraphs:
            words = self.text.paragraphs[number]
            self._paragraphs[number] = Paragraph(number, words, self._index, self.date, self.words)
        return self._paragraphs[number]

    @cached_property
    def topics(self) -> Topics:
        """Its mentions with their parts in the sentences."""
        from .topics import Topics

        return Topics(self)

    def names_in(self, words: str) -> list[str]:
        """List the things that some words name.

        Args:
            words: Any words.

        Returns:
            Keys, in the order of the words.
        """
        return [key for mention in self.mentions_in(words) for key in mention.keys]

    def mentions_in(self, words: str) -> list[Mention]:
        """List the mentions of things in some words.

        Args:
            words: Any words.

        Returns:
            Mentions in the order of the words.
        """
        return self._index.find(folded(words))

    def family(self, key: str) -> str:
        """Say with what a thing can be mistaken in a sentence.

        Args:
            key: The key of the thing.

        Returns:
            The family of its kind, else the kind itself in lower case; empty for an unknown thing.
        """
        thing = self.things.get(key)
        return self.families.get(thing.kind, thing.kind.lower()) if thing else ""
