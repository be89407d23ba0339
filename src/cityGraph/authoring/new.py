"""The verb `new`: write the sheets of a new city, to be filled in."""

from __future__ import annotations

import csv
import os
from contextlib import suppress
from io import StringIO
from typing import TYPE_CHECKING

from ..errors import BadData, CityGraphError, short
from ..escape import argument
from ..model.created import Created
from ..store.city import LANGUAGES
from .choices import choices
from .columns import TABLES
from .filling import identifier
from .folder import CITY
from .fresh import fresh
from .fresh_book import fresh_book
from .fresh_tables import EXAMPLE_TEXT, city_toml, fresh_tables
from .given_text import given_text
from .sheet_sources import TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .choices import Choices
    from .given_text import GivenText

BOOK = "city.xlsx"
_README = "README.md"
_LONGEST = 100  # characters of the name of a city
_FORMULA = tuple("=+-@＝＋－＠")  # a spreadsheet computes a cell that begins so


def new(
    folder: str | os.PathLike[str],
    *,
    city: str,
    text: str | os.PathLike[str] | bytes | None = None,
    xlsx: bool = False,
    language: str = "zh-Hant",
) -> Created:
    """Write the sheets of a new city: tables with headings and an example, its text, and a page that explains them.

    Nothing is overwritten: a folder that has one of the files is refused.

    Args:
        folder: The path of the folder. It may exist; the folder that it is in must.
        city: The name of the city, in any script.
        text: The path of a text of its first source, or the bytes of the text. It is copied into the folder as UTF-8,
            and gets a row in the sources; there is no example then.
        xlsx: Whether to write one workbook with all tables, in place of CSV files.
        language: The language of the example and of the page: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        What was written, and the next commands.

    Raises:
        BadData: The folder cannot be made or has one of the files, or the text is none.
        CityGraphError: The name is none, or there is no such language.

    Examples:
        >>> from tempfile import mkdtemp
        >>> made = new(mkdtemp() + "/b", city="City B", language="en")
        >>> made.id, made.files[:4], made.files[-1]
        ('city-b', ('README.md', 'things.csv', 'claims.csv', 'sources.csv'), 'texts/example.txt')
    """
    if language not in LANGUAGES:
        raise CityGraphError(f"No language is called {language!r}. Languages: {', '.join(LANGUAGES)}.")
    name = _name(city)
    path = os.fspath(folder)
    _check_folder(path)
    given = None if text is None else given_text(text)
    files = _files(name, given, language, xlsx=xlsx)
    _check_free(path, files)
    _write(path, files)
    where = argument(os.path.join(path, BOOK) if xlsx else path)
    verbs = [f"build {where} --check", f"build {where}"]
    # Suggestions are written beside the tables of a folder.
    verbs = [f"suggest {where}", *verbs] if given and not xlsx else [*verbs, f"about --from {where}"]
    made = Created(
        path, name, identifier([name]), tuple(files), tuple(verbs), (given.note,) if given and given.note else ()
    )
    made.__dict__["_printed"] = ("render.created.created_text", language)
    return made


def _name(city: str) -> str:
    """Return the name of a city without blanks around it.

    Raises:
        CityGraphError: It is no name.
    """
    name = " ".join(city.split())
    if not any(map(str.isalnum, name)):
        what = f"{short(name)!r} is no name" if name else "The name of the city is empty"
        raise CityGraphError(f"{what}. Give the name of a city, such as --city Detroit.")
    if len(name) > _LONGEST:
        raise CityGraphError(f"The name of the city has {len(name):,} characters, more than {_LONGEST}.")
    if not name.isprintable() or name.startswith(_FORMULA):
        what = "begins like a formula" if name.startswith(_FORMULA) else "has control characters"
        raise CityGraphError(f"The name of the city {what}: {short(name)!r}. Leave them out.")
    return name


def _check_folder(path: str) -> None:
    """Check that the sheets can be written into a folder.

    Raises:
        BadData: They cannot.
    """
    parent = os.path.dirname(os.path.abspath(path)) if path else ""
    if not path or "\0" in path:
        raise BadData(path or "''", "this is no name of a folder")
    if path.lower().endswith((".xlsx", ".csv", ".toml")):
        raise BadData(path, f"name a folder. With --xlsx the workbook {BOOK} is written into it")
    if os.path.lexists(path) and not os.path.isdir(path):
        raise BadData(path, "this is a file. Name another folder")
    if not os.path.isdir(parent):
        raise BadData(path, f"there is no folder {short(parent)} to make it in. Make that folder first")


def _files(name: str, given: GivenText | None, language: str, *, xlsx: bool) -> dict[str, bytes]:
    """Return what is to be written, by path in the folder."""
    words = fresh(language)
    tables = fresh_tables(name, given, language)
    offered = choices(language)
    files = {_README: _readme(name, given, language, offered, xlsx=xlsx).encode()}
    if xlsx:
        files[BOOK] = fresh_book(tables, words["comments"], offered)
    else:
        files |= {f"{table}.csv": _csv(tables[table]) for table in TABLES}
        files[CITY] = city_toml(tables["city"], words["comments"]["city"]).encode()
    if given:
        files[f"{TEXTS}/{given.file}"] = given.content.encode()
    else:
        files[f"{TEXTS}/{EXAMPLE_TEXT}"] = words["example"]["text"].lstrip("\n").encode()
    return files


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows as CSV with a byte order mark: without one, Excel takes Chinese for another encoding."""
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _readme(name: str, given: GivenText | None, language: str, offered: Choices, *, xlsx: bool) -> str:
    """Write the page that explains the sheets."""
    words = fresh(language)["readme"]
    values = {
        "city": name,
        "tables": words["book"] if xlsx else words["csv"],
        "start": (words["text"] if given else words["example"]).strip("\n"),
        "commands": (("" if xlsx else words["suggest"]) + words["commands"]).rstrip("\n"),
        "kinds": words["between"].join(offered.kinds),
        "relations": words["between"].join(offered.relations),
        "file": given.file if given else "",
        "key": given.key if given else "",
        "book": BOOK,
        "where": BOOK if xlsx else ".",
    }
    page: str = words["page"].lstrip("\n")
    for _ in range(2):  # a value may have places of its own; the name of a city has none
        for key, value in values.items():
            page = page if key == "city" else page.replace(f"{{{key}}}", value)
    return page.replace("{city}", name)


def _check_free(path: str, files: Mapping[str, bytes]) -> None:
    """Check that no file would be overwritten, and that the folder has no other sheets of a city.

    Raises:
        BadData: One would be, or it has.
    """
    if not os.path.isdir(path):
        return
    try:
        names = {name.lower(): name for name in os.listdir(path)}
        texts = os.path.join(path, TEXTS)
        beside = os.listdir(texts) if os.path.isdir(texts) else []
    except OSError as error:
        raise BadData(path, error.strerror or "it cannot be read") from None
    names |= {f"{TEXTS}/{name}".lower(): f"{TEXTS}/{name}" for name in beside}
    sheets = (CITY, BOOK, *(f"{table}.csv" for table in TABLES))
    for file in (*sheets, *files):
        taken = names.get(file.lower())
        if taken and not (file.startswith(f"{TEXTS}/") and _is_same(os.path.join(path, taken), files[file])):
            raise BadData(os.path.join(path, taken), "it exists, and new overwrites nothing. Name another folder")
    if TEXTS in names and not os.path.isdir(texts):
        raise BadData(texts, "this is a file, and the texts are to lie in a folder of this name. Rename it")


def _is_same(file: str, content: bytes) -> bool:
    """Return whether a file is a text that a person has put in its place already."""
    with suppress(OSError):
        if os.path.isfile(file) and os.path.getsize(file) == len(content):
            with open(file, "rb") as stream:
                return stream.read() == content
    return False


def _write(path: str, files: Mapping[str, bytes]) -> None:
    """Write files into a folder: all of them, or none.

    Raises:
        BadData: One cannot be written.
    """
    made: list[str] = []
    try:
        for folder in (path, os.path.join(path, TEXTS)):
            if not os.path.isdir(folder):
                os.mkdir(folder)
                made.append(folder)
        for name, content in files.items():
            file = os.path.join(path, *name.split("/"))
            if _is_same(file, content):
                continue
            with open(file, "xb") as stream:
                made.append(file)
                stream.write(content)
    except OSError as error:
        for each in reversed(made):
            with suppress(OSError):
                os.rmdir(each) if os.path.isdir(each) else os.unlink(each)
        raise BadData(error.filename or path, f"it cannot be written: {error.strerror}") from None
