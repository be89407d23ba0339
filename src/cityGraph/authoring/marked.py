"""Writes a copy of the sheets in which each refused cell is coloured and says why it is refused."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, Any

from ..errors import BadData, CityGraphError
from ..escape_formats import cell_text
from ..names.spelling import fold
from ..store.whole_file import write_file
from .book_package import read_package
from .book_scan import scan, sheets_of
from .cell_places import column_of, letters
from .city_keys import key_named
from .columns import columns_of
from .csv_table import ANSWERS, BLANK, heading_row
from .folder_book import book_of_folder
from .sheet_names import CITY_SHEET, table_named
from .workbook import is_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.sheets import Accepted, Refused

_RED = "FFC7CE"
_COLOURS = {"text": "C6EFCE", "quotes": "E2F0D9", "citation": "FFF2CC", "none": "EDEDED"}  # by degree of proof
_LOOKED = 20  # rows in which the headings are looked for
_MOST_NOTES = 10_000  # comments of a workbook; with more of them Excel is slow to open it
_WIDE = 60
_LONGEST = 2_000  # characters of a comment, and of an answer
_THEIRS = "\n———\n"  # between a reason and a comment that was there before
_ABOVE = 5  # rows that are shown above the first refused cell


def mark(path: str, refused: Iterable[Refused], output: str, accepted: Iterable[Accepted] = ()) -> tuple[str, ...]:
    """Write a copy of the sheets with what `build` found in them.

    A refused cell is red and has a comment with the reason. A further column says it in words, and how far the other
    rows are proved. The copy opens at the first refused cell. It can be corrected and built like any workbook.

    Args:
        path: The path of the workbook, or of the folder of sheets, which is copied into a workbook.
        refused: The cells that are refused.
        output: The path of the copy, which ends in ``.xlsx``.
        accepted: The rows that are accepted.

    Returns:
        What the copy lacks, one sentence each.

    Raises:
        BadData: The sheets cannot be read, or not be copied.
        CityGraphError: The copy would replace the sheets, or does not end in ``.xlsx``.
        OSError: The copy cannot be written.
    """
    check_copy(path, output)
    if is_workbook(path):
        book, widths, notes = _book_of(path)
    else:
        book, widths, notes = *book_of_folder(path), ()
    marks = _Marks(book, widths)
    for each in refused:
        marks.refuse(each)
    for row in accepted:
        marks.accept(row)
    marks.open_at_first()
    write_file(output, [_saved(book, os.path.basename(path))])
    return notes


def check_copy(path: str, output: str) -> None:
    """Check where a copy is to be written, before the work begins.

    Args:
        path: The path of the workbook or folder.
        output: The path of the copy.

    Raises:
        CityGraphError: The copy would replace the workbook, or does not end in ``.xlsx``.

    Examples:
        >>> check_copy("city.xlsx", "marked.csv")
        Traceback (most recent call last):
        cityGraph.errors.CityGraphError: marked.csv: a marked copy is a workbook. Name a file that ends in .xlsx.
    """
    if not output.lower().endswith(".xlsx"):
        raise CityGraphError(f"{output}: a marked copy is a workbook. Name a file that ends in .xlsx.")
    if os.path.exists(output) and os.path.exists(path) and os.path.samefile(path, output):
        raise CityGraphError(f"{output}: the copy would replace the workbook. Name another file.")


def _book_of(path: str) -> tuple[Any, dict[str, int], tuple[str, ...]]:
    """Return a workbook to change, the last column of each sheet, and what a copy of it lacks."""
    import openpyxl

    called = os.path.basename(path)
    package = read_package(path, called)
    scans = {each.title: scan(package, each.path, {}) for each in sheets_of(package) if each.path}
    widths = {title: found.last[1] for title, found in scans.items()}
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            # Neither macros nor other workbooks are among the parts that were unpacked.
            book = openpyxl.load_workbook(package.file(), keep_links=False)
        except Exception as error:  # what a broken workbook raises is not documented
            raise BadData(called, f"it cannot be copied ({type(error).__name__}). Save it again in Excel") from None
    lacks = ["macros"] if package.macros else []
    lacks += ["links to other workbooks"] if package.elsewhere else []
    lacks += ["pictures"] if any("/media/" in name for name in package.parts) else []
    lacks += ["some formats"] if warned else []
    notes = [f"{called}: the copy has no {' and no '.join(lacks)}."] if lacks else []
    if any(found.formulas for found in scans.values()):
        notes.append(f"{called}: save the copy in Excel before you build it, so that its formulas have values.")
    return book, widths, tuple(notes)


def _saved(book: Any, called: str) -> bytes:
    from io import BytesIO

    stream = BytesIO()
    try:
        book.save(stream)
    except Exception as error:
        raise BadData(called, f"it cannot be copied ({type(error).__name__}). Save it again in Excel") from None
    return stream.getvalue()


class _Marks:
    """Colours cells and writes beside the tables."""

    def __init__(self, book: Any, widths: dict[str, int]) -> None:
        from openpyxl.comments import Comment
        from openpyxl.styles import Alignment, Font, PatternFill

        self._comment, self._font, self._fill = Comment, Font, PatternFill
        self._top = Alignment(vertical="top", wrap_text=False)
        self._book = book
        self._written = 0
        self._sheets = {}
        for sheet in book.worksheets:
            if table_named(sheet.title):
                self._clear(sheet)
                self._sheets[fold(sheet.title)] = sheet, *self._columns(sheet, widths.get(sheet.title, 1))
        self._first: dict[str, tuple[int, int]] = {}

    def _clear(self, sheet: Any) -> None:
        """Take away the marks of an earlier copy."""
        for cell in list(sheet._cells.values()):  # iter_rows would make a cell for each place between them
            if cell.comment and cell.comment.author == ANSWERS:
                theirs = cell.comment.text.partition(_THEIRS)[2]
                cell.comment = self._comment(theirs, "") if theirs else None
                cell.fill = self._fill()

    def _columns(self, sheet: Any, width: int) -> tuple[int, dict[str, int], int]:
        """Return the row of the headings, the place of each column, and that of the column for answers."""
        table = table_named(sheet.title) or ""
        if table == CITY_SHEET:
            return 1, {}, width + 1
        rows = sheet.iter_rows(1, _LOOKED, 1, width, values_only=True)
        records = [(number, [str(cell or "").strip(BLANK) for cell in row]) for number, row in enumerate(rows, 1)]
        top = heading_row([each for each in records if any(each[1])], table)
        heading = records[top - 1][1]
        at = {columns_of(table).named(word) or word: place for place, word in enumerate(heading, 1) if word}
        answers = next((place for place, word in enumerate(heading, 1) if fold(word) == ANSWERS), 0)
        for (row, column), cell in list(sheet._cells.items()) if answers else ():
            if column == answers and row > top:
                cell.value, cell.fill = None, self._fill()
        return top, at, answers or width + 1

    def refuse(self, each: Refused) -> None:
        """Mark a cell that is refused.

        Args:
            each: The cell.
        """
        known = self._sheets.get(fold(each.table)) or self._sheets.get(fold(table_named(each.table) or ""))
        if not known:
            return
        sheet, top, at, answers = known
        row, column = each.row, at.get(each.column) or column_of(each.column.removeprefix("column "))
        if table_named(each.table) == CITY_SHEET:
            row, column = self._key(sheet, each), column or 2
        elif row == top:
            column = column or answers
        reason = f"{each.reason}; did you mean {each.suggestion}?" if each.suggestion else each.reason
        if column:
            self._colour(sheet.cell(row, column), _RED)
            self._note(sheet.cell(row, column), reason)
        if row > top or not at:
            self._answer(sheet, top, row, answers, f"{each.column}: {reason}" if each.column else reason, _RED)
        place = row, column or answers
        self._first[sheet.title] = min(place, self._first.get(sheet.title, place))

    def accept(self, each: Accepted) -> None:
        """Write beside a row how far it is proved.

        Args:
            each: The row.
        """
        if known := self._sheets.get(fold(each.table)) or self._sheets.get(fold(table_named(each.table) or "")):
            sheet, top, _, answers = known
            self._answer(sheet, top, each.row, answers, each.proof, _COLOURS[each.proof])

    def _key(self, sheet: Any, each: Refused) -> int:
        """Return the row of a key of the city; that of the refusal if the sheet has no such key."""
        rows = ((cell.row, cell.value) for (_, column), cell in sheet._cells.items() if column == 1)
        found = [row for row, value in rows if value and (key_named(str(value)) or value) == each.column]
        return found[0] if found else each.row

    def _colour(self, cell: Any, colour: str) -> None:
        cell.fill = self._fill("solid", fgColor=colour)

    def _note(self, cell: Any, reason: str) -> None:
        """Add a reason to the comment of a cell, before a comment that somebody wrote."""
        ours, theirs = "", ""
        if cell.comment and cell.comment.author == ANSWERS:
            ours, _, theirs = cell.comment.text.partition(_THEIRS)
        elif cell.comment:
            theirs = cell.comment.text
        elif self._written >= _MOST_NOTES:
            return
        else:
            self._written += 1
        text = "\n".join(filter(None, (ours, cell_text(reason))))[:_LONGEST]
        lines = sum(1 + len(line) // 36 for line in text.split("\n"))
        both = f"{text}{_THEIRS}{theirs}" if theirs else text
        cell.comment = self._comment(both, ANSWERS, height=24 + 18 * lines, width=300)

    def _answer(self, sheet: Any, top: int, row: int, column: int, text: str, colour: str) -> None:
        """Write into the column for answers."""
        head = sheet.cell(top, column)
        if fold(str(head.value or "")) != ANSWERS and row != top:
            head.value, head.font = ANSWERS, self._font(bold=True)
            sheet.column_dimensions[letters(column)].width = _WIDE
        cell = sheet.cell(row, column)
        said = f"{cell.value}; {text}" if cell.value else text
        # A reason may begin like a formula.
        cell.value = cell_text(said)[:_LONGEST]
        cell.data_type = "s"
        cell.alignment = self._top
        self._colour(cell, colour)

    def open_at_first(self) -> None:
        """Let the copy open at the first cell that is refused."""
        for sheet in self._book.worksheets:
            if sheet.title in self._first and sheet.sheet_state == "visible":
                break
        else:
            return
        row, column = self._first[sheet.title]
        self._book.active = self._book.index(sheet)
        view = sheet.sheet_view
        for other in self._book.worksheets:
            other.sheet_view.tabSelected = other is sheet
        for each in view.selection:
            each.activeCell = each.sqref = f"{letters(column)}{row}"
        if row > _LOOKED:
            corner = f"A{row - _ABOVE}"
            if view.pane and view.pane.ySplit:
                view.pane.topLeftCell = f"{letters(1 + int(view.pane.xSplit or 0))}{row - _ABOVE}"
            else:
                view.topLeftCell = corner
