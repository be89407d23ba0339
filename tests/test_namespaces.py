"""Namespaces: an IRI as a prefixed name."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cityGraph.namespaces import PREFIXES, curie, expand, shorten
from support.strange import CHARACTERS, quick, shipped_city


def test_iris_are_shortened_where_a_prefix_fits_exactly() -> None:
    assert shorten("https://w3id.org/citygraph/id/taiyuan/claim/x") == "claim:x"
    assert shorten("https://w3id.org/citygraph/id/taiyuan/a/b") == "<https://w3id.org/citygraph/id/taiyuan/a/b>"


def test_curie_uses_only_the_prefixes_it_may_use() -> None:
    assert curie(PREFIXES["claim"] + "x") == "claim:x"
    assert curie(PREFIXES["claim"] + "x", ["ty"]) is None
    assert curie(PREFIXES["ty"] + "x", ["ty"]) == "ty:x"


def test_curie_is_none_where_the_local_name_would_need_an_escape() -> None:
    names = ["", "a/b", "a#b", "a b", "太鋼", "-a", "a.", "a:b"]
    assert [name for name in names if curie(PREFIXES["ty"] + name)] == []


def test_every_namespace_ends_where_curie_cuts_an_iri() -> None:
    assert [namespace for namespace in PREFIXES.values() if not namespace.endswith(("/", "#"))] == []


def test_expand_leaves_text_without_a_known_prefix_as_it_is() -> None:
    for text in ("", "ty", "urn:x", "https://example.org/a", "ty://x", "太鋼", "unknown:x"):
        assert expand(text) == text
    assert expand("ty:a:b") == PREFIXES["ty"] + "a:b"


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?", fullmatch=True))
def test_expand_gives_back_what_curie_shortened(prefix: str, name: str) -> None:
    assert curie(PREFIXES[prefix] + name) == f"{prefix}:{name}"
    assert expand(f"{prefix}:{name}") == PREFIXES[prefix] + name


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
