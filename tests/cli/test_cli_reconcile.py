"""The command reconcile: a list of names in, the same rows with what they mean out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from support.process import LANGUAGES, answer, citygraph, refusal

TABLE = "编号;企业;备注\n1;太钢;x\n2;tg;\n3;无此物;\n4;太钢;y\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    file = tmp_path / "names.csv"
    file.write_bytes(TABLE.encode("gb18030"))
    return str(file)


def test_csv_is_the_default_and_keeps_every_row_with_its_columns_in_front(table: str) -> None:
    done = citygraph("reconcile", table, "--column", "企業")
    rows = list(csv.reader(io.StringIO(done.out.removeprefix("\ufeff"))))
    assert [row[:3] for row in rows[1:]] == [
        ["1", "太钢", "x"],
        ["2", "tg", ""],
        ["3", "无此物", ""],
        ["4", "太钢", "y"],
    ]
    assert rows[1][3:8] == ["太鋼", "企業", "太钢", "繁簡字形", "98"]
    assert rows[3][3:] == ["", "", "", "", "", "未知", ""]
    assert done.err == f"Note: {table}: read as GBK, separated by ;.\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_in_the_language_asked_for(table: str, language: str) -> None:
    told = answer("--lang", language, "-q", "reconcile", table, "--column", "企业", "--format", "text")
    assert {"en": "4 names: 2 matched, 1 ambiguous, 1 unknown", "zh-Hans": "4 个名称", "zh-Hant": "4 個名稱"}[
        language
    ] in told


def test_standard_input_is_a_list_and_json_has_the_scores() -> None:
    done = citygraph("reconcile", "-", "--format", "json", stdin="TISCO\n吕梁市\n".encode())
    said = json.loads(done.out)
    assert [(each["asked"], each["candidates"][0]["how"], each["candidates"][0]["score"]) for each in said] == [
        ("TISCO", "alias", 96),
        ("吕梁市", "short", 78),
    ]


def test_a_workbook_holds_the_same_rows_with_numbers(table: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    assert citygraph("-q", "reconcile", table, "--column", "企业", "-o", str(file)).out == ""
    head, first, *_ = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    assert head[:4] == ("编号", "企业", "备注", "對應的事物")
    assert first[7] == 98


def test_candidates_have_a_row_each(table: str) -> None:
    out = citygraph("-q", "reconcile", table, "--column", "企业", "--top", "2", "--format", "tsv").out
    assert [line.split("\t")[1] for line in out.splitlines()[1:]].count("太钢") == 4


def test_formulas_of_a_list_are_made_harmless(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("=HYPERLINK(1)\n太钢\n", "utf-8")
    assert "\n'=HYPERLINK" in citygraph("reconcile", str(tmp_path / "a.txt")).out.replace("\r", "")


def test_what_is_no_list_is_one_line(table: str, tmp_path: Path) -> None:
    assert "no column is called name" in refusal(citygraph("reconcile", table))
    assert "no column is called 'x'" in refusal(citygraph("reconcile", table, "--column", "x"))
    assert "No such file" in refusal(citygraph("reconcile", str(tmp_path / "none.csv")))
    assert "it is no file" in refusal(citygraph("reconcile", str(tmp_path)))
    assert "has the kind" in refusal(citygraph("-q", "reconcile", table, "--column", "企业", "--kind", "Nothing"))
    assert "NAMES" in refusal(citygraph("reconcile"), 2)
