"""Where diagram and export write: a file that is given, a pipe, or a new file at a terminal."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

import cityGraph as cg
from support.process import at_terminal, citygraph, environment, refusal


@pytest.mark.parametrize(
    ("arguments", "form", "start"),
    [
        (["diagram", "太鋼"], "svg", b"<?xml"),
        (["diagram", "太鋼", "--format", "PNG"], "png", b"\x89PNG"),
        (["diagram", "太鋼", "-o", "-", "--format", "dot"], "dot", b"digraph"),
        (["export", "晶科"], "ttl", b"@prefix"),
        (["export", "晶科", "--format", "xlsx"], "xlsx", b"PK"),
        (["export", "晶科", "--format", "nodes"], "nodes", b"\xef\xbb\xbfId,"),
        (["export", "晶科", "-o", "-", "--format", "md"], "md", "# 晶科".encode()),
    ],
)
def test_a_pipe_gets_the_file_itself(tmp_path: Path, arguments: list[str], form: str, start: bytes) -> None:
    done = citygraph(*arguments, encoding="latin-1", cwd=tmp_path)
    assert (done.status, done.err) == (0, ""), form
    assert done.out.encode("latin-1").startswith(start)
    assert os.listdir(tmp_path) == []


def test_what_a_pipe_gets_is_what_a_file_would_hold(tmp_path: Path, city: cg.CityGraph) -> None:
    done = citygraph("export", "晶科", "--format", "csv", encoding="latin-1")
    assert done.out.encode("latin-1") == cg.export(city, "晶科").to("csv")
    assert citygraph("--from", "-", "neighbors", "晶科", stdin=citygraph("export", "晶科").out.encode()).status == 0


def test_at_a_terminal_a_new_file_is_named_after_what_was_asked_and_numbered(tmp_path: Path) -> None:
    for arguments, name in (
        (["diagram", "TISCO"], "太鋼.svg"),
        (["diagram", "太鋼"], "太鋼-2.svg"),
        (["diagram", "--path", "太鋼", "太重"], "太鋼-太重.svg"),
        (["--lang", "zh-Hans", "diagram", "--view", "positioning"], "定位.svg"),
        (["--lang", "en", "export"], "Taiyuan city graph.xlsx"),
        (["export", "太鋼", "--format", "md"], "太鋼.md"),
    ):
        assert at_terminal(*arguments, cwd=tmp_path, NO_COLOR="1") == (0, f"Note: Wrote {name}\n")
        assert (tmp_path / name).stat().st_size > 1_000


def test_a_graph_that_has_no_title_gives_the_name_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "my town.ttl"
    body = '<urn:a> f:name "A:/b" ; f:knows <urn:b> . <urn:b> f:name "Bo" .'
    file.write_text(f"@prefix f: <http://xmlns.com/foaf/0.1/> . {body}")
    assert at_terminal("--from", str(file), "export", cwd=tmp_path, NO_COLOR="1") == (0, "Note: Wrote my town.xlsx\n")
    assert at_terminal("--from", str(file), "diagram", "A:/b", cwd=tmp_path, NO_COLOR="1") == (
        0,
        "Note: Wrote A--b.svg\n",
    )


def test_a_file_that_is_given_is_replaced_and_not_numbered(tmp_path: Path) -> None:
    for _ in range(2):
        assert at_terminal("diagram", "太鋼", "-o", "a.svg", cwd=tmp_path, NO_COLOR="1") == (0, "")
    assert os.listdir(tmp_path) == ["a.svg"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["diagram", "太鋼", "-o", "-", "--format", "png"],
        ["export", "-o", "-", "--format", "xlsx"],
        ["targets", "--format", "xlsx"],
        ["ask", "104", "--format", "xlsx"],
    ],
    ids=" ".join,
)
def test_a_terminal_gets_no_binary_file(tmp_path: Path, arguments: list[str]) -> None:
    status, shown = at_terminal(*arguments, cwd=tmp_path, NO_COLOR="1")
    assert status == 2
    assert shown.startswith(f"Error: A terminal cannot show {arguments[-1]}. Give a file with -o")
    assert os.listdir(tmp_path) == []


def test_a_table_at_a_terminal_is_plain_text() -> None:
    status, shown = at_terminal("gaps", "--kind", "Track", "--format", "csv")
    assert (status, shown.splitlines()[0]) == (0, "類別,名稱,缺少,問題,可由推斷補上,來源沒有說在本市,IRI")


def test_open_shows_the_file_with_the_program_of_the_system(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    viewer = tmp_path / "bin" / "xdg-open"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}.part && mv {opened}.part {opened}\n')
    viewer.chmod(viewer.stat().st_mode | stat.S_IXUSR)
    path = f"{viewer.parent}:/usr/bin:/bin"
    assert at_terminal("diagram", "太鋼", "--open", cwd=tmp_path, PATH=path, NO_COLOR="1") == (
        0,
        "Note: Wrote 太鋼.svg\n",
    )
    for _ in range(200):
        if opened.exists():
            break
        time.sleep(0.05)
    assert opened.read_text("utf-8") == str(tmp_path / "太鋼.svg")


def test_a_machine_without_a_viewer_says_so_and_keeps_the_file(tmp_path: Path) -> None:
    done = citygraph("diagram", "太鋼", "--open", cwd=tmp_path, env=environment(PATH=""))
    assert (done.status, done.out) == (0, "")
    assert done.err == "Note: Wrote 太鋼.svg\nNote: No program was found that opens 太鋼.svg.\n"
    assert os.listdir(tmp_path) == ["太鋼.svg"]
    assert "--open needs a file" in refusal(citygraph("diagram", "太鋼", "--open", "-o", "-"), 2)


def test_an_unknown_format_lists_those_known() -> None:
    assert "'gif' is not one of: svg, png, pdf, dot." in refusal(citygraph("diagram", "太鋼", "--format", "gif"), 2)
    assert "'doc' is not one of: xlsx, csv, tsv, " in refusal(citygraph("export", "--format", "doc"), 2)
