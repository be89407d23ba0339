"""A text is folded one character to one, so that every offset stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityGraph.proof.figure import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("億元", "亿元"),
        ("１２０％", "120%"),
        ("１，２００家", "1,200家"),
        ("30家，40家", "30家，40家"),
        ("50，300家", "50，300家"),
        ("（約）", "(约)"),
        ("30\u3000家", "30 家"),
        ("plain", "plain"),
        ("㎡", "㎡"),
        ("①", "①"),
    ],
)
def test_width_and_script_are_folded_and_nothing_else(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_no_text_changes_its_length(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)
