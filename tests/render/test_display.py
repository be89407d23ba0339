"""Text from the data on a screen: safe, and with the punctuation of its language."""

from __future__ import annotations

import pytest
from hypothesis import given

from cityGraph.render.display import display, full_width
from support.process import controls
from support.strange import ANY, quick


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("錨鏈(北港)有限公司", "錨鏈（北港）有限公司"),
        ("品牌相同,在北港;原文沒有說明", "品牌相同，在北港；原文沒有說明"),
        ("理由:同名", "理由：同名"),
        ("誰的?", "誰的？"),
        # Between words and numbers of Latin letters, and before a space, the marks stay.
        ("Anchor (city), 1:2", "Anchor (city), 1:2"),
        ("the leader (“鏈主”) of it", "the leader (“鏈主”) of it"),
        ("(北港)起步區", "（北港）起步區"),
        ("its name contains “錨鏈”, and more", "its name contains “錨鏈”, and more"),
        ("見 https://example.org/a:b,c", "見 https://example.org/a:b,c"),
        # Quotation marks keep what a source printed.
        ("原文「今年,北港(區)」,沒有說明", "原文「今年,北港(區)」，沒有說明"),
        ("“今年,北港”:如此", "“今年,北港”：如此"),
    ],
)
def test_chinese_has_full_width_punctuation_outside_quotation_marks(typed: str, shown: str) -> None:
    assert full_width(typed) == shown


@quick
@given(ANY)
def test_only_marks_change_and_none_commands_a_terminal(text: str) -> None:
    assert len(full_width(text)) == len(text)
    assert not controls(display(text))
