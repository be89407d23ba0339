"""Two cities side by side as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cityGraph as cg
from cityGraph.render.tables import table_of
from support.process import LANGUAGES
from support.two_cities import graphs


def rows(folder: Path, language: str = "en") -> list[dict[str, Any]]:
    one, other = graphs(folder, language)
    made = table_of(cg.compare(one, beside=other), language)
    return [dict(zip(made.columns, row, strict=True)) for row in made.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_names_the_cities_and_no_two_columns_are_called_alike(tmp_path: Path, language: str) -> None:
    one, other = graphs(tmp_path, language)
    answer = cg.compare(one, beside=other)
    made = table_of(answer, language)
    assert len(made.columns) == len(made.heads) == len({*made.heads})
    assert sum(answer.first.city.label in head for head in made.heads) == 12
    (again,) = graphs(tmp_path, language)[:1]
    same = table_of(cg.compare(one, beside=again), language)
    assert len(same.heads) == len({*same.heads})


def test_a_row_has_what_both_say_and_where(tmp_path: Path) -> None:
    (row,) = [row for row in rows(tmp_path) if row["name"] == "electric motor"]
    assert (row["part"], row["kind"], row["named"], row["notes"]) == (
        "industries and products", "product", "both", "joined by name",
    )  # fmt: skip
    assert (row["first_said"], row["first_status"], row["first_quote"]) == (
        "Alpha Steel makes electric motor", "fact", "甲鋼生產電機",
    )  # fmt: skip
    assert (row["second_status"], str(row["second_date"])) == ("plan", "2032-01-02")
    assert row["second_url"].startswith("https://example.org/乙报#")


def test_what_one_does_not_say_is_told_and_has_no_source(tmp_path: Path) -> None:
    (row,) = [row for row in rows(tmp_path) if row["name"] == "tea" and row["part"] == "industries and products"]
    assert row["first_said"] == "not said"
    assert {value for key, value in row.items() if key.startswith("first_") and key != "first_said"} == {None}


def test_figures_have_number_unit_and_date_apart(tmp_path: Path) -> None:
    found = [row for row in rows(tmp_path) if row["name"] == "jobs" and row["part"] == "figures"]
    assert [(row["first_value"], row["first_unit"], row["first_when"]) for row in found] == [
        (40000, "people", "2031"),
        (900, "people", "2031"),
    ]
    assert [(row["second_value"], row["second_said"]) for row in found] == [
        (60000, "60,000 people (2031)"),
        (None, None),
    ]


def test_counts_are_numbers_where_they_are_numbers(tmp_path: Path) -> None:
    counts = {row["name"]: (row["first_said"], row["second_said"]) for row in rows(tmp_path) if row["part"] == "counts"}
    assert counts["claims"] == (47, 35)
    assert counts["plan"] == ("5 (11%)", "4 (11%)")
