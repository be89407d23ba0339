"""Numbers and dates are read with their unit and comparator."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.proof.quantities import Reader, date, dates
from cityGraph.proof.wording import wording
from support.rows import for_each


@pytest.fixture(scope="module")
def reader(city: cg.CityGraph) -> Reader:
    return wording(city).reader


@for_each(
    ("words", "said"),
    [
        ("穩定在60%以上", [("60%以上", "60", "percent", "atLeast")]),
        ("不低於60%", [("不低於60%", "60", "percent", "atLeast")]),
        ("約30%", [("約30%", "30", "percent", "about")]),
        ("30%左右", [("30%左右", "30", "percent", "about")]),
        ("總投資70億元的", [("70億元", "7000000000", "yuan", None)]),
        ("1.5億元", [("1.5億元", "150000000", "yuan", None)]),
        ("年產60萬噸高性能", [("年產60萬噸", "600000", "tonnePerYear", None)]),
        ("沖刺百億規模", [("百億", "10000000000", None, None)]),
        ("百萬畝", [("百萬畝", "1000000", "mu", None)]),
        ("3000家以上,680家", [("3000家以上", "3000", "company", "atLeast"), ("680家", "680", "company", None)]),
        ("96,000噸、1,234.5萬元", [("96,000噸", "96000", "tonne", None), ("1,234.5萬元", "12345000", "yuan", None)]),
        ("1,23噸", []),
        ("投資一百二十億元", [("一百二十億元", "12000000000", "yuan", None)]),
        ("增長1,200億元", [("1,200億元", "120000000000", "yuan", None)]),
        ("1億2000萬元", [("1億2000萬元", "120000000", "yuan", None)]),
        ("投資１２０億元", [("１２０億元", "12000000000", "yuan", None)]),
        ("兩千三百家", [("兩千三百家", "2300", "company", None)]),
        ("數百億元", []),
        ("十幾家", []),
        ("70餘家", []),
        ("千噸級", []),
        ("3 million", [("3 million", "3000000", None, None)]),
        ("產值翻番", [("翻番", "2", "times", None)]),
        ("產值翻兩番", [("翻兩番", "4", "times", None)]),
        ("一號生產線", []),
        ("沒有數字", []),
    ],
)
def test_a_number_is_read_at_its_full_extent(
    reader: Reader, words: str, said: list[tuple[str, str, str | None, str | None]]
) -> None:
    def name(iri: str | None) -> str | None:
        return iri.rsplit("#", 1)[1] if iri else None

    found = reader.quantities(words)
    assert [(words[a:b], r.value, name(r.unit), name(r.comparator)) for (a, b), r in found.items()] == said


def test_a_rise_in_rank_is_the_difference_and_is_computed(reader: Reader) -> None:
    found = reader.quantities("由2020年223名上升到139名")
    (rise,) = [reading for reading in found.values() if reading.computed]
    assert (rise.value, rise.unit) == ("84", "https://w3id.org/citygraph/ontology#places")
    assert {"223", "139"} <= {reading.value for reading in found.values()}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (["2025年", "2月5日"], "2025-02-05"),
        (["2025年", "今年2月22日"], "2025-02-22"),
        (["2025年", "去年12月9日"], "2024-12-09"),
        (["2025年", "今年"], "2025"),
        (["2025年", "去年"], "2024"),
        (["2025年3月"], "2025-03"),
        (["2020年"], "2020"),
        (["2024"], "2024"),
    ],
)
def test_a_date_leans_on_the_dateline(words: list[str], day: str) -> None:
    found = date(words)
    assert found is not None
    assert found.value == day
    assert found.computed == (len(words) > 1)


@pytest.mark.parametrize("words", [["2月5日"], ["今年"], ["2025年", "5日"], ["太原"], [""]])
def test_what_names_no_year_or_skips_the_month_is_no_date(words: list[str]) -> None:
    assert date(words) is None


def test_dates_are_found_at_their_full_extent() -> None:
    text = "2025年03月27日,去年12月9日,今年,1月12日"
    assert [text[a:b] for a, b in dates(text)] == ["2025年03月27日", "去年12月9日", "今年", "1月12日"]
