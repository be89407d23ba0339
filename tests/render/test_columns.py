"""Text wrapped by its display width."""

from __future__ import annotations

import re
import subprocess
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from cityGraph.model.claim import STANDINGS
from cityGraph.render.columns import COLOURS, width, wrap
from support.rows import for_each
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


@for_each(
    ("text", "columns"),
    [
        ("", 0), ("TISCO", 5), ("太鋼", 4), ("Tàigāng", 7), ("e\u0301", 1), ("「太鋼」→◇", 10), ("👩\u200d🚀", 2),
        ("👍🏽", 2), ("🇨🇳", 2), ("❤\ufe0f", 2), ("ก็", 1), ("ที่", 1), ("नमस्ते", 4), ("한", 2), ("\u200d", 0),
    ],
)  # fmt: skip
def test_width_counts_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns


def test_wrap_keeps_a_joined_emoji_in_one_piece() -> None:
    assert wrap("太👩\u200d🚀鋼👩\u200d🚀", 4) == ["太👩\u200d🚀", "鋼👩\u200d🚀"]


def test_plain_chinese_is_measured_without_loading_wcwidth() -> None:
    code = "import sys; from cityGraph.render.columns import width; "
    code += "width('太鋼 Tàigāng「」—→'); print('wcwidth' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_each_status_has_a_colour_of_its_own() -> None:
    assert len({COLOURS[status] for status in STANDINGS}) == len(STANDINGS) > 3


def test_of_a_text_that_nobody_reads_to_its_end_the_beginning_is_shown_with_its_length() -> None:
    lines = wrap("長" * 10_000_000, 40)
    assert lines[-1].endswith("…[5,000/10,000,000]")
    assert "".join(lines).count("長") == 5_000
    assert "".join(wrap("長" * 5_000, 40)) == "長" * 5_000


@quick
@given(st.text(alphabet="太鋼，（）。、「」TI“”", max_size=60), st.integers(10, 30))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(text: str, columns: int) -> None:
    # Where signs alone are wider than a line, they must be parted.
    if not re.search(r"[，（）。、「」“”]{3}", text):
        lines = wrap(text, columns)
        assert "".join(lines) == text
        assert not any(line[0] in "，）。、」”" for line in lines[1:])
        assert not any(line[-1] in "（「“" for line in lines[:-1])
