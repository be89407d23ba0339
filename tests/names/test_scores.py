"""The scale of 0 to 100 on which names are matched."""

from __future__ import annotations

import pytest

from cityGraph.names import scores
from cityGraph.names.scores import LEAST, SCALE, SURE, likeness, part
from cityGraph.names.sounds import sounds
from cityGraph.names.spelling import WAYS


def test_every_way_to_match_has_a_score_and_better_ways_have_higher_ones() -> None:
    assert set(WAYS) <= set(SCALE)
    order = [SCALE[way] for way in ("exact", "script", "alias", "numbers", "pinyin", "short", "initials")]
    assert order == sorted(order, reverse=True)
    assert {way for way, score in SCALE.items() if score >= SURE} == {"iri", "exact", "script", "alias", "numbers"}


def test_the_page_of_the_scale_has_the_scores_that_are_computed() -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in (scores.__doc__ or "").splitlines()[2:]]
    told = {way: row[1] for row in reversed(rows) if len(row) == 3 for way in row[0].split(", ")}
    for way, score in SCALE.items():
        # A whole name is no part of itself.
        assert told[way].endswith(str(score - 1 if way in ("prefix", "within") else score)), way


@pytest.mark.parametrize(("how", "least"), [("prefix", 0.6), ("within", 0.74)])
def test_a_part_is_a_match_only_if_it_is_most_of_the_name(how: str, least: float) -> None:
    assert part(how, least) >= LEAST > part(how, least - 0.02)
    assert part(how, 0) < 10
    assert part(how, 1) == SCALE[how]


@pytest.mark.parametrize(
    ("key", "other"),
    [("taigagn", "taigang"), ("taigng", "taigang"), ("taigaang", "taigang"), ("太原重形机械集团", "太原重型机械集团")],
)
def test_one_slip_of_the_pen_is_a_match_that_a_person_looks_at(key: str, other: str) -> None:
    assert LEAST <= likeness(key, other, sounds()) < 60


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("山西晋南钢铁集团", "山西晋北钢铁集团"),
        ("太原第一热电厂", "太原第二热电厂"),
        ("太原地铁1号线", "太原地铁2号线"),
        ("太原东山煤矿公司", "太原山煤矿公司"),
        ("太原电工集团", "太原重工集团"),
        ("taigag", "taigangs"),
        ("tisco", "tosco"),
        ("甲乙", "甲丙"),
    ],
)
def test_another_name_is_no_slip(key: str, other: str) -> None:
    assert likeness(key, other, sounds()) < LEAST
    assert likeness(other, key, sounds()) < LEAST
