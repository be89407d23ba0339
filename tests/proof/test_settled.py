"""Lists and names that describe others."""

from __future__ import annotations

from support.proving import reading


def groups(text: str) -> list[int]:
    return [spot.group for spot in reading(text).topics.spots(1)]


def test_members_of_a_list_have_one_group_and_the_part_of_the_first() -> None:
    assert len(set(groups("明光集团、海岳公司和远帆股份扩产。"))) == 1
    spots = reading("在云河市、临江市，明光集团扩产。").topics.spots(1)
    assert [spot.governed for spot in spots] == [True, True, False]


def test_a_verb_or_a_sentence_parts_a_list() -> None:
    assert len(set(groups("明光集团支持海岳公司和远帆股份。"))) == 2
    assert len(set(groups("明光集团扩产。海岳公司扩产。"))) == 2


def test_english_names_with_commas_alone_are_no_list() -> None:
    text = (
        "明光集团, 海岳公司, built a very long hall in the far north of the town and the old quarter of the city there."
    )
    assert len(set(groups(text))) == 2
