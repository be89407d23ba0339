"""Figures as people read them, and the words of sources in quotation marks, with our translation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.figures import figure_text, is_foreign, object_text, own_words, qualifier_text
from cityGraph.render.words import WORDS
from support.nouns import FIRM, claim, number, qualifier
from support.process import LANGUAGES
from support.strange import quick

ZH, HANS, EN = WORDS["zh-Hant"], WORDS["zh-Hans"], WORDS["en"]
PURPOSE = cg.Qualifier("purpose", "purpose", "擴區增容", "擴區增容", "zh-Hant", "larger zones")


def figure(value: str, unit: str = "", comparator: str = "") -> cg.Claim:
    said = [qualifier(name, name, text) for name, text in (("unit", unit), ("comparator", comparator)) if text]
    return claim(what=number(value), qualifiers=tuple(said))


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "text"),
    [
        ("7000000000", "元", "", "70億元"),
        ("5630000000", "元", "約", "約56.3億元"),
        ("1200000000000", "元", "", "1.2萬億元"),
        # More than three decimal places are harder to read than the digits; nothing is rounded away.
        ("563000001", "元", "", "563,000,001元"),
        ("1234560000", "元", "", "123,456萬元"),
        ("15678", "人", "", "15,678人"),
        ("9999", "家", "≥", "≥9,999家"),
        ("60.0", "%", "", "60%"),
        ("7.50", "畝", "", "7.5畝"),
        ("-20000", "", "", "-2萬"),
        ("0", "", "", "0"),
    ],
)
def test_a_figure_in_chinese(value: str, unit: str, comparator: str, text: str) -> None:
    assert figure_text(figure(value, unit, comparator), ZH) == text


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "text"),
    [
        ("7000000000", "yuan", "", "7 billion yuan"),
        ("5630000000", "yuan", "about", "about 5.63 billion yuan"),
        ("1200000000000", "yuan", "", "1.2 trillion yuan"),
        ("560000", "t", "", "560,000 t"),
        ("3000", "companies", "at least", "at least 3,000 companies"),
        ("1", "companies", "", "1 company"),
        ("1", "technology centres", "", "1 technology centre"),
        ("1", "people", "", "1 person"),
        ("60", "%", "at least", "at least 60%"),
        ("2", "×", "", "2×"),
        ("223", "rank", "", "rank 223"),
        ("4", "", "", "4"),
    ],
)
def test_a_figure_in_english(value: str, unit: str, comparator: str, text: str) -> None:
    assert figure_text(figure(value, unit, comparator), EN) == text


@pytest.mark.parametrize("value", ["百億", "1e9", "1.2.3", "", "9" * 25, "+5"])
def test_what_is_no_plain_number_stands_as_the_source_has_it(value: str) -> None:
    assert figure_text(claim(what=number(value)), ZH).replace(" ", "") == value


def test_a_year_is_no_amount() -> None:
    assert object_text(claim(what=number("2025", "gYear")), EN) == "2025"
    assert object_text(claim(what=number("20250", "integer")), ZH) == "20250"


@quick
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_a_figure_keeps_its_value_in_every_language(value: Decimal) -> None:
    for language in LANGUAGES:
        words = WORDS[language]
        text = figure_text(figure(str(value)), words).strip()
        # Longest first: 萬億 ends in 億.
        sizes = {word: size for size, word in sorted(words["scales"], key=lambda each: -len(each[1]))} | {"": 1}
        scale = next(word for word in sizes if text.endswith(word))
        assert Decimal(text.removesuffix(scale).replace(",", "")) * sizes[scale] == value


def test_the_object_of_a_claim_is_a_name_a_figure_or_a_text() -> None:
    assert object_text(claim(what=FIRM), EN) == FIRM.label
    assert object_text(figure("20000", "噸"), ZH) == "2萬噸"
    called = claim(what=cg.Value("錨鏈集團", "urn:text", "zh-Hant"))
    assert [object_text(called, words) for words in (ZH, HANS, EN)] == ["錨鏈集團", "“錨鏈集團”", "“錨鏈集團”"]


def test_the_words_of_a_source_are_quoted_and_our_translation_follows() -> None:
    assert qualifier_text(PURPOSE, EN) == "“擴區增容” (larger zones)"
    assert qualifier_text(PURPOSE.replace(gloss=""), ZH) == "「擴區增容」"
    # A year, a term and a number are nobody's words.
    assert qualifier_text(qualifier("period", "時間", "2025"), ZH) == "2025"


def test_only_another_script_than_the_reader_asked_for_is_foreign() -> None:
    assert (is_foreign("錨鏈", "zh-Hans", ZH), is_foreign("Anchor", "en", HANS)) == (False, False)
    assert (is_foreign("锚链", "zh-Hans", HANS), is_foreign("錨鏈", "zh-Hant", HANS)) == (False, True)
    assert own_words("錨鏈", None, HANS) == "“錨鏈”"


def test_the_city_has_its_purposes_in_both_languages(city: cg.CityGraph) -> None:
    with cg.open(language="en") as english:
        for graph, gloss in ((city, ""), (english, "faster smart upgrading and digital transformation")):
            (support,) = cg.neighbors(graph, "太鋼", relations=["supports"])
            (purpose,) = [each for each in support.qualifiers if each.name == "purpose"]
            assert (purpose.value, purpose.language, purpose.gloss) == ("加快智改數轉", "zh-Hant", gloss)
