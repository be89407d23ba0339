"""The constructions by which a text says a relation, read from the tables ``relations.zh.tsv`` and ``relations.en.tsv``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .derived import derived
from .folded import HAN, folded
from .lemmas import forms
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SLOTS = ("{s}", "{o}")
_TOKEN = re.compile(r"(\{s\}|\{o\}|…)")
_LONGEST_GAP = 80  # characters between two words of one construction


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
        source: Words with the slots ``{s}`` and ``{o}``; "…" stands for other words, ``<lemma>`` for any form of a word.
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


def _expression(words: str, language: str) -> str:
    if language == "zh":
        return re.escape(words)
    found = []
    for part in re.findall(r"<[^>]+>|[^<\s]+", words):
        lemma = part[1:-1] if part.startswith("<") else ""
        either = "|".join(re.escape(form) for form in (forms(lemma) if lemma else (part,)))
        left = r"\b" if (lemma or part)[0].isalnum() else ""
        right = r"\b" if (lemma or part)[-1].isalnum() else ""
        found.append(f"{left}(?:{either}){right}")
    return r"\s*(?:\w+ly\s+|also\s+|now\s+|currently\s+|been\s+|being\s+)*".join(found)


@cache
def patterns(language: str) -> dict[str, tuple[Pattern, ...]]:
    """Return all constructions of a language by relation.

    Args:
        language: "zh" or "en".

    Returns:
        The constructions in the order of the table.
    """
    found: dict[str, list[Pattern]] = {}
    for row in table("relations", language):
        found.setdefault(row["relation"], []).append(parse(row["relation"], row["pattern"], row["mood"], language))
    if language == "zh":
        for relation, rows in found.items():
            rows += [each for row in rows for each in _turned(relation, row)]
    else:
        for rows in found.values():
            rows += [each for row in rows for each in derived(row, parse)]
    return {relation: tuple(dict.fromkeys(rows)) for relation, rows in found.items()}


def constructions(relation: str, word: str, language: str) -> list[Pattern]:
    """Make the constructions of a word that a person added.

    Args:
        relation: The relation that it says.
        word: A verb, such as 协办 or "co-host", or a construction with {s} and {o}.
        language: "zh" or "en".

    Returns:
        The active one, and its passives; a construction alone.

    Examples:
        >>> [each.source for each in constructions("supports", "协办", "zh")][:2]
        ['{s}…协办…{o}', '协办{o}的{s}']
    """
    if "{s}" in word and "{o}" in word:
        return [parse(relation, word, "", language)]
    plain = parse(relation, f"{{s}}…{word}…{{o}}", "", language)
    if language == "zh":
        toward = [parse(relation, f"{{s}}…{word_before}{{o}}…{word}", "", language) for word_before in "对为向给"]
        return [plain, *_turned(relation, plain), *toward]
    return [plain, parse(relation, f"{{o}} … {word} by {{s}}", "", language)]


def _turned(relation: str, row: Pattern) -> Iterator[Pattern]:
    """Make the relative clauses and passives of a plain active construction: 支持乙的甲, 甲支持的乙, 乙由甲支持."""
    if not row.plain or not re.fullmatch(f"[{HAN}]{{2,4}}", row.tokens[1]):
        return
    verb = row.tokens[1]
    for source in (
        f"{verb}{{o}}的{{s}}",
        f"{{s}}{verb}的{{o}}",
        f"{{s}}所{verb}的{{o}}",
        f"{{o}}…由{{s}}…{verb}",
        f"{{o}}…被{{s}}…{verb}",
    ):
        yield parse(relation, source, row.mood, "zh")


def matches(chosen: Iterable[Pattern], words: str, start: int, end: int) -> Iterator[Match]:
    """Find where constructions stand in a stretch of words.

    Args:
        chosen: Constructions with at least one word.
        words: The folded paragraph, names blanked.
        start: Where the stretch begins.
        end: Where it ends.

    Yields:
        Each place where the words of a construction follow each other; the next ones in each case.
    """
    stretch = words[start:end]
    for pattern in chosen:
        if not pattern.needs or not all(any(form in stretch for form in each) for each in pattern.needs):
            continue
        parts = [_compiled(part) for part in pattern.words]
        for first in parts[0].finditer(words, start, end):
            chain = [first.span()]
            for part in parts[1:]:
                following = part.search(words, chain[-1][1], min(end, chain[-1][1] + _LONGEST_GAP))
                if following is None:
                    break
                chain.append(following.span())
            else:
                yield Match(pattern, tuple(chain))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@cache
def plain_verbs(language: str) -> re.Pattern[str]:
    """Return what matches the verbs of all plain active constructions of a language, such as 支持 or "supports"."""
    words = {pattern.tokens[1] for rows in patterns(language).values() for pattern in rows if pattern.plain}
    if language == "zh":
        words = {word for word in words if re.fullmatch(f"[{HAN}]{{2,}}", word)} | {"是", "有", "为"}
    return re.compile("|".join(sorted(words, key=len, reverse=True)) or r"(?!)")


@cache
def traits(relation: str) -> frozenset[str]:
    """Return what is special about the ends of a relation, such as "symmetric"."""
    rows = [row["traits"].split() for row in table("ends", "any") if row["relation"] == relation]
    return frozenset(rows[0]) if rows else frozenset()


@cache
def compounds() -> re.Pattern[str]:
    """Return what matches the Chinese words in which a verb is no verb, such as 供应商."""
    words = sorted({row["word"] for row in table("compounds", "zh")}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


@cache
def ends(relation: str, column: str) -> frozenset[str]:
    """Return the families that an end of a relation may have; "*" for any.

    Args:
        relation: A relation of the lexicon.
        column: "subject" or "object".

    Returns:
        Families of kinds, also "words".

    Examples:
        >>> "person" in ends("holds-office", "subject")
        True
    """
    rows = [row[f"{column}s"].split() for row in table("ends", "any") if row["relation"] == relation]
    return frozenset(rows[0] if rows else ("*",))
