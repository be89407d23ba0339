"""All triples of a graph as lines of text."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.store.triple_lines import triple_lines
from support.samples import turtle

BODY = 'ex:a ex:b ex:c , "1"@en , "1" , "two\\nlines\\t" , 1 , [ ex:d ex:e ] . [] ex:f ex:g . cg:mine ex:b ex:c .'


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_each_triple_is_a_line_but_for_nameless_nodes_and_the_ontology(tmp_path: Path, engine: str) -> None:
    lines = triple_lines(cg.open(turtle(tmp_path, BODY), engine=engine))
    assert len(lines) == 5
    assert "<https://example.org/a>\t<https://example.org/b>\t<https://example.org/c>" in lines
    assert all(line.startswith("<https://example.org/a>\t") for line in lines)
    assert not any("\n" in line for line in lines)


def test_a_graph_without_triples_has_no_lines(tmp_path: Path) -> None:
    assert triple_lines(cg.open(turtle(tmp_path, ""))) == set()


def test_an_endpoint_is_never_read_whole(server: str) -> None:
    with pytest.raises(cg.CityGraphError, match="never read whole"):
        triple_lines(cg.open(server))
