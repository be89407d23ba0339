"""A text as the proof reads it: sentences, clauses, names, numbers, periods and moods."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from .folded import folded, is_chinese
from .name_index import Mention, NameIndex
from .statement import Thing
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .figures import Figure
    from .periods import Period
    from .scope import Mark
    from .statement import Statement
    from .text import Text
    from .topics import Topics

BLANK = "\ue000"  # stands for each letter of a name where words are looked for outside names
HIDDEN = "\ue001"  # stands for each character inside brackets where words are looked for outside them

_ZH_SENTENCE = re.compile(r"[。!?\n]")
_EN_SENTENCE = re.compile(
    r"(?<!\binc)(?<!\bco)(?<!\bltd)(?<!\bcorp)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\bno)(?<!\b[a-z])"
    r"[.!?][\"')]*(?=\s|$)|\n"
)
_ZH_CLAUSE = re.compile(r"[,;:](?!\d)|(?<!\d)[,;:]|——|--")
_EN_CLAUSE = re.compile(r";|:(?!\d)| -+ ")
_BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
# Han characters that may stand right before a word such as 公司 that stands for a thing; behind others it is a part of a
# longer word (子公司, 多个项目).
_BEFORE_STANDIN = frozenset("由在对与和及为向后时前年日月现而使让给按据则且中将把是的因从被等以")


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
        self.sentences = _pieces(self.blanked, _ZH_SENTENCE if self.language == "zh" else _EN_SENTENCE)

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
        if self.language == "en":
            cut = _EN_CLAUSE
            return [(s + a, s + b) for s, e in self.sentences for a, b in _pieces(self.bare[s:e], cut)]
        return [(s + a, s + b) for s, e in self.sentences for a, b in _pieces(self.bare[s:e], _ZH_CLAUSE)]

    @cached_property
    def standins(self) -> list[Mention]:
        """The words that stand for a thing, in the order of the text, not yet resolved."""
        found = []
        for match in _standins(self.language).finditer(self.bare):
            before = self.bare[match.start() - 1] if match.start() else ""
            if self.language == "zh" and (before == BLANK or (_is_han(before) and before not in _BEFORE_STANDIN)):
                continue
            if match[0] in ("that", "who", "which") and not re.search(
                f"{BLANK}['s]*[,(]?\\s*$", self.bare[: match.start()]
            ):
                continue  # no name stands before it: it stands for something else
            families, possessive = _standin_rows(self.language)[match[0]]
            role = "possessive" if possessive else "standin"
            found.append(Mention(match.start(), match.end(), (), role, families))
        return found

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers with their units, in the order of the text."""
        from .figures import figures

        return figures(self._printed, self.language)

    def figures_in(self, start: int, end: int) -> list[Figure]:
        """List the numbers inside a name, with the comparator that may stand before it."""
        return [each for each in self._all_figures if start <= each.number_start and each.number_end <= end]

    @cached_property
    def _all_figures(self) -> list[Figure]:
        from .figures import figures

        return figures(self.words, self.language)

    @cached_property
    def periods(self) -> list[Period]:
        """The dates and periods, in the order of the text."""
        from .periods import periods

        return periods(self._printed, self._base, self.language)

    @cached_property
    def marks(self) -> list[Mark]:
        """The words that give a mood to what they govern."""
        from .scope import marks

        return marks(self._printed, self.language)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the sentence that has an offset."""
        return _at(self.sentences, at)

    def clause(self, at: int) -> tuple[int, int]:
        """Return the clause that has an offset."""
        return _at(self.clauses, at)


class Reading:
    """A text with the things that it may name.

    Attributes:
        text: The text.
        things: The things whose names are looked for, by key.
        families: The family of each kind (`cityGraph.proof.families`), by its local name.
        relations: For a relation of the ontology, the relations of the lexicon whose words say it; a relation that is
            not here is one of the lexicon itself.
        date: The date of the text in ISO 8601, from which 去年 and 今年 count; empty if it is not known.
        words: (word, means, language) rows that a person added to the lexicon for this text.
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

    @cached_property
    def unaided(self) -> Reading:
        """The same text without the words that a person added; itself if there are none."""
        return self._with(self.things, ()) if self.words else self

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
        words = (*self.words, *(added if statement.relation_words else ()))
        return self._with(things, words) if statement.help else self

    def _with(self, things: Mapping[str, Thing], words: Iterable[tuple[str, str, str]]) -> Reading:
        return Reading(
            self.text, things.values(), families=self.families, relations=self.relations, date=self.date, words=words
        )

    def said_by(self, relation: str) -> tuple[str, ...]:
        """List the relations of the lexicon whose words say a relation."""
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
        """Return the family of a thing; that of its own kind alone if the kind has none."""
        thing = self.things.get(key)
        return self.families.get(thing.kind, thing.kind.lower()) if thing else ""


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _pieces(words: str, cut: re.Pattern[str]) -> list[tuple[int, int]]:
    ends = [match.end() for match in cut.finditer(words)]
    return [(one, other) for one, other in pairwise([0, *ends, len(words)]) if one < other]


def _at(pieces: list[tuple[int, int]], at: int) -> tuple[int, int]:
    index = bisect_right(pieces, (at, 1 << 62)) - 1
    return pieces[max(index, 0)]


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _standin_rows(language: str) -> dict[str, tuple[tuple[str, ...], bool]]:
    return {
        row["word"]: (tuple(row["families"].split("|")), bool(row["possessive"])) for row in table("standins", language)
    }


def _standins(language: str) -> re.Pattern[str]:
    if language not in _PATTERNS:
        words = sorted(_standin_rows(language), key=len, reverse=True)
        pattern = "|".join(map(re.escape, words)) or r"(?!)"
        _PATTERNS[language] = re.compile(rf"\b(?:{pattern})\b" if language == "en" else f"(?:{pattern})")
    return _PATTERNS[language]
