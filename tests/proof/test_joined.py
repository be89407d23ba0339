"""Words of a paragraph are found in the whole text."""

from __future__ import annotations

from cityGraph.proof.joined import Joined

TEXT = Joined({0: "報頭", 1: "雲河市支持雲河市。", 3: "云河", 4: "市"})


def test_words_are_found_at_each_place_with_the_number_of_the_paragraph() -> None:
    assert TEXT.find("云河市") == [(1, 0), (1, 5)]
    assert TEXT.find("报头") == [(0, 0)]
    assert TEXT.find("云河") == [(1, 0), (1, 5), (3, 0)]


def test_words_over_two_paragraphs_and_no_words_are_found_nowhere() -> None:
    assert TEXT.find("河市") == [(1, 1), (1, 6)]
    assert TEXT.find("") == []
    assert Joined({}).find("云") == []


def test_places_may_overlap() -> None:
    assert Joined({1: "哈哈哈"}).find("哈哈") == [(1, 0), (1, 1)]
