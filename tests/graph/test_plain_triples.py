"""Graphs without claims: concept schemes, schema.org, a part of Wikidata, people who know each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.render.graph import neighbors_text
from support.paths import FIXTURE, FOREIGN
from support.samples import CLAIM, FIRMS, turtle

# Of each graph: a name to ask by, what is tied to it, two ends of a path, and its things by kind.
GRAPHS = {
    "concepts.ttl": (
        "iron and steel",
        {("broader", "out", "金屬"), ("narrower", "in", "金屬"), ("related", "out", "Magnesium")}
        | {("inScheme", "out", "Industries")},
        ("鋼", "Industries"),
        {"Concept": 3, "ConceptScheme": 1},
    ),
    "firms.jsonld": (
        "太鋼",
        {("location", "out", "Taiyuan"), ("parentOrganization", "out", "Baowu")},
        ("Baowu", "Shanxi"),
        {"Corporation": 2, "City": 1, "State": 1},
    ),
    "items.nt": (
        "Tayyuan",
        {("P31", "out", "城市"), ("所在行政領土實體", "out", "Shanxi")},
        ("Shanxi", "城市"),
        {"Item": 2, "Property": 1},
    ),
    "organisations.ttl": (
        "Treasury",
        {("holds", "out", "Chair")},
        ("Treasury", "Unit"),
        {"Class": 3, "ObjectProperty": 2, "Ontology": 1, "Unit": 1, "Post": 1, "NamedIndividual": 2},
    ),
    "people.rdf": ("Bob", {("knows", "in", "Alice"), ("knows", "out", "Carol")}, ("Al", "Carol"), {"Person": 3}),
}


@pytest.fixture(params=GRAPHS)
def graph(request: pytest.FixtureRequest, engine: str) -> tuple[str, cg.CityGraph]:
    return request.param, cg.open(FOREIGN / request.param, engine=engine)


def test_what_two_named_things_are_tied_by_is_shown(graph: tuple[str, cg.CityGraph]) -> None:
    file, city = graph
    name, ties, _, _ = GRAPHS[file]
    found = cg.neighbors(city, name)
    assert {(n.relation.label.removeprefix("← "), n.direction, n.label) for n in found} == ties
    assert {n.status + n.basis for n in found} == {""}
    two_hops = cg.neighbors(city, name, hops=2)
    assert [n.label for n in two_hops if n.hops == 1] == [n.label for n in found]


def test_every_verb_of_the_network_goes_by_its_triples(graph: tuple[str, cg.CityGraph]) -> None:
    file, city = graph
    _, _, (start, end), kinds = GRAPHS[file]
    told = cg.claims(city)
    ties = [claim for claim in told if isinstance(claim.object, cg.Entity)]
    assert cg.paths(city, start, end)[0].things[-1].label == cg.resolve(city, end).label
    assert cg.network(city).number_of_edges() == len(ties) == cg.about(city).claims
    assert cg.about(city).kinds == kinds
    assert len(cg.central(city, hub=True)) > 0
    assert len(cg.diagram(city, start).svg) > 0
    assert len(json.loads(cg.export(city).to(".json"))["edges"]) == len(ties)
    assert cg.export(city, start).to(".csv").decode("utf-8-sig").count("\n") > 1
    assert cg.export(city, end).to(".xlsx")[:2] == b"PK"
    assert not cg.gaps(city).as_json()["gaps"]


def test_what_is_exported_of_other_peoples_graphs_answers_as_they_do(
    graph: tuple[str, cg.CityGraph], tmp_path: Path
) -> None:
    _, city = graph
    made, claims = cg.export(city), cg.claims(city).as_json()["claims"]
    for form in (".ttl", ".nt", ".trig", ".jsonld"):
        (tmp_path / f"again{form}").write_bytes(made.to(form))
        assert cg.claims(cg.open(tmp_path / f"again{form}")).as_json()["claims"] == claims, form
    assert made.to(".rdf12.ttl")


def test_engines_agree_on_other_peoples_graphs(graph: tuple[str, cg.CityGraph]) -> None:
    file, city = graph
    other = cg.open(FOREIGN / file)
    assert cg.claims(city).as_json() == cg.claims(other).as_json()
    assert cg.about(city).as_json() == cg.about(other).as_json()


def test_values_are_claims_and_names_are_none(engine: str) -> None:
    city = cg.open(FOREIGN / "concepts.ttl", engine=engine)
    values = {(c.relation.label, c.object_text) for c in cg.claims(city, "Stahl") if isinstance(c.object, cg.Value)}
    assert values == {("notation", "24.1"), ("definition", "Iron with a little carbon.")}


def test_a_wikidata_item_is_of_the_kind_it_is_an_instance_of() -> None:
    for language, label, kind, relation in (
        ("zh-Hant", "太原市", "城市", "所在行政領土實體"),
        ("en", "Taiyuan", "city", "located in"),
    ):
        city = cg.open(FOREIGN / "items.nt", language=language)
        assert (cg.resolve(city, "Taiyuan").label, cg.resolve(city, "Taiyuan").kind_label) == (label, kind)
        assert relation in {n.relation.label for n in cg.neighbors(city, "Taiyuan")}
        assert cg.paths(city, "Taiyuan", "Shanxi", relations=["located in"])[0].hops[0].relation.label == relation


def test_a_term_of_another_vocabulary_is_a_thing_like_any_other(engine: str) -> None:
    city = cg.open(FOREIGN / "organisations.ttl", engine=engine)
    assert cg.show(city, "Organisation").names[0].name == "Organisation"
    assert [found.entity.label for found in cg.find(city, "organisation")][:1] == ["Organisation"]
    assert [n.label for n in cg.neighbors(city, "Unit")] == ["Post", "Chair"]
    assert cg.resolve(city, "Treasury").kind_label == "Unit"


def test_a_term_of_our_ontology_is_no_thing(tmp_path: Path, engine: str) -> None:
    city = cg.open(turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "甲"@zh-Hant ; ex:like cg:Firm .'), engine=engine)
    assert not cg.neighbors(city, "甲")
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "企業")
    assert cg.resolve(city, "甲").kind_label == "企業"


def test_things_of_a_page_without_an_iri_are_things_by_their_names() -> None:
    city = cg.open(FOREIGN / "firms.jsonld")
    assert cg.resolve(city, "Shanxi").iri == cg.resolve(cg.open(FOREIGN / "firms.jsonld"), "Shanxi").iri
    # An address without a name is no thing.
    assert {n.label for n in cg.neighbors(city, "Baowu")} == {"TISCO"}


BESIDE = """
@prefix y: <https://w3id.org/citygraph/id/yunbo/> .
ex:own a cg:Firm ; skos:prefLabel "青嵐光學"@zh-Hant ; ex:founded "1974" ; cg:unit cg:yuan .
y:yunbo cg:supports ex:own . ex:own ex:uses ex:tool . ex:tool skos:prefLabel "車床"@zh-Hant ; ex:made _:nobody .
"""


@pytest.fixture
def beside(tmp_path: Path, engine: str) -> cg.CityGraph:
    """A city with claims, and beside it a file of triples without a claim."""
    return cg.open(FIXTURE / "city.ttl", turtle(tmp_path, BESIDE), engine=engine)


def test_beside_claims_a_triple_without_a_claim_is_an_edge_without_a_source(beside: cg.CityGraph) -> None:
    found = cg.neighbors(beside, "青嵐光學")
    assert {(n.relation.iri.rpartition("/")[2], n.direction, n.label) for n in found} == {
        ("ontology#supports", "in", "雲泊"),
        ("uses", "out", "車床"),
    }
    assert {(n.status, n.basis, n.evidence) for n in found} == {("", "", ())}
    assert [f.object_text for f in cg.show(beside, "青嵐光學").facts] == ["1974"]
    assert [n.label for n in cg.neighbors(beside, "青嵐光學", relations=["uses"])] == ["車床"]
    assert neighbors_text(found, "zh-Hant", 80).count("無來源") == 2
    drawn = cg.diagram(beside, "青嵐光學").dot
    assert drawn.count(" -> ") == drawn.count('style="solid"') == 2


def test_beside_claims_paths_and_exports_go_by_both(
    beside: cg.CityGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm = next(n.label for n in cg.neighbors(beside, "雲泊") if n.status and n.entity.kind == "Firm")
    for whole in (0, 10**9):  # a large graph is read around each thing, a small one at once
        monkeypatch.setattr("cityGraph.networks.adjacency.WHOLE", whole)
        (path, *_) = cg.paths(beside, "車床", firm)
        assert [thing.label for thing in path.things] == ["車床", "青嵐光學", "雲泊", firm]
        assert [bool(hop.evidence) for hop in path.hops] == [False, False, True]
    edges = [key for *_, key in cg.network(beside).edges(keys=True)]
    alone = cg.open(FIXTURE / "city.ttl")
    assert len(edges) == cg.network(alone).number_of_edges() + 2
    (tmp_path / "again.ttl").write_bytes(cg.export(beside, inferred=True).to(".ttl"))
    again = cg.open(tmp_path / "again.ttl")
    assert cg.claims(again, inferred=True).as_json() == cg.claims(beside, inferred=True).as_json()


def test_a_triple_that_a_claim_says_is_that_claim(engine: str) -> None:
    city = cg.open(FIXTURE / "city.ttl", engine=engine)
    assert all(claim.status and claim.basis for claim in cg.claims(city, inferred=True))
    assert cg.validate(city).claims == cg.about(city).claims == len(cg.claims(city, inferred=True))


def test_a_triple_whose_only_claim_is_inferred_is_an_edge(tmp_path: Path) -> None:
    city = cg.open(turtle(tmp_path, FIRMS + CLAIM + "cg:basis cg:inferred . ex:one cg:sitedIn ex:two ."))
    assert [(n.label, n.status) for n in cg.neighbors(city, "甲")] == [("乙", "")]
