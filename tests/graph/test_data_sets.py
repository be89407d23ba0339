"""What a graph says of itself."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from cityGraph.graph.data_sets import data_sets


def test_a_graph_says_its_title_in_the_readers_language_and_its_licence(city: cg.CityGraph) -> None:
    (said,) = data_sets(city)
    assert (said.title, said.licence) == ("太原城市知識圖譜", "https://creativecommons.org/licenses/by/4.0/")
    assert data_sets(cg.open(language="zh-Hans"))[0].title == "太原城市知识图谱"


def test_what_a_graph_does_not_say_is_none_and_nothing_is_taken_from_the_ontology(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text("<urn:set> a <http://rdfs.org/ns/void#Dataset> ; <http://purl.org/dc/terms/license> <urn:free> .")
    assert [tuple(each) for each in data_sets(cg.open(file))] == [("urn:set", None, "urn:free")]
    file.write_text("<urn:a> <urn:b> <urn:c> .")
    assert data_sets(cg.open(file)) == []
