"""Facts: what a graph says, with the things, numbers and dates that a sentence must have."""

from __future__ import annotations

from decimal import Decimal

import cityGraph as cg
from cityGraph.proof.facts import Fact, facts
from support.paths import FIXTURE
from support.sentences import iri


def of(subject: str, relation: str) -> list[Fact]:
    found, _ = facts(cg.open(FIXTURE / "city.ttl"))
    return [fact for fact in found if fact.subject == iri(subject) and fact.relations == [relation]]


def test_a_tie_needs_both_ends() -> None:
    (fact,) = of("pu-wendu", "holdsOffice")
    assert (fact.ends, fact.object) == ({iri("pu-wendu"), iri("yunbo-party-secretary")}, iri("yunbo-party-secretary"))


def test_a_value_has_its_unit_and_comparator() -> None:
    (fact,) = of("castings-project", "totalInvestment")
    (number,) = fact.numbers
    assert (number.value.low, number.value.unit, number.comparator) == (Decimal(3_800_000_000), "CNY", "about")
    assert fact.status == "planned"


def test_a_target_is_said_of_who_sets_it_with_its_year() -> None:
    found = [fact for fact in of("yunbo", "setsTarget") if iri("target-marine-tech-firms") in fact.more]
    assert [(fact.numbers[0].value.low, fact.numbers[0].comparator, fact.dates) for fact in found] == [
        (Decimal(800), "at-least", ["2031"])
    ]
    assert {fact.status for fact in found} == {"targeted"}
    assert iri("indicator-marine-tech-firms") in found[0].more


def test_a_measurement_is_said_of_what_is_measured_and_may_name_the_ranking() -> None:
    found = {fact.numbers[0].value.low: fact for fact in of("yunbo", "observationOf")}
    assert set(found) == {Decimal(121), Decimal(188), Decimal(67)}
    assert found[Decimal(188)].dates == ["2027"]
    assert iri("city-pulse-2031") in found[Decimal(121)].more
    assert found[Decimal(121)].ranks


def test_measurements_of_the_same_words_may_name_what_the_other_names() -> None:
    rise = next(fact for fact in of("yunbo", "observationOf") if fact.numbers[0].value.low == 67)
    assert iri("city-pulse-2031") in rise.beside


def test_an_event_has_its_day() -> None:
    (fact,) = of("corridor-meeting", "date")
    assert (fact.happens, fact.dates) == (True, ["2031-04-11"])


def test_an_inferred_claim_is_no_fact() -> None:
    found, claims = facts(cg.open())
    inferred = {claim.iri for claim in claims if claim.basis == "inferred"}
    assert inferred
    assert not inferred & {fact.claim.iri for fact in found}
