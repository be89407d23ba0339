"""A copy in which refused cells are red and say why: read back with openpyxl, and built again."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import cityGraph as cg
from cityGraph.authoring.marked import check_copy, mark
from cityGraph.model.sheets import PROOFS, Accepted, Refused
from support.books import book, packed, parts_of
from support.sheets import check, rows, sheets

WRONG = rows({}, {"object": "丙园区"}, {"relation": "suports", "subject": "丙"}, {"subject": "甲公司", "quote": "无"})
RED = "00FFC7CE"


def marked(path: Path, copy: Path) -> Any:
    """Build and mark; the copy as a workbook."""
    answer = check(path)
    mark(str(path), answer.refused, str(copy), answer.proved)
    return openpyxl.load_workbook(copy)


def colour(cell: Any) -> str:
    return str(cell.fill.fgColor.rgb) if cell.fill.fill_type else ""


def red(sheet: Any) -> list[str]:
    return [cell.coordinate for row in sheet.iter_rows() for cell in row if colour(cell) == RED]


def test_a_refused_cell_is_red_and_says_why_with_what_to_write(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", claims=WRONG)
    answer = check(file)
    sheet = marked(file, tmp_path / "copy.xlsx")["claims"]
    for each in answer.refused:
        cell = sheet.cell(each.row, ("subject", "relation", "object", "source", "quote").index(each.column) + 1)
        assert colour(cell) == RED
        assert each.reason in cell.comment.text
        assert each.suggestion in cell.comment.text
    assert sheet["B4"].comment.text == "no relation is called 'suports'; did you mean supports?"
    assert sheet["A2"].comment is None


def test_a_column_beside_the_table_says_it_in_words_and_how_rows_are_proved(tmp_path: Path) -> None:
    sheet = marked(book(tmp_path / "a.xlsx", claims=WRONG), tmp_path / "copy.xlsx")["claims"]
    assert [cell.value for cell in sheet[1]] == ["subject", "relation", "object", "source", "quote", "citygraph"]
    assert (sheet["F2"].value, colour(sheet["F2"])) == ("text", "00C6EFCE")
    assert sheet["F4"].value.startswith("subject: no row of things is called '丙'")
    assert sheet["F4"].value.endswith("; relation: no relation is called 'suports'; did you mean supports?")
    assert red(sheet) == ["C3", "F3", "A4", "B4", "F4", "E5", "F5"]


def test_each_degree_of_proof_has_its_colour(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", claims=rows(*[{}] * len(PROOFS)))
    accepted = [Accepted("claims", row, "", proof) for row, proof in enumerate(PROOFS, 2)]
    mark(str(file), (), str(tmp_path / "copy.xlsx"), accepted)
    cells = [row[-1] for row in openpyxl.load_workbook(tmp_path / "copy.xlsx")["claims"].iter_rows(2)]
    assert [cell.value for cell in cells] == list(PROOFS)
    assert len({colour(cell) for cell in cells} - {"", RED}) == len(PROOFS)


def test_everything_else_in_the_copy_is_as_it_was(tmp_path: Path) -> None:
    def formatted(written: Any, at: dict[str, Any]) -> None:
        sheet = at["claims"]
        sheet.set_column("A:A", 33)
        sheet.data_validation("B2:B99", {"validate": "list", "source": ["supports", "owns"]})
        sheet.freeze_panes(1, 2)
        sheet.write("E1", "note", written.add_format({"bold": True, "bg_color": "#d7eaff"}))
        sheet.write_formula("E2", "=1+1", None, 2)
        sheet.write_comment("A4", "mine")
        sheet.write_comment("A2", "also mine")
        written.add_worksheet("Other").write_datetime(0, 0, datetime(2021, 6, 9))

    claims = rows({}, {"object": "丙园区"}, {"subject": "丙"})
    copy = marked(book(tmp_path / "a.xlsx", formatted, claims=claims), tmp_path / "copy.xlsx")
    sheet = copy["claims"]
    assert copy.sheetnames == ["things", "sources", "claims", "Other"]
    assert 33 <= sheet.column_dimensions["A"].width < 34
    assert [each.formula1 for each in sheet.data_validations.dataValidation] == ['"supports,owns"']
    assert (sheet.freeze_panes, sheet["E1"].font.bold, sheet["E2"].value) == ("C2", True, "=1+1")
    assert sheet["A2"].comment.text == "also mine"
    assert sheet["A4"].comment.text.endswith("mine")
    assert sheet["A4"].comment.text.startswith("no row of things is called")


def test_the_copy_opens_at_the_first_cell_that_is_refused(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", claims=rows(*[{}] * 61))
    wrong = [Refused("claims", row, "object", "wrong") for row in (65, 62, 64)]
    mark(str(file), wrong, str(tmp_path / "copy.xlsx"))
    copy = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert copy.active.title == "claims"
    assert copy.active.sheet_view.selection[0].sqref == "C62"
    assert copy.active.sheet_view.topLeftCell == "A57"
    assert [sheet.title for sheet in copy if sheet.sheet_view.tabSelected] == ["claims"]


def test_a_copy_is_built_like_any_workbook_and_marked_anew(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", claims=WRONG)
    copy = marked(file, tmp_path / "copy.xlsx")
    assert [str(each) for each in check(tmp_path / "copy.xlsx").refused] == [str(each) for each in check(file).refused]
    sheet = copy["claims"]
    for row in sheet["A3:F5"]:
        for cell in row:
            cell.value = None
    copy.save(tmp_path / "copy.xlsx")
    assert check(tmp_path / "copy.xlsx").refused == ()
    again = marked(tmp_path / "copy.xlsx", tmp_path / "again.xlsx")["claims"]
    assert (red(again), [row[-1].value for row in again.iter_rows(2)]) == ([], ["text", None, None, None])
    assert not any(cell.comment for row in again.iter_rows() for cell in row)
    assert again.max_column == sheet.max_column


def test_headings_things_and_the_city_are_marked_where_they_stand(tmp_path: Path) -> None:
    def described(written: Any, at: dict[str, Any]) -> None:
        sheet = written.add_worksheet("city")
        sheet.write_row(0, 0, ["标识", "Yi"])
        at["sources"].write(0, 7, "colour")

    things = "name,id\n乙市,yi\n"
    copy = marked(book(tmp_path / "a.xlsx", described, things=things), tmp_path / "copy.xlsx")
    assert red(copy["things"]) == ["C1"]
    assert copy["things"]["C1"].comment.text == "the column kind is missing"
    assert red(copy["sources"]) == ["H1"]
    assert "B1" in red(copy["city"])


def test_a_folder_becomes_a_workbook_with_the_same_rows(tmp_path: Path) -> None:
    folder = sheets(tmp_path / "city", claims=WRONG + "\n乙市,=1+1,甲公司,news\n", city='name = "乙市"\nid = "Yi"\n')
    answer = check(folder)
    copy = marked(folder, tmp_path / "city" / "copy.xlsx")
    assert copy.sheetnames == ["things", "claims", "sources", "city"]
    sheet = copy["claims"]
    assert sheet.freeze_panes == "A2"
    assert {each.row for each in answer.refused if each.table == "claims.csv"} == {3, 4, 5, 7}
    assert {cell.row for row in sheet.iter_rows() for cell in row if colour(cell) == RED} == {3, 4, 5, 7}
    assert (sheet["B7"].value, sheet["B7"].data_type) == ("=1+1", "s")
    assert "B2" in red(copy["city"])
    refused = [str(each).replace(".csv", "") for each in answer.refused if each.table != "city.toml"]
    assert [str(each) for each in check(tmp_path / "city" / "copy.xlsx").refused if each.table != "city"] == refused


def test_no_cell_of_the_copy_can_act(tmp_path: Path) -> None:
    claims = rows(
        {"relation": "=cmd|x", "subject": "\x1b[31m", "object": "@SUM(1)"}, {"subject": '=HYPERLINK("http://x")'}
    )
    sheet = marked(sheets(tmp_path / "city", claims=claims), tmp_path / "copy.xlsx")["claims"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_a_reason_that_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    mark(str(book(tmp_path / "a.xlsx")), [Refused("claims", 2, "", "=1+1\x07")], str(tmp_path / "copy.xlsx"))
    row = openpyxl.load_workbook(tmp_path / "copy.xlsx")["claims"][2]
    assert (row[-1].value, row[-1].data_type) == ("=1+1·", "s")


def test_macros_links_and_what_else_is_lost_are_not_in_the_copy_and_said(tmp_path: Path) -> None:
    def rich(written: Any, at: dict[str, Any]) -> None:
        at["claims"].write_formula("F2", "=1", None, 1)

    file = book(tmp_path / "a.xlsm", rich)
    parts = parts_of(file)
    types = (
        parts["[Content_Types].xml"]
        .replace(b"officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")
        .replace(b"vnd.openxmlformats-ms-excel", b"vnd.ms-excel")
    )
    more = {"[Content_Types].xml": types, "xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<a/>"}
    file.write_bytes(packed(parts | more))
    assert mark(str(file), (), str(tmp_path / "copy.xlsx")) == (
        "a.xlsm: the copy has no macros and no links to other workbooks.",
        "a.xlsm: save the copy in Excel before you build it, so that its formulas have values.",
    )
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name]
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")


def test_a_copy_never_replaces_the_workbook(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    (tmp_path / "link.xlsx").symlink_to(file)
    before = file.read_bytes()
    for name in ("a.xlsx", "link.xlsx", "sub/../a.xlsx"):
        (tmp_path / "sub").mkdir(exist_ok=True)
        with pytest.raises(cg.CityGraphError, match="would replace the workbook"):
            mark(str(file), (), str(tmp_path / name))
    with pytest.raises(cg.CityGraphError, match=r"Name a file that ends in \.xlsx"):
        check_copy(str(file), str(tmp_path / "copy.xlsm"))
    assert file.read_bytes() == before


def test_a_copy_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    (tmp_path / "copy.xlsx").write_bytes(b"earlier")
    file.write_bytes(file.read_bytes()[:500])
    with pytest.raises(cg.BadData):
        mark(str(file), (), str(tmp_path / "copy.xlsx"))
    assert (tmp_path / "copy.xlsx").read_bytes() == b"earlier"
    with pytest.raises(OSError, match="No such file"):
        mark(str(book(tmp_path / "b.xlsx")), (), str(tmp_path / "none" / "copy.xlsx"))
