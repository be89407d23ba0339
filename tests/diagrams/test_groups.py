"""A thing with many neighbors is drawn with a box for each relation, and says how many it does not list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.diagrams.groups import Group, draw_groups, grouped
from cityGraph.diagrams.scene import DrawnEdge
from cityGraph.diagrams.sheet import Sheet
from cityGraph.model.claim import Entity
from support.graphs import graph_of
from support.pages import texts

SUPPORTS, HOLDS = (f"https://w3id.org/citygraph/ontology#{name}" for name in ("prioritises", "holds"))
HUB = Entity("urn:hub", "瀾陵", "City", "城市")
FIRMS = {f"urn:{at}": Entity(f"urn:{at}", f"企業{at}", "Firm", "企業") for at in range(40)}
THINGS = {HUB.iri: HUB, **FIRMS}


def edges(line: str, relation: str, *numbers: int) -> list[DrawnEdge]:
    return [DrawnEdge(HUB.iri, f"urn:{at}", relation, "", line, (), None, line) for at in numbers]


def groups_of(city: cg.CityGraph, *found: DrawnEdge, opened: tuple[str, ...] = ()) -> tuple[Group, ...]:
    return grouped(city, HUB, found, THINGS, opened)[1]


def test_a_large_group_lists_the_first_and_counts_the_rest(city: cg.CityGraph) -> None:
    many = edges("planned", SUPPORTS, *range(14))
    (group,) = groups_of(city, *many)
    assert [row.words for row in group.rows] == [f"企業{at}" for at in range(6)]
    assert (group.many, group.hidden) == (14, 8)
    (opened,) = groups_of(city, *many, opened=(SUPPORTS,))
    assert (len(opened.rows), opened.hidden) == (14, 0)
    (small,) = groups_of(city, *many[:8])  # "2 more" would take the place of what it hides
    assert (len(small.rows), small.hidden) == (8, 0)


def test_facts_come_before_plans_and_rare_relations_share_a_box_that_names_each(city: cg.CityGraph) -> None:
    found = [
        *edges("planned", SUPPORTS, 0, 1, 2),
        *edges("realised", "urn:a", 3),
        *edges("realised", "urn:b", 4, 5),
        *edges("realised", HOLDS, 6, 7, 8),
    ]
    held, rare, planned = groups_of(city, *found)
    assert [group.line for group in (held, rare, planned)] == ["realised", "realised", "planned"]
    assert rare.many == 3
    assert [(row.words, bool(row.thing)) for row in rare.rows] == [
        ("urn:b", False), ("企業4", True), ("企業5", True), ("urn:a", False), ("企業3", True)
    ]  # fmt: skip
    alone = groups_of(city, *found, opened=("urn:a",))
    assert [group.label for group in alone].count("urn:a") == 1


def test_a_fact_and_a_plan_of_one_relation_are_two_groups(city: cg.CityGraph) -> None:
    found = [*edges("planned", SUPPORTS, 0, 1, 2), *edges("realised", SUPPORTS, 3, 4, 5)]
    assert [(group.line, group.many) for group in groups_of(city, *found)] == [("realised", 3), ("planned", 3)]


@pytest.mark.parametrize("line", ["realised", "planned", ""])
def test_groups_of_one_status_stand_on_both_sides_and_without_a_frame(city: cg.CityGraph, line: str) -> None:
    found = [*edges(line, SUPPORTS, *range(4)), *edges(line, HOLDS, *range(4, 9))]
    scene, groups = grouped(city, HUB, found, THINGS, ())
    sheet = Sheet()
    draw_groups(sheet, 100, scene, groups, "zh-Hant")
    boxes = [float(box.get("x", "0")) for box in sheet.root if box.tag.endswith("rect")]
    assert len(boxes) == 3
    assert min(boxes) < 100
    assert max(boxes) > 1000


def test_the_city_is_drawn_in_groups_instead_of_refused_and_a_relation_can_be_opened(city: cg.CityGraph) -> None:
    drawn = cg.diagram(city, "太原")
    written = texts(drawn.svg)
    many = len({near.iri for near in cg.neighbors(city, "太原")})
    assert many > 140
    assert written[1].startswith(f"{many} 個鄰居，按關係分組 · 事實 ")
    supported = cg.neighbors(city, "太原", relations=["重點支持"])
    at = written.index("重點支持")
    assert written[at + 1] == str(len(supported))
    assert f"另 {len(supported) - 6} ›" in written[at:]
    opened = cg.diagram(city, "太原", expand=["重點支持"])
    assert {near.label for near in supported} <= set(texts(opened.svg))
    assert opened.things == drawn.things + len(supported) - 6
    assert "重點支持 · 10" in drawn.dot
    with pytest.raises(cg.CityGraphError, match="'沒有這個'"):
        cg.diagram(city, "太原", expand=["沒有這個"])
    with pytest.raises(cg.CityGraphError, match="no edge of the picture has the relation '與…合作'"):
        cg.diagram(city, "太原", expand=["與…合作"])


def test_boxes_and_words_stay_on_the_page_and_boxes_apart(city: cg.CityGraph) -> None:
    for svg in (cg.diagram(city, "太原", inferred=True).svg, cg.diagram(cg.open(language="en"), "太原").svg):
        wide, high = (float(side) for side in re.findall(r'viewBox="0 0 (\S+) (\S+)"', svg)[0])
        assert (wide, high) >= (1600, 900)
        found = re.findall(r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" rx', svg)
        boxes = [tuple(map(float, box)) for box in found]
        assert len(boxes) > 15
        assert all(x >= 48 and y > 80 and x + w <= wide - 47 and y + h < high for x, y, w, h in boxes)
        for at, (x, y, w, h) in enumerate(boxes):
            for left, top, across, down in boxes[at + 1 :]:
                apart = x + w <= left or left + across <= x or y + h <= top or top + down <= y
                inside = x < left and y < top and left + across < x + w and top + down < y + h  # the frame of plans
                assert apart or inside


def test_few_neighbors_are_drawn_each_by_itself_and_a_graph_without_claims_in_groups_too(
    city: cg.CityGraph, tmp_path: Path
) -> None:
    assert cg.diagram(city, "太鋼").edges == len(cg.neighbors(city, "太鋼"))
    plain = graph_of(tmp_path, *(("hub", f"leaf{at}") for at in range(31)))
    assert "25 more ›" in texts(cg.diagram(cg.open(tmp_path / "graph.ttl", language="en"), "hub").svg)
    assert cg.diagram(plain, "hub", every=True).things == 32
