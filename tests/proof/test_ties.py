"""One construction at one place: its ends, its quote and what keeps it from being said."""

from __future__ import annotations

from cityGraph.proof.attempt import Failure, Place, Proof
from cityGraph.proof.statement import Statement
from cityGraph.proof.ties import prove_tie
from support.proving import THINGS, reading, tie


def results(text: str, subject: str, relation: str, what: str) -> list[Proof | Failure]:
    statement = Statement(THINGS[subject], relation, THINGS.get(what, what), "realised")
    return list(prove_tie(statement, reading(text), Place(1, 0, len(text))))


def test_each_construction_gives_a_result() -> None:
    found = results("明光集团支持西山产业园，海岳公司支持南屏开发区。", "明光集团", "supports", "西山产业园")
    assert any(isinstance(each, Proof) for each in found)
    assert any(isinstance(each, Failure) for each in found)


def test_no_construction_is_a_failure_of_the_relation() -> None:
    (found,) = results("明光集团参观西山产业园。", "明光集团", "supports", "西山产业园")
    assert isinstance(found, Failure)
    assert found.column == "relation"


def test_a_symmetric_relation_holds_both_ways() -> None:
    for subject, what in (("明光集团", "海岳公司"), ("海岳公司", "明光集团")):
        assert tie("明光集团携手海岳公司。", subject, "cooperates-with", what).proved


def test_a_verb_in_a_longer_word_says_nothing() -> None:
    assert not tie("明光集团与供应商长风机械厂会面。", "明光集团", "supplies", "长风机械厂").proved


def test_a_verb_with_a_particle_describes() -> None:
    assert not tie("明光集团支持的是西山产业园。", "西山产业园", "supports", "明光集团").proved


def test_a_word_of_a_plan_in_the_verb_makes_a_plan() -> None:
    assert not tie("明光集团规划建设云顶项目。", "明光集团", "builds", "云顶项目").proved
    assert tie("明光集团规划建设云顶项目。", "明光集团", "builds", "云顶项目", "planned").proved
    assert not tie("明光集团启动建设云顶项目。", "明光集团", "builds", "云顶项目").proved
