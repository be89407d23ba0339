"""A number that stands with its unit in one cell: parted where only one reading is left, else as it was."""

from __future__ import annotations

import pytest

from cityGraph.authoring.csv_table import Row
from cityGraph.authoring.written_numbers import parted


def three(cells: dict[str, str]) -> tuple[str, str, str]:
    found = parted(Row(2, {"measure": "投资", **cells})).cells
    return found["object"], found.get("unit", ""), found.get("comparator", "")


@pytest.mark.parametrize(
    ("cell", "number", "unit", "comparator"),
    [
        ("40亿元", "40", "亿元", ""),
        ("1.2 亿元", "1.2", "亿元", ""),
        ("１．２亿元", "1.2", "亿元", ""),
        ("6-8亿元", "6-8", "亿元", ""),
        ("超過120億元", "120", "億元", "超過"),
        ("近200名", "200", "名", "近"),
        ("70余家", "70", "家", "余"),
        ("2亿元左右", "2", "亿元", "左右"),
        ("约8.1%", "8.1", "%", "约"),
        ("900 people", "900", "people", ""),
        ("more than 600 hectares", "600", "hectares", "more than"),
        ("1,200 hectares", "1,200", "hectares", ""),
        ("US$106.6 billion", "106.6", "US$ billion", ""),
    ],
)
def test_a_number_with_its_unit_is_parted(cell: str, number: str, unit: str, comparator: str) -> None:
    assert three({"object": cell}) == (number, unit, comparator)


@pytest.mark.parametrize(
    "cells",
    [
        {"object": "40亿元", "measure": ""},  # words
        {"object": "40亿元", "unit": "万元"},
        {"object": "约40亿元", "comparator": "超过"},
        {"object": "40亿元和30亿元"},
        {"object": "投资额40亿元"},
        {"object": "翻两番"},
        {"object": "120"},
        {"object": "8.1%"},
        {"object": "2025年", "datatype": "gYear"},
    ],
)
def test_what_can_be_read_in_two_ways_stays_as_it_is(cells: dict[str, str]) -> None:
    row = Row(2, {"measure": "投资", **cells})
    assert parted(row) is row
