"""Write rows as CSV, and claims as an Excel workbook."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..escape_formats import cell_text
from .cells import BATCH, day_of
from .table_rows import (
    CLAIMS,
    ENTITIES,
    RELATIONS,
    TARGETS,
    claim_rows,
    entity_rows,
    relation_rows,
    target_rows,
)
from .temporary import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity
    from .cells import Cell, Row

_WIDE = {"subject": 28, "relation": 14, "object": 28, "qualifiers": 24, "source": 28, "phrase": 40, "label": 32}
_WIDE |= {"target": 28, "indicator": 28, "because": 28}
_WIDTH = 12
# The limits of Excel:
# https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
_CELL = 32_767  # characters in a cell
_ROWS = 1_048_575  # rows of a sheet after its header
_LINK = 2_079  # characters in a link
_LINKS = 60_000  # links in a sheet; Excel allows 65 530
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """Write rows as CSV that Excel opens correctly.

    A text that starts like a formula gets an apostrophe in front of it, so that no program computes it
    (https://owasp.org/www-community/attacks/CSV_Injection).

    Args:
        columns: The names of the columns.
        rows: The rows, each with one cell for each column.

    Yields:
        The file as UTF-8 with a byte order mark, piece by piece.

    Examples:
        >>> b"".join(csv(["a"], [("=1+1",)])).decode("utf-8-sig").splitlines()
        ['a', "'=1+1"]
    """
    import csv as format_of
    from io import StringIO

    yield b"\xef\xbb\xbf"
    table = chain([columns], (tuple(map(_harmless, row)) for row in rows))
    while batch := list(islice(table, BATCH)):
        text = StringIO()
        format_of.writer(text).writerows(batch)
        yield text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return "'" + cell_text(cell) if cell.startswith(_FORMULA) else cell_text(cell)


def workbook(things: Sequence[Entity], claims: Sequence[Claim]) -> Iterator[bytes]:
    """Write an Excel workbook with the sheets claims, relations, targets and entities.

    Cells have types; each sheet has a frozen header and filters.

    Args:
        things: The entities to write.
        claims: The claims to write.

    Yields:
        The file, piece by piece.

    Raises:
        CityGraphError: There are more rows than a sheet can hold.
    """
    from datetime import datetime

    import xlsxwriter

    needed = max(len(things), sum(max(1, len(claim.evidence)) for claim in claims))
    if needed > _ROWS:
        raise CityGraphError(
            f"Too many rows for an Excel sheet: {needed:,} (limit {_ROWS:,}). Select fewer claims, or use .csv."
        )
    with temporary_folder() as folder:
        file = f"{folder}/book.xlsx"
        # Rows go to the disk one by one, so that a million of them do not fill the memory.
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "tmpdir": folder})
        # Without a fixed date the same claims would give different files.
        book.set_properties({"created": datetime(2000, 1, 1)})
        try:
            for name, columns, rows in (
                ("claims", CLAIMS, claim_rows(claims)),
                ("relations", RELATIONS, relation_rows(claims)),
                ("targets", TARGETS, target_rows(claims)),
                ("entities", ENTITIES, entity_rows(things)),
            ):
                _fill(book, name, columns, rows)
        finally:
            try:
                book.close()
            except xlsxwriter.exceptions.FileCreateError as error:
                raise error.args[0] from None
        with open(file, "rb") as stream:
            while block := stream.read(1 << 20):
                yield block


def _fill(book: Any, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#d7eaff", "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column, _WIDTH))
        sheet.write_string(0, at, column, head)
    line = 0
    for line, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            _write(sheet, line, at, cell, columns[at], day)
    sheet.autofilter(0, 0, line, len(columns) - 1)
    # Numbers that Excel would cut are text on purpose; Excel must not mark them as errors.
    sheet.ignore_errors({"number_stored_as_text": f"A1:{chr(ord('A') + len(columns) - 1)}{line + 1}"})


def _write(sheet: Any, line: int, at: int, cell: Cell, column: str, day: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, (int, float)):
        sheet.write_number(line, at, cell)
        return
    when = day_of(str(cell)) if column == "date" or not isinstance(cell, str) else None
    if when:
        sheet.write_datetime(line, at, when, day)
        return
    text = cell_text(str(cell))
    if column == "url" and text.startswith(("https://", "http://")) and len(text) <= _LINK and line < _LINKS:
        sheet.write_url(line, at, text)
    else:
        sheet.write_string(line, at, text if len(text) <= _CELL else text[: _CELL - 1] + "…")
