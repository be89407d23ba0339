"""Figures and periods agree with jionlp, a Chinese parser that others wrote, wherever it reads a phrase rightly.

It reads 简体 alone. It refuses, or reads wrongly, what `REFUSED` and `WRONG` list: those are left to our own tests.
"""

from __future__ import annotations

import calendar
import contextlib
import importlib
import io
import os
import random
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cityGraph.proof.figure import folded
from cityGraph.proof.figure_numbers import chinese_numbers
from cityGraph.proof.figures import Figure, figures
from cityGraph.proof.periods import Period, periods
from support.rows import for_each

Read = Callable[[str], dict[str, Any] | None]
DATA = Path(__file__).parents[2] / "data" / "triples.ttl"
CURRENCIES = {"元": "CNY", "美元": "USD", "港元": "HKD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP", "新台币": "TWD"}
# How it names a comparator: "blur" is about, "blur+" more, "blur-" less; it does not tell over from at-least.
DEFINITIONS = {
    "": "accurate", "about": "blur", "nearly": "blur-", "over": "blur+", "under": "blur-", "at-least": "blur+",
    "at-most": "blur-",
}  # fmt: skip
REFUSED = {
    "突破30亿元": "it has no 突破",
    "突破百亿元": "it has no 突破",
    "接近30亿元": "it has 近 alone, and is left with 接",
    "至多30亿元": "it has 多 alone, and is left with 至",
    "最少30亿元": "it has no 最少",
    "30亿元以内": "it has no 以内",
    "30亿元有余": "it has no 有余",
}
WRONG = {
    "12亿3000万元": "it adds a second 亿 up: 1530030000",
    "1亿2000万元": "it adds a second 亿 up: 220020000",
    "不低于30亿元": "it takes 不低于 for 低于",
    "不少于30亿元": "it takes 不少于 for 少于",
    "两千三百百万元": "it reads what is no number",
}


@pytest.fixture(scope="module")
def jionlp() -> Any:
    with contextlib.redirect_stdout(io.StringIO()):  # it prints a banner
        if os.environ.get("CI") and sys.version_info < (3, 12):
            return importlib.import_module("jionlp")
        return pytest.importorskip("jionlp")


@pytest.fixture(scope="module")
def money(jionlp: Any) -> Read:
    def read(words: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = jionlp.parse_money(words)
        except ValueError:
            return None
        return found

    return read


def ends(found: dict[str, Any]) -> tuple[Decimal, Decimal]:
    number = found["num"]
    low, high = (number, number) if isinstance(number, str) else number
    return Decimal(low), Decimal(high)


def phrases() -> list[str]:
    quotes = re.findall(r'cg:phrase "([^"]*)"@zh', DATA.read_text("utf-8"))
    return sorted({folded(quote) for quote in quotes if figures(quote)})


def test_every_amount_of_the_city_has_the_value_that_jionlp_reads(
    money: Read,
) -> None:
    compared = 0
    for phrase in phrases():
        for figure in figures(phrase):
            number = phrase[figure.number_start : figure.number_end]
            found = money(number + "元")
            if figure.ordinal or figure.unit == "times" or found is None:
                assert figure.ordinal or figure.unit == "times", phrase
                continue
            (plain,) = chinese_numbers(number)
            assert plain.value is not None
            assert ends(found) == (round(plain.value, 2),) * 2, phrase  # it rounds to two places
            compared += 1
    assert compared > 100


def test_generated_amounts_have_the_value_the_currency_and_the_comparator_of_jionlp(
    money: Read,
) -> None:
    chance = random.Random(20260101)
    numbers = ["120", "1.62", "8,000", "3", "50", "1200", "35.5", "一百二十", "两千三百", "十五", "二十"]
    before = {
        "": "", "约": "about", "大约": "about", "近": "nearly", "将近": "nearly", "超过": "over", "超": "over",
        "逾": "over", "高于": "over", "不到": "under", "不足": "under", "低于": "under", "少于": "under",
        "至少": "at-least", "不超过": "at-most", "不高于": "at-most",
    }  # fmt: skip
    behind = {"左右": "about", "上下": "about", "以上": "at-least", "以下": "at-most"}
    for _ in range(1500):
        number, power = chance.choice(numbers), chance.choice(["", "万", "亿", "万亿"])
        currency = chance.choice(list(CURRENCIES))
        if chance.random() < 0.7:
            word, comparator = chance.choice(list(before.items()))
            phrase = f"{word}{number}{power}{currency}"
        else:
            word, comparator = chance.choice(list(behind.items()))
            phrase = f"{number}{power}{currency}{word}"
        (figure,) = figures(phrase)
        found = money(phrase)
        assert found is not None, phrase
        assert ends(found) == (figure.low, figure.high), phrase
        assert CURRENCIES[found["case"]] == figure.unit, phrase
        assert figure.comparator == comparator, phrase
        assert found["definition"] == DEFINITIONS[comparator], phrase


def test_generated_ranges_and_more_have_the_ends_of_jionlp(money: Read) -> None:
    for joint in ("-", "—", "至"):
        for power in ("", "万", "亿"):
            (figure,) = figures(f"3{joint}5{power}元")
            assert ends(money(f"3{joint}5{power}元") or {}) == (figure.low, figure.high)
    for phrase in ("30余亿元", "30多亿元", "30亿余元", "五百多万元", "两千多元"):
        (figure,) = figures(phrase)
        low, high = ends(money(phrase) or {})
        assert figure.comparator == "over"
        assert (low, low < high) == (figure.low, True)


@pytest.mark.parametrize("phrase", sorted(REFUSED))
def test_what_jionlp_refuses_is_still_refused_by_it(phrase: str, money: Read) -> None:
    assert money(phrase) is None
    assert len(figures(phrase)) == 1


@pytest.mark.parametrize("phrase", sorted(WRONG))
def test_what_jionlp_reads_wrongly_is_still_read_wrongly(phrase: str, money: Read) -> None:
    def same(figure: Figure) -> bool:
        found = money(phrase)
        said = found is not None and found["definition"] == DEFINITIONS[figure.comparator]
        return said and found is not None and ends(found) == (figure.low, figure.high)

    assert not any(same(figure) for figure in figures(phrase))


def bounds(period: Period) -> list[str]:
    """The first and the last second of a period."""
    first = (period.first + "-01-01")[:10] if len(period.first) == 4 else (period.first + "-01")[:10]
    last = period.last + "-12" if len(period.last) == 4 else period.last
    if len(last) == 7:
        last += f"-{calendar.monthrange(int(last[:4]), int(last[5:]))[1]:02}"
    return [f"{first} 00:00:00", f"{last} 23:59:59"]


@for_each(
    "words",
    [
        "2011年3月25日", "2011年3月", "2011年", "二〇二五年", "2025年上半年", "2025年下半年", "2025年第一季度",
        "2025年三季度",
        "去年", "今年", "明年", "前年", "今年9月", "去年12月", "今年上半年", "3月25日", "2021年至2025年", "2025-03-27",
        "2021/09/30",
    ],
)  # fmt: skip
def test_periods_have_the_bounds_of_jionlp(words: str, jionlp: Any) -> None:
    (period,) = periods(words, "2011-03-29")
    found = jionlp.parse_time(words, time_base={"year": 2011, "month": 3, "day": 29})
    assert found["time"] == bounds(period)


@pytest.mark.parametrize("words", ["本月", "上月", "“十四五”期间"])
def test_periods_that_jionlp_refuses(words: str, jionlp: Any) -> None:
    with pytest.raises(ValueError, match=r"illegal|can not"):
        jionlp.parse_time(words, time_base={"year": 2011, "month": 3, "day": 29})
    assert periods(words, "2011-03-29")[0].first
