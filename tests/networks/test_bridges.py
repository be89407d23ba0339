"""The verb bridges: things whose removal splits the network."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.graphs import graph_of


def test_bridges_are_what_falls_apart_without_them(tmp_path: Path) -> None:
    answer = cg.bridges(graph_of(tmp_path, ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("d", "e")), hub=True)
    assert [(bridge.entity.label, bridge.cut_off) for bridge in answer] == [("c", 2), ("d", 1)]
    assert [[member.label for member in part] for part in answer[0].cut_off_parts] == [["d", "e"]]
