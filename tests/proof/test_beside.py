"""What word order alone says."""

from __future__ import annotations

from support.proving import tie


def test_an_office_stands_before_its_holder() -> None:
    assert tie("明光集团董事长方怀德到场。", "方怀德", "holds-office", "明光集团董事长").proved
    assert not tie("明光集团董事长方怀德到场。", "柳成荫", "holds-office", "明光集团董事长").proved


def test_an_office_of_another_body_is_not_that_of_the_first() -> None:
    text = "方怀德任海岳公司董事长，明光集团在场。"
    assert tie(text, "方怀德", "holds-office", "海岳公司董事长").proved
    assert not tie(text, "方怀德", "holds-office", "明光集团董事长").proved


def test_a_part_of_a_title_is_not_the_title() -> None:
    assert not tie("明光集团副董事长方怀德到场。", "方怀德", "holds-office", "董事长").proved


def test_a_larger_place_stands_before_the_smaller() -> None:
    assert tie("东岭区西山产业园扩建。", "西山产业园", "located-in", "东岭区").proved
    assert not tie("东岭区西山产业园扩建。", "东岭区", "located-in", "西山产业园").proved
    assert not tie("东岭区的明光集团参观西山产业园。", "西山产业园", "located-in", "东岭区").proved
