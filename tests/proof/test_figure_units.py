"""Each unit of the tables is read where its word is one, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cityGraph.proof.figure import folded
from cityGraph.proof.figure_units import any_of, rate_behind, unit_behind, units
from cityGraph.proof.figures import figures
from cityGraph.proof.tables import LANGUAGES, table
from support.rows import for_each

Row = Mapping[str, str]


def rows() -> list[tuple[str, Row]]:
    return [(language, row) for language in LANGUAGES for row in table("units", language)]


@for_each(("language", "row"), rows(), ids=[f"{language}-{row['word']}" for language, row in rows()])
def test_a_unit_is_read_where_its_word_is_one(language: str, row: Row) -> None:
    word = row["word"].replace("{n}", "").strip()
    assert (row["unit"], word) in [(f.unit, folded(f.unit_words)) for f in figures(row["example"], language)]
    assert word not in [f.unit_words for f in figures(row["counter"], language)]
    assert row["example"] != row["counter"]


@pytest.mark.parametrize(
    ("text", "at", "language", "key"),
    [
        ("30吨/年", 2, "zh", "t/year"),
        ("30吨位", 2, "zh", None),
        ("30元/平方米", 2, "zh", "CNY/m2"),
        ("30 元", 2, "zh", "CNY"),
        ("30千瓦时", 2, "zh", "Wh"),
        ("30家庭", 2, "zh", None),
        ("30 MW", 2, "en", "W"),
        ("30 mw", 2, "en", None),
        ("30-acre", 2, "en", "acre"),
        ("30 acres a year", 2, "en", "acre/year"),
        ("30 acreages", 2, "en", None),
        ("5m visitors", 1, "en", None),
        ("5m long", 1, "en", "m"),
    ],
)
def test_a_unit_ends_where_its_word_ends(text: str, at: int, language: str, key: str | None) -> None:
    found = unit_behind(text, at, language)
    assert (found.key if found else None) == key


def test_the_longest_word_is_tried_first() -> None:
    assert any_of(["元", "元人民币"]) == "元人民币|元"


def test_a_rate_may_stand_behind_the_amount() -> None:
    assert rate_behind("$3m a year", 3, "en") == ("year", 10)
    assert rate_behind("$3m again", 3, "en") is None


def test_every_factor_is_a_number_and_every_unit_has_one_base() -> None:
    assert all(float(row["factor"]) > 0 for language in LANGUAGES for row in units(language).values())
    both = units("zh").keys() & units("en").keys()
    assert all(units("zh")[word]["unit"] == units("en")[word]["unit"] for word in both - {"¥{n}"})  # yuan or yen
