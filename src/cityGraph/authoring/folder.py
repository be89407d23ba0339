"""Finds the files of a folder of sheets, and reads what is no table of things or claims: city.toml and words."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from ..errors import BadData, short
from ..model.sheets import Refused
from ..proof.scope import MOODS
from .city_keys import city_refused
from .columns import NEEDED, TABLES
from .csv_table import read_sheet
from .encodings import decoded, read_bytes
from .workbook import READ, titles_of

if TYPE_CHECKING:
    from .csv_table import Sheet
    from .proving import Words
    from .sheet_terms import SheetTerms

CITY = "city.toml"
_SURE = {"things", "claims"}  # tables that nothing but the sheets of a city has
_END = re.compile(r"\{[^{}]*\}")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def files_of(folder: str) -> dict[str, str]:
    """Find the tables of a folder.

    Args:
        folder: The path of the folder.

    Returns:
        The file of each table by the name of the table, and that of `CITY` by its name.

    Raises:
        BadData: There is no such folder, or it lacks a table that is needed.
    """
    if not os.path.isdir(folder):
        what = "this is a file, and sheets lie in a folder" if os.path.exists(folder) else "there is no such folder"
        raise BadData(folder or "''", f"{what}. Name a folder with {_listed(NEEDED)}, or a workbook (.xlsx)")
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise BadData(folder, error.strerror or str(error)) from None
    wanted = {f"{table}.csv": table for table in TABLES} | {CITY: CITY}
    found = {wanted[name.lower()]: name for name in names if name.lower() in wanted}
    if missing := [table for table in NEEDED if table not in found]:
        books = [name for name in names if name.lower().endswith(READ) and not name.startswith("~$")]
        there = f". It has a workbook: name {os.path.join(folder, books[0])}" if len(books) == 1 else ""
        raise BadData(folder, f"no {_listed(missing, 'and no')} in this folder. It needs {_listed(NEEDED)}{there}")
    return found


def _listed(tables: list[str] | tuple[str, ...], word: str = "and") -> str:
    *first, last = [f"{table}.csv" for table in tables]
    return f"{', '.join(first)} {word} {last}" if first else last


def tables_of(folder: str, files: dict[str, str]) -> dict[str, Sheet]:
    """Read the tables of a folder.

    Args:
        folder: The path of the folder.
        files: What `files_of` found.

    Returns:
        The tables by name.

    Raises:
        BadData: One cannot be read.
    """
    return {
        table: read_sheet(os.path.join(folder, file), table, file) for table, file in files.items() if table in TABLES
    }


def city_problems(folder: str, files: dict[str, str]) -> list[Refused]:
    """List what is wrong with city.toml.

    Args:
        folder: The path of the folder.
        files: What `files_of` found.

    Returns:
        What is wrong, each with its line; nothing if there is no such file.
    """
    if CITY not in files:
        return []
    import tomllib

    name = files[CITY]
    try:
        text, _ = decoded(read_bytes(os.path.join(folder, name), name), name)
        said = tomllib.loads(text)
    except BadData as error:
        return [Refused(name, 1, "", str(error).removeprefix(f"{name}: "))]
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return [Refused(name, int(line[1]) if line else 1, "", f"this is not TOML: {error}")]
    except RecursionError:
        return [Refused(name, 1, "", "this is nested too deeply")]
    return city_refused(said, name, lambda key: text[: text.find(key)].count("\n") + 1)


def city_said(folder: str, files: dict[str, str]) -> dict[str, Any]:
    """Return what city.toml says.

    Args:
        folder: The path of the folder.
        files: What `files_of` found.

    Returns:
        The values by key; empty if there is no such file, or it cannot be read.
    """
    import tomllib

    try:
        return tomllib.loads(decoded(read_bytes(os.path.join(folder, files[CITY]), CITY), CITY)[0])
    except (KeyError, BadData, tomllib.TOMLDecodeError, RecursionError):
        return {}


def is_sheets(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path leads to the sheets of a city: a folder or a workbook that has the tables things and claims.

    Args:
        path: Any path.

    Returns:
        Whether it does. Of a file that does not end like a workbook, nothing is read.

    Examples:
        >>> is_sheets("nothing"), is_sheets(".")
        (False, False)
    """
    name = os.fspath(path)
    try:
        if os.path.isdir(name):
            found = {each.lower() for each in os.listdir(name)}
            return {f"{table}.csv" for table in _SURE} <= found
        return name.lower().endswith(READ) and titles_of(name) >= _SURE
    except (OSError, ValueError, BadData):  # a name with a NUL is a ValueError
        return False


def words_of(sheet: Sheet | None, terms: SheetTerms) -> tuple[list[Words], list[Refused]]:
    """Read the words that a person adds for the texts of a folder.

    Args:
        sheet: The table of words; None if there is none.
        terms: The terms of the ontology.

    Returns:
        Each word with the relation or mood that it means and its language, and the cells that are refused.
    """
    words: list[Words] = []
    refused: list[Refused] = []
    for row in sheet.rows if sheet else ():
        word, means, language = (row.cells.get(column, "") for column in ("word", "means", "language"))
        for column, cell in (("word", word), ("means", means)):
            if not cell and row.sound and sheet:
                refused.append(Refused(sheet.name, row.number, column, f"the row has no {column}"))
        main = language.partition("-")[0].lower() or ("zh" if _HAN.search(word) else "en")
        if main not in ("zh", "en"):
            assert sheet
            reason = f"{short(language)!r} is no language of a text that can be read"
            refused.append(Refused(sheet.name, row.number, "language", reason, "zh or en"))
        elif word and means:
            assert sheet
            meaning = terms.word(means)
            if not meaning.term:
                refused.append(Refused(sheet.name, row.number, "means", meaning.reason, meaning.suggestion))
            elif wrong := _wrong(word, meaning.term):
                refused.append(Refused(sheet.name, row.number, "word", wrong))
            else:
                words.append((word, meaning.term, main))
    return words, refused


def _wrong(word: str, means: str) -> str:
    """Return why no text can have a word or construction; empty if one can."""
    ends = _END.findall(word)
    if not any(map(str.isalnum, _END.sub("", word))):
        return f"{short(word)!r} has no word"
    if ends and means in MOODS:
        return f"{short(word)!r} has ends, which only a word for a relation has"
    if ends and sorted(ends) != ["{o}", "{s}"]:
        return f"{short(word)!r} needs {{s}} once and {{o}} once, or neither"
    return ""
