"""A view draws the claims of one triple as one row or edge, in the status nearest to realised."""

from __future__ import annotations

from cityGraph.diagrams.grouping import beside, by_object, by_subject, drawn, edges_at, objects_of, row_of
from cityGraph.diagrams.palette import LINES
from cityGraph.model.claim import Claim, Entity, Passage, Relation, Value
from cityGraph.model.edges import edges_of

ZONE = Entity("urn:zone", "園區", "Zone", "園區")
FIRM = Entity("urn:firm", "企業", "Firm", "企業")
PROJECT = Entity("urn:project", "項目", "Project", "項目")


def passage(phrase: str) -> Passage:
    return Passage("urn:source", "本文", "本文", 1, 0, len(phrase), phrase, None)


def claim(
    iri: str, subject: Entity, relation: str, end: Entity | Value, status: str = "realised", *words: str
) -> Claim:
    return Claim(
        iri, subject, Relation(f"urn:r#{relation}", relation), end, status, "stated", tuple(map(passage, words))
    )


def test_by_object_keeps_the_relations_asked_for_and_no_values() -> None:
    inside = claim("urn:1", FIRM, "sitedIn", ZONE)
    others = [claim("urn:2", FIRM, "supports", ZONE), claim("urn:3", FIRM, "sitedIn", Value("x", "urn:string"))]
    assert by_object([inside, *others], "sitedIn", "liesIn") == {"urn:zone": [inside]}


def test_by_subject_keeps_the_relation_asked_for_and_no_values() -> None:
    inside = claim("urn:1", FIRM, "sitedIn", ZONE)
    others = [claim("urn:2", FIRM, "supports", ZONE), claim("urn:3", FIRM, "sitedIn", Value("x", "urn:string"))]
    assert by_subject([*others, inside], "sitedIn") == {"urn:firm": [inside]}


def test_edges_at_prefers_a_fact_to_a_plan_that_says_the_same() -> None:
    planned = claim("urn:1", FIRM, "sitedIn", ZONE, "planned")
    first, second = (claim(iri, FIRM, "sitedIn", ZONE) for iri in ("urn:2", "urn:3"))
    other = claim("urn:4", PROJECT, "sitedIn", ZONE, "planned")
    index = by_object([planned, first, second, other], "sitedIn")
    assert [edge.claims for edge in edges_at(index, "urn:zone")] == [(first, second), (other,)]
    assert edges_at(index, "urn:firm") == []


def test_objects_of_returns_each_edge_by_its_object() -> None:
    (edge,) = edges_of([claim("urn:1", FIRM, "sitedIn", ZONE)])
    assert objects_of([edge]) == {"urn:zone": edge}


def test_row_and_line_carry_the_status_and_each_passage_once() -> None:
    (edge,) = edges_of(
        [
            claim("urn:1", FIRM, "sitedIn", ZONE, "planned", "甲"),
            claim("urn:2", FIRM, "sitedIn", ZONE, "planned", "甲", "乙"),
        ]
    )
    row, line = row_of(FIRM, edge, "鏈主 "), drawn(edge, "urn:firm", "urn:zone", "位於")
    assert (row.words, row.thing, row.line, row.evidence) == (
        "鏈主 企業",
        FIRM,
        "planned",
        (passage("甲"), passage("乙")),
    )
    assert line == ("urn:firm", "urn:zone", "urn:r#sitedIn", "位於", "planned", row.evidence, None, "planned")


def test_beside_is_an_edge_without_a_line() -> None:
    assert beside("urn:zone", "urn:firm")[:2] == ("urn:zone", "urn:firm")
    assert beside("urn:zone", "urn:firm").line not in LINES
