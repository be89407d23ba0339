"""A number of a sentence beside one of the graph: value, unit and comparator."""

from __future__ import annotations

import pytest

from cityGraph.proof.facts import Number
from cityGraph.proof.figures import figures
from cityGraph.proof.quantity_match import compatible, same_value


def number(words: str, comparator: str = "") -> Number:
    (figure,) = figures(words)
    return Number(figure, comparator, words)


def of(said: str) -> object:
    (figure,) = figures(said)
    return figure


@pytest.mark.parametrize(
    ("said", "source", "comparator"),
    [
        ("共70亿元", "共7000000000元", ""),
        ("全长28.737公里", "全长28737米", ""),
        ("面积1平方公里", "面积100公顷", ""),
        ("面积1500亩", "面积1平方公里", ""),
        ("不低于60%", "共60%", "at-least"),
        ("60%以上", "共60%", "at-least"),
        ("约239亿元", "共239亿元", "about"),
        ("40%以上", "共40%", "over"),
        ("24座", "24座", ""),
    ],
)
def test_the_same_amount_is_the_same_in_other_words(said: str, source: str, comparator: str) -> None:
    assert same_value(of(said), number(source, comparator))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "source", "comparator"),
    [
        ("共70亿美元", "共70亿元", ""),
        ("66.486米", "66.486公里", ""),
        ("63个月", "36个月", ""),
        ("36年", "36个月", ""),
        ("超过60%", "共60%", "at-least"),
        ("60%", "共60%", "at-least"),
        ("不超过10户", "10户", ""),
        ("近239亿元", "共239亿元", "about"),
        ("30至50家", "30家", ""),
    ],
)
def test_another_unit_comparator_or_value_is_not_the_same(said: str, source: str, comparator: str) -> None:
    assert not same_value(of(said), number(source, comparator))  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [("70亿元", "3美元"), ("3米", "2公里"), ("24座", "10户"), ("3个月", "2年")])
def test_amounts_of_one_dimension_can_be_of_the_same_thing(one: str, other: str) -> None:
    assert compatible(of(one), of(other))  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [("70亿元", "24座"), ("3米", "3吨"), ("60%", "60家"), ("3公顷", "3公里")])
def test_amounts_of_two_dimensions_cannot(one: str, other: str) -> None:
    assert not compatible(of(one), of(other))  # type: ignore[arg-type]
