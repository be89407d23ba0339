"""Namespaces: an IRI as a prefixed name."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cityGraph.namespaces import PREFIXES, shorten
from support.strange import CHARACTERS, quick, shipped_city


def test_iris_are_shortened_where_a_prefix_fits_exactly() -> None:
    assert shorten("https://w3id.org/citygraph/id/taiyuan/claim/x") == "claim:x"
    assert shorten("https://w3id.org/citygraph/id/taiyuan/a/b") == "<https://w3id.org/citygraph/id/taiyuan/a/b>"


@quick
@given(CHARACTERS, st.sampled_from([PREFIXES["ty"], PREFIXES["claim"], PREFIXES["cg"], "urn:x:"]))
@example("a.b", PREFIXES["ty"])
@example("-a", PREFIXES["ty"])
@example(".0", PREFIXES["ty"])
def test_a_shortened_iri_stands_for_the_iri(rest: str, namespace: str) -> None:
    short = shorten(namespace + rest)
    if not short.startswith("<"):
        ((found,),) = shipped_city("oxigraph").rows(f"SELECT ({short} AS ?x) {{}}")
        assert found.value == namespace + rest
