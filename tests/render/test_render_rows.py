"""One claim or edge as lines: status, name, quote and place, whatever the width."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.columns import plain, width
from cityGraph.render.rows import (
    claim_lines,
    count_of,
    edge_lines,
    emptied_lines,
    head_lines,
    item_lines,
    place_of,
    row,
    source_lines,
    status_of,
)
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, ZONE, article, check_text, claim, number, passage, strange_claims
from support.process import LANGUAGES
from support.strange import widths

ZH, EN = WORDS["zh-Hant"], WORDS["en"]


# Places and statuses.


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (article("甲"), "本文 §3"),
        (article("甲", None), "本文"),
        (passage("甲"), "港報 §3 B"),
        (passage("甲", None), "港報 B"),
        (passage("甲", None, None), "港報"),
        # The grade is that of a source without a short name.
        (article("甲").replace(quality="A"), "本文 §3"),
    ],
)
def test_a_place_is_the_source_its_paragraph_and_unless_it_has_a_short_name_its_grade(
    said: cg.Passage, place: str
) -> None:
    assert place_of(said) == place


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_status_is_in_the_words_of_the_reader_and_an_unknown_one_as_it_stands(language: str) -> None:
    words = WORDS[language]
    known = [status_of(status, words) for status in ("realised", "planned", "targeted", "inferred")]
    assert known == list(words["status"])
    assert status_of("rum\x1boured", words) == "rum·oured"


@pytest.mark.parametrize(("n", "text"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims")])
def test_a_count_of_one_is_singular(n: int, text: str) -> None:
    assert count_of(EN, "claims", n) == text
    assert count_of(ZH, "claims", n) == ZH["claims"].format(n=n)


# A row.


def test_a_row_has_its_first_quote_beside_the_name_where_it_fits_and_the_place_at_the_edge() -> None:
    (line,) = row("錨鏈廠", "planned", (article("支持錨鏈廠"),), 6, "zh-Hant", 60, plain)
    assert line.startswith(f"  {ZH['status'][1]}  錨鏈廠  {ZH['quoted'].format(words='支持錨鏈廠')}")
    assert line.endswith("本文 §3")
    assert width(line) == 60


def test_further_quotes_stand_below_and_so_do_all_of_a_name_that_is_too_long() -> None:
    said = (article("支持錨鏈廠"), passage("在港"))
    beside, below = row("錨鏈廠", "planned", said, 6, "zh-Hant", 60, plain)
    assert ("支持錨鏈廠" in beside, "在港" in below, below.endswith("港報 §3 B")) == (True, True, True)
    name, one, other = row("錨" * 30, "planned", said, 60, "zh-Hant", 70, plain)
    assert name.endswith("錨" * 30)
    assert ("支持錨鏈廠" in one, "在港" in other) == (True, True)


def test_the_column_of_names_takes_at_most_half_of_the_line() -> None:
    (line,) = row("錨鏈廠", "planned", (article("支持"),), 200, "zh-Hant", 60, plain)
    assert width(line) == 60


def test_a_row_without_evidence_is_status_and_name() -> None:
    assert list(row("錨鏈廠", "realised", (), 20, "zh-Hant", 60, plain)) == [f"  {ZH['status'][0]}  錨鏈廠"]


@pytest.mark.parametrize("status", ["realised", "planned", "targeted", "inferred", "other"])
def test_a_row_styles_its_status_and_nothing_else(status: str) -> None:
    asked: list[tuple[str, str]] = []

    def style(text: str, role: str) -> str:
        asked.append((text.strip(), role))
        return text

    list(row("錨鏈廠", status, (article("支持"),), 6, "zh-Hant", 60, style))
    assert asked == [(status_of(status, ZH), status)]


def test_an_edge_is_its_row_with_qualifiers_and_reason_below() -> None:
    inferred = claim(basis="inferred", because="同在一地", qualifiers=(cg.Qualifier("level", "級", "", "省級"),))
    line, note = edge_lines("錨鏈廠", inferred, "zh-Hant", 60, plain)
    assert line == f"  {ZH['status'][3]}  錨鏈廠"
    assert note.strip() == f"級：省級 · {ZH['because']}同在一地"


# Claims.


def test_a_claim_is_a_sentence_with_its_status_quote_and_what_qualifies_it() -> None:
    said = claim(CITY, cg.Relation("urn:r", "與…合作"), FIRM, article("與錨鏈廠合作"))
    first, second = claim_lines([said, claim(FIRM, what=ZONE, status="realised")], "zh-Hant", 80, plain)
    assert first.startswith(f"  {ZH['status'][1]}  雲泊 與錨鏈廠合作")
    assert second == f"  {ZH['status'][0]}  錨鏈廠 支持 北港園區"
    assert claim_lines([], "zh-Hant", 80, plain) == []


def test_figures_on_which_sources_differ_say_what_the_other_source_has() -> None:
    area = cg.Relation("urn:area", "面積")
    one = claim(ZONE, area, number("60"), article("六十"), iri="urn:1")
    other = claim(ZONE, area, number("70"), passage("七十"), iri="urn:2")
    lines = "\n".join(claim_lines([one, other], "zh-Hant", 80, plain))
    assert lines.count(ZH["differ"].format(others="")) == 2
    assert ZH["differ"].format(others="70") in lines
    alike = claim_lines([one, other.replace(object=number("60"))], "zh-Hant", 80, plain)
    assert ZH["differ"].format(others="") not in "\n".join(alike)


# Lines above and below.


def test_the_head_is_one_line_with_the_count_at_the_edge_or_a_line_for_each_part() -> None:
    (line,) = head_lines(FIRM, ["Anchor", "錨鏈"], "3 項", ZH, 60)
    assert line.startswith("錨鏈廠 · 企業 · Anchor  錨鏈 ")
    assert line.endswith(" 3 項")
    assert width(line) == 60
    (bare,) = head_lines(FIRM, (), "3 項", ZH, 60)
    assert bare.startswith("錨鏈廠 · 企業  ")
    head, others = head_lines(FIRM, ["Anchor" * 3, "錨鏈"], "3 項", ZH, 30)
    assert (head.startswith("錨鏈廠 · 企業 "), head.endswith(" 3 項")) == (True, True)
    assert others == "  AnchorAnchorAnchor  錨鏈"
    assert list(head_lines(FIRM, (), "3 項", ZH, 12)) == ["錨鏈廠 · 企", "業", "3 項"]


def test_items_are_joined_and_never_broken_where_a_line_is_long_enough() -> None:
    assert item_lines(["太鋼", "華為", "比亞迪"], 12) == ["太鋼 · 華為", "比亞迪"]
    assert item_lines(["太鋼", "比亞迪電池"], 6) == ["太鋼", "比亞迪", "電池"]
    assert item_lines([], 12) == [""]


def test_a_filter_that_left_nothing_is_named_and_none_is_silent() -> None:
    assert emptied_lines("kind", EN, 80) == [EN["emptied"].format(filter="--kind")]
    assert emptied_lines(None, EN, 80) == []


def test_sources_with_a_short_name_are_listed_once_with_title_and_page() -> None:
    cited = [(article("甲"), passage("乙")), (article("丙"),), ()]
    assert list(source_lines(cited, 80)) == ["", "本文：灣報 2031-05-09 https://example.org/b"]
    assert list(source_lines([(passage("乙"),)], 80)) == []


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_claims_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    claims = strange_claims()
    lines = claim_lines(claims, language, columns, plain)
    lines += source_lines((each.evidence for each in claims), columns)
    check_text("\n".join(lines) + "\n", columns)
