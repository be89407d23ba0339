"""One contract for every engine, endpoints included: all give the same answers."""

from __future__ import annotations

from typing import Any

import pytest
import rdflib
from rdflib import XSD, Literal
from rdflib.compare import isomorphic

import cityGraph as cg
from cityGraph.sparql.results import serialize
from support.ontology import MODULES, parsed
from support.paths import DATA, FIXTURE, FOREIGN

NAMES = ["太鋼", "太原", "晶科", "陽曲工業園區", "TISCO", "6條優勢賽道"]
QUERIES = [
    "SELECT ?firm ?industry WHERE { ?firm cg:spearheads ?industry } ORDER BY ?firm",
    "SELECT ?name WHERE { ty:taigang skos:prefLabel|skos:altLabel ?name } ORDER BY STR(?name) LANG(?name)",
    "SELECT ?who ?label WHERE { ?who a cg:Track OPTIONAL { ?who cg:none ?label } } ORDER BY ?who",
    "SELECT ?target ?value ?due WHERE { ?target cg:value ?value ; cg:due ?due } ORDER BY ?target",
    "ASK { ty:taiyuan cg:supports ty:taigang }",
    "ASK { ty:taigang cg:supports ty:taiyuan }",
]


@pytest.fixture(scope="module")
def by_engine() -> dict[str, cg.CityGraph]:
    return {engine: cg.open(engine=engine) for engine in ("oxigraph", "rdflib")}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("hops", [1, 2])
def test_neighbors_are_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], name: str, hops: int) -> None:
    one, other = (cg.neighbors(city, name, hops=hops, inferred=True) for city in by_engine.values())
    assert len(one) > 0
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize("name", [*NAMES, None])
def test_claims_are_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], name: str | None) -> None:
    one, other = (cg.claims(city, name, inferred=True) for city in by_engine.values())
    assert len(one) > 0
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize("name", [*NAMES, "太钢", "tg", "tai4gang1", "陽曲", "鋼", "太剛", "ty:taigang", "stel", ""])
def test_what_may_be_meant_is_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], name: str) -> None:
    one, other = (cg.find(city, name, top=None) for city in by_engine.values())
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize("name", NAMES)
def test_a_thing_by_itself_is_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], name: str) -> None:
    one, other = (cg.show(city, name, inferred=True) for city in by_engine.values())
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize(
    "how", [{"relations": ["支持"]}, {"kinds": ["Firm"]}, {"direction": "in"}, {"statuses": ["planned"]}]
)
def test_what_filters_leave_is_the_same_on_every_engine(
    by_engine: dict[str, cg.CityGraph], how: dict[str, Any]
) -> None:
    one, other = (cg.neighbors(city, "太原", hops=2, **how) for city in by_engine.values())
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
@pytest.mark.parametrize("text", QUERIES)
def test_a_query_is_written_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], text: str, form: str) -> None:
    one, other = (serialize(cg.query(city, text), form) for city in by_engine.values())
    assert one == other


@pytest.mark.parametrize("text", QUERIES)
def test_queries_are_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], text: str) -> None:
    one, other = (cg.query(city, text) for city in by_engine.values())
    assert one == other
    assert one.as_json() == other.as_json()


def test_construct_gives_the_same_graph_on_every_engine(by_engine: dict[str, cg.CityGraph]) -> None:
    text = "CONSTRUCT { ?firm cg:spearheads ?industry } WHERE { ?firm cg:spearheads ?industry }"
    one, other = (cg.query(city, text).turtle for city in by_engine.values())
    assert one is not None
    assert other is not None
    assert sorted(one.split("\n\n", 1)[0].splitlines()) == sorted(other.split("\n\n", 1)[0].splitlines())
    triples = [{line for line in text.splitlines() if line and not line.startswith("@")} for text in (one, other)]
    assert triples[0] == triples[1]
    assert len(triples[0]) == 10


def test_what_one_source_says_is_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph]) -> None:
    one, other = (cg.according_to(city, "article", "中國日報") for city in by_engine.values())
    assert cg.about(one).as_json() == cg.about(other).as_json()
    assert cg.claims(one).as_json() == cg.claims(other).as_json()


@pytest.mark.parametrize("kind", [None, "Chain", "企業"])
def test_gaps_are_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], kind: str | None) -> None:
    one, other = (cg.gaps(city, kind=kind, inferred=True) for city in by_engine.values())
    assert len(one) > 0
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize("name", ["太原", "太鋼", "惠科", "太原地鐵1號線", None])
@pytest.mark.parametrize("verb", [cg.targets, cg.timeline, cg.projects], ids=lambda verb: verb.__name__)
def test_the_plan_is_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], verb: Any, name: str | None) -> None:
    one, other = (verb(city, name, inferred=True) for city in by_engine.values())
    assert one == other
    assert one.as_json() == other.as_json()


@pytest.mark.parametrize("name", ["太鋼", "claim:taiyuan-supports-taigang"])
def test_citations_are_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph], name: str) -> None:
    one, other = (cg.cite(city, name, inferred=True) for city in by_engine.values())
    assert len(one) > 0
    assert one == other
    assert one.bibtex() == other.bibtex()


def test_validate_finds_the_same_on_every_engine(fixture_text: str) -> None:
    reports = [cg.validate(cg.open(FIXTURE / "city.ttl", engine=e), text=fixture_text) for e in ("oxigraph", "rdflib")]
    assert reports[0] == reports[1]


def test_networks_are_the_same_on_every_engine(by_engine: dict[str, cg.CityGraph]) -> None:
    one, other = (cg.network(city, inferred=True) for city in by_engine.values())
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
    assert sorted(one.edges(keys=True)) == sorted(other.edges(keys=True))


def even(graph: rdflib.Graph) -> rdflib.Graph:
    """The graph with one spelling of each literal.

    To RDF a language tag is the same in any case: Oxigraph keeps it in lower case, rdflib as written. And a
    plain string is an xsd:string: Oxigraph says so, rdflib leaves it unsaid. rdflib tells all of these apart.
    """
    evened = rdflib.Graph()
    for subject, predicate, what in graph:
        if isinstance(what, Literal) and what.language:
            evened.add((subject, predicate, Literal(str(what), lang=what.language.lower())))
        elif isinstance(what, Literal) and what.datatype == XSD.string:
            evened.add((subject, predicate, Literal(str(what))))
        else:
            evened.add((subject, predicate, what))
    return evened


def test_the_store_holds_what_the_files_say(engine: str) -> None:
    written = even(parsed(*MODULES, DATA))
    held = even(cg.open(engine=engine).rdf)
    assert len(held) == len(written) > 1000
    assert isomorphic(held, written)


@pytest.mark.parametrize("by", ["degree", "pagerank", "betweenness", "harmonic"])
def test_every_engine_measures_the_same(city: cg.CityGraph, by: str) -> None:
    again = cg.open(engine="rdflib")
    assert cg.central(city, by=by, inferred=True).as_json() == cg.central(again, by=by, inferred=True).as_json()
    assert cg.communities(city).as_json() == cg.communities(again).as_json()
    assert cg.bridges(city).as_json() == cg.bridges(again).as_json()
    assert cg.similar(city, "太鋼").as_json() == cg.similar(again, "太鋼").as_json()


@pytest.mark.parametrize("name", ["太鋼", "太钢", "TISCO", "ty:taigang", "陽曲工業園區"])
def test_an_endpoint_answers_as_its_files_do(server: str, name: str) -> None:
    far, near = cg.open(server), cg.open()
    assert cg.neighbors(far, name, inferred=True).as_json() == cg.neighbors(near, name, inferred=True).as_json()
    assert cg.claims(far, name).as_json() == cg.claims(near, name).as_json()


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_an_endpoint_without_claims_answers_as_its_files_do(items: str, language: str) -> None:
    far, near = (cg.open(source, language=language) for source in (items, FOREIGN / "items.nt"))
    for name in ("太原市", "Taiyuan", "http://www.wikidata.org/entity/Q72778"):
        assert (
            cg.neighbors(far, name, hops=2).as_json()["neighbors"]
            == (cg.neighbors(near, name, hops=2).as_json()["neighbors"])
        )
        assert cg.claims(far, name).as_json()["claims"] == cg.claims(near, name).as_json()["claims"]
    assert cg.paths(far, "Shanxi", "Taiyuan").as_json() == cg.paths(near, "Shanxi", "Taiyuan").as_json()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?firm ?name WHERE { ?firm cg:spearheads ?industry ; skos:prefLabel ?name } ORDER BY ?firm ?name",
        "SELECT ?target ?value ?none WHERE { ?target cg:value ?value } ORDER BY ?target",
        "ASK { ty:taiyuan cg:supports ty:taigang }",
        "CONSTRUCT { ?firm cg:spearheads ?industry } WHERE { ?firm cg:spearheads ?industry }",
        "# a remark: ASK\nPREFIX x: <urn:SELECT> CONSTRUCT { ty:taigang a ?kind } WHERE { ty:taigang a ?kind }",
    ],
)
def test_a_query_has_the_same_answer_there_as_here(server: str, text: str) -> None:
    far, near = (cg.query(city, text) for city in (cg.open(server), cg.open()))
    if near.turtle is None:
        assert far == near
    else:
        assert far.turtle is not None
        assert sorted(far.turtle.splitlines()) == sorted(near.turtle.splitlines())
