"""Is a literal written as its datatype demands? The forms are those of XML Schema (https://www.w3.org/TR/xmlschema11-2/)."""

from __future__ import annotations

# How many parts, separated by hyphens, a date of each datatype has.
_DATE_PARTS = {"gYear": 1, "gYearMonth": 2, "date": 3, "dateTime": 3}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of each month at most


def well_formed(value: str, datatype: str) -> bool:
    """Return whether a value is written as its datatype demands; only numbers, truth values and dates can be wrong.

    Args:
        value: The literal as it is written in the data.
        datatype: The IRI of its datatype.

    Returns:
        True if it is, and for any other datatype.

    Examples:
        >>> date = "http://www.w3.org/2001/XMLSchema#date"
        >>> well_formed("2025-02-28", date), well_formed("2025-02-30", date)
        (True, False)
    """
    kind = datatype.removeprefix("http://www.w3.org/2001/XMLSchema#")
    if kind in ("decimal", "integer"):
        digits = value.strip().lstrip("+-")
        return digits.isascii() and (digits.replace(".", "", 1) if kind == "decimal" else digits).isdecimal()
    if kind == "boolean":
        return value.strip() in ("true", "false", "1", "0")
    if (needed := _DATE_PARTS.get(kind)) is None:
        return True
    date, timed, _ = value.strip().removeprefix("-").partition("Z")[0].partition("+")[0].partition("T")
    if bool(timed) != (kind == "dateTime"):
        return False
    parts = date.split("-")
    numeric = len(parts) >= needed and len(parts[0]) >= 4 and all(part.isdecimal() for part in parts[:needed])
    if not (numeric and date.isascii()):
        return False
    month, day = (int(part[:9]) for part in (*parts[1:needed], "1", "1")[:2])
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
