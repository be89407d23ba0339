"""Periods of Chinese and English text, and whether one is the period that is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from cityGraph.proof.figures import figures
from cityGraph.proof.periods import Period, dated, periods, same_period
from cityGraph.proof.tables import LANGUAGES, table
from support.rows import for_each

Row = Mapping[str, str]

# A text of 29 March 2011 and its periods: the words = first .. last, relation, computed, part. "?" is unsettled.
CHINESE = [
    ("2011年3月25日", ["2011年3月25日 = 2011-03-25"]),
    ("2011年底竣工", ["2011年底 = 2011 end"]),
    ("2011年上半年", ["2011年上半年 = 2011-01 .. 2011-06"]),
    ("2011年第一季度", ["2011年第一季度 = 2011-01 .. 2011-03"]),
    ("一季度", ["一季度 = 2011-01 .. 2011-03 computed"]),
    ("2011年三季度末", ["2011年三季度末 = 2011-07 .. 2011-09 end"]),
    ("3月25日", ["3月25日 = 2011-03-25 computed"]),
    ("今年9月", ["今年9月 = 2011-09 computed"]),
    ("去年", ["去年 = 2010 computed"]),
    ("前年", ["前年 = 2009 computed"]),
    ("明年中旬", ["明年中旬 = 2012 computed middle"]),
    ("本月", ["本月 = 2011-03 computed"]),
    ("上月", ["上月 = 2011-02 computed"]),
    ("2025-03-27", ["2025-03-27 = 2025-03-27"]),
    ("2021/09/30", ["2021/09/30 = 2021-09-30"]),
    ("民國114年3月", ["民國114年3月 = 2025-03"]),
    ("二〇二五年", ["二〇二五年 = 2025"]),
    ("“十四五”期间", ["“十四五”期间 = 2021 .. 2025"]),
    ("十四五末", ["十四五末 = 2025 end"]),
    ("“十五五”", ["“十五五” = 2026 .. 2030"]),
    ("近三年来", ["近三年来 = ?"]),
    ("三年内", ["三年内 = ?"]),
    ("2021年至2025年", ["2021年至2025年 = 2021 .. 2025"]),
    ("2021—2025年", ["2021—2025年 = 2021 .. 2025"]),
    ("截至2009年", ["截至2009年 = 2009 until"]),
    ("到2027年", ["到2027年 = 2027 by"]),
    ("2027年前", ["2027年前 = 2027 by"]),
    ("自2018年以来", ["自2018年以来 = 2018 since"]),
    ("2018年起", ["2018年起 = 2018 since"]),
    ("比去年同期增长8%", []),
    ("2010年同期", []),
    ("1-8月", ["1-8月 = 2011-01 .. 2011-08 computed"]),
    ("2025年1至8月", ["2025年1至8月 = 2025-01 .. 2025-08"]),
    ("12月9日通车", ["12月9日 = ? computed"]),
    ("2010年5月开工，9月投产", ["2010年5月 = 2010-05", "9月 = 2010-09 computed"]),
    ("2021年1月至3月", ["2021年1月至3月 = 2021-01 .. 2021-03"]),
    ("今年年底", ["今年年底 = 2011 computed end"]),
    ("今年年底前", ["今年年底前 = 2011 by computed end"]),
    ("十二五", ["十二五 = 2011 .. 2015"]),
    ("500年历史", []),
    ("1500年历史", []),
    ("2009年3月", ["2009年3月 = 2009-03"]),
    ("9月以来", ["9月以来 = ? since computed"]),
    ("从2019年到2021年", ["从2019年到2021年 = 2019 .. 2021"]),
    ("2000年", ["2000年 = 2000"]),
    ("3号线", []),
    ("2025年度", ["2025年度 = 2025"]),
    ("2025年前三季度", ["2025年前三季度 = 2025-01 .. 2025-09"]),
    ("2023年，此后", ["2023年 = 2023", "此后 = 2023 since computed"]),
    ("2021.09.30", ["2021.09.30 = 2021-09-30"]),
    ("十二月", ["十二月 = ? computed"]),
    ("民國一一四年", ["民國一一四年 = 2025"]),
    ("2025年3月25日至27日", ["2025年3月25日至27日 = 2025-03-25 .. 2025-03-27"]),
    ("2025年12月至2026年3月", ["2025年12月至2026年3月 = 2025-12 .. 2026-03"]),
    ("3月25日至4月2日", ["3月25日至4月2日 = 2011-03-25 .. 2011-04-02 computed"]),
    ("2011年3月中旬", ["2011年3月中旬 = 2011-03 middle"]),
    ("2025年9月底前", ["2025年9月底前 = 2025-09 by end"]),
    ("自2018年起", ["自2018年起 = 2018 since"]),
    ("从2018年7月开始", ["从2018年7月开始 = 2018-07 since"]),
    ("截止2024年末", ["截止2024年末 = 2024 until end"]),
    ("早于2030年", ["早于2030年 = 2030 by"]),
    ("2030年以后", ["2030年以后 = 2030 after"]),
    ("到“十四五”末", ["到“十四五”末 = 2025 by end"]),
    ("“八五”期间", ["“八五”期间 = 1991 .. 1995"]),
    ("第十四个五年规划", ["第十四个五年规划 = 2021 .. 2025"]),
    ("2025年1—8月", ["2025年1—8月 = 2025-01 .. 2025-08"]),
    ("前三季度", ["前三季度 = 2011-01 .. 2011-09 computed"]),
    ("去年12月", ["去年12月 = 2010-12 computed"]),
    ("明年上半年", ["明年上半年 = 2012-01 .. 2012-06 computed"]),
    ("2021年至今", ["2021年至今 = 2021 since"]),
    ("1998年成立，2007年2月认定", ["1998年 = 1998", "2007年2月 = 2007-02"]),
    ("2020/9", ["2020/9 = 2020-09"]),
    ("前年底", ["前年底 = 2009 computed end"]),
    ("今年以来", ["今年以来 = 2011 since computed"]),
    ("2035年远景目标", ["2035年 = 2035"]),
    ("到2030年前", ["到2030年前 = 2030 by"]),
    ("近五年来", ["近五年来 = ?"]),
    ("未来三年", ["未来三年 = ?"]),
    ("2008、2009年", ["2009年 = 2009"]),
    ("2024—25年", ["2024—25年 = 2024 .. 2025"]),
    ("2011年3月25日上午9时", ["2011年3月25日 = 2011-03-25"]),
    ("今年1至9月", ["今年1至9月 = 2011-01 .. 2011-09 computed"]),
    ("1—2月", ["1—2月 = 2011-01 .. 2011-02 computed"]),
    ("“十四五”开局之年", ["“十四五”开局之年 = 2021"]),
    ("2025年“十四五”收官", ["2025年 = 2025", "“十四五” = 2021 .. 2025"]),
    ("2023—2025年间", ["2023—2025年 = 2023 .. 2025"]),
    ("2019年12月31日24时", ["2019年12月31日 = 2019-12-31"]),
    ("2019年以前", ["2019年以前 = 2019 by"]),
    ("至2030年", ["至2030年 = 2030 by"]),
    ("截至目前", []),
    ("截至今年9月底", ["截至今年9月底 = 2011-09 until computed end"]),
    ("截至2024年底，全市", ["截至2024年底 = 2024 until end"]),
    ("自今年起", ["自今年起 = 2011 since computed"]),
    ("到本世纪中叶", []),
    ("到明年底", ["到明年底 = 2012 by computed end"]),
    ("2025年春节", ["2025年 = 2025"]),
    ("当年", []),
    ("次年", []),
    ("同年12月", ["同年12月 = ? computed"]),
    ("2021年4月、5月", ["2021年4月 = 2021-04", "5月 = 2021-05 computed"]),
    ("2021年及2022年", ["2021年 = 2021", "2022年 = 2022"]),
    ("2020年度报告", ["2020年度 = 2020"]),
    ("2022赛季", []),
    ("2020学年", []),
    ("2020届", []),
    ("2008年北京奥运会", ["2008年 = 2008"]),
    ("2月底前", ["2月底前 = 2011-02 by computed end"]),
    ("月底", []),
    ("9月中旬", ["9月中旬 = ? computed middle"]),
    ("农历正月初五", []),
    ("二零二五年", ["二零二五年 = 2025"]),
    ("二千零二十五年", []),
    ("两千零二十五年", []),
    ("2025 年 3 月 25 日", ["2025 年 3 月 25 日 = 2025-03-25"]),
    ("2025年 3月", ["2025年 3月 = 2025-03"]),
    ("25日", []),
    ("昨日", ["昨日 = 2011-03-28 computed"]),
    ("昨日记者获悉", []),
    ("3·15", []),
    ("2025.3", ["2025.3 = 2025-03"]),
    ("2025.03.27", ["2025.03.27 = 2025-03-27"]),
    ("20250327", []),
    ("2020s", []),
    ("3月25-27日", ["3月25-27日 = 2011-03-25 .. 2011-03-27 computed"]),
    ("5月下旬至6月上旬", ["5月下旬 = ? computed late", "至6月上旬 = ? by computed start"]),
    ("2024年第四季", ["2024年第四季 = 2024-10 .. 2024-12"]),
    ("2024年Q4", ["2024年Q4 = 2024-10 .. 2024-12"]),
    ("2024Q4", ["2024Q4 = 2024-10 .. 2024-12"]),
    ("24年底", []),
    ("'24", []),
    ("十三五期末", ["十三五期末 = 2020 end"]),
    ("“十四五”前三年", ["“十四五”前三年 = 2021 .. 2025 part"]),
    ("“十三五”以来", ["“十三五”以来 = 2016 .. 2020 since"]),
    ("过去五年", ["过去五年 = ?"]),
    ("今后五年", ["今后五年 = ?"]),
    ("五年来", []),
    ("2年内", ["2年内 = ?"]),
    ("2025—2027年三年行动", ["2025—2027年 = 2025 .. 2027"]),
    ("民国100年", ["民国100年 = 2011"]),
    ("公元2025年", ["2025年 = 2025"]),
    ("上世纪80年代", []),
    ("20世纪90年代", []),
    ("2010年代", []),
    ("九十年代", []),
]

# A text of 1 June 2025.
ENGLISH = [
    ("in 2022", ["in 2022 = 2022"]),
    ("by 2030", ["by 2030 = 2030 by"]),
    ("since 1989", ["since 1989 = 1989 since"]),
    ("March 25, 2011", ["March 25, 2011 = 2011-03-25"]),
    ("25 March 2011", ["25 March 2011 = 2011-03-25"]),
    ("March 2011", ["March 2011 = 2011-03"]),
    ("the first half of 2025", ["the first half of 2025 = 2025-01 .. 2025-06"]),
    ("Q1 2025", ["Q1 2025 = 2025-01 .. 2025-03"]),
    ("fiscal 2025", ["fiscal 2025 = 2025 fiscal"]),
    ("FY2025", ["FY2025 = 2025 fiscal"]),
    ("last year", ["last year = 2024 computed"]),
    ("this year", ["this year = 2025 computed"]),
    ("between 2021 and 2025", ["2021 and 2025 = 2021 .. 2025"]),
    ("2021-2025", ["2021-2025 = 2021 .. 2025"]),
    ("the 2010s", ["2010s = 2010 .. 2019"]),
    ("by the end of 2027", ["by the end of 2027 = 2027 by end"]),
    ("since then", ["since then = ? since computed"]),
    ("in 2018, and since then has", ["in 2018 = 2018", "since then = 2018 since computed"]),
    ("from late 2020 to early 2021", ["from late 2020 to early 2021 = 2020 .. 2021 late/start"]),
    ("beginning from 2022", ["beginning from 2022 = 2022 since"]),
    ("create 2000 jobs", []),
    ("the same period last year", []),
    ("two-year study", []),
    ("before 2030", ["before 2030 = 2030 by"]),
    ("on May 3", ["May 3 = 2025-05-03 computed"]),
    ("it may 3", []),
    ("as of September 2024", ["as of September 2024 = 2024-09 until"]),
    ("a 2,000-acre", []),
    ("from 2021 to 2025", ["from 2021 to 2025 = 2021 .. 2025"]),
    ("$2000", []),
    ("by late 2026", ["by late 2026 = 2026 by late"]),
    ("2010–12", []),
    ("established in the 1980s", ["in the 1980s = 1980 .. 1989"]),
    ("in the second half of 2024", ["in the second half of 2024 = 2024-07 .. 2024-12"]),
    ("in the fourth quarter of fiscal 2025", ["in the fourth quarter of fiscal 2025 = 2025-10 .. 2025-12 fiscal"]),
    ("by early 2026", ["by early 2026 = 2026 by start"]),
    ("mid-2025", ["mid-2025 = 2025 middle"]),
    ("in late March 2021", ["in late March 2021 = 2021-03 late"]),
    ("from 2022 onwards", ["from 2022 onwards = 2022 since"]),
    ("since March 2020", ["since March 2020 = 2020-03 since"]),
    ("until 2019", ["until 2019 = 2019 until"]),
    ("through 2030", ["through 2030 = 2030 until"]),
    ("after 2010", ["after 2010 = 2010 after"]),
    ("before the end of 2025", ["before the end of 2025 = 2025 by end"]),
    ("Sept. 3, 2024", ["Sept. 3, 2024 = 2024-09-03"]),
    ("on 3 September", ["3 September = ? computed"]),
    ("March 25", ["March 25 = 2025-03-25 computed"]),
    ("next year", ["next year = 2026 computed"]),
    ("the first half of this year", ["the first half of this year = 2025-01 .. 2025-06 computed"]),
    ("2019–2024", ["2019–2024 = 2019 .. 2024"]),
    ("between March 2020 and May 2021", ["March 2020 and May 2021 = 2020-03 .. 2021-05"]),
    ("in 2030s", ["in 2030s = 2030 .. 2039"]),
    ("(2018)", ["2018 = 2018"]),
    ("2018, 2019 and 2020", ["2018 = 2018", "2019 = 2019", "2020 = 2020"]),
    ("in 2000 villages", []),
    ("during 2023", ["during 2023 = 2023"]),
    ("the year 2023", ["2023 = 2023"]),
    ("2Q 2024", []),
    ("Spring 2024", ["2024 = 2024 spring"]),
    ("1984", ["1984 = 1984"]),
    ("as of the end of 2023", ["as of the end of 2023 = 2023 until end"]),
    ("on Monday", []),
    ("in the past three years", []),
    ("over the next five years", []),
    ("by mid-2026", ["by mid-2026 = 2026 by middle"]),
    ("in Q4", []),
    ("the fourth quarter", []),
    ("year-end 2024", ["year-end 2024 = 2024 end"]),
    ("at the end of last year", ["the end of last year = 2024 computed end"]),
    ("early next year", ["early next year = 2026 computed start"]),
    ("by the end of this year", ["by the end of this year = 2025 by computed end"]),
    ("since last year", ["since last year = 2024 since computed"]),
    ("in 2021-22", ["in 2021-22 = 2021 .. 2022"]),
    ("in the 2020-21 fiscal year", ["in the 2020-21 fiscal year = 2020 .. 2021 fiscal"]),
    ("2021/22", []),
    ("FY2024-25", ["FY2024-25 = 2024 .. 2025 fiscal"]),
    ("from March to May 2021", ["from March to May 2021 = 2021-03 .. 2021-05"]),
    ("March 3-5, 2021", ["March 3-5, 2021 = 2021-03-03 .. 2021-03-05"]),
    ("March 2021 to May 2022", ["March 2021 to May 2022 = 2021-03 .. 2022-05"]),
    ("in 2030 and beyond", ["in 2030 and beyond = 2030 since"]),
    ("1900 houses", []),
    ("the 1900 houses", []),
    ("in 1900, houses", ["in 1900 = 1900"]),
    ("room 2020", []),
    ("a population of 2000", []),
    ("for 2000 people", []),
    ("$1990", []),
    ("Jan. 2021", ["Jan. 2021 = 2021-01"]),
    ("Jan 3, 2021", ["Jan 3, 2021 = 2021-01-03"]),
    ("3 Jan 2021", ["3 Jan 2021 = 2021-01-03"]),
    ("3/25/2011", []),
    ("2011-3-25", []),
    ("as of March 31", ["as of March 31 = 2025-03-31 until computed"]),
    ("as of 2023 year-end", ["as of 2023 year-end = 2023 until end"]),
    ("before March 2021", ["before March 2021 = 2021-03 by"]),
    ("in the summer of 2021", ["2021 = 2021 summer"]),
    ("in the year 2000", ["2000 = 2000"]),
    ("20 20", []),
    ("during the 1990s and 2000s", ["during the 1990s = 1990 .. 1999", "2000s = 2000 .. 2009"]),
    ("within 2025", []),
    ("in late 2020", ["in late 2020 = 2020 late"]),
    ("between 2019 and 2021,", ["2019 and 2021 = 2019 .. 2021"]),
    ("the 2019 plan", ["2019 = 2019"]),
    ("the 2019–2021 plan", ["2019–2021 = 2019 .. 2021"]),
    ("Agenda 2030", []),
    ("Vision 2035", []),
]


def written(period: Period) -> str:
    parts = [f"{period.words} =", period.first or "?", "" if period.first == period.last else f".. {period.last}"]
    parts += ["" if period.relation == "in" else period.relation, "computed" if period.computed else "", period.part]
    return " ".join(filter(None, parts))


@for_each(("text", "said"), CHINESE)
def test_chinese_periods(text: str, said: list[str]) -> None:
    assert [written(period) for period in periods(text, "2011-03-29")] == said


@for_each(("text", "said"), ENGLISH)
def test_english_periods(text: str, said: list[str]) -> None:
    assert [written(period) for period in periods(text, "2025-06-01", "en")] == said


@for_each("text", [text for text, _ in CHINESE])
def test_no_chinese_period_is_a_figure_as_well(text: str) -> None:
    assert not [f for f in figures(text) if any(a < f.end and f.start < b for a, b in dated(text))]


@for_each("text", [text for text, _ in ENGLISH])
def test_no_english_period_is_a_figure_as_well(text: str) -> None:
    assert not [f for f in figures(text, "en") if any(a < f.end and f.start < b for a, b in dated(text, "en"))]


@pytest.mark.parametrize("text", ["三年", "两年工期", "历时三个月", "20年的开发", "2000家", "每年", "全年"])
def test_a_duration_is_no_period(text: str) -> None:
    assert periods(text, "2011-03-29") == []


@pytest.mark.parametrize(
    "text", ["two years", "a two-year study", "for 30 days", "2000 jobs", "every year", "annually"]
)
def test_an_english_duration_is_no_period(text: str) -> None:
    assert periods(text, "2011-03-29", "en") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("去年", "zh"), ("今年9月", "zh"), ("3月25日", "zh"), ("本月", "zh"), ("last year", "en"), ("March 25", "en")],
)
def test_without_a_date_of_the_text_nothing_relative_is_settled(text: str, language: str) -> None:
    (period,) = periods(text, "", language)
    assert (period.first, period.last, period.computed) == ("", "", True)


@pytest.mark.parametrize(
    ("text", "base", "first"),
    [
        ("3月25日", "2011-03-29", "2011-03-25"),
        ("3月30日", "2011-03-29", ""),
        ("12月9日", "2011-03-29", ""),
        ("9月", "2011", "2011-09"),
        ("2010年5月开工，9月投产", "2011-03-29", "2010-09"),
        ("2010年5月开工。2月投产", "2011-03-29", "2011-02"),
        ("2010年5月开工。2月投产", "", "2010-02"),
        ("上月", "2011-01-05", "2010-12"),
        ("下个月", "2011-12-05", "2012-01"),
        ("本月", "2011", ""),
    ],
)
def test_the_year_comes_from_the_sentence_or_from_the_date_of_the_text(text: str, base: str, first: str) -> None:
    found = periods(text, base)[-1]
    assert found.first == first
    assert found.computed


def rows() -> list[tuple[str, Row]]:
    return [(language, row) for language in LANGUAGES for row in table("periods", language)]


@for_each(("language", "row"), rows(), ids=[f"{language}-{row['word']}" for language, row in rows()])
def test_a_word_of_time_is_read_where_it_is_one(language: str, row: Row) -> None:
    (found,) = periods(row["example"], "2020-05-01", language)
    others = periods(row["counter"], "2020-05-01", language)
    assert row["word"] in found.words.lower()
    if row["kind"] == "year":
        assert found.first[:4] == str(2020 + int(row["value"]))
    elif row["kind"] == "month":
        assert found.first == f"2020-{5 + int(row['value']):02}"
    elif row["kind"] == "day":
        assert found.first == (date(2020, 5, 1) + timedelta(int(row["value"]))).isoformat()
    elif row["value"] != "in":
        assert found.relation == ("since" if row["value"] == "from" else row["value"])
    assert all(other.relation == "in" and row["word"] not in other.words for other in others)


@for_each(
    ("claimed", "text", "base"),
    [
        ("2011-09", "预计今年9月投产", "2011-03-29"),
        ("2011-03-25", "3月25日开工", "2011-03-29"),
        ("2010", "于2010年达产", ""),
        ("2011年底", "预计2011年底竣工", ""),
        ("2011", "预计2011年底竣工", ""),
        ("截至2009年", "截至2009年，园区", ""),
        ("2009", "截至2009年，园区", ""),
        ("2027", "到2027年形成", ""),
        ("到2027年", "2027年前建成", ""),
        ("2021/2025", "“十四五”期间", ""),
        ("十四五", "“十四五”期间", ""),
        ("2025-01/2025-06", "2025年上半年", ""),
        ("2025年上半年", "二〇二五年上半年", ""),
        ("民国114年", "2025年", ""),
        ("2025", "民國114年", ""),
        ("自2018年起", "2018年以来", ""),
        ("去年", "去年开工", ""),
        ("近三年来", "近三年来，园区", ""),
    ],
)
def test_a_text_names_the_period_that_is_claimed(claimed: str, text: str, base: str) -> None:
    assert any(same_period(claimed, period, text) for period in periods(text, base))


@for_each(
    ("claimed", "text", "base"),
    [
        ("2011", "于2010年达产", ""),
        ("2012年底", "预计2011年底竣工", ""),
        ("2011年底", "2011年竣工", ""),
        ("2011", "2011年初开工", ""),
        ("2011-12", "2011年底竣工", ""),
        ("2011-09", "今年9月投产", ""),
        ("2012-09", "今年9月投产", "2011-03-29"),
        ("2011", "2011年9月投产", ""),
        ("2011-09", "2011年投产", ""),
        ("2025", "2025年上半年", ""),
        ("2018", "2018年以来", ""),
        ("自2018年起", "2018年", ""),
        ("2018", "2018年以后", ""),
        ("2010", "比2010年同期增长", ""),
        ("2021", "“十四五”期间", ""),
        ("2025", "“十四五”期间", ""),
        ("截至2019年", "截至2009年，园区", ""),
        ("今年", "去年开工", "2011-03-29"),
        ("", "去年开工", ""),
        ("some day", "去年开工", ""),
    ],
)
def test_a_text_names_another_period(claimed: str, text: str, base: str) -> None:
    assert not any(same_period(claimed, period, text) for period in periods(text, base))


@for_each(
    ("claimed", "text", "same"),
    [
        ("2030", "an industry by 2030", True),
        ("by 2030", "an industry by 2030", True),
        ("2035", "an industry by 2030", False),
        ("since 2018", "bought it in 2018, and since then it has invested", True),
        ("2018", "acquired it in 2018", True),
        ("1989", "out of use since 1989", False),
        ("since 1989", "out of use since 1989", True),
        ("2025", "in fiscal 2025", False),
        ("FY2025", "in fiscal 2025", True),
        ("2020/2029", "in the 2020s", True),
        ("2025-01/2025-03", "in Q1 2025", True),
        ("the first quarter of 2025", "in Q1 2025", True),
        ("2025-03-25", "on March 25, 2025", True),
        ("2025", "on March 25, 2025", False),
        ("2024", "in the spring of 2024", False),
    ],
)
def test_english_periods_are_compared(claimed: str, text: str, same: bool) -> None:
    assert any(same_period(claimed, period, text) for period in periods(text, "", "en")) == same
