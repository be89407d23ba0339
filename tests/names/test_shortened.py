"""Which things a shortened name may mean: all that fit, by one rule after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.shortened import shortened
from support.samples import turtle

YARDS = """
ex:bay a cg:AdministrativeArea ; skos:prefLabel "灣口省"@zh-Hant .
ex:yard a cg:LegalEntity ; skos:prefLabel "灣口造船工業股份有限公司"@zh-Hant , "Baymouth Yard (Bay) Co., Ltd."@en .
ex:rope a cg:Firm ; skos:prefLabel "灣口繩廠"@zh-Hant .
ex:line a cg:Route ; skos:prefLabel "輕軌3號線"@zh-Hant .
ex:long a cg:Route ; skos:prefLabel "輕軌13號線"@zh-Hant .
ex:quay a cg:Project ; skos:prefLabel "北堤岸線修復與擴建及配套碼頭二期"@zh-Hant .
"""


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        ("灣口", [{"bay"}, {"bay", "yard", "rope"}]),
        ("灣口造船工業", [{"yard"}, {"yard"}]),
        ("造船工業", [{"yard"}, set()]),  # without its place, and without its legal form
        ("繩廠", [set(), set()]),  # two characters are a word, not a name without its place
        ("Baymouth Yard", [{"yard"}, {"yard"}]),
        ("三號線", [set(), set(), {"line"}]),  # 13 is not cut
        ("北堤岸線", [set(), set()]),  # less than a third
        ("北堤岸線修復", [set(), {"quay"}]),
        ("灣", []),
        ("13", []),
        ("", []),
    ],
)
def test_each_rule_lists_all_that_it_fits(tmp_path: Path, typed: str, rules: list[set[str]]) -> None:
    city = cg.open(turtle(tmp_path, YARDS))
    assert list(shortened(city, typed)) == [{f"https://example.org/{end}" for end in ends} for ends in rules]
