"""Whatever a label holds, a dossier shows it and nothing acts."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.escape import one_line
from support.pages import SVG, every, foreign, links, parsed, shown, tokens, told
from support.strange import CHARACTERS, HARD_LABELS

BAD_PAGES = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JAVASCRIPT:x", "vbscript:x", "urn:x"]


@settings(deadline=None, max_examples=60)
@given(CHARACTERS, st.sampled_from(["https://example.org/a?b=1&copy;", *BAD_PAGES]))
@example("</style></title><script>alert(1)</script>\"'", "javascript:alert(1)")
@example("*a* _b_ `c` [d](javascript:e) ![f](g) <b> &amp; | ~~h~~ \\", "https://example.org/")
@example("# a", "https://example.org/")
@example("1) a", "https://example.org/")
@example("\n\n    ---\n===\n> a\n```\n", "https://example.org/")
@example("\ufdd0\uffff\U0010ffff\u202e\u2028\x00", "https://example.org/")
@example("{others} {0} %s", "https://example.org/")
@example("", "https://example.org/a?b=1&copy;")
@example("\r", "https://example.org/")
def test_whatever_a_foreign_graph_holds_both_settings_show_it_and_nothing_acts(text: str, page: str) -> None:
    city = foreign(text, page)
    found = cg.dossier(city, "urn:a", inferred=True)
    seen = one_line(text)
    root, written = parsed(found.html()), found.markdown()
    assert seen in told(root)
    assert seen in shown(written)
    (heading,) = every(root, "h1")
    assert told(heading) == (seen or "·")
    assert shown(written).splitlines()[1] == (seen or "·")
    # A passage may only name its source.
    assert [told(each) for each in every(root, "q")] == ([f"「{seen}」"] if seen else [])
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(written)}
    assert kinds <= {
        "heading",
        "paragraph",
        "strong",
        "link",
        "bullet_list",
        "ordered_list",
        "list_item",
        "inline",
        "text",
    }
    away = [target for target in links(root) if not target.startswith("#")]
    away += [str(token.attrs["href"]) for token in tokens(written) if token.type == "link_open"]
    assert all(target.startswith("https://example.org/") for target in away)
    assert bool(away) == page.startswith("https")
    assert every(root, "script") == []
    assert len(every(root, "style")) == 1
    lists = [len(every(root, tag)) for tag in ("h1", "h2", "table", "tr", "section")]
    calm = parsed(cg.dossier(foreign("a", page), "urn:a", inferred=True).html())
    assert lists == [len(every(calm, tag)) for tag in ("h1", "h2", "table", "tr", "section")]


@pytest.mark.parametrize("page", BAD_PAGES)
def test_a_picture_with_a_link_that_acts_loses_the_link(page: str) -> None:
    city = foreign("a", page)
    root = parsed(cg.dossier(city, "urn:a").html(cg.diagram(city, "urn:a").svg))
    assert len(list(root.iter(f"{SVG}svg"))) == 1
    assert not [target for target in links(root) if not target.startswith(("#", "http"))]


@pytest.mark.parametrize("text", HARD_LABELS)
def test_the_strange_stays_in_its_place_beside_a_picture(text: str) -> None:
    city = foreign(text)
    root = parsed(cg.dossier(city, "urn:a").html(cg.diagram(city, "urn:a").svg))
    assert one_line(text) in told(root)
    assert every(root, "script") == []
