"""Of dates that overlap the longest is kept, and words for a relative time say how far they are."""

from __future__ import annotations

from cityGraph.proof.dates import Atom, apart, relative


def test_of_dates_that_overlap_the_longest_is_kept() -> None:
    month, year, later = Atom(5, 8, month=3), Atom(5, 12, 2011, month=3), Atom(20, 25, 2012)
    assert apart([later, month, year]) == [year, later]


def test_a_relative_time_is_counted_from_the_date_of_the_text() -> None:
    assert relative("zh", "year")["去年"] == relative("en", "year")["last year"] == -1
    assert relative("zh", "month")["下月"] == 1
