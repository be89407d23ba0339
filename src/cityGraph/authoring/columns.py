"""The tables of a folder of sheets, the columns that each may have, and what each column says.

The columns stand in ``columns.tsv``. Each qualifier of the ontology that has none there is a column of claims, too. A
column of words may stand once more for each language, with the tag behind its name: ``because-en``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ..escape import language_tag
from ..model.noun import Noun
from ..names.spelling import fold
from ..namespaces import expand, local
from .ontology import kebab, ontology

NEEDED = ("things", "claims", "sources")
TABLES = (*NEEDED, "words")
UNTAGGED = "und"  # the tag of words that have no language
_TAG = re.compile(r"(?i)(.+?)[-_ ]((?:[a-z]{2,3}|[a-z]{4,8}(?=-t-))(?:-[a-z0-9]{1,8})*)")


class Column(Noun):
    """A column of a table.

    Attributes:
        name: Its name, such as ``part-of``.
        type: What its cells hold: ``words`` of a language, a ``word`` without one, ``date``, ``boolean``, ``integer``,
            ``decimal``, ``url``, ``term``, ``source``, ``property``, ``old`` IRIs or ``pinyin``. Empty if the column is
            no property by itself.
        property: The IRI of the property; empty if there is none.
        several: Whether a cell may have several values, divided by ``|``.
        needed: Whether the table must have the column.
    """

    name: str
    type: str = ""
    property: str = ""
    several: bool = False
    needed: bool = False


class Columns(Noun):
    """The columns of one table.

    Attributes:
        all: The columns by name, in the order in which they are documented.
        by_word: The name of a column by each word for it, as `fold` makes them.
    """

    all: dict[str, Column]
    by_word: dict[str, str]

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that the table must have."""
        return tuple(name for name, column in self.all.items() if column.needed)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in the order in which they are documented."""
        return tuple(self.all)

    def named(self, heading: str) -> str | None:
        """Return the column that a heading means.

        Args:
            heading: A heading, in any case, with spaces, hyphens or underscores, in English or Chinese. A column of
                words may have a language tag behind it.

        Returns:
            The column, with its language tag; None if the table has no such column.
        """
        if found := self.by_word.get(fold(heading)):
            return found
        tagged = _TAG.fullmatch(heading.strip().replace("_", "-"))
        column = self.by_word.get(fold(tagged[1])) if tagged else None
        if not tagged or not column or (column != "name" and self.all[column].type != "words"):
            return None
        return f"{column}-{language_tag(tagged[2])}"

    def column(self, name: str) -> tuple[Column, str]:
        """Return a column and the language tag behind its name.

        Args:
            name: What `named` returned.

        Returns:
            The column, and its tag; an empty tag if it has none.
        """
        if name in self.all:
            return self.all[name], ""
        base = max((each for each in self.all if name.startswith(f"{each}-")), key=len)
        return self.all[base], name[len(base) + 1 :]


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
        >>> [claims.named(each) for each in ("Subject_Words", "關係", "colour", "of product", "because-EN")]
        ['subject-words', 'relation', None, 'of-product', 'because-en']
    """
    columns: dict[str, Column] = {}
    by_word: dict[str, str] = {}
    for line in (files(__package__) / "columns.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        of, name, must, sort, about, words = line.split("\t")
        if of == table:
            columns[name] = Column(name, sort.rstrip("+"), expand(about), sort.endswith("+"), bool(must))
            # The words are in 简体, which `fold` makes of both scripts.
            by_word |= {fold(each): name for each in (name, *filter(None, words.split("|")))}
    if table == "claims":
        for column in _qualifiers({column.property for column in columns.values()}):
            columns[column.name] = column
            for word in (column.name, *ontology().labels(column.property)):
                by_word.setdefault(fold(word), column.name)
        # A qualifier that has a name of its own here is also known by the labels of the ontology.
        for column in columns.values():
            if column.property in ontology().qualifiers:
                for word in (kebab(local(column.property)), *ontology().labels(column.property)):
                    by_word.setdefault(fold(word), column.name)
    return Columns(columns, by_word)


def _qualifiers(known: set[str]) -> list[Column]:
    """Return a column for each qualifier of the ontology that has none."""
    return [
        Column(kebab(local(iri)), "term" if thing else "words", iri)
        for iri, thing in ontology().qualifiers.items()
        if iri not in known
    ]
