"""The text of a cell of a workbook, as its reader sees it there."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal


def cell_text(value: object, shown: str = "") -> str:
    """Return what a cell says.

    Args:
        value: The value: a text, a number, a truth value, a date or a time.
        shown: ``percent``, or ``month`` or ``year`` for a date that is shown no more precisely; else empty.

    Returns:
        The text: a whole number without decimals, a date in ISO 8601, as precise as it is shown.

    Examples:
        >>> cell_text(7.0), cell_text(0.1 + 0.2), cell_text(1e21), cell_text(0.081, "percent"), cell_text(True)
        ('7', '0.3', '1000000000000000000000', '8.1%', 'TRUE')
        >>> cell_text(date(2021, 6, 9)), cell_text(date(2021, 6, 1), "month"), cell_text(datetime(2021, 6, 9, 8, 30))
        ('2021-06-09', '2021-06', '2021-06-09T08:30:00')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        # A spreadsheet keeps 15 digits; what a number has beyond them nobody wrote.
        number = Decimal(f"{value:.15g}")
        return f"{_plain(number * 100)}%" if shown == "percent" else _plain(number)
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat()
    if isinstance(value, date):  # a datetime is a date
        day = f"{value.year:04}-{value.month:02}-{value.day:02}"
        return day[: {"month": 7, "year": 4}.get(shown, 10)]
    return str(value)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
