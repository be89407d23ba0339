"""Words that stand for a thing, and parts of longer words that do not."""

from __future__ import annotations

import pytest

from cityGraph.proof.reading import BLANK
from cityGraph.proof.standins import standins


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("公司扩产。", 1),
        ("去年公司扩产。", 1),
        ("子公司扩产。", 0),
        (f"{BLANK}公司扩产。", 0),
        ("明光支持该园区。", 1),
        ("应该园区先行。", 0),
        ("海岳与公司合作。", 1),
    ],
)
def test_a_word_stands_for_a_thing_unless_it_is_a_part_of_another(words: str, count: int) -> None:
    assert sum(each.role == "standin" for each in standins(words, "zh")) == count


def test_a_possessive_has_a_role_of_its_own() -> None:
    assert [each.role for each in standins("其产品畅销。", "zh")] == ["possessive"]


def test_a_relative_word_follows_a_name() -> None:
    assert [each.role for each in standins(f"{BLANK}, which grew", "en")] == ["standin"]
    assert standins("nobody asked which grew", "en") == []
