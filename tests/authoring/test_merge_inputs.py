"""What is read of a graph that is to be merged: all of it, with labels for nameless nodes that never meet by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.authoring.merge_inputs import read_input, settled
from support.merging import firm, graph, triples, two
from support.samples import CONTENTS

NAMELESS = "a:x schema:address [ schema:streetAddress '1' ; schema:geo [ schema:latitude 1 ] ] .\n"


@pytest.mark.parametrize("suffix", CONTENTS)
def test_any_format_is_read(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"x{suffix}").write_text(CONTENTS[suffix], "utf-8")
    found = read_input(str(tmp_path / f"x{suffix}")).triples
    assert ("urn:a", "甲") in {(s.value, o.value) for s, _, o in found}


def test_nameless_nodes_that_say_the_same_are_one_and_others_never_meet(tmp_path: Path) -> None:
    other = NAMELESS.replace("'1'", "'2'")
    cg.merge(*two(tmp_path, NAMELESS, NAMELESS), output=tmp_path / "c.ttl")
    assert len(triples(tmp_path / "c.ttl")) == 4
    cg.merge(*two(tmp_path, NAMELESS, other), output=tmp_path / "c.ttl")
    assert len(triples(tmp_path / "c.ttl")) == 8
    again = cg.merge(tmp_path / "c.ttl", tmp_path / "b.ttl", output=tmp_path / "d.ttl")
    assert again.triples == 8
    assert (tmp_path / "d.ttl").read_bytes() == (tmp_path / "c.ttl").read_bytes()


def test_where_a_nameless_node_hangs_tells_it_from_another(tmp_path: Path) -> None:
    cg.merge(*two(tmp_path, NAMELESS, NAMELESS.replace("a:x", "b:x")), output=tmp_path / "c.ttl")
    assert len(triples(tmp_path / "c.ttl")) == 8


def test_many_nameless_nodes_that_hang_together_take_no_time_and_stay() -> None:
    from pyoxigraph import BlankNode, NamedNode

    nodes = [BlankNode() for _ in range(300)]
    ring = [(one, NamedNode("urn:p"), other) for one, other in zip(nodes, nodes[1:] + nodes[:1], strict=True)]
    assert len(settled(ring)) == 300


def test_a_graph_that_says_nothing_of_kinds_is_merged_too(tmp_path: Path) -> None:
    plain = graph(tmp_path, "<urn:a> <urn:p> <urn:b> .", "plain")
    answer = cg.merge(plain, graph(tmp_path, firm("a:x", "甲"), "a"), output=tmp_path / "c.ttl")
    assert (answer.triples, answer.entities) == (3, 1)


def test_prefixes_of_both_are_kept_and_the_first_wins(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("@prefix x: <urn:x/> . x:a <urn:p> x:b .", "utf-8")
    (tmp_path / "b.ttl").write_text("@prefix x: <urn:y/> . @prefix z: <urn:z/> . x:a <urn:p> z:b .", "utf-8")
    cg.merge(tmp_path / "a.ttl", tmp_path / "b.ttl", output=tmp_path / "c.ttl")
    text = (tmp_path / "c.ttl").read_text("utf-8")
    assert "@prefix x: <urn:x/> ." in text
    assert "@prefix z: <urn:z/> ." in text
    assert "<urn:y/a>" in text
