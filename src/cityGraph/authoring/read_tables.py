"""Reads the tables of a city, from a folder of sheets or from a workbook."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..model.noun import Noun
from .columns import columns_of
from .folder import city_problems, city_said, files_of, tables_of
from .workbook import is_workbook, read_book

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.sheets import Refused
    from .csv_table import Sheet


class Tables(Noun):
    """The tables of a city.

    Attributes:
        sheets: The tables by name.
        folder: The folder beside whose tables the texts lie.
        city: What is said of the city, by key.
        refused: What is wrong with the description of the city.
        notes: How the tables were saved, and the like; one sentence each.
    """

    sheets: dict[str, Sheet]
    folder: str
    city: dict[str, Any]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]


def read_tables(path: str) -> Tables:
    """Read the tables of a city.

    Args:
        path: The path of a folder of sheets, or of a workbook.

    Returns:
        The tables. If a table lacks a column that is needed, no claim is read, since each would be refused for it.

    Raises:
        BadData: There is no such folder or workbook, it lacks a table that is needed, or one cannot be read.
    """
    if is_workbook(path):
        book = read_book(path)
        sheets, city, refused, notes = book.sheets, book.city, book.refused, book.notes
        folder = os.path.dirname(path) or "."
    else:
        files = files_of(path)
        refused, sheets, folder, notes = tuple(city_problems(path, files)), tables_of(path, files), path, ()
        city = city_said(path, files)
    if any(set(columns_of(table).needed) - set(sheet.columns) for table, sheet in sheets.items()):
        sheets = {table: sheet.replace(rows=()) if table == "claims" else sheet for table, sheet in sheets.items()}
    return Tables(sheets, folder, city, refused, (*notes, *notes_of(sheets.values())))


def notes_of(sheets: Iterable[Sheet]) -> list[str]:
    """Say how tables were saved, and the like.

    Args:
        sheets: The tables.

    Returns:
        A sentence for each note, which names all the tables that it is true of.

    Examples:
        >>> from cityGraph.authoring.csv_table import Sheet
        >>> saved = [Sheet(name, (), (), (), f"{name}: read as GBK.") for name in ("things.csv", "claims.csv")]
        >>> notes_of(saved)
        ['things.csv, claims.csv: read as GBK.']
    """
    names: dict[str, list[str]] = {}
    for sheet in sheets:
        if sheet.note:
            names.setdefault(sheet.note.removeprefix(f"{sheet.name}: "), []).append(sheet.name)
    return [f"{', '.join(each)}: {note}" for note, each in names.items()]
