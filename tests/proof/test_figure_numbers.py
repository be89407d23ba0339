"""A number is read as a whole, or not at all."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cityGraph.proof.figure_numbers import chinese_numbers, magnitudes, numeral
from support.rows import for_each

DIGITS = "零一二三四五六七八九"


@for_each(
    ("words", "value"),
    [
        ("一百二十亿", 12_000_000_000),
        ("两千三百", 2300),
        ("两千零五", 2005),
        ("一百零八", 108),
        ("十", 10),
        ("十五", 15),
        ("廿六", 26),
        ("卅", 30),
        ("百", 100),
        ("百万", 1_000_000),
        ("千亿", 100_000_000_000),
        ("万亿", 1_000_000_000_000),
        ("一点", None),
        ("一万二千亿", 1_200_000_000_000),
        ("三亿五千万", 350_000_000),
        ("五兆", 5_000_000_000_000),
        ("一万五", None),
        ("一百五", None),
        ("三五", None),
        ("二三十", None),
        ("二〇二五", None),
        ("百千万亿", None),
        ("", None),
    ],
)
def test_a_numeral_has_one_value_or_none(words: str, value: int | None) -> None:
    assert numeral(words) == value


@for_each(
    ("text", "values"),
    [
        ("1,200亿", ["120000000000"]),
        ("1.6万亿", ["1600000000000.0"]),
        ("1亿2000万", ["120000000"]),
        ("12亿3,000万", ["1230000000"]),
        ("3万5千", ["35000"]),
        ("3万5000", ["35000"]),
        ("3万5", [None]),
        ("1000多万", ["10000000"]),
        ("120亿一期", ["12000000000"]),
        ("3千米", ["3"]),
        ("600兆瓦", ["600"]),
        ("1,23", [None]),
        ("1.2.3", [None]),
        ("1，200", [None]),
        ("12 亿", ["1200000000"]),
        ("5百万", ["5000000"]),
        ("3十", [None]),
        ("数十亿", [None]),
        ("十几", [None]),
        ("2000万1亿", [None]),
        ("007", [None]),
    ],
)
def test_digits_take_all_their_magnitudes(text: str, values: list[str | None]) -> None:
    found = [number.value for number in chinese_numbers(text)]
    assert [None if value is None else str(value) for value in found] == values


@given(st.integers(min_value=1, max_value=99_999_999))
def test_each_number_below_100_million_is_read_from_its_numeral(number: int) -> None:
    def small(value: int) -> str:
        words, gap = "", False
        for power, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, value = divmod(value, power)
            if digit:
                words += ("零" if gap and words else "") + DIGITS[digit] + mark
                gap = False
            else:
                gap = True
        return words

    high, low = divmod(number, 10_000)
    words = (
        (small(high) + "万" if high else "") + ("零" if high and 0 < low < 1000 else "") + (small(low) if low else "")
    )
    assert numeral(words) == number
    assert [found.value for found in chinese_numbers(words)] == [number]


@given(st.decimals(min_value=1, max_value=999_999, places=2), st.sampled_from(["", "万", "亿", "千万", "百万", "万亿"]))
def test_digits_with_a_magnitude_are_their_product(value: Decimal, power: str) -> None:
    for printed in (f"{value}", f"{value:,}"):
        (found,) = chinese_numbers(printed + power)
        assert found.value == value * (numeral(power) if power else 1)  # type: ignore[operator]


def test_a_magnitude_is_known_by_its_word() -> None:
    assert magnitudes("zh")["亿"][0] == 100_000_000
    assert magnitudes("en")["m"][1] == "money"
