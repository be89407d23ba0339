"""GraphML, as networkx reads it."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import example, given, settings

import cityGraph as cg
from support.exports import check_labels_come_back, read_network, shown_edges, shown_nodes, single_thing
from support.strange import LABELS, STRANGE

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def test_networkx_reads_every_thing_and_edge_of_a_graphml_file_with_all_their_fields(city: cg.CityGraph) -> None:
    found = cg.export(city, inferred=True)
    again = read_network(found, ".graphml")
    assert shown_nodes(again) == shown_nodes(found.network())
    assert shown_edges(again) == shown_edges(found.network())


def test_every_field_of_a_graphml_file_is_declared_with_its_type_and_an_empty_one_is_left_out(
    city: cg.CityGraph,
) -> None:
    root = ElementTree.fromstring(cg.export(city, "太鋼", inferred=True).to(".graphml"))
    declared = {key.attrib["id"]: key.attrib for key in root.iter(f"{NAMESPACE}key")}
    assert {key: each["attr.type"] for key, each in declared.items() if each["attr.type"] != "string"} == {
        "edge-paragraph": "int"
    }
    data = list(root.iter(f"{NAMESPACE}data"))
    assert {each.attrib["key"] for each in data} <= declared.keys()
    assert all(each.text for each in data)
    assert len(data) < len(declared) * len(list(root.iter(f"{NAMESPACE}edge")))


@settings(deadline=None, max_examples=40)
@given(label=LABELS)
@example(label="".join(STRANGE))
def test_any_label_comes_back_from_graphml_in_its_safe_form(city: cg.CityGraph, label: str) -> None:
    check_labels_come_back(city, label, ".graphml")


def test_a_graphml_file_without_edges_is_things_alone(city: cg.CityGraph) -> None:
    again = read_network(single_thing(city), ".graphml")
    assert (dict(again.nodes(data="label")), len(again.edges)) == ({"urn:a": "甲"}, 0)
