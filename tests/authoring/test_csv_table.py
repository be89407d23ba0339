"""Tables as they are saved: separators, headings, rows and what no cell may hold."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cityGraph.authoring.csv_table import LONGEST, Sheet, read_sheet
from cityGraph.errors import BadData


def read(folder: Path, content: str | bytes, table: str = "things") -> Sheet:
    file = folder / "t.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_sheet(str(file), table, f"{table}.csv")


def refused(folder: Path, content: str | bytes, table: str = "things") -> list[str]:
    return [str(each) for each in read(folder, content, table).refused]


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("name,kind\n甲,firm\n", ""),
        ("name;kind\n甲;firm\n", "things.csv: separated by ;."),
        ("name\tkind\n甲\tfirm\n", "things.csv: separated by tabs."),
        ("\ufeffname,kind\n甲,firm\n", ""),
        ("名称;类别\n甲;firm\n".encode("gbk"), "things.csv: read as GBK, separated by ;."),
        ("名稱,類別\n甲,firm\n".encode("big5"), "things.csv: read as Big5."),
        ("name\tkind\r\n甲\tfirm\r\n".encode("utf-16"), "things.csv: read as UTF-16, separated by tabs."),
        ("name,kind\r甲,firm\r", ""),
        ('"name","kind"\r\n"甲","firm"\r\n', ""),
    ],
)
def test_however_it_was_saved_the_cells_are_the_same_and_the_way_is_said(
    tmp_path: Path, content: str | bytes, note: str
) -> None:
    sheet = read(tmp_path, content)
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, {"name": "甲", "kind": "firm"})]
    assert (sheet.refused, sheet.note) == ((), note)


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'name,kind,note\n\n甲,firm,"two\nlines"\n , ,\n　乙 ,\u00a0firm,\n,,\n丙,firm\n')
    assert [(row.number, row.cells["name"]) for row in sheet.rows] == [(3, "甲"), (5, "乙"), (7, "丙")]
    assert [row.cells["kind"] for row in sheet.rows] == ["firm"] * 3
    assert sheet.rows[0].cells["note"] == "two\nlines"
    assert sheet.refused == ()


def test_a_column_that_is_missing_unknown_or_there_twice_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path, "name,colour,nmae,Name\n甲,red,,\n") == [
        "things.csv:1 colour: no column 'colour' is known",
        "things.csv:1 nmae: no column 'nmae' is known; did you mean name?",
        "things.csv:1 name: the column name is there twice",
        "things.csv:1 kind: the column kind is missing",
    ]


def test_a_cell_beside_the_headings_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path, "name,kind,\n甲,firm,x\n乙,firm,,y\n丙,firm,,\n") == [
        "things.csv:2 column 3: the cell stands under no heading",
        "things.csv:3 column 4: the cell stands under no heading",
    ]


@pytest.mark.parametrize(
    "cell", ["=A1", "=1+1", "= SUM(A1:A3)", '=HYPERLINK("x")', "=-1", "＝A1", "@SUM(A1)", "+cmd(1)", "=cmd|' /C x'!A0"]
)
def test_a_formula_is_no_text(tmp_path: Path, cell: str) -> None:
    content = "name;kind\n" + '"' + cell.replace('"', '""') + '";firm\n'
    assert [each.partition(": ")[2][:31] for each in refused(tmp_path, content)] == ["the cell looks like a formula: "]
    assert read(tmp_path, content).rows[0].sound is False
    assert read(tmp_path, content).rows[0].cells["name"] == ""


@pytest.mark.parametrize("cell", ["=", "-5", "+86", "@handle", "≥", "a=b", "#1 plant", "-"])
def test_what_only_begins_like_a_formula_is_text(tmp_path: Path, cell: str) -> None:
    assert refused(tmp_path, f"name,kind\n{cell},firm\n") == []


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("#REF!", "the cell has an error of a spreadsheet: #REF!"),
        ("a\0b", "the cell has a control character (U+0000)"),
        ("a\x1b[31m", "the cell has a control character (U+001B)"),
        ('"a\nb"', "the cell has a line break"),
        ("x" * (LONGEST + 1), "the cell has 32,768 characters, more than 32,767"),
    ],
)
def test_what_no_name_holds_is_refused(tmp_path: Path, cell: str, says: str) -> None:
    assert refused(tmp_path, f"name,kind\n乙,firm\n{cell},firm\n") == [f"things.csv:3 name: {says}"]


def test_a_cell_of_fifty_megabytes_is_one_refusal(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    sheet = read(tmp_path, b"name,kind\n" + b"x" * 50_000_000 + b",firm\n\xe4\xb9\x99,firm\n")
    assert [str(each) for each in sheet.refused] == [
        "things.csv:2 name: the cell has 50,000,000 characters, more than 32,767"
    ]
    assert [row.cells["name"] for row in sheet.rows] == ["", "乙"]
    assert csv.field_size_limit() == limit


def test_an_open_quotation_mark_is_said_and_ends_the_table(tmp_path: Path) -> None:
    content = 'name,kind\n甲,firm\n"乙,firm\n丙,firm\n'
    assert refused(tmp_path, content) == [
        "things.csv:3: a quotation mark is opened and not closed, or stands inside a cell and is not doubled. The rows "
        "from here on were not read"
    ]
    assert [row.cells["name"] for row in read(tmp_path, content).rows] == ["甲"]


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("我的企业\n\nname,kind\n甲,firm\n", "things.csv: the headings are in row 3."),
        ("我的企业\nname;kind\n甲;firm\n", "things.csv: separated by ;, the headings are in row 2."),
        ("sep=;\nname;kind\n甲;firm\n", "things.csv: separated by ;, the headings are in row 2."),
        ("\n,,\n名称,类别\n甲,firm\n", ""),
        ("name,kind,note\n甲,firm,\nname,kind,id\n", ""),
    ],
)
def test_headings_may_stand_below_a_title(tmp_path: Path, content: str, note: str) -> None:
    sheet = read(tmp_path, content)
    assert ([row.cells["name"] for row in sheet.rows][:1], sheet.note, sheet.refused) == (["甲"], note, ())


def test_a_table_without_headings_is_one_refusal(tmp_path: Path) -> None:
    content = "甲,firm\n乙,city\n"
    assert refused(tmp_path, content) == ["things.csv:1: no heading of this row is known. It needs name, kind"]
    assert read(tmp_path, content).rows == ()


def test_rows_without_a_needed_column_are_not_sound(tmp_path: Path) -> None:
    sheet = read(tmp_path, "name,id\n甲,a\n乙,b\n")
    assert [str(each) for each in sheet.refused] == ["things.csv:1 kind: the column kind is missing"]
    assert [row.sound for row in sheet.rows] == [False, False]


def test_the_column_of_a_marked_copy_is_not_read(tmp_path: Path) -> None:
    sheet = read(tmp_path, "name,citygraph,kind\n甲,=1+1,firm\n")
    assert (sheet.columns, sheet.refused) == (("name", "kind"), ())
    assert sheet.rows[0].cells == {"name": "甲", "kind": "firm"}


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_an_empty_file_has_no_table(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadData, match=r"things\.csv: it is empty. Its first row needs name, kind"):
        read(tmp_path, content)
