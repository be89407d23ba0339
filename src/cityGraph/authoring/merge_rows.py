"""Reads which things a person says are one: a table with two columns of IRIs, CURIEs or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.merged import Reason
from ..model.sheets import Refused
from ..names.spelling import fold
from ..namespaces import PREFIXES, expand
from .csv_table import read_sheet
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .csv_table import Row
    from .merge_pairs import Pairs
    from .merge_things import Known, Thing

_APART = {
    "kinds": "these are things of two kinds, {what}, and never one",
    "tied": "the graph connects the two, so they are not one",
    "texts": "the two sources have two texts, so the positions of quotes would be wrong",
    "values": "the two have different figures",
}


class Rows:
    """A file that says which things are one.

    Args:
        file: The path of the file.
        name: What the answer calls it.
        pairs: The things of the graphs.

    Attributes:
        refused: The cells and rows that cannot be followed.
        note: How the file was saved, if not as UTF-8 with commas; else empty.

    Raises:
        BadData: The file cannot be read, is no text, or is empty.
    """

    def __init__(self, file: str, name: str, pairs: Pairs) -> None:
        sheet = read_sheet(file, "same", name)
        self._pairs, self._name, self._rows = pairs, name, sheet.rows
        self.refused = list(sheet.refused)
        self.note = sheet.note
        self._names = [_names_of(graph) for graph in pairs.graphs]
        self._near: Nearest | None = None

    def follow(self) -> None:
        """Make the things of each row one. A row that cannot be followed is refused."""
        for row in self._rows:
            if not row.sound:
                continue
            first = self._found(row, "one", range(len(self._names)))
            second = self._found(row, "other", reversed(range(len(self._names))))
            if first is None or second is None:
                continue
            if first.iri == second.iri:
                self._refuse(row, "", f"both columns mean {_shown(first)}")
            elif apart := self._pairs.apart(first, second):
                self._refuse(row, "", _APART[apart.key].format(what=apart.what))
            else:
                self._pairs.unite(first.iri, second.iri, Reason("row", f"{self._name}:{row.number}"))

    def _refuse(self, row: Row, column: str, reason: str, suggestion: str = "") -> None:
        self.refused.append(Refused(self._name, row.number, column, reason, suggestion))

    def _found(self, row: Row, column: str, places: Iterable[int]) -> Thing | None:
        """Return the one thing that a cell means; of a name, in the first of some graphs that has it."""
        cell = row.cells.get(column, "")
        if not cell:
            self._refuse(row, column, "the cell is empty")
            return None
        graphs = self._pairs.graphs
        iris = {cell.removeprefix("<").removesuffix(">"), *(expand(cell, {**PREFIXES, **g.prefixes}) for g in graphs)}
        found = {iri for iri in map(self._now, iris) if self._pairs.where(iri)}
        if not found:
            key = fold(cell)
            found = next((named[key] for named in (self._names[at] for at in places) if key in named), set())
        if len(found) == 1:
            return self._thing(found.pop())
        if found:
            listed = ", ".join(_shown(self._thing(iri)) for iri in sorted(found)[:4])
            self._refuse(row, column, f"{short(cell)!r} fits {len(found)} things: {listed}. Write an IRI")
            return None
        if self._near is None:
            self._near = Nearest(text for graph in graphs for thing in graph.things.values() for text in _texts(thing))
        self._refuse(row, column, f"nothing in the graphs is called {short(cell)!r}", self._near.to(cell))
        return None

    def _now(self, iri: str) -> str:
        """Return the IRI that stands for a thing now, if a graph says that it was replaced."""
        for graph in self._pairs.graphs:
            now = graph.replaced.get(iri)
            if now is not None and not self._pairs.where(iri):
                return now
        return iri

    def _thing(self, iri: str) -> Thing:
        return self._pairs.graphs[self._pairs.where(iri)[0]].things[iri]


def _names_of(graph: Known) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for thing in graph.things.values():
        for text in _texts(thing):
            found.setdefault(fold(text), set()).add(thing.iri)
    return found


def _texts(thing: Thing) -> Iterable[str]:
    return [text for text, *_ in thing.names] + list(thing.keys.values())


def _shown(thing: Thing) -> str:
    name = next((text for text, *_ in thing.names), "")
    return f"{short(name)} ({thing.iri})" if name else thing.iri
