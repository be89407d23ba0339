"""Constructions as the tables write them."""

from __future__ import annotations

import re

from cityGraph.proof.construction import parse


def test_an_end_beside_a_word_is_near_and_one_behind_a_gap_is_not() -> None:
    assert parse("supports", "{s}…支持{o}", "", "zh").near == {"{o}"}
    assert parse("supports", "{s}支持…{o}", "", "zh").near == {"{s}"}
    assert parse("supports", "{s}…支持…{o}", "", "zh").near == frozenset()


def test_a_slot_knows_how_many_words_and_slots_stand_before_it() -> None:
    pattern = parse("supplies", "{s}…为{o}…配套", "", "zh")
    assert (pattern.slot("{s}"), pattern.slot("{o}")) == ((0, 0), (1, 1))
    assert parse("supplies", "为{o}配套", "", "zh").slot("{s}") == (-1, 0)


def test_only_subject_verb_object_is_plain() -> None:
    assert parse("supports", "{s}…支持…{o}", "", "zh").plain
    assert not parse("supports", "{o}…由{s}…支持", "", "zh").plain


def test_a_lemma_matches_each_of_its_forms_as_a_whole_word() -> None:
    word = re.compile(parse("supports", "{s} … <fund> … {o}", "", "en").words[0])
    assert word.search("it funded the hall")
    assert not word.search("its funders came")


def test_a_construction_needs_its_words() -> None:
    assert parse("supplies", "{s}…为{o}…配套", "", "zh").needs == (("为",), ("配套",))
