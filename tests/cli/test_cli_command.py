"""The command and its global options: --from, --engine, --lang, --timeout; its help."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from cityGraph.cli.group import VERBS
from support.paths import DATA, FIXTURE
from support.process import CITY, answer, citygraph, data, environment, refusal
from support.samples import turtle
from support.servers import hostile


@pytest.mark.parametrize(
    "arguments",
    [
        ["neighbors", "太原"],
        ["neighbors", "陽曲工業園區", "--hops", "2", "--inferred"],
        ["claims", "--all", "--inferred"],
        ["query", "SELECT * { ?claim a cg:Claim ; cg:status ?status ; rdf:object ?o } ORDER BY ?claim"],
        ["query", "SELECT ?x (1/0 AS ?y) {}"],
        ["query", "SELECT ?nothing { ?city a cg:City }"],
        ["query", 'SELECT * { VALUES ?x { "2025-13-45"^^xsd:date } }'],
        ["query", "ASK {}"],
        ["--from", str(FIXTURE / "city.ttl"), "validate"],
    ],
    ids=" ".join,
)
def test_both_engines_give_the_same_json(arguments: list[str]) -> None:
    assert data("--engine", "rdflib", *arguments) == data("--engine", "oxigraph", *arguments)


@pytest.mark.parametrize(
    ("language", "label"),
    [("zh-Hant", "太鋼"), ("zh-Hans", "太钢"), ("en", "Taiyuan Iron & Steel (Taigang)")],
)
def test_the_language_is_the_one_asked_for(language: str, label: str) -> None:
    assert data("--lang", language, "neighbors", "太鋼")["entity"]["label"] == label
    assert data("neighbors", "太鋼", env=environment(CITYGRAPH_LANG=language))["entity"]["label"] == label


def test_the_option_says_more_than_the_environment() -> None:
    env = environment(CITYGRAPH_LANG="en", CITYGRAPH_FROM=CITY)
    assert data("--lang", "zh-Hans", "--from", str(DATA), "neighbors", "太鋼", env=env)["entity"]["label"] == "太钢"


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"},
        {"LANG": "zh_CN.GBK", "LANGUAGE": "zh_CN"},
        {"LC_ALL": "no_SUCH.locale"},
    ],
    ids=str,
)
def test_the_language_is_never_the_locales(locale: dict[str, str]) -> None:
    assert answer("neighbors", "太鋼", env=environment(**locale)) == answer("neighbors", "太鋼")


def test_the_help_lists_every_command_once_in_its_group_with_a_whole_sentence() -> None:
    shown = answer("--help", env=environment(COLUMNS="80"))
    found: dict[str, tuple[str, str]] = {}
    for group, block in re.findall(r"^(Look up|Explore|Plan|Evidence|Write):\n((?:  .+\n)+)", shown, re.MULTILINE):
        found |= {line.split()[0]: (group, line.split(maxsplit=1)[1]) for line in block.splitlines()}
    assert {verb: group for verb, (group, _) in found.items()} == {verb: group for verb, (_, group) in VERBS.items()}
    assert [len(sentence) for _, sentence in found.values() if len(sentence) > 50 or sentence[-1] != "."] == []


def test_the_help_tells_what_the_environment_may_set() -> None:
    shown = " ".join(answer("--help").split())
    for name in ("CITYGRAPH_FROM", "CITYGRAPH_LANG", "CITYGRAPH_TIMEOUT"):
        assert f"Environment variable: {name}" in shown


def two_cities(folder: Path) -> tuple[str, str]:
    one = turtle(folder, 'ex:a a cg:City ; skos:prefLabel "甲城"@zh-Hant .', "one.ttl")
    two = turtle(folder, 'ex:b a cg:City ; skos:prefLabel "乙城"@zh-Hant .', "two towns.ttl")
    return one, two


def test_from_asks_these_files_instead_of_the_city_that_ships(tmp_path: Path) -> None:
    one, two = two_cities(tmp_path)
    for name in ("甲城", "乙城"):
        assert data("--from", one, "--from", two, "neighbors", name)["entity"]["label"] == name
    refusal(citygraph("--from", one, "neighbors", "乙城"))
    refusal(citygraph("--from", one, "neighbors", "太鋼"))


def test_the_environment_names_files_as_path_names_folders(tmp_path: Path) -> None:
    one, two = two_cities(tmp_path)
    env = environment(CITYGRAPH_FROM=f"{one}{os.pathsep}{two}")
    for name in ("甲城", "乙城"):
        assert data("neighbors", name, env=env)["entity"]["label"] == name
    assert data("neighbors", "乙城", env=environment(CITYGRAPH_FROM=two))["entity"]["label"] == "乙城"
    refusal(citygraph("neighbors", "太鋼", env=env))


def test_the_fixture_city_answers_as_the_real_one_does() -> None:
    assert data("--from", CITY, "neighbors", "雲泊")["entity"]["kind"] == "City"


def test_an_unknown_language_in_the_environment_is_wrong_usage_of_the_variable() -> None:
    error = refusal(citygraph("neighbors", "太鋼", env=environment(CITYGRAPH_LANG="fr")), 2)
    assert "CITYGRAPH_LANG: 'fr'" in error
    assert "--lang" not in error


def command(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    run = [sys.executable, "-c", "from cityGraph.cli.command import run; run()", *arguments]
    return subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment})


def test_the_command_asks_the_endpoint_that_it_or_the_environment_names(server: str) -> None:
    for process in (
        command("--from", server, "neighbors", "太鋼"),
        command("neighbors", "太鋼", CITYGRAPH_FROM=server),
    ):
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err.decode()) == (0, "")
        assert out.decode().startswith("太鋼")


def test_the_command_waits_no_longer_than_it_is_told() -> None:
    with hostile(lambda _: time.sleep(10)) as (url, _):
        for arguments, environment in (
            (["--timeout", "0.5", "--from", url, "about"], {}),
            (["--from", url, "about"], {"CITYGRAPH_TIMEOUT": "0.5"}),
        ):
            process = command(*arguments, **environment)
            out, err = process.communicate(timeout=8)
            assert (process.returncode, out) == (1, b"")
            assert err.decode().startswith(f"Error: {url}: no answer in time")
            assert err.count(b"\n") == 1


def test_ctrl_c_ends_waiting_for_an_endpoint() -> None:
    reached = Event()

    def wait(handler: Any) -> None:
        reached.set()
        time.sleep(20)

    with hostile(wait) as (url, _):
        process = command("--from", url, "about")
        assert reached.wait(30)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=5)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_commands_to_try_have_the_options_that_were_typed_and_no_others() -> None:
    for verb in ([], ["about"]):
        typed = answer("--from", "city.ttl", "--lang", "en", *verb, cwd=FIXTURE)
        lines = re.findall(r"citygraph .*", typed)
        assert len(lines) > 3
        assert all(line.startswith("citygraph --from city.ttl --lang en ") for line in lines), lines
        set_before = answer(*verb, env=environment(CITYGRAPH_FROM=CITY, CITYGRAPH_LANG="en", COLUMNS="200"))
        assert re.search(r"citygraph (targets|gaps)", set_before)
        assert "--from" not in set_before
        assert not re.search(r"citygraph .*--lang en", set_before)
