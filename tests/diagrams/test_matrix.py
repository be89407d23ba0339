"""The matrix of chains: each name is on the page, boxes do not touch, arrows lead from box to box."""

from __future__ import annotations

import re

import pytest

import cityGraph as cg
from support.pages import texts
from support.process import LANGUAGES

BOX = re.compile(r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" rx')
ARROW = re.compile(r'd="M(\S+) (\S+)l-8 -4v8Z"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_are_apart_and_each_arrow_ends_at_one(language: str) -> None:
    svg = cg.diagram(cg.open(language=language), view="chains", inferred=True).svg
    boxes = [tuple(map(float, box)) for box in BOX.findall(svg)]
    assert len(boxes) > 20
    for at, (x, y, wide, high) in enumerate(boxes):
        assert x >= 48
        assert x + wide <= 1600 - 40
        for left, top, across, down in boxes[at + 1 :]:
            assert x + wide <= left or left + across <= x or y + high <= top or top + down <= y
    arrows = [tuple(map(float, arrow)) for arrow in ARROW.findall(svg)]
    assert len(arrows) > 10
    ends = {(round(x), round(y + high / 2)) for x, y, _, high in boxes}
    assert {(round(x + 1), round(y)) for x, y in arrows} <= ends


def test_chains_of_which_only_the_name_is_known_stand_under_the_name_of_their_list(city: cg.CityGraph) -> None:
    written = texts(cg.diagram(city, view="chains").svg)
    (at,) = [at for at, words in enumerate(written) if words.startswith("市級 · “1233”")]
    assert written[at].endswith("，按名單次序")
    names = [words for words in written[at:] if words != "未說明" and not words.startswith(("①", "②"))]
    assert names.index("高端金屬材料") < names.index("先進碳基材料") < names.index("先進生物材料及生物制藥")


def test_a_chain_that_is_known_has_each_part_in_the_column_of_its_heading(city: cg.CityGraph) -> None:
    svg = cg.diagram(city, "特鋼材料產業鏈", view="chains").svg
    left = {words: float(x) for x, words in re.findall(r'<text x="(\S+)"[^>]*>([^<]+)</text>', svg)}
    assert left["層級"] == left["省級"]
    assert left["鏈主"] < left["鏈上企業"] == left["新遠宏"]
    assert left["環節，依次"] < left["廢鋼與鉻鎳資源"] < left["特鋼"] < left["零部件"] == left["深加工"]


def test_no_english_name_of_a_chain_or_level_is_broken_and_the_title_has_it_in_english() -> None:
    title, more, counts, *written = texts(cg.diagram(cg.open(language="en"), "光伏產業鏈", view="chains").svg)
    assert f"{title} {more}".endswith(" · photovoltaic industrial chain")
    assert counts.startswith("17 things · ")
    # The one mark, before a chain, needs no legend.
    assert not {"firm, company", "project"} & {*written}
    assert {"photovoltaic", "provincial"} <= {word for words in written for word in words.split()}
