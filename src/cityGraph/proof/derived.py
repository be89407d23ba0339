"""The English constructions that follow from one of the table: possessives, relative clauses, appositions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .construction import Pattern

    Parse = Callable[[str, str, str, str], Pattern]


def derived(row: Pattern, parse: Parse) -> Iterator[Pattern]:
    """Make the constructions that say the same as one of the table.

    Args:
        row: A construction in English.
        parse: `cityGraph.proof.patterns.parse`.

    Yields:
        Its forms with a possessive word, as a relative clause and as an apposition without an article.

    Examples:
        >>> from cityGraph.proof.construction import parse
        >>> [each.source for each in derived(parse("owns", "{s}, the … owner of {o}", "", "en"), parse)]
        ['{s}, owner of {o}']
    """
    yield from _owned(row, parse)
    yield from _relative(row, parse)
    yield from _bare(row, parse)
    yield from _parted(row, parse)


def _relative(row: Pattern, parse: Parse) -> Iterator[Pattern]:
    """Make the relative clauses of a plain active construction: {o}, which {s} built."""
    if match := re.fullmatch(r"\{s\} … (<[a-z-]+>) … \{o\}", row.source):
        for pronoun in (", which", "that", "which"):
            source = (
                f"{{o}}{pronoun} {{s}} … {match[1]}" if pronoun[0] == "," else f"{{o}} {pronoun} {{s}} … {match[1]}"
            )
            yield parse(row.relation, source, row.mood, "en")


def _bare(row: Pattern, parse: Parse) -> Iterator[Pattern]:
    """Make the apposition without an article: {s}, parent company of {o}."""
    if match := re.fullmatch(r"(\{[so]\},) (?:an?|the) … (.*)", row.source):
        yield parse(row.relation, f"{match[1]} {match[2]}", row.mood, "en")


def _owned(row: Pattern, parse: Parse) -> Iterator[Pattern]:
    """Make the construction with a possessive word for one with a name and 's: its investment in {o}."""
    if match := re.match(r"(\{[so]\})'s\s+", row.source):
        plain = parse(row.relation, f"{match[1]} {row.source[match.end() :]}", row.mood, "en")
        yield replace(plain, owner=True)


def _parted(row: Pattern, parse: Parse) -> Iterator[Pattern]:
    """Make the passive whose agent stands apart from its verb: {o} was designed to meet our needs by {s}."""
    if match := re.fullmatch(r"(\{o\} … <[a-z-]+>) by … \{s\}", row.source):
        yield parse(row.relation, f"{match[1]} … by {{s}}", row.mood, "en")
