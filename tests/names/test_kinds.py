"""A kind says which of the things that share a name is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.kinds import known_kinds
from support.samples import NAMESAKES


def test_a_kind_of_a_foreign_graph_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> a <urn:x#Mill> ; <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    assert cg.find(cg.open(tmp_path / "a.ttl"), "甲", kind="mill")[0].iri == "urn:a"


def test_a_kind_says_which(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    two = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(two, "陽曲", kind="Zone").iri == cg.resolve(two, "陽曲", kind="功能區").iri == "urn:park"
    assert [match.iri for match in cg.find(two, "陽曲", kind="city")] == ["urn:county"]
    assert cg.show(two, "陽曲", kind="City").entity.iri == "urn:county"
    with pytest.raises(cg.AmbiguousName, match="Use a longer name, --kind or an IRI"):
        cg.show(two, "陽曲")
    with pytest.raises(cg.NameNotFound, match="Nothing of the kind 'Zone' is called '范兆森'"):
        cg.resolve(two, "范兆森", kind="Zone")
    for ask in (cg.resolve, cg.find, cg.show):
        with pytest.raises(
            cg.CityGraphError,
            match=r"Nothing in this graph has the kind '鯨'\. "
            r"Kinds in this graph: 城市 \(City\), 人物 \(Person\), 功能區 \(Zone\)\.",
        ):
            ask(two, "陽曲", kind="鯨")


@pytest.mark.parametrize("word", ["Firm", "firm", "firms", "企業", "企业", "cg:Firm"])
def test_a_kind_has_the_names_that_answers_print_in_any_language(city: cg.CityGraph, word: str) -> None:
    assert known_kinds(city, [word]) == ["Firm"]
    assert cg.export(city, "太原", kinds=[word]).claims == cg.export(city, "太原", kinds=["Firm"]).claims
    assert len(cg.neighbors(city, "太原", kinds=[word])) == len(cg.neighbors(city, "太原", kinds=["Firm"])) > 1


def test_every_verb_refuses_a_kind_that_there_is_not_with_the_nearest(city: cg.CityGraph) -> None:
    for ask in (
        lambda: cg.export(city, "太鋼", kinds=["Firn"]),
        lambda: cg.diagram(city, "太鋼", kinds=["Firn"]),
        lambda: cg.diagram(city, "太鋼", avoid_kinds=["Firn"]),
        lambda: cg.neighbors(city, "太鋼", kinds=["Firn"]),
        lambda: cg.claims(city, "太鋼", kinds=["Firn"]),
        lambda: cg.targets(city, kinds=["Firn"]),
        lambda: cg.timeline(city, kinds=["Firn"]),
        lambda: cg.projects(city, kinds=["Firn"]),
        lambda: cg.central(city, kind="Firn"),
        lambda: cg.paths(city, "太鋼", "太重", avoid_kinds=["Firn"]),
    ):
        with pytest.raises(cg.CityGraphError, match=r"has the kind 'Firn'\. Nearest names: 企業 \(Firm\)"):
            ask()
