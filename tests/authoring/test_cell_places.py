"""Addresses of cells."""

from __future__ import annotations

from cityGraph.authoring.cell_places import FARTHEST, column_of, letters, place_of


def test_letters_and_numbers_of_columns_are_the_same_columns() -> None:
    assert [letters(each) for each in (1, 26, 27, 702, 703, 16_384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_of(letters(each)) == each for each in range(1, FARTHEST[1] + 1))


def test_what_no_sheet_has_is_no_place() -> None:
    assert place_of("XFD1048576") == FARTHEST
    for wrong in ("XFE1", "A1048577", "A0", "A", "1", "a1", "A1:B2", "$A$1", "", "AAAA1"):
        assert place_of(wrong) is None
    assert [column_of(each) for each in ("0", "99999", "object", "", "名")] == [None] * 5
