"""Periods of Chinese and English text, and whether one is the period that is claimed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cityGraph.proof.figures import figures
from cityGraph.proof.periods import Period, dated, periods, same_period
from cityGraph.proof.tables import LANGUAGES, table

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
    ("Spring 2024", ["2024 = 2024 season"]),
    ("1984", ["1984 = 1984"]),
    ("as of the end of 2023", ["as of the end of 2023 = 2023 until end"]),
]


def written(period: Period) -> str:
    parts = [f"{period.words} =", period.first or "?", "" if period.first == period.last else f".. {period.last}"]
    parts += ["" if period.relation == "in" else period.relation, "computed" if period.computed else "", period.part]
    return " ".join(filter(None, parts))


@pytest.mark.parametrize(("text", "said"), CHINESE)
def test_chinese_periods(text: str, said: list[str]) -> None:
    assert [written(period) for period in periods(text, "2011-03-29")] == said


@pytest.mark.parametrize(("text", "said"), ENGLISH)
def test_english_periods(text: str, said: list[str]) -> None:
    assert [written(period) for period in periods(text, "2025-06-01", "en")] == said


@pytest.mark.parametrize("text", [text for text, _ in CHINESE])
def test_no_chinese_period_is_a_figure_as_well(text: str) -> None:
    assert not [f for f in figures(text) if any(a < f.end and f.start < b for a, b in dated(text))]


@pytest.mark.parametrize("text", [text for text, _ in ENGLISH])
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


@pytest.mark.parametrize(("language", "row"), rows(), ids=[f"{language}-{row['word']}" for language, row in rows()])
def test_a_word_of_time_is_read_where_it_is_one(language: str, row: Row) -> None:
    (found,) = periods(row["example"], "2020-05-01", language)
    others = periods(row["counter"], "2020-05-01", language)
    assert row["word"] in found.words.lower()
    if row["kind"] == "year":
        assert found.first[:4] == str(2020 + int(row["value"]))
    elif row["kind"] == "month":
        assert found.first == f"2020-{5 + int(row['value']):02}"
    elif row["value"] != "in":
        assert found.relation == ("since" if row["value"] == "from" else row["value"])
    assert all(other.relation == "in" and row["word"] not in other.words for other in others)


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("claimed", "text", "same"),
    [
        ("2030", "an industry by 2030", True),
        ("by 2030", "an industry by 2030", True),
        ("2035", "an industry by 2030", False),
        ("since 2018", "acquired it in 2018, and since then has invested", True),
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
