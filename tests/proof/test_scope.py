"""What mood a place in a sentence has.

In an example, 甲 乙 丙 丁 and X Y Z stand for names, and square brackets around what a word governs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from cityGraph.proof.reading import BLANK
from cityGraph.proof.scope import MOODS, Mark, marks, moods_at
from cityGraph.proof.tables import LANGUAGES, table
from support.rows import for_each

REACHES = {"clause", "plan", "sentence", "back", "whole", "around", "past", "none"}
ROWS = [
    pytest.param(language, row, id=f"{language} {row['word'].split('|')[0]}")
    for language in LANGUAGES
    for row in table("moods", language)
]


def shown(marked: str, language: str) -> tuple[str, int, int]:
    """The sentence with its names blanked, and where its brackets stood."""
    blanked = re.sub("[甲乙丙丁]" if language == "zh" else r"\b[XYZ]\b", BLANK, marked)
    start, end = blanked.index("["), blanked.index("]") - 1
    return blanked.replace("[", "").replace("]", ""), start, end


def governing(marked: str, language: str = "zh") -> list[Mark]:
    """The marks that govern what stands in the brackets."""
    text, start, end = shown(marked, language)
    return moods_at(marks(text, language), start, end)


def moods(marked: str, language: str = "zh") -> list[str]:
    """The words that govern what stands in the brackets, each with its mood, nearest first."""
    return [f"{mark.word} {mark.mood}" for mark in governing(marked, language)]


def with_each_form(row: Mapping[str, str]) -> Iterator[str]:
    """The example of a row, with each of its forms in turn."""
    forms, example = row["word"].split("|"), row["example"]
    stands = max((form for form in forms if form.lower() in example.lower()), key=len)
    for form in forms:
        yield re.sub(re.escape(stands), form, example, count=1, flags=re.IGNORECASE)


# The table --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_wide_and_says_what_the_module_explains(language: str) -> None:
    rows = table("moods", language)
    assert len(rows) >= {"zh": 150, "en": 100}[language]
    assert {row["mood"] for row in rows} == set(MOODS)
    assert all(row["reach"] in REACHES or row["reach"].startswith("until:") for row in rows)
    assert {row["place"] for row in rows} <= {"", "start", "begin", "verb"}
    forms = [form for row in rows for form in row["word"].split("|")]
    assert len(forms) == len(set(forms))
    assert all(forms)


@for_each(("language", "row"), ROWS)
def test_each_form_governs_what_its_example_says(language: str, row: Mapping[str, str]) -> None:
    for example in with_each_form(row):
        found = [mark.mood for mark in governing(example, language)]
        if row["reach"] == "none":
            assert "planned" not in found, example
        else:
            assert row["mood"] in found, example


@for_each(("language", "row"), ROWS)
def test_no_form_governs_what_its_counter_example_says(language: str, row: Mapping[str, str]) -> None:
    found = governing(row["counter"], language)
    if row["reach"] == "none":
        assert "planned" in [mark.mood for mark in found]
    else:
        forms = row["word"].lower().split("|")
        assert not [mark.word for mark in found if mark.word.lower() in forms]


@for_each(
    ("language", "row"),
    [(language, row) for language in LANGUAGES for row in table("moods", language) if row["unless"]],
)
def test_in_a_longer_word_a_form_does_not_count(language: str, row: Mapping[str, str]) -> None:
    forms = row["word"].lower().split("|")
    for longer in row["unless"].split("|"):
        said = longer.replace("#", "5")
        assert not [mark.word for mark in marks(said, language) if mark.word.lower() in forms], longer


@cache
def _all_forms(language: str) -> frozenset[str]:
    return frozenset(form for row in table("moods", language) for form in row["word"].split("|"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_is_among_the_words_in_which_another_does_not_count(language: str) -> None:
    longer = {each for row in table("moods", language) for each in row["unless"].split("|") if each}
    assert longer & _all_forms(language) == set()


# Scripts and widths ----------------------------------------------------------------------------------------------


def test_script_and_width_do_not_matter_and_the_word_is_as_printed() -> None:
    assert moods("甲將不再[支持]乙") == ["不再 denied", "將 planned"]
    assert moods("甲将不再[支持]乙") == ["不再 denied", "将 planned"]
    assert moods("甲 不 再 [支持]乙") == ["不 再 denied"]
    assert moods("甲不擴產\uff0c[支持]乙") == []
    assert moods("X DOESN\u2019T [SUPPORT] Y", "en") == ["N\u2019T denied"]


def test_offsets_are_those_of_the_paragraph() -> None:
    (mark,) = marks("他說\uff1a沒有支持\uff0c也好")
    assert (mark.start, mark.end, mark.word) == (3, 5, "沒有")
    assert (mark.first, mark.last) == (5, 7)


def test_in_a_name_no_word_counts() -> None:
    assert moods("甲在三年計劃裡[支持]乙") == []
    assert [mark.mood for mark in marks("計劃支持")] == ["planned"]
    assert marks(BLANK * 2 + "支持") == []


# How far a denial reaches -----------------------------------------------------------------------------------------


def test_a_denial_reaches_to_the_next_comma_or_conjunction() -> None:
    assert moods("甲不以丙為龍頭的乙[產業]") == ["不以 denied"]
    assert moods("甲不建新廠,[支持]乙") == []
    assert moods("甲不是支持丙而是[支持]乙") == []
    assert moods("X does not build in Z, and [supports] Y", "en") == []
    assert moods("X did not close but [moved] to Y", "en") == []


def test_a_denial_goes_on_in_a_list_and_behind_a_time_or_a_place() -> None:
    assert moods("甲不支持丙,以及[乙]") == ["不支持 denied"]
    assert moods("甲不再於2030年,[支持]乙") == ["不再 denied"]
    assert moods("甲不會在丙,[支持]乙") == ["不會 denied"]
    assert moods("X did not, however, [support] Y", "en") == ["not denied"]
    assert moods("X did not support Z, or [Y]", "en") == ["not denied"]


def test_two_denials_side_by_side_deny_nothing() -> None:
    for said in ("並非不", "不得不", "不能不", "從未停止", "並未取消", "沒有放棄"):
        assert moods(f"甲{said}[支持]乙") == [], said
    assert moods("X is not without [support] for Y", "en") == []
    assert moods("X did not stop [supporting] Y", "en") == []


def test_not_only_is_no_denial() -> None:
    assert moods("甲不僅[支持]丙,而且支持乙") == []
    assert moods("甲不但支持丙,還[支持]乙") == []
    assert moods("X not only [supports] Z but also Y", "en") == []


def test_a_denial_behind_what_it_denies_reaches_back() -> None:
    assert moods("甲[收購]乙的消息不實") == ["不實 denied"]
    assert moods("甲[收購]乙的計劃,因故被取消") == ["被取消 denied"]
    assert moods("甲[收購]乙。丙的計劃被取消") == []
    assert moods("The deal in which X [buys] Y has been scrapped", "en") == ["has been scrapped denied"]


def test_what_is_left_out_is_denied() -> None:
    assert moods("除[甲]外,各市支持乙") == ["除 denied"]
    assert moods("除甲外,丙[支持]乙") == []
    assert moods("除甲[支持]乙") == []


# How far a plan reaches -------------------------------------------------------------------------------------------


def test_a_plan_reaches_over_commas_to_the_end_of_the_sentence_or_to_a_semicolon() -> None:
    assert moods("甲將擴建丙,並[支持]乙") == ["將 planned"]
    assert moods("甲將擴建丙\uff1b並[支持]乙") == []
    assert moods("甲將擴建丙。甲[支持]乙") == []
    assert moods("X will build Z, and [support] Y", "en") == ["will planned"]
    assert moods("X will build Z. X [supports] Y", "en") == []


def test_a_plan_ends_before_a_part_that_says_that_something_is_done() -> None:
    assert moods("甲將擴建丙,已[支持]乙") == ["已 done"]
    assert moods("甲將擴建丙,目前[支持]乙") == []
    assert moods("甲將把已收購的乙[併入]丙") == ["已 done", "將把 planned"]
    assert moods("X will build Z, it has [supported] Y", "en") == ["has done"]


def test_a_sentence_does_not_end_at_a_decimal_point_or_an_abbreviation() -> None:
    assert moods("X will invest 1.5 million and [support] Y", "en") == ["will planned"]
    assert moods("X will join Foo Inc. and [support] Y", "en") == ["will planned"]


# Hearsay, conditions, brackets ------------------------------------------------------------------------------------


def test_hearsay_and_conditions_reach_to_the_end_of_the_sentence() -> None:
    assert moods("據傳甲談了很久,仍[收購]乙") == ["據傳 hearsay"]
    assert "若 condition" in moods("若丙同意,甲[支持]乙")
    assert moods("據傳丙來了。甲[收購]乙") == []
    assert moods("X, reportedly, [owns] Y", "en") == ["reportedly hearsay"]


def test_what_the_press_writes_with_a_source_is_no_hearsay() -> None:
    assert moods("據悉,甲[收購]乙") == []
    assert moods("據了解,甲[收購]乙") == []


def test_in_brackets_a_word_governs_nothing_outside() -> None:
    assert moods("甲(原丙)[支持]乙") == []
    assert moods("甲\uff08原丙\uff09[支持]乙") == []
    assert moods("甲(原[丙])支持乙") == ["原 former"]
    assert moods("甲“不再”[支持]乙") == ["不再 denied"]


# Words that look alike --------------------------------------------------------------------------------------------


@for_each(
    "said",
    [
        *(
            "不斷",
            "不同",
            "不鏽鋼",
            "未來感",
            "非公企業",
            "無人機",
            "將軍路",
            "模擬",
            "虛擬園區",
            "計劃單列市",
            "原料",
            "原創",
            "原有",
        ),
        *("目前", "前景", "前十", "例如丙、丁,", "譬如", "除夕", "是非", "如何", "前列", "前期", "平原"),
    ],
)
def test_a_word_that_only_looks_like_one_governs_nothing(said: str) -> None:
    found = [mark for mark in governing(f"甲的{said}[支持]乙") if mark.mood != "done"]
    assert [mark.word for mark in found] == []


@pytest.mark.parametrize(
    "said",
    ["in May 2024 X", "No. 3 plant X", "X, second to none,", "Without a doubt X", "X, no doubt,", "X as planned"],
)
def test_an_english_word_that_only_looks_like_one_governs_nothing(said: str) -> None:
    assert moods(f"{said} [supported] Y", "en") == []


# Which is nearest -------------------------------------------------------------------------------------------------


def test_the_nearest_word_comes_first() -> None:
    assert moods("據傳甲將不再[支持]乙") == ["不再 denied", "將 planned", "據傳 hearsay"]


def test_a_place_at_the_end_of_a_word_is_governed_by_it() -> None:
    assert moods("甲不[支持]乙") == ["不支持 denied"]


@pytest.mark.parametrize("mood", MOODS)
def test_an_added_word_gives_its_mood_in_either_script_and_any_case(mood: str) -> None:
    assert mood in {mark.mood for mark in marks("這件事啞火了一半", "zh", (("哑火", mood),))}
    assert mood in {mark.mood for mark in marks("It is Dead in the Water now.", "en", (("dead in the water", mood),))}
    assert not marks("It is dead in the waters now.", "en", (("dead in the water", mood),))


def test_an_added_word_takes_no_mood_away() -> None:
    told = {mark.mood for mark in marks("並不支持", "zh", (("并不支持", "done"), ("并", "denied")))}
    assert told == {"denied", "done"}
