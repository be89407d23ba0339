"""The answer of reconcile as text and as a table."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.model.reconciled import OUTCOMES
from cityGraph.names.scores import SCALE
from cityGraph.render.columns import width
from cityGraph.render.reconciled import reconciled_table, reconciled_text
from cityGraph.render.words import WORDS
from cityGraph.render.words_merged import MERGED_WORDS
from cityGraph.store.city import LANGUAGES
from support.process import controls
from support.strange import STRANGE

NAMES = ("太钢", "tg", "无此物", "taigagn")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 80])
def test_the_text_fits_and_has_every_name(language: str, columns: int) -> None:
    text = reconciled_text(cg.reconcile(cg.open(language=language), NAMES), language, columns)
    assert max(map(width, text.splitlines())) <= columns
    assert all(name in text for name in NAMES)
    assert text.count(str(MERGED_WORDS[language]["outcomes"]["unknown"])) == 2


def test_every_way_and_outcome_has_words_in_each_language() -> None:
    for language in LANGUAGES:
        assert {*MERGED_WORDS[language]["how"], *WORDS[language]["how"]} == set(SCALE)
        assert set(MERGED_WORDS[language]["outcomes"]) == set(OUTCOMES)


def test_a_row_of_the_list_stays_in_front_and_what_fits_several_shares_a_row(city: cg.CityGraph) -> None:
    answer = cg.reconcile(city, NAMES)
    rows = [("1", "太钢"), ("2", "tg"), ("3", "无此物"), ("4", "taigagn")]
    made = reconciled_table(answer, "zh-Hant", ("编号", "名称"), rows)
    told = list(made.rows)
    assert made.heads[:3] == ("编号", "名称", "對應的事物")
    assert [row[:2] for row in told] == rows
    assert told[0][2:] == (
        "太鋼",
        "企業",
        "太钢",
        "繁簡字形",
        98,
        "有對應",
        "https://w3id.org/citygraph/id/taiyuan/taigang",
    )
    assert told[1][2] == "太谷 | 太鋼 | 太鍋"
    assert told[2][2:] == (None, None, None, None, None, "未知", None)


def test_each_candidate_has_a_row_if_asked_for(city: cg.CityGraph) -> None:
    answer = cg.reconcile(city, NAMES, top=2)
    told = list(reconciled_table(answer, "en", several=True).rows)
    assert [row[0] for row in told] == ["太钢", "太钢", "tg", "tg", "tg", "无此物", "taigagn", "taigagn"]


def test_nothing_that_a_name_holds_can_act() -> None:
    for strange in STRANGE:
        candidate = cg.Candidate(cg.Entity("urn:a", strange, "Firm", strange), strange, "exact", 100)
        answer = cg.Reconciled((cg.Asked(strange, "matched", (candidate,)),))
        assert controls(reconciled_text(answer, "en", 80)) == set()


def test_an_empty_list_is_a_line() -> None:
    assert reconciled_text(cg.Reconciled(()), "en", 80) == "0 names: 0 matched, 0 ambiguous, 0 unknown\n"
