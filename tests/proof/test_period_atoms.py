"""A date is found as far as it is printed; what looks like one is not."""

from __future__ import annotations

import pytest

from cityGraph.proof.period_atoms import chinese_atoms, english_atoms


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
    (atom,) = chinese_atoms(text)
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
    assert chinese_atoms(text) == []


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
    (atom,) = english_atoms(text)
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
    assert english_atoms(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("比去年同期增长", "去年同期"), ("较2010年同期", "2010年同期"), ("比上年同期", "上年同期")],
)
def test_what_is_compared_with_dates_nothing(text: str, words: str) -> None:
    (atom,) = chinese_atoms(text)
    assert atom.nothing
    assert text[atom.start : atom.end] == words


def test_the_same_period_dates_nothing_in_english() -> None:
    (atom,) = english_atoms("over the same period last year")
    assert atom.nothing
