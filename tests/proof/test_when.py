"""The period of a place."""

from __future__ import annotations

import pytest

from cityGraph.proof.statement import Statement
from cityGraph.proof.when import is_future, is_past, period_failure
from support.proving import THINGS, reading


def place(text: str, verb: str = "支持") -> tuple[int, int]:
    return text.index(verb), text.index(verb) + len(verb)


@pytest.mark.parametrize(
    ("text", "date", "future", "past"),
    [
        ("2030年甲厂支持乙厂。", "2024-05-16", (True, True), False),
        ("2030年，甲厂支持乙厂。", "2024-05-16", (True, True), False),
        ("2021年甲厂支持乙厂。", "2024-05-16", (False, False), True),
        ("2021年，甲厂支持乙厂。", "2024-05-16", (False, False), True),
        ("2024年甲厂支持乙厂。", "2024-05-16", (True, False), False),
        ("2030年甲厂扩产，现在支持乙厂。", "2024-05-16", (False, False), False),
        ("明年甲厂支持乙厂。", "2024-05-16", (True, True), False),
        ("甲厂支持乙厂。", "2024-05-16", (False, False), False),
        ("2021年甲厂支持乙厂。", "", (False, False), False),
        ("2021年以来甲厂支持乙厂。", "2024-05-16", (False, False), False),
        ("2030年扩产，甲厂支持乙厂。", "2024-05-16", (False, False), False),
    ],
)
def test_a_period_is_ahead_or_over(text: str, date: str, future: tuple[bool, bool], past: bool) -> None:
    read = reading(text, date)
    assert is_future(read, read.paragraph(1), *place(text)) == future
    assert is_past(read, read.paragraph(1), *place(text)) is past


@pytest.mark.parametrize(
    ("text", "period", "right"),
    [
        ("2021年甲厂支持乙厂。", "2021", True),
        ("2021年甲厂支持乙厂。", "2022", False),
        ("甲厂扩产。2021年支持乙厂。", "2021", True),
        ("2021年甲厂扩产。随后支持乙厂。", "2021", True),
        ("2020年甲厂扩产，2021年支持乙厂，2022年停工。", "2021", True),
        ("2020年甲厂扩产，2021年支持乙厂，2022年停工。", "2022", False),
        ("2020年甲厂扩产，支持乙厂是在2021年。", "2021", True),
        ("甲厂支持乙厂。", "", True),
        ("甲厂支持乙厂。", "2021", False),
        ("截至2021年甲厂支持乙厂。", "截至2021年", True),
    ],
)
def test_the_nearest_period_is_that_of_the_statement(text: str, period: str, right: bool) -> None:
    read = reading(text)
    statement = Statement(THINGS["明光集团"], "supports", "乙厂", "realised", period)
    assert (period_failure(statement, read, read.paragraph(1), *place(text)) is None) is right
