"""One line for an error, its exit status, interrupts, and the surroundings of a process."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import rdflib

from support.process import CITY, COMMAND, ENGINES, Done, answer, citygraph, data, environment, process, refusal, shell
from support.rows import for_each
from support.samples import turtle


@pytest.mark.parametrize("reader", ["head -1", "true"], ids=["one line", "nothing"])
@pytest.mark.parametrize("arguments", ["claims --all", "claims --all --format json", "--help"])
def test_a_closed_pipe_is_no_error(arguments: str, reader: str) -> None:
    done = shell(f'"$citygraph" {arguments} | {reader} >/dev/null; exit "${{PIPESTATUS[0]}}"')
    assert done == (0, "", "")


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ('"$citygraph" neighbors 太鋼 >&-', 1),
        ('"$citygraph" --help >&-', 1),
        ('"$citygraph" neighbors 太鋼 -o /dev/null --format text >&-', 0),
        ('"$citygraph" neighbors 太鋼 <&-', 0),
        ('"$citygraph" neighbors 沒有這個 2>&-', 1),
        ('"$citygraph" query - <&-', 1),
        ('"$citygraph" neighbors 太鋼 <&- >&- 2>&-', 1),
    ],
)
def test_a_closed_stream_is_an_error_only_if_the_answer_goes_there(script: str, status: int) -> None:
    done = shell(script)
    assert done.status == status
    assert "Traceback" not in done.err
    assert ("Standard output is closed" in done.err) == (">&-" in script and "2>&-" not in script and status == 1)


@pytest.mark.parametrize("text", ["-", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"])
@pytest.mark.parametrize("engine", ENGINES)
def test_ctrl_c_ends_it_at_once(engine: str, text: str) -> None:
    command = [COMMAND, "--engine", engine, "query", text]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment()) as running:
        time.sleep(1.5)
        assert running.poll() is None
        asked = time.monotonic()
        running.send_signal(signal.SIGINT)
        assert running.wait(5) == 130
        assert time.monotonic() - asked < 5
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read() == b""
        assert running.stderr.read().strip() == b""


def test_a_console_of_another_encoding_gets_its_own_bytes() -> None:
    text = answer("claims", "太鋼", encoding="gbk", env=environment(PYTHONIOENCODING="gbk"))
    assert text == answer("claims", "太鋼")
    line = refusal(citygraph("neighbors", "太剛", encoding="gbk", env=environment(PYTHONIOENCODING="gbk")))
    assert "太鋼" in line


def test_a_console_that_cannot_show_a_character_gets_a_question_mark_and_data_an_escape(tmp_path: Path) -> None:
    env = environment(PYTHONIOENCODING="ascii")
    done = citygraph("--lang", "en", "find", "TISCO", env=env)
    assert done.status == 0
    assert re.search(r"^\? *TISCO\?|^.TISCO.: \d+ found", done.out)
    assert "\\u" not in done.out + done.err
    assert done.err.startswith("Warning: The encoding of standard output (ascii) lacks characters")
    assert citygraph("-q", "--lang", "en", "find", "TISCO", env=env) == (0, done.out, "")
    assert "\\u" not in refusal(citygraph("neighbors", "太剛", env=env))
    assert "&#22826;" in citygraph("find", "太鋼", env=environment(PYTHONIOENCODING="ascii:xmlcharrefreplace")).out
    graph = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "太à😀"@zh-Hant .')
    for script in ("--format json", "--format turtle", "--format ntriples", "--format json-ld"):
        asked = ["--from", graph, "query", "CONSTRUCT WHERE { ?s skos:prefLabel ?o }", *script.split()]
        if script == "--format json":
            asked[3] = "SELECT ?o { ?s skos:prefLabel ?o }"
        written = answer(*asked, env=env)
        assert written.isascii()
        if "json" in script:
            assert "太à😀" in json.dumps(json.loads(written), ensure_ascii=False)
        else:
            assert [str(o) for o in rdflib.Graph().parse(data=written).objects()] == ["太à😀"]


def test_arguments_are_utf_8_in_any_locale(tmp_path: Path) -> None:
    plain = environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    label = data("neighbors", "太鋼", env=plain)["entity"]["label"]
    assert label == "太鋼"
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "甲"@zh-Hant .', "甲城.ttl")
    assert data("--from", file, "find", "甲", env=plain)[0]["label"] == "甲"
    written = str(tmp_path / "乙.json")
    assert citygraph("find", "太鋼", "-o", written, env=plain) == (0, "", "")
    assert json.loads(Path(written).read_text("utf-8"))[0]["label"] == "太鋼"
    (tmp_path / "問.rq").write_text("ASK {}", "utf-8")
    assert data("query", str(tmp_path / "問.rq"), env=plain)["boolean"] is True


def test_no_home_and_no_environment_are_needed() -> None:
    assert answer("neighbors", "太鋼", env=environment(HOME=None)) == answer("neighbors", "太鋼", env={})


def test_it_runs_in_a_folder_that_it_may_not_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert answer("neighbors", "太鋼", cwd=tmp_path) == answer("neighbors", "太鋼")


def test_it_runs_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    env = dict.fromkeys((name for name in os.environ if name.startswith("COV")), None)
    gone = tmp_path / "gone"

    def there(script: str) -> Done:
        gone.mkdir()
        return shell(f'rmdir "$PWD"; "$citygraph" {script}', cwd=gone, env=env)

    assert there("neighbors 太鋼") == (0, answer("neighbors", "太鋼"), "")
    assert there(f"--from '{CITY}' neighbors 雲泊").status == 0
    refusal(there("--from ../a.ttl neighbors 雲泊"))
    refusal(there("neighbors 太鋼 -o a.json"))
    refusal(there("--engine rdflib neighbors 太鋼"))


def test_an_answer_never_depends_on_the_order_of_sets() -> None:
    for arguments in (["neighbors", "太原", "--hops", "2"], ["--engine", "rdflib", "neighbors", "太原"]):
        answers = {answer(*arguments, env=environment(PYTHONHASHSEED=seed)) for seed in ("1", "2")}
        assert len(answers) == 1


@for_each(
    ("arguments", "says"),
    [
        (["neighbours", "太鋼"], "'neighbors'"),
        (["太鋼"], "太鋼"),
        (["neighbors"], "NAME"),
        (["neighbors", "太原", "太鋼"], "太鋼"),
        (["neighbors", "太鋼", "--hopps", "2"], "--hopps"),
        (["--nothing", "neighbors", "太鋼"], "--nothing"),
        (["--engine", "jena", "neighbors", "太鋼"], "oxigraph"),
        (["--lang", "fr", "neighbors", "太鋼"], "zh-Hant"),
        (["--lang", "", "neighbors", "太鋼"], "zh-Hant"),
        (["neighbors", "太鋼", "--format", "xml"], "json"),
        (["neighbors", "太鋼", "--hops", "0"], "--hops"),
        (["neighbors", "太鋼", "--hops", "-1"], "--hops"),
        (["neighbors", "太鋼", "--hops", "11"], "--hops"),
        (["neighbors", "太鋼", "--hops", "x"], "--hops"),
        (["neighbors", "太鋼", "--hops"], "--hops"),
        (["claims"], "--all"),
        (["claims", "--all", "太鋼"], "--all"),
        (["query"], "TEXT"),
        (["query", "ASK {}", "ASK {}"], "ASK"),
        (["query", "CONSTRUCT WHERE { ?s a cg:City }", "--format", "json"], "Use --format text, turtle"),
        (["validate", "太鋼"], "太鋼"),
        (["neighbors", "太鋼", "--\x1b[31m"], "No such option"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2_and_one_line(arguments: list[str], says: str) -> None:
    assert says in refusal(citygraph(*arguments), 2)


def test_a_fault_of_its_own_is_one_line_too() -> None:
    broken = """
import cityGraph.graph.neighbors
from cityGraph.cli.command import run

def neighbors(*args, **kwargs):
    raise KeyError("太鋼\\n")

cityGraph.graph.neighbors.neighbors = neighbors
run()
"""
    done = process([sys.executable, "-c", broken, "neighbors", "太鋼"])
    assert "Internal error in citygraph: KeyError: " in refusal(done)
    assert "Please report it." in done.err
