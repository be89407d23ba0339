"""Every command that lists rows writes them as tables, too."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

import cityGraph as cg
from support.process import inside, refusal

LISTS = (
    *("about", "find tg", "show 太鋼", "neighbors 太鋼", "claims 太鋼", "paths 太鋼 太重", "common 太鋼 太重"),
    *("similar 太鋼", "central", "communities", "bridges", "targets", "timeline", "projects", "gaps", "cite 太鋼"),
    *("ask", "ask 104", "schema", "schema Firm"),
)


@pytest.mark.parametrize("typed", LISTS)
def test_a_list_is_written_as_csv_markdown_and_workbook(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, typed: str
) -> None:
    file = tmp_path / "a.xlsx"
    printed = {form: inside(capfd, *typed.split(), "--format", form) for form in ("csv", "md")}
    assert inside(capfd, *typed.split(), "-o", str(file)) == (0, "", "")
    assert [(done.status, done.err) for done in printed.values()] == [(0, "")] * 2
    rows = list(csv.reader(io.StringIO(printed["csv"].out.removeprefix("\ufeff"))))
    sheet = openpyxl.load_workbook(file).worksheets[0]
    assert len(rows) - 1 == len(printed["md"].out.splitlines()) - 2 == sheet.max_row - 1 > 0
    assert printed["md"].out.splitlines()[1].startswith("| --- |")


def test_a_table_without_rows_says_why_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    done = inside(capfd, "--lang", "en", "claims", "太鋼", "--status", "target", "--format", "csv")
    assert (done.status, done.out.count("\n")) == (0, 1)
    assert done.err.startswith("Note: ")
    assert done.err.endswith("Nothing passes --status.\n")
    assert inside(capfd, "-q", "claims", "太鋼", "--status", "target", "--format", "csv").err == ""


def test_a_suffix_that_another_command_writes_is_refused_with_its_name(capfd: pytest.CaptureFixture[str]) -> None:
    for arguments, hint in (
        (["neighbors", "太鋼", "-o", "a.ttl"], "'.ttl' files (citygraph export can)."),
        (["neighbors", "太鋼", "-o", "a.svg"], "'.svg' files (citygraph diagram can)."),
        (["diagram", "太鋼", "-o", "a.csv"], "'.csv' files (citygraph export can)."),
        (["targets", "-o", "a.doc"], "'.doc' files. Known suffixes: .txt .json .csv .tsv .xlsx .md"),
    ):
        assert hint in refusal(inside(capfd, *arguments), 2)


def test_the_table_of_a_query_shows_names_and_keeps_iris_in_columns_of_their_own(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, city: cg.CityGraph
) -> None:
    file = tmp_path / "a.xlsx"
    text = "SELECT ?firm ?n { ?firm a cg:Firm BIND(7 AS ?n) } ORDER BY ?firm LIMIT 1"
    assert inside(capfd, "query", text, "-o", str(file)) == (0, "", "")
    (head, row) = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    assert head == ("firm", "n", "firm IRI")
    assert row[1] == 7
    assert row[0] == cg.resolve(city, str(row[2])).label
    assert "SELECT and ASK" not in refusal(inside(capfd, "query", "DESCRIBE ty:taigang", "--format", "md"), 2)
