"""A row of claims as a statement that a text can prove, or what in it is no statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.claim import BASES
from ..model.noun import Noun
from ..model.sheets import Refused
from ..proof.statement import Amount, Statement, Thing
from .cell_values import amount, date_of_serial, number_and_rest, period

if TYPE_CHECKING:
    from .csv_table import Row
    from .sheet_sources import SheetSource, Sources
    from .sheet_terms import SheetTerms
    from .sheet_things import NamedThing, Things

LONGEST_QUOTE = 200  # characters that a sheet may quote
_WORDS = ("subject-words", "relation-words", "object-words", "measure-words")


class Said(Noun):
    """What a row says.

    Attributes:
        row: The row.
        statement: What is to be proved. Its status is empty if the row gives none.
        source: The source that says it.
        due: A second period that must be proved too; empty if there is none.
        paragraph: The paragraph of the quote, from 1; 0 if the row gives none.
        basis: The basis that the row gives; empty if it gives none.
        inferred: Whether the row has a reason in the place of a text.
        words: The row in words.
    """

    row: Row
    statement: Statement
    source: SheetSource
    due: str
    paragraph: int
    basis: str
    inferred: bool
    words: str


class ClaimReader:
    """Reads the rows of claims, one after the other.

    Attributes:
        refused: The cells that are refused so far.
    """

    def __init__(self, name: str, things: Things, sources: Sources, terms: SheetTerms) -> None:
        self.name, self.things, self.sources, self.terms = name, things, sources, terms
        self.refused: list[Refused] = []
        self._ids: dict[str, tuple[int, tuple[str, ...]]] = {}

    def refuse(self, row: Row, column: str, reason: str, suggestion: str = "") -> None:
        """Refuse a cell.

        Args:
            row: The row of the cell.
            column: Its column; empty for the whole row.
            reason: What is wrong.
            suggestion: What to write instead.
        """
        self.refused.append(Refused(self.name, row.number, column, reason, suggestion))

    def read(self, row: Row) -> Said | None:
        """Read a row.

        Args:
            row: A row of the table of claims.

        Returns:
            What the row says; None if something of it is refused.
        """
        before = len(self.refused)
        cells = row.cells
        subject = self._subject(row)
        relation = self._relation(row)
        status = self._term(row, "status")
        basis = self._term(row, "basis")
        source = self._source(row)
        value = self._object(row, relation)
        when, due = self._period(row, "period"), self._period(row, "due")
        paragraph = self._paragraph(row)
        quote = cells.get("quote", "")
        if len(quote) > LONGEST_QUOTE:
            self.refuse(row, "quote", f"the quote has {len(quote)} characters, more than {LONGEST_QUOTE}")
        inferred = self._inferred(row, basis)
        self._same_id(row)
        if len(self.refused) > before or not (row.sound and subject and relation and source and value is not None):
            return None
        words = [cells.get(column, "") for column in _WORDS]
        statement = Statement(subject.thing, relation, value, status, when or due, quote, *words)
        shown = [subject.thing.key, cells["relation"], _shown(cells)]
        return Said(row, statement, source, due if when else "", paragraph, basis, inferred, " · ".join(shown))

    def _needed(self, row: Row, column: str) -> str:
        cell = row.cells.get(column, "")
        if not cell and row.sound and column in row.cells:
            self.refuse(row, column, f"the row has no {column}")
        return cell

    def _subject(self, row: Row) -> NamedThing | None:
        cell = self._needed(row, "subject")
        thing = self.things.named(cell) if cell else None
        if cell and not thing:
            reason = f"no row of {self.things.name} is called {short(cell)!r}"
            self.refuse(row, "subject", reason, self.things.nearest(cell))
        return self._sound(row, "subject", thing)

    def _sound(self, row: Row, column: str, thing: NamedThing | None) -> NamedThing | None:
        if thing and not thing.sound:
            self.refuse(row, column, f"row {thing.row} of {self.things.name} is refused")
        return thing

    def _relation(self, row: Row) -> str:
        """Return the relation of a row; empty if it has none. Some words mean one to a thing, and one to a value."""
        if not (cell := self._needed(row, "relation")):
            return ""
        value = bool(row.cells.get("measure")) or not self.things.named(row.cells.get("object", ""))
        meaning = self.terms.relation(cell, value=value)
        if not meaning.term:
            self.refuse(row, "relation", meaning.reason, meaning.suggestion)
        return meaning.term

    def _term(self, row: Row, column: str) -> str:
        """Return the status or basis of a row; empty if it has none."""
        if not (cell := row.cells.get(column, "")):
            return ""
        meaning = (self.terms.statuses if column == "status" else self.terms.bases).meaning(cell)
        if not meaning.term:
            self.refuse(row, column, meaning.reason, meaning.suggestion)
        return meaning.term

    def _source(self, row: Row) -> SheetSource | None:
        cell = self._needed(row, "source")
        source = self.sources.named(cell) if cell else None
        if cell and not source:
            reason = f"no row of {self.sources.name} has the key {short(cell)!r}"
            self.refuse(row, "source", reason, self.sources.nearest(cell))
        elif source and not source.sound:
            self.refuse(row, "source", f"row {source.row} of {self.sources.name} is refused")
        return source

    def _object(self, row: Row, relation: str) -> Thing | Amount | str | None:
        """Return the object: a number if the row says what it counts, else a thing, else words."""
        cells = row.cells
        cell = self._needed(row, "object")
        measure, unit, comparator = (cells.get(column, "") for column in ("measure", "unit", "comparator"))
        if not cell:
            return None
        number = amount(cell)
        if measure or (number and (unit or comparator) and relation in self.terms.measures):
            if number is None:
                first, rest = number_and_rest(cell)
                wrong = f"{short(cell)!r} is no number, and the row has a measure"
                split = first and rest and not unit
                self.refuse(row, "object", f"{wrong}. Put {rest} into the column unit" if split else wrong, first)
                return None
            digits, percent = number
            if percent and unit not in ("", "%", "％"):
                self.refuse(row, "unit", f"the number is a percentage, the unit is {short(unit)}", "%")
            return Amount(digits, unit or percent, comparator, measure)
        for column, cell_beside in (("unit", unit), ("comparator", comparator)):
            if cell_beside and cell_beside != "=":
                self.refuse(row, "measure", f"the row has a {column}, and does not say what the number counts")
                return None
        thing = self._sound(row, "object", self.things.named(cell))
        return thing.thing if thing else cell

    def _period(self, row: Row, column: str) -> str:
        cell = row.cells.get(column, "")
        if not cell:
            return ""
        found = period(cell)
        if found is None:
            reason = f"{short(cell)!r} is no date. Write it as 2021-06-09, 2021-06 or 2021"
            self.refuse(row, column, reason, date_of_serial(cell))
        return found or ""

    def _paragraph(self, row: Row) -> int:
        cell = row.cells.get("paragraph", "")
        plain = cell.removesuffix(".0")
        if cell and not (plain.isdecimal() and 0 < int(plain[:9]) == int(plain)):
            self.refuse(row, "paragraph", f"{short(cell)!r} is no number of a paragraph; the title is 1")
            return 0
        return int(plain) if cell else 0

    def _inferred(self, row: Row, basis: str) -> bool:
        because = row.cells.get("because", "")
        if basis == BASES[2] and not because:
            self.refuse(row, "because", "an inferred row needs its reason here")
        elif because and basis not in ("", BASES[2]):
            self.refuse(row, "basis", f"the row has a reason, so it is inferred, not {basis}", BASES[2])
        return bool(because)

    def _same_id(self, row: Row) -> None:
        """Refuse an id that another claim has. Several rows with one id are passages of one claim."""
        if not (key := row.cells.get("id", "")):
            return
        ends = tuple(row.cells.get(column, "") for column in ("subject", "relation", "object", "measure"))
        first, said = self._ids.setdefault(key, (row.number, ends))
        if said != ends:
            self.refuse(row, "id", f"row {first} has the id {short(key)!r} and says something else")


def _shown(cells: dict[str, str]) -> str:
    """Return the object of a row, with everything that belongs to a number."""
    number = f"{cells.get('comparator', '')}{cells['object']}{cells.get('unit', '')}"
    return " ".join(filter(None, (cells.get("measure", ""), number)))
