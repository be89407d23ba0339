"""Text made safe for the file formats of exports, read back by a program for each format."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

import pyoxigraph
import pytest
from hypothesis import example, given

from cityGraph.escape import terminal
from cityGraph.escape_formats import (
    cell_text,
    cypher_name,
    cypher_string,
    dot_string,
    file_name,
    mermaid,
    tex,
    tex_url,
    turtle_string,
    xml,
    xml_references,
)
from support.strange import ANY, CHARACTERS, quick


@quick
@given(CHARACTERS)
@example("".join(map(chr, range(256))))
@example('\\"\\u0041')
def test_turtle_string_is_read_as_the_text_that_went_in(text: str) -> None:
    assert min(turtle_string(text)) >= " "
    content = f"<urn:s> <urn:p> {turtle_string(text)} .".encode()
    for form in (pyoxigraph.RdfFormat.TURTLE, pyoxigraph.RdfFormat.N_TRIPLES):
        (quad,) = pyoxigraph.parse(content, format=form)
        assert quad.object.value == text


@quick
@given(ANY)
@example("\ufffe\uffff\udcff")
@example("<&\">'")
def test_xml_is_read_as_the_text_of_a_cell(text: str) -> None:
    read = ElementTree.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')
    assert (read.text or "") == read.attrib["b"] == cell_text(text)


def test_xml_writes_a_number_as_it_is() -> None:
    assert xml(13) == "13"


@quick
@given(CHARACTERS)
@example('\\"')
def test_dot_string_is_one_token_and_keeps_its_text(text: str) -> None:
    written = dot_string(cell_text(text))
    assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', written)
    assert re.sub(r"\\(.)", r"\1", written[1:-1]) == cell_text(text)


def test_dot_string_puts_a_line_break_between_lines() -> None:
    assert dot_string("a", "b\\n", 'c"') == '"a\\nb\\\\n\\nc\\""'
    assert dot_string("") == '""'


@quick
@given(CHARACTERS)
def test_xml_references_leave_no_markup_and_lose_no_text(text: str) -> None:
    written = xml_references(text)
    assert not set('<>"') & set(written)
    assert html.unescape(written) == text or "&" in text


@quick
@given(ANY)
@example('ﬂ°°35¶ß #35; `a` "b" end')
def test_mermaid_leaves_nothing_but_letters_digits_spaces_and_numbers(text: str) -> None:
    written = mermaid(text)
    assert written
    assert all(c.isalnum() or c in "#; " or not c.isascii() for c in written)
    assert "ﬂ" not in written
    assert html.unescape(written.replace("#", "&#")) == (cell_text(text) or " ")


@quick
@given(CHARACTERS)
@example("\\u0027 \\\\u005c'")
def test_cypher_string_holds_no_quote_and_no_unicode_escape(text: str) -> None:
    written = cypher_string(text)
    assert "\\u" not in written
    inside = written.replace("' + 'u", "u")[1:-1]
    assert inside.replace("\\\\", "").replace("\\'", "").count("'") == 0
    assert inside.replace("\\'", "'").replace("\\\\", "\\") == text or "\\" in text


def test_cypher_name_is_in_backquotes_where_it_is_not_a_plain_name() -> None:
    names = ["Firm", "has_part", "", "Ki nd", "re`l", "a\\b", "1a", "太鋼"]
    assert [cypher_name(name) for name in names] == [
        *("Firm", "has_part", "``", "`Ki nd`", "`re``l`", "`a·b`", "`1a`", "`太鋼`")
    ]


@quick
@given(ANY)
@example("\\{}~^$&#_%")
def test_tex_has_a_command_for_each_character_that_tex_reads_as_one(text: str) -> None:
    written = tex(text)
    assert written.count("{") == written.count("}")
    assert not set("~^") & set(written)
    assert tex(terminal(text)) == written


@quick
@given(ANY)
@example("https://example.org/{}\\ 太\udcff")
def test_tex_url_is_ascii_without_braces_and_backslashes(url: str) -> None:
    written = tex_url(url)
    assert written.isascii()
    assert written.isprintable()
    assert not set("{}\\ ") & set(written)


@pytest.mark.parametrize(
    "text", ["CON", "nul.txt", "a/../b", "-rf", ".hidden", "a\x00b", "\u202egpj", "長" * 500, " . ", ""]
)
def test_a_file_name_is_one_that_every_system_takes(text: str) -> None:
    name = file_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\x00\u202e')
    assert name[0] not in "-. ~"
    assert name[-1] not in ". "
    assert name.partition(".")[0].lower() not in ("con", "nul")
    assert len(name.encode()) <= 121
    assert file_name(name) == name
