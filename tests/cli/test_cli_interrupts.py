"""Ctrl-C from the first moment, and too little memory: no word of Python or of an engine reaches the reader."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.process import answer, environment, refusal, shell

MODULE = [sys.executable, "-m", "cityGraph"]
# Measured coverage would need memory of its own.
BARE: dict[str, str | None] = dict.fromkeys((name for name in os.environ if name.startswith("COV")), None)


@pytest.mark.parametrize("slow", ["click", "pyoxigraph"])
def test_ctrl_c_ends_it_quietly_while_modules_are_imported(tmp_path: Path, slow: str) -> None:
    # A module that takes its time, as all do on a slow disk.
    (tmp_path / f"{slow}.py").write_text(
        "import pathlib, time\npathlib.Path(__file__ + '.begun').touch()\ntime.sleep(60)"
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    pipe = subprocess.PIPE
    command = [*MODULE, "find", "太鋼"]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment(PYTHONPATH=path)) as running:
        while not list(tmp_path.glob("*.begun")):
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=10) == (b"", b"")
        assert running.returncode == 130


IGNORED = """
import os, signal
from cityGraph.cli.interrupts import end_quietly
end_quietly()
os.kill(os.getpid(), signal.SIGINT)
from cityGraph.__main__ import run
run()
"""


def test_what_ignores_ctrl_c_goes_on() -> None:
    done = shell(f"trap '' INT; {sys.executable} -c '{IGNORED}' find 太鋼")
    assert (done.status, done.err) == (0, "")
    assert done.out == answer("find", "太鋼")


@pytest.mark.parametrize("kilobytes", [60_000, 100_000, 120_000, 135_000, 150_000])
def test_too_little_memory_is_one_line_whoever_notices_it(kilobytes: int) -> None:
    python = " ".join(MODULE)
    told = refusal(shell(f"ulimit -v {kilobytes}; exec {python} neighbors 太鋼", env=BARE))
    assert told.startswith("Error: Not enough memory")
    assert "ulimit -v" in told


def test_enough_of_limited_memory_changes_nothing(tmp_path: Path) -> None:
    python = " ".join(MODULE)
    plain = answer("neighbors", "太鋼")
    assert shell(f"ulimit -v 2000000; {python} neighbors 太鋼", env=BARE) == (0, plain, "")
    assert shell(f"ulimit -v 2000000; {python} neighbors 太鋼 | head -1 >/dev/null", env=BARE) == (0, "", "")
    refusal(shell(f"ulimit -v 2000000; {python} neighbors 太剛", env=BARE))
    # A file has positions, and the pipe that takes its place has none.
    for name, said in (("太鋼", ""), ("太剛", "Error: ")):
        done = shell(f"ulimit -v 2000000; {python} neighbors {name} 2>{tmp_path}/said", env=BARE)
        assert done == ((0, plain, "") if not said else (1, "", ""))
        assert (tmp_path / "said").read_text("utf-8").partition("Nothing")[0] == said
    refusal(shell(f"ulimit -v 2000000; {python} nothing", env=BARE), 2)


def test_ctrl_c_reaches_the_one_that_works_with_limited_memory() -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    script = f'ulimit -v 2000000; exec {" ".join(MODULE)} query "$0"'
    pipe = subprocess.PIPE
    with subprocess.Popen(["bash", "-c", script, query], stdout=pipe, stderr=pipe, env=environment(**BARE)) as running:
        time.sleep(2)
        assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=10) == (b"", b"")
        assert running.returncode == 130
