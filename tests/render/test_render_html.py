"""Elements of HTML whose content is escaped once."""

from __future__ import annotations

from hypothesis import example, given, settings

from cityGraph.escape import one_line
from cityGraph.render.html import Markup, element
from cityGraph.reports.parts import Quote, RowClaim
from support.pages import every, parsed
from support.strange import CHARACTERS


@settings(deadline=None, max_examples=200)
@given(CHARACTERS, CHARACTERS)
@example('"', "'")
def test_text_in_html_is_read_as_it_stood(text: str, value: str) -> None:
    page = f"<!DOCTYPE html><title>x</title>{element('p', text, title=value)}"
    (found,) = every(parsed(page), "p")
    assert "".join(found.itertext()).strip(" ") == one_line(text)
    assert found.get("title") == one_line(value)


def test_what_is_markup_already_is_not_escaped_twice() -> None:
    assert element("p", Markup("<b>a</b>"), " < ", None, "") == "<p><b>a</b> &lt; </p>"
    assert RowClaim("明載", (Quote("a", 1),)) == RowClaim("明載", (Quote("a", 1, None, None),))
