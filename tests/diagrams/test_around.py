"""The edges around entities: one for each triple and status, in the order of lists, and filtered one by one."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.diagrams.around import edges_around, filtered

NOTHING: tuple[list[str], ...] = ([], [], [], [], [])


def test_edges_around_a_name_are_those_of_its_neighbors(city: cg.CityGraph) -> None:
    edges, things, asked = edges_around(city, ["太鋼"], 1, None, inferred=False)
    near = cg.neighbors(city, "太鋼")
    (steel,) = asked
    assert len(edges) == len(near)
    assert things.keys() == {end for edge in edges for end in edge[:2]} == {each.iri for each in near} | {steel}
    assert all(steel in edge[:2] for edge in edges)


def test_edges_of_a_relation_stand_by_their_places_a_plan_beside_a_fact(city: cg.CityGraph) -> None:
    edges, things, _ = edges_around(city, ["光伏產業鏈"], 1, None, inferred=False)
    segments = [things[edge.end].label.partition("(")[0] for edge in edges if edge.relation.endswith("#hasSegment")]
    order = list(dict.fromkeys(segments))
    assert order.index("硅料") < order.index("硅片") < order.index("電池") < order.index("組件")
    at = [at for at, name in enumerate(segments) if name == "硅片"]
    assert at == [at[0], at[0] + 1]


def test_edges_on_a_path_lead_from_one_end_to_the_other(city: cg.CityGraph) -> None:
    edges, things, asked = edges_around(city, [], 1, ("太鋼", "陽曲工業園區"), inferred=False)
    assert [thing.label for thing in asked.values()] == ["太鋼", "陽曲工業園區"]
    assert set(asked) <= {end for edge in edges for end in edge[:2]} == things.keys()


def test_the_first_filter_that_leaves_nothing_is_named(city: cg.CityGraph) -> None:
    edges, things, asked = edges_around(city, ["太鋼"], 1, None, inferred=False)
    assert filtered(city, edges, things, asked, *NOTHING) == edges
    planned = filtered(city, edges, things, asked, [], [], ["planned"], [], [])
    assert {edge.status for edge in planned} == {"planned"}
    with pytest.raises(cg.CityGraphError, match=r"--status leaves 0 of"):
        filtered(city, edges, things, asked, [], [], ["targeted"], [], [])


def test_what_is_no_longer_connected_goes_with_what_is_avoided(city: cg.CityGraph) -> None:
    edges, things, asked = edges_around(city, ["太鋼"], 2, None, inferred=False)
    left = filtered(city, edges, things, asked, [], [], [], ["太原"], [])
    (steel,) = asked
    reached, frontier = {steel}, {steel}
    while frontier:
        frontier = {end for edge in left for end in edge[:2] if frontier & set(edge[:2])} - reached
        reached |= frontier
    assert {end for edge in left for end in edge[:2]} == reached
    assert 0 < len(left) < len(edges) / 2
