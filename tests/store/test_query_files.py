"""The stored queries run as they stand; a parameter is a VALUES line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.escape import sparql_string
from cityGraph.store.query_files import bind, stored
from support.paths import ROOT
from support.strange import shipped_city

QUERIES = sorted(Path(cg.__file__).parent.rglob("queries/*.rq"))


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_each_query_of_the_library_runs_as_it_stands_on_both_engines(file: Path) -> None:
    """Its parameters are examples; with things of the city in their place it finds something."""
    text = file.read_text("utf-8")
    assert text.startswith("# ")
    for query in (text, of_the_city(text, file.stem)):
        found = [sorted(map(str, asked(file.stem, engine).rows(query))) for engine in ("oxigraph", "rdflib")]
        assert len(found[0]) == len(found[1])
    assert found[0]


# Where there is what a query looks for, if the packaged city has none of it.
ELSEWHERE = {
    "added-words": ROOT / "examples" / "suzhou" / "city.ttl",
    "loose": ROOT / "ontology" / "city.shapes.ttl",
}


def asked(name: str, engine: str) -> cg.CityGraph:
    """The graph that a query is asked of."""
    return cg.open(ELSEWHERE[name], engine=engine) if name in ELSEWHERE else shipped_city(engine)


def of_the_city(query: str, name: str) -> str:
    """Put things of the packaged city in the place of the examples of a query."""
    city = "https://w3id.org/citygraph/id/taiyuan/"
    named = {
        "claim": "claim/taiyuan-supports-taigang",
        "source": "article",
        "subject": "taiyuan",
        "entity": "taigang",
        "thing": {"records": "article", "replaced": "jinke-wafer"}.get(name, "taigang"),
        "object": "taigang",
    }
    return re.sub(r"VALUES \?(\w+) \{ <urn:[^}]*\}", lambda m: f"VALUES ?{m[1]} {{ <{city}{named[m[1]]}> }}", query)


def test_a_parameter_is_bound_in_one_pass() -> None:
    text = "VALUES ?a { 1 } VALUES ?b { 2 }"
    # What a value holds is never taken for a parameter.
    assert (
        bind(text, a=[sparql_string("VALUES ?b { 9 }")], b=["3"]) == 'VALUES ?a { "VALUES ?b { 9 }" } VALUES ?b { 3 }'
    )
    with pytest.raises(KeyError):
        bind(text, c=["1"])


def test_a_named_query_is_the_text_of_its_file() -> None:
    assert "\n# Entities that carry one of these names" in stored("names")
