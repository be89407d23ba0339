"""A figure and its evidence as JSON: what a source does not give is None."""

from __future__ import annotations

from cityGraph.model.claim import Claim, Entity, Passage, Qualifier, Relation, Value
from cityGraph.model.figures import figure_json, passages_json, term_name
from cityGraph.namespaces import CG

FIRM = Entity("urn:firm", "企業", "Firm", "企業")
DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


def claim(what: Entity | Value, *qualifiers: Qualifier, evidence: tuple[Passage, ...] = ()) -> Claim:
    return Claim("urn:c", FIRM, Relation("urn:value", "產值"), what, "targeted", "stated", evidence, qualifiers)


def passage(phrase: str) -> Passage:
    return Passage("urn:s", "本文", "本文", 1, 0, len(phrase), phrase, None)


def test_a_figure_has_its_value_comparator_unit_and_period() -> None:
    known = (
        Qualifier("unit", "單位", CG + "percent", "%"),
        Qualifier("comparator", "比較", CG + "atLeast", "≥"),
        Qualifier("period", "時間", "2025", "2025"),
    )
    found = figure_json(claim(Value("60", DECIMAL), *known, evidence=(passage("60%以上"),)))
    assert (found["value"], found["comparator"], found["unit"], found["period"]) == ("60", "atLeast", "percent", "2025")
    assert found["told"] == "≥ 60 %"
    assert [each["phrase"] for each in found["evidence"]] == ["60%以上"]


def test_what_no_source_gives_is_none() -> None:
    found = figure_json(claim(Value("60", DECIMAL)))
    assert (found["comparator"], found["unit"], found["period"], found["evidence"]) == (None, None, None, [])
    assert figure_json(claim(FIRM))["value"] is None
    assert term_name(claim(FIRM), "unit") is None


def test_each_passage_is_listed_once_in_order() -> None:
    one, two = passage("甲"), passage("乙")
    claims = [claim(FIRM, evidence=(one, two)), claim(FIRM, evidence=(two, one))]
    assert [each["phrase"] for each in passages_json(claims)] == ["甲", "乙"]
    assert passages_json([]) == []
