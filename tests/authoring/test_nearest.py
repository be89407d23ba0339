"""The name that was probably meant."""

from __future__ import annotations

import pytest

from cityGraph.authoring.nearest import Nearest

NAMES = ["甲市鋼鐵公司", "乙市化工厂", "Firm", "Zone", "organisation", "administrative area", "A"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Frim", "Firm"),
        ("firms", "Firm"),
        ("zoen", "Zone"),
        ("organization", "organisation"),
        ("甲市钢铁集团公司", "甲市鋼鐵公司"),
        ("乙市化工", "乙市化工厂"),
        ("丙", ""),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_a_slip_is_understood_and_a_stranger_is_not(word: str, near: str) -> None:
    assert Nearest(NAMES).to(word) == near


def test_among_many_names_that_share_a_pattern_the_likest_is_found() -> None:
    near = Nearest(f"甲市第{at}钢铁有限公司" for at in range(5_000))
    assert near.to("甲市第4738钢铁公司") == "甲市第4738钢铁有限公司"


def test_without_names_nothing_is_near() -> None:
    assert Nearest([]).to("Firm") == ""
