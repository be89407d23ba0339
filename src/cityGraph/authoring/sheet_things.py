"""The things of a folder of sheets, found by their names, and in the words of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.noun import Noun
from ..model.sheets import Refused
from ..names.spelling import fold
from ..proof.folded import folded
from ..proof.short_names import short_names
from ..proof.statement import Thing
from .cell_terms import NOTHING, divided, untagged
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .csv_table import Row, Sheet
    from .sheet_terms import SheetTerms

_TAGGED = ("zh-Hant", "zh-Hans", "en")  # columns with one name each, beside the column name
_LISTS = ("aliases", "hidden", "word", "anaphor")


class NamedThing(Noun):
    """A thing of the sheet.

    Attributes:
        thing: The thing, as the proof takes it.
        row: The first row that describes it.
        sound: Whether no cell of its rows is refused.
        rows: The rows that describe it.
    """

    thing: Thing
    row: int
    sound: bool
    rows: tuple[Row, ...] = ()

    @property
    def id(self) -> str:
        """The id that its rows give; empty if they give none."""
        return self.rows[0].cells.get("id", "") if self.rows else ""


class Things:
    """The things of a sheet.

    Attributes:
        all: The things, in the order of their rows.
        refused: The cells that are refused.
    """

    def __init__(self, sheet: Sheet, terms: SheetTerms) -> None:
        self.name = sheet.name
        self.refused: list[Refused] = []
        self._ids: dict[str, int] = {}
        self._exact: dict[str, set[int]] = {}
        self._folded: dict[str, set[int]] = {}
        self.all: list[NamedThing] = []
        names: dict[str, list[Row]] = {}
        for row in sheet.rows:
            if name := self._key(row):
                names.setdefault(name, []).append(row)
        for rows in names.values():
            self._add(rows, terms)
        self._near = Nearest(name for each in self.all for name in each.thing.names)
        # The proof knows a firm by a part of its name, too.
        self._within = {key: set(places) for key, places in self._folded.items()}
        for place, each in enumerate(self.all):
            for name in each.thing.names:
                for shorter in short_names(folded(name)):
                    self._within.setdefault(fold(shorter), set()).add(place)
        self._lengths: dict[str, set[int]] = {}
        for key in self._within:
            self._lengths.setdefault(key[:2], set()).add(len(key))

    def _refuse(self, row: int, column: str, reason: str, suggestion: str = "") -> None:
        self.refused.append(Refused(self.name, row, column, reason, suggestion))

    def _key(self, row: Row) -> str:
        """Return what tells the thing of a row from others; empty if the row has no name."""
        if not row.cells.get("name"):
            if row.sound:
                self._refuse(row.number, "name", "the thing has no name")
            return ""
        # Several rows with one id describe one thing.
        return row.cells.get("id") or f"{row.number} {row.cells['name']}"

    def _add(self, rows: list[Row], terms: SheetTerms) -> None:
        first = rows[0]
        sound = all(row.sound for row in rows)
        before = len(self.refused)
        kinds: list[str] = []
        for row in rows:
            word = row.cells.get("kind", "")
            meaning = terms.kinds.meaning(word) if word else None
            if meaning is None and row is first and row.sound:
                self._refuse(row.number, "kind", "the thing has no kind")
            elif meaning and not meaning.term:
                self._refuse(row.number, "kind", meaning.reason, meaning.suggestion)
            elif meaning and kinds and meaning.term not in kinds:
                self._refuse(row.number, "kind", f"row {first.number} with the same id says {kinds[0]}", kinds[0])
            kinds += [meaning.term] if meaning and meaning.term else []
        names: dict[str, None] = {}
        for row in rows:
            for column, name in _names_of(row):
                other = self._carriers(name)
                # Two things may share a name if each has an id, by which claims can name it.
                if other and not (first.cells.get("id") and all(self.all[each].id for each in other)):
                    taken = self.all[min(other)]
                    self._refuse(row.number, column, f"{short(name)!r} is also a name of row {taken.row}")
                else:
                    names[name] = None
        if not names:
            return
        if key := first.cells.get("id"):
            if key in self._ids:
                self._refuse(first.number, "id", f"row {self.all[self._ids[key]].row} has the same id")
            self._ids[key] = len(self.all)
        for name in names:
            self._exact.setdefault(name, set()).add(len(self.all))
            self._folded.setdefault(fold(name), set()).add(len(self.all))
        name = next(iter(names))
        unique = not self._exact.get(name, set()) - {len(self.all)}
        thing = Thing(name if unique else f"{name} ({key})", kinds[0] if kinds else "", tuple(names))
        self.all.append(NamedThing(thing, first.number, sound and len(self.refused) == before, tuple(rows)))

    def _carriers(self, name: str) -> set[int]:
        """Return the things that have a name: those that spell it so, else those that it is like but for its form."""
        return self._exact.get(name) or self._folded.get(fold(name)) or set()

    def named(self, name: str) -> NamedThing | None:
        """Return the thing that a cell names.

        Args:
            name: A name, an alias or an id, in either script.

        Returns:
            The thing; None if there is none, or if several things have the name.
        """
        carriers = {self._ids[name]} if name in self._ids else self._carriers(name)
        return self.all[min(carriers)] if len(carriers) == 1 else None

    def ids(self, name: str) -> list[str]:
        """Return the ids of the things that have a name.

        Args:
            name: What a cell names.

        Returns:
            The ids, in the order of the rows; fewer than two if the name tells which thing is meant.
        """
        return [] if name in self._ids else [self.all[each].id for each in sorted(self._carriers(name))]

    def nearest(self, name: str) -> str:
        """Return the name that is most like a word.

        Args:
            name: What names no thing.

        Returns:
            A name or an alias; empty if none is like it.
        """
        return self._near.to(name)

    def within(self, words: str) -> list[Thing]:
        """List the things whose names may stand in some words.

        Args:
            words: A quote.

        Returns:
            The things, in the order of their rows: all that are named there, and perhaps more.
        """
        key = fold(words)
        found: set[int] = set()
        for at in range(len(key)):
            for start in (key[at : at + 1], key[at : at + 2]):
                for length in self._lengths.get(start, ()):
                    found |= self._within.get(key[at : at + length], set())
        return [self.all[place].thing for place in sorted(found)]


def _names_of(row: Row) -> Iterator[tuple[str, str]]:
    """Yield each name of a row once, with its column."""
    seen = {NOTHING}
    singles = [column for column in row.cells if column in _TAGGED or column.startswith("name-")]
    for column in ("name", *singles):
        if (name := row.cells.get(column)) and name not in seen:
            seen.add(name)
            yield column, name
    for column in _LISTS:
        for part in divided(row.cells.get(column, "")):
            name = untagged(part)
            if name not in seen:
                seen.add(name)
                yield column, name
