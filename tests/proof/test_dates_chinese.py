"""A Chinese date is found as far as it is printed; what looks like one is not."""

from __future__ import annotations

import pytest

from cityGraph.proof.dates_chinese import chinese_dates


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("2011年3月25日", 2011, 3, 25),
        ("二〇二五年十二月三十一日", 2025, 12, 31),
        ("民国114年3月", 2025, 3, None),
        ("民国一一四年", 2025, None, None),
        ("民国元年", 1912, None, None),
        ("2025-03-27", 2025, 3, 27),
        ("2021/09/30", 2021, 9, 30),
        ("2021.9.30", 2021, 9, 30),
        ("9月", None, 9, None),
        ("3月25日", None, 3, 25),
    ],
)
def test_a_chinese_date(text: str, year: int | None, month: int | None, day: int | None) -> None:
    (atom,) = chinese_dates(text)
    assert (atom.year, atom.month, atom.day) == (year, month, day)
    assert (atom.start, atom.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "2000家",
        "1500年历史",
        "3号线",
        "13月",
        "3月45日",
        "2025",
        "三个月",
        "3个月",
        "12345年",
        "1.2.3",
        "年底",
        "十五家",
    ],
)
def test_no_chinese_date(text: str) -> None:
    assert chinese_dates(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("比去年同期增长", "去年同期"), ("较2010年同期", "2010年同期"), ("比上年同期", "上年同期")],
)
def test_what_is_compared_with_dates_nothing(text: str, words: str) -> None:
    (atom,) = chinese_dates(text)
    assert atom.nothing
    assert text[atom.start : atom.end] == words
