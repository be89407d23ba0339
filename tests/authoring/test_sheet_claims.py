"""The rows of claims: what is no statement is refused before any text is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.columns import columns_of
from support.sheets import CLAIMS, check, refusals, rows, sheets

FIGURE = {"subject": "甲公司", "relation": "has-output", "object": "120", "measure": "销售额", "unit": "亿元"}


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ({"subject": ""}, "subject: the row has no subject"),
        ({"relation": ""}, "relation: the row has no relation"),
        ({"object": ""}, "object: the row has no object"),
        ({"source": ""}, "source: the row has no source"),
        ({"subject": "甲厂"}, "subject: no row of things.csv is called '甲厂'"),
        ({"subject": "乙市人民"}, "subject: no row of things.csv is called '乙市人民'; did you mean 乙市?"),
        ({"relation": "suports"}, "relation: no relation is called 'suports'; did you mean supports?"),
        ({"status": "maybe"}, "status: no status is called 'maybe'"),
        ({"status": "realizd"}, "status: no status is called 'realizd'; did you mean realized?"),
        ({"basis": "guessed"}, "basis: no basis is called 'guessed'"),
        ({"source": "new"}, "source: no row of sources.csv has the key 'new'; did you mean news?"),
        ({"paragraph": "two"}, "paragraph: 'two' is no number of a paragraph; the title is 1"),
        ({"paragraph": "0"}, "paragraph: '0' is no number of a paragraph; the title is 1"),
        ({"quote": "乙" * 201}, "quote: the quote has 201 characters, more than 200"),
        ({"period": "2024-13"}, "period: '2024-13' is no date. Write it as 2021-06-09, 2021-06 or 2021"),
        ({"due": "44356"},
         "due: '44356' is no date. Write it as 2021-06-09, 2021-06 or 2021; did you mean 2021-06-09?"),
        ({"basis": "inferred"}, "because: an inferred row needs its reason here"),
        ({"basis": "stated", "because": "同名"},
         "basis: the row has a reason, so it is inferred, not stated; did you mean inferred?"),
        ({**FIGURE, "object": "三十"}, "object: '三十' is no number with a unit, and the row has a measure"),
        ({**FIGURE, "object": "120亿元和30亿元", "unit": ""},
         "object: '120亿元和30亿元' is no number with a unit, and the row has a measure"),
        ({**FIGURE, "object": "120万元", "unit": "亿元"},
         "object: '120万元' is no number with a unit, and the row has a measure"),
        ({**FIGURE, "object": "超过120亿元", "unit": ""},
         "comparator: the text says 120亿元, the row says 超过120亿元"),
        ({**FIGURE, "object": "120万元", "unit": ""},
         "unit: the text says 120亿元, the row says 120万元"),
        ({**FIGURE, "object": "8%"}, "unit: the number is a percentage, the unit is 亿元; did you mean %?"),
        ({"unit": "亿元"}, "measure: the row has a unit, and does not say what the number counts"),
        ({"comparator": "约"}, "measure: the row has a comparator, and does not say what the number counts"),
    ],
)  # fmt: skip
def test_a_cell_that_says_nothing_is_refused(tmp_path: Path, claim: dict[str, str], says: str) -> None:
    assert refusals(sheets(tmp_path, claims=rows(claim))) == [f"claims.csv:2 {says}"]


def test_all_cells_of_a_row_are_refused_at_once(tmp_path: Path) -> None:
    wrong = {"subject": "甲厂", "relation": "suports", "object": "", "source": "x", "status": "y", "paragraph": "z"}
    answer = check(sheets(tmp_path, claims=rows(wrong)))
    assert {each.column for each in answer.refused} == set(wrong)


@pytest.mark.parametrize(
    "claim",
    [
        {},
        {"relation": "支持", "status": "事实"},
        {"relation": "支持", "status": "fact", "basis": "明载"},
        {"paragraph": "2.0"},
        {"comparator": "="},
        {"note": "two\nlines"},
        FIGURE,
        {**FIGURE, "object": "１２０"},
        {**FIGURE, "comparator": "达到"},
        {**FIGURE, "object": "120亿元", "unit": ""},
        {**FIGURE, "object": "120 亿元"},
        {**FIGURE, "object": "达到120亿元", "unit": ""},
        {"status": "已實現"},
    ],
)
def test_however_it_is_written_a_true_row_is_proved(tmp_path: Path, claim: dict[str, str]) -> None:
    assert refusals(sheets(tmp_path, claims=rows(claim))) == []


def test_a_word_for_two_relations_is_read_by_its_object(tmp_path: Path) -> None:
    text = "乙市新闻\n\n甲公司目标是成为行业龙头。甲公司力争销售额达到200亿元。\n"
    folder = sheets(
        tmp_path,
        claims=rows({**FIGURE, "relation": "aims-for", "object": "200", "status": "targeted"}),
    )
    (folder / "texts" / "news.txt").write_text(text, "utf-8")
    assert refusals(folder) == []


def test_one_id_is_one_claim_which_may_have_several_passages(tmp_path: Path) -> None:
    same = rows({"id": "a"}, {"id": "a", "paragraph": "2"})
    assert refusals(sheets(tmp_path, claims=same)) == []
    twice = rows({"id": "a"}, {"id": "b"})
    assert "claims.csv:3: the same source already has this claim: a" in refusals(sheets(tmp_path, claims=twice))
    other = rows({"id": "a"}, {"id": "a", "subject": "甲公司", "relation": "located-in", "object": "丙园区"})
    assert refusals(sheets(tmp_path, claims=other)) == ["claims.csv:3 id: row 2 has the id 'a' and says something else"]


def test_a_word_of_the_text_may_be_an_object_and_a_typing_error_is_guessed(tmp_path: Path) -> None:
    claims = rows({"subject": "甲公司", "relation": "located-in", "object": "丙园"})
    answer = check(sheets(tmp_path, claims=claims))
    assert [(each.column, each.suggestion) for each in answer.refused] in ([("object", "丙园区")], [])


def test_columns_of_the_model_are_known(tmp_path: Path) -> None:
    more = {"positions", "purpose", "verb", "order", "open", "level", "stage", "share", "issuer", "baseline", "id"}
    assert more < set(columns_of("claims").names)
    blank = {column: "" for column in columns_of("claims").names if column not in CLAIMS}
    assert refusals(sheets(tmp_path, claims=rows(blank))) == []
