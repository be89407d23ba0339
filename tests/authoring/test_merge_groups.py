"""Things that are one, and the IRI that stays."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.model.merged import Reason
from support.merging import A, B, firm, graph, pairs, two


def test_what_is_one_with_one_of_a_group_is_one_with_all(tmp_path: Path) -> None:
    files = [graph(tmp_path, firm(f"{p}:x", "甲"), p) for p in ("a", "b", "cn")]
    group = pairs(*files)
    group.unite("https://example.org/cn/x", f"{B}x", Reason("row"))
    group.unite(f"{B}x", f"{A}x", Reason("row"))
    assert group.kept() == {f"{B}x": f"{A}x", "https://example.org/cn/x": f"{A}x"}
    assert set(group.members(f"{A}x")) == {f"{A}x", f"{B}x", "https://example.org/cn/x"}
    assert group.root(f"{A}x") == group.root(f"{B}x")


def test_a_replaced_iri_never_stays(tmp_path: Path) -> None:
    files = two(tmp_path, firm("a:x", "甲"), "a:x dcterms:isReplacedBy b:x .\n" + firm("b:x", "甲"))
    assert pairs(*files).kept() == {f"{A}x": f"{B}x"}


def test_a_chain_of_replacements_ends_at_the_last(tmp_path: Path) -> None:
    one = firm("a:x", "甲") + "a:x dcterms:isReplacedBy a:y ."
    other = firm("b:x", "甲") + "a:y dcterms:isReplacedBy b:x ."
    assert pairs(*two(tmp_path, one, other)).kept() == {f"{A}x": f"{B}x", f"{A}y": f"{B}x"}


def test_a_circle_of_replacements_is_refused(tmp_path: Path) -> None:
    files = two(tmp_path, "a:x dcterms:isReplacedBy b:x .", "b:x dcterms:isReplacedBy a:x .")
    with pytest.raises(cg.CityGraphError, match="replace each other"):
        pairs(*files)


def test_uniting_that_would_join_two_things_of_a_graph_is_told(tmp_path: Path) -> None:
    group = pairs(*two(tmp_path, firm("a:x", "甲") + firm("a:y", "乙"), firm("b:x", "甲")))
    group.unite(f"{A}x", f"{B}x", Reason("row"))
    assert group.splits(f"{A}y", f"{B}x")
    assert not group.splits(f"{A}x", f"{B}x")
