"""The answer of `check` as text."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.model.check import VERDICTS
from cityGraph.render.check import check_text, difference_text, marked
from cityGraph.render.words import WORDS
from support.sentences import planted

TEXT = "\n".join(sentence for _, sentence in planted())


def test_every_verdict_has_a_word_in_every_language() -> None:
    for words in WORDS.values():
        assert len({words["check"][verdict] for verdict in VERDICTS}) == len(VERDICTS)


def test_text_counts_the_verdicts_of_several_sentences(fixture_city: cg.CityGraph) -> None:
    answer = cg.check(fixture_city, TEXT)
    text = check_text(answer, "en", 100)
    assert f"{len(answer)} sentences · supported {len(answer.of('supported'))}" in text
    assert text.count("not understood: ") == len(answer.of("not-understood"))


def test_marks_are_square_brackets(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "濮聞渡是詩人。")
    assert marked(found) == "[濮聞渡]是詩人。"


def test_a_difference_shows_both_sides(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "褚棹聲不是雲泊市市長。")
    assert difference_text(found.claims[0], WORDS["en"]) == (
        "the sentence: 褚棹聲不是雲泊市市長。; the source: 褚棹聲 擔任 雲泊市市長"
    )
    (right,) = cg.check(fixture_city, "褚棹聲是雲泊市市長。")
    assert difference_text(right.claims[0], WORDS["en"]) == ""
