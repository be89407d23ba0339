"""How what is proved becomes a row: its status, its period, its quote."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.suggesting import folder, suggest

THINGS = "明光集团,firm,\n海岳集团,firm,\n东湾园区,zone,\n二期工厂,project,"


def claim(at: Path, text: str) -> cg.SuggestedClaim:
    (only,) = suggest(folder(at, text, things=THINGS)).claims
    return only


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("明光集团已建成二期工厂。", "realised"),
        ("明光集团将建设二期工厂。", "planned"),
        ("明光集团正在建设二期工厂。", "planned"),
    ],
)
def test_a_row_has_the_status_that_the_text_gives(tmp_path: Path, text: str, status: str) -> None:
    assert claim(tmp_path, text).status == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年5月，明光集团建成二期工厂。", "2023-05"),
        ("去年，明光集团建成二期工厂。", "2023"),
        ("明光集团于2022年建成二期工厂。", "2022"),
        ("明光集团建成二期工厂。2019年，市里表示祝贺。", ""),
    ],
)
def test_a_row_has_the_period_of_its_own_clause(tmp_path: Path, text: str, period: str) -> None:
    assert claim(tmp_path, text).period == period


def test_the_quote_is_the_shortest_that_carries_the_row(tmp_path: Path) -> None:
    text = "据悉，明光集团近日表示，位于东湾园区的海岳集团很好。海岳集团全资控股明光集团，双方满意。"
    found = {each.relation: each.quote for each in suggest(folder(tmp_path, text, things=THINGS)).claims}
    assert found["owns"] == "海岳集团全资控股明光集团"
    assert all(len(quote) <= 200 for quote in found.values())


def test_a_long_sentence_has_a_short_quote(tmp_path: Path) -> None:
    text = f"明光集团{'，热烈欢迎各地客商' * 30}，位于东湾园区。明光集团位于东湾园区。"
    assert claim(tmp_path, text).quote == "明光集团位于东湾园区"
