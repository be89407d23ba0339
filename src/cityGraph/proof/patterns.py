"""The constructions by which a text says a relation, read from ``relations.zh.tsv`` and ``relations.en.tsv``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .construction import Match, Pattern, parse
from .derived import derived
from .folded import HAN
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_GAP = 80  # characters between two words of one construction


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


class Chosen:
    """Constructions in a form in which those of a sentence are found soon.

    Attributes:
        wordless: Those that are said by word order alone.
    """

    def __init__(self, chosen: Iterable[Pattern]) -> None:
        self.wordless: list[Pattern] = []
        self._by_form: dict[tuple[str, ...], list[tuple[int, Pattern]]] = {}
        for number, pattern in enumerate(chosen):
            if not pattern.words:
                self.wordless.append(pattern)
            elif pattern.needs:
                rarest = max(pattern.needs, key=lambda each: min(map(len, each)))
                self._by_form.setdefault(rarest, []).append((number, pattern))

    def said_in(self, words: str) -> list[Pattern]:
        """List the constructions of which some words have the longest word.

        Args:
            words: The folded words of a sentence, names blanked.

        Returns:
            The constructions in their own order.
        """
        found = [each for forms, rows in self._by_form.items() if any(form in words for form in forms) for each in rows]
        return [pattern for _, pattern in sorted(found, key=lambda each: each[0])]


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
    """Make what matches the verbs of all plain active constructions of a language, such as 支持 or "supports".

    Args:
        language: "zh" or "en".

    Returns:
        A regular expression.
    """
    words = {pattern.tokens[1] for rows in patterns(language).values() for pattern in rows if pattern.plain}
    if language == "zh":
        words = {word for word in words if re.fullmatch(f"[{HAN}]{{2,}}", word)} | {"是", "有", "为"}
    return re.compile("|".join(sorted(words, key=len, reverse=True)) or r"(?!)")


@cache
def traits(relation: str) -> frozenset[str]:
    """Say what is special about a relation.

    Args:
        relation: A relation of the lexicon.

    Returns:
        Words such as "symmetric" or "standing"; none for an unknown relation.

    Examples:
        >>> sorted(traits("cooperates-with")), sorted(traits("unknown"))
        (['symmetric'], [])
    """
    rows = [row["traits"].split() for row in table("ends", "any") if row["relation"] == relation]
    return frozenset(rows[0]) if rows else frozenset()


@cache
def compounds() -> re.Pattern[str]:
    """Make what matches the Chinese words in which a verb is no verb, such as 供应商.

    Returns:
        A regular expression.
    """
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
