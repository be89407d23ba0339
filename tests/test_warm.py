"""A command that is forked from a process that has imported it does what it does when it is started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.process import CITY, COMMAND, answer, citygraph, environment, warm
from support.samples import turtle


@pytest.mark.parametrize(
    "arguments",
    [
        ["neighbors", "太鋼"],
        ["--lang", "en", "gaps", "--kind", "Chain"],
        ["--engine", "rdflib", "--from", CITY, "find", "鋼"],
        ["--engine", "rdflib", "find", "太鋼"],
        ["neighbors", "太剛"],
        ["neighbor"],
        ["--help"],
        ["query", "-"],
        ["--from", "-", "about"],
        ["find", b"\xff\xfe"],
    ],
    ids=str,
)
def test_status_and_both_streams_are_those_of_a_started_command(arguments: list[str | bytes], tmp_path: Path) -> None:
    asked = b"SELECT ?s { ?s a cg:City }" if "query" in arguments else Path(CITY).read_bytes()
    for how in ({"cwd": tmp_path, "stdin": asked}, {"env": environment(COLUMNS="40", CITYGRAPH_LANG="en")}):
        assert citygraph(*arguments, **how) == citygraph(*arguments, **how, fresh=True)


def test_a_command_is_forked_and_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    before = warm().forked
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "錨鏈廠"@zh-Hant .')
    assert "錨鏈廠" in answer("about", env=environment(CITYGRAPH_FROM=file), cwd=tmp_path) + answer(
        "find", "錨鏈廠", env=environment(CITYGRAPH_FROM=file)
    )
    assert citygraph("neighbors", "錨鏈廠").status == 1
    assert citygraph("claims", "太鋼", "-o", "claims.json", cwd=tmp_path).status == 0
    assert (tmp_path / "claims.json").exists()
    assert warm().forked == before + 4


@pytest.mark.parametrize("name", ["PYTHONIOENCODING", "PYTHONHASHSEED", "LC_ALL", "LANG", "PYTHONPATH"])
def test_what_the_interpreter_reads_at_its_start_needs_a_start(name: str) -> None:
    assert not warm().can_start(environment(**{name: "1"}))
    assert warm().can_start(environment(CITYGRAPH_LANG="en", COLUMNS="60", NO_COLOR="1"))


def test_a_reader_of_much_and_a_writer_of_much_do_not_wait_for_each_other() -> None:
    text = Path(CITY).read_bytes() + b"# " + b"x" * 3_000_000
    whole = citygraph("--from", "-", "query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", stdin=text)
    assert whole.status == 0
    assert len(whole.out) > 100_000
    # What is not read is not an error.
    assert citygraph("--help", stdin=text).status == 0


def test_a_command_that_takes_too_long_is_ended_and_the_next_one_runs() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        warm().run([COMMAND, "central"], stdin=b"", cwd="/", env=environment(), timeout=0)
    assert citygraph("find", "太鋼").status == 0


def test_where_the_command_cannot_be_imported_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise ImportError('no click here')", "utf-8")
    from support.warm import Warm

    with pytest.raises(RuntimeError, match="no click here"):
        Warm(environment(PYTHONPATH=os.pathsep.join([str(tmp_path), *sys.path])))
