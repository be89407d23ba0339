"""Shares, fractions, doublings and ordinals are read; clock times, telephone numbers and set phrases are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cityGraph.proof.figure import folded
from cityGraph.proof.figure_forms import special


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("三分之二", Decimal(2) / 3, "", ""),
        ("百分之三十", Decimal(30), "%", ""),
        ("百分之3.5", Decimal("3.5"), "%", ""),
        ("千分之五", Decimal("0.5"), "%", ""),
        ("七成半", Decimal(75), "%", ""),
        ("翻番", Decimal(2), "times", "multiple"),
        ("翻兩番", Decimal(4), "times", "multiple"),
        ("翻了三番", Decimal(8), "times", "multiple"),
        ("第三", Decimal(3), "", ""),
        ("第12位", Decimal(12), "rank", ""),
        ("前十名", Decimal(10), "rank", ""),
    ],
)
def test_chinese_forms(text: str, value: Decimal, unit: str, change: str) -> None:
    (found,), blocked = special(folded(text), text, "zh")
    assert (found.low, found.high, found.unit, found.change) == (value, value, unit, change)
    assert blocked == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two-thirds of it", Decimal(2) / 3, ""),
        ("a quarter of it", Decimal("0.25"), ""),
        ("half of it", Decimal("0.5"), ""),
        ("it doubled", Decimal(2), "times"),
        ("a fourfold rise", Decimal(4), "times"),
        ("the 21st", Decimal(21), ""),
        ("the second", Decimal(2), ""),
    ],
)
def test_english_forms(text: str, value: Decimal, unit: str) -> None:
    (found,), _ = special(text, text, "en")
    assert (found.low, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "language", "blocked"),
    [
        ("上午9时30分开工", "zh", "上午9时30分"),
        ("电话0351-1234567。", "zh", "0351-1234567"),
        ("手机13812345678。", "zh", "13812345678"),
        ("成百上千家", "zh", "成百上千"),
        ("open at 9:30 am, daily", "en", "9:30 am"),
        ("one of the firms", "en", "one of"),
        ("five plus two", "en", "five plus two"),
    ],
)
def test_what_is_no_figure_is_blocked_whole(text: str, language: str, blocked: str) -> None:
    found, places = special(text, text, language)
    assert found == []
    assert [text[a:b] for a, b in places] == [blocked]


@pytest.mark.parametrize("text", ["翻了两倍", "半成品", "一成不变", "third parties", "halfway", "one's"])
def test_words_that_look_like_a_form_are_none(text: str) -> None:
    language = "en" if text.isascii() else "zh"
    assert [figure for figure in special(text, text, language)[0] if not figure.ordinal] == []
