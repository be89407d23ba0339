"""A table as CSV, TSV, workbook and Markdown."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest

import cityGraph as cg
from cityGraph.exports.tables import written
from cityGraph.formats import by_suffix
from cityGraph.render.table import table
from cityGraph.render.tables import table_of
from support.strange import STRANGE

MADE = table(
    "claims",
    ("name", "count", "date", "quote", "url", "iri"),
    [("甲|乙", 56_000_000_000, date(2025, 3, 27), "*引文*", "https://example.org/a?b=c", "urn:a"), ("=1", *[None] * 5)],
    "zh-Hant",
)


def content(form: str) -> bytes:
    return b"".join(written(MADE, form))


def test_csv_has_a_mark_for_excel_and_nothing_that_a_spreadsheet_computes() -> None:
    assert content("csv").startswith(b"\xef\xbb\xbf")
    head, first, second = csv.reader(io.StringIO(content("csv").decode("utf-8-sig")))
    assert head == ["名稱", "數目", "來源日期", "引文", "網址", "IRI"]
    assert first[:3] == ["甲|乙", "56000000000", "2025-03-27"]
    assert second == ["'=1", "", "", "", "", ""]


def test_tsv_has_the_same_cells_and_no_tab_inside_one() -> None:
    rows = list(csv.reader(io.StringIO(content("csv").decode("utf-8-sig"))))
    assert [line.split("\t") for line in content("tsv").decode("utf-8-sig").splitlines()] == rows
    strange = table("claims", ("name",), [(label,) for label in STRANGE], "en")
    assert b"".join(written(strange, "tsv")).count(b"\t") == 0


def test_a_workbook_has_one_sheet_with_typed_cells() -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content("xlsx")))
    assert sheet.title == "主張"
    name, count, day, _, url, _ = sheet[2]
    assert (name.value, count.value, count.data_type, day.is_date) == ("甲|乙", 56_000_000_000, "n", True)
    assert url.hyperlink.target == "https://example.org/a?b=c"


def test_markdown_links_quotes_groups_digits_and_leaves_iris_out() -> None:
    assert content("md").decode().splitlines() == [
        "| 名稱 | 數目 | 來源日期 | 引文 |",
        "| --- | --- | --- | --- |",
        r"| 甲\|乙 | 56,000,000,000 | 2025-03-27 | [\*引文\*](https://example.org/a?b=c) |",
        r"| \=1 |  |  |  |",
    ]


@pytest.mark.parametrize("form", [each.name for each in by_suffix("rows").values()])
def test_a_table_without_rows_or_columns_is_written(city: cg.CityGraph, form: str) -> None:
    nothing = cg.claims(city, "太鋼", statuses=["targeted"])
    assert b"".join(written(table_of(nothing, "en"), form))
    assert b"".join(written(MADE._replace(columns=(), heads=(), rows=[]), form))
