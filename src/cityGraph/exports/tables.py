"""Write one table in any format that tables have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import link_url, markdown, markdown_link
from .spreadsheet import csv, workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..render.cells import Cell
    from ..render.table import Table

_LONG = 10_000  # a number from which thousands are separated


def written(table: Table, form: str) -> Iterator[bytes]:
    r"""Write a table.

    Args:
        table: The table.
        form: ``csv``, ``tsv``, ``xlsx`` or ``md``.

    Returns:
        The file, piece by piece.

    Examples:
        >>> from cityGraph.render.table import table
        >>> made = table("sources", ("name", "count"), [("港報", 12_000)], "en")
        >>> print(b"".join(written(made, "md")).decode(), end="")
        | name | count |
        | --- | --- |
        | 港報 | 12,000 |
        >>> b"".join(written(made, "tsv")).decode("utf-8-sig").splitlines()[1].split("\t")
        ['港報', '12000']
    """
    return _WRITERS[form](table)


def _markdown(table: Table) -> Iterator[bytes]:
    """Yield a table of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-).

    A quote is a link to its place. Left out are addresses, IRIs, and columns without a cell.
    """
    rows = list(table.rows)
    at = {column: number for number, column in enumerate(table.columns)}
    unshown = {n for n, column in enumerate(table.columns) if column.endswith("iri") or column == "claim"}
    if linked := "quote" in at and "url" in at:
        unshown.add(at["url"])
    if rows:
        unshown |= {n for n in range(len(table.columns)) if all(row[n] is None for row in rows)}
    kept = [number for number in range(len(table.columns)) if number not in unshown]
    yield _line([markdown(table.heads[number]) for number in kept])
    yield _line(["---"] * len(kept))
    for row in rows:
        address = row[at["url"]] if linked else None
        cells = {number: _cell(row[number]) for number in kept}
        if isinstance(address, str) and row[at["quote"]]:
            cells[at["quote"]] = markdown_link(str(row[at["quote"]]), address)
        yield _line(list(cells.values()))


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return f"{cell:,}" if isinstance(cell, int) and abs(cell) >= _LONG else str(cell)
    text = str(cell)
    return f"<{address}>" if (address := link_url(text)) and address == text else markdown(text)


def _line(cells: list[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode("utf-8", "replace")


_WRITERS: dict[str, Callable[[Table], Iterator[bytes]]] = {
    "csv": lambda table: csv(table.heads, table.rows),
    "tsv": lambda table: csv(table.heads, table.rows, "\t"),
    "xlsx": lambda table: workbook([table]),
    "md": _markdown,
}
