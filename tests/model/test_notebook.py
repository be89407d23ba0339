"""Every answer shows itself in a notebook as a table, and no text of the data becomes markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.escape import CONTROLS
from cityGraph.model.notebook import MOST
from support.strange import ANY

EVIL = "<script>alert(1)</script>&\"'\x1b[31m\u202e"


def shown(noun: Any) -> ET.Element:
    """The table as a parser reads it: what is well-formed XML, and has no attribute or element of its own."""
    told = noun._repr_html_()
    assert not [c for c in told if c in "\x1b\u202e\x00"]
    root = ET.fromstring(told)
    allowed = {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "br", "span", "pre"}
    assert {each.tag for each in root.iter()} <= allowed
    assert {name for each in root.iter() for name in each.attrib} <= {"href", "title", "rel"}
    assert all(link.get("href", "").startswith(("http://", "https://")) for link in root.iter("a"))
    return root


def test_every_answer_is_a_table(city: cg.CityGraph) -> None:
    answers = [
        cg.find(city, "tg"),
        cg.show(city, "太鋼"),
        cg.neighbors(city, "太鋼", inferred=True),
        cg.claims(city, "太原"),
        cg.claims(city, "太原")[0],
        cg.query(city, "SELECT ?s ?n { ?s a cg:Firm ; skos:prefLabel ?n }"),
        cg.query(city, "ASK {}"),
        cg.query(city, "DESCRIBE ty:taigang"),
        cg.about(city),
        cg.gaps(city),
        cg.paths(city, "太鋼", "晶科"),
        cg.central(city),
        cg.communities(city),
        cg.bridges(city),
        cg.similar(city, "太鋼"),
        cg.common(city, "太鋼", "太重"),
        cg.resolve(city, "太鋼"),
        cg.validate(city),
        cg.questions()[0],
    ]
    for answer in answers:
        assert "".join(shown(answer).itertext())


def test_a_row_is_a_tie_with_its_words_and_a_link_to_them(city: cg.CityGraph) -> None:
    answer = cg.neighbors(city, "太鋼")
    root = shown(answer)
    heads = [head.text for head in root.iter("th")]
    rows = [["".join(cell.itertext()) for cell in row] for row in root.iter("tr")][1:]
    assert len(rows) == len(answer)
    assert [row[heads.index("status")] for row in rows] == [tie.status for tie in answer]
    urls = {passage.url for tie in answer for passage in tie.evidence if passage.url}
    assert urls == {link.get("href") for link in root.iter("a")}


def test_long_answers_are_cut_and_say_so(city: cg.CityGraph) -> None:
    claims = cg.claims(city)
    root = shown(claims)
    assert len(list(root.iter("tr"))) == MOST + 1
    assert f"{len(claims) - MOST} more rows" in "".join(root.itertext())


def test_a_picture_and_a_handle_show_no_table(city: cg.CityGraph) -> None:
    assert cg.diagram(city, "太鋼")._repr_html_() is None
    assert not hasattr(city, "_repr_html_")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil", "JAVASCRIPT:x", EVIL])
def test_only_pages_are_links(url: str) -> None:
    thing = cg.Entity("urn:x", "太鋼", "Firm", "企業")
    passage = cg.Passage("urn:s", "本文", EVIL, 1, 0, 2, EVIL, url)
    relation = cg.Relation(url, EVIL)
    root = shown(cg.Claims(thing, (cg.Claim(url, thing, relation, thing, "realised", "stated", (passage,)),)))
    assert list(root.iter("a")) == []
    assert list(shown(cg.Entity(url, EVIL, EVIL, EVIL)).iter("a")) == []


def test_what_a_graph_holds_is_never_markup(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    named = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    told = (
        f'<urn:x> {named} "<img src=x onerror=alert(1)>\\u001B\\u0000\\uFFFF"@en .\n<javascript:a> {named} "b"@en .\n'
    )
    file.write_text(told, "utf-8")
    evil = cg.open(file, language="en")
    root = shown(cg.query(evil, "SELECT ?s ?n { ?s skos:prefLabel ?n FILTER(!STRSTARTS(STR(?s), 'https:')) }"))
    assert not [each for each in root.iter() if each.tag == "img"]
    assert "<img src=x onerror=alert(1)>" in "".join(root.itertext())
    shown(cg.find(evil, "img"))


@settings(deadline=None, max_examples=200)
@given(ANY, ANY)
def test_any_text_is_shown_as_text(text: str, other: str) -> None:
    match = cg.Match(cg.Entity("urn:x", text, other, ""), other, "exact")
    told = "".join(shown(cg.Found(text, (match,))).itertext())
    assert not [c for c in told if c in CONTROLS]
    shown(cg.Value(text, other))


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 3))
def test_an_empty_answer_is_told_field_by_field(held_back: int) -> None:
    root = shown(cg.Neighbors(cg.Entity("urn:x", "太鋼", "Firm", "企業"), (), (), held_back))
    assert [head.text for head in root.iter("th")] == ["entity", "held_back"]
