"""Namespaces: an IRI as a prefixed name."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cityGraph.namespaces import PREFIXES, Prefixes, curie, expand, shorten
from support.strange import CHARACTERS, quick, shipped_city

PLACE = "https://example.org/place/"
OWN = Prefixes({**PREFIXES, "pl": PLACE, "claim": PLACE + "claim/", "again": PLACE})


def test_iris_are_shortened_where_a_prefix_fits_exactly() -> None:
    assert shorten(PLACE + "claim/x", OWN) == "claim:x"
    assert shorten(PLACE + "a/b", OWN) == f"<{PLACE}a/b>"


def test_curie_uses_only_the_prefixes_it_may_use() -> None:
    assert curie(PLACE + "x", OWN) == "pl:x"
    assert curie(PLACE + "x") is None
    assert curie(PREFIXES["cg"] + "Firm") == "cg:Firm"


def test_the_first_prefix_of_a_namespace_stands_for_it() -> None:
    assert OWN.prefix_of[PLACE] == "pl"
    assert expand("again:x", OWN) == expand("pl:x", OWN) == PLACE + "x"


def test_the_prefixes_of_the_package_are_those_of_vocabularies_alone() -> None:
    assert [name for name, space in PREFIXES.items() if "/id/" in space] == []


def test_curie_is_none_where_the_local_name_would_need_an_escape() -> None:
    names = ["", "a/b", "a#b", "a b", "太鋼", "-a", "a.", "a:b"]
    assert [name for name in names if curie(PLACE + name, OWN)] == []


def test_every_namespace_ends_where_curie_cuts_an_iri() -> None:
    assert [namespace for namespace in PREFIXES.values() if not namespace.endswith(("/", "#"))] == []


def test_expand_leaves_text_without_a_known_prefix_as_it_is() -> None:
    for text in ("", "pl", "urn:x", "https://example.org/a", "pl://x", "太鋼", "unknown:x"):
        assert expand(text, OWN) == text
    assert expand("pl:a:b", OWN) == PLACE + "a:b"
    assert expand("pl:a") == "pl:a"


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?", fullmatch=True))
def test_expand_gives_back_what_curie_shortened(prefix: str, name: str) -> None:
    assert curie(PREFIXES[prefix] + name) == f"{prefix}:{name}"
    assert expand(f"{prefix}:{name}") == PREFIXES[prefix] + name


SPACES = [shipped_city("oxigraph").prefixes[name] for name in ("ty", "claim", "cg")]


@quick
@given(CHARACTERS, st.sampled_from([*SPACES, "urn:x:"]))
@example("a.b", SPACES[0])
@example("-a", SPACES[0])
@example(".0", SPACES[0])
def test_a_shortened_iri_stands_for_the_iri(rest: str, namespace: str) -> None:
    city = shipped_city("oxigraph")
    short = city.shorten(namespace + rest)
    if not short.startswith("<"):
        assert city.expand(short) == namespace + rest
        prefix = short.partition(":")[0]
        ((found,),) = city.rows(f"PREFIX {prefix}: <{city.prefixes[prefix]}> SELECT ({short} AS ?x) {{}}")
        assert found.value == namespace + rest
