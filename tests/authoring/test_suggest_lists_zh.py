"""What Chinese texts list and count."""

from __future__ import annotations

import pytest

from cityGraph.authoring.suggest_lists_zh import listed_zh, plants_zh, sets_zh
from cityGraph.proof.folded import folded

FINDERS = {"lists": listed_zh, "sets": sets_zh, "plants": plants_zh}


def found(text: str, finder: str) -> list[tuple[str, str]]:
    return [(each.name, each.kind) for each in FINDERS[finder](1, text, folded(text))]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("艾明电子、联岳半导体、全海科技等13家企业签约。", ["艾明电子", "联岳半导体", "全海科技"]),
        ("吸引鴻明、仁岳、帆海等超過130家廠商進駐。", ["鴻明", "仁岳", "帆海"]),
        ("推动新能源、新材料、生物医学等20个产业发展。", []),
        ("企业、高校等30家单位参加。", []),
    ],
)
def test_lists_that_are_counted_name_firms(text: str, firms: list[str]) -> None:
    assert [name for name, _ in found(text, "lists") if name not in ("企业", "高校")] == firms


def test_sets_and_plants_are_named_by_their_number() -> None:
    assert found("等7个外资项目，合计总投资12亿美元；13个内资项目总投资37亿元。", "sets") == [
        ("7个外资项目", "named set"),
        ("13个内资项目", "named set"),
    ]
    assert found("共1个项目，第3个项目。", "sets") == []
    assert found("目前一、二廠全線生產，三廠八月投產，第三厂区停产。", "plants") == [
        ("一、二廠", "facility"),
        ("三廠", "facility"),
    ]
