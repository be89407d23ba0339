"""The names of the shipped city: each name in 简体 is its name in 繁體, written in the other script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import opencc
import pytest

import cityGraph as cg
from cityGraph.namespaces import PREFIXES

NAMES = """
SELECT ?thing ?traditional ?simplified WHERE {
  ?thing skos:prefLabel ?traditional , ?simplified .
  FILTER(LANGMATCHES(LANG(?traditional), "zh-Hant") && LANGMATCHES(LANG(?simplified), "zh-Hans"))
}
"""


ALIKE = "昇"  # 上海新昇 keeps this character in 简体, where OpenCC would write 升


def simplified_name(name: str) -> str:
    """Write a name in 简体, except for the characters that names keep in both scripts."""
    return ALIKE.join(map(opencc.OpenCC("t2s").convert, name.split(ALIKE)))


def other_names(city: cg.CityGraph) -> Iterator[tuple[str, str, str]]:
    """Things whose name in 简体 is not that in 繁體: the IRI, the name that it has, the name that it should have."""
    for thing, traditional, simplified in city.rows(NAMES):
        if simplified_name(traditional.value) != simplified.value:
            yield thing.value, simplified.value, simplified_name(traditional.value)


def test_a_name_says_the_same_in_both_scripts(city: cg.CityGraph) -> None:
    assert list(other_names(city)) == []


@pytest.mark.parametrize(("simplified", "found"), [("太钢", []), ("太鋼", ["太钢"]), ("太重", ["太钢"])])
def test_another_name_is_found(tmp_path: Path, simplified: str, found: list[str]) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(f'<urn:a> <{PREFIXES["skos"]}prefLabel> "太鋼"@zh-Hant , "{simplified}"@zh-Hans .', "utf-8")
    assert [should for _, _, should in other_names(cg.open(file))] == found


def test_a_character_that_names_keep_is_left_alone() -> None:
    assert simplified_name("新昇鋼") == "新昇钢"
