"""The verb similar: things connected in the same way."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.samples import LABEL


def test_what_is_tied_as_another_is_alike(city: cg.CityGraph) -> None:
    twins = {twin.entity.label: twin for twin in cg.similar(city, "比亞迪")}
    assert next(iter(twins)) == "惠科"
    assert {(relation.label, thing.label) for relation, thing in twins["惠科"].shared} == {
        ("受…重點支持", "太原"),
        ("有目標", "百億規模"),
    }
    assert all(0 < twin.score <= 1 for twin in twins.values())


def test_a_thing_without_ties_is_like_nothing(tmp_path: Path) -> None:
    file = tmp_path / "one.ttl"
    file.write_text(f'<urn:a> <{LABEL}> "a" . <urn:b> <{LABEL}> "b" ; <urn:tie> <urn:b> .', "utf-8")
    assert len(cg.similar(cg.open(file), "a")) == 0
    assert [score.score for score in cg.central(cg.open(file), by="degree", hub=True)] == [0.0]
