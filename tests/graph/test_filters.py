"""Filters, and which of them leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.filters import Filters
from support.paths import FIXTURE
from support.samples import claim, port_graph


def test_filters_go_one_after_the_other() -> None:
    filters = Filters(even=lambda n: n % 2 == 0, large=lambda n: n > 9)
    assert filters.emptied is None
    assert [filters.keeps(n) for n in (1, 3)] == [False, False]
    assert filters.emptied == "even"
    assert filters.keeps(10)
    assert filters.emptied is None
    assert filters.passes(12)
    assert not filters.passes(2)


def test_a_filter_of_nothing_there_is_refused(city: cg.CityGraph) -> None:
    for how, says in (
        ({"direction": "up"}, "No direction is called 'up'. Directions: in, out."),
        (
            {"statuses": ["done"]},
            r"No status is called 'done'. Statuses: realised \(事實\), planned \(規劃\), targeted \(目標\)\.",
        ),
        ({"kinds": ["Frm"]}, r"Nothing in this graph has the kind 'Frm'. Nearest names: 企業 \(Firm\)"),
        ({"relations": ["suports"]}, r"Nearest names: 重點支持 \(supports\)"),
    ):
        with pytest.raises(cg.CityGraphError, match=says):
            cg.neighbors(city, "太鋼", **how)


@pytest.mark.parametrize("name", ["planned", "規劃", "规划", "plan", "PLAN"])
def test_a_status_has_the_names_that_answers_print(city: cg.CityGraph, name: str) -> None:
    assert cg.neighbors(city, "太鋼", statuses=[name]) == cg.neighbors(city, "太鋼", statuses=["planned"])


def test_what_is_held_back_is_what_the_filters_would_let_through() -> None:
    fixture = cg.open(FIXTURE / "city.ttl")
    for guess in cg.claims(fixture, inferred=True):
        if guess.basis == "inferred" and isinstance(guess.object, cg.Entity):
            whole = cg.neighbors(fixture, guess.subject.iri)
            assert whole.held_back >= 1
            narrowed = cg.neighbors(fixture, guess.subject.iri, direction="out", kinds=[guess.object.kind])
            assert 1 <= narrowed.held_back <= whole.held_back
            assert cg.neighbors(fixture, guess.subject.iri, direction="in").held_back < whole.held_back
            break
    else:
        pytest.fail("the fixture has no inferred tie")


@pytest.mark.parametrize(
    "ask",
    [
        lambda city: cg.claims(city, "太鋼", statuses=["nix"]),
        lambda city: cg.neighbors(city, "太鋼", statuses=["nix"]),
        lambda city: cg.targets(city, statuses=["nix"]),
        lambda city: cg.timeline(city, statuses=["nix"]),
        lambda city: cg.projects(city, statuses=["nix"]),
        lambda city: cg.dossier(city, "太鋼", statuses=["nix"]),
        lambda city: cg.export(city, "太鋼", statuses=["nix"]),
        lambda city: cg.diagram(city, "太鋼", statuses=["nix"]),
        lambda city: cg.diagram(city, view="chains", statuses=["nix"]),
    ],
)
def test_a_status_that_there_is_not_is_refused_by_every_verb(
    city: cg.CityGraph, ask: Callable[[cg.CityGraph], object]
) -> None:
    known = r"realised \(事實\), planned \(規劃\), targeted \(目標\)\."
    with pytest.raises(cg.CityGraphError, match=rf"No status is called 'nix'\. Statuses: {known}"):
        ask(city)


def test_a_label_that_two_relations_have_names_both(tmp_path: Path) -> None:
    label = 'skos:prefLabel "接駁"@zh-Hant .\n'
    body = (
        claim("one", "ex:port ex:joins ex:plant")
        + claim("two", "ex:port ex:meets ex:hall")
        + claim("three", "ex:port ex:leaves ex:start")
        + f"ex:joins {label} ex:meets {label}"
    )
    found = cg.neighbors(port_graph(tmp_path, body), "雲泊", relations=["接駁"])
    assert {tie.label for tie in found} == {"錨鏈廠", "一號廠房"}
