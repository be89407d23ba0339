"""The terms that a query names."""

from __future__ import annotations

import pytest

from cityGraph.namespaces import PREFIXES
from cityGraph.sparql.named import needs_base, terms
from cityGraph.sparql.tokens import tokens


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ASK { ?a cg:supports <urn:b> }", ["cg:supports", "<urn:b>"]),
        ("PREFIX cg: <urn:other:> ASK { ?a cg:b ?c }", ["cg:b"]),
        ("SELECT ?a { ?a ?b '1'^^xsd:int FILTER(xsd:int(?a) = 1) }", []),
        ("CONSTRUCT { ?a cg:new ?b } WHERE { ?a cg:old ?b }", ["cg:old"]),
        ("CONSTRUCT WHERE { ?a cg:old ?b }", ["cg:old"]),
        ("BASE <urn:x> PREFIX x: <urn:y> ASK { ?a x:z ?b }", ["x:z"]),
        ("ASK { ?a 'cg:text' ?b } # cg:remark", []),
    ],
)
def test_the_terms_that_a_query_looks_for(text: str, named: list[str]) -> None:
    assert list(terms(tokens(text), PREFIXES).values()) == named


def test_a_prefix_means_what_the_query_declares() -> None:
    assert terms(tokens("PREFIX cg: <urn:o:> ASK { ?a cg:b\\.c ?d }"), PREFIXES) == {"urn:o:b.c": "cg:b\\.c"}


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("ASK { <a> ?p ?o }", True),
        ("BASE <urn:x:> ASK { <a> ?p ?o }", False),
        ("ASK { <urn:a> ?p '<b>' }", False),
        ("PREFIX x: <> ASK { x:a ?p ?o }", True),
    ],
)
def test_a_relative_iri_needs_a_base(text: str, needed: bool) -> None:
    assert needs_base(tokens(text)) == needed
