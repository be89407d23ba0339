"""A scene as DOT that Graphviz reads: every entity, every edge, whatever its label holds."""

from __future__ import annotations

import pytest

from cityGraph.diagrams.dot import as_dot
from cityGraph.diagrams.scene import DrawnEdge, Panel, Row, Scene
from cityGraph.diagrams.svg import laid_out
from cityGraph.model.claim import Entity

FIRM = Entity("urn:firm", "企業", "Firm", "企業")
ZONE = Entity("urn:zone", "園區", "Zone", "園區")


def scene(label: str = "企業", line: str = "realised") -> Scene:
    firm = FIRM.replace(label=label)
    edge = DrawnEdge("urn:firm", "urn:zone", "urn:in", "位於", line, (), None)
    return Scene({firm.iri: firm, ZONE.iri: ZONE}, [edge], {}, frozenset({firm.iri}))


def edges(text: str) -> int:
    """Lay the DOT out with Graphviz, and count the lines that it drew."""
    return laid_out(text).count('class="edge"')


def test_every_entity_is_a_node_and_every_edge_a_line() -> None:
    text = as_dot(scene())
    assert edges(text) == 1
    assert all(label in text for label in ("企業", "園區", "位於"))


@pytest.mark.parametrize(("line", "style"), [("planned", "dashed"), ("targeted", "dotted")])
def test_a_plan_is_dashed_and_a_target_dotted(line: str, style: str) -> None:
    assert style in as_dot(scene(line=line))
    assert style not in as_dot(scene())


@pytest.mark.parametrize("label", ['a"b', "a\\b", "<b>&amp;", "a\nb", "{x|y}", "]; graph [", "太\x1b鋼"])
def test_whatever_a_label_holds_the_dot_is_read(label: str) -> None:
    assert edges(as_dot(scene(label))) == 1
    assert "\x1b" not in as_dot(scene(label))


def test_the_direction_of_the_layout_is_that_asked_for() -> None:
    assert "TB" in as_dot(scene(), "TB")
    assert "LR" in as_dot(scene())


def test_a_panel_lists_its_rows() -> None:
    panel = Panel(Row("園區", ZONE), (Row("企業", FIRM, "realised"), Row("項目", None)), "未載")
    text = as_dot(Scene({}, (), {"urn:zone": panel}))
    assert all(words in text for words in ("園區", "企業", "項目", "未載"))
    assert edges(text) == 0
