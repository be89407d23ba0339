"""Units that can be converted, and those that cannot."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.comparison.units import unit_of
from cityGraph.namespaces import CG
from support.two_cities import PREFIXES


def made(tmp_path: Path, labels: str, words: str = "") -> cg.CityGraph:
    file = tmp_path / "unit.ttl"
    word = f" ; cg:word {words}" if words else ""
    file.write_text(PREFIXES + f"<urn:u> a cg:Unit ; rdfs:label {labels}{word} .", "utf-8")
    return cg.open(file)


@pytest.mark.parametrize(
    ("labels", "base", "size"),
    [
        ('"億元"@zh-Hant', "CNY", 10**8),
        ('"万元"@zh-Hans', "CNY", 10**4),
        ('"万美元"@zh-Hans', "USD", 10**4),
        ('"公頃"@zh-Hant , "ha"@en', "m2", 10**4),
        ('"acres"@en', "m2", Fraction("4046.8564224")),
        ('"万吨"@zh-Hans', "t", 10**4),
    ],
)
def test_a_unit_is_read_by_its_names(tmp_path: Path, labels: str, base: str, size: int | Fraction) -> None:
    unit = unit_of(made(tmp_path, labels), "urn:u")
    assert unit.base == base
    assert unit.size == size


def test_currencies_have_no_base_in_common(city: cg.CityGraph, tmp_path: Path) -> None:
    bases = [unit_of(made(tmp_path, f'"{each}"@zh-Hans'), "urn:u").base for each in ("元", "美元", "新台币", "港元")]
    assert len(set(bases)) == 4
    assert unit_of(city, CG + "yuan").base == bases[0]


@pytest.mark.parametrize(
    ("labels", "words"), [('"坪效"@zh-Hant', ""), ('"GW/年"@zh-Hant', '"{n}GW"'), ('"元/噸"@zh-Hant', "")]
)
def test_a_unit_that_no_table_knows_or_that_reads_in_two_ways_equals_only_itself(
    tmp_path: Path, labels: str, words: str
) -> None:
    unit = unit_of(made(tmp_path, labels, words), "urn:u")
    assert unit.base not in ("W", "CNY", "t")


def test_no_unit_is_a_unit_of_its_own(city: cg.CityGraph) -> None:
    unit = unit_of(city, None)
    assert unit.base == ""
    assert unit.size == 1


@pytest.mark.parametrize(("name", "has_ratio"), [("rank", False), ("places", False), ("times", False), ("yuan", True)])
def test_places_and_multiples_have_no_ratio(city: cg.CityGraph, name: str, has_ratio: bool) -> None:
    assert unit_of(city, CG + name).has_ratio is has_ratio
