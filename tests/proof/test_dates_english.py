"""An English date is found as far as it is printed; what looks like one is not."""

from __future__ import annotations

import pytest

from cityGraph.proof.dates_english import english_dates


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("March 25, 2011", 2011, 3, 25),
        ("25 March 2011", 2011, 3, 25),
        ("Sept. 3", None, 9, 3),
        ("March 2011", 2011, 3, None),
        ("2011-03-25", 2011, 3, 25),
        ("May 3", None, 5, 3),
        ("May 2021", 2021, 5, None),
    ],
)
def test_an_english_date(text: str, year: int | None, month: int | None, day: int | None) -> None:
    (atom,) = english_dates(text)
    assert (atom.year, atom.month, atom.day) == (year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "create 2000 jobs",
        "$2000",
        "a 2,000-acre site",
        "it may 3",
        "version 2011.3",
        "2000-room",
        "may be",
        "march on",
        "2000%",
    ],
)
def test_no_english_date(text: str) -> None:
    assert english_dates(text) == []


def test_the_same_period_dates_nothing_in_english() -> None:
    (atom,) = english_dates("than the same period last year")
    assert atom.nothing
