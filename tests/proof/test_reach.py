"""How far a word reaches that denies what stands before it."""

from __future__ import annotations

import pytest

from cityGraph.proof.scope import marks, moods_at

BOUGHT = "甲企業收購乙企業。"


def denied(said: str, words: str, language: str = "zh") -> bool:
    """Whether the first place where some words stand is denied."""
    at = said.index(words)
    return any(mark.mood == "denied" for mark in moods_at(marks(said, language), at, at + len(words)))


@pytest.mark.parametrize(
    "next_sentence",
    [
        *("此消息不實。", "但這一說法不屬實。", "該計劃後來被取消。", "上述傳聞有誤。", "對此,企業予以否認。"),
        *("隨後該交易告吹。", "不過,有關消息遭到否認。", "這是謠言。"),
    ],
)
def test_a_denial_that_speaks_of_the_sentence_before_reaches_there(next_sentence: str) -> None:
    assert denied(BOUGHT + next_sentence, "收購")
    assert not denied(BOUGHT + "天晴。" + next_sentence, "收購")


@pytest.mark.parametrize("next_sentence", ["丙企業的計劃被取消。", "市場上的消息不實。", "工程未果。"])
def test_a_denial_that_speaks_of_something_else_stays_in_its_sentence(next_sentence: str) -> None:
    assert not denied(BOUGHT + next_sentence, "收購")


def test_in_english_too() -> None:
    assert denied("The firm bought the mill. The report is false.", "bought", "en")
    assert denied("The firm bought the mill. However, this was denied.", "bought", "en")
    assert not denied("The firm bought the mill. Another bid was rejected.", "bought", "en")


def test_a_denial_behind_reaches_over_commas_and_not_over_a_semicolon() -> None:
    assert denied("甲企業收購乙企業,消息不實。", "收購")
    assert not denied("甲企業收購乙企業\uff1b消息不實。", "收購")


def test_a_denial_without_an_object_of_its_own_turns_the_sentence_round() -> None:
    assert denied("甲企業收購乙企業,但終究沒有成行。", "收購")
    assert denied("甲企業收購乙企業,不過這不是真的。", "收購")
    assert denied("甲企業收購乙企業,後來又放棄了。", "收購")
    assert not denied("甲企業收購乙企業,但不接受乙企業的條件和人手。", "收購")
    assert not denied("甲企業收購乙企業,沒有停步。", "收購")
    assert denied("The firm bought the mill, but in the end it did not happen.", "bought", "en")
