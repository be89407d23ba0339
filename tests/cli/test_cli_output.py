"""Where an answer goes: standard output, a file written whole or not at all, a pipe; and in which format."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import rdflib

from support.process import COMMAND, Done, answer, citygraph, environment, process, refusal, shell

needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["neighbors", "太鋼"], "「重點支持太鋼」"),
        (["neighbors", "太鋼", "--hops", "2", "--inferred", "--all"], "「重點支持太鋼」"),
        (["claims", "太鋼"], "太原 重點支持 太鋼"),
        (["claims", "--all"], "太原 重點支持 太鋼"),
        (["query", "SELECT ?firm { ty:taiyuan cg:supports ?firm }"], "太鋼 ty:taigang"),
        (["query", "ASK { ty:taiyuan cg:supports ty:taigang }"], "是"),
        (["query", "CONSTRUCT { ?s a cg:City } WHERE { ?s a cg:City }"], "ty:taiyuan a cg:City ."),
        (["query", "SELECT * { ?s a cg:City , cg:Firm }"], "0 行"),
        (["validate"], "0 個問題"),
        (["--help"], "Usage: citygraph"),
        (["neighbors", "--help"], "Usage: citygraph neighbors"),
        (["--version"], "citygraph "),
    ],
)
def test_the_answer_is_on_stdout_and_nothing_on_stderr(arguments: list[str], says: str) -> None:
    assert says in answer(*arguments)


@pytest.mark.parametrize("arguments", [["neighbors", "太鋼"], ["claims", "太鋼"]])
def test_text_is_the_default_and_can_be_asked_for(arguments: list[str]) -> None:
    assert answer(*arguments) == answer(*arguments, "--format", "text")


@pytest.mark.parametrize(("name", "start"), [("a.txt", "太鋼 · 企業"), ("a.json", "{"), ("A.JSON", "{")])
def test_the_suffix_of_o_chooses_the_format(tmp_path: Path, name: str, start: str) -> None:
    file = tmp_path / name
    done = citygraph("neighbors", "太鋼", "-o", str(file))
    assert done == (0, "", "")
    assert file.read_text("utf-8").startswith(start)
    assert os.listdir(tmp_path) == [name]


def test_format_says_more_than_the_suffix(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    citygraph("neighbors", "太鋼", "--format", "json", "-o", str(file))
    assert json.loads(file.read_text("utf-8"))["entity"]["label"] == "太鋼"


def test_a_graph_is_written_as_turtle(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    assert citygraph("query", "CONSTRUCT WHERE { ?s a cg:City }", "-o", str(file)) == (0, "", "")
    assert len(rdflib.Graph().parse(file)) > 1


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["neighbors", "太鋼"], "a.pdf"),
        (["neighbors", "太鋼"], "a"),
        (["neighbors", "太鋼"], ".json"),
        (["neighbors", "太鋼"], ""),
        (["neighbors", "太鋼"], "a.ttl"),
        (["claims", "--all"], "a.ttl"),
        (["query", "ASK {}"], "a.nt"),
        (["query", "ASK {}"], "a.ttl"),
        (["query", "SELECT * { ?s a cg:City }"], "a.ttl"),
        (["query", "CONSTRUCT WHERE { ?s a cg:City }"], "a.json"),
        (["validate"], "a.html"),
    ],
)
def test_a_suffix_that_fits_no_format_of_the_answer_is_wrong_usage(
    tmp_path: Path, arguments: list[str], name: str
) -> None:
    refusal(citygraph(*arguments, "-o", name, cwd=tmp_path), 2)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "arguments",
    [["neighbors", "沒有這個"], ["query", "SELECT"], ["--from", "nothing.ttl", "claims", "--all"]],
    ids=" ".join,
)
def test_a_refused_command_leaves_an_existing_file_as_it_was(tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine", "utf-8")
    refusal(citygraph(*arguments, "-o", "a.json", cwd=tmp_path))
    assert file.read_text("utf-8") == "mine"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine", "utf-8")
    # No file may grow: the disk is as good as full. (Coverage, where it is measured, would want to write too.)
    env = dict.fromkeys((name for name in os.environ if name.startswith("COV")), None)
    done = shell('ulimit -f 0; exec "$citygraph" neighbors 太鋼 -o a.json', cwd=tmp_path, env=env)
    assert "Cannot write a.json: " in refusal(done)
    assert file.read_text("utf-8") == "mine"
    assert os.listdir(tmp_path) == ["a.json"]


def test_an_existing_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine", "utf-8")
    file.chmod(0o600)
    assert citygraph("neighbors", "太鋼", "-o", str(file)) == (0, "", "")
    assert json.loads(file.read_text("utf-8"))["entity"]["label"] == "太鋼"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file, link = tmp_path / "far" / "a.json", tmp_path / "b.json"
    link.symlink_to(file)
    assert citygraph("neighbors", "太鋼", "-o", str(link)) == (0, "", "")
    assert link.is_symlink()
    assert json.loads(file.read_text("utf-8"))["entity"]["label"] == "太鋼"


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    done = shell('"$citygraph" neighbors 太鋼 -o pipe.json & cat pipe.json; wait $!', cwd=tmp_path)
    assert json.loads(done.out)["entity"]["label"] == "太鋼"
    assert (tmp_path / "pipe.json").is_fifo()
    assert answer("neighbors", "太鋼", "--format", "text", "-o", "/dev/stdout") == answer("neighbors", "太鋼")


@pytest.mark.parametrize("name", ["no/such/folder/a.json", "taken.json", "file.txt/a.json", "長" * 200 + ".json"])
def test_where_nothing_can_be_written_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken.json").mkdir()
    (tmp_path / "file.txt").touch()
    assert name.split("/", 1)[0] in refusal(citygraph("neighbors", "太鋼", "-o", name, cwd=tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["file.txt", "taken.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_said_in_one_line(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert "Permission denied" in refusal(citygraph("neighbors", "太鋼", "-o", "a.json", cwd=tmp_path))


@needs_full
@pytest.mark.parametrize("arguments", [["neighbors", "太鋼"], ["claims", "--all"], ["query", "ASK {}"], ["--help"]])
def test_a_full_disk_is_an_error_in_one_line(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment())
    assert "No space left" in refusal(Done(done.returncode, "", done.stderr.decode()))


# The command itself, with a format that takes its time and one that fails on its way.
SLOW = """
import sys, time
from cityGraph.exports import export as exporting
from cityGraph.cli.command import run
from cityGraph.errors import CityGraphError

def slow(found):
    yield b"begun"
    time.sleep(60)

def failing(found):
    yield b"begun"
    raise CityGraphError("no further")

exporting.FORMATS.update({".slow": slow, ".failing": failing})
sys.argv[0] = "citygraph"
run()
"""


def slow_command(*arguments: str) -> list[str | bytes]:
    return [sys.executable, "-c", SLOW, *arguments]


@pytest.mark.parametrize("there", [True, False], ids=["a file", "no file"])
def test_what_fails_on_its_way_leaves_what_was_there(tmp_path: Path, there: bool) -> None:
    file = tmp_path / "a.failing"
    if there:
        file.write_bytes(b"kept")
    done = process(slow_command("export", "晶科", "-o", str(file)))
    assert refusal(done) == "Error: no further\n"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == ({"a.failing": b"kept"} if there else {})


def test_an_interrupt_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.slow"
    file.write_bytes(b"kept")
    running = subprocess.Popen(slow_command("export", "晶科", "-o", str(file)), env=environment())
    while len(list(tmp_path.iterdir())) == 1:
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 130
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"kept"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "city.nt"
    file.write_bytes(b"kept")
    # What a full disk is to a program, without filling one: a file may not grow beyond a mebibyte.
    done = shell(f"ulimit -f 1024; exec $citygraph export -o {file}")
    assert refusal(done) == f"Error: Cannot write {file}: File too large\n"
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"kept"]


def test_a_link_is_followed_and_a_pipe_written_to(tmp_path: Path) -> None:
    target, link, pipe = tmp_path / "real.csv", tmp_path / "link.csv", tmp_path / "pipe.csv"
    target.touch()
    link.symlink_to(target)
    os.mkfifo(pipe)
    assert citygraph("export", "晶科", "-o", str(link)).status == 0
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert citygraph("export", "晶科", "-o", str(pipe)).status == 0
    assert reader.communicate(timeout=20)[0] == target.read_bytes() != b""
    assert link.is_symlink()


def test_the_longest_suffix_that_fits_chooses_what_is_written(tmp_path: Path) -> None:
    for name, first in (("a.csv", "subject,"), ("A.EDGES.csv", "Source,Target,")):
        assert citygraph("export", "太鋼", "-o", str(tmp_path / name)).status == 0
        assert (tmp_path / name).read_text("utf-8-sig").startswith(first)
