"""The constructions of the tables, those made of them, and where they stand."""

from __future__ import annotations

from cityGraph.proof.construction import parse
from cityGraph.proof.patterns import Chosen, compounds, constructions, ends, matches, patterns, plain_verbs, traits


def test_an_active_verb_gives_passives_and_relative_clauses() -> None:
    sources = {each.source for each in patterns("zh")["supports"]}
    assert {"{s}…支持…{o}", "支持{o}的{s}", "{s}支持的{o}", "{o}…由{s}…支持", "{o}…被{s}…支持"} <= sources


def test_an_added_word_gives_the_same_and_an_added_construction_itself() -> None:
    assert "{o}…由{s}…陪跑" in {each.source for each in constructions("supports", "陪跑", "zh")}
    assert [each.source for each in constructions("supports", "{s}给{o}打气", "zh")] == ["{s}给{o}打气"]
    assert "{o} … mentor by {s}" in {each.source for each in constructions("supports", "mentor", "en")}


def test_words_of_a_construction_follow_each_other_in_the_stretch() -> None:
    pattern = parse("supplies", "{s}…为{o}…配套", "", "zh")
    assert [match.words for match in matches([pattern], "甲为乙配套", 0, 5)] == [((1, 2), (3, 5))]
    assert not list(matches([pattern], "甲配套为乙", 0, 5))
    assert not list(matches([pattern], "甲为乙。丙配套", 0, 4))
    assert not list(matches([pattern], "甲为" + "乙" * 100 + "配套", 0, 104))


def test_the_chosen_of_a_sentence_are_those_that_match_and_in_their_order() -> None:
    rows = [
        parse("supports", source, "", "zh") for source in ("{s}…支持…{o}", "{s}…扶持…{o}", "{s}{o}", "{s}…大力支持…{o}")
    ]
    chosen = Chosen(rows)
    assert chosen.said_in("甲大力支持乙") == [rows[0], rows[3]]
    assert chosen.wordless == [rows[2]]
    assert chosen.said_in("甲参观乙") == []


def test_traits_and_ends_come_from_the_table_of_relations() -> None:
    assert "standing" in traits("located-in")
    assert not traits("no such relation")
    assert ends("holds-office", "subject") == {"person"}
    assert ends("no such relation", "object") == {"*"}


def test_a_verb_in_a_longer_word_is_no_verb() -> None:
    assert compounds().fullmatch("供应商")
    assert plain_verbs("zh").search("大力支持")
    assert not plain_verbs("zh").search(compounds().sub("", "供应商"))
