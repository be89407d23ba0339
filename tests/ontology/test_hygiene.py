"""The rules of hygiene: a file of ``fixtures/hygiene`` is the smallest graph that breaks the rule of its name."""

from __future__ import annotations

import re

import pytest

import cityGraph as cg
from cityGraph.validation.hygiene import rules
from support.ontology import ONTOLOGY
from support.paths import ROOT


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_graph_breaks_the_one_rule_of_its_name(rule: str, engine: str) -> None:
    city = cg.open(ROOT / "tests" / "fixtures" / "hygiene" / f"{rule}.ttl", engine=engine)
    assert [finding.rule for finding in cg.validate(city).findings if finding.rule in rules()] == [rule]


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_rule_says_first_what_holds(rule: str) -> None:
    first, second = (ONTOLOGY / "hygiene" / f"{rule}.rq").read_text("utf-8").splitlines()[:2]
    assert re.fullmatch(r"# [A-Z][^.]+\.", first)
    assert second.startswith("SELECT ")
    assert rules()[rule][0] == first.removeprefix("# ")


def test_every_hygiene_fixture_has_its_rule() -> None:
    assert {file.stem for file in ROOT.glob("tests/fixtures/hygiene/*")} == set(rules())
