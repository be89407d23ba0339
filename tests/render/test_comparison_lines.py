"""The words of a comparison: names of the cities, counts, remarks."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.render.comparison_lines import Wording, by_kind
from cityGraph.render.words_comparison import COMPARISON_WORDS
from support.process import LANGUAGES
from support.spelling import CLASSICAL
from support.two_cities import graphs


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> cg.Comparison:
    one, other = graphs(tmp_path_factory.mktemp("two"))
    return cg.compare(one, beside=other)


def keys(words: object, path: str = "") -> set[str]:
    if not isinstance(words, dict):
        return {path}
    return {found for key, value in words.items() for found in keys(value, f"{path}/{key}")}


def texts(words: object) -> list[str]:
    return [text for value in words.values() for text in texts(value)] if isinstance(words, dict) else [str(words)]


def test_every_language_has_all_words_with_the_same_gaps() -> None:
    for language in LANGUAGES:
        assert keys(COMPARISON_WORDS[language]) == keys(COMPARISON_WORDS["en"])
        assert not any(map(CLASSICAL.search, texts(COMPARISON_WORDS[language])))
        for one, other in zip(texts(COMPARISON_WORDS[language]), texts(COMPARISON_WORDS["en"]), strict=True):
            assert sorted(part.partition("}")[0] for part in one.split("{")[1:]) == sorted(
                part.partition("}")[0] for part in other.split("{")[1:]
            )
    assert all(text.isascii() for text in texts(COMPARISON_WORDS["en"]) if not {"›", "·"} & {*text})


def test_each_remark_has_words(found: cg.Comparison) -> None:
    wording = Wording(found, "en")
    names = {remark.name for row in found for remark in row.remarks}
    assert {"ratio", "points", "converted", "units", "comparator", "dates", "kinds", "name"} <= names
    for row in found:
        for remark in row.remarks:
            assert "{" not in wording.remark(remark)


def test_two_cities_of_one_name_are_numbered() -> None:
    answer = cg.compare(cg.open(language="en"), beside=cg.open(language="en"))
    assert list(Wording(answer, "en").cities.values()) == ["Taiyuan (1)", "Taiyuan (2)"]


def test_a_figure_says_whose_it_is_unless_it_is_of_the_city(found: cg.Comparison) -> None:
    wording = Wording(found, "zh-Hant")
    (row,) = [row for row in found.part("figures") if row.topic.label == "就業人數"]
    assert [wording.said(row, said, "first") for said in row.first] == ["4萬人（2031）", "甲鋼：900人（2031）"]


def test_shares_are_of_the_claims_of_the_city(found: cg.Comparison) -> None:
    counts = {head: (one, other) for head, one, other in Wording(found, "en").counts(found)}
    assert counts["claims"] == ("47", "35")
    assert counts["fact"] == ("34 (72%)", "23 (66%)")
    assert counts["dates of sources"] == ("2031-05-08", "2032-01-02")


def test_things_come_kind_by_kind(found: cg.Comparison) -> None:
    listed = [(kind, len(rows)) for kind, rows in by_kind(found)]
    assert listed == [("產業", 3), ("產業鏈", 3), ("賽道", 1), ("產品", 5)]
