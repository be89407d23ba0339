"""One construction by which a text says a relation: its words, the slots of its ends, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .folded import folded
from .lemmas import forms
from .tables import table

SLOTS = ("{s}", "{o}")
_AUXILIARY = "have"  # before a participle it only makes the tense of another verb
_TOKEN = re.compile(r"(\{s\}|\{o\}|…)")


@dataclass(frozen=True)
class Pattern:
    """One construction of one relation.

    Attributes:
        relation: The relation as the table names it, such as "located-in".
        tokens: Words (regular expressions) and the slots "{s}" and "{o}", in the order of the text.
        near: For each slot, whether its end stands right beside the words around it, by slot.
        mood: The mood that the words themselves have: "", "planned", "begun", "done".
        source: The construction as the table writes it.
        needs: For each of its words, the forms of which the text must have one.
        tight: The slots behind a word with another word right behind them.
        owner: Whether a possessive that stands for a thing fills its first slot (its plant, the firm's plant).
    """

    relation: str
    tokens: tuple[str, ...]
    near: frozenset[str]
    mood: str
    source: str
    needs: tuple[tuple[str, ...], ...] = ()
    tight: frozenset[str] = frozenset()
    owner: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The tokens that are words."""
        return tuple(token for token in self.tokens if token not in SLOTS)

    @property
    def plain(self) -> bool:
        """Whether it is a subject, a verb and an object, in this order."""
        return len(self.tokens) == 3 and self.tokens[0] == "{s}" and self.tokens[2] == "{o}"

    def slot(self, which: str) -> tuple[int, int]:
        """Return how many words stand before a slot, and how many slots.

        Args:
            which: "{s}" or "{o}".

        Returns:
            Both counts; (-1, 0) if the pattern has no such slot.
        """
        if which not in self.tokens:
            return -1, 0
        before = self.tokens[: self.tokens.index(which)]
        return sum(token not in SLOTS for token in before), sum(token in SLOTS for token in before)


class Match(NamedTuple):
    """Where the words of a construction stand in a paragraph.

    Attributes:
        pattern: The construction.
        words: (start, end) of each of its words, in the order of the text.
    """

    pattern: Pattern
    words: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1][1]


def parse(relation: str, source: str, mood: str, language: str) -> Pattern:
    """Read a construction as the table writes it.

    Args:
        relation: The relation that it says.
        source: Words with the slots ``{s}`` and ``{o}``; "…" stands for other words, ``<lemma>`` for its forms.
        mood: The mood of the words themselves.
        language: "zh" or "en".

    Returns:
        The construction.

    Examples:
        >>> parse("supplies", "{s}…为{o}…配套", "", "zh").tokens
        ('{s}', '为', '{o}', '配套')
        >>> parse("supports", "{o} <be> funded by {s}", "", "en").near == frozenset({"{s}", "{o}"})
        True
    """
    pieces = [
        piece.strip() if language == "en" else piece for piece in _TOKEN.split(folded(source).replace("...", "…"))
    ]
    pieces = [piece for piece in pieces if piece]
    first = next((at for at, piece in enumerate(pieces) if piece not in SLOTS and piece != "…"), len(pieces))
    near = {
        piece
        for at, piece in enumerate(pieces)
        if piece in SLOTS and "…" not in (pieces[at + 1 : at + 2] if at < first else pieces[at - 1 : at])
    }
    tight = {
        piece
        for at, piece in enumerate(pieces)
        if piece in SLOTS and at > first and at + 1 < len(pieces) and pieces[at + 1] not in (*SLOTS, "…")
    }
    tokens = tuple(piece if piece in SLOTS else _expression(piece, language) for piece in pieces if piece != "…")
    plain = [piece for piece in pieces if piece not in SLOTS and piece != "…"]
    needs = tuple(each for piece in plain for each in _forms_of(piece, language))
    return Pattern(relation, tokens, frozenset(near), mood, source, needs, frozenset(tight))


def _forms_of(words: str, language: str) -> list[tuple[str, ...]]:
    if language == "zh":
        return [(words,)]
    parts = re.findall(r"<[^>]+>|[^<\s]+", words)
    return [forms(part[1:-1]) if part.startswith("<") else (part,) for part in parts]


@cache
def _no_participle() -> str:
    """Return an expression that fails before a participle: what has sold a park need not have one."""
    several = (form for row in table("irregular", "en") for form in row["forms"].split())
    irregular = "|".join(sorted(form for form in several if not form.endswith(("s", "ing"))))
    return rf"(?!\s+(?:\w+ly\s+|also\s+|now\s+|already\s+|not\s+|never\s+|long\s+)*(?:\w+ed|{irregular})\b)"


def _expression(words: str, language: str) -> str:
    if language == "zh":
        return re.escape(words)
    found = []
    for part in re.findall(r"<[^>]+>|[^<\s]+", words):
        lemma = part[1:-1] if part.startswith("<") else ""
        either = "|".join(re.escape(form) for form in (forms(lemma) if lemma else (part,)))
        left = r"\b" if (lemma or part)[0].isalnum() else ""
        right = r"\b" if (lemma or part)[-1].isalnum() else ""
        found.append(f"{left}(?:{either}){right}" + (_no_participle() if lemma == _AUXILIARY else ""))
    return r"\s*(?:\w+ly\s+|also\s+|now\s+|currently\s+|been\s+|being\s+)*".join(found)
