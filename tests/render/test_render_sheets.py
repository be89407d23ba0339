"""The text of a checked folder of sheets."""

from __future__ import annotations

import pytest

from cityGraph.model.sheets import PROOFS, Accepted, Checked, Refused
from cityGraph.render.sheets import checked_text
from cityGraph.render.tables import table_of
from support.process import LANGUAGES, columns, controls
from support.rows import for_each
from support.strange import STRANGE

ROWS = tuple(Accepted("claims.csv", at, "甲 · 支持 · 乙", proof) for at, proof in enumerate(PROOFS, 2))


def test_the_totals_say_how_far_each_row_is_proved() -> None:
    answer = Checked("city", ROWS, (Refused("claims.csv", 6, "object", "why", "乙"),), 5)
    assert checked_text(answer, "en", 200) == (
        "claims.csv:6 object: why; did you mean 乙?\n"
        "4 of 5 claims accepted (1 proved by a text, 1 by their quotes, 1 cited only, 1 inferred) · 1 refused\n"
    )
    assert checked_text(answer, "zh-Hant", 200).splitlines()[1] == (
        "5 條主張，接受 4 條（由文本證實 1 條、由引文證實 1 條、只註明來源 1 條、推斷 1 條） · 退回 1 處"
    )


def test_what_is_none_is_left_out() -> None:
    assert checked_text(Checked("city", (), (), 0), "en", 80) == "0 of 0 claims accepted\n"
    assert str(Refused("claims.csv", 3, "", "the row is odd")) == "claims.csv:3: the row is odd"


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_are_wrapped_and_refusals_are_not(language: str) -> None:
    answer = Checked("city", ROWS, (Refused("claims.csv", 6, "object", "why " * 40),), 5)
    first, *rest = checked_text(answer, language, 40).splitlines()
    assert columns(first) > 40
    assert max(map(columns, rest)) <= 40


@for_each("label", STRANGE)
def test_a_refusal_stays_on_its_line_and_commands_no_terminal(label: str) -> None:
    answer = Checked("city", (), (Refused("claims.csv", 6, label, label, label),), 1)
    told = checked_text(answer, "en", 80)
    assert told.count("\n") == 2
    assert not controls(told)


def test_a_row_of_the_table_is_a_refusal() -> None:
    answer = Checked("city", ROWS, (Refused("claims.csv", 6, "object", "why", "乙"), Refused("a", 1, "", "x")), 5)
    made = table_of(answer, "en")
    assert made.heads == ("table", "row", "column", "message", "suggestion")
    assert list(made.rows) == [("claims.csv", 6, "object", "why", "乙"), ("a", 1, None, "x", None)]
