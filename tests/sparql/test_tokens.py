"""Tokens of a query, and places in it."""

from __future__ import annotations

import pytest
from hypothesis import given

from cityGraph.sparql.tokens import place, pointed, tokens
from support.strange import ANY, quick


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('?a $b cg:Firm. <urn:x> _:c "太鋼"@zh-Hant', "VAR VAR PNAME SIGN IRI BNODE STRING LANGTAG"),
        ("?a<?b && 3 <= 4.5e6 # ?not", "VAR SIGN VAR SIGN NUMBER SIGN NUMBER"),
        (": a: :b a:b\\.c. '''x'y''' \"\"\"z\nz\"\"\"", "PNAME PNAME PNAME PNAME SIGN STRING STRING"),
        ("'太鋼 }", "open WORD SIGN"),
        ("FILTER(?a != 1)", "WORD SIGN VAR SIGN NUMBER SIGN"),
        ("?f，", "VAR SIGN"),
    ],
)
def test_a_query_is_split_as_the_grammar_has_it(text: str, kinds: str) -> None:
    assert [token.kind for token in tokens(text)] == [*kinds.split(), "END"]


@quick
@given(ANY)
def test_no_character_is_lost_but_spaces_and_comments(text: str) -> None:
    at = 0
    for token in tokens(text):
        between = text[at : token.start]
        assert not between.strip(" \t\r\n") or between.lstrip(" \t\r\n").startswith("#")
        assert text.startswith(token.text, token.start)
        at = token.start + len(token.text)


def test_a_place_is_counted_in_characters_from_one() -> None:
    text = "ASK {\n  ?太 ?鋼 𠮷 }"
    assert place(text, text.index("𠮷")) == "line 2, column 9"
    assert pointed(text, text.index("𠮷")) == "?太 ?鋼 →𠮷 }"


def test_a_long_line_is_cut_on_both_sides_and_commands_no_terminal() -> None:
    text = "x" * 500 + "\x1b[31m" + "y" * 500
    shown = pointed(text, 500)
    assert shown.startswith("…xxx")
    assert "x→·[31myyy" in shown
    assert shown.endswith("yyy…")
    assert len(shown) < 70
