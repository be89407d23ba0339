"""Reads a list of names: a table with a column of names, or plain text with one name a line."""

from __future__ import annotations

import csv
import os
import re
from io import StringIO
from typing import TYPE_CHECKING

from ..errors import BadData, CityGraphError, short
from ..model.noun import Noun
from ..names.spelling import fold
from .columns import columns_of
from .encodings import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEPARATORS = {",": "", ";": "separated by ;", "\t": "separated by tabs", "|": "separated by |"}
_SEPARATORS |= {"；": "separated by ；", "，": "separated by ，"}
_TABLES = (".csv", ".tsv", ".tab")  # suffixes of files whose first row is a heading, if they have several columns
_BLANK = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"


class NameList(Noun):
    """A list of names, with all that stands beside them.

    Attributes:
        heads: The headings of the columns; one empty heading for a plain list.
        rows: The cells of each row that is not blank, as many as headings.
        at: The place of the column of names.
        note: How the list was saved, if not as UTF-8 with commas; else empty.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    at: int
    note: str = ""

    @property
    def names(self) -> list[str]:
        """The names, one for each row; empty where the cell is."""
        return [row[self.at] for row in self.rows]


def read_names(content: bytes, called: str, column: str | None = None) -> NameList:
    r"""Read a list of names.

    It is a table if its file is called so (.csv, .tsv), if a column of its first row is called name (名称, 名字), or if
    a column is asked for. Anything else is plain text with one name a line. Cells are separated by commas, semicolons,
    tabs or vertical bars.

    Args:
        content: The bytes of the file, in UTF-8, UTF-16, GBK or Big5.
        called: The name of the file.
        column: The heading of the column of names. None takes that which is called name, or the only one.

    Returns:
        The list.

    Raises:
        BadData: It is no text, is empty, has a quotation mark that is not closed, or a row has more cells than the
            heading.
        CityGraphError: There is no such column, or none is asked for and none is called name.

    Examples:
        >>> read_names("编号;名称\n1;甲公司\n2;乙市\n".encode("gb18030"), "a.csv").names
        ['甲公司', '乙市']
        >>> read_names("甲公司\n\nJia Co., Ltd.\n".encode(), "a.txt").names
        ['甲公司', 'Jia Co., Ltd.']
    """
    text, encoding = decoded(content, called)
    lines = text.strip(_BLANK).splitlines()
    if not lines:
        raise BadData(called, "it is empty. Write one name a line, or a table with a column called name")
    separator = _separator(lines[0], column)
    first = _cells(lines[0], separator)
    is_table = (
        column is not None
        or any(_is_name(cell) for cell in first)
        or (len(first) > 1 and os.path.splitext(called)[1].lower() in _TABLES)
    )
    read_as = f"read as {encoding}" if encoding else ""
    if not is_table:
        return NameList(("",), tuple((name,) for line in lines if (name := _bare(line))), 0, _note(called, read_as))
    heads, *rows = _records(text, separator, called)
    at = _column(heads, column, called)
    return NameList(tuple(heads), tuple(map(tuple, rows)), at, _note(called, read_as, _SEPARATORS[separator]))


def _note(called: str, *ways: str) -> str:
    told = ", ".join(filter(None, ways))
    return f"{called}: {told}." if told else ""


def _bare(line: str) -> str:
    """Return a line of plain text without blanks, and without the quotation marks that a spreadsheet put around it."""
    text = line.strip(_BLANK)
    quoted = re.fullmatch(r'"((?:[^"]|"")*)"', text)
    return quoted[1].replace('""', '"').strip(_BLANK) if quoted else text


def _is_name(heading: str) -> bool:
    return columns_of("things").named(heading) == "name"


def _separator(line: str, column: str | None) -> str:
    """Return what separates the cells: what makes a heading of the first line, else what stands in it most often."""

    def fits(separator: str) -> tuple[bool, int]:
        cells = _cells(line, separator)
        wanted = any(fold(cell) == fold(column) for cell in cells) if column else any(map(_is_name, cells))
        return wanted, len(cells)

    return max(_SEPARATORS, key=fits)


def _cells(line: str, separator: str) -> list[str]:
    try:
        return [cell.strip(_BLANK) for cell in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return [line.strip(_BLANK)]


def _records(text: str, separator: str, called: str) -> list[list[str]]:
    """Return the rows with anything in them, each with as many cells as the first."""
    found: list[list[str]] = []
    number = 0
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, len(text) + 1))
    try:
        for number, record in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            cells = [cell.strip(_BLANK) for cell in record]
            if not any(cells):
                continue
            n = len(found[0]) if found else len(cells)
            if any(cells[n:]):
                why = f"a row has {len(cells)} cells and the heading {n}. Quote names with commas"
                raise BadData(called, why, number)
            found.append((cells + [""] * n)[:n])
    except csv.Error:
        why = "a quotation mark is opened and not closed, or stands inside a cell and is not doubled"
        raise BadData(called, why, number + 1) from None
    finally:
        csv.field_size_limit(before)
    return found


def _column(heads: Sequence[str], column: str | None, called: str) -> int:
    """Return the place of the column of names."""
    listed = ", ".join(short(head) for head in heads if head)
    if column is not None:
        found = [at for at, head in enumerate(heads) if head == column]
        found = found or [at for at, head in enumerate(heads) if fold(head) == fold(column)]
        if len(found) != 1:
            problem = "no column is" if not found else f"{len(found)} columns are"
            raise CityGraphError(f"{called}: {problem} called {short(column)!r}. Columns: {listed}")
        return found[0]
    named = [at for at, head in enumerate(heads) if _is_name(head)]
    if len(named) == 1 or len(heads) == 1:
        return (named or [0])[0]
    problem = "several columns are called name" if named else "no column is called name"
    raise CityGraphError(f"{called}: {problem}. Name one with --column. Columns: {listed}")
