"""The table of formats."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cityGraph.formats import FORMATS, GRAPHS, by_first_suffix, by_suffix
from support.samples import CONTENTS

FAMILIES = sorted({each.family for each in FORMATS})


def test_every_format_that_can_be_read_is_in_the_table() -> None:
    assert set(CONTENTS) <= set(by_suffix("rdf"))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_no_name_and_no_suffix_twice(family: str) -> None:
    formats = [each for each in FORMATS if each.family == family]
    names = Counter(each.name for each in formats)
    suffixes = Counter(suffix for each in formats for suffix in each.suffixes)
    assert [each for each, count in (names + suffixes).items() if count > 1] == []


def test_each_format_has_suffixes_with_a_dot_and_a_media_type() -> None:
    for each in FORMATS:
        assert each.suffixes, each
        assert all(re.fullmatch(r"(\.[a-z0-9]+)+", suffix) for suffix in each.suffixes), each
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+(;[a-z]+=[0-9.]+)?", each.media_type), each


def test_by_suffix_keeps_the_order_of_the_table_and_leaves_other_families_out() -> None:
    assert list(by_suffix("answer", "page")) == [".txt", ".json", ".md", ".html"]
    assert by_suffix("rdf")[".json"].name == "json-ld"
    assert by_suffix("results")[".json"].name == "json"
    assert by_suffix() == {}


def test_by_first_suffix_leaves_further_suffixes_out() -> None:
    assert by_first_suffix("rdf")[".jsonld"].name == "json-ld"
    assert not {".json", ".xml", ".owl", ".turtle"} & set(by_first_suffix("rdf"))


def test_a_graph_is_written_in_formats_that_can_be_read() -> None:
    assert set(GRAPHS) <= set(by_suffix("rdf").values())
