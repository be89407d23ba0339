"""Cells as a reader sees them in a spreadsheet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from cityGraph.authoring.book_cells import cell_text


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        ("007", "", "007"),
        (7, "", "7"),
        (7.0, "", "7"),
        (-0.5, "", "-0.5"),
        (0.1 + 0.2, "", "0.3"),
        (120.0, "", "120"),
        (20210609.0, "", "20210609"),
        (1e-7, "", "0.0000001"),
        (1.5e20, "", "150000000000000000000"),
        (0.081, "percent", "8.1%"),
        (1.0, "percent", "100%"),
        (0.07, "percent", "7%"),
        (True, "", "TRUE"),
        (False, "", "FALSE"),
        (date(2021, 6, 9), "", "2021-06-09"),
        (datetime(2021, 6, 9), "", "2021-06-09"),
        (date(2021, 6, 1), "month", "2021-06"),
        (datetime(2021, 1, 1), "year", "2021"),
        (datetime(2021, 6, 9, 8, 30), "", "2021-06-09T08:30:00"),
        (time(8, 30), "", "08:30:00"),
        (timedelta(hours=30), "", "1 day, 6:00:00"),
    ],
)
def test_a_value_is_the_text_that_is_shown(value: object, shown: str, text: str) -> None:
    assert cell_text(value, shown) == text
