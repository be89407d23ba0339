"""Dates and numbers as people and spreadsheets write them."""

from __future__ import annotations

import pytest

from cityGraph.authoring.cell_values import amount, date_of_serial, iso_date, number_and_rest, period


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", "2021"),
        ("2021年", "2021"),
        ("2021-6", "2021-06"),
        ("2021年6月", "2021-06"),
        ("2021/6/9", "2021-06-09"),
        ("2021.06.09", "2021-06-09"),
        ("２０２１年６月９日", "2021-06-09"),
        ("20210609", "2021-06-09"),
        ("2024-02-29", "2024-02-29"),
        ("2021-02-29", None),
        ("2021-13", None),
        ("2021-00", None),
        ("9/6/2021", None),
        ("21-06-09", None),
        ("9999", None),
        ("44356", None),
        ("June 2021", None),
        ("", None),
    ],
)
def test_a_date_is_read_year_first_or_not_at_all(text: str, date: str | None) -> None:
    assert iso_date(text) == date


def test_the_number_of_a_date_is_turned_back() -> None:
    assert date_of_serial("44356") == "2021-06-09"
    assert date_of_serial("44356.0") == "2021-06-09"
    assert date_of_serial("2021") == date_of_serial("1234567") == ""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2021年6月", "2021-06"),
        ("2019/2021", "2019/2021"),
        ("2019-2021", "2019/2021"),
        ("2019年–2021年", "2019/2021"),
        ("2021 - 2019", None),
        ("截至2009年", "截至2009年"),
        ("since 2018", "since 2018"),
        ("十四五", "十四五"),
        ("2021-13", None),
        ("44356", None),
    ],
)
def test_a_period_is_dates_or_words(text: str, read: str | None) -> None:
    assert period(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("120", ("120", "")),
        ("1.62", ("1.62", "")),
        ("1,200,000.5", ("1200000.5", "")),
        ("１２０", ("120", "")),
        ("6-8", ("6-8", "")),
        ("6～8", ("6-8", "")),
        ("30至50", ("30-50", "")),
        ("30 to 50", ("30-50", "")),
        ("8.1%", ("8.1", "%")),
        ("８．１％", ("8.1", "%")),
        ("-5", ("-5", "")),
        ("1,20", None),
        ("120亿元", None),
        ("约120", None),
        ("三十", None),
        ("1e3", None),
        ("", None),
    ],
)
def test_a_number_has_digits_alone(text: str, read: tuple[str, str] | None) -> None:
    assert amount(text) == read


def test_a_number_is_parted_from_its_unit() -> None:
    assert number_and_rest("120亿元") == ("", "120", "亿元")
    assert number_and_rest("6–8 acres") == ("", "6–8", "acres")
    assert number_and_rest("超过120亿元") == ("超过", "120", "亿元")
    assert number_and_rest("亿元") == number_and_rest("120") == ("", "", "")
