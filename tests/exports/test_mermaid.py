"""Mermaid charts, line by line."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings

import cityGraph as cg
from support.exports import mermaid, single_thing
from support.strange import LABELS, STRANGE, made_of, safe_form


def test_a_flowchart_shows_things_ties_and_how_far_they_are_fact(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    nodes, links = mermaid(found)
    assert nodes == [thing.label for thing in found.entities]
    assert (nodes.index("太原"), "重點支持", nodes.index("太鋼")) in links
    assert len(links) == len(set(links))
    text = found.to(".mmd").decode()
    planned = links.index((nodes.index("太原"), "重點支持", nodes.index("太鋼")))
    assert re.search(rf"linkStyle (\d+,)*{planned}(,\d+)* stroke-dasharray:6 4\n", text)
    assert "stroke:#777777" in text


@settings(deadline=None, max_examples=60)
@given(label=LABELS)
@example(label="".join(STRANGE))
def test_any_label_is_words_to_mermaid_and_nothing_else(city: cg.CityGraph, label: str) -> None:
    found = made_of(city, [label, *STRANGE[:20]])
    nodes, links = mermaid(found)
    labels = [safe_form(thing.label) or " " for thing in found.entities]
    assert nodes == labels
    assert {(one, other): label for one, label, other in links} == {(0, at): each for at, each in enumerate(labels)}


def test_more_than_mermaid_draws_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(
        cg.CityGraphError, match=r"limits: 500 edges, 50,000 characters\)\. Select fewer claims, or use"
    ):
        cg.export(city, inferred=True).to(".mmd")


def test_a_flowchart_without_edges_is_things_alone(city: cg.CityGraph) -> None:
    assert mermaid(single_thing(city)) == (["甲"], [])
