"""Quotes are compared in one plain form, and a name is whole or it names nothing."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.proof.quote_names import Names, covered, plain, stitched
from cityGraph.proof.wording import wording


def test_script_width_case_marks_and_spaces_make_no_difference() -> None:
    assert plain("“鏈主” 企業") == plain("链主企业")
    assert plain("ＴＩＳＣＯ") == plain("Tisco")
    assert plain("甲—乙") == plain("甲-乙")
    assert plain("60,000 hectares") == "60,000 hectares"


def test_quotes_are_joined_where_they_overlap_by_three_characters() -> None:
    assert stitched(["新能源、新材料", "新材料、电机"]) == ["新能源、新材料、电机"]
    assert stitched(["新材料、电机", "新能源、新材料"]) == ["新能源、新材料、电机"]
    assert stitched(["发展电机", "电机产业"]) == ["发展电机", "电机产业"]
    assert stitched(["甲", "甲"]) == ["甲"]


def test_three_quotes_that_overlap_are_one() -> None:
    assert stitched(["发展新能源", "新能源、新材料", "新材料、机床"]) == ["发展新能源、新材料、机床"]


def test_how_much_of_a_label_is_told_counts_pieces_of_two_characters() -> None:
    assert covered("电机项目投产", ["电机项目", "正式投产"]) == 1
    assert covered("电机项目投产", ["电机"]) == 2 / 6
    assert covered("电机", ["电", "机"]) == 0
    assert covered("", ["电机"]) == 0


def test_a_longer_name_hides_the_shorter_one_in_it(city: cg.CityGraph) -> None:
    names = Names(wording(city))
    found = {thing for _, _, things in names.in_quote(plain("太原市人民政府")) for thing in things}
    assert cg.show(city, "太原市人民政府").entity.iri in found
    assert cg.show(city, "太原").entity.iri not in found


def test_a_name_in_letters_is_no_part_of_a_longer_word(city: cg.CityGraph) -> None:
    names = Names(wording(city))
    assert names.in_quote("tisco")
    assert names.in_quote("tiscox") == []


def test_a_quote_inside_another_says_nothing_more() -> None:
    assert stitched(["新材料", "新能源、新材料"]) == ["新能源、新材料"]
