"""Text wrapped by its display width."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cityGraph.render.columns import width, wrap
from support.strange import ANY, quick


@quick
@given(ANY, st.integers(2, 60))
@example("⌚⌚⌚⌚", 3)
@example("ᄀ" * 20 + " 太", 5)
@example("\u3000\u3000太\xa0\xa0鋼", 2)
@example("x" * 1_000 + "\u0301" * 1_000, 40)
def test_wrapped_text_keeps_every_word_and_stays_within_its_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert lines
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width, lines)) <= columns
