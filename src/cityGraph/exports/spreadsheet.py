"""Rows as CSV and Excel."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..escape import cell_text
from .rows import BATCH, CLAIMS, ENTITIES, RELATIONS, TARGETS, claim_rows, day_of, relation_rows, target_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity
    from .rows import Cell, Row

_WIDE = {"subject": 28, "relation": 14, "object": 28, "qualifiers": 24, "source": 28, "phrase": 40, "label": 32}
_WIDE |= {"target": 28, "indicator": 28, "because": 28}
_WIDTH = 12
_CELL = 32_767  # characters that Excel keeps in a cell
_ROWS = 1_048_575  # rows of a sheet beside its header
_LINK = 2_079  # characters of the longest link that Excel follows
_LINKS = 60_000  # links of a sheet, of the 65 530 that Excel takes
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """Rows as CSV that Excel opens: UTF-8 with a byte order mark, and no cell that it would compute.

    A text that begins as a formula does gets an apostrophe before it (OWASP, "CSV Injection").

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
    """An Excel workbook with the sheets claims, relations, targets and entities: typed cells, frozen headers, filters.

    Raises `CityGraphError` where a sheet cannot hold so many rows.
    """
    from datetime import datetime
    from tempfile import TemporaryDirectory

    import xlsxwriter

    needed = max(len(things), sum(max(1, len(claim.evidence)) for claim in claims))
    if needed > _ROWS:
        raise CityGraphError(f"{needed} rows are more than a sheet of Excel holds; narrow them, or use .csv")
    entities = ((thing.label, thing.kind_label, thing.kind, thing.iri) for thing in things)
    with TemporaryDirectory() as folder:
        file = f"{folder}/book.xlsx"
        # Row by row to the disk: a workbook of a million rows is not held.
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "tmpdir": folder})
        # A date of its own would make each file another one.
        book.set_properties({"created": datetime(2000, 1, 1)})
        try:
            for name, columns, rows in (
                ("claims", CLAIMS, claim_rows(claims)),
                ("relations", RELATIONS, relation_rows(claims)),
                ("targets", TARGETS, target_rows(claims)),
                ("entities", ENTITIES, entities),
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
    # A number that Excel would cut stays text on purpose: no green corner says that it is an error.
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
