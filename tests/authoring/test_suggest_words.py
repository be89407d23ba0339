"""Which few words are suggested as an object: what is made, what something is to become, stages, dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.suggesting import said

THINGS = "明光集团,firm,\n东湾园区,zone,园区\n二期工厂,project,\nKestrel,firm,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明光集团主要生产吸尘器、小家电和电机。", [("produces", x) for x in ("吸尘器", "小家电", "电机")]),
        ("明光集团是专业生产伸缩管的企业。", [("produces", "伸缩管")]),
        ("明光集团成立于1998年5月。", [("founded-in", "1998年5月")]),
        ("二期工厂将于明年投产。", [("plans", "投产")]),
        ("二期工厂已于去年竣工投产。", [("has-stage", "竣工投产")]),
        ("东湾园区力争打造成为全国重要的电池基地。", [("aims-for", "全国重要的电池基地")]),
        ("Kestrel manufactures turbines.", [("produces", "turbines")]),
    ],
)
def test_a_few_words_are_an_object(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(relation, what) for _, relation, what in said(tmp_path, text, things=THINGS)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "明光集团扩大生产规模，提高生产能力。",
        "明光集团生产经营正常。",
        "二期工厂投产后，市里表示祝贺。",
        "二期工厂开工仪式举行。",
        "明光集团更在2015年成立研究机构。",
        "明光集团将发展成为大家所期待的那样。",
        "明光集团不生产吸尘器。",
        "Kestrel makes sure of it.",
    ],
)
def test_words_that_are_no_object_are_left_out(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text, things=THINGS) == []
