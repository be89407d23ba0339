"""An English number is read as a whole, or not at all."""

from __future__ import annotations

from cityGraph.proof.figure_numbers_english import english_numbers
from support.rows import for_each


@for_each(
    ("text", "values"),
    [
        ("seven", [7]),
        ("forty-five", [45]),
        ("one hundred and twenty", [120]),
        ("two and a half million", [2_500_000]),
        ("half a million", [500_000]),
        ("a dozen", [12]),
        ("two dozen", [24]),
        ("three hundred thousand", [300_000]),
        ("1.5 million", [1_500_000]),
        ("$1.2bn", [1_200_000_000]),
        ("€5m", [5_000_000]),
        ("5m", [5]),
        ("hundred", [None]),
        ("nineteen ninety", [None]),
        ("two one", [None]),
        ("five and seven", [5, 7]),
        ("1,20", [None]),
        ("seventh", []),
        ("often", []),
    ],
)
def test_english_words_and_digits(text: str, values: list[int | None]) -> None:
    assert [number.value for number in english_numbers(text)] == values
