"""A source text as paragraphs and sentences; a text is known by its title."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.model.positions import Range
from cityGraph.proof.text import Text, read_text

TITLES = {"urn:one": "雲泊有約", "urn:two": "另一篇"}


def test_paragraphs_are_blocks_and_the_title_is_the_first() -> None:
    source, text = read_text("門戶\n導航\n\n雲泊有約\n\n二段一行\n二段二行  \n\n\n三段\n", TITLES)
    assert source == "urn:one"
    assert text.paragraphs == {0: "門戶\n導航", 1: "雲泊有約", 2: "二段一行\n二段二行  ", 3: "三段"}


def test_a_text_without_anything_above_its_title_has_no_paragraph_zero() -> None:
    assert 0 not in read_text("另一篇\n\n正文", TITLES)[1].paragraphs


def test_line_ends_and_a_byte_order_mark_do_not_count() -> None:
    plain, windows = "雲泊有約\n\n正文", "\ufeff雲泊有約\r\n\r\n正文"
    assert read_text(plain, TITLES) == read_text(windows, TITLES)


@pytest.mark.parametrize("content", ["", "\n\n", "別的題目\n\n正文"])
def test_a_text_of_no_source_is_refused_with_the_titles_there_are(content: str) -> None:
    with pytest.raises(cg.BadText, match="«雲泊有約», «另一篇»"):
        read_text(content, TITLES)


def test_words_and_sentences() -> None:
    text = Text({1: "甲乙。丙丁戊。己"}, "")
    assert text.words((Range(1, 3, 5), Range(1, 7, 8))) == "丙丁己"
    assert text.words((Range(1, 7, 9),)) is None
    assert text.words((Range(2, 0, 1),)) is None
    assert [text.sentence(Range(1, at, at + 1))[1:] for at in (0, 2, 3, 6, 7)] == [
        (0, 3),
        (0, 3),
        (3, 7),
        (3, 7),
        (7, 8),
    ]
    assert text.between(Range(1, 3, 4), Range(1, 0, 1)) == "乙。"
