"""Whether a sentence gives the value of a fact, of the right thing, with its own date."""

from __future__ import annotations

import pytest

from cityGraph.proof.weighing import weigh
from support.sentences import iri, known, said


def verdicts(sentence: str, subject: str, relation: str) -> list[str]:
    facts = [fact for fact in known().facts if fact.subject == iri(subject) and fact.relations == [relation]]
    return sorted({each.verdict for each in (weigh(said(sentence), fact) for fact in facts) if each})


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("年產6萬噸船用合金鑄件項目計劃總投資約38億元。", ["supported"]),
        ("年產6萬噸船用合金鑄件項目總投資約38億元。", ["planned"]),
        ("年產6萬噸船用合金鑄件項目計劃總投資38億元。", ["differs"]),
        ("年產6萬噸船用合金鑄件項目計劃總投資約38億美元。", ["differs"]),
        ("年產6萬噸船用合金鑄件項目計劃用水38億噸。", []),
        ("年產6萬噸船用合金鑄件項目很大。", []),
    ],
)
def test_a_value_needs_its_measure_its_unit_and_its_comparator(sentence: str, expected: list[str]) -> None:
    assert verdicts(sentence, "castings-project", "totalInvestment") == expected


def test_a_value_belongs_to_the_thing_before_it() -> None:
    text = "年產9萬噸深海錨鏈項目很大,年產6萬噸船用合金鑄件項目計劃總投資約38億元。"
    assert verdicts(text, "castings-project", "totalInvestment") == ["supported"]
    assert verdicts(text, "chain-project", "totalInvestment") == []


def test_each_number_goes_with_its_own_date() -> None:
    assert "supported" in verdicts("霽川2026年排名第97名。", "jichuan", "observationOf")
    assert "supported" not in verdicts("霽川2025年排名第97名。", "jichuan", "observationOf")


def test_this_year_is_the_year_of_the_source() -> None:
    assert "supported" in verdicts("雲泊今年力爭瞪羚企業45家。", "yunbo", "setsTarget")
    assert "supported" not in verdicts("雲泊明年力爭瞪羚企業45家。", "yunbo", "setsTarget")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2031濱水城市脈動名冊2031年雲泊排第121名。", ["supported"]),
        ("在2031濱水城市脈動名冊里,雲泊排第121名。", ["supported"]),
        ("2031濱水城市脈動名冊里雲泊排第121名。", ["supported"]),
        ("2031濱水城市脈動名冊在雲泊中排第121名。", []),
        ("2031濱水城市脈動名冊在2031年的雲泊里排第121名。", []),
        ("2031濱水城市脈動名冊力爭雲泊排第121名。", []),
    ],
)
def test_a_measure_neither_acts_on_what_is_measured_nor_lies_in_it(sentence: str, found: list[str]) -> None:
    assert [each for each in verdicts(sentence, "yunbo", "observationOf") if each != "differs"] == found
