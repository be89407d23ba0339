"""A graph is written as sheets; what no table holds is said, and files of other programs stay."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.authoring.export_sheets import export_sheets
from support.paths import ROOT

FIXTURES = ROOT / "tests" / "fixtures"


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_what_no_table_can_hold_is_said(tmp_path: Path) -> None:
    text = (FIXTURES / "rivermouth" / "city.ttl").read_text("utf-8")
    (tmp_path / "city.ttl").write_text(text + '\nrm:kestrel <urn:x:motto> "Onward" .\n', "utf-8")
    notes = export_sheets(cg.open(tmp_path / "city.ttl"), tmp_path / "sheets")
    assert len(notes) == 1
    assert notes[0].startswith("1 triple is not in the sheets")
    assert "motto" in notes[0]


def test_a_folder_of_another_program_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "things.csv").write_text("date,amount\n2024-01-01,3\n", "utf-8")
    city = cg.open(FIXTURES / "hekou" / "city.ttl")
    with pytest.raises(cg.CityGraphError, match=r"things\.csv is there and is no table of things"):
        export_sheets(city, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["things.csv"]
    (tmp_path / "things.csv").unlink()
    assert export_sheets(city, tmp_path) == []
    assert export_sheets(city, tmp_path) == ["Replaced things.csv, sources.csv, claims.csv."]


def test_a_graph_without_claims_has_no_sheets(tmp_path: Path) -> None:
    with pytest.raises(cg.CityGraphError, match="no claims"):
        export_sheets(cg.open(FIXTURES / "foreign" / "items.nt"), tmp_path / "sheets")
    assert not (tmp_path / "sheets").exists()


def test_a_cell_that_a_program_would_compute_is_harmless(tmp_path: Path) -> None:
    text = (FIXTURES / "rivermouth" / "city.ttl").read_text("utf-8").replace('"Kestrel Turbines"', '"=HYPERLINK(1)"')
    (tmp_path / "city.ttl").write_text(text, "utf-8")
    notes = export_sheets(cg.open(tmp_path / "city.ttl"), tmp_path / "sheets")
    assert "not in the sheets" in notes[0]
    cells = [cell for row in table(tmp_path / "sheets" / "things.csv") for cell in row.values()]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith("=")]
