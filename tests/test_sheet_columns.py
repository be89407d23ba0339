"""The page on the sheets has every table and column that the package reads, and no other."""

from __future__ import annotations

import sys

import pytest

from cityGraph.authoring.columns import TABLES, columns_of
from support.paths import ROOT

sys.path.insert(0, str(ROOT / "docs"))
import sheet_columns

PAGE = (ROOT / "docs" / "sheets.md").read_text("utf-8")


def test_each_table_of_the_package_has_a_section() -> None:
    assert {*TABLES, "same", "city"} == {*sheet_columns.TABLES}
    for table in sheet_columns.TABLES:
        assert f"<!-- columns-{table} -->" in PAGE, table


@pytest.mark.parametrize("table", sheet_columns.TABLES)
def test_each_column_is_explained_and_has_an_example(table: str) -> None:
    told = {column: each for (of, column), each in sheet_columns.said().items() if of == table}
    known = {name: needed for name, _, needed in sheet_columns.known(table)}
    assert told.keys() == known.keys()
    for name, (says, example) in told.items():
        assert says, name
        assert example or "not read" in says, name
    lines = sheet_columns.columns(table).splitlines()[2:]
    assert len(lines) == len(known)
    assert [line for line in lines if line.startswith("| **")] == [
        line for line, needed in zip(lines, known.values(), strict=True) if needed
    ]
    assert all(line in PAGE for line in lines)


@pytest.mark.parametrize("table", TABLES)
def test_what_a_column_takes_is_said_of_each_type(table: str) -> None:
    assert {column.type for column in columns_of(table).all.values()} <= sheet_columns.HOLDS.keys()
