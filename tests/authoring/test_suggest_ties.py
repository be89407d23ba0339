"""Which ties of two things are suggested, and which one of several words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.suggest_ties import rules
from cityGraph.proof.tables import table
from support.suggesting import said

THINGS = (
    "明光集团,firm,明光\n海岳集团,firm,\n东湾园区,zone,园区\n云河,city,云河市\n周立伟,person,\n春季论坛,event,论坛\n"
    "二期工厂,project,\nKestrel,firm,\nMarram,firm,\nEastlake Park,zone,\nInes Calloway,person,"
)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("明光集团位于东湾园区。", ("明光集团", "located-in", "东湾园区")),
        ("春季论坛由云河市主办。", ("云河", "hosts", "春季论坛")),
        ("春季论坛由周立伟主持。", ("周立伟", "chairs", "春季论坛")),
        ("海岳集团为明光集团配套。", ("海岳集团", "supplies", "明光集团")),
        ("明光集团与海岳集团签署合作协议。", ("明光集团", "cooperates-with", "海岳集团")),
        ("海岳集团全资控股明光集团。", ("海岳集团", "owns", "明光集团")),
        ("明光集团董事长周立伟出席。", ("周立伟", "holds-office", "明光集团董事长")),
        ("Kestrel owns Marram.", ("Kestrel", "owns", "Marram")),
        ("Marram has opened in Eastlake Park.", ("Marram", "located-in", "Eastlake Park")),
        ("CEO Ines Calloway spoke.", ("Ines Calloway", "holds-office", "CEO")),
    ],
)
def test_a_tie_is_suggested_once_in_its_own_direction(tmp_path: Path, text: str, tie: tuple[str, str, str]) -> None:
    found = said(tmp_path, text, things=THINGS)
    ends = [each for each in found if {each[0], each[2]} == {tie[0], tie[2]}]
    assert ends == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "明光集团没有入驻东湾园区。",
        "据传，海岳集团将收购明光集团。",
        "如果条件成熟，明光集团将支持海岳集团。",
        "明光集团、海岳集团协办了活动。",
        "明光集团参会。海岳集团参观了东湾园区。",
        "周立伟领导出席，春季论坛闭幕。",
        "Kestrel does not own Marram.",
        "Marram may move to Eastlake Park, according to rumours.",
    ],
)
def test_what_is_denied_or_only_near_is_left_out(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text, things=THINGS) == []


def test_each_relation_is_one_of_the_lexicon() -> None:
    known = {row["relation"]: row for row in table("ends", "any")}
    for relation, rule in rules().items():
        for side, families in (("subjects", rule.subjects), ("objects", rule.objects)):
            allowed = set(known[relation][side].split())
            assert "*" in allowed or families <= allowed | {"designation"}, relation
