"""The verb central: the most important things by a measure."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.graphs import graph_of


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
    realised = {end.iri for claim in cg.claims(city, statuses=["realised"]) for end in claim.ends}
    meant = [score for score in answer if score.entity.iri not in realised]
    assert meant
    assert all(score.before == 0 for score in meant)  # every edge of a railway that is only sought is a plan
    # By degree a gain is so many ties more, and no tie that is realised makes a loss.
    ties = [gain * (answer.things - 1) for gain in gains]
    assert all(abs(gained - round(gained)) < 1e-6 and gained > -1e-9 for gained in ties)
    assert ties[0] > 1
    assert any(gained == pytest.approx(0) for gained in ties)


def test_pagerank_says_how_far_it_has_settled(city: cg.CityGraph) -> None:
    answer = cg.central(city)
    assert answer.reached is not None
    assert answer.reached < 1e-10 / answer.things
    assert sum(score.score for score in cg.central(city, top=1_000)) == pytest.approx(1)


def test_a_measure_that_would_take_long_is_sampled_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cityGraph.networks import central, measures

    ring = graph_of(tmp_path, *((f"n{at}", f"n{(at + 1) % 30}") for at in range(30)))
    monkeypatch.setattr(measures, "EXACT", 10)
    monkeypatch.setattr(central, "PIVOTS", 7)
    assert cg.central(ring, by="betweenness").pivots == 7
    assert cg.central(ring, by="betweenness", exact=True).pivots is None


def test_what_is_planned_cannot_be_told_where_nothing_is_claimed(tmp_path: Path) -> None:
    with pytest.raises(cg.CityGraphError, match="no claims, so its edges have no status"):
        cg.central(graph_of(tmp_path, ("a", "b")), plan_effect=True)


def test_filters_that_are_wrong_are_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"No measure is called 'fame'\. Measures: degree, pagerank"):
        cg.central(city, by="fame")
    with pytest.raises(cg.CityGraphError, match=r"Nearest names: [^,]*\(memberOf\)"):
        cg.bridges(city, relations=["membersOf"])
    with pytest.raises(cg.CityGraphError, match="Nothing in this graph has the kind 'Dragon'"):
        cg.central(city, kind="Dragon")
    with pytest.raises(cg.CityGraphError, match="No edges are left: no edge with the relation supports is realised"):
        cg.central(city, relations=["supports"], plan_effect=True)
