"""What a text proves in form and does not mean is no suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.suggesting import said

THINGS = (
    "明光集团,firm,\n海岳集团,firm,\n东湾园区,zone,\n北湾园区,zone,\n云河,city,云河市\n云河城市圈,region,\n三年计划,programme,\n"
    "Kestrel,firm,\nHarbour Station,facility,\nEastlake Park,zone,\nCalder,region,\nMarram Park,zone,"
)


@pytest.mark.parametrize(
    "text",
    [
        # a general word stands for a firm that another paragraph names
        "明光集团参会。\n\n企业入驻东湾园区。",
        # another noun has the verb
        "东湾园区的重点项目位于北湾园区。",
        "明光集团的二号工厂位于东湾园区。",
        # side by side in a list, or a plan beside a place
        "东湾园区、北湾园区参加。",
        "云河城市圈建设加快。",
        "云河市三年计划出台。",
        # a part of a longer name
        "市里举行“东湾园区开园活动”，明光集团协办。",
        "The project near Harbour Station was praised. The project is led by Kestrel.",
        "INVEST Calder works closely with Marram Park.",
        "Its Eastlake Park office is in town.",
        # only the owner of what is meant
        "Kestrel develops Eastlake Park's data systems.",
    ],
)
def test_it_is_left_out(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text, things=THINGS) == []


def test_the_only_park_of_a_text_may_be_called_the_park(tmp_path: Path) -> None:
    text = "东湾园区开园。东湾园区很大。\n\n园区引进明光集团。"
    assert ("东湾园区", "hosts", "明光集团") in said(
        tmp_path / "a", text, things=THINGS.replace("北湾园区,zone,\n", "")
    )
    two = "东湾园区开园。北湾园区开园。\n\n园区引进明光集团。"
    assert said(tmp_path / "b", two, things=THINGS) == []
