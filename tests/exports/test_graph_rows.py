"""The nodes and edges of graph files."""

from __future__ import annotations

import io

import pandas

import cityGraph as cg
from cityGraph.exports.graph_rows import (
    EDGE_DETAILS,
    EDGES,
    NODES,
    as_cell,
    batched,
    edge_rows,
    field_type,
    filled,
    node_rows,
)
from cityGraph.render.cells import BATCH


def test_every_claim_between_two_things_is_an_edge_and_every_thing_a_node(city: cg.CityGraph) -> None:
    found = cg.export(city)
    edges = pandas.read_csv(io.BytesIO(found.to(".edges.csv")))
    assert tuple(edges.columns) == EDGES
    keys = set(zip(edges["Source"], edges["Target"], edges["Id"], strict=True))
    assert keys == set(cg.network(city).edges(keys=True))
    nodes = pandas.read_csv(io.BytesIO(found.to(".nodes.csv")), keep_default_na=False)
    assert tuple(nodes.columns) == NODES
    assert list(zip(nodes["Id"], nodes["Label"], strict=True)) == [(each.iri, each.label) for each in found.entities]


def test_the_passages_after_the_first_share_one_cell(city: cg.CityGraph) -> None:
    claims = [claim for claim in cg.claims(city) if len(claim.evidence) > 2 and isinstance(claim.object, cg.Entity)]
    (row,) = edge_rows(claims[:1])
    details = dict(zip(EDGE_DETAILS, row[5:], strict=True))
    first, *others = claims[0].evidence
    assert details["phrase"] == first.phrase
    cited = str(details["other_evidence"]).split(" | ")
    assert len(cited) == len(others)
    assert all(text.startswith(each.source_title) for text, each in zip(cited, others, strict=True))
    assert all(text.endswith(f": {each.phrase}") for text, each in zip(cited, others, strict=True))


def test_a_node_has_its_iri_label_and_kind(city: cg.CityGraph) -> None:
    thing = cg.resolve(city, "太鋼")
    assert list(node_rows([thing])) == [(thing.iri, "太鋼", "Firm", "企業")]


def test_empty_attributes_are_left_out_except_the_label() -> None:
    assert dict(filled(("label", "kind", "paragraph"), ("", None, 0))) == {"label": "", "paragraph": 0}


def test_only_the_paragraph_is_a_number() -> None:
    assert [field_type(name, "int") for name in ("paragraph", "phrase")] == ["int", "string"]


def test_a_cell_has_a_dot_for_each_control_character() -> None:
    assert (as_cell("a\x00b"), as_cell(13), as_cell(None)) == ("a·b", 13, None)


def test_a_file_is_written_in_pieces_and_nothing_is_lost() -> None:
    pieces = list(batched(iter(["甲"] * (BATCH + 1))))
    assert len(pieces) == 2
    assert b"".join(pieces).decode() == "甲" * (BATCH + 1)
