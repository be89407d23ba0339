"""Where a few words stand in a paragraph."""

from __future__ import annotations

import pytest

from cityGraph.proof.occurrences import occurrences, paragraph_start
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Thing
from cityGraph.proof.text import text_of

NAMES = {"云河市": "place", "临江市": "place", "Oakline": "body", "Mill Park": "zone"}
THINGS = [Thing(name, family, (name,)) for name, family in NAMES.items()]


def found(words: str, text: str) -> list[str]:
    reading = Reading(text_of(text), THINGS, families={each: each for each in NAMES.values()})
    paragraph = reading.paragraph(1)
    return [paragraph.words[slice(*each)] for each in occurrences(words, reading, paragraph, 0, len(paragraph.words))]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("技术本土化", "公司推动技术本土化。", ["技术本土化"]),
        ("技术本土化", "公司推动技术实现本土化。", ["技术实现本土化"]),
        ("技术本土化", "公司推动技术未本土化。", []),
        ("云河市市长", "云河市新闻：方怀德任市长。", ["市长"]),
        ("云河市市长", "临江市新闻：方怀德任市长。", []),
        ("云河市市长", "云河市与临江市市长会面。", []),
        ("云河市市长", "云河市书记林青，临江市副书记、市长方怀德出席。", []),
        ("临江市市长", "云河市书记林青，临江市副书记、市长方怀德出席。", ["市长"]),
        ("testing", "It does testing here.", ["testing"]),
        ("testing", "It is contesting that.", []),
        ("head of Oakline", "Oakline met its head.", ["head"]),
        ("head of Oakline", "The council met its head.", []),
        ("establish new halls", "It established in Elmford new halls.", ["established in Elmford new halls"]),
        ("establish new halls", "It established no new halls.", []),
    ],
)
def test_words_are_found_whole(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


def test_words_before_a_verb_may_begin_with_its_clause_and_in_english_with_its_sentence() -> None:
    for text, expected in (("甲厂扩产，乙厂停工。", 5), ("It grew, and it closed.", 0)):
        paragraph = Reading(text_of(text), THINGS, families={}).paragraph(1)
        assert paragraph_start(paragraph, 10 if expected == 0 else 7) == expected
