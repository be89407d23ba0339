"""`check`: a verdict for each sentence of a text, and nothing called supported that no source says."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.errors import BadText
from cityGraph.model.check import VERDICTS
from cityGraph.proof.check import LONGEST
from support.rows import for_each
from support.samples import turtle
from support.sentences import planted, said

TRUE = [sentence for verdict, sentence in planted() if verdict == "supported"]
CHINESE = [sentence for sentence in TRUE if not sentence.isascii()]
ENGLISH = [sentence for sentence in TRUE if sentence.isascii()]


def verdicts(city: cg.CityGraph, text: str) -> list[str]:
    return [each.verdict for each in cg.check(city, text)]


@for_each(("verdict", "sentence"), planted())
def test_a_planted_sentence_gets_its_verdict(fixture_city: cg.CityGraph, verdict: str, sentence: str) -> None:
    assert verdicts(fixture_city, sentence) == [verdict]


def test_every_verdict_is_planted() -> None:
    assert {verdict for verdict, _ in planted()} == set(VERDICTS)


@pytest.mark.parametrize("sentence", CHINESE)
@pytest.mark.parametrize("doubt", ["據傳", "有人說", "若獲批准,", "聽說"])
def test_hearsay_and_conditions_are_never_supported(fixture_city: cg.CityGraph, sentence: str, doubt: str) -> None:
    assert verdicts(fixture_city, doubt + sentence) == ["not-said"]


@pytest.mark.parametrize("sentence", ENGLISH)
@pytest.mark.parametrize("doubt", ["Reportedly, ", "Some say that ", "If approved, "])
def test_english_hearsay_and_conditions_are_never_supported(
    fixture_city: cg.CityGraph, sentence: str, doubt: str
) -> None:
    assert verdicts(fixture_city, doubt + sentence) == ["not-said"]


@for_each("sentence", TRUE)
def test_a_second_clause_that_no_source_says_is_not_covered_by_the_first(
    fixture_city: cg.CityGraph, sentence: str
) -> None:
    tails = (
        ("and also sells bicycles", ", the largest of all")
        if sentence.isascii()
        else (",還出口自行車", ",規模全國最大")
    )
    for tail in tails:
        assert "supported" not in verdicts(fixture_city, re.sub(r"[.。]$", "", sentence) + tail + "。.")


@pytest.mark.parametrize("sentence", [sentence for sentence in TRUE if re.search(r"\d", sentence)])
def test_no_sentence_with_another_figure_is_supported(fixture_city: cg.CityGraph, sentence: str) -> None:
    last = list(re.finditer(r"\d+", sentence))[-1]
    other = sentence[: last.start()] + str(int(last[0]) + 3) + sentence[last.end() :]
    assert verdicts(fixture_city, other) != ["supported"]


@pytest.mark.parametrize("word", ["唯一", "最大", "全部", "首個", "所有", "全省", "全市"])
def test_superlatives_and_quantifiers_need_a_source_of_their_own(fixture_city: cg.CityGraph, word: str) -> None:
    assert verdicts(fixture_city, f"瀚棹海纜是海洋工程產業{word}的龍頭。") == ["not-said"]


def test_a_sentence_with_several_claims_takes_the_worst_and_lists_each(fixture_city: cg.CityGraph) -> None:
    text = "雲泊2027年排名第188名,霽川2026年排名第79名。"
    (found,) = cg.check(fixture_city, text)
    assert found.verdict == "differs"
    assert sorted(each.verdict for each in found.claims) == ["differs", "supported"]
    assert found.differs is not None
    assert (found.differs.said, found.differs.source) == ("第79名", "97 名")


def test_the_evidence_is_that_of_the_claims(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "濮聞渡是雲泊市委書記。")
    assert found.evidence
    assert found.evidence == found.claims[0].claim.evidence


def test_a_difference_shows_both(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "云霁通道会商会于2031年4月12日举行。")
    assert found.differs is not None
    assert (found.differs.said.strip("于"), found.differs.source) == ("2031年4月12日", "2031-04-11")


def test_swapped_ends_are_shown_in_both_orders(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "雲泊塬橋新區是笠礁工業園的一部分。")
    assert found.differs is not None
    assert found.differs.said.startswith("雲泊塬橋新區")
    assert found.differs.source.startswith("笠礁工業園")


def test_what_is_not_said_shows_what_is_known_of_its_things(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "濮聞渡去了北方。")
    assert (found.verdict, found.claims) == ("not-said", ())
    assert {end.label for claim in found.known for end in claim.ends} >= {"濮聞渡"}
    assert "北方" in "".join(found.unknown)
    assert "濮聞渡" not in found.unknown


@pytest.mark.parametrize("sentence", ["深水装备是云泊超过3条优势赛道之一。", "深水装备是云泊近3条优势赛道之一。"])
def test_a_number_is_not_bounded_where_the_source_has_it_exactly(fixture_city: cg.CityGraph, sentence: str) -> None:
    assert "supported" not in verdicts(fixture_city, sentence)


def test_a_condition_is_none_where_it_counts() -> None:
    assert [mark.mood for mark in said("雲泊輕軌2號線只有14座車站。").marks] == []
    assert "condition" in [mark.mood for mark in said("只有獲批,雲泊才支持礪濤鑄鋼。").marks]


def test_what_is_not_understood_says_which_words_it_did_not_know(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "今天下了一場大雨。")
    assert "大雨" in "".join(found.unknown)


def test_marks_are_places_of_the_sentence_and_do_not_overlap(fixture_city: cg.CityGraph) -> None:
    for _, sentence in planted():
        (found,) = cg.check(fixture_city, sentence)
        ends = [(start, end) for start, end, _ in found.marks]
        assert all(0 <= start < end <= len(found.text) for start, end in ends)
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
    (found,) = cg.check(fixture_city, "濮聞渡是雲泊市委書記。")
    names = [found.text[start:end] for start, end, role in found.marks if role == "name"]
    assert names == ["濮聞渡", "雲泊市委書記"]


def test_either_script_gets_the_same_verdict(fixture_city: cg.CityGraph) -> None:
    assert verdicts(fixture_city, "濮聞渡是雲泊市委書記。濮闻渡是云泊市委书记。") == ["supported", "supported"]


def test_markdown_is_read_as_its_words(fixture_city: cg.CityGraph) -> None:
    text = "# 濮聞渡\n\n- **濮聞渡**是[雲泊市委書記](https://example.org/a)。\n> 褚棹聲是雲泊市市長。\n"
    text += "```\n濮聞渡是雲泊市市長。\n```\n"
    found = cg.check(fixture_city, text)
    assert [each.text for each in found] == ["濮聞渡", "濮聞渡是雲泊市委書記。", "褚棹聲是雲泊市市長。"]
    assert [each.verdict for each in found] == ["not-said", "supported", "supported"]


def test_sentences_end_at_marks_and_not_at_abbreviations(fixture_city: cg.CityGraph) -> None:
    text = "Hanzhao Cable (Yunbo) Co., Ltd. is here. It costs 3.5 yuan! 好嗎？好。"
    assert [each.text for each in cg.check(fixture_city, text)] == [
        "Hanzhao Cable (Yunbo) Co., Ltd. is here.",
        "It costs 3.5 yuan!",
        "好嗎？",
        "好。",
    ]


def test_an_empty_text_has_no_sentences(fixture_city: cg.CityGraph) -> None:
    assert len(cg.check(fixture_city, " \n\n---\n")) == 0


def test_a_text_that_is_too_long_is_refused_in_one_line(fixture_city: cg.CityGraph) -> None:
    with pytest.raises(BadText, match=r"The text has 1,000,001 characters; at most 1,000,000 are checked.*parts"):
        cg.check(fixture_city, "好" * (LONGEST + 1))


def test_what_is_too_long_for_a_sentence_is_not_read(fixture_city: cg.CityGraph) -> None:
    (found,) = cg.check(fixture_city, "濮聞渡是雲泊市委書記," * 100 + "好。")
    assert (found.verdict, found.reason, found.claims) == ("not-understood", "long", ())
    assert verdicts(fixture_city, "雲泊支持" * 200) == ["not-said"]


def test_a_graph_without_our_ontology_supports_nothing_by_chance(tmp_path: Path) -> None:
    body = '<urn:a> skos:prefLabel "甲廠" ; <urn:likes> <urn:b> . <urn:b> skos:prefLabel "乙廠" .'
    city = cg.open(turtle(tmp_path, body))
    assert verdicts(city, "甲廠收購了乙廠。今天下雨。") == ["not-said", "not-understood"]


def test_only_the_sources_that_are_asked_count(fixture_city: cg.CityGraph) -> None:
    assert verdicts(cg.according_to(fixture_city, "雲泊日報 2031-05-08"), "濮聞渡是雲泊市委書記。") == ["supported"]


# Two names change places, and the sentence still says what a source says.
STILL_TRUE = {"雲泊市委書記是濮聞渡。", "Party secretary of Yunbo is the Pu Wendu."}


@for_each("sentence", TRUE)
def test_no_sentence_with_two_names_in_each_others_place_is_supported(
    fixture_city: cg.CityGraph, sentence: str
) -> None:
    names = said(sentence).mentions
    for one, other in combinations(names, 2):
        first, second = sentence[one.start : one.end], sentence[other.start : other.end]
        turned = sentence[: one.start] + second + sentence[one.end : other.start] + first + sentence[other.end :]
        assert turned in STILL_TRUE or "supported" not in verdicts(fixture_city, turned), turned
