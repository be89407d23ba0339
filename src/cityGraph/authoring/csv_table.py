"""Reads a table of a folder of sheets from CSV, in whatever way it was saved."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from ..errors import BadData, short
from ..model.noun import Noun
from ..model.sheets import Refused
from ..names.spelling import fold
from .columns import columns_of
from .encodings import decoded, read_bytes
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ANSWERS = "citygraph"  # the heading of what `build --mark` writes beside a table; nobody reads it again
LONGEST = 32_767  # characters of a cell, as in Excel
_HIGHEST = 20  # rows in which the headings are looked for
_SEPARATORS = {",": "", ";": "separated by ;", "\t": "separated by tabs", "|": "separated by |"}
_SEPARATORS |= {"；": "separated by ；", "，": "separated by ，"}
# What has no width stands at the ends of cells that were copied from a page.
BLANK = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_PROSE = ("quote", "note", "because", "why")  # columns in which a line may end, also with a language
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_FORMULA = re.compile(r"[=＝]\s*[\w(\"'+\-$@{\[#]|[@+\-]\s*[A-Za-z][\w.]*\(")
_ERROR = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NULL!|NUM!|SPILL!|CALC!)", re.IGNORECASE)


class Row(Noun):
    """A row of a table.

    Attributes:
        number: The row as a spreadsheet counts it; the heading is row 1.
        cells: The text of each column of the table, without blanks at its ends; empty where the cell is.
        sound: Whether no cell of the row is refused.
    """

    number: int
    cells: dict[str, str]
    sound: bool = True


class Sheet(Noun):
    """A table as it was read.

    Attributes:
        name: Its file, such as ``claims.csv``.
        columns: The columns that it has.
        rows: Its rows with anything in them.
        refused: The cells that cannot be read.
        note: How it was saved, if not as UTF-8 with commas, and the like; else empty.
        top: The row of its headings.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...]
    note: str = ""
    top: int = 1


def read_sheet(file: str, table: str, name: str) -> Sheet:
    """Read a table.

    Args:
        file: The path of the file.
        table: Which table it is, one of `columns.TABLES`.
        name: What the answer calls the file, such as ``claims.csv``.

    Returns:
        The table. A row with a cell that cannot be read has that cell empty, and is not sound.

    Raises:
        BadData: The file cannot be read, is no text, or is empty.
    """
    refused: list[Refused] = []
    records, note = records_of(file, table, name, refused)
    return noted(sheet_of(records, table, name, refused), note)


def records_of(file: str, table: str, name: str, refused: list[Refused]) -> tuple[list[tuple[int, list[str]]], str]:
    """Read the rows of a file, whatever is in them.

    Args:
        file: The path of the file.
        table: Which table it is.
        name: What the answer calls the file.
        refused: Gets what cannot be read.

    Returns:
        The number and the cells of each row, and how the file was saved, if not as UTF-8 with commas.

    Raises:
        BadData: The file cannot be read, is no text, or is empty.
    """
    text, encoding = decoded(read_bytes(file, name), name)
    if not text.strip(BLANK):
        raise BadData(name, f"it is empty. Its first row needs {', '.join(columns_of(table).needed)}")
    separator = _separator(text, table)
    ways = [f"read as {encoding}" if encoding else "", _SEPARATORS[separator]]
    return list(_records(text, separator, name, refused)), ", ".join(filter(None, ways))


def noted(sheet: Sheet, note: str) -> Sheet:
    """Add a note to a table.

    Args:
        sheet: The table.
        note: What is to be said before its own note; may be empty.

    Returns:
        The table with one note that begins with its name, or none.
    """
    found = ", ".join(filter(None, (note, sheet.note)))
    return sheet.replace(note=f"{sheet.name}: {found}." if found else "")


def sheet_of(
    records: list[tuple[int, list[str]]],
    table: str,
    name: str,
    refused: list[Refused],
    letter: Callable[[int], object] = int,
) -> Sheet:
    """Read the rows of a table.

    Args:
        records: The number and the cells of each row, the first one not empty.
        table: Which table it is.
        name: What the answer calls it.
        refused: What was refused so far; gets the other cells that are.
        letter: Returns what a column without a heading is called, by its number from 1.

    Returns:
        The table. Rows without anything in them are left out.
    """
    full = [each for each in records if any(cell.strip(BLANK) for cell in each[1])]
    top = heading_row(full, table)
    heading = next(([cell.strip(BLANK) for cell in record] for number, record in full if number == top), [])
    at = headings(heading, table, name, refused, top)
    rows = [row_of(*each, heading, at, name, refused, letter) for each in full if at and each[0] > top]
    if set(columns_of(table).needed) - set(at.values()):
        rows = [row.replace(sound=False) for row in rows]  # the heading is refused for all of them
    note = f"the headings are in row {top}" if full and full[0][0] < top else ""
    return Sheet(name, tuple(filter(None, at.values())), tuple(rows), tuple(refused), note, top)


def heading_row(records: Iterable[tuple[int, list[str]]], table: str) -> int:
    """Return the row with the headings of a table: a title may stand above it.

    Args:
        records: The number and the cells of each row that is not empty.
        table: Which table it is.

    Returns:
        The first row that has the columns that are needed, among the first ones; else the one with the most names of
        columns.
    """
    columns = columns_of(table)
    needed, best, most = set(columns.needed), 0, -1
    for number, record in islice(records, _HIGHEST):
        known = {columns.named(cell.strip(BLANK)) for cell in record if cell.strip(BLANK)}
        if needed <= known:
            return number
        if len(known - {None}) > most:
            best, most = number, len(known - {None})
    return best or 1


def _separator(text: str, table: str) -> str:
    """Return what separates the cells: what makes the most columns of one of the first lines."""
    columns, lines = columns_of(table), text[:10_000].splitlines()[:_HIGHEST]
    cells = {each: [{columns.named(cell.strip(f'{BLANK}"')) for cell in line.split(each)} for line in lines]
             for each in _SEPARATORS}  # fmt: skip
    return max(_SEPARATORS, key=lambda each: max((len(found - {None}) for found in cells[each]), default=0))


def _records(text: str, separator: str, name: str, refused: list[Refused]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record of the file with its number, blank ones included."""
    number = 0
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, len(text) + 1))  # the cells are measured later
    try:
        for number, record in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            yield number, record
    except csv.Error:
        reason = "a quotation mark is opened and not closed, or stands inside a cell and is not doubled"
        refused.append(Refused(name, number + 1, "", f"{reason}. The rows from here on were not read"))
    finally:
        csv.field_size_limit(before)


def headings(heading: list[str], table: str, name: str, refused: list[Refused], row: int = 1) -> dict[int, str]:
    """Find the columns of a table.

    Args:
        heading: The cells of its heading, without blanks at their ends.
        table: Which table it is.
        name: What the answer calls it.
        refused: Gets the cells that are refused.
        row: The row of the heading.

    Returns:
        The column of each place of the heading, from 0; nothing if no cell of it is the name of a column.
    """
    columns = columns_of(table)
    if not any(map(columns.named, filter(None, heading))):
        reason = f"no heading of this row is known. It needs {', '.join(columns.needed)}"
        refused.append(Refused(name, row, "", reason))
        return {}
    near = Nearest(columns.names)
    at: dict[int, str] = {}
    for place, word in enumerate(heading):
        column = columns.named(word) if word else None
        if fold(word) == ANSWERS:
            at[place] = ""
        elif column is None and word:
            refused.append(Refused(name, row, short(word), f"no column {short(word)!r} is known", near.to(word)))
        elif column and column in at.values():
            refused.append(Refused(name, row, column, f"the column {column} is there twice"))
        elif column:
            at[place] = column
    missing = [column for column in columns.needed if column not in at.values()]
    refused += [Refused(name, row, column, f"the column {column} is missing") for column in missing]
    return at


def row_of(
    number: int,
    record: list[str],
    heading: list[str],
    at: dict[int, str],
    name: str,
    refused: list[Refused],
    letter: Callable[[int], object] = int,
) -> Row:
    """Read a row of a table.

    Args:
        number: Its number.
        record: Its cells.
        heading: The cells of the heading.
        at: What `headings` returned.
        name: What the answer calls the table.
        refused: Gets the cells that are refused.
        letter: Returns what a column without a heading is called, by its number from 1.

    Returns:
        The row. A cell that is refused is empty.
    """
    cells = dict.fromkeys(filter(None, at.values()), "")
    before = len(refused)
    for place, cell in enumerate(record):
        text = cell.strip(BLANK)
        column = at.get(place)
        if not text or column == "":
            continue
        if place >= len(heading) or not heading[place]:
            refused.append(Refused(name, number, f"column {letter(place + 1)}", "the cell stands under no heading"))
        elif wrong := problem(text, column or ""):
            refused.append(Refused(name, number, column or short(heading[place]), wrong))
        elif column:
            cells[column] = text
    return Row(number, cells, len(refused) == before)


def problem(text: str, column: str) -> str:
    """Say why a cell cannot be taken as text.

    Args:
        text: The cell.
        column: Its column.

    Returns:
        What is wrong with it; empty if nothing is.
    """
    if len(text) > LONGEST:
        return f"the cell has {len(text):,} characters, more than {LONGEST:,}"
    if wrong := _CONTROL.search(text):
        return f"the cell has a control character (U+{ord(wrong.group()):04X})"
    if _FORMULA.match(text):
        return f"the cell looks like a formula: {short(text)}. Write its value"
    if _ERROR.fullmatch(text):
        return f"the cell has an error of a spreadsheet: {text}"
    if not any(column == each or column.startswith(f"{each}-") for each in _PROSE) and ("\n" in text or "\r" in text):
        return "the cell has a line break"
    return ""
