"""What in a sentence no fact accounts for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cityGraph.proof.accounting import left_over
from cityGraph.proof.tables import LANGUAGES, table
from cityGraph.proof.weighing import Weighed, weigh
from support.sentences import iri, known, said


def left(sentence: str) -> list[str]:
    """What is left over of a sentence besides that Pu Wendu is Party secretary."""
    fact = next(f for f in known().facts if f.subject == iri("pu-wendu") and f.relations == ["holdsOffice"])
    made = weigh(said(sentence), fact)
    assert made is not None
    return left_over(said(sentence), (made,))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("濮聞渡是雲泊市委書記。", []),
        ("濮聞渡現在是雲泊市委書記。", []),
        ("濮聞渡是雲泊市委書記和詩人。", ["詩人"]),
        ("濮聞渡是雲泊市委書記,61歲。", ["61", "歲"]),
        ("濮聞渡2019年是雲泊市委書記。", ["2019年"]),
        ("濮聞渡是雲泊市委書記,在鷗礁產業園。", ["鷗礁產業園"]),
        ("濮聞渡是雲泊市委書記,全部。", ["全部"]),
        ("Pu Wendu is now the Party secretary of Yunbo.", []),
        ("Pu Wendu is the Party secretary of Yunbo and a poet.", ["poet"]),
        ("Pu Wendu is the only Party secretary of Yunbo.", ["only"]),
    ],
)
def test_names_numbers_dates_and_words_must_be_accounted_for(sentence: str, expected: list[str]) -> None:
    assert left(sentence) == expected


def test_without_a_fact_all_words_but_fillers_are_left() -> None:
    assert left_over(said("今天下了一場大雨。"), ()) == ["今天", "一場大雨"]


SENTENCES = {"zh": "濮聞渡是雲泊市委書記,{}。", "en": "Pu Wendu is the Party secretary of Yunbo, {}."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filler_says_nothing_and_a_strong_word_has_to_be_accounted_for(language: str) -> None:
    fact = next(f for f in known().facts if f.subject == iri("pu-wendu") and f.relations == ["holdsOffice"])

    def rest(word: str) -> list[str]:
        spoken = said(SENTENCES[language].format(word))
        return left_over(spoken, (Weighed(fact, names=set(spoken.mentions)),))

    assert [row["word"] for row in table("fillers", language) if rest(row["word"])] == []
    assert [row["word"] for row in table("strong", language) if not rest(row["word"])] == []


def left_with(words: str, sentence: str) -> list[str]:
    """What is left over where the source has these words."""
    fact = next(f for f in known().facts if f.subject == iri("pu-wendu") and f.relations == ["holdsOffice"])
    made = weigh(said(sentence), replace(fact, words=[words]))
    assert made is not None
    return left_over(said(sentence), (made,))


def test_a_strong_word_counts_only_with_the_words_around_it() -> None:
    assert left_with("首个女书记", "濮聞渡是雲泊市委書記,首個。") == ["首"]
    assert left_with("首个女书记", "濮聞渡是雲泊市委書記,首個女書記。") == []


def test_a_firm_in_the_words_of_the_source_has_to_be_claimed_and_a_zone_has_not() -> None:
    assert left_with("濮闻渡到瀚棹海缆", "濮聞渡是雲泊市委書記,到瀚棹海纜。") == ["瀚棹海纜"]
    assert left_with("濮闻渡到鸥礁产业园", "濮聞渡是雲泊市委書記,到鷗礁產業園。") == []


def test_a_number_may_count_the_list_before_it() -> None:
    assert "2個" not in left("褚棹聲、濮聞渡2個是雲泊市委書記。")
    assert "3個" in left("褚棹聲、濮聞渡3個是雲泊市委書記。")
