"""The verb find: what may be meant by a name, best first."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.spelling import WAYS
from support.samples import turtle


@pytest.mark.parametrize(
    ("name", "label", "how"),
    [
        ("太鋼", "太鋼", "exact"),
        (" 太 鋼", "太鋼", "exact"),
        ("太钢", "太鋼", "script"),
        ("陽曲示範區", "陽曲示范區", "script"),
        ("Taigang", "太鋼", "alias"),
        ("ＴＩＳＣＯ", "太鋼", "alias"),
        ("太原钢铁", "太原鋼鐵(集團)有限公司", "prefix"),
        ("bai4xin4", "百信", "pinyin"),
        ("bwgzc", "博物館之城", "initials"),
        ("ty:taigang", "太鋼", "iri"),
        ("https://w3id.org/citygraph/id/taiyuan/taigang", "太鋼", "iri"),
        ("鋼材料", "特鋼材料產業鏈", "within"),
        ("taigagn", "太鋼", "fuzzy"),
    ],
)
def test_what_is_found_says_how_it_fits(city: cg.CityGraph, name: str, label: str, how: str) -> None:
    first = cg.find(city, name)[0]
    assert (first.label, first.how) == (label, how)
    assert first.name or how == "iri"


def test_the_best_come_first_and_what_is_alike_only_where_nothing_fits(city: cg.CityGraph) -> None:
    found = cg.find(city, "太鋼")
    assert [match.how for match in found] == sorted((match.how for match in found), key=WAYS.index)
    assert "fuzzy" not in {match.how for match in found}
    assert [match.how for match in cg.find(city, "太剛", top=3)] == ["sound", "fuzzy", "fuzzy"]
    assert len(cg.find(city, "鋼", top=3)) == 3 < len(cg.find(city, "鋼", top=None))
    assert [match.iri for match in cg.find(city, "鋼", top=None)][:3] == [m.iri for m in cg.find(city, "鋼", top=3)]


@pytest.mark.parametrize("name", ["", " ", "——", "\x00", "鋼" * 10_000, 'x" } DROP ALL #', "?zzz", "<urn:x>", "zz"])
def test_what_fits_nothing_is_an_empty_answer(city: cg.CityGraph, name: str) -> None:
    assert [match for match in cg.find(city, name) if match.how != "fuzzy"] == []


def test_top_counts_only_the_things_of_the_kind_asked_for(tmp_path: Path) -> None:
    body = 'ex:a a cg:Firm ; skos:prefLabel "港務"@zh-Hant . ex:b a cg:Zone ; skos:prefLabel "港務新區"@zh-Hant .'
    city = cg.open(turtle(tmp_path, body))
    assert [match.label for match in cg.find(city, "港務", top=1)] == ["港務"]
    assert [match.label for match in cg.find(city, "港務", kind="Zone", top=1)] == ["港務新區"]


@pytest.mark.parametrize(("part", "found"), [("zo", []), ("zon", ["within"]), ("船", ["within"])])
def test_a_part_of_a_name_is_a_chinese_character_or_three_latin_letters(
    tmp_path: Path, part: str, found: list[str]
) -> None:
    city = cg.open(turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "造船廠"@zh-Hant , "Amazonia"@en .'))
    assert [match.how for match in cg.find(city, part)] == found


@pytest.mark.parametrize(("heard", "meant"), [("太刚", "太鋼"), ("泰剛", "太鋼"), ("惠可", "惠科")])
def test_what_sounds_the_same_is_nearest(city: cg.CityGraph, heard: str, meant: str) -> None:
    found = cg.find(city, heard)
    assert (found[0].label, found[0].how) == (meant, "sound")
    with pytest.raises(cg.NameNotFound) as refused:
        cg.neighbors(city, heard)
    assert refused.value.suggestions[0] == meant


def test_a_name_without_pinyin_is_found_by_how_it_is_read(city: cg.CityGraph) -> None:
    for typed in ("guangfu", "guāng fú", "GuangfuChanye"):
        assert [(m.label, m.how) for m in cg.find(city, typed)] == [("光伏產業", "pinyin"), ("光伏產業鏈", "pinyin")]
    # Either reading of a character counts, and names that begin so come before those that contain it.
    ways = [match.how for match in cg.find(city, "qingneng")]
    assert ways[0] == "pinyin"
    assert ways[-1] == "within"
    # A name that has the pinyin itself needs no such reading.
    assert [match.label for match in cg.find(city, "jingke")] == ["晶科"]
    with pytest.raises(cg.NameNotFound) as refused:
        cg.neighbors(city, "guangfuchanyelian")
    assert refused.value.suggestions == ("光伏產業鏈",)


def test_an_answer_says_that_there_are_more_than_it_lists(city: cg.CityGraph) -> None:
    assert cg.find(city, "鋼", top=3).more
    assert str(cg.find(city, "鋼", top=3)).startswith("「鋼」：列出前 3 個")
    assert not cg.find(city, "鋼", top=None).more
    every = len(cg.find(city, "鋼", kind="企業", top=None))
    assert [cg.find(city, "鋼", kind="企業", top=n).more for n in (every - 1, every)] == [True, False]
