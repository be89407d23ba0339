"""What is read of a thing before it is compared with others."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.merge_inputs import read_input
from cityGraph.authoring.merge_things import Known, address
from support.merging import A, claim, firm, graph


def known(folder: Path, body: str) -> Known:
    return Known(read_input(graph(folder, body, "a")))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://a.example/b", "https://a.example/b", True),
        ("https://A.Example/b/", "https://a.example/b", True),
        ("https://a.example/B", "https://a.example/b", False),
        ("https://a.example/b?id=1", "https://a.example/b?id=2", False),
        ("https://a.example/#1", "https://a.example/#2", False),
        ("urn:a", "urn:A", False),
    ],
)
def test_which_addresses_are_one(one: str, other: str, same: bool) -> None:
    assert (address(one) == address(other)) == same


def test_claims_passages_data_sets_and_terms_are_no_things(tmp_path: Path) -> None:
    body = firm("a:x", "甲") + claim("a", "c", "a:x cg:makes a:y", "a:p", "甲")
    found = known(tmp_path, body + "a:set a void:Dataset . cg:z a cg:Firm . a:gone dcterms:isReplacedBy a:x .\n")
    assert set(found.things) == {f"{A}x"}
    assert found.replaced == {f"{A}gone": f"{A}x"}
    assert found.is_data_set


def test_an_inferred_claim_identifies_nothing(tmp_path: Path) -> None:
    told = claim("a", "c", 'a:x cg:stockCode "600001"', "a:p", "甲", 'cg:exchange "XSHG"')
    assert known(tmp_path, firm("a:x", "甲") + told).things[f"{A}x"].identifiers == {"stockCode XSHG": {"600001"}}
    guessed = known(tmp_path, firm("a:x", "甲") + told.replace("cg:stated", "cg:inferred"))
    assert guessed.things[f"{A}x"].identifiers == {}


def test_names_are_compared_without_pinyin_and_sources_by_title(tmp_path: Path) -> None:
    body = firm("a:x", "甲", more='skos:altLabel "Jiǎ"@zh-Latn-pinyin')
    body += "a:p a cg:Source ; skos:prefLabel '报'@zh-Hans ; dcterms:title '题'@zh-Hans .\n"
    things = known(tmp_path, body).things
    assert [list(things[f"{A}{name}"].keys.values()) for name in "xp"] == [["甲"], ["题"]]
