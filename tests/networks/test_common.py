"""The verb common: what several things share."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.graphs import graph_of


def test_what_things_have_in_common(city: cg.CityGraph) -> None:
    answer = cg.common(city, "忻州", "陽泉", "呂梁")
    assert (answer.shared, answer[0].entity.label, len(answer[0].hops)) == (1, "山西中部城市群", 3)
    assert {hop.relation.label for hop in answer[0].hops} == {"為…所涵蓋"}
    apart = cg.common(city, "不鏽鋼", "碳化硅單晶襯底")
    assert apart.shared == 0
    assert apart[0].hops == ()
    assert {sum(meeting.distances) for meeting in apart} == {6}
    assert {meeting.entity.label for meeting in apart} >= {"第三代半導體產業鏈", "特鋼材料產業鏈"}


def test_of_what_is_equally_near_the_thing_with_fewer_connections_comes_first(tmp_path: Path) -> None:
    hub = [("hub", end) for end in ("a", "b", "c", "d")]
    found = cg.common(graph_of(tmp_path, *hub, ("quiet", "a"), ("quiet", "b")), "a", "b")
    assert [(meeting.entity.label, meeting.distances) for meeting in found] == [("quiet", (1, 1)), ("hub", (1, 1))]
