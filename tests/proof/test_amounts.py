"""Whose a number is."""

from __future__ import annotations

from support.proving import amount


def test_a_figure_belongs_to_the_name_right_behind_it() -> None:
    text = "海岳公司到访总投资5亿元的青禾基地。"
    assert amount(text, "青禾基地", "总投资", "5 亿元", "planned", relation="aims-for").proved
    assert not amount(text, "海岳公司", "总投资", "5 亿元", "planned", relation="aims-for").proved


def test_a_figure_outside_the_quote_proves_nothing() -> None:
    text = "明光集团去年销售额35亿元，利润2亿元。"
    assert amount(text, "明光集团", "销售额", "35 亿元", quote="销售额35亿元").proved
    found = amount(text, "明光集团", "销售额", "35 亿元", quote="利润2亿元")
    assert (found.proved, found.column) == (False, "object")


def test_a_quote_without_a_number_is_told() -> None:
    assert "no number" in amount("明光集团去年扩产。", "明光集团", "销售额", "35 亿元").reason


def test_a_unit_or_a_comparator_that_differs_is_named_as_such() -> None:
    assert amount("明光集团销售额35亿元。", "明光集团", "销售额", "35 亿美元").column == "unit"
    assert amount("明光集团销售额超35亿元。", "明光集团", "销售额", "35 亿元").column == "comparator"
