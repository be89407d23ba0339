"""What the network looks like: measures that mean something, groups, bridges, likeness; and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.graphs import graph_of
from support.samples import LABEL


def test_the_star_around_the_city_does_not_drown_the_rest(city: cg.CityGraph) -> None:
    answer = cg.central(city, by="degree")
    assert [centre.label for centre in answer.left_out] == ["太原"]
    assert "太原" not in {score.entity.label for score in answer}
    whole = cg.central(city, by="degree", hub=True)
    assert (whole.left_out, whole[0].entity.label, whole.things) == ((), "太原", answer.things + 1)


def test_headings_tie_nothing_unless_they_are_asked_for(city: cg.CityGraph) -> None:
    kinds = {score.entity.kind for score in cg.central(city, top=1_000)}
    assert "Theme" not in kinds
    assert {score.entity.kind for score in cg.central(city, relations=["underTheme"], hub=True, top=9)} >= {"Theme"}


def test_equal_scores_share_a_rank(tmp_path: Path) -> None:
    answer = cg.central(graph_of(tmp_path, ("a", "b"), ("b", "c"), ("c", "d")), by="degree", hub=True)
    assert [(score.entity.label, score.rank) for score in answer] == [("b", 1), ("c", 1), ("a", 3), ("d", 3)]


def test_a_kind_is_listed_while_all_are_counted(city: cg.CityGraph) -> None:
    firms = cg.central(city, kind="企業", top=1_000)
    assert {score.entity.kind for score in firms} == {"Firm"}
    assert firms.things == cg.central(city).things
    assert firms[0].score == next(s.score for s in cg.central(city, top=1_000) if s.entity == firms[0].entity)


def test_the_effect_of_plans_is_what_they_add_to_what_is_realised(city: cg.CityGraph) -> None:
    answer = cg.central(city, by="degree", plan_effect=True, top=1_000)
    gains = [round(score.score - (score.before or 0), 9) for score in answer]
    assert gains == sorted(gains, reverse=True)
    by_name = {score.entity.label: score for score in answer}
    assert by_name["太原經徐州至上海高鐵"].before == 0  # every tie of a railway that is only sought is a plan
    assert by_name["半導體產業鏈(太原—忻州)"].before == 0
    # By degree a gain is so many ties more, and no tie that is realised makes a loss.
    ties = [gain * (answer.things - 1) for gain in gains]
    assert all(abs(gained - round(gained)) < 1e-6 and gained > -1e-9 for gained in ties)
    assert round(ties[0]) == 7
    assert any(gained == pytest.approx(0) for gained in ties)


def test_pagerank_says_how_far_it_has_settled(city: cg.CityGraph) -> None:
    answer = cg.central(city)
    assert answer.reached is not None
    assert answer.reached < 1e-10 / answer.things
    assert sum(score.score for score in cg.central(city, top=1_000)) == pytest.approx(1)


def test_a_measure_that_would_take_long_is_sampled_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cityGraph import kernels, structure

    ring = graph_of(tmp_path, *((f"n{at}", f"n{(at + 1) % 30}") for at in range(30)))
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


def test_every_centre_of_a_star_is_left_out(tmp_path: Path) -> None:
    ties = [(f"h{at % 2}", f"n{at}") for at in range(20)] + [("n0", "n2"), ("h0", "h1")]
    answer = cg.central(graph_of(tmp_path, *ties), by="degree")
    assert [centre.label for centre in answer.left_out] == ["h0", "h1"]
    assert {score.entity.label for score in answer if score.score} == {"n0", "n2"}


def test_what_is_planned_cannot_be_told_where_nothing_is_claimed(tmp_path: Path) -> None:
    with pytest.raises(cg.CityGraphError, match="makes no claims"):
        cg.central(graph_of(tmp_path, ("a", "b")), plan_effect=True)


def test_a_seed_may_be_any_number(city: cg.CityGraph) -> None:
    for seed in (-5, 10**20):
        assert cg.communities(city, seed=seed).modularity > 0.8


def test_blank_nodes_are_no_things_of_the_network(tmp_path: Path) -> None:
    file = tmp_path / "people.ttl"
    file.write_text(
        """@prefix foaf: <http://xmlns.com/foaf/0.1/> .
        <urn:a> foaf:name "Ann" ; foaf:knows <urn:b>, [ foaf:name "nobody" ] .
        <urn:b> foaf:name "Bob" ; foaf:knows <urn:c> . <urn:c> foaf:name "Cy" .
        [] a <https://w3id.org/citygraph/ontology#Claimant> .""",
        "utf-8",
    )
    for engine in ("oxigraph", "rdflib"):
        people = cg.open(file, engine=engine)
        assert [thing.label for thing in cg.paths(people, "Ann", "Cy")[0].things] == ["Ann", "Bob", "Cy"]
        assert cg.central(people, hub=True).things == 3


def test_claims_without_a_name_of_their_own_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "blank.ttl"
    file.write_text(
        f"""@prefix cg: <https://w3id.org/citygraph/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        <urn:a> <{LABEL}> "a" . <urn:b> <{LABEL}> "b" .
        [] a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:supports ; rdf:object <urn:b> ;
            cg:status cg:planned ; cg:basis cg:stated .
        <urn:claim> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:pushes ; rdf:object <urn:b> ;
            cg:status cg:rumoured ; cg:basis cg:stated .""",
        "utf-8",
    )
    for engine in ("oxigraph", "rdflib"):
        odd = cg.open(file, engine=engine)
        assert [claim.status for claim in cg.claims(odd, "a")] == ["rumoured"]
        assert cg.paths(odd, "a", "b")[0].hops[0].status == "rumoured"


def test_bridges_are_what_falls_apart_without_them(tmp_path: Path) -> None:
    answer = cg.bridges(graph_of(tmp_path, ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("d", "e")), hub=True)
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
