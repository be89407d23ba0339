"""Write tables as CSV, and as an Excel workbook."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..escape_formats import cell_text
from ..render.cells import BATCH, day_of
from .temporary import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..render.cells import Cell, Row
    from ..render.table import Table

_WIDE = dict.fromkeys(
    ("subject", "object", "name", "target", "whose", "indicator", "source", "because", "from", "to"), 28
)
_WIDE |= {"value": 16, "relation": 14, "qualifiers": 24, "notes": 24, "title": 32, "text": 36, "event": 36, "quote": 40}
_WIDE |= {"question": 40, "message": 40, "meaning": 80, "members": 60, "shared": 40, "reference": 60, "sentence": 60}
_WIDTH = 12
_GROUPED = 10_000  # from here on digits are grouped; a year is not
# The limits of Excel:
# https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
_CELL = 32_767  # characters in a cell
_ROWS = 1_048_575  # rows of a sheet after its header
_LINK = 2_079  # characters in a link
_LINKS = 60_000  # links in a sheet; Excel allows 65 530
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv(columns: Sequence[str], rows: Iterable[Row], separator: str = ",") -> Iterator[bytes]:
    """Write rows as CSV that Excel opens correctly, or separated by tabs.

    A text that starts like a formula gets an apostrophe in front of it, so that no program computes it
    (https://owasp.org/www-community/attacks/CSV_Injection).

    Args:
        columns: The names of the columns.
        rows: The rows, each with one cell for each column.
        separator: What separates cells. No cell has a tab in it.

    Yields:
        The file as UTF-8 with a byte order mark, piece by piece.

    Examples:
        >>> b"".join(csv(["a"], [("=1+1",)])).decode("utf-8-sig").splitlines()
        ['a', "'=1+1"]
    """
    import csv as format_of
    from io import StringIO

    yield b"\xef\xbb\xbf"
    table = chain([columns], (tuple(map(_harmless, row)) for row in rows))
    while batch := list(islice(table, BATCH)):
        text = StringIO()
        format_of.writer(text, delimiter=separator).writerows(batch)
        yield text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return "'" + cell_text(cell) if cell.startswith(_FORMULA) else cell_text(cell)


def workbook(tables: Iterable[Table]) -> Iterator[bytes]:
    """Write an Excel workbook with one sheet for each table.

    Cells have types; each sheet has a frozen header and filters.

    Args:
        tables: The tables. Their titles are short, and differ.

    Yields:
        The file, piece by piece.

    Raises:
        CityGraphError: A table has more rows than a sheet can hold.

    Examples:
        >>> from cityGraph.render.table import table
        >>> b"".join(workbook([table("sources", ("name",), [("港報",)], "en")]))[:2]
        b'PK'
    """
    from datetime import datetime

    import xlsxwriter

    with temporary_folder() as folder:
        file = f"{folder}/book.xlsx"
        # Rows go to the disk one by one, so that a million of them do not fill the memory.
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "tmpdir": folder})
        # Without a fixed date the same claims would give different files.
        book.set_properties({"created": datetime(2000, 1, 1)})
        try:
            for table in tables:
                _fill(book, table)
        except BaseException:
            # Closing reads again what was written, and stumbles where a full disk has cut a character in two.
            with suppress(OSError, ValueError, xlsxwriter.exceptions.FileCreateError):
                book.close()
            raise
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise error.args[0] from None
        with open(file, "rb") as stream:
            while block := stream.read(1 << 20):
                yield block


def check_fits(rows: int) -> None:
    """Check that a sheet can hold some rows.

    Args:
        rows: The number of rows after the header.

    Raises:
        CityGraphError: There are too many.
    """
    if rows > _ROWS:
        raise CityGraphError(
            f"Too many rows for an Excel sheet: {rows:,} (limit {_ROWS:,}). Select fewer claims, or use .csv."
        )


def _fill(book: Any, table: Table) -> None:
    from xlsxwriter.utility import xl_range

    sheet = book.add_worksheet(table.title)
    columns = table.columns
    head = book.add_format({"bold": True, "bg_color": "#d7eaff", "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    prose = book.add_format({"text_wrap": True, "valign": "top"})
    grouped = book.add_format({"num_format": "#,##0"})
    sheet.freeze_panes(1, 1)
    for at, (column, name) in enumerate(zip(columns, table.heads, strict=True)):
        sheet.set_column(at, at, _WIDE.get(column, _WIDTH), prose if column == "meaning" else None)
        sheet.write_string(0, at, cell_text(name), head)
    line = 0
    for line, row in enumerate(table.rows, 1):
        check_fits(line)
        for at, cell in enumerate(row):
            if isinstance(cell, (int, float)):
                sheet.write_number(line, at, cell, *([grouped] if isinstance(cell, int) and cell >= _GROUPED else []))
            elif cell is not None:
                _write(sheet, line, at, cell, columns[at], prose if columns[at] == "meaning" else day)
    # What explains is read from its top to its end.
    if columns and columns != ("term", "meaning"):
        sheet.autofilter(0, 0, line, len(columns) - 1)
        # Numbers that Excel would cut are text on purpose; Excel must not mark them as errors.
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, line, len(columns) - 1)})


def _write(sheet: Any, line: int, at: int, cell: Cell, column: str, form: Any) -> None:
    when = day_of(str(cell)) if column == "date" or not isinstance(cell, str) else None
    if when:
        sheet.write_datetime(line, at, when, form)
        return
    text = cell_text(str(cell))
    prose = [form] if column == "meaning" else []
    if column == "url" and text.startswith(("https://", "http://")) and len(text) <= _LINK and line < _LINKS:
        sheet.write_url(line, at, text)
    else:
        sheet.write_string(line, at, text if len(text) <= _CELL else text[: _CELL - 1] + "…", *prose)
