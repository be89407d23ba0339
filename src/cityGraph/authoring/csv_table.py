"""Reads a table of a folder of sheets from CSV, in whatever way it was saved."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from ..errors import BadData, short
from ..model.noun import Noun
from ..model.sheets import Refused
from .columns import columns_of
from .encodings import decoded, read_bytes
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 32_767  # characters of a cell, as in Excel
_SEPARATORS = {",": "", ";": "separated by ;", "\t": "separated by tabs", "|": "separated by |"}
_SEPARATORS |= {"；": "separated by ；", "，": "separated by ，"}
# What has no width stands at the ends of cells that were copied from a page.
_BLANK = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_PROSE = {"quote", "note", "because", "because-en", "why"}  # columns in which a line may end
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
        note: How it was saved, if not as UTF-8 with commas; else empty.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...]
    note: str = ""


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
    text, encoding = decoded(read_bytes(file, name), name)
    if not text.strip(_BLANK):
        raise BadData(name, f"it is empty. Its first row needs {', '.join(columns_of(table).needed)}")
    separator = _separator(text, table)
    refused: list[Refused] = []
    rows: list[Row] = []
    reader = _records(text, separator, name, refused)
    heading = [cell.strip(_BLANK) for cell in next(reader, (1, []))[1]]
    at = _headings(heading, table, name, refused)
    for number, record in reader:
        if any(cell.strip(_BLANK) for cell in record):
            rows.append(_row(number, record, heading, at, name, refused))
    ways = [f"read as {encoding}" if encoding else "", _SEPARATORS[separator]]
    note = ", ".join(filter(None, ways))
    return Sheet(name, tuple(at.values()), tuple(rows), tuple(refused), f"{name}: {note}." if note else "")


def _separator(text: str, table: str) -> str:
    """Return what separates the cells: what makes the most columns of the first line."""
    start = text.lstrip(_BLANK)
    first = re.match(r"[^\r\n]{0,10000}", start)
    columns, line = columns_of(table), first.group() if first else ""
    return max(_SEPARATORS, key=lambda each: sum(columns.named(c.strip('"')) is not None for c in line.split(each)))


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


def _headings(heading: list[str], table: str, name: str, refused: list[Refused]) -> dict[int, str]:
    """Return the column of each place of the heading."""
    columns = columns_of(table)
    near = Nearest(columns.names)
    at: dict[int, str] = {}
    for place, word in enumerate(heading):
        column = columns.named(word) if word else None
        if column is None and word:
            refused.append(Refused(name, 1, short(word), f"no column {short(word)!r} is known", near.to(word)))
        elif column in at.values():
            refused.append(Refused(name, 1, column or "", f"the column {column} is there twice"))
        elif column:
            at[place] = column
    missing = [column for column in columns.needed if column not in at.values()]
    refused += [Refused(name, 1, column, f"the column {column} is missing") for column in missing]
    return at


def _row(
    number: int, record: list[str], heading: list[str], at: dict[int, str], name: str, refused: list[Refused]
) -> Row:
    cells = dict.fromkeys(at.values(), "")
    before = len(refused)
    for place, cell in enumerate(record):
        text = cell.strip(_BLANK)
        column = at.get(place, "")
        if not text:
            continue
        if place >= len(heading) or not heading[place]:
            refused.append(Refused(name, number, f"column {place + 1}", "the cell stands under no heading"))
        elif problem := _problem(text, column):
            refused.append(Refused(name, number, column or short(heading[place]), problem))
        elif column:
            cells[column] = text
    return Row(number, cells, len(refused) == before)


def _problem(text: str, column: str) -> str:
    """Return why a cell cannot be taken as text; empty if it can."""
    if len(text) > LONGEST:
        return f"the cell has {len(text):,} characters, more than {LONGEST:,}"
    if wrong := _CONTROL.search(text):
        return f"the cell has a control character (U+{ord(wrong.group()):04X})"
    if _FORMULA.match(text):
        return f"the cell looks like a formula: {short(text)}. Write its value"
    if _ERROR.fullmatch(text):
        return f"the cell has an error of a spreadsheet: {text}"
    if column not in _PROSE and ("\n" in text or "\r" in text):
        return "the cell has a line break"
    return ""
