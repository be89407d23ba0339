"""The tables of a folder of sheets, and the columns that each may have."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..model.noun import Noun
from ..names.spelling import fold

NEEDED = ("things", "claims", "sources")
TABLES = (*NEEDED, "words")


class Columns(Noun):
    """The columns of one table.

    Attributes:
        needed: The columns that it must have.
        by_word: The column by each of its names, as `fold` makes them.
    """

    needed: tuple[str, ...]
    by_word: dict[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in the order in which they are documented."""
        return tuple(dict.fromkeys(self.by_word.values()))

    def named(self, heading: str) -> str | None:
        """Return the column that a heading means.

        Args:
            heading: A heading, in any case, with spaces, hyphens or underscores, in English or Chinese.

        Returns:
            The column; None if the table has no such column.
        """
        return self.by_word.get(fold(heading))


@cache
def columns_of(table: str) -> Columns:
    """Return the columns of a table.

    Args:
        table: One of `TABLES`.

    Returns:
        Its columns.

    Examples:
        >>> claims = columns_of("claims")
        >>> claims.needed
        ('subject', 'relation', 'object', 'source')
        >>> [claims.named(each) for each in ("Subject_Words", "關係", "colour")]
        ['subject-words', 'relation', None]
    """
    needed: list[str] = []
    by_word: dict[str, str] = {}
    for line in (files(__package__) / "columns.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        of, column, must, words = line.split("\t")
        if of == table:
            needed += [column] if must else []
            # The words are in 简体, which `fold` makes of both scripts.
            by_word |= {fold(each): column for each in (column, *filter(None, words.split("|")))}
    return Columns(tuple(needed), by_word)
