"""The grammar of positions."""

from __future__ import annotations

import pytest

from cityGraph.model.positions import begins, parts, position, written


def test_positions_are_read_part_by_part() -> None:
    assert parts("subject 1:0-2; object 34:66-69+34:70-76") == [("subject", "1:0-2"), ("object", "34:66-69+34:70-76")]


@pytest.mark.parametrize("written_as", ["13:71-75", "34:66-69+34:70-76"])
def test_a_position_reads_as_it_is_written(written_as: str) -> None:
    assert written(position(written_as)) == written_as


@pytest.mark.parametrize("text", ["", "13", "13:5", "13:5-5", "13:6-5", "a:1-2", "13:1-2+", "13:-1-2"])
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a position"):
        position(text)


@pytest.mark.parametrize(
    ("ranges", "key"),
    [("15:26-28+15:31-33", (15, 26)), ("13:5-9", (13, 5)), ("", ()), ("¹:2-3", (2,)), (f"{'9' * 5_000}:2-3", (2,))],
)
def test_a_position_begins_at_paragraph_and_start_as_far_as_they_are_numbers(ranges: str, key: tuple[int, ...]) -> None:
    assert begins(ranges)[:2] == key[:2]
