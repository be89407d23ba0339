"""Whatever text comes in as a name or a query, it is answered or refused in one line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.cli.completion import items
from cityGraph.names.spelling import WAYS
from cityGraph.namespaces import PREFIXES
from cityGraph.store.engine import ENGINES
from support.strange import ANY, CHARACTERS, SPARQL_WORDS, quick, shipped_city, slow


@quick
@given(ANY)
@example("太\x1b鋼")
@example("urn:%zz")
@example("http://[::1")
@example("a:b#c#d")
@example("\ud800")
def test_a_name_is_resolved_or_refused(name: str) -> None:
    with suppress(cg.CityGraphError):
        assert cg.resolve(shipped_city("oxigraph"), name).iri


@slow
@given(ANY)
@example("x\ny")
@example("\\u0041")
def test_a_name_is_resolved_or_refused_by_rdflib_too(name: str) -> None:
    with suppress(cg.CityGraphError):
        assert cg.resolve(shipped_city("rdflib"), name).iri


@quick
@given(ANY)
@example("太\x1b鋼")
@example("1'2\"3")
@example("\ud800")
@example("ß" * 500)
@example("x" * 10_000)
@example("鋼" * 10_000)
def test_whatever_is_looked_for_is_found_or_not(name: str) -> None:
    city = shipped_city("oxigraph")
    for match in cg.find(city, name, top=3):
        assert match.how in WAYS
        assert match.name or match.how == "iri"
    assert items({"engine": "oxigraph"}, name) is not None


@quick
@given(st.sampled_from([*PREFIXES, "urn", "http", "x"]), ANY)
@example("ty", "%")
def test_what_looks_like_an_iri_is_resolved_or_refused(prefix: str, rest: str) -> None:
    with suppress(cg.CityGraphError):
        assert cg.resolve(shipped_city("oxigraph"), f"{prefix}:{rest}").iri


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(
    st.lists(SPARQL_WORDS, max_size=20).map(lambda words: "ASK { " + " ".join(words))
    | CHARACTERS.map(lambda text: f"SELECT * {{ {text} }}")
)
def test_a_query_is_answered_or_refused_in_one_line(engine: str, text: str) -> None:
    said = ""
    try:
        cg.query(shipped_city(engine), text).as_json()
    except cg.BadQuery as refused:
        said = str(refused)
    assert "\n" not in said
    assert len(said) < 300
