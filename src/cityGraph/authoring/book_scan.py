"""Finds in a workbook what its reader does not tell: errors, formulas, formats, merged cells, hidden rows."""

from __future__ import annotations

import posixpath
import re
from itertools import count
from typing import TYPE_CHECKING
from xml.parsers import expat

from ..errors import BadData
from ..model.noun import Noun
from .cell_places import FARTHEST, letters, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .book_package import Package
    from .cell_places import Place

MOST_CELLS = 10_000_000  # places of a sheet from A1 to its last cell; its reader has memory for each
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # parts of a number format that are shown as they are
_PERCENT_FORMATS = ("9", "10")
_MONTH_FORMATS = ("17", "27", "57")  # of Excel's own formats: Jan-21, and those of Chinese systems


class SheetPart(Noun):
    """A sheet as the workbook lists it.

    Attributes:
        title: Its title.
        path: The path of its part; empty if it is no sheet of cells.
        hidden: Whether it is hidden.
    """

    title: str
    path: str
    hidden: bool


class Scan(Noun):
    """What a sheet has beside values.

    Attributes:
        errors: The error that a cell shows, such as ``#N/A``.
        formulas: The cells with a formula, and whether its value was stored as text, which may be empty.
        formats: ``percent``, ``month`` or ``year`` for the cells that are shown so.
        merged: The first and the last cell of each range of merged cells.
        hidden: The rows that are hidden.
        last: The last row and the last column with a value.
    """

    errors: dict[Place, str]
    formulas: dict[Place, bool]
    formats: dict[Place, str]
    merged: tuple[tuple[Place, Place], ...]
    hidden: frozenset[int]
    last: Place


def sheets_of(package: Package) -> list[SheetPart]:
    """List the sheets of a workbook.

    Args:
        package: The workbook.

    Returns:
        The sheets in its order.

    Raises:
        BadData: Its list of sheets cannot be read.
    """
    targets: dict[str, str] = {}
    found: list[SheetPart] = []
    book = next((name for name in package.parts if name.lower().endswith("workbook.xml")), "")
    folder, name = posixpath.split(book)

    def relation(tag: str, told: dict[str, str]) -> None:
        if tag == "Relationship" and told.get("Type", "").endswith("/worksheet"):
            path = posixpath.join(f"/{folder}", told.get("Target", ""))
            targets[told.get("Id", "")] = posixpath.normpath(path).lstrip("/")

    def sheet(tag: str, told: dict[str, str]) -> None:
        if tag == "sheet":
            key = next((value for word, value in told.items() if word.endswith(":id")), "")
            hidden = told.get("state", "visible") != "visible"
            found.append(SheetPart(told.get("name", ""), targets.get(key, ""), hidden))

    _each(package, f"{folder}/_rels/{name}.rels", relation)
    _each(package, book, sheet)
    return found


def formats_of(package: Package) -> dict[str, str]:
    """List the formats of cells that change what a number says.

    Args:
        package: The workbook.

    Returns:
        ``percent``, or ``month`` or ``year`` for dates shown no more precisely, by the number of the style.

    Raises:
        BadData: The styles cannot be read.
    """
    codes: dict[str, str] = {}
    styles: dict[str, str] = {}
    inside = [False]
    numbers = count()

    def style(tag: str, told: dict[str, str]) -> None:
        if tag == "numFmt":
            codes[told.get("numFmtId", "")] = told.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyles", "cellStyleXfs"):
            inside[0] = tag == "cellXfs"
        elif tag == "xf" and inside[0]:
            number = told.get("numFmtId", "0")
            if shown := _shown(number, codes.get(number, "")):
                styles[str(next(numbers))] = shown
            else:
                next(numbers)

    for name in package.parts:
        if name.lower().endswith("/styles.xml"):
            _each(package, name, style)
    return styles


def _shown(number: str, code: str) -> str:
    """Return how a number format shows a value; empty if the value says the same."""
    plain = _QUOTED.sub("", code).lower()
    if number in _PERCENT_FORMATS or "%" in plain:
        return "percent"
    if (not code and number in _MONTH_FORMATS) or ("y" in plain and "m" in plain and not re.search("[dhs]", plain)):
        return "month"
    return "year" if "y" in plain and not re.search("[mdhs]", plain) else ""


def scan(package: Package, path: str, formats: dict[str, str]) -> Scan:
    """Find what a sheet has beside values.

    Args:
        package: The workbook.
        path: The path of its part.
        formats: What `formats_of` returned.

    Returns:
        What was found.

    Raises:
        BadData: The sheet cannot be read, or is larger than a reader has memory for.
    """
    found = _Found(package, path, formats)
    _parse(package, path, found.parser)
    if found.row * found.column > MOST_CELLS:
        where = f"row {found.row:,} and right to column {letters(found.column)}"
        raise BadData(package.name, f"a sheet of it goes down to {where}. Delete the cells that are far from the table")
    errors = {place: text.strip()[:20] for place, text in found.errors.items()}
    hidden = frozenset(found.hidden)
    return Scan(errors, found.formulas, found.shown, tuple(found.merged), hidden, (found.row, found.column))


class _Found:
    """What a sheet has beside values, as far as it was read. A sheet has a million cells, so each call counts."""

    def __init__(self, package: Package, path: str, formats: dict[str, str]) -> None:
        self.errors: dict[Place, str] = {}
        self.formulas: dict[Place, bool] = {}
        self.shown: dict[Place, str] = {}
        self.merged: list[tuple[Place, Place]] = []
        self.hidden: set[int] = set()
        self.row = self.column = 0  # of the last cell with a value
        self._at, self._kind = (0, 0), ""
        self._formats = formats
        self._wrong = BadData(package.name, f"its part {path} names a cell that no sheet has")
        self._columns: dict[str, int] = {}
        self._tags: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, told: dict[str, str]) -> None:
        tag = self._tags.get(name)
        if tag is None:
            tag = self._tags[name] = name.rpartition(":")[2]
        if tag == "v" or tag == "is":  # quicker than a tuple
            row, column = self._at
            if row > self.row:
                self.row = row
            if column > self.column:
                self.column = column
            if self.errors:
                self.parser.CharacterDataHandler = self._word if self._at in self.errors else None
        elif tag == "c":
            self._at = self._place(told.get("r", ""))
            kind = self._kind = told.get("t", "")
            if kind == "e":
                self.errors[self._at] = ""
            if self.errors:
                self.parser.CharacterDataHandler = None
            if form := self._formats.get(told.get("s", "")):
                self.shown[self._at] = form
        elif tag == "row":
            number = told.get("r", "")
            self._at = int(number) if number.isdecimal() and len(number) < 8 else self._at[0] + 1, 0
            if told.get("hidden") in ("1", "true"):
                self.hidden.add(self._at[0])
        elif tag == "f":
            self.formulas[self._at] = self._kind == "str"
        elif tag == "mergeCell":
            first, _, end = told.get("ref", "").partition(":")
            if (start := place_of(first)) and (last := place_of(end or first)):
                self.merged.append((start, last))

    def _place(self, reference: str) -> Place:
        """Return the place of a cell. One without an address stands behind the one before it."""
        if not reference:
            return self._at[0], self._at[1] + 1
        word = reference.rstrip("0123456789")
        if word not in self._columns:
            if not (first := place_of(f"{word}1")):
                raise self._wrong
            self._columns[word] = first[1]
        row = int(reference[len(word) :][:8] or 0)
        if not 0 < row <= FARTHEST[0]:
            raise self._wrong
        return row, self._columns[word]

    def _word(self, text: str) -> None:
        self.errors[self._at] += text


def _each(package: Package, path: str, start: Callable[[str, dict[str, str]], None]) -> None:
    """Call a function with each element of a part, without the prefix of its name."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, told: start(name.rpartition(":")[2], told)
    _parse(package, path, parser)


def _parse(package: Package, path: str, parser: expat.XMLParserType) -> None:
    content = package.parts.get(path)
    if content is None:
        raise BadData(package.name, f"it has no part {path}. Save it again as .xlsx")
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        raise BadData(package.name, f"its part {path} is no XML. Save it again as .xlsx") from None
