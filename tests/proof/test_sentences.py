"""Sentences and clauses of both languages."""

from __future__ import annotations

import pytest

from cityGraph.proof.sentences import CLAUSE, SENTENCE, piece_at, pieces


@pytest.mark.parametrize(
    ("words", "language", "count"),
    [
        ("甲扩产。乙停工!丙呢?", "zh", 3),
        ("甲扩产\n乙停工", "zh", 2),
        ("A grew 3.5 percent. B fell.", "en", 2),
        ("Harbor Inc. grew. It hired.".lower(), "en", 2),
        ("mr. keller came. he left.", "en", 2),
        ("j. keller came.", "en", 1),
        ('he said "yes." then he left.', "en", 2),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(words: str, language: str, count: int) -> None:
    assert len(pieces(words, SENTENCE[language])) == count


@pytest.mark.parametrize(
    ("words", "language", "count"),
    [
        ("甲,乙;丙:丁", "zh", 4),
        ("产值1,200万元", "zh", 1),
        ("甲——乙", "zh", 2),
        ("a, b; c", "en", 2),
        ("at 10:30", "en", 1),
    ],
)
def test_a_clause_ends_at_its_marks_and_not_in_a_number(words: str, language: str, count: int) -> None:
    assert len(pieces(words, CLAUSE[language])) == count


def test_the_pieces_are_the_words_and_each_offset_has_one() -> None:
    words = "甲扩产。乙停工。丙"
    found = pieces(words, SENTENCE["zh"])
    assert "".join(words[start:end] for start, end in found) == words
    for at in range(len(words)):
        start, end = piece_at(found, at)
        assert start <= at < end
    assert piece_at(found, 99) == found[-1]
