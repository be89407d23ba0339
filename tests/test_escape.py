"""Text made safe for one target each: a terminal, SPARQL, CommonMark, an address."""

from __future__ import annotations

import subprocess
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cityGraph.escape import (
    argument,
    language_tag,
    link_url,
    markdown,
    markdown_link,
    one_line,
    sparql_iri,
    sparql_string,
    terminal,
)
from cityGraph.render.html import element
from cityGraph.store.engine import ENGINES
from support.pages import every, parsed, tokens
from support.strange import ANY, CHARACTERS, quick, shipped_city

IN_IRIS = st.characters(categories=["L", "Nd"]) | st.sampled_from("-._~!$&'()*+,;=:@/?")
NOT_IN_IRIS = st.sampled_from([*map(chr, range(33)), *'<>"{}|^`\\'])


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(CHARACTERS)
@example("".join(map(chr, range(256))))
@example("\x001234")
@example("\\u0041\\U00000041\\\\u0041")
@example("\ufffe\uffff\U0010ffff")
def test_a_string_comes_back_from_a_query_as_it_went_in(engine: str, text: str) -> None:
    ((found,),) = shipped_city(engine).rows(f"SELECT ({sparql_string(text)} AS ?x) {{}}")
    assert found.value == text


@quick
@given(ANY)
@example("\udcff")
def test_a_lone_surrogate_never_breaks_a_query(text: str) -> None:
    ((found,),) = shipped_city("oxigraph").rows(f"SELECT ({sparql_string(text)} AS ?x) {{}}")
    assert len(found.value) == len(text)


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(st.lists(IN_IRIS | NOT_IN_IRIS))
def test_an_iri_comes_back_from_a_query_with_an_escape_for_what_may_not_be_in_one(
    engine: str, parts: list[str]
) -> None:
    ((found,),) = shipped_city(engine).rows(f"SELECT ({sparql_iri('urn:x:' + ''.join(parts))} AS ?x) {{}}")
    assert found.type == "uri"
    assert found.value == "urn:x:" + "".join(f"%{ord(c):02X}" if c <= " " or c in '<>"{}|^`\\' else c for c in parts)


@quick
@given(ANY)
@example("".join(map(chr, range(0x110000))))
def test_safe_text_has_no_control_characters_left(text: str) -> None:
    shown = terminal(text)
    categories = {unicodedata.category(c) for c in shown if c not in "\u200c\u200d"}
    assert categories.isdisjoint(("Cc", "Cf", "Cs", "Zl", "Zp"))
    assert all(after in (before, "·") for before, after in zip(text, shown, strict=True))
    assert terminal(shown) == shown


@pytest.mark.parametrize(
    "name", ["太鋼", "a b", 'a "b" c', "$(echo x)", "`echo x`", "it's $5!", "a\\b", "*", "中\u3000鋼", ""]
)
def test_a_shell_reads_an_argument_as_the_name_that_it_was(name: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"printf %s {argument(name)}"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == name


@quick
@given(st.from_regex(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}", fullmatch=True))
def test_a_language_tag_is_written_in_one_way(tag: str) -> None:
    assert language_tag(tag) == language_tag(tag.upper()) == language_tag(language_tag(tag))
    assert language_tag(tag).lower() == tag.lower()


def test_language_tags_are_written_as_bcp_47_has_them() -> None:
    assert [language_tag(tag) for tag in ("ZH-HANT", "zh-tw", "EN-t-ZH-hant", "en")] == [
        "zh-Hant",
        "zh-TW",
        "en-t-zh-hant",
        "en",
    ]


@settings(deadline=None, max_examples=300)
@given(
    CHARACTERS,
    st.sampled_from(["{}", "# {}", "- {}", "1. {}", "- **{}** — x", "a\n{}", "[{}](https://a.b)", "- x\n  - {}"]),
)
@example("=", "a\n{}")
@example("--", "a\n{}")
@example("12)", "- {}")
@example("~~~", "{}")
@example("\u3000a\xa0", "{}")
def test_text_in_commonmark_is_read_as_it_stood(text: str, around: str) -> None:
    seen = one_line(text) or "·"
    written = around.format(markdown(seen))
    plain = [t for t in tokens(around.format("x")) if t.type not in ("inline", "text")]
    found = list(tokens(written))
    assert [t.type for t in found if t.type not in ("inline", "text")] == [t.type for t in plain]
    assert seen in "".join(t.content for t in found if t.type == "text")


@settings(deadline=None, max_examples=200)
@given(CHARACTERS)
@example("`*_]()<>\\&copy; \"'")
@example("//[::1")
def test_an_address_stays_one_link_and_leads_where_it_led(text: str) -> None:
    url = "https://example.org/" + text
    found = link_url(url)
    assert found is not None
    assert found.isascii()
    for written in (markdown_link("x", url), f"<{found}>"):
        (target,) = [str(token.attrs["href"]) for token in tokens(written) if token.type == "link_open"]
        assert target.startswith("https://example.org/")
        assert [t.type for t in tokens(written)].count("link_open") == 1
    (anchor,) = every(parsed(f"<!DOCTYPE html><title>x</title>{element('a', 'x', href=found)}"), "a")
    assert anchor.get("href") == found


@settings(deadline=None, max_examples=200)
@given(CHARACTERS)
@example(" https://example.org")
def test_only_the_web_is_linked_to(text: str) -> None:
    assert link_url(None) is None
    found = link_url(text)
    assert found is None or found.lower().startswith(("http://", "https://"))
