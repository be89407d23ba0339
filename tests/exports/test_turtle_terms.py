"""Terms in Turtle: read back as they were, and in one order."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import example, given

from cityGraph.exports.turtle_terms import place, tag_rank, turtle_iri, turtle_literal
from cityGraph.namespaces import CG, PREFIXES, Prefixes
from support.strange import CHARACTERS, STRANGE, quick

XSD = PREFIXES["xsd"]
HARBOUR = "https://example.org/harbour/"
KNOWN = Prefixes({**PREFIXES, "hb": HARBOUR, "claim": f"{HARBOUR}claim/"})
DECLARED = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in KNOWN.items())
WRITABLE = "".join(c for c in "".join(STRANGE) if not "\ud800" <= c <= "\udfff")


def read(term: str) -> object:
    """A term as a parser of Turtle reads it."""
    (quad,) = pyoxigraph.parse(f"{DECLARED}<urn:s> <urn:p> {term} .".encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return quad.object


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        (f"{CG}Firm", "cg:Firm"),
        ("https://example.org/harbour/crane", "hb:crane"),
        # The longest namespace that fits.
        ("https://example.org/harbour/claim/a-b", "claim:a-b"),
        (f"{CG}a.b", "cg:a.b"),
        # What a prefix cannot shorten stays whole.
        (f"{CG}a.", f"<{CG}a.>"),
        (f"{CG}", f"<{CG}>"),
        (f"{CG}太鋼", f"<{CG}太鋼>"),
        (f"{CG}a/b", f"<{CG}a/b>"),
        ("urn:a b<>", "<urn:a%20b%3C%3E>"),
        ("_:b1", "_:b1"),
    ],
)
def test_an_iri_has_a_prefix_where_one_fits_and_is_whole_elsewhere(iri: str, written: str) -> None:
    assert turtle_iri(iri, KNOWN) == written
    if not iri.startswith("_:"):
        assert read(written) == pyoxigraph.NamedNode(iri.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"))


@pytest.mark.parametrize(
    ("value", "datatype", "tag", "written"),
    [
        ("13", f"{XSD}integer", None, "13"),
        ("-7", f"{XSD}integer", None, "-7"),
        ("十三", f"{XSD}integer", None, '"十三"^^xsd:integer'),
        ("true", f"{XSD}boolean", None, "true"),
        ("1", f"{XSD}boolean", None, '"1"^^xsd:boolean'),
        ("60.5", f"{XSD}decimal", None, '"60.5"^^xsd:decimal'),
        ("太鋼", f"{XSD}string", None, '"太鋼"'),
        ("太鋼", "urn:ignored", "ZH-hant", '"太鋼"@zh-Hant'),
        ("x", "urn:own type", None, '"x"^^<urn:own%20type>'),
    ],
)
def test_a_literal_is_bare_where_its_form_is_the_usual_one_and_typed_elsewhere(
    value: str, datatype: str, tag: str | None, written: str
) -> None:
    assert turtle_literal(value, datatype, tag) == written


@quick
@given(CHARACTERS)
@example(WRITABLE)
def test_any_text_is_read_back_from_a_literal(text: str) -> None:
    for datatype in (f"{XSD}string", f"{XSD}integer", f"{XSD}boolean", "urn:own"):
        found = read(turtle_literal(text, datatype, None))
        assert found == pyoxigraph.Literal(text, datatype=pyoxigraph.NamedNode(datatype))
    assert read(turtle_literal(text, "", "en")) == pyoxigraph.Literal(text, language="en")


def test_statements_stand_by_predicate_then_language_then_value() -> None:
    label, alias = PREFIXES["skos"] + "prefLabel", PREFIXES["skos"] + "altLabel"
    ordered = [
        (PREFIXES["rdf"] + "type", None, f"{CG}Firm"),
        (label, "zh-Hant", "乙"),
        (label, "zh-hant", "甲"),
        (label, "zh-Hans", "甲"),
        (label, "en", "A"),
        (label, "fr", "A"),
        (alias, "zh-Hant", "丙"),
        # What the order does not name comes last, by its IRI.
        ("urn:a", None, "z"),
        ("urn:b", None, "a"),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda each: place(*each)) == ordered


def test_terms_are_ranked_by_their_language_whatever_its_case() -> None:
    literals = [pyoxigraph.Literal("x", language=tag) for tag in ("zh-hant", "zh-HANS", "en", "fr")]
    plain = pyoxigraph.Literal("x")
    assert [tag_rank(each)[1] for each in (*literals, plain)] == ["zh-Hant", "zh-Hans", "en", "fr", ""]
    assert sorted([plain, *reversed(literals)], key=tag_rank) == [*literals[:2], plain, *literals[2:]]
    assert tag_rank(pyoxigraph.NamedNode("urn:a")) == tag_rank(plain)
