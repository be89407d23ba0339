"""Lists of names, in whatever way they were saved."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.authoring.name_list import read_names

TABLE = '编号,名称,备注\n1,甲公司,x\n,,\n2,"乙,丙",\n3,,y\n'


@pytest.mark.parametrize(
    ("content", "called"),
    [
        (TABLE.encode(), "a.csv"),
        (TABLE.encode("utf-8-sig"), "a.csv"),
        (TABLE.encode("utf-16"), "a.csv"),
        (TABLE.encode("gb18030"), "a.csv"),
        (TABLE.replace("\n", "\r\n").encode(), "a.csv"),
        (TABLE.encode(), "standard input"),
    ],
)
def test_a_table_is_read_in_any_encoding_with_all_its_columns(content: bytes, called: str) -> None:
    found = read_names(content, called)
    assert found.names == ["甲公司", "乙,丙", ""]
    assert found.heads == ("编号", "名称", "备注")
    assert found.rows[0] == ("1", "甲公司", "x")


@pytest.mark.parametrize("separator", [";", "\t", "|", "；", "，"])
def test_cells_may_be_separated_otherwise_and_a_note_says_so(separator: str) -> None:
    found = read_names(f"id{separator}name\n1{separator}甲, 乙\n".encode(), "a.csv")
    assert found.names == ["甲, 乙"]
    assert found.note.startswith("a.csv: separated by ")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲公司\n乙市\n", ["甲公司", "乙市"]),
        ("Jia Co., Ltd.\nYi, Inc.\n", ["Jia Co., Ltd.", "Yi, Inc."]),
        ("\ufeff甲公司\r\n\r\n　乙市 \r\n", ["甲公司", "乙市"]),
        ('"Jia Co., Ltd."\n"乙 ""丙"""\n', ["Jia Co., Ltd.", '乙 "丙"']),
        ("名称\n甲公司\n", ["甲公司"]),
        ("甲公司", ["甲公司"]),
    ],
)
def test_a_plain_list_has_one_name_a_line(text: str, names: list[str]) -> None:
    assert read_names(text.encode(), "a.txt").names == names


def test_a_csv_file_of_one_column_needs_no_heading() -> None:
    assert read_names("甲公司\n乙市\n".encode(), "a.csv").names == ["甲公司", "乙市"]


@pytest.mark.parametrize("column", ["企业", "企業", " 企业"])
def test_a_column_is_chosen_by_its_heading_in_either_script(column: str) -> None:
    assert read_names("名称;企业\n甲;乙\n".encode(), "a.csv", column).names == ["乙"]


@pytest.mark.parametrize(
    ("text", "column", "why"),
    [
        ("a,b\n1,2\n", None, "a.csv: no column is called name. Name one with --column. Columns: a, b"),
        ("name,名称\n1,2\n", None, "a.csv: several columns are called name"),
        ("a,b\n1,2\n", "c", "a.csv: no column is called 'c'. Columns: a, b"),
        ("a,a\n1,2\n", "a", "a.csv: 2 columns are called 'a'"),
        ("name\n甲,乙\n", None, "a.csv:2: a row has 2 cells and the heading 1"),
        ('name,x\n"甲,乙\n', None, "a.csv:2: a quotation mark is opened and not closed"),
        (" \n\n", None, "a.csv: it is empty"),
        ("", None, "a.csv: it is empty"),
    ],
)
def test_what_is_no_list_is_one_line(text: str, column: str | None, why: str) -> None:
    with pytest.raises(cg.CityGraphError) as refused:
        read_names(text.encode(), "a.csv", column)
    assert str(refused.value).startswith(why)
    assert "\n" not in str(refused.value)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(cg.BadData, match="not plain text"):
        read_names(b"\x00\x81\xff", "a.csv")
