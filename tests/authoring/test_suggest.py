"""The verb suggest: what it writes, what it leaves alone, and that build accepts all of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cityGraph as cg
from support.sheets import sheets
from support.suggesting import CITY, folder, moved, rows_of, said
from support.texts import TEXTS

ZH = (
    "云河市经济技术开发区由青禾科技有限公司负责开发建设。明光集团去年在临江工业园建成二期工厂，总投资12亿元。"
    "明光集团董事长周立伟表示，公司现有员工3200人。\n\n4月2日，海岳论坛在云河市举行，由云河市人民政府主办。"
)
EN = (
    "Hillview Optics Ltd opened a plant in Eastlake Park last year. Hillview Optics employs about 420 people.\n\n"
    "Mayor Ines Calloway said that Hillview Optics has partnered with the University of Calder."
)


@pytest.mark.parametrize(("language", "text"), [("zh", ZH), ("en", EN)])
def test_what_is_suggested_is_accepted_once_it_is_moved(tmp_path: Path, language: str, text: str) -> None:
    at = folder(tmp_path / "a", text, things=CITY[language])
    answer = cg.suggest(at)
    assert len(answer.things) >= 3
    assert len(answer.claims) >= 3
    checked = moved(at, tmp_path / "b")
    assert [str(each) for each in checked.refused] == []
    assert {each.proof for each in checked.proved} == {"text"}
    assert len(checked.proved) == len(answer.claims)


@pytest.mark.parametrize("which", ["en", "hans"])
def test_a_third_of_what_a_reader_enters_is_suggested_and_all_of_it_is_accepted(tmp_path: Path, which: str) -> None:
    things, true = (rows_of(TEXTS / which / f"{name}.csv") for name in ("things", "claims"))
    rows = "\n".join(f'"{row["name"]}",{row["kind"]},"{row["aliases"]}"' for row in things)
    at = folder(tmp_path / "a", "", things=rows)
    shutil.copy(TEXTS / which / "text.txt", at / "texts" / "news.txt")
    answer = cg.suggest(at)
    assert not moved(at, tmp_path / "b").refused
    found = {(each.subject, each.object) for each in answer.claims}
    hits = [row for row in true if (row["subject"], row["object"]) in found]
    assert len(hits) >= len(true) / 3


def test_a_row_has_its_quote_its_paragraph_and_the_columns_of_the_tables(tmp_path: Path) -> None:
    at = folder(tmp_path, "云河市支持明光集团。\n\n明光集团位于临江工业园。", things=CITY["zh"])
    (one, other) = cg.suggest(at).claims
    assert (one.quote, one.paragraph, one.status, one.source) == ("云河市支持明光集团", "2", "realised", "news")
    assert (other.object, other.paragraph) == ("临江工业园", "3")
    assert rows_of(at / "suggested.csv") == [each.cells for each in (one, other)]
    first, *_ = rows_of(at / "suggested-things.csv")
    assert first == {"name": "明光集团", "kind": "firm", "aliases": "", "note": "云河市支持明光集团。"}


def test_the_tables_of_the_person_stay_as_they_are_and_older_suggestions_do_not(tmp_path: Path) -> None:
    at = folder(tmp_path, "明光集团位于临江工业园。", things=CITY["zh"])
    (at / "suggested.csv").write_text("old", "utf-8")
    before = {file.name: file.read_bytes() for file in at.glob("*.csv")}
    cg.suggest(at)
    after = {file.name: file.read_bytes() for file in at.glob("*.csv")}
    assert {name for name in after if after[name] != before.get(name)} == {"suggested.csv", "suggested-things.csv"}
    assert not list(at.glob("tmp*"))
    assert cg.suggest(at) == cg.suggest(at)


def test_what_is_known_already_is_not_suggested(tmp_path: Path) -> None:
    text = "明光集团位于临江工业园。"
    known = "明光集团,firm,\n临江工业园,zone,"
    assert said(tmp_path / "a", text, things=known) == [("明光集团", "located-in", "临江工业园")]
    answer = cg.suggest(folder(tmp_path / "b", text, things=known, claims="明光集团,located-in,临江工业园,news"))
    assert (answer.things, answer.claims) == ((), ())


def test_a_measure_that_has_a_figure_already_gets_no_other(tmp_path: Path) -> None:
    text = "明光集团销售额30亿元。明光集团销售额40亿元。"
    assert said(tmp_path / "a", text, things="明光集团,firm,") == [("明光集团", "has-output", "30亿元")]
    at = folder(tmp_path / "b", text, things="明光集团,firm,")
    (at / "claims.csv").write_text(
        "subject,relation,object,source,measure,unit\n明光集团,has-output,40,news,销售额,亿元\n", "utf-8"
    )
    assert cg.suggest(at).claims == ()


def test_a_claim_that_stands_twice_is_suggested_once(tmp_path: Path) -> None:
    text = "明光集团位于临江工业园。\n\n据介绍，明光集团位于临江工业园。"
    assert said(tmp_path, text) == [("明光集团", "located-in", "临江工业园")]


def test_things_of_one_text_are_known_in_the_others(tmp_path: Path) -> None:
    at = folder(tmp_path, "临江工业园今天开园。")
    (at / "texts" / "more.txt").write_text("消息\n\n明光集团入驻临江工业园。", "utf-8")
    (at / "sources.csv").write_text("key,title,file\nnews,News,news.txt\nmore,消息,more.txt\n", "utf-8")
    answer = cg.suggest(at)
    assert [each.name for each in answer.things] == ["临江工业园", "明光集团"]
    assert {each.source for each in answer.claims} == {"more"}


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(cg.BadData, match="no such folder"):
        cg.suggest(tmp_path / "none")
    with pytest.raises(cg.CityGraphError, match="No language is called 'fr'"):
        cg.suggest(tmp_path, language="fr")
    answer = cg.suggest(sheets(tmp_path / "b", sources="key,title\nother,Other\n"))
    assert answer.claims == ()
    assert [note for note in answer.notes if "No source has a text here" in note]
    answer = cg.suggest(folder(tmp_path / "c", "明光集团位于临江工业园。", things="甲园,zoo,"))
    assert [note for note in answer.notes if "things.csv:2" in note]
    assert [(each.subject, each.object) for each in answer.claims] == [("明光集团", "临江工业园")]


def test_nothing_is_written_where_nothing_can_be_written(tmp_path: Path) -> None:
    at = folder(tmp_path, "明光集团位于临江工业园。")
    (at / "suggested.csv").mkdir()
    with pytest.raises(cg.CityGraphError, match=r"suggested\.csv"):
        cg.suggest(at)
    assert not list(at.glob("tmp*"))
