"""Parts a cell in which a number stands with its unit, as people write it: 超过1.2亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..proof.figure_claims import CLASSES, claimed
from ..proof.folded import is_chinese
from .cell_values import amount, number_and_rest

if TYPE_CHECKING:
    from .csv_table import Row


def parted(row: Row) -> Row:
    """Part the number of a row into the columns object, unit and comparator.

    Args:
        row: A row of the table of claims.

    Returns:
        The row with a number alone in its object. The row as it is if it has no measure, if its object is a number
        already or has none, or if another cell says something else.

    Examples:
        >>> from cityGraph.authoring.csv_table import Row
        >>> row = parted(Row(2, {"object": "超过1.2亿元", "measure": "投资"}))
        >>> row.cells["object"], row.cells["unit"], row.cells["comparator"]
        ('1.2', '亿元', '超过')
    """
    cells = row.cells
    cell, unit, comparator = (cells.get(column, "") for column in ("object", "unit", "comparator"))
    if not cells.get("measure") or not cell or cells.get("datatype") or amount(cell):
        return row
    before, number, behind = number_and_rest(cell)
    if not number or any(map(str.isdecimal, behind)):
        return row
    found, words = _unit_of(before, behind)
    if words is None or (unit and found and unit != found) or (comparator and words and comparator != words):
        return row
    found, words = found or unit, words or comparator
    return row.replace(cells={**cells, "object": number, "unit": found, "comparator": words})


def _unit_of(before: str, behind: str) -> tuple[str, str | None]:
    """Return the unit and the comparator of what stands around a number; None if it is more than these two."""
    if before:
        if _compares(before):
            return behind, before
        money = f"{before} {behind}".strip()  # US$ 40 billion
        return money, "" if _counts(money) else None
    for at in range(1, len(behind)):
        first, last = behind[:at].strip(), behind[at:].strip()
        if _compares(last) and _counts(first):  # 40亿元左右
            return first, last
        if _compares(first) and _counts(last):  # 70余家
            return last, first
    return behind, ""


def _counts(unit: str) -> bool:
    read = claimed("1", unit, "", _language(unit))
    return bool(read and read.unit)


def _compares(words: str) -> bool:
    read = claimed("1", "", words, _language(words))
    return bool(read and read.comparator in ("", *CLASSES))


def _language(words: str) -> str:
    return "zh" if is_chinese(words) else "en"
