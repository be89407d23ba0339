"""The verdict on a sentence, from all facts together."""

from __future__ import annotations

import pytest

from cityGraph.proof.text import Text
from cityGraph.proof.verdicts import judged
from support.sentences import known


def verdict(sentence: str) -> tuple[str, int]:
    made = judged(known(), known().reading(Text({1: sentence}, "")), 1)
    return made.verdict, len(made.chosen)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("濮聞渡是雲泊市委書記,褚棹聲是雲泊市市長。", ("supported", 2)),
        ("濮聞渡是雲泊市委書記,雲泊重點支持礪濤鑄鋼。", ("planned", 2)),
        ("濮聞渡是雲泊市市長,褚棹聲是雲泊市委書記。", ("not-said", 1)),
        ("雲泊的名次由121名跌到188名。", ("differs", 1)),
        ("雲泊的名次由188名升到121名。", ("supported", 1)),
    ],
)
def test_facts_are_taken_together(sentence: str, expected: tuple[str, int]) -> None:
    assert verdict(sentence) == expected
