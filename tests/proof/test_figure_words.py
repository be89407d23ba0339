"""Each row of a table of words holds: its example reads so, its counter does not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cityGraph.proof.figure import folded
from cityGraph.proof.figure_words import after, before, change, together
from cityGraph.proof.figures import Figure, figures
from cityGraph.proof.tables import LANGUAGES, table
from support.rows import for_each

Row = Mapping[str, str]


def rows(purpose: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [
        pytest.param(language, row, id=f"{language}-{row[next(iter(row))]}-{number}")
        for language in LANGUAGES
        for number, row in enumerate(table(purpose, language))
    ]


def extent(text: str, figure: Figure) -> str:
    return folded(text)[figure.start : figure.end].lower()


@for_each(("language", "row"), rows("comparators"))
def test_a_comparator_is_read_at_its_side(language: str, row: Row) -> None:
    (found,) = figures(row["example"], language)
    assert found.comparator == row["comparator"]
    assert row["word"] in extent(row["example"], found)
    assert row["word"] in row["counter"].lower()
    (other,) = figures(row["counter"], language)
    assert other.comparator == ""


@for_each(("language", "row"), rows("magnitudes"))
def test_a_magnitude_multiplies(language: str, row: Row) -> None:
    (found,) = figures(row["example"], language)
    assert found.low == 3 * int(row["value"])
    assert all(figure.low == 3 for figure in figures(row["counter"], language))


@for_each(("language", "row"), rows("changes"))
def test_a_word_of_change_makes_a_figure_a_change(language: str, row: Row) -> None:
    (found,) = figures(row["example"], language)
    assert found.change == row["change"]
    (other,) = figures(row["counter"], language)
    assert other.change == ""


@for_each(("language", "row"), rows("ordinals"))
def test_a_word_of_order_makes_no_amount(language: str, row: Row) -> None:
    assert [figure.ordinal for figure in figures(row["example"], language)] == [True]
    assert [figure.ordinal for figure in figures(row["counter"], language)] == [False]


@pytest.mark.parametrize("purpose", ["units", "comparators", "magnitudes", "changes", "ordinals", "periods"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice_for_one_purpose(purpose: str, language: str) -> None:
    words = [(row.get("kind"), row.get("side"), row["word"]) for row in table(purpose, language)]
    assert words
    assert len(set(words)) == len(words)
    assert all(folded(row["word"]) == row["word"] for row in table(purpose, language)), "tables are in 简体"


@pytest.mark.parametrize(
    ("said", "certain", "means"),
    [
        ([], True, ""),
        (["over"], True, "over"),
        (["over", "over"], True, "over"),
        (["over", "at-least"], True, "over"),
        (["under", "at-most"], True, "under"),
        (["about", "over"], True, "unclear"),
        (["nearly", "over"], True, "unclear"),
        (["over"], False, "unclear"),
    ],
)
def test_two_comparators_say_one_thing_or_nothing_clear(said: list[str], certain: bool, means: str) -> None:
    assert together(said, certain) == means


def test_what_stands_around_a_number() -> None:
    assert before("约30", 1, "zh", "digits").comparators == ("about",)
    assert not before("没有约30", 3, "zh", "digits").certain
    assert after("30家左右", 3, "zh") == ("about", 5)
    assert change("下降3%", 2, 4, "zh") == "fall"
