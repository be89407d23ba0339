"""Single numerals with their unit, and English days, in quotes."""

import pytest

from cityGraph.proof.numerals import english_days, in_one_numeral

UNITS = {"分{n}期建設": "urn:phase", "周期{n}年": "urn:years"}


@pytest.mark.parametrize(
    ("value", "unit", "phrase", "given"),
    [
        ("3", "urn:phase", "項目分三期建設", True),
        ("2", "urn:years", "建設周期兩年", True),
        ("4", "urn:phase", "項目分三期建設", False),
        ("3", "urn:phase", "機場三期改擴建", False),
        ("3", None, "項目分三期建設", False),
        ("30", "urn:phase", "項目分三期建設", False),
    ],
)
def test_numeral_counts_only_inside_the_words_of_its_unit(value: str, unit: str, phrase: str, given: bool) -> None:
    assert in_one_numeral(UNITS, value, unit, None, phrase) is given


def test_numeral_has_no_comparator() -> None:
    assert not in_one_numeral(UNITS, "3", "urn:phase", "urn:about", "項目分三期建設")


def test_english_days_are_month_and_day() -> None:
    assert english_days("from January 2 to Feb. 25") == ["01-02", "02-25"]
    assert english_days("Febrile 7, marching on") == []
