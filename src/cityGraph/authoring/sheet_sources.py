"""The sources of a folder of sheets, with their texts."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..errors import BadData, BadText, CityGraphError, short
from ..model.noun import Noun
from ..model.sheets import Refused
from ..names.spelling import fold
from ..proof.text import read_text, text_of
from .cell_values import date_of_serial, iso_date
from .columns import columns_of
from .encodings import decoded, read_bytes
from .nearest import Nearest
from .text_language import other_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..proof.text import Text
    from .csv_table import Row, Sheet

TEXTS = "texts"  # the folder of the texts, beside the tables
UNDATED = {fold(word) for word in ("undated", "no date", "n.d.", "未署日期", "无日期", "日期不详", "不详")}
_CALLED = ("title", "label", "publisher")  # columns that say what a source is called, also with a language
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_ADDED = ("key", "hash", "headings", "note")  # columns in which a second row may say something else
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


class SheetSource(Noun):
    """A source of the sheet.

    Attributes:
        key: Its key, as claims name it.
        row: Its row.
        date: Its date in ISO 8601; empty if it has none.
        text: Its text; None if the folder has none.
        sound: Whether no cell of its row is refused.
        cells: What its rows say.
    """

    key: str
    row: int
    date: str
    text: Text | None
    sound: bool
    cells: dict[str, str]


class Sources:
    """The sources of a sheet.

    Attributes:
        refused: The cells that are refused.
        notes: In which encoding a text was saved, if not UTF-8.
    """

    def __init__(self, sheet: Sheet, folder: str, texts: Iterable[tuple[str, str]] = ()) -> None:
        """Read the sources.

        Args:
            sheet: The table of the sources.
            folder: The folder of the tables; the texts lie in it.
            texts: Texts that lie elsewhere, each with the key of its source; without a key, it is known by its hash
                or its title.

        Raises:
            BadText: A text belongs to no source.
            CityGraphError: No source has the key.
        """
        self._given = _given(sheet.rows, texts)
        self.name, self._folder = sheet.name, folder
        self.refused: list[Refused] = []
        self.notes: list[str] = []
        self._by_key: dict[str, SheetSource] = {}
        self._cells: dict[str, dict[str, str]] = {}
        for row in sheet.rows:
            self._add(row)
        self._near = Nearest(source.key for source in self._by_key.values())

    def _refuse(self, row: int, column: str, reason: str, suggestion: str = "") -> None:
        self.refused.append(Refused(self.name, row, column, reason, suggestion))

    def _add(self, row: Row) -> None:
        before = len(self.refused)
        cells = row.cells
        key = cells.get("key", "")
        if not key and row.sound:
            self._refuse(row.number, "key", "the source has no key")
        if row.sound and not any(cell for column, cell in cells.items() if column.partition("-")[0] in _CALLED):
            self._refuse(row.number, "title", "the source has no title")
        if not key:
            return
        if known := self._by_key.get(fold(key)):
            # A second row may add to a source; it may not change it.
            first = self._cells[fold(key)]
            for column, cell in cells.items():
                if cell and first.get(column, cell) not in ("", cell) and column not in _ADDED:
                    self._refuse(row.number, column, f"row {known.row} with the same key has another {column}")
            for column in _ADDED[1:]:
                if (more := cells.get(column, "")) and more != first.get(column):
                    several = columns_of("sources").all[column].several
                    known.cells[column] = "|".join(filter(None, (known.cells.get(column), more))) if several else more
            if cells.get("file") and not first.get("file"):
                self._refuse(row.number, "file", f"row {known.row} with the same key has no file. Name it there")
            return
        if (language := cells.get("language", "")) and not _LANGUAGE.fullmatch(language):
            self._refuse(row.number, "language", f"{short(language)!r} is no language tag", "zh-Hans, zh-Hant or en")
        date = self._date(row)
        text = self._text(row)
        if text and (other := other_language(cells.get("language", ""), "\n".join(text.paragraphs.values()))):
            self._refuse(row.number, "language", f"the text of {short(cells['file'])} is in another language", other)
        if (known_hash := cells.get("hash")) and text and text.sha256 != known_hash:
            # The new hash is no suggestion: positions counted in the old text would point to other words.
            reason = "this is not the text in which positions are counted: its SHA-256 differs"
            self._refuse(row.number, "hash", f"{reason}. Give that text, or empty the columns hash and positions")
        sound = row.sound and len(self.refused) == before
        self._by_key[fold(key)] = SheetSource(key, row.number, date, text, sound, dict(cells))
        self._cells[fold(key)] = cells

    def _date(self, row: Row) -> str:
        for column in ("date", "issued"):
            cell = row.cells.get(column, "")
            timed = column == "issued" and _TIME.fullmatch(cell)
            if cell and not timed and fold(cell) not in UNDATED and iso_date(cell) is None:
                hint = date_of_serial(cell)
                reason = f"{short(cell)!r} is no date. Write it as 2021-06-09, 2021-06 or 2021"
                self._refuse(row.number, column, reason, hint)
        return iso_date(row.cells.get("date", "")) or ""

    def _text(self, row: Row) -> Text | None:
        """Return the text of a source; refuse its file if there is none, or it cannot be read."""
        if (given := self._given.get(fold(row.cells.get("key", "")))) is not None:
            return _read(row, given)
        cell = row.cells.get("file", "")
        if not cell:
            return None
        if row.cells.get("hash") and not self._is_there(cell):  # its claims were proved where the text is
            return None
        try:
            content, encoding = decoded(read_bytes(self._file(cell), cell), short(cell))
        except BadData as error:
            self._refuse(row.number, "file", str(error))
            return None
        if _NO_TEXT.search(content):
            self._refuse(row.number, "file", f"{short(cell)}: it has control characters, so it is no plain text")
            return None
        if not content.strip():
            self._refuse(row.number, "file", f"{short(cell)}: the text is empty")
            return None
        if encoding:
            self.notes.append(f"{cell}: read as {encoding}.")
        return _read(row, content)

    def _is_there(self, cell: str) -> bool:
        name = cell.replace("\\", "/")
        return any(os.path.lexists(os.path.join(self._folder, place, name)) for place in (TEXTS, ".")) or "\0" in cell

    def _file(self, cell: str) -> str:
        """Return the path of a text.

        Raises:
            BadData: No file of this name lies in the folder.
        """
        folder = os.path.realpath(self._folder)
        name = cell.replace("\\", "/")
        for place in (TEXTS, "."):
            path = os.path.join(folder, place, name)
            if "\0" in path or not os.path.exists(path):
                continue
            # A link may lead anywhere.
            if os.path.commonpath((folder, os.path.realpath(path))) != folder:
                raise BadData(short(cell), "it lies outside the folder. Copy the text into the folder")
            return path
        outside = os.path.isabs(name) or ".." in name.split("/") or re.match(r"[A-Za-z]:", name)
        if outside:
            raise BadData(short(cell), "it lies outside the folder. Copy the text into the folder")
        near = Nearest(self._texts()).to(name)
        hint = f". Did you mean {near}?" if near else ""
        raise BadData(short(cell), f"no such file in {TEXTS}/ or beside the tables{hint}")

    def _texts(self) -> list[str]:
        """List the files that lie where texts lie."""
        names: list[str] = []
        for place in (TEXTS, "."):
            folder = os.path.join(self._folder, place)
            names += sorted(os.listdir(folder))[:1000] if os.path.isdir(folder) else []
        return [name for name in names if not name.lower().endswith((".csv", ".toml", ".xlsx", ".xlsm"))]

    @property
    def all(self) -> list[SheetSource]:
        """The sources, in the order of their rows."""
        return list(self._by_key.values())

    def named(self, key: str) -> SheetSource | None:
        """Return the source with a key.

        Args:
            key: The key, in any case.

        Returns:
            The source; None if there is none.
        """
        return self._by_key.get(fold(key))

    def nearest(self, key: str) -> str:
        """Return the key that is most like a word.

        Args:
            key: What is no key.

        Returns:
            A key; empty if none is like it.
        """
        return self._near.to(key)


def _titles(row: Row) -> list[str]:
    return [cell for column, cell in row.cells.items() if cell and column.partition("-")[0] == "title"]


def _read(row: Row, content: str) -> Text:
    """Read the text of a source."""
    try:
        return read_text(content, {str(at): title for at, title in enumerate(_titles(row))})[1]
    except BadText:  # a page may have another title, or none
        return text_of(content)


def _given(rows: Sequence[Row], texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return texts by the key of their source."""
    keys = {fold(key): key for row in rows if (key := row.cells.get("key", ""))}
    found: dict[str, str] = {}
    for key, content in texts:
        if key and fold(key) not in keys:
            near = Nearest(keys.values()).to(key)
            hint = f" Did you mean {near}?" if near else ""
            raise CityGraphError(f"No source of these sheets has the key {short(key)!r}.{hint}")
        found[fold(key) if key else _source_of(rows, content)] = content
    return found


def _source_of(rows: Sequence[Row], content: str) -> str:
    """Tell the source of a text by its hash, else by its title."""
    sha256 = text_of(content).sha256
    for row in rows:
        if row.cells.get("hash") == sha256:
            return fold(row.cells.get("key", ""))
    titles = {f"{at} {row.cells.get('key', '')}": title for row in rows for at, title in enumerate(_titles(row))}
    return fold(read_text(content, titles)[0].partition(" ")[2])
