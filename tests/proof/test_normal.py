"""Texts are compared in one normal form, whose characters know where they stand in the text itself."""

from __future__ import annotations

import pytest
from hypothesis import given

from cityGraph.model.positions import Range
from cityGraph.proof.normal import NormalText, normalize
from cityGraph.proof.text import text_of
from support.strange import ANY, quick


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("重點支持太鋼", "重点支持太钢"),
        (" 重 點\u3000支持\n", "重点支持"),
        ("ＴＩＳＣＯ，１２％", "TISCO,12%"),
        ("太\u200b鋼\ufeff", "太钢"),
        ("㈱", "㈱"),  # would become three characters: offsets need one for one
        ("   ", ""),
    ],
)
def test_normalize_folds_script_width_spaces_and_what_cannot_be_seen(words: str, normal: str) -> None:
    assert normalize(words) == normal


@quick
@given(ANY)
def test_normalize_never_makes_a_text_longer_and_a_second_time_changes_nothing(words: str) -> None:
    assert len(normalize(words)) <= len(words)
    assert normalize(normalize(words)) == normalize(words)


def test_words_are_found_where_they_stand_in_the_text_itself() -> None:
    text = text_of("標題\n\n雲泊 重點 支持 太鋼。\n\n重点支持太鋼")
    normal = NormalText(text)
    places = [normal.range(at, at + 6) for at in normal.find("重點支持太鋼")]
    assert places == [Range(2, 3, 11), Range(3, 0, 6)]
    assert [text.words((place,)) for place in places if place] == ["重點 支持 太鋼", "重点支持太鋼"]
    assert "支持太钢" in normal
    assert "支持雲泊" not in normal


def test_a_stretch_over_two_paragraphs_has_no_range_and_empty_words_are_nowhere() -> None:
    normal = NormalText(text_of("標題\n\n甲乙\n\n丙丁"))
    (at,) = normal.find("乙丙")
    assert normal.range(at, at + 2) is None
    assert list(normal.find(" ")) == []


def test_lines_begin_where_the_text_breaks_them() -> None:
    normal = NormalText(text_of("標題\n\n甲乙\n丙丁\n\n戊"))
    assert [normal.characters[start:][:1] for start in normal.line_starts] == ["标", "甲", "丙", "戊"]
