"""What the verbs on the plan have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg


@pytest.mark.parametrize("verb", [cg.targets, cg.timeline, cg.projects], ids=lambda verb: verb.__name__)
def test_an_unknown_name_is_refused_and_a_foreign_graph_has_nothing(tmp_path: Path, verb: object) -> None:
    assert callable(verb)
    with pytest.raises(cg.NameNotFound, match="Nothing in this graph is called"):
        verb(cg.open(), "沒有這個")
    file = tmp_path / "people.ttl"
    file.write_text('<urn:a> <urn:knows> <urn:b> . <urn:a> <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    foreign = cg.open(file)
    assert len(verb(foreign)) == len(verb(foreign, "甲")) == 0
    assert len(verb(foreign, kinds=["Firm"])) == 0


def test_one_source_has_its_own_plan(city: cg.CityGraph, article_city: cg.CityGraph) -> None:
    assert len(cg.targets(article_city)) == 9
    assert len(cg.timeline(article_city)) < len(cg.timeline(city))
    assert cg.projects(article_city, "年產60萬噸高性能玻璃纖維智能制造項目")[0].stage is None
