"""A dossier as CommonMark."""

from __future__ import annotations

import itertools

import pytest

import cityGraph as cg
from support.pages import MARKDOWN, tokens
from support.process import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markdown_is_commonmark_and_nothing_else(language: str) -> None:
    found = cg.dossier(cg.open(language=language), "太鋼", "清徐開發區", inferred=True)
    kinds = {token.type for token in tokens(found.markdown())}
    lists = {f"{kind}_{end}" for kind in ("bullet_list", "ordered_list", "list_item") for end in ("open", "close")}
    blocks = {f"{kind}_{end}" for kind in ("heading", "paragraph", "strong", "link") for end in ("open", "close")}
    assert kinds <= lists | blocks | {"inline", "text", "softbreak"}
    (first, *rest) = [int(t.tag[1]) for t in MARKDOWN.parse(found.markdown()) if t.type == "heading_open"]
    assert first == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise([first, *rest]))
    assert 1 not in rest
    numbers = [t.info for t in tokens(found.markdown()) if t.type == "list_item_open" and t.info]
    assert numbers == [str(source.number) for source in found.sources]
