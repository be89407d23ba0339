"""The simple graph that measures run on, with its hubs left out."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.networks.simple_graph import hubs_of
from support.graphs import graph_of
from support.known_graphs import KNOWN
from support.samples import LABEL


def test_the_star_around_the_city_does_not_drown_the_rest(city: cg.CityGraph) -> None:
    answer = cg.central(city, by="degree")
    assert [centre.label for centre in answer.left_out_hubs] == ["太原"]
    assert "太原" not in {score.entity.label for score in answer}
    whole = cg.central(city, by="degree", hub=True)
    assert (whole.left_out_hubs, whole[0].entity.label, whole.things) == ((), "太原", answer.things + 1)


def test_headings_tie_nothing_unless_they_are_asked_for(city: cg.CityGraph) -> None:
    kinds = {score.entity.kind for score in cg.central(city, top=1_000)}
    assert "Theme" not in kinds
    assert {score.entity.kind for score in cg.central(city, relations=["underTheme"], hub=True, top=9)} >= {"Theme"}


def test_every_centre_of_a_star_is_left_out(tmp_path: Path) -> None:
    ties = [(f"h{at % 2}", f"n{at}") for at in range(20)] + [("n0", "n2"), ("h0", "h1")]
    answer = cg.central(graph_of(tmp_path, *ties), by="degree")
    assert [centre.label for centre in answer.left_out_hubs] == ["h0", "h1"]
    assert {score.entity.label for score in answer if score.score} == {"n0", "n2"}


@pytest.mark.parametrize("verb", ["central", "communities", "bridges"])
def test_a_graph_without_ties_has_no_network(tmp_path: Path, verb: str) -> None:
    file = tmp_path / "none.ttl"
    file.write_text(f'<urn:a> <{LABEL}> "a" .', "utf-8")
    with pytest.raises(cg.CityGraphError, match="This graph is no network"):
        getattr(cg, verb)(cg.open(file))


def test_the_hub_of_another_city_is_found_by_the_same_rule(fixture_city: cg.CityGraph) -> None:
    assert [hub.label for hub in cg.central(fixture_city).left_out_hubs] == ["雲泊"]
    assert [hub.label for hub in cg.communities(fixture_city).left_out_hubs] == ["雲泊"]


def test_a_hub_has_more_than_twice_the_connections_of_any_other() -> None:
    rest = [1] * 20
    assert hubs_of([11, 5, 3, *rest]) == {0}
    assert hubs_of([10, 5, 3, *rest]) == set()
    assert hubs_of([3, 11, 2, *rest]) == {1}


def test_a_hub_is_connected_to_more_than_a_tenth_of_all() -> None:
    assert hubs_of([4, *[1] * 38]) == {0}
    assert hubs_of([4, *[1] * 39]) == set()


def test_hubs_are_less_than_a_tenth_of_all() -> None:
    assert hubs_of([9, 9, *[1] * 19]) == {0, 1}
    assert hubs_of([9, 9, *[1] * 18]) == set()


def test_all_that_stand_out_are_hubs_even_if_one_stands_out_most() -> None:
    assert hubs_of([200, 80, 70, 20, *[1] * 500]) == {0, 1, 2}


def test_no_thing_of_an_even_network_is_a_hub(tmp_path: Path) -> None:
    ring = [(f"n{at}", f"n{(at + 1) % 11}") for at in range(11)]
    assert cg.central(graph_of(tmp_path, *ring, ("n0", "n5")), by="degree").left_out_hubs == ()
    for name in ("karate club", "everyone with everyone", "path", "grid", "cliques in a ring", "hubs, 3,000 edges"):
        n, pairs = KNOWN[name]
        degrees = [sum(node in pair for pair in pairs) for node in range(n)]
        assert hubs_of(degrees) == set(), name


def test_ten_things_have_no_hub_among_them(tmp_path: Path) -> None:
    star = [("n0", f"n{at}") for at in range(1, 11)]
    assert cg.central(graph_of(tmp_path, *star[:9]), by="degree").left_out_hubs == ()
    assert [hub.label for hub in cg.central(graph_of(tmp_path, *star), by="degree").left_out_hubs] == ["n0"]
