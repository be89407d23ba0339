"""A workbook as the tables of a city: the same as in a folder, and what only a workbook can have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import cityGraph as cg
from cityGraph.authoring.read_tables import read_tables
from cityGraph.authoring.workbook import is_workbook, read_book, titles_of
from support.books import Change, book, packed, parts_of, replaced
from support.sheets import check, refusals, rows, sheets

CLAIMS = rows({}, {"subject": "甲公司", "relation": "located-in", "object": "丙园区"})


def notes(file: Path) -> list[str]:
    return list(read_tables(str(file)).notes)


def test_a_workbook_is_proved_like_the_folder_with_the_same_tables(tmp_path: Path) -> None:
    answer = check(book(tmp_path / "a.xlsx"))
    other = check(sheets(tmp_path / "folder"))
    assert answer.refused == other.refused == ()
    assert answer.proved == tuple(each.replace(table="claims") for each in other.proved)
    assert answer.notes == ()


def test_the_tables_are_those_of_the_folder(tmp_path: Path) -> None:
    found, other = read_tables(str(book(tmp_path / "a.xlsx"))), read_tables(str(sheets(tmp_path / "folder")))
    for table, sheet in other.sheets.items():
        assert (found.sheets[table].name, found.sheets[table].rows) == (table, sheet.rows)
    assert (found.folder, other.folder) == (str(tmp_path), str(tmp_path / "folder"))


def test_numbers_dates_and_truths_are_what_the_spreadsheet_shows(tmp_path: Path) -> None:
    def typed(written: Any, at: dict[str, Any]) -> None:
        sheet = at["claims"]
        form = {code: written.add_format({"num_format": code}) for code in ("0.0%", 'yyyy"年"m"月"', "yyyy-mm-dd")}
        sheet.write_row(
            0, 0, ["subject", "object", "measure", "period", "due", "paragraph", "open", "relation", "source"]
        )
        sheet.write_row(1, 0, ["007", 120])
        sheet.write(1, 2, 0.081, form["0.0%"])
        sheet.write_datetime(1, 3, datetime(2021, 6, 1), form['yyyy"年"m"月"'])
        sheet.write_datetime(1, 4, datetime(2021, 6, 9), form["yyyy-mm-dd"])
        sheet.write(1, 5, 3.0)
        sheet.write(1, 6, True)
        sheet.write(1, 7, " ３\u00a0")

    (row,) = read_book(str(book(tmp_path / "a.xlsx", typed, claims=""))).sheets["claims"].rows
    assert row.cells == {
        "subject": "007", "object": "120", "measure": "8.1%", "period": "2021-06", "due": "2021-06-09",
        "paragraph": "3", "open": "TRUE", "relation": "３", "source": "",
    }  # fmt: skip


def test_rows_count_as_the_spreadsheet_counts_them(tmp_path: Path) -> None:
    def below(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write_row(9, 0, ["甲公司", "located-in", "丁园区", "news"])
        at["claims"].write_row(19, 0, [" ", "", "\u3000"])

    assert refusals(book(tmp_path / "a.xlsx", below, claims=CLAIMS))[0].startswith("claims:10 object: ")
    assert check(tmp_path / "a.xlsx").claims == 3


def test_headings_may_stand_below_a_title(tmp_path: Path) -> None:
    def titled(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write(0, 0, "乙市的主张")
        at["claims"].write_row(3, 0, ["主語", "關係", "賓語", "來源"])
        at["claims"].write_row(4, 0, ["乙市", "支持", "甲公司", "news"])

    answer = check(book(tmp_path / "a.xlsx", titled, claims=""))
    assert [each.row for each in answer.proved] == [5]
    assert notes(tmp_path / "a.xlsx") == ["claims: the headings are in row 4."]


def test_a_formula_is_read_as_its_saved_value_and_that_is_said(tmp_path: Path) -> None:
    def computed(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write_formula("A2", '="乙"&"市"', None, "乙市")
        at["claims"].write_formula("A3", "=things!A3", None, "甲公司")

    file = book(tmp_path / "a.xlsx", computed, claims=CLAIMS)
    assert refusals(file) == []
    assert notes(file) == ["claims: of formulas the saved values were read (2)."]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("B3", "=1/0", "#DIV/0!"), "claims:3 relation: B3 shows the error #DIV/0!. Write the value"),
        (("D2", "=NA()", "#N/A"), "claims:2 source: D2 shows the error #N/A. Write the value"),
        (("C2", "=A1", ""), "claims:2 object: C2 has a formula whose value was not saved. Save the workbook in "
         "Excel, or write the value"),
        (("F9", "=NA()", "#N/A"), "claims:9 column F: F9 shows the error #N/A. Write the value"),
    ],
)  # fmt: skip
def test_a_cell_that_shows_an_error_or_nothing_is_refused_once(
    tmp_path: Path, change: tuple[str, str, str], says: str
) -> None:
    def wrong(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write_formula(change[0], change[1], None, change[2])

    assert refusals(book(tmp_path / "a.xlsx", wrong, claims=CLAIMS)) == [says]


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    def empty(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write_formula("E2", '=""', None, "")

    file = book(tmp_path / "a.xlsx", empty, claims=rows({"note": ""}))
    replaced(file, "xl/worksheets/sheet3.xml", b'<c r="E2">', b'<c r="E2" t="str">')
    assert refusals(file) == []


@pytest.mark.parametrize(
    ("merged", "says"),
    [
        ("D2:D3", ["claims:2 source: D2:D3 are merged. Unmerge them, and fill each"]),
        ("A3:B3", ["claims:3 subject: A3:B3 are merged. Unmerge them, and fill each"]),
        ("D1:E1", ["claims:1 source: D1:E1 are merged. Unmerge them, and fill each"]),
        ("G2:H9", []),
    ],
)
def test_merged_cells_in_a_table_are_refused_and_their_rows_not_read(
    tmp_path: Path, merged: str, says: list[str]
) -> None:
    def merge(written: Any, at: dict[str, Any]) -> None:
        at["claims"].merge_range(merged, "source" if "1" in merged else "")

    file = book(tmp_path / "a.xlsx", merge, claims=CLAIMS)
    found = refusals(file)
    assert found == says
    spoiled = {row for row in (2, 3) if str(row) in merged and says}
    assert {each.row for each in check(file).proved} == {2, 3} - spoiled


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    def hide(written: Any, at: dict[str, Any]) -> None:
        at["claims"].set_row(1, None, None, {"hidden": True})
        at["claims"].hide()

    file = book(tmp_path / "a.xlsx", hide, claims=CLAIMS)
    assert len(check(file).proved) == 2
    assert notes(file) == ["claims: the sheet is hidden, and was read, hidden rows were read, too (1)."]


def test_a_sheet_that_is_no_table_is_said_unless_it_explains(tmp_path: Path) -> None:
    def more(written: Any, at: dict[str, Any]) -> None:
        for title in ("README", "wrods", "Tabelle1"):
            written.add_worksheet(title)

    assert notes(book(tmp_path / "a.xlsx", more)) == [
        "a.xlsx: the sheet wrods is no table and was not read. Did you mean words?",
        "a.xlsx: the sheet Tabelle1 is no table and was not read.",
    ]


def test_comments_and_formats_change_nothing(tmp_path: Path) -> None:
    def commented(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write_comment("A2", "=1+1")
        at["claims"].set_column("A:A", 40, written.add_format({"bold": True}))
        at["claims"].write_blank("A5000", None, written.add_format({"bg_color": "red"}))

    file = book(tmp_path / "a.xlsx", commented, claims=CLAIMS)
    assert (refusals(file), notes(file), check(file).claims) == ([], [], 2)


@pytest.mark.parametrize(
    ("first", "says"),
    [
        ("subject,relation,object,note\n", ["claims:1 source: the column source is missing"]),
        ("甲公司,supports,丙园区,news\n", [
            "claims:1: no heading of this row is known. It needs subject, relation, object, source"]),
        ("subject,relation,object,source,colour,Subject\n", [
            "claims:1 colour: no column 'colour' is known", "claims:1 subject: the column subject is there twice"]),
    ],
)  # fmt: skip
def test_headings_are_refused_as_in_a_folder_and_no_row_for_them(tmp_path: Path, first: str, says: list[str]) -> None:
    claims = f"{first}乙市,supports,甲公司,news\n"
    assert refusals(book(tmp_path / "a.xlsx", claims=claims)) == says
    assert [each.replace("claims.csv", "claims") for each in refusals(sheets(tmp_path / "b", claims=claims))] == says


def test_a_missing_column_of_things_is_one_refusal_and_not_one_for_each_claim(tmp_path: Path) -> None:
    things = "name,id\n乙市,yi\n甲公司,jia\n"
    assert refusals(book(tmp_path / "a.xlsx", things=things)) == ["things:1 kind: the column kind is missing"]


def test_a_cell_under_no_heading_is_named_by_its_letter(tmp_path: Path) -> None:
    claims = "subject,relation,object,source\n乙市,supports,甲公司,news,,x\n"
    assert refusals(book(tmp_path / "a.xlsx", claims=claims)) == ["claims:2 column F: the cell stands under no heading"]


def test_the_column_that_a_marked_copy_has_is_not_read(tmp_path: Path) -> None:
    claims = "subject,relation,object,source,CityGraph\n乙市,supports,甲公司,news,=1+1\n"
    assert refusals(book(tmp_path / "a.xlsx", claims=claims)) == []


def without(table: str) -> Change:
    def renamed(written: Any, at: dict[str, Any]) -> None:
        at[table].name = "Other"

    return renamed


@pytest.mark.parametrize("table", ["things", "claims", "sources"])
def test_a_workbook_without_a_table_is_refused_in_one_line(tmp_path: Path, table: str) -> None:
    file = book(tmp_path / "a.xlsx", without(table))
    needs = r"It needs things, claims and sources; it has \w+, \w+, \w+$"
    with pytest.raises(cg.BadData, match=rf"^a\.xlsx: no sheet is called {table}\. {needs}"):
        check(file)


def test_two_sheets_of_one_table_are_refused(tmp_path: Path) -> None:
    def twice(written: Any, at: dict[str, Any]) -> None:
        written.add_worksheet("主张")

    with pytest.raises(cg.BadData, match="the sheets 'claims' and '主张' are both the table claims"):
        check(book(tmp_path / "a.xlsx", twice))


def test_an_empty_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(cg.BadData, match=r"^claims: the sheet is empty\. Its first row needs subject, relation"):
        check(book(tmp_path / "a.xlsx", claims=""))


def test_macros_are_not_run_and_other_workbooks_not_read(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsm")
    more = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<!DOCTYPE a>"}
    file.write_bytes(packed(parts_of(file) | more))
    assert check(file).refused == ()
    assert notes(file) == [
        "a.xlsm: its macros were not run.",
        "a.xlsm: the workbooks that it refers to were not read.",
    ]


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet3.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("content", [None, b"<a/>", b"<a>", b""])
def test_a_workbook_with_a_broken_part_is_one_line(tmp_path: Path, part: str, content: bytes | None) -> None:
    file = book(tmp_path / "a.xlsx")
    parts = {name: each for name, each in parts_of(file).items() if name != part}
    file.write_bytes(packed(parts if content is None else parts | {part: content}))
    with pytest.raises(cg.BadData, match=r"^[^\n]+$"):
        read_book(str(file))


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "..\\secret.txt", "texts/../../secret.txt"])
def test_no_text_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("秘密", "utf-8")
    (tmp_path / "in").mkdir()
    file = book(tmp_path / "in" / "a.xlsx", sources=f"key,title,file\nnews,乙市新闻,{name}\n", claims=rows({}))
    says = "it lies outside the folder. Copy the text into the folder"
    assert refusals(file)[0] == f"sources:2 file: {name}: {says}"


def test_only_the_titles_tell_what_tables_a_workbook_has(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    assert titles_of(str(file)) == {"things", "claims", "sources"}
    assert [is_workbook(each) for each in (str(file), "A.XLS", str(tmp_path), "a.csv")] == [True, True, False, False]


def test_a_path_without_a_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(cg.BadData, match=r"^none\.xlsx: No such file"):
        check(tmp_path / "none.xlsx")
    sheets(tmp_path / "folder.xlsx")
    assert check(tmp_path / "folder.xlsx").refused == ()
