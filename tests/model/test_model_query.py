"""The answer of a query as results in JSON."""

from __future__ import annotations

import cityGraph as cg


def test_an_answer_is_results_json(city: cg.CityGraph) -> None:
    answer = cg.query(city, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (ty:taigang "太鋼"@zh-Hant UNDEF) (UNDEF 1 "x") } }')
    assert answer.as_json()["results"]["bindings"][0] == {
        "a": {"type": "uri", "value": "https://w3id.org/citygraph/id/taiyuan/taigang"},
        "b": {"type": "literal", "value": "太鋼", "xml:lang": "zh-Hant"},
    }
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert answer.as_json()["results"]["bindings"][1]["b"] == {"type": "literal", "value": "1", "datatype": integer}
    assert [len(row) for row in answer] == [3, 3]
    assert len(answer) == 2
