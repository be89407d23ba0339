"""The mood of a place must fit the status."""

from __future__ import annotations

import pytest

from cityGraph.proof.moods import mood_failure
from support.proving import reading


def failed(text: str, verb: str, status: str, **options: object) -> str:
    paragraph = reading(text).paragraph(1)
    at = text.index(verb)
    found = mood_failure(status, paragraph, [(at, at + len(verb))], **options)  # type: ignore[arg-type]
    return found.reason if found else ""


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("甲厂支持乙厂。", "realised", ""),
        ("甲厂支持乙厂。", "planned", "tells it as a fact"),
        ("甲厂将支持乙厂。", "realised", "plans this: 将"),
        ("甲厂将支持乙厂。", "planned", ""),
        ("甲厂力争支持乙厂。", "targeted", ""),
        ("甲厂未支持乙厂。", "realised", "denies this: 未"),
        ("甲厂未支持乙厂。", "planned", "denies this: 未"),
        ("据传甲厂支持乙厂。", "realised", "hearsay"),
        ("如果获批，甲厂支持乙厂。", "realised", "depend"),
        ("甲厂曾支持乙厂。", "realised", "earlier time"),
        ("甲厂已支持乙厂。", "planned", "as done: 已"),
    ],
)
def test_a_mood_that_does_not_fit_is_named(text: str, status: str, reason: str) -> None:
    found = failed(text, "支持", status)
    assert reason in found if reason else not found, found


def test_a_statement_with_a_period_of_its_own_may_be_former() -> None:
    assert failed("甲厂曾支持乙厂。", "支持", "realised", dated=True) == ""


def test_words_with_a_mood_of_their_own() -> None:
    assert "verb" in failed("甲厂谋划乙厂。", "谋划", "realised", words="planned")
    assert "begun" in failed("甲厂动工乙厂。", "动工", "realised", words="begun")
    assert failed("甲厂谋划乙厂。", "谋划", "planned", words="planned") == ""


def test_a_time_to_come_is_no_fact() -> None:
    assert "to come" in failed("甲厂支持乙厂。", "支持", "realised", future=(True, True))
    assert failed("甲厂支持乙厂。", "支持", "planned", future=(True, False)) == ""


def test_a_standing_fact_is_not_touched_by_a_plan_before_its_subject() -> None:
    text = "将参观位于东岭的甲厂。"
    assert failed(text, "位于", "realised", standing=True, since=text.index("位于")) == ""
    assert failed(text, "位于", "realised") != ""


def test_a_plan_goes_on_in_a_sentence_without_a_subject() -> None:
    assert failed("甲厂计划扩产。再支持乙厂。", "支持", "planned") == ""
