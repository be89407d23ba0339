"""CSV and Excel as csv, pandas and openpyxl read them; and no cell that anything computes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas
import pytest
from hypothesis import example, given, settings

import cityGraph as cg
from cityGraph.exports.table_rows import CLAIMS, TARGETS
from support.exports import sheets, table
from support.strange import LABELS, STRANGE, made_of, safe_form

PREFIXES = """
@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."""


def test_pandas_reads_numbers_dates_and_a_row_a_passage(city: cg.CityGraph) -> None:
    read = pandas.read_csv(io.BytesIO(cg.export(city).to(".csv")), parse_dates=["date"], date_format="mixed")
    assert tuple(read.columns) == CLAIMS
    assert read["paragraph"].dtype == "float64"
    assert set(read["status"]) == {"realised", "planned", "targeted"}
    whole = pandas.read_excel(io.BytesIO(cg.export(city).to(".xlsx")), sheet_name=None, engine="openpyxl")
    assert len(whole["主張"]) == len(read)
    assert whole["目標"]["年限"].dropna().eq(2025).sum() >= 7


def test_excel_gets_typed_cells_links_frozen_headers_and_filters(city: cg.CityGraph) -> None:
    found = cg.export(city)
    book = openpyxl.load_workbook(io.BytesIO(found.to(".xlsx")))
    columns = {each.title: each.heads for each in found.sheets()}
    assert book.sheetnames == list(columns)
    for sheet in book:
        head, *rest = sheet.iter_rows()
        assert tuple(cell.value for cell in head) == columns[sheet.title]
        assert sheet.freeze_panes == "B2"
        filtered = f"A1:{head[-1].column_letter}{len(rest) + 1}"
        assert sheet.auto_filter.ref == (None if sheet.title == "說明" else filtered)
    rows = list(book["主張"].iter_rows())
    at = {name: number for number, name in enumerate(CLAIMS)}
    (rank,) = [row for row in rows if row[at["subject"]].value == "太原2020年名次" and row[at["unit"]].value == "名"]
    assert (rank[at["object"]].value, rank[at["object"]].data_type) == (223, "n")
    assert (rank[at["date"]].value, rank[at["date"]].number_format) == (datetime(2025, 3, 27), "yyyy-mm-dd")
    assert rank[at["url"]].hyperlink.target.startswith("http")
    # A year or a month is no day.
    partial = [str(row[at["date"]].value) for row in rows[1:] if row[at["date"]].data_type == "s"]
    assert {len(date) for date in partial} == {len("2025"), len("2025-09")}
    assert len(list(book["事物"].iter_rows())) == len(found.entities) + 1


def test_a_workbook_has_nothing_that_excel_warns_of(city: cg.CityGraph) -> None:
    content = io.BytesIO(cg.export(city, inferred=True).to(".xlsx"))
    parts = zipfile.ZipFile(content)
    assert parts.testzip() is None
    assert not [name for name in parts.namelist() if "vba" in name.lower() or "externalLink" in name]
    for name in (name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")):
        sheet = parts.read(name).decode()
        assert "<f>" not in sheet
        assert ('numberStoredAsText="1"' in sheet) == (name != "xl/worksheets/sheet1.xml")
        # Excel repairs a sheet with more links than it takes, or with one that is too long.
        assert sheet.count("<hyperlink ") < 65_530
    for name in (name for name in parts.namelist() if name.endswith(".rels")):
        assert all(len(link) <= 2_083 for link in re.findall(r'Target="([^"]*)"', parts.read(name).decode()))


def harmless(cell: str) -> bool:
    return not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    """A graph so small that its plan is read at once."""
    file = tmp_path_factory.mktemp("village") / "village.ttl"
    file.write_text(f'{PREFIXES} <urn:a> a cg:Firm ; skos:prefLabel "甲"@zh-Hant .', "utf-8")
    return cg.open(file)


@settings(deadline=None, max_examples=60)
@given(label=LABELS)
@example(label="".join(STRANGE))
def test_any_label_comes_back_from_csv_and_excel_in_its_safe_form(village: cg.CityGraph, label: str) -> None:
    found = made_of(village, [label, *STRANGE])
    labels = [safe_form(thing.label) for thing in found.entities]
    rows = table(found)
    assert len(rows) == 2 * len(labels)
    assert [row["object"].removeprefix("'") for row in rows[::2]] == [each.removeprefix("'") for each in labels]
    assert all(harmless(cell) for row in rows for cell in row.values())
    whole = sheets(found)
    assert [row[0] or "" for row in whole["事物"][1:]] == labels
    assert [row[CLAIMS.index("object")] or "" for row in whole["主張"][1::2]] == labels


def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(city: cg.CityGraph) -> None:
    cells = [row["object"] for row in table(made_of(city, ["=cmd()", "+1", "-1", "@x", "'q", "＝1", "\t=1", "\n=1"]))]
    assert cells[::2] == ["'=cmd()", "'+1", "'-1", "'@x", "'q", "'＝1", "'·=1", "'·=1"]
    book = openpyxl.load_workbook(io.BytesIO(made_of(city, STRANGE).to(".xlsx")))
    assert Counter(cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row)["f"] == 0


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "long.ttl"
    file.write_text(
        f"{PREFIXES} <urn:c> a cg:Claim ;"
        f' rdf:subject <urn:a> ; rdf:predicate cg:note ; rdf:object "{"長" * 40_000}" ;'
        " cg:status cg:realised ; cg:basis cg:stated .",
        "utf-8",
    )
    cut = sheets(cg.export(cg.open(file)))["主張"][1][CLAIMS.index("object")]
    assert isinstance(cut, str)
    assert (len(cut), cut[-1]) == (32_767, "…")
    assert len(next(csv.DictReader(io.StringIO(cg.export(cg.open(file)).to("csv").decode("utf-8-sig"))))["object"]) > (
        32_767
    )


def valued(tmp_path: Path, value: str, page: str = "") -> cg.Export:
    """One claim of `value`, said by one page."""
    file = tmp_path / "valued.ttl"
    file.write_text(
        f"{PREFIXES} @prefix schema: <https://schema.org/> . @prefix oa: <http://www.w3.org/ns/oa#> ."
        " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        f" <urn:c> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:value ; rdf:object {value} ;"
        " cg:status cg:realised ; cg:basis cg:stated ; cg:evidence <urn:e> ."
        ' <urn:e> oa:hasSource <urn:s> ; cg:phrase "words" .'
        f" <urn:s> schema:url <https://example.org/{page}> .",
        "utf-8",
    )
    return cg.export(cg.open(file))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("30", 30),
        ("2.5", 2.5),
        ('"1e3"^^xsd:double', 1000),
        ('"NaN"^^xsd:double', "NaN"),
        ('"INF"^^xsd:double', "INF"),
        ('"many"^^xsd:decimal', "many"),
        ("12345678901234567890", "12345678901234567890"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ('"2024"^^xsd:gYear', "2024"),
        ('"1644-06-06"^^xsd:date', "1644-06-06"),
        ('"2025-03-27Z"^^xsd:date', "2025-03-27Z"),
        ('"2025-03-27"', "2025-03-27"),
    ],
)
def test_a_number_is_a_number_where_no_digit_is_lost_else_its_words(
    tmp_path: Path, value: str, cell: float | str
) -> None:
    assert sheets(valued(tmp_path, value))["主張"][1][CLAIMS.index("object")] == cell
    assert table(valued(tmp_path, value))[0]["object"] == str(cell)


@pytest.mark.parametrize(("value", "shown"), [("23900000000", "#,##0"), ("10000", "#,##0"), ("2035", "General")])
def test_the_digits_of_large_numbers_are_grouped(tmp_path: Path, value: str, shown: str) -> None:
    cell = openpyxl.load_workbook(io.BytesIO(valued(tmp_path, value).to("xlsx")))["主張"].cell(2, 4)
    assert (cell.value, cell.number_format) == (int(value), shown)


def test_a_day_is_a_day(tmp_path: Path) -> None:
    found = valued(tmp_path, '"2025-03-27"^^xsd:date')
    assert sheets(found)["主張"][1][CLAIMS.index("object")] == datetime(2025, 3, 27)
    assert sheets(found)["觀測值"][1][TARGETS.index("value")] == datetime(2025, 3, 27)
    assert table(found)[0]["object"] == "2025-03-27"


def test_an_address_too_long_for_a_link_stays_as_text(tmp_path: Path) -> None:
    at = 1 + CLAIMS.index("url")
    short, long = (
        openpyxl.load_workbook(io.BytesIO(valued(tmp_path, "1", page).to("xlsx")))["主張"].cell(2, at)
        for page in ("a", "a" * 3_000)
    )
    assert (short.hyperlink is None, long.hyperlink is None) == (False, True)
    assert str(long.value).startswith(f"https://example.org/{'a' * 3_000}")


def test_more_rows_than_a_sheet_holds_are_refused(city: cg.CityGraph) -> None:
    found = cg.export(city)
    many = found.replace(claims=found.claims * 2_000)
    with pytest.raises(
        cg.CityGraphError,
        match=r"Too many rows for an Excel sheet: .* \(limit .*\)\. Select fewer claims, or use \.csv",
    ):
        many.to(".xlsx")
