"""The command as a process: what it prints, its exit status, and what a user's environment may hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from support.paths import FIXTURE
from support.warm import Warm

COMMAND = str(Path(sys.executable).parent / "citygraph")
ENGINES = ("oxigraph", "rdflib")
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
CITY = str(FIXTURE / "city.ttl")
# What the caller's own environment must not decide.
AMBIENT = ("CITYGRAPH_", "COLUMNS", "LINES", "NO_COLOR", "LANG", "LC_", "PYTHONIOENCODING", "PYTHONUTF8", "TERM")


class Done(NamedTuple):
    """What a process left behind."""

    status: int
    out: str
    err: str


def environment(**changes: str | None) -> dict[str, str]:
    """The environment of these tests with changes, and without what would change an answer."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(AMBIENT)}
    kept |= {name: value for name, value in changes.items() if value is not None}
    return {name: value for name, value in kept.items() if not (name in changes and changes[name] is None)}


@cache
def warm() -> Warm:
    """The process that forks for each start of the command: one for each process of tests."""
    return Warm(environment())


def run(
    command: list[str | bytes], *, stdin: bytes, cwd: Path | None, env: dict[str, str], fresh: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Run a program. The command is forked, unless its environment says something to the interpreter's start."""
    if command[0] == COMMAND and not fresh and hasattr(os, "fork") and warm().can_start(env):
        return warm().run(command, stdin=stdin, cwd=os.path.abspath(cwd or "."), env=env, timeout=60)
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=env, timeout=60)


def process(
    command: list[str | bytes],
    *,
    stdin: bytes = b"",
    cwd: Path | None = None,
    encoding: str = "utf-8",
    env: dict[str, str] | None = None,
    fresh: bool = False,
) -> Done:
    """What a process left behind. With `fresh`, the command is not forked from a process that has imported it."""
    done = run(command, stdin=stdin, cwd=cwd, env=environment() if env is None else env, fresh=fresh)
    return Done(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def citygraph(*arguments: str | bytes, **how: Any) -> Done:
    return process([COMMAND, *arguments], **how)


def shell(script: str, **how: Any) -> Done:
    """`script` run by bash, in which $citygraph is the command."""
    env = environment(citygraph=COMMAND, **how.pop("env", {}))
    return process(["bash", "-c", script], env=env, **how)


def at_terminal(*arguments: str, wide: int = 80, cwd: Path | None = None, **changes: str | None) -> tuple[int, str]:
    """The exit status of the command at a terminal of `wide` columns, and what it prints there."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, wide, 0, 0))
    env = environment(**{"TERM": "xterm-256color", **changes})
    with subprocess.Popen(
        [COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=cwd
    ) as running:
        os.close(theirs)
        printed = b""
        try:
            while piece := os.read(ours, 65536):
                printed += piece
        except OSError:  # Linux's way to say that nobody writes there any more
            pass
        finally:
            os.close(ours)
        status = running.wait(20)
    return status, printed.decode().replace("\r\n", "\n")


def answer(*arguments: str | bytes, **how: Any) -> str:
    """What the command prints: it must be answered, in full and without a word on stderr."""
    done = citygraph(*arguments, **how)
    assert (done.status, done.err) == (0, ""), done
    assert done.out.endswith("\n")
    return done.out


def data(*arguments: str, **how: Any) -> Any:
    """The answer of the command as JSON."""
    return json.loads(answer(*arguments, "--format", "json", **how))


def refusal(done: Done, status: int = 1) -> str:
    """The one line that a refused command prints."""
    assert done.status == status, done
    assert done.out == ""
    assert done.err.startswith("Error: ")
    assert done.err.endswith("\n")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    assert not controls(done.err)
    assert len(done.err) < 700
    return done.err


def controls(text: str) -> set[str]:
    """The characters that could command a terminal or turn a line's direction."""
    return {
        c
        for c in set(text)
        if c not in "\n\u200c\u200d" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    }  # fmt: skip


def columns(line: str) -> int:
    """How wide a terminal shows a line."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line
    )  # fmt: skip


def engines(cases: Iterable[Any], every: int = 3) -> list[Any]:
    """All cases for Oxigraph and, since it is slow to start, one in a few for rdflib."""
    pairs = [(engine, case) for engine in ENGINES for case in (cases if engine == "oxigraph" else [*cases][::every])]
    return [pytest.param(*pair, id=f"{pair[0]}-{n}") for n, pair in enumerate(pairs)]


def inside(capfd: pytest.CaptureFixture[str], *arguments: str) -> Done:
    """The command run in this process, which takes a fifth of the time of a process of its own."""
    from cityGraph.cli.command import main

    capfd.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(list(arguments), prog_name="citygraph")
    out, err = capfd.readouterr()
    return Done(int(ended.value.code or 0), out, err)
