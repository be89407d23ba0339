"""What a person enters is compared with what a text prints: value, unit and comparator."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cityGraph.proof.figures import claimed, difference, figures
from support.rows import for_each

Cells = tuple[str, str, str]

SAME: list[tuple[str, Cells]] = [
    ("總投資8.5萬億元", ("85000", "億元", "")),
    ("总投资达到120亿元", ("120", "亿元", "达到")),
    ("总投资达120亿元", ("120", "億元", "")),
    ("投資一百二十億元", ("120", "亿元", "")),
    ("投資1億2000萬元", ("1.2", "亿元", "")),
    ("年销售额约60亿元", ("60", "亿元", "约")),
    ("年销售额60亿元左右", ("60", "亿元", "about")),
    ("引进企业70余家", ("70", "家", "余")),
    ("引进企业70余家", ("70", "家", ">")),
    ("不到1公里", ("1", "公里", "不到")),
    ("不到1公里", ("1", "km", "<")),
    ("占比60%以上", ("60", "%", ">=")),
    ("占比60%以上", ("60%", "", "at-least")),
    ("年产1.62亿片硅片", ("1.62", "亿片", "")),
    ("设站28处", ("28", "处", "")),
    ("建成30个泳道", ("30", "个", "")),
    ("建成30泳道", ("30", "泳道", "")),
    ("规划用地5.8万平方米", ("58000", "平方米", "")),
    ("规模3—5亿元", ("3-5", "亿元", "")),
    ("占三分之二", ("三分之二", "", "")),
    ("占比八成", ("80", "%", "")),
    ("四個功能區", ("四", "个", "")),
    ("600MW", ("0.6", "GW", "")),
    ("产值翻两番", ("4", "倍", "")),
    ("新臺幣30億元", ("30", "億新台幣", "")),
    ("年产60万吨/年", ("60", "万吨/年", "")),
]
SAME_ENGLISH: list[tuple[str, Cells]] = [
    ("invested $950 million in it", ("950", "million US dollars", "")),
    ("invested $950 million in it", ("0.95", "US$ billion", "")),
    ("more than $126 million", ("126", "million dollars", "more than")),
    ("The 30-acre campus", ("30", "acres", "")),
    ("our staff of about 50, including some", ("50", "people", "about")),
    ("has selected seven firms", ("7", "firms", "")),
    ("has chosen seven companies", ("7", "companies", "")),
    ("create 45 high-wage jobs", ("45", "jobs", "")),
    ("a $30-50 billion industry", ("30-50", "billion US dollars", "")),
    ("100,000 wafers per month", ("100,000", "wafers per month", "")),
    ("about 25 percent", ("25", "%", "~")),
    ("600+ jobs", ("600", "jobs", "at least")),
    ("two dozen plants", ("24", "plants", "")),
    ("NT$10.1 billion", ("10.1", "billion NT dollars", "")),
]
OTHER: list[tuple[str, Cells, str]] = [
    ("总投资120亿元", ("210", "亿元", ""), "object"),
    ("总投资12.1亿美元", ("12.1", "亿元", ""), "unit"),
    ("投资9000万元", ("9000", "亿元", ""), "unit"),
    ("总投资达到120亿元", ("120", "亿元", "超过"), "comparator"),
    ("总投资超过120亿元", ("120", "亿元", ""), "comparator"),
    ("总投资近120亿元", ("120", "亿元", "约"), "comparator"),
    ("总投资约120亿元", ("120", "亿元", "超过"), "comparator"),
    ("约70余家", ("70", "家", "余"), "comparator"),
    ("约70余家", ("70", "家", ""), "comparator"),
    ("没有突破100亿元", ("100", "亿元", "突破"), "comparator"),
    ("征地95亩", ("95", "公顷", ""), "unit"),
    ("投资120亿", ("120", "亿元", ""), "unit"),
    ("投资120亿元", ("120", "亿", ""), "unit"),
    ("年产60万吨/年", ("60", "万吨", ""), "unit"),
    ("年产60万吨", ("60", "万吨/年", ""), "unit"),
    ("引进70家", ("70", "个", ""), "unit"),
    ("规模3—5亿元", ("3", "亿元", ""), "object"),
    ("规模3—5亿元", ("5", "亿元", ""), "object"),
    ("第3座", ("3", "座", ""), "object"),
    ("投资１，２００万元", ("200", "万元", ""), "object"),
    ("下降-3%", ("3", "%", ""), "object"),
    ("占比60%以上", ("60", "%", "somehow"), "comparator"),
]
OTHER_ENGLISH: list[tuple[str, Cells, str]] = [
    ("invested $950 million", ("950", "billion US dollars", ""), "unit"),
    ("invested $950 million", ("590", "million US dollars", ""), "object"),
    ("invested €950 million", ("950", "million US dollars", ""), "unit"),
    ("more than $126 million", ("126", "million US dollars", "less than"), "comparator"),
    ("about 50 people", ("50", "people", "at least"), "comparator"),
    ("100,000 wafers per month", ("100,000", "wafers", ""), "unit"),
    ("40 miles of line 9", ("40", "jobs", ""), "unit"),
    ("seven firms and four jobs", ("7", "jobs", ""), "unit"),
    ("45 high-wage jobs", ("45", "acres", ""), "unit"),
    ("45 plants of two firms", ("45", "firms", ""), "unit"),
]


@for_each(("text", "cells"), SAME)
def test_a_chinese_text_says_what_is_claimed(text: str, cells: Cells) -> None:
    (figure,) = figures(text)
    claim = claimed(*cells)
    assert claim is not None
    assert difference(figure, claim, text) is None


@pytest.mark.parametrize(("text", "cells"), SAME_ENGLISH)
def test_an_english_text_says_what_is_claimed(text: str, cells: Cells) -> None:
    figure = figures(text, "en")[0]
    claim = claimed(*cells, "en")
    assert claim is not None
    assert difference(figure, claim, text) is None


@for_each(("text", "cells", "column"), OTHER)
def test_a_chinese_text_says_something_else(text: str, cells: Cells, column: str) -> None:
    (figure,) = figures(text)
    claim = claimed(*cells)
    assert claim is not None
    found = difference(figure, claim, text)
    assert found is not None
    assert found[0] == column
    assert "the text" in found[1] or "no amount" in found[1] or "do not say" in found[1]


@pytest.mark.parametrize(("text", "cells", "column"), OTHER_ENGLISH)
def test_an_english_text_says_something_else(text: str, cells: Cells, column: str) -> None:
    figure = figures(text, "en")[0]
    claim = claimed(*cells, "en")
    assert claim is not None
    assert (difference(figure, claim, text) or ("", ""))[0] == column


def test_each_comparator_agrees_with_itself_alone() -> None:
    printed = {"": "30家", "about": "约30家", "nearly": "近30家", "over": "超30家", "under": "不足30家",
               "at-least": "至少30家", "at-most": "至多30家"}  # fmt: skip
    for said, text in printed.items():
        for wanted in printed:
            claim = claimed("30", "家", wanted)
            assert claim is not None
            assert (difference(figures(text)[0], claim, text) is None) == (said == wanted)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("120", "120"),
        ("1.62", "1.62"),
        ("8,000", "8000"),
        ("一百二十", "120"),
        ("seven", "7"),
        ("１２", "12"),
        ("1.2亿", "120000000"),
    ],
)
def test_a_number_is_entered_in_digits_or_words(number: str, value: str) -> None:
    claim = claimed(number)
    assert claim is not None
    assert claim.low == claim.high == Decimal(value)


@pytest.mark.parametrize("number", ["", "many", "数十", "1,20", "50-30", "3-5-7", "12a"])
def test_what_is_no_number_is_refused(number: str) -> None:
    assert claimed(number, "家") is None


def test_the_reason_quotes_both() -> None:
    text = "产值超过1000亿元"
    claim = claimed("1000", "亿元")
    assert claim is not None
    assert difference(figures(text)[0], claim, text) == (
        "comparator",
        "the text says 超过1000亿元, the row says 1000亿元",
    )
