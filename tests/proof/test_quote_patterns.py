"""Each row of the tables of patterns says its relation in its example, and not in its counter-example."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cityGraph.proof.quote_names import plain
from cityGraph.proof.quote_patterns import SIGNS, enumeration, expressions, pattern
from cityGraph.proof.quoted import ASCII, BORDER, FIGURE, LIKE_BOTH, LIKE_OBJECT, OBJECT, SUBJECT
from cityGraph.proof.tables import LANGUAGES, table

MARKS = {"s": SUBJECT, "o": OBJECT}
ROWS = [(language, row) for language in LANGUAGES for row in table("quotes", language)]


def masked(sentence: str) -> str:
    """A sentence of the table with one character for each end; " // " stands between two quotes."""
    quotes = [re.sub(r"\[([so]):[^\]]*\]", lambda m: MARKS[m[1]], quote) for quote in sentence.split(" // ")]
    return BORDER.join(plain(quote).translate(ASCII) for quote in quotes)


def says(written: str, words: str) -> bool:
    """Whether words say the relation of a pattern."""
    tokens = pattern(written).tokens
    if SIGNS & set(tokens):
        ends = (SUBJECT, OBJECT) if "∋" in tokens else (OBJECT, SUBJECT)
        return bool(enumeration(*ends).search(words))
    return any(each.search(words) for each in expressions(tokens, words))


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[f"{row['relation']} {row['pattern']}" for _, row in ROWS])
def test_a_pattern_is_found_in_its_example_and_not_in_its_counter(language: str, row: dict[str, str]) -> None:
    if {"⊃", "⊂"} & set(row["pattern"]):
        pytest.skip("a name in a name is no stretch of words: see test_degree")
    assert language in LANGUAGES
    assert says(row["pattern"], masked(row["example"])), row["example"]
    assert not says(row["pattern"], masked(row["counter"])), row["counter"]


def test_no_pattern_stands_twice() -> None:
    seen = Counter((language, row["relation"], row["pattern"]) for language, row in ROWS)
    assert [key for key, n in seen.items() if n > 1] == []


def test_a_thing_of_the_same_kind_may_not_stand_between_the_words_and_an_end() -> None:
    words = f"{SUBJECT}落户{{}}附近的{OBJECT}"
    assert says("{s}…落户{o}", words.format("本地"))
    assert not says("{s}…落户{o}", words.format(LIKE_OBJECT))
    assert not says("{s}…落户{o}", words.format(LIKE_BOTH))


def test_a_member_of_the_same_list_may() -> None:
    assert says("{s}…落户{o}", f"{SUBJECT}落户{LIKE_OBJECT}、{OBJECT}".translate(ASCII))


def test_another_figure_may_not() -> None:
    assert says("{s}…总投资{o}", f"{SUBJECT}总投资约{OBJECT}")
    assert not says("{s}…总投资{o}", f"{SUBJECT}总投资{FIGURE}占{OBJECT}")


def test_a_pattern_goes_over_two_quotes_if_one_end_stands_with_its_words() -> None:
    assert says("{s}…落户{o}", f"{SUBJECT}项目{BORDER}落户{OBJECT}")
    assert says("{s}…与{o}…签约", f"{SUBJECT}是链主{BORDER}与{OBJECT}{BORDER}集中签约".translate(ASCII))
    assert not says("{s}…投资…{o}", f"{SUBJECT}{BORDER}投资{BORDER}{OBJECT}")


def test_a_word_at_the_end_of_its_quote_governs_the_list_that_is_the_next() -> None:
    assert says("{s}…聚焦{o}", f"{SUBJECT}聚焦{BORDER}新能源、{OBJECT}、新材料".translate(ASCII))
    assert says("{s}…发展{o}", f"{SUBJECT}发展电机、叉车{BORDER}{OBJECT}、机床等产业".translate(ASCII))
    assert not says("{s}…发展{o}", f"{SUBJECT}发展电机、叉车{BORDER}{OBJECT}去年关闭".translate(ASCII))
