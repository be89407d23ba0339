"""The tables of a city, whether from a folder or from a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cityGraph.authoring.folder import is_sheets
from cityGraph.authoring.read_tables import read_tables
from support.books import book
from support.sheets import CITIES, sheets


def test_the_city_is_described_by_a_sheet_or_by_a_file(tmp_path: Path) -> None:
    def described(written: Any, at: dict[str, Any]) -> None:
        sheet = written.add_worksheet("城市")
        rows = ("键", "值"), ("名稱", "乙市"), ("ID", "yi"), ("languages", "zh-Hans、en"), ("", ""), ("licence", "")
        for number, (key, value) in enumerate(rows):
            sheet.write_row(number, 0, [key, "", value])

    found = read_tables(str(book(tmp_path / "a.xlsx", described)))
    assert found.city == {"name": "乙市", "id": "yi", "languages": ["zh-Hans", "en"]}
    assert found.refused == ()
    assert read_tables(str(sheets(tmp_path / "b", city='id = "b"\n'))).city == {"id": "b"}


def test_names_of_the_city_may_stand_in_several_languages(tmp_path: Path) -> None:
    def described(written: Any, at: dict[str, Any]) -> None:
        sheet = written.add_worksheet("city")
        for number, row in enumerate([("name-zh-Hans", "乙市"), ("name_en", "City B"), ("id", "b"), ("name-en", "B")]):
            sheet.write_row(number, 0, row)

    found = read_tables(str(book(tmp_path / "a.xlsx", described)))
    assert found.city == {"name": {"zh-Hans": "乙市", "en": "City B"}, "id": "b"}
    assert [str(each) for each in found.refused] == ["city:4 name: row 1 has the key name, too"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("name", "乙市")], ["city:1 id: the key id is missing"]),
        ([("name", "乙市"), ("id", "Yi Shi")], ["city:2 id: the id has small letters, digits and hyphens only"]),
        ([("name", "乙"), ("id", "yi"), ("mayor", "x")], ["city:3 mayor: no key 'mayor' is known"]),
        ([("name", "乙"), ("id", "yi"), ("标识", "b")], ["city:3 id: row 2 has the key id, too"]),
    ],
)
def test_what_is_wrong_with_the_city_is_refused(tmp_path: Path, rows: list[tuple[str, str]], says: list[str]) -> None:
    def described(written: Any, at: dict[str, Any]) -> None:
        sheet = written.add_worksheet("city")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    assert [str(each) for each in read_tables(str(book(tmp_path / "a.xlsx", described))).refused] == says


def test_notes_are_said_once_and_the_workbook_comes_first(tmp_path: Path) -> None:
    def more(written: Any, at: dict[str, Any]) -> None:
        written.add_worksheet("x")
        at["claims"].hide()

    assert read_tables(str(book(tmp_path / "a.xlsx", more))).notes == (
        "a.xlsx: the sheet x is no table and was not read.",
        "claims: the sheet is hidden, and was read.",
    )
    folder = sheets(tmp_path / "b", things=CITIES["zh-Hans"]["things.csv"].encode("gbk"))
    assert read_tables(str(folder)).notes == ("things.csv: read as GBK.",)


def test_what_is_true_of_several_tables_is_said_once(tmp_path: Path) -> None:
    files = {name: CITIES["zh-Hans"][f"{name}.csv"] for name in ("things", "claims", "sources")}
    saved = {name: text.encode("gbk") for name, text in files.items()}
    folder = sheets(tmp_path / "b", **saved | {"things": files["things"].replace(",", ";")})
    assert sorted(read_tables(str(folder)).notes) == [
        "claims.csv, sources.csv: read as GBK.",
        "things.csv: separated by ;.",
    ]


def test_sheets_are_told_from_anything_else_by_little(tmp_path: Path) -> None:
    assert is_sheets(sheets(tmp_path / "folder"))
    assert is_sheets(book(tmp_path / "a.XLSX"))
    (tmp_path / "folder" / "Things.CSV").write_text("")
    assert is_sheets(tmp_path / "folder")
    other = tmp_path / "other"
    other.mkdir()
    (other / "claims.csv").write_text("")
    (other / "a.xlsx").write_bytes(b"PK")
    (other / "b.xlsx").mkdir()
    (other / "c.csv").write_text("name,kind\n")
    paths: list[str | Path] = [other, *other.iterdir(), tmp_path / "none", "", "a\0.xlsx", "/dev/zero"]
    for path in paths:
        assert not is_sheets(path), path
