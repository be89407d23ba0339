"""Which numbers are suggested, whose they are, and what they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.suggesting import folder, suggest

ZH = "明光集团,firm,明光\n海岳集团,firm,\n东湾园区,zone,\n东湾项目,project,"
EN = "Kestrel,firm,\nMarram,firm,\nEastlake Park,zone,the park"


def numbers(at: Path, text: str, things: str) -> list[tuple[str, str, str, str, str]]:
    answer = suggest(folder(at, text, things=things))
    found = [each for each in answer.claims if each.measure]
    return [(c.subject, c.relation, c.measure, f"{c.comparator}{c.object}{c.unit}", c.status) for c in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("明光集团总投资12.5亿元。", ("has-output", "总投资", "12.5亿元", "realised")),
        ("明光集团年销售收入超过30亿元。", ("has-output", "年销售收入", "超过30亿元", "realised")),
        ("明光集團年產值已超過三十億元。", ("has-output", "年產值", "超過30億元", "realised")),
        ("明光集團現有土地三萬七千坪。", ("has-output", "土地", "37000坪", "realised")),
        ("明光集团现有员工三百二十名。", ("has-output", "员工", "320名", "realised")),
        ("明光集团力争年销售额达到50亿元。", ("aims-for", "年销售额", "50亿元", "targeted")),
        ("明光集团计划总投资8亿元。", ("aims-for", "总投资", "8亿元", "planned")),
        ("明光集团年产钢材20万吨。", None),
        ("明光集团年产20万吨钢材。", ("has-output", "年产钢材", "20万吨", "realised")),
    ],
)
def test_a_number_has_its_measure_its_unit_and_its_status(tmp_path: Path, text: str, said: tuple[str, ...]) -> None:
    found = [each[1:] for each in numbers(tmp_path, text, ZH)]
    assert found == ([said] if said else [])


def test_the_money_of_a_work_is_planned_until_it_is_done(tmp_path: Path) -> None:
    assert numbers(tmp_path, "东湾项目总投资8亿元。", ZH)[0][1::3] == ("aims-for", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "明光集团是一家生产电池的企业。",
        "明光集团经营了20年，距东湾园区3公里。",
        "明光集团销售额同比增长12%。",
        "明光集团以“9个城市是1个城市”为口号。",
        "明光集团是第3家企业，排名第5。",
        "明光集团建设年产20万吨的生产线。",
        "明光集团与某项目签约，该项目总投资5亿元。",
        "明光集团签约项目28个，总投资超400亿元。",
        "明光集团并未投资12亿元。",
        "据传，明光集团将投资12亿元。",
        "明光集团参会。新厂区总投资9亿元。",
        "总投资7000万元的分析平台由明光集团参观。",
    ],
)
def test_a_number_of_something_else_is_left_out(tmp_path: Path, text: str) -> None:
    assert numbers(tmp_path, text, ZH) == []


def test_each_of_two_firms_has_its_own_number(tmp_path: Path) -> None:
    text = "明光集团营业收入30亿元，海岳集团营业收入20亿元。"
    assert [each[::3] for each in numbers(tmp_path, text, ZH)] == [("明光集团", "30亿元"), ("海岳集团", "20亿元")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kestrel employs about 420 people.", ("has-output", "staff", "about420people", "realised")),
        (
            "Kestrel has invested $95 million in a plant.",
            ("has-output", "investment", "95million US dollars", "realised"),
        ),
        ("Kestrel plans to invest £1.5 billion.", ("aims-for", "investment", "1.5billion pounds", "planned")),
        ("Eastlake Park covers 120 acres.", ("has-output", "area", "120acres", "realised")),
        ("Kestrel has a workforce of 300.", ("has-output", "workforce", "300people", "realised")),
    ],
)
def test_an_english_number_has_the_word_that_it_counts(tmp_path: Path, text: str, said: tuple[str, ...]) -> None:
    assert [each[1:] for each in numbers(tmp_path, text, EN)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel grew by 12 percent over 10 years.",
        "Kestrel was one of five firms.",
        "Kestrel said that companies that invest $3 billion are welcome.",
        "Kestrel is 30 miles from the coast.",
        "Kestrel has not invested $95 million.",
        "Kestrel doubled its sales.",
    ],
)
def test_an_english_number_of_something_else_is_left_out(tmp_path: Path, text: str) -> None:
    assert numbers(tmp_path, text, EN) == []
