"""Cypher as an engine runs it."""

from __future__ import annotations

import ocg
from hypothesis import example, given, settings

import cityGraph as cg
from support.exports import single_thing, statements
from support.strange import LABELS, STRANGE, made_of, safe_form


def ran(content: bytes) -> ocg.Graph:
    graph = ocg.Graph()
    for statement in statements(content) * 2:
        graph.execute(statement)
    return graph


def test_a_graph_database_runs_the_statements_and_twice_is_once(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    graph, whole = ran(found.to(".cypher")), found.network()
    assert (graph.node_count(), graph.edge_count()) == (len(whole), whole.number_of_edges())
    (row,) = graph.execute(
        "MATCH (a:City)-[r:supports]->(b:Firm) RETURN a.label, b.label, r.status, r.paragraph, r.phrase, r.source_title"
    )
    assert list(row.values()) == ["太原", "太鋼", "planned", 13, "重點支持太鋼", "山西日報 2025-03-27"]


@settings(deadline=None, max_examples=25)
@given(label=LABELS)
@example(label="".join(STRANGE))
@example(label="\\u0027 \\\\u005c'")
def test_any_label_comes_back_from_cypher_and_commands_nothing(city: cg.CityGraph, label: str) -> None:
    found = made_of(city, [label, *STRANGE])
    content = found.to(".cypher")
    graph = ran(content)
    rows = graph.execute("MATCH (n:Entity) RETURN n.iri AS iri, n.label AS label")
    assert {row["iri"]: row["label"] for row in rows} == {each.iri: safe_form(each.label) for each in found.entities}
    assert graph.edge_count() == len(found.claims)
    # Neo4j reads \u0027 as a quote before it looks where strings end.
    assert b"\\u" not in content


def test_a_kind_or_relation_that_is_no_name_is_quoted(city: cg.CityGraph) -> None:
    thing = cg.Entity("urn:a", "甲", "Ki nd`s", "")
    claim = cg.Claim("urn:c", thing, cg.Relation("urn:r#re`l-a", ""), thing, "", "")
    node, tie = statements(cg.Export((thing,), (claim,), city).to(".cypher"))
    assert "SET n:`Ki nd``s`, n.label = '甲'" in node
    assert "-[r:`re``l-a` {claim: 'urn:c'}]->" in tie
    assert ran(cg.Export((thing,), (claim,), city).to(".cypher")).edge_count() == 1


def test_a_thing_without_edges_is_one_statement(city: cg.CityGraph) -> None:
    assert len(statements(single_thing(city).to(".cypher"))) == 1
