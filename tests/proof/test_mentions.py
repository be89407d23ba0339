"""Names, cues and grammatical subjects are found where they stand in a text, the longest at each place."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.model.positions import Range
from cityGraph.namespaces import CG
from cityGraph.proof.mentions import Mentions, longest_matches
from cityGraph.proof.text import text_of
from cityGraph.proof.wording import Wording, wording

TURTLE = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:city> a cg:City ; skos:prefLabel "甲城"@zh-Hant .
<urn:bureau> a cg:Organisation ; skos:prefLabel "甲城港務局"@zh-Hant .
<urn:firm> a cg:Firm ; skos:prefLabel "乙廠"@zh-Hant .
<urn:other> a cg:Firm ; skos:prefLabel "丙廠"@zh-Hant .
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    file = tmp_path_factory.mktemp("mentions") / "city.ttl"
    file.write_text(TURTLE, "utf-8")
    return wording(cg.open(file))


def found(words: Wording, sentence: str) -> Mentions:
    return Mentions(words, text_of(f"標題\n\n{sentence}"))


def test_of_words_within_each_other_the_longest_is_found() -> None:
    assert longest_matches(["甲城", "甲城港務局", "港務"], "甲城港務局在甲城") == [(0, 5, "甲城港務局"), (6, 8, "甲城")]
    assert longest_matches(["甲乙", "乙丙"], "甲乙丙") == [(0, 2, "甲乙"), (1, 3, "乙丙")]
    assert longest_matches(["", "丁"], "甲乙丙") == []
    assert longest_matches([""], "甲") == []


def test_a_part_of_a_longer_name_is_no_name(words: Wording) -> None:
    mentions = found(words, "甲城港務局與乙廠合作")
    assert mentions.names[2] == [(Range(2, 0, 5), "甲城港務局"), (Range(2, 6, 8), "乙廠")]
    assert mentions.is_whole_name(Range(2, 0, 5))
    assert not mentions.is_whole_name(Range(2, 0, 2))
    assert mentions.is_whole_name(Range(2, 8, 10))


def test_a_grammatical_subject_begins_a_clause_and_has_a_verb_behind_it(words: Wording) -> None:
    mentions = found(words, "甲城將重點支持乙廠,丙廠將發展。在甲城將有乙廠")
    assert [name for _, name in mentions.grammatical_subjects] == ["甲城", "丙廠"]
    firm = frozenset({CG + "Firm"})
    assert mentions.subjects_between(Range(2, 0, 2), Range(2, 20, 21), firm) == ["丙廠"]
    assert mentions.subjects_between(Range(2, 14, 15), Range(2, 20, 21), firm) == []
    assert mentions.subjects_between(Range(2, 0, 2), Range(2, 20, 21), frozenset({CG + "Event"})) == []


def test_a_rival_cue_stands_between_and_could_mark_the_same_two_things(words: Wording) -> None:
    mentions = found(words, "甲城重點支持乙廠")
    city, firm = Range(2, 0, 2), Range(2, 6, 8)
    assert mentions.rival_cues(city, firm, "urn:city", "urn:firm")
    assert mentions.rival_cues(firm, city, "urn:city", "urn:firm") == mentions.rival_cues(
        city, firm, "urn:city", "urn:firm"
    )
    assert mentions.rival_cues(city, firm, "urn:firm", "urn:city") == []
    assert mentions.rival_cues(city, Range(2, 2, 3), "urn:city", "urn:firm") == []


def test_a_longer_cue_around_a_cue_counts_if_it_could_mark_the_same_two_things(words: Wording) -> None:
    mentions = found(words, "甲城重點支持乙廠")
    inside = Range(2, 4, 6)
    assert mentions.longer_cues(inside, "urn:city", "urn:firm") == ["重點支持"]
    assert mentions.longer_cues(Range(2, 2, 6), "urn:city", "urn:firm") == []
