"""A figure counts what a statement measures."""

from __future__ import annotations

import pytest

from support.proving import amount


@pytest.mark.parametrize(
    ("text", "measure", "proved"),
    [
        ("明光集团年销售额35亿元。", "年销售额", True),
        ("明光集团年销售额35亿元。", "销售额", True),
        ("明光集团实现销售额35亿元。", "销售额", True),
        ("明光集团出口销售额35亿元。", "国内销售额", False),
        ("明光集团利润35亿元。", "销售额", False),
        ("明光集团销售额30亿元、利润35亿元。", "销售额", False),
        ("明光集团销售额35亿元。", "", True),
    ],
)
def test_each_part_of_a_measure_stands_at_the_figure(text: str, measure: str, proved: bool) -> None:
    found = amount(text, "明光集团", measure, "35 亿元")
    assert found.proved is proved, found.reason
    assert proved or found.column == "measure"
