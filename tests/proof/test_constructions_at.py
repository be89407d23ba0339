"""The constructions of a sentence are found once, and every row that asks gets the same."""

from __future__ import annotations

from cityGraph.proof.constructions_at import constructions_at
from cityGraph.proof.patterns import Chosen, patterns
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Thing
from cityGraph.proof.text import text_of

MILL, WORKS = Thing("mill", "Firm", ("明光公司",)), Thing("works", "Firm", ("长河公司",))


def said(words: str, relation: str, reading: Reading | None = None) -> list[str]:
    reading = reading or Reading(text_of(words), (MILL, WORKS))
    paragraph = reading.paragraph(1)
    chosen = Chosen(patterns(paragraph.language)[relation])
    return [match.pattern.source for match in constructions_at(reading, chosen, paragraph, 0, len(words))]


def test_a_construction_of_the_relation_is_found_and_no_other() -> None:
    assert "{s}…支持…{o}" in said("明光公司支持长河公司。", "supports")
    assert not said("明光公司位于长河公司旁。", "supports")


def test_a_word_that_is_part_of_a_longer_one_says_nothing() -> None:
    assert "{s}…供应…{o}" in said("明光公司供应长河公司。", "supplies")
    assert "{s}…供应…{o}" not in said("明光公司是供应商。", "supplies")


def test_what_was_found_is_kept_by_relation_and_by_stretch() -> None:
    words = "明光公司支持长河公司。长河公司供应明光公司。"
    reading = Reading(text_of(words), (MILL, WORKS))
    paragraph = reading.paragraph(1)
    supports, supplies = (Chosen(patterns("zh")[each]) for each in ("supports", "supplies"))
    first, second = paragraph.sentences
    assert constructions_at(reading, supports, paragraph, *first)
    assert not constructions_at(reading, supports, paragraph, *second)
    assert constructions_at(reading, supplies, paragraph, *second)
    assert constructions_at(reading, supports, paragraph, *first) is constructions_at(
        reading, supports, paragraph, *first
    )
