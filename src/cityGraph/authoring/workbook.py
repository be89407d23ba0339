"""Reads the tables of a city from a workbook: the same tables as in a folder of sheets, one sheet each."""

from __future__ import annotations

import os
import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ..errors import BadData, short
from ..escape import language_tag
from ..model.noun import Noun
from ..model.sheets import Refused
from ..names.spelling import fold
from .book_cells import cell_text
from .book_package import read_package
from .book_scan import formats_of, scan, sheets_of
from .cell_places import letters
from .city_keys import city_refused, key_named, value_of
from .columns import NEEDED, TABLES, columns_of
from .csv_table import ANSWERS, BLANK, Sheet, noted, sheet_of
from .nearest import Nearest
from .sheet_names import CITY_SHEET, table_named

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from .book_package import Package
    from .book_scan import Scan, SheetPart
    from .cell_places import Place

    Found = dict[str, tuple[SheetPart, Scan, list[list[Any]]]]

READ = (".xlsx", ".xlsm", ".xltx", ".xltm")
_WORKBOOKS = (*READ, ".xls", ".xlsb", ".ods")  # files that are read or refused as workbooks
_LIST = re.compile(r"(?:^|/)workbook\.xml(?:\.rels)?$|^\[Content_Types\]\.xml$", re.IGNORECASE)  # parts with the titles
_TAGGED = re.compile(r"(?i)(.+?)[-_ ]([a-z]{2,3}(?:-[a-z0-9]{1,8})*)")
_KEY_HEADINGS = {fold(word) for word in ("key", "键", "项目")}


class Book(Noun):
    """A workbook as it was read.

    Attributes:
        sheets: Its tables by name, as those of a folder. Their names are the titles of the sheets.
        city: The keys of its sheet on the city; empty if it has none.
        refused: The cells of that sheet that are refused.
        notes: What else was found, one sentence each.
    """

    sheets: dict[str, Sheet]
    city: dict[str, Any]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]


def is_workbook(path: str) -> bool:
    """Tell whether a path is meant as that of a workbook.

    Args:
        path: Any path.

    Returns:
        Whether it ends like a workbook, and is no folder.

    Examples:
        >>> is_workbook("city.XLSX"), is_workbook("city")
        (True, False)
    """
    return path.lower().endswith(_WORKBOOKS) and not os.path.isdir(path)


def read_book(file: str) -> Book:
    """Read the tables of a workbook.

    Args:
        file: The path of the workbook.

    Returns:
        Its tables. A row counts as the spreadsheet counts it. Nothing in the workbook is run or followed.

    Raises:
        BadData: It is no workbook, cannot be read, or lacks a table that is needed.
    """
    called = os.path.basename(file)
    package = read_package(file, called)
    parts = [each for each in sheets_of(package) if each.path]
    tables = _tables(parts, called)
    found = _read(package, tables)
    sheets = {table: _sheet(table, *each) for table, each in found.items() if table != CITY_SHEET}
    city, refused = _city(*found[CITY_SHEET]) if CITY_SHEET in found else ({}, [])
    return Book(sheets, city, tuple(refused), tuple(_notes(package, parts)))


def titles_of(file: str) -> set[str]:
    """List the tables of a workbook by the titles of its sheets alone.

    Args:
        file: The path of the workbook.

    Returns:
        The tables that it has.

    Raises:
        BadData: It is no workbook, or cannot be read.
    """
    package = read_package(file, os.path.basename(file), _LIST)
    return {table for each in sheets_of(package) if each.path and (table := table_named(each.title))}


def _tables(parts: list[SheetPart], called: str) -> dict[str, SheetPart]:
    """Return the sheet of each table."""
    tables: dict[str, SheetPart] = {}
    for each in parts:
        if table := table_named(each.title):
            if table in tables:
                titles = f"{short(tables[table].title)!r} and {short(each.title)!r}"
                raise BadData(called, f"the sheets {titles} are both the table {table}. Rename or delete one")
            tables[table] = each
    if missing := [table for table in NEEDED if table not in tables]:
        has = ", ".join(short(each.title) for each in parts[:8])
        needs = f"It needs {', '.join(NEEDED[:-1])} and {NEEDED[-1]}; it has {has or 'no sheet of cells'}"
        raise BadData(called, f"no sheet is called {' or '.join(missing)}. {needs}")
    return tables


def _read(package: Package, tables: dict[str, SheetPart]) -> Found:
    """Read the values of sheets, and what they have beside values."""
    import python_calamine

    formats = formats_of(package)
    scans = {table: scan(package, each.path, formats) for table, each in tables.items()}
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(package.file())
        return {
            table: (each, scans[table], book.get_sheet_by_name(each.title).to_python(skip_empty_area=False))
            for table, each in tables.items()
        }
    except BaseException as error:
        # The reader is a Rust library: what it did not foresee is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise BadData(package.name, "it cannot be read. Save it again as .xlsx") from None
        raise


def _records(found: Scan, values: list[list[Any]]) -> list[tuple[int, list[str]]]:
    """Return each row of a sheet with its number, as texts."""
    shown = found.formats
    return [
        (number, [each if type(each) is str else cell_text(each, shown.get((number, at), "")) for at, each in cells])
        for number, cells in enumerate((enumerate(row, 1) for row in values), 1)
    ]


def _sheet(table: str, part: SheetPart, found: Scan, values: list[list[Any]]) -> Sheet:
    """Return a sheet as a table."""
    name, records = part.title, _records(found, values)
    if not any(cell.strip(BLANK) for _, record in records for cell in record):
        raise BadData(name, f"the sheet is empty. Its first row needs {', '.join(columns_of(table).needed)}")
    refused: list[Refused] = []
    sheet = sheet_of(records, table, name, refused, letters)
    if not sheet.columns:
        return noted(sheet, "")
    heading = [cell.strip(BLANK) for cell in records[sheet.top - 1][1]]
    wrong = [(place, reason) for place, reason in _unread(found, values) if place[0] >= sheet.top]
    ranges = [each for each in found.merged if each[1][0] >= sheet.top and each[0][1] <= len(heading)]
    wrong += [
        (first, f"{_address(first)}:{_address(last)} are merged. Unmerge them, and fill each") for first, last in ranges
    ]
    for (row, column), reason in wrong:
        if called := _called(heading, column, table):
            refused.append(Refused(name, max(row, sheet.top), called, reason))
    spoiled = {row for (row, _), _ in wrong} | _rows_in(ranges, len(records))
    rows = tuple(row.replace(sound=False) if row.number in spoiled else row for row in sheet.rows)
    return noted(sheet.replace(rows=rows, refused=tuple(refused)), _note(part, found, sheet, dict(wrong)))


def _unread(found: Scan, values: list[list[Any]]) -> Iterator[tuple[Place, str]]:
    """Yield each cell that shows an error, or has a formula whose value nobody computed, and why it is refused."""
    for place, error in found.errors.items():
        yield place, f"{_address(place)} shows the error {error}. Write the value"
    for (row, column), text in found.formulas.items():
        cells = values[row - 1] if row <= len(values) else []
        empty = column > len(cells) or cells[column - 1] == ""
        if empty and not text and (row, column) not in found.errors:
            reason = "has a formula whose value was not saved"
            yield (row, column), f"{_address((row, column))} {reason}. Save the workbook in Excel, or write the value"


def _address(place: Place) -> str:
    return f"{letters(place[1])}{place[0]}"


def _called(heading: list[str], column: int, table: str) -> str:
    """Return what a refusal calls a column; empty for the column that nobody reads."""
    word = heading[column - 1] if column <= len(heading) else ""
    if fold(word) == ANSWERS:
        return ""
    return (columns_of(table).named(word) or short(word)) if word else f"column {letters(column)}"


def _rows_in(ranges: list[tuple[Place, Place]], rows: int) -> set[int]:
    """Return the rows that ranges of cells cover; a range may be as long as a sheet, and there may be many."""
    starts: Counter[int] = Counter()
    for (first, _), (last, _) in ranges:
        starts[first] += 1
        starts[last + 1] -= 1
    return {row for row, n in enumerate(accumulate(starts[row] for row in range(rows + 1))) if n}


def _note(part: SheetPart, found: Scan, sheet: Sheet, unread: Container[Place]) -> str:
    """Return what is to be said of how a sheet was read."""
    stored = len([place for place in found.formulas if place[0] > sheet.top and place not in unread])
    hidden = sum(row.number in found.hidden for row in sheet.rows)
    said = ["the sheet is hidden, and was read"] if part.hidden else []
    said += [f"of formulas the saved values were read ({stored:,})"] if stored else []
    said += [f"hidden rows were read, too ({hidden:,})"] if hidden else []
    return ", ".join(said)


def _city(part: SheetPart, found: Scan, values: list[list[Any]]) -> tuple[dict[str, Any], list[Refused]]:
    """Return the keys of the sheet on the city with their values, and the cells that are refused."""
    name = part.title
    said: dict[str, Any] = {}
    at: dict[str, int] = {}
    refused = [Refused(name, row, _address((row, column)), reason) for (row, column), reason in _unread(found, values)]
    refused += [
        Refused(name, first[0], _address(first), "the cells are merged. Unmerge them") for first, _ in found.merged
    ]
    for number, record in _records(found, values):
        key, *rest = [cell.strip(BLANK) for cell in record] or [""]
        filled = [cell for cell in rest if cell]
        if fold(key) in _KEY_HEADINGS:
            continue
        base, tag = _tagged(key)
        known = key_named(base) or base
        if tag and filled and isinstance(said.setdefault(known, {}), dict) and tag not in said[known]:
            said[known][tag] = filled[0]
            at.setdefault(known, number)
        elif key and known in at:
            refused.append(Refused(name, number, known, f"row {at[known]} has the key {short(known)}, too"))
        elif key and filled:
            said[known], at[known] = value_of(known, filled[0]), number
    return said, [*refused, *city_refused(said, name, at.__getitem__)]


def _tagged(key: str) -> tuple[str, str]:
    """Divide a key such as ``name-en`` into the key and the language of its words."""
    found = _TAGGED.fullmatch(key)
    return (found[1], language_tag(found[2])) if found and key_named(found[1]) else (key, "")


def _notes(package: Package, parts: list[SheetPart]) -> Iterator[str]:
    """Yield what is to be said of the workbook."""
    if package.macros:
        yield f"{package.name}: its macros were not run."
    if package.elsewhere:
        yield f"{package.name}: the workbooks that it refers to were not read."
    near = Nearest((*TABLES, CITY_SHEET))
    for each in parts:
        if table_named(each.title) is None:
            hint = near.to(each.title)
            asked = f". Did you mean {hint}?" if hint else "."
            yield f"{package.name}: the sheet {short(each.title)} is no table and was not read{asked}"
