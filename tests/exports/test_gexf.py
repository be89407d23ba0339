"""GEXF, as networkx reads it and its schema allows it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import example, given, settings

import cityGraph as cg
from support.exports import check_labels_come_back, read_network, shown_edges, shown_nodes, single_thing
from support.paths import ROOT
from support.strange import LABELS, STRANGE

SCHEMA = xmlschema.XMLSchema(ROOT / "tests" / "fixtures" / "gexf.xsd")


def test_networkx_reads_every_thing_and_edge_of_a_gexf_file_with_all_their_fields(city: cg.CityGraph) -> None:
    found = cg.export(city, inferred=True)
    again = read_network(found, ".gexf")
    assert shown_nodes(again) == shown_nodes(found.network())
    assert shown_edges(again) == shown_edges(found.network())


def test_gexf_keeps_to_its_schema_and_parallel_edges_apart_by_their_kind(city: cg.CityGraph) -> None:
    content = cg.export(city, inferred=True).to(".gexf")
    SCHEMA.validate(content.decode())
    kinds: dict[tuple[str, str], set[str]] = {}
    for edge in ElementTree.fromstring(content).iter("{http://gexf.net/1.3}edge"):
        assert edge.attrib["kind"] == edge.attrib["label"]
        kinds.setdefault((edge.attrib["source"], edge.attrib["target"]), set()).add(edge.attrib["kind"])
    assert max(map(len, kinds.values())) > 1
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        SCHEMA.validate(content.decode().replace('target="', 'target="urn:nowhere', 1))


@settings(deadline=None, max_examples=40)
@given(label=LABELS)
@example(label="".join(STRANGE))
def test_any_label_comes_back_from_gexf_in_its_safe_form(city: cg.CityGraph, label: str) -> None:
    SCHEMA.validate(check_labels_come_back(city, label, ".gexf").to(".gexf").decode())


def test_a_gexf_file_without_edges_is_things_alone(city: cg.CityGraph) -> None:
    found = single_thing(city)
    SCHEMA.validate(found.to(".gexf").decode())
    again = read_network(found, ".gexf")
    assert (dict(again.nodes(data="label")), len(again.edges)) == ({"urn:a": "甲"}, 0)
