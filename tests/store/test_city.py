"""The handle of an open graph."""

from __future__ import annotations

import cityGraph as cg
from support.paths import DATA


def test_a_handle_shows_what_it_was_opened_from_and_not_all_that_it_keeps() -> None:
    city = cg.open(language="en")
    cg.claims(city)
    assert repr(city) == f"CityGraph(sources={city.sources!r}, language='en')"


def test_a_handle_gives_an_rdflib_graph_whoever_answers(engine: str) -> None:
    graph = cg.open(DATA, engine=engine).rdf
    asked = graph.query("ASK { <https://w3id.org/citygraph/id/taiyuan/taiyuan> ?p ?o }")
    assert asked.askAnswer
    assert len(graph) > 2000
