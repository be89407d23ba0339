"""The verb query."""

from __future__ import annotations

import cityGraph as cg
from support.strange import shipped_city


def test_prefixes_need_no_declaration_and_may_be_declared_anew(city: cg.CityGraph) -> None:
    assert cg.query(city, "ASK { ty:taigang a cg:Firm }").verdict
    assert not cg.query(city, "PREFIX ty: <urn:x:> ASK { ty:taigang a cg:Firm }").verdict


def test_construct_and_describe_answer_in_turtle(city: cg.CityGraph) -> None:
    for text in ("DESCRIBE ty:taigang", "CONSTRUCT { ty:taigang a cg:Firm } WHERE {}"):
        answer = cg.query(city, text)
        assert answer.turtle is not None
        assert "@prefix cg:" in answer.turtle
        assert "@prefix foaf:" not in answer.turtle


def test_blank_nodes_are_told_from_iris(engine: str) -> None:
    answer = cg.query(shipped_city(engine), "SELECT ?x { BIND(BNODE() AS ?x) }")
    assert [term.type for (term,) in answer if term] == ["bnode"]
