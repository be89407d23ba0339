"""The verb common: what several things share."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.graphs import graph_of


def test_what_things_have_in_common(tmp_path: Path) -> None:
    around = [("ring", "a"), ("ring", "b"), ("ring", "c"), ("pair", "a"), ("pair", "b")]
    answer = cg.common(graph_of(tmp_path, *around), "a", "b", "c")
    assert (answer.shared, answer[0].entity.label, len(answer[0].hops)) == (1, "ring", 3)
    assert len({hop.relation for hop in answer[0].hops}) == 1


def test_what_shares_nothing_meets_further_away(tmp_path: Path) -> None:
    chain = [("a", "left"), ("left", "middle"), ("middle", "right"), ("right", "b")]
    apart = cg.common(graph_of(tmp_path, *chain), "a", "b")
    assert apart.shared == 0
    assert apart[0].hops == ()
    assert {sum(meeting.distances) for meeting in apart} == {4}
    assert {meeting.entity.label for meeting in apart} == {"left", "middle", "right"}


def test_of_what_is_equally_near_the_thing_with_fewer_connections_comes_first(tmp_path: Path) -> None:
    hub = [("hub", end) for end in ("a", "b", "c", "d")]
    found = cg.common(graph_of(tmp_path, *hub, ("quiet", "a"), ("quiet", "b")), "a", "b")
    assert [(meeting.entity.label, meeting.distances) for meeting in found] == [("quiet", (1, 1)), ("hub", (1, 1))]
