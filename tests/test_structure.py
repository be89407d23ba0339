"""What the network looks like: measures that mean something, groups, bridges, likeness; and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def graph(folder: Path, *ties: tuple[str, str]) -> cg.CityGraph:
    names = sorted({end for tie in ties for end in tie})
    lines = [f'<urn:{name}> <{LABEL}> "{name}" .' for name in names]
    file = folder / "graph.ttl"
    file.write_text("\n".join([*lines, *(f"<urn:{one}> <urn:tie> <urn:{other}> ." for one, other in ties)]), "utf-8")
    return cg.open(file)


def test_the_star_around_the_city_does_not_drown_the_rest(city: cg.CityGraph) -> None:
    answer = cg.central(city, by="degree")
    assert answer.left_out is not None
    assert answer.left_out.label == "太原"
    assert "太原" not in {score.entity.label for score in answer}
    whole = cg.central(city, by="degree", hub=True)
    assert (whole.left_out, whole[0].entity.label, whole.things) == (None, "太原", answer.things + 1)


def test_headings_tie_nothing_unless_they_are_asked_for(city: cg.CityGraph) -> None:
    kinds = {score.entity.kind for score in cg.central(city, top=1_000)}
    assert "Theme" not in kinds
    assert {score.entity.kind for score in cg.central(city, relations=["underTheme"], top=9)} >= {"Theme"}


def test_equal_scores_share_a_rank(tmp_path: Path) -> None:
    answer = cg.central(graph(tmp_path, ("a", "b"), ("b", "c"), ("c", "d")), by="degree", hub=True)
    assert [(score.entity.label, score.rank) for score in answer] == [("b", 1), ("c", 1), ("a", 3), ("d", 3)]


def test_a_kind_is_listed_while_all_are_counted(city: cg.CityGraph) -> None:
    firms = cg.central(city, kind="企業", top=1_000)
    assert {score.entity.kind for score in firms} == {"Firm"}
    assert firms.things == cg.central(city).things
    assert firms[0].score == next(s.score for s in cg.central(city, top=1_000) if s.entity == firms[0].entity)


def test_the_effect_of_plans_is_what_they_add_to_what_is_realised(city: cg.CityGraph) -> None:
    answer = cg.central(city, by="degree", plan_effect=True, top=1_000)
    gains = [score.score - (score.before or 0) for score in answer]
    assert gains == sorted(gains, reverse=True)
    routes = {score.entity.label: score for score in answer}
    assert routes["太原經徐州至上海高鐵"].before == 0  # every tie of a railway that is only sought is a plan
    assert routes["新能源產業"].score - (routes["新能源產業"].before or 0) < 0.001


def test_pagerank_says_how_far_it_has_settled(city: cg.CityGraph) -> None:
    answer = cg.central(city)
    assert answer.reached is not None
    assert answer.reached < 1e-10 / answer.things
    assert sum(score.score for score in cg.central(city, top=1_000)) == pytest.approx(1)


def test_a_measure_that_would_take_long_is_sampled_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cityGraph import kernels, structure

    ring = graph(tmp_path, *((f"n{at}", f"n{(at + 1) % 30}") for at in range(30)))
    monkeypatch.setattr(kernels, "EXACT", 10)
    monkeypatch.setattr(structure, "PIVOTS", 7)
    assert cg.central(ring, by="betweenness").pivots == 7
    assert cg.central(ring, by="betweenness", exact=True).pivots is None


def test_communities_are_named_by_their_most_central_members(city: cg.CityGraph) -> None:
    answer = cg.communities(city)
    assert answer.modularity > 0.8
    assert [len(group) for group in answer] == sorted(map(len, answer), reverse=True)
    assert sum(map(len, answer)) == cg.central(city).things
    tracks = next(group for group in answer if any(member.label == "低空經濟" for member in group.members))
    assert tracks.name.startswith("6條優勢賽道")
    assert cg.communities(city) == answer


def test_bridges_are_what_falls_apart_without_them(tmp_path: Path) -> None:
    answer = cg.bridges(graph(tmp_path, ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("d", "e")), hub=True)
    assert [(bridge.entity.label, bridge.cut_off) for bridge in answer] == [("c", 2), ("d", 1)]
    assert [[member.label for member in part] for part in answer[0].parts] == [["d", "e"]]


def test_what_is_tied_as_another_is_alike(city: cg.CityGraph) -> None:
    twins = {twin.entity.label: twin for twin in cg.similar(city, "比亞迪")}
    assert next(iter(twins)) == "惠科"
    assert {(relation.label, thing.label) for relation, thing in twins["惠科"].shared} == {
        ("受重點支持", "太原"),
        ("有目標", "百億規模"),
    }
    assert all(0 < twin.score <= 1 for twin in twins.values())


def test_a_thing_without_ties_is_like_nothing(tmp_path: Path) -> None:
    file = tmp_path / "one.ttl"
    file.write_text(f'<urn:a> <{LABEL}> "a" . <urn:b> <{LABEL}> "b" ; <urn:tie> <urn:b> .', "utf-8")
    assert len(cg.similar(cg.open(file), "a")) == 0
    assert [score.score for score in cg.central(cg.open(file), by="degree", hub=True)] == [0.0]


@pytest.mark.parametrize("verb", ["central", "communities", "bridges"])
def test_a_graph_without_ties_has_no_network(tmp_path: Path, verb: str) -> None:
    file = tmp_path / "none.ttl"
    file.write_text(f'<urn:a> <{LABEL}> "a" .', "utf-8")
    with pytest.raises(cg.CityGraphError, match="there is no network"):
        getattr(cg, verb)(cg.open(file))


def test_filters_that_are_wrong_are_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="no measure is called 'fame'"):
        cg.central(city, by="fame")
    with pytest.raises(cg.CityGraphError, match="nearest: memberOf"):
        cg.bridges(city, relations=["membersOf"])
    with pytest.raises(cg.CityGraphError, match="nothing in the network is a 'Dragon'"):
        cg.central(city, kind="Dragon")
    with pytest.raises(cg.CityGraphError, match="no tie is left"):
        cg.central(city, relations=["supports"], plan_effect=True)


@pytest.mark.parametrize("by", ["degree", "pagerank", "betweenness", "harmonic"])
def test_every_engine_measures_the_same(city: cg.CityGraph, by: str) -> None:
    again = cg.open(engine="rdflib")
    assert cg.central(city, by=by, inferred=True).as_json() == cg.central(again, by=by, inferred=True).as_json()
    assert cg.communities(city).as_json() == cg.communities(again).as_json()
    assert cg.bridges(city).as_json() == cg.bridges(again).as_json()
    assert cg.similar(city, "太鋼").as_json() == cg.similar(again, "太鋼").as_json()
