"""The text of paths: the line above each path."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.render.paths import paths_text
from support.nouns import CITY, FIRM, SITED, SUPPORTS, ZONE, article, check_text, passage

OTHER = article("支持").replace(source="urn:other", source_label="另文", source_title="潮報 2031-06-01")


def headline(*evidence: tuple[cg.Passage, ...]) -> str:
    ends = ((CITY, SUPPORTS, FIRM), (FIRM, SITED, ZONE))
    hops = tuple(cg.Hop(*edge, "out", "planned", "stated", said) for edge, said in zip(ends, evidence, strict=True))
    text = check_text(paths_text(cg.Paths(CITY, ZONE, (cg.Path(hops, 2.0),), 6), "en", 80), 80)
    return text.splitlines()[2]


def test_a_path_names_the_one_source_with_a_short_name_that_carries_it() -> None:
    assert headline((article("支持"),), (article("位於"),)) == "1. 2 hops · via 錨鏈廠 · only from 本文"
    assert headline((OTHER,), (OTHER,)) == "1. 2 hops · via 錨鏈廠 · only from 另文"


def test_a_path_of_several_sources_or_of_none_with_a_short_name_names_none() -> None:
    for evidence in (
        ((article("支持"),), (OTHER,)),
        ((article("支持"),), (passage("位於"),)),
        ((passage("支持"),), (passage("位於"),)),
        ((article("支持"),), ()),
        ((), ()),
    ):
        assert headline(*evidence) == "1. 2 hops · via 錨鏈廠"
