"""A folder of sheets as a workbook, also where its tables are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.csv_table import LONGEST
from cityGraph.authoring.folder_book import book_of_folder
from cityGraph.errors import BadData
from support.sheets import sheets


def test_each_cell_stands_where_it_stood(tmp_path: Path) -> None:
    things = "name;kind\n\n乙市;city;;more\n甲;=1+1\n"
    book, widths = book_of_folder(str(sheets(tmp_path, things=things)))
    sheet = book["things"]
    assert (sheet["A3"].value, sheet["D3"].value, sheet["B4"].value) == ("乙市", "more", "=1+1")
    assert sheet["B4"].data_type == "s"
    assert widths["things"] == 4
    assert sheet.column_dimensions["A"].width > 5


def test_what_a_cell_of_a_workbook_cannot_hold_is_shortened_or_shown(tmp_path: Path) -> None:
    things = "name,kind\n" + "x" * (LONGEST + 9) + ",a\x01b\n"
    sheet = book_of_folder(str(sheets(tmp_path, things=things)))[0]["things"]
    assert (len(sheet["A2"].value), sheet["B2"].value) == (LONGEST, "a·b")


@pytest.mark.parametrize(
    ("city", "cells"),
    [
        ('name = "乙市"\nlanguages = ["zh", "en"]\n', [("name", "乙市"), ("languages", "zh|en")]),
        ("name = \nid\n", [("name =", None), ("id", None)]),
    ],
)
def test_the_city_is_a_sheet_of_keys_or_of_the_lines_that_cannot_be_read(
    tmp_path: Path, city: str, cells: list[tuple[str, str | None]]
) -> None:
    sheet = book_of_folder(str(sheets(tmp_path, city=city)))[0]["city"]
    assert [(row[0].value.strip(), row[1].value if len(row) > 1 else None) for row in sheet.iter_rows()] == cells


def test_what_is_no_folder_of_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="there is no such folder"):
        book_of_folder(str(tmp_path / "none"))
