"""A folder of sheets: its tables, city.toml and words.csv."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import cityGraph as cg
from support.sheets import check, refusals, rows, sheets


@pytest.mark.parametrize("missing", ["things", "claims", "sources"])
def test_a_folder_without_a_table_is_refused_in_one_line(tmp_path: Path, missing: str) -> None:
    with pytest.raises(cg.BadData, match=rf"^{tmp_path}: no {missing}\.csv in this folder\. It needs things\.csv, "):
        check(sheets(tmp_path, **{missing: None}))


def test_what_is_no_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(cg.BadData, match=r"no things\.csv, claims\.csv and no sources\.csv in this folder"):
        check(tmp_path)
    with pytest.raises(cg.BadData, match="there is no such folder"):
        check(tmp_path / "nothing")
    with pytest.raises(cg.BadData, match=r"^'': there is no such folder"):
        cg.build("", check=True)
    (tmp_path / "city.xlsx").touch()
    with pytest.raises(cg.BadData, match=re.escape(f"It has a workbook: name {tmp_path / 'city.xlsx'}")):
        check(tmp_path)
    file = sheets(tmp_path) / "claims.csv"
    with pytest.raises(cg.BadData, match="this is a file, and sheets lie in a folder"):
        check(file)


def test_a_table_that_cannot_be_read_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(cg.BadData, match=r"^claims\.csv: it is not plain text"):
        check(sheets(tmp_path, claims=b"PK\x03\x04\x00\xff\xfe"))
    with pytest.raises(cg.BadData, match=r"^claims\.csv: it is empty"):
        check(sheets(tmp_path, claims=""))
    (tmp_path / "claims.csv").unlink()
    (tmp_path / "claims.csv").mkdir()
    with pytest.raises(cg.BadData, match=r"^claims\.csv: it is no file"):
        check(tmp_path)


def test_a_pipe_is_no_table(tmp_path: Path) -> None:
    sheets(tmp_path, claims=None)
    os.mkfifo(tmp_path / "claims.csv")
    with pytest.raises(cg.BadData, match=r"^claims\.csv: it is no file"):
        check(tmp_path)


def test_tables_are_found_in_any_case(tmp_path: Path) -> None:
    (sheets(tmp_path) / "claims.csv").rename(tmp_path / "Claims.CSV")
    answer = check(tmp_path)
    assert {each.table for each in answer.proved} == {"Claims.CSV"}


@pytest.mark.parametrize(
    ("city", "says"),
    [
        ('name = "乙市"\nid = "yi"\nlanguages = ["zh-Hans"]\nbase = "https://example.org/"\nlicence = "CC0"\n', []),
        ('name = "乙市"\n', ["city.toml:1 id: the key id is missing"]),
        ('name = "乙市"\nid = "Yi Shi"\n', ["city.toml:2 id: the id has small letters, digits and hyphens only"]),
        ('name = 3\nid = "yi"\n', ["city.toml:1 name: name must be a text, or a text for each language"]),
        ('name = "乙"\nid = "yi"\nlanguages = "zh"\n', ["city.toml:3 languages: languages must be a list"]),
        (
            'name = "乙市"\nid = "yi"\nlicense = "CC0"\n',
            ["city.toml:3 license: no key 'license' is known; did you mean licence?"],
        ),
    ],
)
def test_the_city_is_described_by_what_is_known(tmp_path: Path, city: str, says: list[str]) -> None:
    assert refusals(sheets(tmp_path, city=city)) == says


@pytest.mark.parametrize("city", ["name = \n", "a\nb", "x = " + "[" * 5_000, b"\xff\xfe\x00"])
def test_what_is_no_toml_is_one_refusal(tmp_path: Path, city: str | bytes) -> None:
    refused = check(sheets(tmp_path, city=city)).refused
    assert [each.table for each in refused] == ["city.toml"]
    assert "\n" not in str(refused[0])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",supports,zh", ["words.csv:2 word: the row has no word"]),
        ("照应,,zh", ["words.csv:2 means: the row has no means"]),
        (
            "照应,supports,fr",
            ["words.csv:2 language: 'fr' is no language of a text that can be read; did you mean zh or en?"],
        ),
        (
            "照应,suports,zh",
            ["words.csv:2 means: no relation, status or mood is called 'suports'; did you mean supports?"],
        ),
        (
            "晶圆,亿元,zh",
            ["words.csv:2 means: '亿元' belongs to a number. Words can be added for relations and moods only"],
        ),
        ("哑火,negation,zh", []),
        ("{s}照应{o},supports,zh", []),
        ("{s}照应,supports,zh", ["words.csv:2 word: '{s}照应' needs {s} once and {o} once, or neither"]),
        ("{s}照应{o}{s},supports,zh", ["words.csv:2 word: '{s}照应{o}{s}' needs {s} once and {o} once, or neither"]),
        ("{s}照应{x},supports,zh", ["words.csv:2 word: '{s}照应{x}' needs {s} once and {o} once, or neither"]),
        ("{s}哑火{o},negation,zh", ["words.csv:2 word: '{s}哑火{o}' has ends, which only a word for a relation has"]),
        ("{s}…{o},supports,zh", ["words.csv:2 word: '{s}…{o}' has no word"]),
        ("…,supports,zh", ["words.csv:2 word: '…' has no word"]),
        ("照应,supports,", []),
        ("照应,支持,zh-Hans", []),
        ("backs up,supports,en", []),
    ],
)
def test_added_words_need_a_meaning(tmp_path: Path, line: str, says: list[str]) -> None:
    assert refusals(sheets(tmp_path, words=f"word,means,language\n{line}\n", claims=rows({}))) == says
