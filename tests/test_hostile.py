"""Whatever a stranger types: names, words and queries are data, and the only errors are our own."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render import safe, width, wrap
from cityGraph.sparql import check, iri, prologue, rows, string

ENGINES = {engine: cg.open(engine=engine) for engine in ("oxigraph", "rdflib")}
ANY = st.text(max_size=60)
NO_SURROGATES = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
quick = settings(deadline=None, max_examples=60)


@quick
@given(ANY)
def test_any_name_is_found_or_refused(name: str) -> None:
    with suppress(cg.NameNotFound, cg.AmbiguousName):
        assert cg.resolve(ENGINES["oxigraph"], name).iri


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(text=NO_SURROGATES)
def test_a_string_comes_back_from_the_engine_as_it_went(engine: str, text: str) -> None:
    ((found,),) = rows(ENGINES[engine].engine, f"SELECT ({string(text)} AS ?x) {{}}")
    assert found.value == text


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(text=ANY)
def test_an_iri_cannot_leave_its_brackets(engine: str, text: str) -> None:
    inside = iri(f"urn:x:{text}")
    assert not set(inside[1:-1]) & set('<>"{}|^`\\ \n')
    query = f"{prologue(['rdf'])} SELECT ?o {{ {inside} rdf:type ?o }}"
    with suppress(SyntaxError):  # what is no IRI is the engine's to refuse
        assert rows(ENGINES[engine].engine, query) == []


@quick
@given(ANY)
def test_any_text_is_a_query_or_refused(text: str) -> None:
    with suppress(cg.BadQuery):
        assert check(text) == text


@quick
@given(ANY)
def test_what_is_shown_commands_nothing(text: str) -> None:
    shown = safe(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert len(shown) == len(text)


@quick
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80), st.integers(2, 40))
def test_wrapping_keeps_every_character_within_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    kept = "".join("".join(lines).split())
    assert kept == "".join(text.split())
    assert all(width(line) <= columns for line in lines)
