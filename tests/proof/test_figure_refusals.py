"""Numbers that are no quantities are told from those that are."""

from __future__ import annotations

import pytest

from cityGraph.proof.figure_numbers import Number, chinese_numbers
from cityGraph.proof.figure_numbers_english import english_numbers
from cityGraph.proof.figure_refusals import ordered, rank, readable, refused
from cityGraph.proof.figure_units import unit_behind
from support.rows import for_each


def number(text: str, language: str) -> Number:
    return (chinese_numbers(text) if language == "zh" else english_numbers(text))[0]


@for_each(
    ("text", "language", "is_refused"),
    [
        ("G20峰会", "zh", True),
        ("共20座", "zh", False),
        ("“2+3”产业", "zh", True),
        ("1.概况", "zh", True),
        ("（1）概况", "zh", True),
        ("[3]", "zh", True),
        ("代码600123", "zh", True),
        ("12345678", "zh", True),
        ("12345678元", "zh", False),
        ("98年", "zh", True),
        ("30年", "zh", False),
        ("318国道", "zh", True),
        ("500强", "zh", True),
        ("RMB30", "zh", False),
        ("the Fortune 500 firm", "en", True),
        ("it has 500 firms", "en", False),
        ("2019 jobs", "en", False),
        ("2019", "en", True),
        ("I-94", "en", True),
        ("5G", "en", True),
        ("Three Gorges", "en", True),
        ("Three firms", "en", False),
    ],
)
def test_codes_and_names_are_no_quantities(text: str, language: str, is_refused: bool) -> None:
    found = number(text, language)
    unit = unit_behind(text, found.end, language)
    assert refused(text, found, found, unit, False, language) == is_refused


@pytest.mark.parametrize(
    ("text", "language", "is_ordered"),
    [
        ("第3座", "zh", True),
        ("前10名", "zh", True),
        ("前3年", "zh", False),
        ("3号楼", "zh", True),
        ("排30家", "zh", False),
        ("排5位", "zh", True),
        ("phase 2", "en", True),
        ("top 10", "en", True),
        ("has 10", "en", False),
    ],
)
def test_a_place_in_an_order_is_no_amount(text: str, language: str, is_ordered: bool) -> None:
    found = number(text, language)
    assert ordered(text, found.start, found, unit_behind(text, found.end, language), language) == is_ordered


def test_a_place_among_others_is_a_rank() -> None:
    assert rank("top 10", 4, "", "en") == "rank"
    assert rank("第3名", 1, "count:名", "zh") == "rank"
    assert rank("第3座", 1, "count:座", "zh") == "count:座"


@pytest.mark.parametrize(
    ("text", "is_readable"),
    [
        ("一流", False),
        ("一家", True),
        ("二十大", False),
        ("二十家", True),
        ("百亿规模", True),
        ("千万不要", False),
        ("百家", False),
        ("30大", True),
    ],
)
def test_a_numeral_needs_a_unit_or_a_large_magnitude(text: str, is_readable: bool) -> None:
    found = number(text, "zh")
    assert readable(text, found, unit_behind(text, found.end, "zh"), False) == is_readable
