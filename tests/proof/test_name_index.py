"""Names are found by the longest match."""

from __future__ import annotations

from cityGraph.proof.name_index import NameIndex
from cityGraph.proof.statement import Thing


def found(words: str, *names: str) -> list[str]:
    index = NameIndex(Thing(name, "Firm", (name,)) for name in names)
    return [words[each.start : each.end] for each in index.find(words)]


def test_the_longest_name_wins_and_none_stands_inside_another() -> None:
    assert found("云河市政府支持云河市", "云河市", "云河市政府") == ["云河市政府", "云河市"]


def test_names_that_begin_alike_are_told_apart() -> None:
    names = [f"云河{letter}厂" for letter in "甲乙丙丁戊"]
    assert found("云河丁厂和云河己厂", *names) == ["云河丁厂"]


def test_latin_letters_go_on_in_no_name() -> None:
    assert found("arcade and arc", "arc") == ["arc"]
    assert found("scarc", "arc") == []


def test_a_name_of_one_letter_and_a_name_at_the_end_are_found() -> None:
    assert found("晋支持云河市", "晋", "云河市") == ["晋", "云河市"]
    assert found("支持云河", "云河市") == []


def test_a_short_form_that_fits_two_firms_names_neither() -> None:
    assert found("明光电气扩产", "明光电气有限公司") == ["明光电气"]
    assert found("明光电气扩产", "明光电气有限公司", "明光电气集团有限公司") == []


def test_a_name_of_two_things_names_both() -> None:
    index = NameIndex([Thing("a", "Firm", ("明光",)), Thing("b", "City", ("明光",))])
    assert index.find("明光")[0].keys == ("a", "b")
