"""A row of claims as a statement that a text can prove, or what in it is no statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.claim import BASES
from ..model.noun import Noun
from ..model.positions import parts, position
from ..model.sheets import Refused
from ..names.spelling import fold
from ..namespaces import CG, NAMES, expand, shorten
from ..proof.context import LONGEST_QUOTE
from ..proof.statement import Amount, Statement, Thing
from .cell_terms import divided
from .cell_values import amount, date_of_serial, period
from .columns import columns_of
from .ontology import ontology, takes_things
from .property_triples import OTHER_NAME
from .written_numbers import parted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .csv_table import Row
    from .sheet_sources import SheetSource, Sources
    from .sheet_terms import SheetTerms
    from .sheet_things import NamedThing, Things

_ALSO_CALLED = CG + "alsoCalled"
_OF_PASSAGE = ("id", "source", "paragraph", "quote", "start", "end", "passage", "quote-language")
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
        sources: All sources that the row names: several, if it is inferred.
        more: The rows with the same id, which add a passage each.
        sources_of_more: The source of each of these rows, by its number.
    """

    row: Row
    statement: Statement
    source: SheetSource
    due: str
    paragraph: int
    basis: str
    inferred: bool
    words: str
    sources: tuple[SheetSource, ...] = ()
    more: tuple[Row, ...] = ()
    sources_of_more: dict[int, SheetSource] = {}  # noqa: RUF012


class ClaimReader:
    """Reads the rows of claims, one after the other.

    Attributes:
        refused: The cells that are refused so far.
    """

    def __init__(self, name: str, things: Things, sources: Sources, terms: SheetTerms) -> None:
        self.name, self.things, self.sources, self.terms = name, things, sources, terms
        self.refused: list[Refused] = []

    def refuse(self, row: Row, column: str, reason: str, suggestion: str = "") -> None:
        """Refuse a cell.

        Args:
            row: The row of the cell.
            column: Its column; empty for the whole row.
            reason: What is wrong.
            suggestion: What to write instead.
        """
        self.refused.append(Refused(self.name, row.number, column, reason, suggestion))

    def claims(self, rows: Iterable[Row]) -> list[Said]:
        """Read all rows.

        Args:
            rows: The rows of the table of claims.

        Returns:
            What they say, one for each claim: several rows with one id are passages of one claim. Claims of which
            something is refused are left out.
        """
        by_id: dict[str, list[Row]] = {}
        for row in rows:
            by_id.setdefault(row.cells.get("id", "") or f"\0{row.number}", []).append(row)
        return [said for several in by_id.values() if (said := self._claim(several))]

    def _claim(self, rows: list[Row]) -> Said | None:
        said = self.read(rows[0])
        before = len(self.refused)
        sources = {row.number: self._passage(rows[0], row) for row in rows[1:]}
        if said is None or len(self.refused) > before or not all(row.sound for row in rows):
            return None
        known = {number: source for number, source in sources.items() if source}
        return said.replace(more=tuple(rows[1:]), sources_of_more=known) if rows[1:] else said

    def _passage(self, first: Row, row: Row) -> SheetSource | None:
        """Read a row that adds a passage to the claim of another."""
        for column, cell in row.cells.items():
            if cell and column not in _OF_PASSAGE and cell != first.cells.get(column):
                key = short(row.cells["id"])
                self.refuse(row, "id", f"row {first.number} has the id {key!r} and says something else")
                return None
        self._paragraph(row)
        self._quoted(row)
        return self._source(row) if row.cells.get("source") else self.sources.named(first.cells.get("source", ""))

    def read(self, row: Row) -> Said | None:
        """Read a row.

        Args:
            row: A row of the table of claims.

        Returns:
            What the row says; None if something of it is refused.
        """
        before = len(self.refused)
        row = parted(row)
        cells = row.cells
        subject = self._subject(row)
        relation = self._relation(row)
        status = self._term(row, "status")
        basis = self._term(row, "basis")
        inferred = self._inferred(row, basis)
        several = self._several(row) if inferred else []
        source = several[0] if several else None if inferred else self._source(row)
        value = self._object(row, relation)
        when, due = self._period(row, "period"), self._period(row, "due")
        paragraph = self._paragraph(row)
        quote = self._quoted(row)
        self._place(row)
        if len(self.refused) > before or not (row.sound and subject and relation and source and value is not None):
            return None
        words = [cells.get(column, "") for column in _WORDS]
        statement = Statement(subject.thing, relation, value, status, when or due, quote, *words)
        shown = [subject.thing.key, cells["relation"], _shown(cells)]
        also = due if when else ""
        return Said(
            row, statement, source, also, paragraph, basis, inferred, " · ".join(shown), tuple(several or [source])
        )

    def _needed(self, row: Row, column: str) -> str:
        cell = row.cells.get(column, "")
        if not cell and row.sound and column in row.cells:
            self.refuse(row, column, f"the row has no {column}")
        return cell

    def _subject(self, row: Row) -> NamedThing | None:
        cell = self._needed(row, "subject")
        thing = self.things.named(cell) if cell else None
        if cell and not thing:
            reason, suggestion = self._unnamed(cell)
            self.refuse(row, "subject", reason, suggestion)
        return self._sound(row, "subject", thing)

    def _unnamed(self, cell: str) -> tuple[str, str]:
        """Return why a cell names no thing, and what to write instead."""
        if len(ids := self.things.ids(cell)) > 1:
            return f"{short(cell)!r} is the name of {len(ids)} things. Write the id of the one that is meant", ids[0]
        return f"no row of {self.things.name} is called {short(cell)!r}", self.things.nearest(cell)

    def _sound(self, row: Row, column: str, thing: NamedThing | None) -> NamedThing | None:
        if thing and not thing.sound:
            self.refuse(row, column, f"row {thing.row} of {self.things.name} is refused")
        return thing

    def _relation(self, row: Row) -> str:
        """Return the relation of a row; empty if it has none. Some words mean one to a thing, and one to a value."""
        if not (cell := self._needed(row, "relation")):
            return ""
        if expand(cell) in NAMES or fold(cell) in map(fold, ontology().labels(_ALSO_CALLED)):
            return shorten(expand(cell)) if expand(cell) in NAMES else shorten(OTHER_NAME)
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

    def _source(self, row: Row, key: str = "") -> SheetSource | None:
        cell = key or self._needed(row, "source")
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
        if cells.get("datatype"):  # it is said to be a value
            return cell
        number = amount(cell)
        if measure or (number and (unit or comparator) and relation in self.terms.measures):
            if number is None:
                self.refuse(row, "object", f"{short(cell)!r} is no number with a unit, and the row has a measure")
                return None
            digits, percent = number
            if percent and unit not in ("", "%", "％"):
                self.refuse(row, "unit", f"the number is a percentage, the unit is {short(unit)}", "%")
            return Amount(digits, unit or percent, comparator, measure)
        for column, cell_beside in (("unit", unit), ("comparator", comparator)):
            if cell_beside and cell_beside != "=":
                self.refuse(row, "measure", f"the row has a {column}, and does not say what the number counts")
                return None
        if len(self.things.ids(cell)) > 1:
            self.refuse(row, "object", *self._unnamed(cell))
            return None
        thing = self._sound(row, "object", self.things.named(cell))
        if not thing and takes_things(relation):
            self.refuse(row, "object", *self._unnamed(cell))
            return None
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
        because = any(
            cell for name, cell in row.cells.items() if columns_of("claims").column(name)[0].name == "because"
        )
        if basis == BASES[2] and not because:
            self.refuse(row, "because", "an inferred row needs its reason here")
        elif because and basis not in ("", BASES[2]):
            self.refuse(row, "basis", f"the row has a reason, so it is inferred, not {basis}", BASES[2])
        return because

    def _quoted(self, row: Row) -> str:
        quote = row.cells.get("quote", "")
        if len(quote) > LONGEST_QUOTE:
            self.refuse(row, "quote", f"the quote has {len(quote)} characters, more than {LONGEST_QUOTE}")
        return quote

    def _place(self, row: Row) -> None:
        """Refuse positions that are none."""
        try:
            for _, ranges in parts(row.cells.get("positions", "")):
                position(ranges)
        except ValueError as error:
            self.refuse(row, "positions", str(error).rstrip("."))

    def _several(self, row: Row) -> list[SheetSource]:
        """Return the sources on which an inference rests."""
        cells = row.cells.get("source", "")
        found = [self._source(row, key) for key in divided(cells)] if cells else [self._source(row)]
        return [source for source in found if source]


def _shown(cells: dict[str, str]) -> str:
    """Return the object of a row, with everything that belongs to a number."""
    number = f"{cells.get('comparator', '')}{cells['object']}{cells.get('unit', '')}"
    return " ".join(filter(None, (cells.get("measure", ""), number)))
