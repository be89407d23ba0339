"""Two cities side by side as text."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.render.columns import width
from cityGraph.render.comparison import comparison_text
from support.process import LANGUAGES
from support.two_cities import graphs


def compared(folder: Path, language: str = "zh-Hant") -> cg.Comparison:
    one, other = graphs(folder, language)
    return cg.compare(one, beside=other)


def test_each_line_says_what_a_city_says_how_firmly_and_where(tmp_path: Path) -> None:
    told = comparison_text(compared(tmp_path), "zh-Hant", 100)
    lines = [line.split() for line in told.splitlines()]
    assert ["規劃", "乙城：乙能", "出產", "馬達", "「乙能將生產馬達」", "乙报", "2032-01-02", "A", "*"] in lines
    assert ["規劃", "絲綢產業", "「甲園培育絲綢產業」", "甲報", "2031-05-08", "A", "*"] in lines
    assert ["事實", "乙城：6萬人（2031）", "「數值1", "60000」", "乙报", "2032-01-02", "A", "*"] in lines


def test_counts_stand_in_columns_and_say_how_much_is_plan(tmp_path: Path) -> None:
    told = comparison_text(compared(tmp_path, "en"), "en", 100)
    rows = [line.split() for line in told.splitlines()[1:6]]
    assert rows[0] == ["Alpha", "Beta"]
    assert rows[1] == ["claims", "47", "35"]
    assert rows[3] == ["plan", "5", "(11%)", "4", "(11%)"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_said_is_explained_and_no_remark_is_lost(tmp_path: Path, language: str) -> None:
    answer = compared(tmp_path, language)
    told = comparison_text(answer, language, 120)
    gap = {"zh-Hant": "不等於沒有", "zh-Hans": "不等于没有", "en": "not that the city lacks it"}
    assert gap[language] in told
    for word in ("1.5", "600", "2030 | 2031", "-5"):
        assert word in told
    if language == "en":
        assert told.replace("甲報", "").replace("乙报", "").count("「") == 0


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, columns: int) -> None:
    told = comparison_text(compared(tmp_path), "zh-Hant", columns)
    assert max(map(width, told.splitlines())) <= columns


def test_cities_that_share_nothing_say_so(fixture_city: cg.CityGraph) -> None:
    told = comparison_text(cg.compare(fixture_city, "雲泊", "霽川"), "zh-Hant", 80)
    assert "兩城沒有提到同一個產業" in told


def test_an_inference_says_that_it_is_one_and_why(tmp_path: Path) -> None:
    one, other = graphs(tmp_path)
    plain = comparison_text(cg.compare(one, beside=other), "zh-Hant", 100)
    assert "推斷（未列入）" in plain
    assert "我們推斷" not in plain
