"""Turn what a claim holds into the cells of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..model.claim import Claim, Passage, Value

    Cell = str | int | float | date | None
    Row = tuple[Cell, ...]

BATCH = 1_000  # rows, things or edges that are written at once
_DIGITS = 15  # digits of a number that Excel keeps
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("decimal", "integer", "double", "int", "float")}


def passage_cells(passage: Passage | None, *fields: str) -> Row:
    """Return the cells of a passage.

    Args:
        passage: The passage. None leaves its cells empty.
        *fields: Names of fields of a passage.

    Returns:
        One cell for each field.
    """
    return tuple(getattr(passage, field) if passage else None for field in fields)


def qualifiers_cell(claim: Claim, *, without: str = "") -> str | None:
    """Return the qualifiers of a claim as one cell.

    Args:
        claim: The claim.
        without: The local name of a qualifier that has a column of its own.

    Returns:
        Each qualifier as ``label: text``, or None if there are none.
    """
    return joined((f"{q.label}: {q.text}" for q in claim.qualifiers if q.name != without), "; ")


def joined(texts: Iterable[str | None], between: str = " | ") -> str | None:
    """Join texts into one cell.

    Args:
        texts: The texts. Each is written once; those that are empty are left out.
        between: What separates them.

    Returns:
        The cell, or None if no text is left.

    Examples:
        >>> joined(["stated", "resolved", "stated", None])
        'stated | resolved'
    """
    return between.join(dict.fromkeys(filter(None, texts))) or None


def value_cell(value: Value) -> Cell:
    """Return the cell of a value.

    Args:
        value: The value.

    Returns:
        A number if a spreadsheet keeps all its digits, a date for a day that Excel can hold, else the text.

    Examples:
        >>> from cityGraph import Value
        >>> value_cell(Value("60", "http://www.w3.org/2001/XMLSchema#decimal"))
        60
    """
    text = value.value
    if value.datatype == _XSD + "date":
        return day_of(text) or text
    if value.datatype not in _NUMBERS:
        return text
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or len(number.as_tuple().digits) > _DIGITS or abs(number.adjusted()) > _DIGITS:
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def day_of(text: str) -> date | None:
    """Read a day that Excel can hold.

    Args:
        text: A date, such as ``2025-03-27``.

    Returns:
        The day, or None if the text is not a whole day (``2025-03``) or is before 1900, where Excel's calendar starts.
    """
    from datetime import date

    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and day.year >= 1900 else None
