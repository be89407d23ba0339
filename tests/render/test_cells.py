"""The cells that tables and graph files share."""

from __future__ import annotations

from datetime import date

import pytest

import cityGraph as cg
from cityGraph.render.cells import day_of, joined, passage_cells, qualifiers_cell, value_cell

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("text", "kind", "cell"),
    [
        ("60", "decimal", 60),
        ("60.0", "decimal", 60),
        ("0.5", "double", 0.5),
        ("123456789012345", "integer", 123456789012345),
        ("1234567890123456", "integer", "1234567890123456"),  # Excel would round the last digit
        ("INF", "double", "INF"),
        ("many", "integer", "many"),
        ("2025", "gYear", "2025"),
        ("60", "string", "60"),
        ("2025-03-27", "date", date(2025, 3, 27)),
        ("2025-03-27Z", "date", "2025-03-27Z"),
        ("1899-12-31", "date", "1899-12-31"),
    ],
)
def test_a_value_is_a_number_or_a_day_only_if_a_spreadsheet_keeps_it(text: str, kind: str, cell: object) -> None:
    found = value_cell(cg.Value(text, XSD + kind))
    assert found == cell
    assert type(found) is type(cell)


@pytest.mark.parametrize("text", ["2025", "2025-03", "20250327", "1899-12-31", "2025-02-30"])
def test_what_is_not_a_day_that_excel_holds_is_no_day(text: str) -> None:
    assert day_of(text) is None


def test_texts_are_joined_once_each_without_the_empty_ones() -> None:
    assert joined(["b", None, "a", "", "b"]) == "b | a"
    assert joined(["", None]) is None


def test_a_claim_without_a_passage_has_empty_cells_in_its_place(city: cg.CityGraph) -> None:
    passage = cg.claims(city, "晶科")[0].evidence[0]
    assert passage_cells(passage, "phrase", "paragraph") == (passage.phrase, passage.paragraph)
    assert passage_cells(None, "phrase", "paragraph") == (None, None)


def test_a_qualifier_with_its_own_column_is_not_repeated(city: cg.CityGraph) -> None:
    claim = cg.claims(city, "晶科")[0].replace(
        qualifiers=(cg.Qualifier("unit", "單位", "urn:t", "噸"), cg.Qualifier("period", "時期", "2025", "2025"))
    )
    assert qualifiers_cell(claim) == "單位: 噸; 時期: 2025"
    assert qualifiers_cell(claim, without="unit") == "時期: 2025"
    assert qualifiers_cell(claim.replace(qualifiers=())) is None
