"""Rows that show the basis of a claim, their heading and notes, and figures as a newspaper prints them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.columns import plain
from cityGraph.render.plan_rows import empty_text, figure_text, heading, moment_text, notes_on, resolved_mark, row
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, claim, number, qualifier
from support.process import LANGUAGES, controls
from support.strange import ANY, quick

ZH, EN = WORDS["zh-Hant"], WORDS["en"]


def figure(value: str, unit: str = "", comparator: str = "") -> cg.Claim:
    said = [qualifier(name, name, text) for name, text in (("unit", unit), ("comparator", comparator)) if text]
    return claim(what=number(value), qualifiers=tuple(said))


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "chinese", "english"),
    [
        ("7", "", "", "7", "7"),
        ("7.50", "畝", "", "7.5 畝", "7.5 畝"),
        ("60", "%", "≥", "≥ 60 %", "≥ 60 %"),
        ("9999", "元", "", "9,999 元", "9,999 元"),
        ("150000000", "元", "約", "約 1.5 億元", "約 150 million 元"),
        ("-20000", "", "", "-2 萬", "-20,000"),
        ("1000000000000", "元", "", "10,000 億元", "1,000 billion 元"),
        ("0", "", "", "0", "0"),
    ],
)
def test_a_figure_has_comparator_digits_in_the_scale_of_the_language_and_unit(
    value: str, unit: str, comparator: str, chinese: str, english: str
) -> None:
    said = figure(value, unit, comparator)
    assert (figure_text(said, ZH), figure_text(said, EN)) == (chinese, english)


@pytest.mark.parametrize("value", ["百億", "1e9", "1.2.3", "", "9" * 25, "+5"])
def test_what_is_no_plain_number_stands_as_the_source_has_it(value: str) -> None:
    said = claim(what=number(value, "string"))
    assert figure_text(said, ZH) == value
    assert figure_text(said.replace(object=number(value)), ZH).replace(" ", "") == value


@quick
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_a_figure_keeps_its_value_in_every_language(value: object) -> None:
    from decimal import Decimal

    for language in LANGUAGES:
        words = WORDS[language]
        digits, _, scale = figure_text(figure(str(value)), words).partition(" ")
        sizes = {word.strip(): size for size, word in words["scales"]} | {"": 1}
        assert Decimal(digits.replace(",", "")) * sizes[scale] == Decimal(str(value))


@quick
@given(ANY)
@example("\x1b[31m")
def test_a_figure_of_any_text_commands_no_terminal(text: str) -> None:
    assert not controls(figure_text(figure(text, text, text), ZH))
    assert not controls(figure_text(figure("7", text, text), ZH))


def test_only_a_resolved_claim_is_marked() -> None:
    mark = ZH["noted"].format(note=ZH["basis"][1])
    assert [resolved_mark(claim(basis=basis), ZH) for basis in ("stated", "resolved", "inferred")] == ["", mark, ""]


def test_a_row_shows_the_mark_and_those_qualifiers_that_are_asked_for() -> None:
    several = tuple(qualifier(name, name, "甲") for name in ("purpose", "verb", "level", "share", "period"))
    said = claim(basis="resolved", qualifiers=several)
    line, note = row("錨鏈廠", said, ZH, "zh-Hant", 80, plain)
    assert line.endswith(f"錨鏈廠{resolved_mark(said, ZH)}")
    assert note.strip() == "purpose:甲 · level:甲 · share:甲"
    assert [each.strip() for each in row("錨鏈廠", said, ZH, "zh-Hant", 80, plain, keep=("verb",))][1:] == ["verb:甲"]
    assert len(list(row("錨鏈廠", said, ZH, "zh-Hant", 80, plain, keep=()))) == 1


def test_notes_are_joined_indented_and_wrapped_and_none_is_nothing() -> None:
    assert list(notes_on(["甲", "乙"], 40)) == [" " * 8 + "甲 · 乙"]
    assert list(notes_on(["錨" * 10], 18)) == [" " * 8 + "錨" * 5, " " * 8 + "錨" * 5]
    assert list(notes_on([], 40)) == []
    assert list(notes_on(iter([""]), 40)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_says_of_what_how_many_and_how_the_basis_is_shown(language: str) -> None:
    words = WORDS[language]
    held = words["held_back"].format(n=2)
    assert heading(cg.Targets(CITY, (), 2), ["甲", "乙"], words, 200) == [
        f"雲泊 · 甲 · 乙 · {held}",
        words["basis_key"],
    ]
    assert heading(cg.Targets(None, ()), ["甲"], words, 200) == ["甲", words["basis_key"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_answer_is_a_sentence_that_says_whether_filters_emptied_it(language: str) -> None:
    words = WORDS[language]
    none = words["no_targets"]
    assert empty_text("no_targets", cg.Targets(None, ()), words, 200) == none + "\n"
    of_city = words["none_of"].format(name="雲泊", none=none)
    assert empty_text("no_targets", cg.Targets(CITY, ()), words, 200) == of_city + "\n"
    left = f"{words['none_left'].format(n=5)} {words['held_back'].format(n=2)}"
    assert empty_text("no_targets", cg.Targets(None, (), 2, 5), words, 200) == left + "\n"
    # An answer that cannot be filtered has no such number.
    assert empty_text("no_cites", cg.Citations(FIRM, None, (), (), 0, language), words, 200).startswith("錨鏈廠")


@pytest.mark.parametrize(
    ("under", "shown"),
    [("", "試航 → 錨鏈廠、雲泊 投產"), ("錨鏈廠", "試航 → 投產、雲泊 投產"), ("雲泊", "試航 → 投產、錨鏈廠 投產")],
)
def test_a_stage_of_the_thing_above_the_row_stands_apart_from_that_of_others(under: str, shown: str) -> None:
    event = cg.Entity("urn:event", "試航", "Event", "事件")
    stage = (qualifier("stage", "階段", "投產"),)
    stages = tuple(claim(event, cg.Relation("urn:a", "推進"), what, qualifiers=stage) for what in (FIRM, CITY))
    assert moment_text(cg.Moment("2031", event, "", claim(event), stages), ZH, under) == shown
