"""The answer of merge as text and as tables, in three languages."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.exports.tables import written
from cityGraph.model.merged import DOUBTS, GROUNDS
from cityGraph.render.columns import width
from cityGraph.render.merged import merged_text
from cityGraph.render.tables import table_of
from cityGraph.render.tables_merged import doubtful_table
from cityGraph.render.words_merged import MERGED_WORDS
from cityGraph.store.city import LANGUAGES
from support.merging import A, B, firm, two
from support.process import controls
from support.strange import STRANGE

TEXTS = [
    f'{p}:p a cg:Source ; schema:url <urn:1> ; cg:textHash "{n * 64}" ; dcterms:title "题" .\n' for p, n in ("a0", "b1")
]
DATED = "{p}:s a cg:Source ; schema:url <urn:2> ; dcterms:date '{day}' .\n"


@pytest.fixture
def answer(tmp_path: Path) -> cg.Merged:
    """One pair that became one, two that are doubtful, of which one no row can join, and a value that is left out."""
    one = firm("a:x", "甲乙有限公司") + firm("a:zone", "高新区", kind="Zone")
    other = firm("b:x", "甲乙有限公司") + firm("b:zone", "高新区", kind="Zone")
    days = [DATED.format(p=p, day=day) for p, day in (("a", "2020"), ("b", "2021"))]
    files = two(tmp_path, one + TEXTS[0] + days[0], other + TEXTS[1] + days[1])
    return cg.merge(*files, output=tmp_path / "c.ttl", language="en")


def test_every_reason_has_words_in_each_language() -> None:
    for language in LANGUAGES:
        assert set(MERGED_WORDS[language]["reasons"]) == {*GROUNDS, *DOUBTS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 80])
def test_the_text_counts_lists_what_is_doubtful_and_fits(answer: cg.Merged, language: str, columns: int) -> None:
    text = merged_text(answer.replace(file="c.ttl"), language, columns)
    told = [line for line in text.splitlines() if "https://" not in line]
    assert max(map(width, told)) <= columns
    assert {f"{A}x", f"{B}x", f"{A}zone", f"{B}zone"} <= set(text.split())
    heads = {"en": "became one: 1 entities, 0 claims, 1 sources", "zh-Hans": "合而为一：1 个事物、0 条主张、1 份来源"}
    heads["zh-Hant"] = "合而為一：1 個事物、0 條主張、1 份來源"
    assert columns == 40 or heads[language] in text
    assert {"en": "left apart: 2 pairs", "zh-Hans": "存疑、未合并：2 对", "zh-Hant": "存疑、未合併：2 對"}[
        language
    ] in text


def test_a_row_of_the_table_is_a_row_of_the_text(answer: cg.Merged) -> None:
    rows = list(table_of(answer, "en").rows)
    assert [row[0] for row in rows] == ["became one", "doubtful", "doubtful", "left out"]
    assert rows[0][1:] == (
        "甲乙有限公司",
        "甲乙有限公司",
        "firm",
        "same registered name: 甲乙有限公司",
        f"{A}x",
        f"{B}x",
    )
    assert all(len(row) == len(table_of(answer, "en").heads) for row in rows)


def test_the_file_of_doubtful_pairs_has_what_a_row_can_join(answer: cg.Merged) -> None:
    content = b"".join(written(doubtful_table(answer, "zh-Hans"), "csv")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [(row["one"], row["other"], row["reasons"]) for row in rows] == [
        (f"{A}zone", f"{B}zone", "名称相同：高新区")
    ]


def test_what_is_refused_and_unwritten_is_said(answer: cg.Merged) -> None:
    refused = (cg.Refused("same.csv", 2, "one", "nothing is called 'x'"),)
    text = merged_text(answer.replace(file="", refused=refused), "en", 80)
    assert text.startswith("2 graphs; no file was written\n")
    assert text.endswith("same.csv:2 one: nothing is called 'x'\n")


def test_nothing_that_a_name_holds_can_act(answer: cg.Merged) -> None:
    for strange in STRANGE:
        thing = cg.Entity("urn:a", strange, "Firm", "firm")
        pair = cg.Pair(thing, thing.replace(iri="urn:\x1b[31m"), (cg.Reason("name", strange),))
        left_out = (cg.LeftOut(thing, "date", strange, strange),)
        text = merged_text(answer.replace(united=(pair,), doubtful=(pair,), left_out=left_out), "en", 80)
        assert controls(text) == set()
