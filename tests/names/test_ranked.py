"""The ranking of things that a name may mean: the same ways as find, with a score, from an index."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.all_names import all_names
from cityGraph.names.ranked import ranked
from support.samples import turtle

SURE = ("exact", "script", "alias", "pinyin", "initials")


@pytest.mark.parametrize(
    ("name", "label", "how", "score"),
    [
        ("太鋼", "太鋼", "exact", 100),
        (" 太 鋼", "太鋼", "exact", 100),
        ("太钢", "太鋼", "script", 98),
        ("ＴＩＳＣＯ", "太鋼", "alias", 96),
        ("bai4xin4", "百信", "pinyin", 80),
        ("bwgzc", "博物館之城", "initials", 60),
        ("太刚", "太鋼", "sound", 60),
        ("taigagn", "太鋼", "fuzzy", 51),
        ("ty:taigang", "太鋼", "iri", 100),
        ("吕梁市", "呂梁", "short", 78),
        ("太原钢铁集团", "太原鋼鐵(集團)有限公司", "short", 78),
        ("ty:jinke-wafer", "晉科", "iri", 100),
    ],
)
def test_the_best_says_how_it_fits_and_how_well(
    city: cg.CityGraph, name: str, label: str, how: str, score: int
) -> None:
    best = ranked(city, name)[0]
    assert (best.entity.label, best.how, best.score) == (label, how, score)


def test_the_ways_are_those_of_find(city: cg.CityGraph) -> None:
    """Every fortieth name of the city, as it is, in 简体 and without its end."""
    names = [each.text for each in all_names(city)][::40]
    for name in names:
        found, best = cg.find(city, name), ranked(city, name)
        same = {match.iri for match in found if match.how in SURE}
        assert {each.entity.iri for each in best if each.how in SURE} >= same
        assert best[0].entity.iri in same
        if found[0].how in ("exact", "script", "alias"):
            assert best[0].how == found[0].how


@pytest.mark.parametrize(
    ("name", "kind", "more"),
    [
        ("晋创谷有限公司", "Brand", "a brand is no company"),
        ("甲市有限公司", "City", "nor is a city"),
        ("甲股份有限公司", "Firm", "the other is 甲集團"),
    ],
)
def test_the_word_for_the_sort_must_fit_the_kind(tmp_path: Path, name: str, kind: str, more: str) -> None:
    body = (
        f'ex:a a cg:{kind} ; skos:prefLabel "{"甲集团" if kind == "Firm" else name.removesuffix("有限公司")}"@zh-Hans .'
    )
    found = ranked(cg.open(turtle(tmp_path, body)), name)
    assert [each.how for each in found if each.score >= 50] == [], more


@pytest.mark.parametrize(("asked", "named"), [("甲", "甲有限公司"), ("山丙", "山丙市"), ("山丙县", "山丙市")])
def test_too_little_or_another_sort_is_no_name(tmp_path: Path, asked: str, named: str) -> None:
    kind = "City" if named.endswith("市") else "Firm"
    found = ranked(cg.open(turtle(tmp_path, f'ex:a a cg:{kind} ; skos:prefLabel "{named}"@zh-Hans .')), asked)
    assert [each.how for each in found if each.score >= 50] == (["short"] if asked == "山丙" else [])


def test_numbers_may_be_written_otherwise(tmp_path: Path) -> None:
    city = cg.open(turtle(tmp_path, 'ex:a a cg:Route ; skos:prefLabel "甲城一号线"@zh-Hans .'))
    assert [(each.how, each.score) for each in ranked(city, "甲城1号线")] == [("numbers", 92)]
    other = cg.open(turtle(tmp_path, 'ex:a a cg:Route ; skos:prefLabel "甲城1号线"@zh-Hans .', "b.ttl"))
    assert [(each.how, each.score) for each in ranked(other, "甲城一号线")] == [("numbers", 92)]


def test_a_prefix_that_cuts_a_number_is_none(tmp_path: Path) -> None:
    city = cg.open(turtle(tmp_path, 'ex:a a cg:Route ; skos:prefLabel "甲城高速12"@zh-Hans .'))
    assert ranked(city, "甲城高速1")[0].score < 50
    assert ranked(city, "甲城高速")[0].score >= 50


def test_what_is_named_after_others_is_only_found_by_its_name_or_kind(tmp_path: Path) -> None:
    city = cg.open(turtle(tmp_path, 'ex:a a cg:Event ; skos:prefLabel "甲城港口开港"@zh-Hans .'))
    assert ranked(city, "甲城港口开") == []
    assert [each.how for each in ranked(city, "甲城港口开", ["Event"])] == ["prefix"]
    assert [each.how for each in ranked(city, "甲城港口开港")] == ["exact"]


@pytest.mark.parametrize("name", ["", " ", "——", "\x00", "鋼" * 10_000, 'x" } DROP ALL #', "?zzz", "<urn:x>", "zz"])
def test_what_fits_nothing_has_no_candidate(city: cg.CityGraph, name: str) -> None:
    assert [each for each in ranked(city, name) if each.score >= 50] == []


def test_only_what_is_alike_is_left_out_without_it(city: cg.CityGraph) -> None:
    assert ranked(city, "上海汽车集团", alike=False) == []
    assert {each.how for each in ranked(city, "上海汽车集团")} == {"fuzzy"}
    assert ranked(city, "taigagn", alike=False)[0] == ranked(city, "taigagn")[0]
