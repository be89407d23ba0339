"""Makes a workbook of a folder of sheets, cell by cell as the tables are, also where they are wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..escape_formats import cell_text
from .cell_places import letters
from .city_keys import cell_of
from .columns import TABLES
from .csv_table import LONGEST, records_of
from .encodings import decoded, read_bytes
from .folder import CITY, files_of
from .sheet_names import CITY_SHEET

if TYPE_CHECKING:
    from ..model.sheets import Refused

_WIDE, _NARROW = 40, 10  # characters of a column


def book_of_folder(folder: str) -> tuple[Any, dict[str, int]]:
    """Make a workbook of a folder of sheets.

    Args:
        folder: The path of the folder.

    Returns:
        The workbook, whose rows are those of the files, and the last column of each sheet by its title.

    Raises:
        BadData: There is no such folder, it lacks a table that is needed, or one cannot be read.
    """
    import openpyxl

    files = files_of(folder)
    book = openpyxl.Workbook()
    book.remove(book.active)
    widths = {}
    for table in TABLES:
        if table in files:
            refused: list[Refused] = []
            records, _ = records_of(os.path.join(folder, files[table]), table, files[table], refused)
            widths[table] = _fill(book, table, records)
    if CITY in files:
        widths[CITY_SHEET] = _fill(book, CITY_SHEET, _city(os.path.join(folder, files[CITY])))
    return book, widths


def _fill(book: Any, title: str, records: list[tuple[int, list[str]]]) -> int:
    """Write a table into a new sheet, and return its last column."""
    from openpyxl.styles import Font

    sheet = book.create_sheet(title)
    widths: dict[int, int] = {}
    for number, record in records:
        for place, text in enumerate(record, 1):
            if text:
                cell = sheet.cell(number, place)
                cell.value = cell_text(text)[:LONGEST]
                cell.data_type = "s"  # what begins like a formula is text here, as it was in the file
                wide = sum(2 if letter > "\u2e80" else 1 for letter in text[:_WIDE])
                widths[place] = max(widths.get(place, _NARROW), min(_WIDE, wide))
    for place, width in widths.items():
        sheet.column_dimensions[letters(place)].width = width + 2
        if title != CITY_SHEET:
            sheet.cell(1, place).font = Font(bold=True)
    if title != CITY_SHEET:
        sheet.freeze_panes = "A2"
    return max(widths, default=1)


def _city(file: str) -> list[tuple[int, list[str]]]:
    """Return the keys of city.toml as rows; its lines if it cannot be read."""
    import tomllib

    text, _ = decoded(read_bytes(file, CITY), CITY)
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return [(number, [line]) for number, line in enumerate(text.splitlines(), 1)]
    return list(enumerate(([key, cell_of(value)] for key, value in said.items()), 1))
