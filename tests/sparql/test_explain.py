"""A broken query is refused with place, line and what to write, in the same words on both engines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from cityGraph.sparql.explain import explained, wide_sign
from support.rows import for_each
from support.strange import ANY, quick, shipped_city

# ruff: noqa: E501 (a row of the table is a line)
FIRMS = "SELECT ?f WHERE { ?f a cg:Firm "
BROKEN = [
    # A misspelled keyword.
    ("SELCT ?f WHERE { ?f a cg:Firm }", "→SELCT", "Nearest: SELECT."),
    ("SELECT ?f WERE { ?f a cg:Firm }", "→WERE", "Nearest: WHERE."),
    (FIRMS + "FILTR(?f = 1) }", "→FILTR", "Nearest: FILTER."),
    (FIRMS + "} ORDR BY ?f", "→ORDR", "Nearest: ORDER."),
    (FIRMS + "FILTER(STRSTART(?f, 'a')) }", "→STRSTART", "Nearest: STRSTARTS."),
    # A prefix that nobody declares.
    ("SELECT ?n { ?f skso:prefLabel ?n }", "→skso:", "Nearest: skos:. To declare it, put this line first: PREFIX skso: <…>"),
    ("SELECT ?n { ?f qqqq:x ?n }", "→qqqq:", "not declared. To declare it, put this line first: PREFIX qqqq: <…>"),
    ("PREFIX fir: <urn:f:> SELECT ?n { ?f fri:x ?n }", "→fri:", "Nearest: fir:."),
    # A bracket, a quote or a dot that is missing, or too many.
    (FIRMS, "cg:Firm→", "the bracket { of line 1, column 17 is not closed. Add }."),
    (FIRMS + ". OPTIONAL { ?f ?p ?o }", "?o }→", "the bracket { of line 1, column 17 is not closed. Add }."),
    (FIRMS + "ORDER BY ?f", "→ORDER", "the bracket { of line 1, column 17 is not closed. Add }."),
    ("SELECT (COUNT(?s AS ?n) { ?s ?p ?o }", "→AS ?n", "the bracket ( of line 1, column 14 is not closed. Add )."),
    (FIRMS + "FILTER regex(?f, 'a' }", "→}", "the bracket ( of line 1, column 44 is not closed. Add )."),
    (FIRMS + "}}", "→}", "the bracket } closes nothing."),
    ("SELECT ?f WHERE ?f a cg:Firm }", "→?f a", "a brace is missing here. Add {."),
    ('SELECT ?f {\n  ?f skos:prefLabel "太鋼 }', '→"太鋼 }', 'the quote that opens here is not closed. Add ".'),
    ("SELECT ?f { ?f a <urn:x }", "→<urn:x", "the IRI that begins here is not closed. Add >."),
    ("SELECT ?f { ?f a <urn:a b> }", "→<urn:a b>", "an IRI cannot hold a space. Write it as %20."),
    (FIRMS + "?f cg:supports ?x }", "→?f cg:supports", "a dot is missing before this"),
    ("SELECT ?f {\n  ?f a cg:Firm\n  ?f cg:supports ?x }", "→?f cg:supports ?x }", "line 3, column 3: a dot is missing"),
    # Signs of a Chinese input method.
    ("SELECT ?f WHERE ｛ ?f a cg:Firm ｝", "→｛", "Type { instead."),
    ("SELECT （COUNT(*) AS ?n） { ?f a cg:Firm }", "→（", "Type ( instead."),
    ("SELECT ?f { ?f skos:prefLabel “太鋼” }", "→“", 'Type " instead.'),
    ("SELECT ?f { ?f a cg:Firm； ?p ?o }", "→；", "Type ; instead."),
    ("SELECT ?f { ?f a cg:Firm。 ?f ?p ?o }", "→。", "Type . instead."),
    ("SELECT ?f { ?f a cg:Firm FILTER(?f = 1，2) }", "→，", "Type , instead."),
    ("SELECT ?f\u3000{ ?f a cg:Firm }", "→\u3000{", "Type a plain space instead."),
    # What other languages write.
    ("SELECT ?f, ?g { ?f a ?g }", "→, ?g", "Put only a space between them."),
    (FIRMS + "FILTER(?f = 1 and ?f = 2) }", "→and", "Write &&."),
    (FIRMS + "FILTER(?f == 1) }", "→==", "Write =."),
    ("SELECT f { ?f a cg:Firm }", "→f", "a variable is written ?f"),
    ("SELECT ?f { ?f a Firm }", "→Firm", 'a term cg:Firm, a text "Firm"'),
    ("SELECT (COUNT(?f) ?n) { ?f a cg:Firm }", "→?n", "AS is missing"),
    (FIRMS + "} FILTER(?f = 1)", "→FILTER", "FILTER must stand inside the braces"),
    ("SELECT ?f { ?f ?p }", "→}", "the object is missing before this."),
    (FIRMS + "} LIMIT", "LIMIT→", "the query ends too early. Expected: a number."),
    ("ASK {} ; DROP ALL", "→; DROP", "; cannot stand here. Expected: "),
]  # fmt: skip


@for_each(("text", "line", "says"), BROKEN, ids=[text for text, _, _ in BROKEN])
def test_a_broken_query_is_explained_with_its_line_in_the_same_words_on_both_engines(
    text: str, line: str, says: str
) -> None:
    told = []
    for engine in ("oxigraph", "rdflib"):
        with pytest.raises(cg.BadQuery) as refused:
            cg.query(shipped_city(engine), text)
        told.append(str(refused.value))
    assert told[0] == told[1]
    assert says in told[0]
    where, shown = re.fullmatch(r"line (\d+), column (\d+): .*\. The query: (.*)", told[0]).groups()[::2]  # type: ignore[union-attr]
    assert line in shown
    assert len(told[0]) < 300
    assert 0 < int(where) <= text.count("\n") + 1


def test_the_place_is_that_of_the_arrow() -> None:
    told = explained("SELECT ?f {\n  ?f a cg:Firm\n\t?f cg:supports ?x }", PREFIXES)
    assert told is not None
    assert told.startswith("line 3, column 2: ")
    assert told.endswith("The query: →?f cg:supports ?x }")


def test_what_only_an_engine_knows_is_told_in_the_same_words() -> None:
    told = set()
    for engine in ("oxigraph", "rdflib"):
        with pytest.raises(cg.BadQuery, match=r"unbound\. Name it in GROUP BY.") as refused:
            cg.query(shipped_city(engine), "SELECT ?f (COUNT(?x) AS ?n) { ?f a ?x }")
        told.add(str(refused.value))
    assert len(told) == 1


def test_full_width_signs_in_texts_are_no_mistake() -> None:
    assert explained("ASK { ?a ?b '（太鋼），“一”。' }", PREFIXES) is None
    told = explained("ASK { ?a ?b '（太鋼）' ", PREFIXES)
    assert told is not None
    assert "the bracket { of line 1" in told


def test_each_full_width_sign_has_its_plain_one() -> None:
    wide, plain = "（）｛｝［］“”‘’，；：。？！＝＜＞\u3000", "(){}[]\"\"'',;:.?!=<> "
    assert "".join(map(str, map(wide_sign, wide))) == plain
    assert [wide_sign(sign) for sign in "鋼ａ１é("] == [None] * 5


@quick
@given(ANY)
def test_any_text_is_explained_in_one_line(text: str) -> None:
    for begun in (text, "SELECT * { " + text):
        told = explained(begun, PREFIXES) or ""
        assert "\n" not in told
        assert len(told) < 300
