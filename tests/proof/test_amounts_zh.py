"""What only Chinese words say of a number: whose work it is, what was launched, what is still to be built."""

from __future__ import annotations

import pytest

from cityGraph.proof.amounts_zh import currency_before, of_works
from cityGraph.proof.figures import figures
from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing
from cityGraph.proof.text import text_of
from support.rows import for_each

FAMILIES = {each: each for each in ("project", "zone", "body", "firm", "place")}
THINGS = {
    name: Thing(name, family, (name,))
    for name, family in (
        ("云河市", "place"),
        ("市工业局", "body"),
        ("明光集团", "firm"),
        ("明光旧厂", "project"),
        ("星桥计划", "project"),
        ("星桥项目", "project"),
        ("东岭产业园", "zone"),
        ("青岭产业园", "zone"),
    )
}


def proved(
    text: str,
    subject: str,
    number: str,
    unit: str,
    measure: str,
    status: str = "planned",
    period: str = "",
    date: str = "",
) -> bool:
    """Try a number of a text of Chinese."""
    reading = Reading(text_of(text), THINGS.values(), families=FAMILIES, date=date)
    relation = "has-output" if status == "realised" else "aims-for"
    said = Statement(THINGS[subject], relation, Amount(number, unit, "", measure), status, period)
    return prove(said, reading).proved


@pytest.mark.parametrize(
    ("text", "subject", "number", "unit", "measure", "status", "is_proved"),
    [
        ("市工业局宣布启动星桥计划,预计投入5亿元。", "星桥计划", "5", "亿元", "投入", "planned", True),
        ("市工业局支持星桥计划,预计投入5亿元。", "星桥计划", "5", "亿元", "投入", "planned", False),
        ("市工业局宣布启动星桥计划,明光集团预计投入5亿元。", "星桥计划", "5", "亿元", "投入", "planned", False),
        ("明光集团旧址停产,明光旧厂位于江边,也投入5亿元。", "明光集团", "5", "亿元", "投入", "realised", True),
        ("明光集团停产,明光旧厂占地5亩。", "明光集团", "5", "亩", "占地", "realised", False),
        ("东岭产业园总面积71公顷,今天动土,预计明年完工。", "东岭产业园", "71", "公顷", "总面积", "planned", True),
        ("东岭产业园总面积71公顷,企业很多。", "东岭产业园", "71", "公顷", "总面积", "planned", False),
        ("总投资30亿元、占地50亩的星桥项目。", "星桥项目", "30", "亿元", "总投资", "planned", True),
        ("建成后,星桥项目产值3亿元。", "星桥项目", "3", "亿元", "产值", "realised", False),
        ("星桥项目年可实现产值3亿元。", "星桥项目", "3", "亿元", "产值", "realised", False),
    ],
)
def test_whose_number_it_is(
    text: str, subject: str, number: str, unit: str, measure: str, status: str, is_proved: bool
) -> None:
    assert proved(text, subject, number, unit, measure, status) is is_proved


@for_each(
    ("text", "number", "unit", "measure", "is_proved"),
    [
        ("云河市政府投资5亿元;社会投资8亿元。", "8", "亿元", "社会投资", True),
        ("云河市政府投资5亿元;社会投资8亿元。", "8", "亿元", "政府投资", False),
        ("云河市完成工业增加值6亿元,完成工业总产值25亿元。", "25", "亿元", "工业总产值", True),
        ("云河市完成工业增加值6亿元,完成工业总产值25亿元。", "25", "亿元", "工业增加值", False),
        ("云河市工业总产值25亿元,固定资产投资28亿元,同比增长45%。", "45", "%", "固定资产投资增长", True),
        ("云河市工业总产值25亿元,固定资产投资28亿元,同比增长45%。", "45", "%", "工业总产值增长", False),
        ("云河市有开工项目16个、竣工项目15个。", "16", "个", "开工项目", True),
        ("云河市有开工项目16个、竣工项目15个。", "16", "个", "竣工项目", False),
        ("云河市税收1200万元、亩均税收100万元。", "100", "万元", "亩均税收", True),
        ("云河市税收1200万元、亩均税收100万元。", "100", "万元", "税收", False),
        ("云河市水表产能8万只,产能已增至16万只。", "16", "万只", "水表产能", True),
        ("云河市有土地14块,已销售12块,剩余2块土地。", "12", "块", "销售的土地", True),
        ("云河市有土地14块,已销售12块,剩余2块土地。", "2", "块", "销售的土地", False),
        ("云河市每年创造产值3亿元。", "3", "亿元", "年产值", True),
        ("云河市引来厂商30家。", "30", "家", "企业", True),
        ("云河市引来游客30人。", "30", "人", "企业", False),
    ],
)
def test_what_it_counts(text: str, number: str, unit: str, measure: str, is_proved: bool) -> None:
    assert proved(text, "云河市", number, unit, measure, "realised") is is_proved


@pytest.mark.parametrize(
    ("status", "period", "is_proved"),
    [("targeted", "2030", True), ("targeted", "2025", False)],
)
def test_a_year_at_the_head_of_a_paragraph_aims_at_what_follows(status: str, period: str, is_proved: bool) -> None:
    text = "到2030年,东岭产业园将初具规模。东岭产业园指标平稳。常住人口达22万人。"
    assert proved(text, "东岭产业园", "22", "万人", "常住人口", status, period, "2016-01-01") is is_proved


def test_what_was_reached_in_a_past_year_is_no_target() -> None:
    text = "2014年,东岭产业园常住人口达22万人。"
    assert not proved(text, "东岭产业园", "22", "万人", "常住人口", "targeted", "2014", "2016-01-01")


@pytest.mark.parametrize(("period", "is_proved"), [("前三季度", True), ("去年", False)])
def test_a_year_that_is_only_compared_with_dates_nothing(period: str, is_proved: bool) -> None:
    text = "前三季度,云河市财政收入在去年高基数的基础上达3亿元。"
    assert proved(text, "云河市", "3", "亿元", "财政收入", "realised", period) is is_proved


def test_the_currency_of_taiwan_may_stand_before_a_number() -> None:
    (figure,) = figures("總經費新台幣102億元")
    assert currency_before(Amount("102", "億元", "", ""), figure)
    assert not currency_before(Amount("102", "亿元", "", ""), figure)
    assert not currency_before(Amount("102", "億元", "", ""), figures("總經費102億元")[0])


def test_an_attribute_of_works() -> None:
    assert of_works("總投資")
    assert not of_works("利润")
