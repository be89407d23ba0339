"""The table of things: names that mean one thing, and what spoils a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.sheets import check, refusals, rows, sheets


def things(*lines: str, columns: str = "name,kind,aliases,id,zh-Hant,zh-Hans,en") -> str:
    return "\n".join([columns, "乙市,city,,,,,", "甲公司,firm,甲集团,,,,", *lines, ""])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",firm,,,,,", "name: the thing has no name"),
        ("丙,,,,,,", "kind: the thing has no kind"),
        ("丙,frim,,,,,", "kind: no kind is called 'frim'; did you mean firm?"),
        ("甲公司,firm,,,,,", "name: '甲公司' is also a name of row 3"),
        ("甲 公司,zone,,,,,", "name: '甲 公司' is also a name of row 3"),
        ("甲集團,firm,,,,,", "name: '甲集團' is also a name of row 3"),
        ("丙,firm,丁|甲公司,,,,", "aliases: '甲公司' is also a name of row 3"),
        ("丙,firm,,,,,乙市", "en: '乙市' is also a name of row 2"),
    ],
)
def test_a_row_that_names_nothing_or_two_things_is_refused(tmp_path: Path, line: str, says: str) -> None:
    assert refusals(sheets(tmp_path, things=things(line), claims=rows({}))) == [f"things.csv:4 {says}"]


def test_each_name_of_a_thing_means_it_in_either_script(tmp_path: Path) -> None:
    folder = sheets(
        tmp_path,
        things=things("庚辛鋼鐵廠,firm,庚厂 | 庚辛,x1,庚辛鋼鐵,庚辛钢铁,Gengxin Steel"),
        claims=rows(*({"object": each} for each in ("庚辛钢铁厂", "庚厂", "庚辛", "x1", "庚辛鋼鐵", "gengxin steel"))),
    )
    (folder / "texts" / "news.txt").write_text("乙市新闻\n\n乙市支持庚辛钢铁厂。\n", "utf-8")
    assert refusals(folder) == []


def test_several_rows_with_one_id_are_one_thing(tmp_path: Path) -> None:
    lines = ("丙园区,zone,,p,,,", "丙产业园,,,p,,,", "丙基地,firm,,p,,,")
    folder = sheets(
        tmp_path,
        things=things(*lines[:2]),
        claims=rows({"subject": "甲公司", "relation": "located-in", "object": "丙产业园"}),
    )
    assert refusals(folder) == []
    sheets(tmp_path, things=things(*lines), claims=rows({}))
    assert refusals(tmp_path) == ["things.csv:6 kind: row 4 with the same id says Zone; did you mean Zone?"]


def test_a_name_that_fits_two_things_but_for_its_spelling_is_the_one_that_is_spelled_so(tmp_path: Path) -> None:
    content = "name,kind\n乙市,city\nAB,firm\n甲公司,firm\n"
    answer = check(sheets(tmp_path, things=content, claims=rows({"object": "A-B"})))
    assert [each.column for each in answer.refused] == ["object"]
    assert answer.refused[0].row == 2


def test_a_claim_of_a_thing_that_is_refused_says_where(tmp_path: Path) -> None:
    folder = sheets(tmp_path, things="name,kind\n乙市,frim\n甲公司,firm\n", claims=rows({}))
    assert refusals(folder)[1:] == ["claims.csv:2 subject: row 2 of things.csv is refused"]
