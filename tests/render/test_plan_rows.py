"""Rows that show the basis of a claim, with their heading and notes."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.render.columns import plain
from cityGraph.render.plan_rows import empty_text, heading, moment_text, notes_on, resolved_mark, row
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, claim, qualifier
from support.process import LANGUAGES

ZH, EN = WORDS["zh-Hant"], WORDS["en"]


def test_only_a_resolved_claim_is_marked() -> None:
    mark = ZH["noted"].format(note=ZH["basis"][1])
    assert [resolved_mark(claim(basis=basis), ZH) for basis in ("stated", "resolved", "inferred")] == ["", mark, ""]


def test_a_row_shows_the_mark_and_those_qualifiers_that_are_asked_for() -> None:
    several = tuple(qualifier(name, name, "甲") for name in ("purpose", "verb", "level", "share", "period"))
    said = claim(basis="resolved", qualifiers=several)
    line, note = row("錨鏈廠", said, ZH, "zh-Hant", 80, plain)
    assert line.endswith(f"錨鏈廠{resolved_mark(said, ZH)}")
    assert note.strip() == "purpose：甲 · level：甲 · share：甲"
    assert [each.strip() for each in row("錨鏈廠", said, ZH, "zh-Hant", 80, plain, keep=("verb",))][1:] == ["verb：甲"]
    assert len(list(row("錨鏈廠", said, ZH, "zh-Hant", 80, plain, keep=()))) == 1


def test_notes_are_joined_indented_and_wrapped_and_none_is_nothing() -> None:
    assert list(notes_on(["甲", "乙"], 40)) == [" " * 8 + "甲 · 乙"]
    assert list(notes_on(["錨" * 10], 18)) == [" " * 8 + "錨" * 5, " " * 8 + "錨" * 5]
    assert list(notes_on([], 40)) == []
    assert list(notes_on(iter([""]), 40)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_says_of_what_how_many_and_what_is_left_out(language: str) -> None:
    words = WORDS[language]
    held = words["held_back"].format(n=2)
    assert heading(cg.Targets(CITY, (), 2), ["甲", "乙"], words, 200) == [f"雲泊 · 甲 · 乙 · {held}"]
    assert heading(cg.Targets(None, ()), ["甲"], words, 200) == ["甲"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_answer_is_a_sentence_that_says_whether_filters_emptied_it(language: str) -> None:
    words = WORDS[language]
    none = words["no_targets"]
    assert empty_text("no_targets", cg.Targets(None, ()), words, 200) == none + "\n"
    of_city = words["none_of"].format(name="雲泊", none=none)
    assert empty_text("no_targets", cg.Targets(CITY, ()), words, 200) == of_city + "\n"
    between = " " if language == "en" else ""
    left = f"{words['none_left'].format(n=5)}{between}{words['held_back'].format(n=2)}"
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
