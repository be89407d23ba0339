"""What the sheets of a workbook may be called."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..names.spelling import fold

CITY_SHEET = "city"  # the sheet with the keys of city.toml


@cache
def _tables() -> dict[str, str]:
    lines = (files(__package__) / "sheet_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    # The words are in 简体, which `fold` makes of both scripts.
    return {fold(word): table for table, words in (line.split("\t") for line in lines) for word in words.split("|")}


def table_named(title: str) -> str | None:
    """Return the table that a sheet holds.

    Args:
        title: The title of the sheet, in any case, in English or Chinese; or a file such as ``claims.csv``.

    Returns:
        One of `columns.TABLES`, or `CITY_SHEET`; empty for a sheet that explains the others; None for any other.

    Examples:
        >>> table_named("Claims"), table_named("主張"), table_named("claims.csv"), table_named("說明")
        ('claims', 'claims', 'claims', '')
        >>> table_named("Sheet1") is None
        True
    """
    return _tables().get(fold(title.lower().removesuffix(".csv").removesuffix(".toml")))
