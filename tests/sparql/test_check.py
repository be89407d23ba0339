"""A user's query is checked before an engine sees it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.sparql.check import MAX_DEPTH, check
from support.strange import ANY, MARKS, SPARQL_WORDS, quick, shipped_city


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT is an update"),
        ("PREFIX x: <urn:x> delete where { ?s ?p ?o }", "DELETE is an update"),
        ("# a remark\nDROP ALL", "DROP is an update"),
        ("LOAD <http://example.org/>", "LOAD is an update"),
        ("", "This is not a query"),
        ("太鋼", "This is not a query"),
        ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 1, column 18: SERVICE"),
        ("SELECT * WHERE { ?s ?p }", "line 1"),
        ("SELECT *\nWHERE { ?s ?p ?o", "line 2"),
        ("SELECT (nothing(?s) AS ?x) WHERE { ?s ?p ?o }", "line 1"),
        ("ASK " + "(" * 10_000, "nest deeper"),
        ("SELECT * WHERE { FILTER(1" + " || 1" * 10_000 + ") }", "more than"),
        ("SELECT * WHERE { " + "?s ?p ?o . " * 100_000 + "}", "characters"),
    ],
)
def test_what_is_no_query_or_must_not_run_is_refused_with_its_place(engine: str, text: str, says: str) -> None:
    with pytest.raises(cg.BadQuery, match=says) as refused:
        cg.query(shipped_city(engine), text)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ("DROP ALL" AS ?x) {}',
        "SELECT ?insert WHERE { ?insert ?p ?o } LIMIT 1",
        "PREFIX add: <urn:add:> ASK { ?s add:p ?o }",
        "PREFIX service: <urn:add:> ASK { ?service service:p ?o }",
        "# DELETE this remark\nASK {}",
        "ASK { ?s ?p <urn:INSERT> }",
    ],
)
def test_words_of_updates_in_names_strings_and_remarks_are_no_updates(text: str) -> None:
    assert check(text) == text
    cg.query(cg.open(), text)


@quick
@given(
    ANY | st.lists(SPARQL_WORDS | MARKS, max_size=40).map(" ".join) | st.lists(SPARQL_WORDS, max_size=40).map("".join)
)
@example("ASK {" + "(" * 99_990)
@example('"' + '\\"' * 20_000)
@example("'''" + "\\'''" * 200)
@example("SERVICE" + " #" * 20_000)
def test_a_query_is_checked_or_refused(text: str) -> None:
    with suppress(cg.BadQuery):
        assert check(text) == text


@quick
@given(st.integers(1, 3 * MAX_DEPTH), st.sampled_from([("(", ")"), ("{", "}"), ("[", "]")]))
def test_brackets_may_be_many_and_not_deep(depth: int, kind: tuple[str, str]) -> None:
    check("ASK { " + " ".join(kind) * depth + "}")
    nested = "ASK { " + kind[0] * depth + kind[1] * depth + "}"
    if depth < MAX_DEPTH:
        assert check(nested) == nested
    else:
        with pytest.raises(cg.BadQuery, match=r"line 1, column \d+: brackets nest deeper"):
            check(nested)
