"""The scripts of the shipped city: a name is the same in 繁體 and 简体, and a quote is in the script of its tag."""

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


WORDS = """
SELECT DISTINCT ?words WHERE {
  { ?passage cg:phrase ?words } UNION { ?claim rdf:predicate/cg:objectKind rdf:langString ; rdf:object ?words }
}
"""


def misread(city: cg.CityGraph) -> Iterator[str]:
    """Words of sources that have no language, or whose characters say that they are in another.

    One character may be a variant that a name is written with.
    """
    simplify, traditionalize = opencc.OpenCC("t2s").convert, opencc.OpenCC("s2t").convert
    for (words,) in city.rows(WORDS):
        changed = {
            "zh-Hans": sum(a != b for a, b in zip(words.value, simplify(words.value), strict=True)),
            "zh-Hant": sum(
                a != b and not in_big5(a) for a, b in zip(words.value, traditionalize(words.value), strict=True)
            ),
            "en": sum("\u3400" <= c <= "\u9fff" for c in words.value) * 2,
        }
        if changed.get(words.language or "", 2) > 1:
            yield words.value


def in_big5(character: str) -> bool:
    return character.encode("big5", "ignore") != b""


def test_the_words_of_a_source_have_the_tag_of_their_script(city: cg.CityGraph) -> None:
    assert list(misread(city)) == []


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ('"支持太钢发展"@zh-Hans', True),
        ('"支持太鋼發展"@zh-Hant', True),
        ('"supports"@en', True),
        ('"支持太钢发展"@zh-Hant', False),
        ('"支持太鋼發展"@zh-Hans', False),
        ('"支持"@en', False),
        ('"支持"', False),
    ],
)
def test_words_with_another_tag_are_found(tmp_path: Path, words: str, fits: bool) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(f"<urn:a> <{PREFIXES['cg']}phrase> {words} .", "utf-8")
    assert (list(misread(cg.open(file))) == []) is fits
