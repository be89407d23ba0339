"""Options that commands share: --source, --relation, --kind, --direction, --status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.process import ENGINES, answer, citygraph, data, refusal
from support.samples import FIRMS, SOURCE, STATED, turtle


@pytest.mark.parametrize(
    "arguments",
    [
        ["neighbors", "太鋼"],
        ["claims", "太鋼"],
        ["gaps"],
        ["about"],
        ["ask", "95"],
        ["validate"],
        ["query", "SELECT DISTINCT ?source { ?passage oa:hasSource ?source }"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_verb_takes_a_source(arguments: list[str]) -> None:
    alone = answer(*arguments, "--source", "article")
    assert alone != answer(*arguments)
    assert not re.search(r"日期不明|中國日報|dtm\.com", alone)


@pytest.mark.parametrize("engine", ENGINES)
def test_sources_may_be_given_again(engine: str) -> None:
    found = data("--engine", engine, "about", "--source", "article", "--source", "新華社")
    assert set(found["sources"]) == {"山西日報 2025-03-27", "新華社 2024-04-11"}


@pytest.mark.parametrize("verb", [["neighbors", "太鋼"], ["query", "ASK {}"], ["gaps"]], ids=lambda verb: verb[0])
def test_an_unknown_source_is_refused_with_the_nearest(verb: list[str]) -> None:
    assert "中宏網" in refusal(citygraph(*verb, "--source", "中宏"))


def test_what_is_asked_of_a_source_is_what_is_asked_of_the_whole(tmp_path: Path) -> None:
    graph = turtle(tmp_path, SOURCE + FIRMS + STATED)
    asked = [data("--from", graph, "claims", "甲", *more) for more in ([], ["--source", "報"])]
    assert asked[0] == asked[1]


def test_neighbors_are_narrowed_by_relation_kind_direction_and_status() -> None:
    whole = data("neighbors", "太原")["neighbors"]
    for option, value, keeps in (
        ("--relation", "重點支持", lambda tie: tie["relation"]["iri"].endswith("#supports")),
        ("--relation", "given priority support by", lambda tie: tie["relation"]["iri"].endswith("#supports")),
        ("--kind", "企業", lambda tie: tie["kind"] == "Firm"),
        ("--direction", "in", lambda tie: tie["direction"] == "in"),
        ("--status", "targeted", lambda tie: tie["status"] == "targeted"),
    ):
        found = data("neighbors", "太原", option, value)
        assert found["neighbors"] == [tie for tie in whole if keeps(tie)]  # type: ignore[no-untyped-call]
        assert found["neighbors"]
        assert found["emptied"] is None


def test_things_of_another_kind_are_passed_all_the_same() -> None:
    found = data("neighbors", "太鋼", "--hops", "2", "--kind", "Zone")["neighbors"]
    assert {tie["kind"] for tie in found} == {"Zone"}
    assert {tie["via"]["kind"] for tie in found if tie["hops"] == 2} - {"Zone"}


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["neighbors", "太鋼", "--relation", "partOf", "--kind", "Firm"], "relation"),
        (["neighbors", "太鋼", "--relation", "supports", "--direction", "out"], "direction"),
        (["neighbors", "太鋼", "--status", "targeted"], "status"),
        (["neighbors", "太鋼", "--kind", "Person"], "kind"),
        (["claims", "太鋼", "--kind", "Person"], "kind"),
        (["claims", "太鋼", "--paragraph", "1", "--status", "realised"], "paragraph"),
    ],
    ids=str,
)
def test_the_filter_that_leaves_nothing_is_named(arguments: list[str], name: str) -> None:
    found = data(*arguments)
    assert found["emptied"] == name
    assert not found.get("neighbors")
    assert not found.get("claims")
    assert answer("--lang", "en", *arguments).splitlines()[-1] == f"Nothing passes --{name}."


def test_what_is_empty_by_itself_blames_no_filter(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "甲"@zh-Hant .')
    assert data("--from", file, "neighbors", "甲", "--kind", "Firm")["emptied"] is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["neighbors", "太鋼", "--relation", "suports"], "Nearest names: 重點支持 (supports)"),
        (["neighbors", "太鋼", "--kind", "Frm"], "Nearest names: 企業 (Firm)"),
        (["claims", "--all", "--relation", "\x1b[31m"], "No relation in this graph is called"),
    ],
)
def test_a_filter_of_nothing_there_is_refused(arguments: list[str], says: str) -> None:
    assert says in refusal(citygraph(*arguments))


def test_a_status_that_there_is_not_is_refused_with_those_there_are() -> None:
    told = refusal(citygraph("--lang", "en", "neighbors", "太鋼", "--status", "done"))
    assert told == "Error: No status is called 'done'. Statuses: realised (fact), planned (plan), targeted (target).\n"


def test_a_direction_that_there_is_not_is_wrong_usage() -> None:
    refusal(citygraph("neighbors", "太鋼", "--direction", "up"), 2)


def test_claims_are_narrowed_by_measures_too_and_by_the_kind_of_the_other_end() -> None:
    claims = data("claims", "--all", "--relation", "value")["claims"]
    assert claims
    assert all("value" in claim["object"] for claim in claims)
    chains = data("claims", "太鋼", "--kind", "Chain")["claims"]
    assert {claim["object"].get("kind") for claim in chains} == {"Chain"}
    firms = data("claims", "太鋼", "--kind", "Firm")["claims"]
    assert [claim["object"]["label"] for claim in firms] == ["中國寶武", "西北煉鋼廠", "太重"]
