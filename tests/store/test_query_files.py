"""The stored queries run as they stand; a parameter is a VALUES line."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.escape import sparql_string
from cityGraph.store.query_files import bind, stored
from support.strange import shipped_city

QUERIES = sorted(Path(cg.__file__).parent.rglob("queries/*.rq"))


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_each_query_of_the_library_runs_as_it_stands_on_both_engines(file: Path) -> None:
    found = [sorted(map(str, shipped_city(engine).rows(file.read_text("utf-8")))) for engine in ("oxigraph", "rdflib")]
    assert len(found[0]) == len(found[1]) > 0
    assert file.read_text("utf-8").startswith("# ")


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
