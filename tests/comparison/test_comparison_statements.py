"""Claims that say the same are one statement; statements are matched by what they say."""

from __future__ import annotations

from typing import Any

import cityGraph as cg
from cityGraph.comparison.relatives import Relatives
from cityGraph.comparison.statements import statement_changes, statements_of
from support.nouns import CITY, FIRM, SITED, SUPPORTS, ZONE, passage, qualifier

DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
PLAN = cg.Claim("urn:1", CITY, SUPPORTS, FIRM, "planned", "stated", (passage("支持"),), proof="quotes")
FIGURE = cg.Claim(
    "urn:2", ZONE, SITED, cg.Value("30", DECIMAL), "realised", "stated", (passage("三十"),), proof="quotes"
)


def same(iri: str) -> str:
    return iri


def changes(before: list[cg.Claim], after: list[cg.Claim]) -> list[tuple[str, list[str]]]:
    found = statement_changes(statements_of(before, same), statements_of(after, same), Relatives((), ()), same)
    return [(change.group, [aspect.name for aspect in change.aspects]) for change in found]


def test_claims_that_say_the_same_are_one_with_the_evidence_of_all() -> None:
    weaker = PLAN.replace(iri="urn:3", basis="resolved", proof="citation", evidence=(passage("重點支持", 9),))
    (one,) = statements_of([weaker, PLAN], same)
    assert (one.claim.basis, one.claim.proof, one.iris) == ("stated", "quotes", frozenset(("urn:1", "urn:3")))
    assert [each.phrase for each in one.claim.evidence] == ["支持", "重點支持"]
    assert statements_of([PLAN, weaker], same) == [one]


def test_a_plan_and_a_fact_and_figures_of_two_years_are_two() -> None:
    assert len(statements_of([PLAN, PLAN.replace(status="realised")], same)) == 2
    year = FIGURE.replace(qualifiers=(qualifier("period", "時間", "2030"),))
    assert len(statements_of([FIGURE, year], same)) == 2
    assert len(statements_of([PLAN, PLAN.replace(qualifiers=(qualifier("period", "時間", "2030"),))], same)) == 1


def test_things_that_became_one_are_one() -> None:
    other = PLAN.replace(object=ZONE)
    assert len(statements_of([PLAN, other], lambda iri: "urn:firm" if iri == ZONE.iri else iri)) == 1


def test_a_status_that_differs_is_told_in_both_directions() -> None:
    fact = PLAN.replace(status="realised")
    assert changes([PLAN], [fact]) == [("became-fact", ["status"])]
    assert changes([fact], [PLAN]) == [("no-longer-fact", ["status"])]
    assert changes([PLAN], [PLAN.replace(status="targeted")]) == [("changed", ["status"])]
    # Nobody but us says so: that is no fact.
    inferred: dict[str, Any] = {"basis": "inferred", "evidence": (), "proof": "none"}
    assert changes([PLAN.replace(**inferred)], [fact.replace(**inferred)]) == [("changed", ["status"])]
    assert sorted(changes([PLAN], [fact.replace(iri="urn:5", **inferred)])) == [("added", []), ("removed", [])]


def test_a_figure_that_moved_and_became_fact_is_both() -> None:
    target = FIGURE.replace(status="targeted")
    assert changes([target], [FIGURE.replace(object=cg.Value("32", DECIMAL))]) == [("became-fact", ["status", "value"])]


def test_a_figure_with_another_year_is_the_same_figure_if_there_is_no_other() -> None:
    years = [FIGURE.replace(qualifiers=(qualifier("period", "時間", year),)) for year in ("2030", "2031")]
    assert changes(years[:1], years[1:]) == [("changed", ["period"])]
    assert changes(years[:1], years) == [("added", [])]


def test_a_claim_keeps_its_iri_when_its_object_changes() -> None:
    assert changes([PLAN], [PLAN.replace(object=ZONE)]) == [("changed", ["object"])]
    assert sorted(changes([PLAN], [PLAN.replace(object=ZONE, iri="urn:9")])) == [("added", []), ("removed", [])]


def test_a_tag_of_a_text_changes_nothing_that_is_said() -> None:
    text = FIGURE.replace(object=cg.Value("創新", "urn:string"))
    tagged = FIGURE.replace(object=cg.Value("創新", "urn:langString", "zh-Hant"), iri="urn:8")
    assert changes([text], [tagged]) == [("evidence", ["language"])]


def test_a_detail_that_differs_is_a_change() -> None:
    assert changes([PLAN], [PLAN.replace(qualifiers=(qualifier("share", "股比", "49%"),))]) == [("changed", ["share"])]
